import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Electron from 'electron';
import type { Browser, BrowserContext, Frame, Page } from '@playwright/test';
import { openContext } from './chromium.ts';
import { decode, encode, WIRE_SOURCE } from './wire.ts';

/**
 * Stands in for Electron where its binary cannot be had: runs the *built* main and preload of the app against a
 * Chromium page. It offers what the app uses and throws on the rest. What it cannot show: sandbox and context
 * isolation, native menus and dialogs, and everything else that only the real binary does.
 */
export type RunningElectron = {
  readonly context: () => BrowserContext;
  readonly firstWindow: () => Promise<Page>;
  /** Through the function's source text, as in real Electron: closures do not travel. */
  readonly evaluate: <Result, Arg>(
    run: (electron: typeof Electron, arg: Arg) => Result | Promise<Result>,
    arg: Arg,
  ) => Promise<Result>;
  readonly close: () => Promise<void>;
};

type Listener = (...args: unknown[]) => unknown;
type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type RequestListener = (
  details: { readonly url: string; readonly method: string },
  answer: (response: { readonly cancel?: boolean }) => void,
) => void;
type PrintOptions = Pick<
  Electron.PrintToPDFOptions,
  'preferCSSPageSize' | 'printBackground' | 'generateTaggedPDF'
>;
type SenderFrame = { readonly url: string; readonly parent: SenderFrame | null };

/** `app://bundle/x` travels as `https://bundle.app.stand-in/x`: a secure, stable origin that Chromium knows. */
const toHttps = (url: string): string =>
  url.replace(/^(?!https?:)([a-z][a-z0-9+-]*):\/\/([^/]+)/i, 'https://$2.$1.stand-in');
const fromHttps = (url: string): string =>
  url.replace(/^https:\/\/([^./]+)\.([a-z0-9+-]+)\.stand-in/i, '$2://$1');

const senderFrame = (frame: Frame): SenderFrame => {
  const parent = frame.parentFrame();
  return { url: fromHttps(frame.url()), parent: parent === null ? null : senderFrame(parent) };
};

// As in Electron, frames inside the page get no preload script.
const preloadScript = (code: string): string => `(() => {
  if (window.top !== window) return;
  ${WIRE_SOURCE}
  const listeners = new Map();
  const ipcRenderer = {
    invoke: async (channel, ...args) => {
      const answer = decode(JSON.parse(await window.__standInInvoke(channel, JSON.stringify(encode(args)))));
      if (answer.error) throw new Error("Error invoking remote method '" + channel + "': " + answer.error);
      return answer.value;
    },
    on(channel, listener) { (listeners.get(channel) ?? listeners.set(channel, new Set()).get(channel)).add(listener); return this; },
    removeListener(channel, listener) { listeners.get(channel)?.delete(listener); return this; },
  };
  Object.defineProperty(window, '__standInEmit', { value: (channel, json) => {
    for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, ...decode(JSON.parse(json)));
  } });
  const contextBridge = { exposeInMainWorld: (key, api) => Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true }) };
  const require = (id) => { if (id === 'electron') return { contextBridge, ipcRenderer }; throw new Error('module not found: ' + id); };
  const module = { exports: {} };
  (function (require, module, exports) { ${code}\n })(require, module, module.exports);
})();`;

const unsupported = (name: string) => () => {
  throw new Error(`${name} is not answered; answer it with electronApp.evaluate`);
};

