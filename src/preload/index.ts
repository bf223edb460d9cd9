import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { HostBridge, MenuCommand } from '../bridge/contract.ts';
import { channelOf, CLOSE_CHANNEL, MENU_CHANNEL } from '../bridge/requests.ts';

const bridge = {
  appInfo: () => ipcRenderer.invoke(channelOf('appInfo')),
  saveFile: (request) => ipcRenderer.invoke(channelOf('saveFile'), request),
  savePdf: (request) => ipcRenderer.invoke(channelOf('savePdf'), request),
  openFile: (request) => ipcRenderer.invoke(channelOf('openFile'), request),
  revealFile: (request) => ipcRenderer.invoke(channelOf('revealFile'), request),
  openMailDraft: (request) => ipcRenderer.invoke(channelOf('openMailDraft'), request),
  openMailto: (request) => ipcRenderer.invoke(channelOf('openMailto'), request),
  vaultPlace: () => ipcRenderer.invoke(channelOf('vaultPlace')),
  vaultLock: (request) => ipcRenderer.invoke(channelOf('vaultLock'), request),
  vaultChoose: () => ipcRenderer.invoke(channelOf('vaultChoose')),
  vaultReset: () => ipcRenderer.invoke(channelOf('vaultReset')),
  vaultAllow: () => ipcRenderer.invoke(channelOf('vaultAllow')),
  vaultList: () => ipcRenderer.invoke(channelOf('vaultList')),
  vaultRead: (request) => ipcRenderer.invoke(channelOf('vaultRead'), request),
  vaultAppend: (request) => ipcRenderer.invoke(channelOf('vaultAppend'), request),
  vaultWrite: (request) => ipcRenderer.invoke(channelOf('vaultWrite'), request),
  vaultRemove: (request) => ipcRenderer.invoke(channelOf('vaultRemove'), request),
  vaultSetAside: (request) => ipcRenderer.invoke(channelOf('vaultSetAside'), request),
  vaultReveal: () => ipcRenderer.invoke(channelOf('vaultReveal')),
  secondPlace: () => ipcRenderer.invoke(channelOf('secondPlace')),
  secondPlaceChoose: () => ipcRenderer.invoke(channelOf('secondPlaceChoose')),
  secondPlaceForget: () => ipcRenderer.invoke(channelOf('secondPlaceForget')),
  secondPlaceCopy: (request) => ipcRenderer.invoke(channelOf('secondPlaceCopy'), request),
  answerClose: (request) => ipcRenderer.invoke(channelOf('answerClose'), request),
  onMenuCommand: (listener) => {
    const forward = (_event: IpcRendererEvent, command: MenuCommand): void => listener(command);
    ipcRenderer.on(MENU_CHANNEL, forward);
    return () => ipcRenderer.removeListener(MENU_CHANNEL, forward);
  },
  onCloseRequested: (listener) => {
    const forward = (): void => listener();
    ipcRenderer.on(CLOSE_CHANNEL, forward);
    return () => ipcRenderer.removeListener(CLOSE_CHANNEL, forward);
  },
} satisfies HostBridge;

contextBridge.exposeInMainWorld('ausstattungskompass', bridge);
