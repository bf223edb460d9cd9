import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  _electron,
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import { serveFolder } from '../../scripts/lib/serve.mjs';
import { launchShared, openContext } from '../harness/chromium.ts';
import { launchStandIn, type RunningElectron } from '../harness/electron-stand-in.ts';
import { watchRequests } from '../harness/foreign-requests.ts';

const APP_DIR = join(__dirname, '../..');
/** A packaged program to test instead of the built files. Its switches must let a debugger in (`enableNodeCliInspectArguments`). */
const PACKAGED_APP = process.env['PACKAGED_APP'];
/** What runs the desktop edition here; printed once, so that a log says what was tested. */
export const DESKTOP_RUNTIME =
  PACKAGED_APP !== undefined
    ? 'packaged'
    : existsSync(join(APP_DIR, 'node_modules/electron/path.txt'))
      ? 'electron'
      : 'stand-in';

/** The app's scheme, and the name under which the stand-in serves it. */
const DESKTOP_ORIGINS = ['app://bundle/', 'https://bundle.app.stand-in/'];

export type SavedFile = { readonly name: string; readonly bytes: Buffer };

/** The running app, whichever edition: specs use nothing else. */
export type RunningApp = {
  readonly edition: 'desktop' | 'browser';
  readonly page: Page;
  /** Does something that saves a file; answers the dialog and gives the file. */
  readonly saving: (action: () => Promise<void>) => Promise<SavedFile>;
  /** Only on the desktop. */
  readonly electron: RunningElectron | null;
  readonly close: () => Promise<void>;
};

type Observe = (context: BrowserContext) => void;
type Launch = {
  readonly userData: string;
  /** The running browser to take a context of; null: a process of its own, with its profile in `userData`. */
  readonly browser: Browser | null;
  /** Further switches of Chromium; only a process of its own can have them. */
  readonly chromiumArgs: readonly string[];
  readonly observe: Observe;
};

const launchElectron = async ({
  userData,
  browser,
  chromiumArgs,
  observe,
}: Launch): Promise<RunningElectron> => {
  if (DESKTOP_RUNTIME === 'stand-in')
    return launchStandIn({ appDir: APP_DIR, userData, browser, chromiumArgs, observe });
  const electron = (await _electron.launch({
    ...(PACKAGED_APP === undefined
      ? { args: ['.', `--user-data-dir=${userData}`, ...chromiumArgs] }
      : { executablePath: PACKAGED_APP, args: [`--user-data-dir=${userData}`, ...chromiumArgs] }),
    cwd: APP_DIR,
  })) as unknown as RunningElectron;
  observe(electron.context());
  return electron;
};