/** One window of the app: a page of the context. */
const windowClass = (
  context: BrowserContext,
  windows: StandInWindowLike[],
  pending: Promise<unknown>[],
  hub: Hub,
) =>
  class StandInWindow extends EventEmitter {
    readonly webContents: EventEmitter;
    page: Page | null = null;
    readonly ready: Promise<Page>;
    readonly options: { width?: number; height?: number; webPreferences?: { preload?: string } };
    isShown = false;
    constructor(options: StandInWindow['options'] = {}) {
      super();
      this.options = options;
      windows.push(this);
      this.webContents = Object.assign(new EventEmitter(), {
        send: (channel: string, ...args: unknown[]) => {
          const json = JSON.stringify(encode(args));
          pending.push(
            this.ready.then((page) =>
              page.evaluate(
                ([name, text]) =>
                  (window as unknown as { __standInEmit: (n: string, t: string) => void }).__standInEmit(
                    name,
                    text,
                  ),
                [channel, json] as const,
              ),
            ),
          );
        },
        setWindowOpenHandler: (handler: (details: { url: string }) => { action: string }) => {
          this.#openHandler = handler;
        },
        setWebRTCIPHandlingPolicy: () => undefined,
        printToPDF: async (options: PrintOptions): Promise<Buffer> => {
          const page = await this.ready;
          return page.pdf({
            preferCSSPageSize: options.preferCSSPageSize ?? false,
            printBackground: options.printBackground ?? false,
            tagged: options.generateTaggedPDF ?? false,
          });
        },
      });
      this.ready = this.#open();
      pending.push(this.ready);
      hub.app.emit('web-contents-created', {}, this.webContents);
    }
    #isMinimized = false;
    #openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
    async #open(): Promise<Page> {
      const page = await context.newPage();
      this.page = page;
      await page.setViewportSize({ width: this.options.width ?? 800, height: this.options.height ?? 600 });
      await page.exposeBinding('__standInInvoke', async ({ frame }, channel: string, json: string) => {
        try {
          const handler = hub.invokes.get(channel);
          if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
          const event = { sender: this.webContents, senderFrame: senderFrame(frame) };
          const value = await handler(event, ...(decode(JSON.parse(json)) as unknown[]));
          return JSON.stringify(encode({ value }));
        } catch (error) {
          return JSON.stringify(encode({ error: String(error) }));
        }
      });
      const preload = this.options.webPreferences?.preload;
      if (preload !== undefined)
        await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) });
      page.on('popup', (popup) => {
        if (this.#openHandler({ url: popup.url() }).action === 'deny') void popup.close();
      });
      await page.route('**/*', async (route) => {
        const request = route.request();
        if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return route.fallback();
        let isPrevented = false;
        const url = fromHttps(request.url());
        if (page.url() !== 'about:blank')
          this.webContents.emit('will-navigate', { url, preventDefault: () => (isPrevented = true) });
        // "No content" leaves the page where it is, as a prevented navigation does.
        return isPrevented ? route.fulfill({ status: 204 }) : route.fallback();
      });
      page.on('crash', () => this.webContents.emit('render-process-gone', {}, { reason: 'crashed' }));
      page.once('close', () => this.#remove());
      return page;
    }
    async loadURL(url: string): Promise<void> {
      const page = await this.ready;
      this.webContents.emit('did-navigate');
      const loading = page.goto(toHttps(url)).then(() => this.emit('ready-to-show'));
      pending.push(loading);
      await loading;
    }
    show(): void {
      this.isShown = true;
    }
    focus(): void {}
    minimize(): void {
      this.#isMinimized = true;
    }
    restore(): void {
      this.#isMinimized = false;
    }
    maximize(): void {}
    isMinimized(): boolean {
      return this.#isMinimized;
    }
    isMaximized(): boolean {
      return false;
    }
    getNormalBounds() {
      return { x: 0, y: 0, width: this.options.width ?? 800, height: this.options.height ?? 600 };
    }
    close(): void {
      let isPrevented = false;
      this.emit('close', { preventDefault: () => (isPrevented = true) });
      if (isPrevented) return;
      this.#remove();
      void this.ready.then((page) => page.close()).catch(() => undefined);
    }
    #remove(): void {
      const at = windows.indexOf(this);
      if (at < 0) return;
      windows.splice(at, 1);
      this.emit('closed');
      if (windows.length === 0) hub.app.emit('window-all-closed');
    }
  };

type StandInWindowLike = { readonly ready: Promise<Page>; readonly close: () => void };

type Hub = {
  readonly app: EventEmitter;
  readonly invokes: Map<string, Listener>;
};

type MenuItem = { id?: string; label?: string; click?: () => void; submenu?: StandInMenu };
type StandInMenu = { items: MenuItem[]; getMenuItemById: (id: string) => MenuItem | null };

const buildMenu = (
  template: readonly (Omit<MenuItem, 'submenu'> & { submenu?: readonly MenuItem[] })[],
): StandInMenu => {
  const items = template.map(
    (item): MenuItem =>
      ({ ...item, ...(item.submenu && { submenu: buildMenu(item.submenu as never) }) }) as MenuItem,
  );
  const getMenuItemById = (id: string): MenuItem | null => {
    for (const item of items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found !== null) return found;
    }
    return null;
  };
  return { items, getMenuItemById };
};

type ModuleLoader = { _load: (id: string, ...rest: unknown[]) => unknown };

