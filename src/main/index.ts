import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell } from 'electron';
import type { HostMethods, MenuCommand } from '../bridge/contract.ts';
import { CLOSE_CHANNEL, MENU_CHANNEL } from '../bridge/requests.ts';
import { APP_ORIGIN, APP_SCHEME, serveApp } from './app-protocol.ts';
import { accountHere, hasOtherAccounts } from './accounts.ts';
import { createClosing } from './closing.ts';
import { createDataFolder, readDataFolderSettings, type DataFolder } from './data-folder.ts';
import { createHandlers } from './handlers.ts';
import { BEAT_MS } from './lease.ts';
import { createMailDrafts } from './mail-drafts.ts';
import { menuTemplate } from './menu.ts';
import { isOwnRequest, isOwnUrl } from './own-origin.ts';
import { registerHandlers } from './register-handlers.ts';
import { createSecondPlace } from './second-place.ts';
import { blockNetwork, hardenApp, refusePermissions, WEB_PREFERENCES } from './security.ts';
import { writeFileAtomically } from './write-file.ts';
import { MIN_HEIGHT, MIN_WIDTH, readWindowState, writeWindowState } from './window-state.ts';

/** Only while developing: the dev server's address. A packaged app has one origin. */
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const isOwnPage = (url: string): boolean => isOwnUrl(url, { devServer });

protocol.registerSchemesAsPrivileged([
  {
    scheme: APP_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);

let mainWindow: BrowserWindow | null = null;

const sendCommand = (command: MenuCommand): void => mainWindow?.webContents.send(MENU_CHANNEL, command);

/** Journal, backups and reports: in a folder that the browser's storage knows nothing of. */
const openDataFolder = async (): Promise<DataFolder> => {
  const settingsFile = join(app.getPath('userData'), 'datenordner.json');
  const { path, place } = await readDataFolderSettings(settingsFile);
  const mark = place ?? randomUUID();
  // Told apart from other profiles from the first start on; without the note it is another one at the next start.
  if (place === null)
    await writeFileAtomically(settingsFile, Buffer.from(JSON.stringify({ path, place: mark })));
  return createDataFolder({
    settingsFile,
    ownFolder: join(app.getPath('userData'), 'Sicherung'),
    askForFolder,
    owner: { place: mark, ...accountHere() },
    isShared: await hasOtherAccounts(),
    chosen: path,
    newId: randomUUID,
  });
};

const askForFolder = async (): Promise<string | null> => {
  const options = { properties: ['openDirectory' as const, 'createDirectory' as const] };
  const answer = await (mainWindow === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(mainWindow, options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
};

const closing = createClosing({
  askPage: () => mainWindow?.webContents.send(CLOSE_CHANNEL),
  closeWindow: () => mainWindow?.close(),
});

const handlersOfApp = (dataFolder: DataFolder): HostMethods => {
  return createHandlers({
    version: app.getVersion(),
    documentsFolder: app.getPath('documents'),
    askWhereToSave: async ({ defaultPath, filters }) => {
      const options = { defaultPath, filters: filters.map(mutableFilter) };
      const answer = await (mainWindow === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(mainWindow, options));
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    askWhatToOpen: async ({ filters }) => {
      const options = { filters: filters.map(mutableFilter), properties: ['openFile' as const] };
      const answer = await (mainWindow === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(mainWindow, options));
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    printToPdf: async () => {
      if (mainWindow === null) throw new Error('there is no window to print');
      // Size, orientation and margins are those of the page's own `@page` rule.
      return mainWindow.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
      });
    },
    showInFolder: (path) => shell.showItemInFolder(path),
    mail: createMailDrafts({
      tempFolder: app.getPath('temp'),
      openFile: (path) => shell.openPath(path),
      openMailto: (url) => shell.openExternal(url),
    }),
    dataFolder,
    secondPlace: createSecondPlace({
      settingsFile: join(app.getPath('userData'), 'zweiter-ort.json'),
      vault: dataFolder.vault,
      askForFolder,
    }),
    answerClose: closing.answer,
  });
};

const mutableFilter = ({
  name,
  extensions,
}: {
  readonly name: string;
  readonly extensions: readonly string[];
}) => ({
  name,
  extensions: [...extensions],
});

const openWindow = (dataFolder: DataFolder): void => {
  const stateFile = join(app.getPath('userData'), 'window-state.json');
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    width: state.width,
    height: state.height,
    ...(state.x !== null && state.y !== null && { x: state.x, y: state.y }),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: app.getName(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.js'),
      ...WEB_PREFERENCES,
    },
  });
  mainWindow = window;
  if (state.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (!closing.mayClose()) event.preventDefault();
    const isMaximized = window.isMaximized();
    const { x, y, width, height } = window.getNormalBounds();
    writeWindowState(stateFile, { x, y, width, height, isMaximized });
  });
  // Without a page that answers there is nothing to wait for.
  window.webContents.on('render-process-gone', closing.pageIsGone);
  window.webContents.on('did-navigate', closing.pageIsNew);
  const beating = setInterval(() => void dataFolder.beat(), BEAT_MS);
  window.on('closed', () => {
    mainWindow = null;
    clearInterval(beating);
    dataFolder.release();
  });
  void window.loadURL(devServer ?? `${APP_ORIGIN}/index.html`);
};

const start = async (): Promise<void> => {
  await app.whenReady();
  const dataFolder = await openDataFolder();
  protocol.handle(APP_SCHEME, serveApp(join(import.meta.dirname, '../renderer')));
  refusePermissions(session.defaultSession, { isOwnPage });
  blockNetwork(session.defaultSession, { isOwnRequest: (url) => isOwnRequest(url, { devServer }) });
  registerHandlers(ipcMain, handlersOfApp(dataFolder), {
    isOwnContents: (sender) => mainWindow !== null && sender === mainWindow.webContents,
    isOwnPage,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(sendCommand)));
  openWindow(dataFolder);
};

hardenApp(app, { isOwnPage });
app.on('window-all-closed', () => app.quit());

// A second start brings the first window forward: two processes would write the same data.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (mainWindow?.isMinimized() === true) mainWindow.restore();
    mainWindow?.focus();
  });
  void start();
} else {
  app.quit();
}