const launchDesktop = async (launch: Launch): Promise<RunningApp> => {
  const { userData } = launch;
  const electron = await launchElectron(launch);
  const page = await electron.firstWindow();
  return {
    edition: 'desktop',
    page,
    electron,
    saving: async (action) => {
      const target = await electron.evaluate(({ dialog }, folder) => {
        const chosen: { path: string } = { path: '' };
        Reflect.set(globalThis, 'chosenForSaving', chosen);
        dialog.showSaveDialog = (async (...args: unknown[]) => {
          const { defaultPath } = args.at(-1) as { defaultPath: string };
          chosen.path = `${folder}/${defaultPath.split(/[\\/]/).at(-1)}`;
          return { canceled: false, filePath: chosen.path };
        }) as typeof dialog.showSaveDialog;
        return folder;
      }, userData);
      await action();
      for (let tries = 0; tries < 200; tries += 1) {
        const path = await electron.evaluate(
          () => (Reflect.get(globalThis, 'chosenForSaving') as { path: string }).path,
          undefined,
        );
        if (path !== '' && existsSync(path))
          return { name: path.slice(target.length + 1), bytes: await readFile(path) };
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('nothing was saved');
    },
    close: () => electron.close(),
  };
};

const launchBrowser = async (
  { userData, browser, chromiumArgs, observe }: Launch,
  url: string,
): Promise<RunningApp> => {
  const context = await openContext({
    browser,
    profile: () => join(userData, 'browser'),
    chromiumArgs,
    viewport: { width: 1280, height: 800 },
  });
  observe(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  return {
    edition: 'browser',
    page,
    electron: null,
    saving: async (action) => {
      const downloading = page.waitForEvent('download');
      await action();
      const download = await downloading;
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    close: () => context.close(),
  };
};

type Fixtures = {
  readonly app: RunningApp;
  readonly page: Page;
  readonly userData: string;
  /**
   * What was asked of anybody but the app itself, by pages, frames and workers. Every spec fails when something is left
   * in it; one that attacks on purpose takes its own attempts out.
   */
  readonly foreignRequests: string[];
  /** Whether the app runs in a browser process of its own, with its storage on the disk. */
  readonly hasOwnProcess: boolean;
  /** Further switches of a browser process of its own. */
  readonly chromiumArgs: readonly string[];
  /** With another folder than `userData`: as another account of the PC. */
  readonly launch: (profile?: string) => Promise<RunningApp>;
};
type WorkerFixtures = {
  readonly edition: 'desktop' | 'browser';
  readonly serverUrl: string;
  readonly sharedBrowser: () => Promise<Browser>;
};

/** A test that starts the app once: in a fresh context of the one browser of its worker (real Electron: in its own process). */
export const test = base.extend<Fixtures, WorkerFixtures>({
  edition: ['browser', { option: true, scope: 'worker' }],
  serverUrl: [
    async ({ edition }, use) => {
      if (edition === 'desktop') {
        console.log(`desktop edition runs in: ${DESKTOP_RUNTIME}`);
        await use('');
        return;
      }
      const server = await serveFolder(join(APP_DIR, 'out/renderer'), 0);
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  sharedBrowser: [
    async ({}, use) => {
      const running: { browser?: Promise<Browser> } = {};
      // Only when asked for: real Electron needs no Chromium.
      await use(() => (running.browser ??= launchShared()));
      await (await running.browser)?.close();
    },
    { scope: 'worker' },
  ],
  userData: async ({}, use, info) => use(info.outputPath('user-data')),
  foreignRequests: async ({}, use) => {
    const foreign: string[] = [];
    await use(foreign);
    expect(foreign, 'requests beyond the origin of the app').toEqual([]);
  },
  hasOwnProcess: async ({ edition }, use) => use(edition === 'desktop' && DESKTOP_RUNTIME !== 'stand-in'),
  chromiumArgs: async ({}, use) => use([]),
  launch: async (
    { edition, serverUrl, sharedBrowser, hasOwnProcess, chromiumArgs, userData, foreignRequests },
    use,
  ) => {
    const observe: Observe = (context) =>
      watchRequests(context, edition === 'desktop' ? DESKTOP_ORIGINS : [serverUrl], foreignRequests);
    const running: RunningApp[] = [];
    await use(async (profile = userData) => {
      const browser = hasOwnProcess ? null : await sharedBrowser();
      const launch = { userData: profile, browser, chromiumArgs, observe };
      const app = await (edition === 'desktop' ? launchDesktop(launch) : launchBrowser(launch, serverUrl));
      running.push(app);
      return app;
    });
    for (const app of running) await app.close().catch(() => undefined);
  },
  app: async ({ launch }, use) => use(await launch()),
  page: async ({ app }, use) => use(app.page),
});

type RestartFixtures = {
  /** Starts the app once more on the same data; the first one must be closed. */
  readonly relaunch: () => Promise<RunningApp>;
};

/** A test that starts the app again or looks at its files: in a browser process of its own, with its profile in `userData`. */
export const testWithRestarts = test.extend<RestartFixtures>({
  hasOwnProcess: true,
  relaunch: async ({ launch }, use) => use(launch),
});
export { expect };