/** Starts the built app of `appDir` with its data in `userData`. A later start with the same folder finds them again. */
export const launchStandIn = async (options: {
  appDir: string;
  userData: string;
  /** A running browser to borrow a window from: the database is in memory then and does not outlive the app. */
  browser?: Browser | null;
  /** Further switches of Chromium. */
  chromiumArgs?: readonly string[];
  /** Sees the context before the app asks for anything. */
  observe?: (context: BrowserContext) => void;
}): Promise<RunningElectron> => {
  const manifest = JSON.parse(readFileSync(join(options.appDir, 'package.json'), 'utf8')) as {
    main: string;
    version: string;
    productName: string;
  };
  const folder = (name: string): string => {
    const path = join(options.userData, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const context = await openContext({
    browser: options.browser ?? null,
    profile: () => folder('chromium'),
    chromiumArgs: options.chromiumArgs ?? [],
    viewport: null,
  });
  const [emptyPage] = context.pages();
  options.observe?.(context);
  const protocolHandlers = new Map<string, ProtocolHandler>();
  await context.route(/^https:\/\/[^/]+\.stand-in\//, async (route) => {
    const url = fromHttps(route.request().url());
    const handler = protocolHandlers.get(url.slice(0, url.indexOf(':')));
    if (handler === undefined) return route.fulfill({ status: 404 });
    const response = await handler(new Request(url));
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });

  // Registered after the scheme, so that it is asked first, as in Electron.
  let requestListener: RequestListener | null = null;
  await context.route('**/*', async (route) => {
    const request = route.request();
    let isCancelled = false;
    requestListener?.({ url: fromHttps(request.url()), method: request.method() }, ({ cancel }) => {
      isCancelled = cancel === true;
    });
    return isCancelled ? route.abort('blockedbyclient') : route.fallback();
  });

  const windows: StandInWindowLike[] = [];
  const pending: Promise<unknown>[] = [];
  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    whenReady: () => Promise.resolve(),
    getVersion: () => manifest.version,
    getName: () => manifest.productName,
    getPath: (name: string) => (name === 'userData' ? options.userData : folder(name)),
    requestSingleInstanceLock: () => true,
    enableSandbox: () => undefined,
    quit: () => {
      for (const window of [...windows]) window.close();
    },
  });
  const invokes = new Map<string, Listener>();
  const hub: Hub = { app, invokes };
  let menu: StandInMenu | null = null;
  const electron = {
    app,
    BrowserWindow: Object.assign(windowClass(context, windows, pending, hub), {
      getAllWindows: () => [...windows],
    }),
    ipcMain: {
      handle: (channel: string, handler: Listener) => {
        if (invokes.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        invokes.set(channel, handler);
      },
    },
    Menu: {
      buildFromTemplate: buildMenu,
      setApplicationMenu: (next: StandInMenu) => (menu = next),
      getApplicationMenu: () => menu,
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: () => undefined,
        setPermissionCheckHandler: () => undefined,
        setDevicePermissionHandler: () => undefined,
        setSpellCheckerEnabled: () => undefined,
        webRequest: { onBeforeRequest: (listener: RequestListener | null) => (requestListener = listener) },
      },
    },
    dialog: {
      showOpenDialog: unsupported('dialog.showOpenDialog'),
      showSaveDialog: unsupported('dialog.showSaveDialog'),
    },
    shell: {
      showItemInFolder: () => undefined,
      openPath: unsupported('shell.openPath'),
      openExternal: unsupported('shell.openExternal'),
    },
    protocol: {
      registerSchemesAsPrivileged: () => undefined,
      handle: (scheme: string, handler: ProtocolHandler) => protocolHandlers.set(scheme, handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
  };

  const mainFile = join(options.appDir, manifest.main);
  if (!existsSync(mainFile)) throw new Error(`${mainFile} is missing: run npm run build first`);
  const loader = Module as unknown as ModuleLoader;
  const load = loader._load;
  loader._load = function loadWithStandIn(this: unknown, id, ...rest) {
    return id === 'electron' ? electron : load.call(this, id, ...rest);
  };
  const require = createRequire(mainFile);
  // A relaunch is a fresh main process.
  Reflect.deleteProperty(require.cache, mainFile);
  try {
    require(mainFile);
  } finally {
    loader._load = load;
  }
  // Without any page the browser ends: the empty one goes when there is a window.
  for (let tries = 0; tries < 400 && windows.length === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 25));
  await windows[0]?.ready.catch(() => undefined);
  await emptyPage?.close();

  return {
    context: () => context,
    firstWindow: async () => {
      for (let tries = 0; tries < 400 && windows.length === 0; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 25));
      const [window] = windows;
      if (window === undefined) throw new Error('the app opened no window');
      const page = await window.ready;
      await page.waitForURL(/^https:/);
      return page;
    },
    evaluate: async (run, arg) => {
      const inMain = (0, eval)(`(${String(run)})`) as (host: unknown, value: unknown) => never;
      return inMain(electron, structuredClone(arg));
    },
    close: async () => {
      app.quit();
      // A window may ask for a moment before it goes.
      for (let tries = 0; tries < 1000 && windows.length > 0; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 25));
      await Promise.allSettled(pending);
      await context.close();
    },
  };
};
