import { fork, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { kill, processesOf } from '../harness/processes.ts';

/** The app as a user has it before him: a window to look into, and two processes that can be killed. */
export type RunningApp = {
  readonly page: Page;
  readonly killMain: () => void;
  readonly killBrowser: () => void;
  /** Resolves when neither process is left. */
  readonly gone: () => Promise<void>;
  /** As a user closes the window. */
  readonly close: () => Promise<void>;
};

export type AppPlace = { readonly appDir: string; readonly appProcess: string; readonly userData: string };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const connect = async (port: number): Promise<Browser> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (tries === 40) throw error;
      await wait(50);
    }
  }
};

export const startApp = async ({ appDir, appProcess, userData }: AppPlace): Promise<RunningApp> => {
  const port = await freePort();
  const main: ChildProcess = fork(appProcess, [appDir, userData, String(port)], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => main.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    main.once('message', () => resolve());
    main.once('exit', (code) => reject(new Error(`the app ended while it started (${code})`)));
  });
  // A connection of its own: what it sees survives the end of the main process as long as the browser lives.
  const browser = await connect(port);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('the app has no window');
  const profile = join(userData, 'chromium');
  const killBrowser = (): void => processesOf(profile).forEach(kill);
  const gone = async (): Promise<void> => {
    // Without its main process the browser ends by itself, and the other way round; whoever hangs is ended.
    for (let tries = 0; tries < 100 && processesOf(profile).length > 0; tries += 1) {
      if (tries > 20) killBrowser();
      await wait(50);
    }
    if (main.exitCode === null && main.signalCode === null) main.kill('SIGKILL');
    await ended;
    await browser.close().catch(() => undefined);
  };
  return {
    page,
    killMain: () => void main.kill('SIGKILL'),
    killBrowser,
    gone,
    close: async () => {
      main.send('close');
      await ended;
      await gone();
    },
  };
};
