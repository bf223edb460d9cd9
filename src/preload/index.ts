import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { HostBridge, MenuCommand } from '../bridge/contract.ts';
import { channelOf, MENU_CHANNEL } from '../bridge/requests.ts';

const bridge = {
  appInfo: () => ipcRenderer.invoke(channelOf('appInfo')),
  saveFile: (request) => ipcRenderer.invoke(channelOf('saveFile'), request),
  openFile: (request) => ipcRenderer.invoke(channelOf('openFile'), request),
  revealFile: (request) => ipcRenderer.invoke(channelOf('revealFile'), request),
  onMenuCommand: (listener) => {
    const forward = (_event: IpcRendererEvent, command: MenuCommand): void => listener(command);
    ipcRenderer.on(MENU_CHANNEL, forward);
    return () => ipcRenderer.removeListener(MENU_CHANNEL, forward);
  },
} satisfies HostBridge;

contextBridge.exposeInMainWorld('ausstattungskompass', bridge);
