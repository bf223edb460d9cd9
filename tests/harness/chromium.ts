import { chromium, type Browser, type BrowserContext } from '@playwright/test';

/** Quiet, and without the sandbox, which needs rights that a container does not give. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const launchOptions = (furtherArgs: readonly string[]) => ({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [...CHROMIUM_ARGS, ...furtherArgs],
  headless: true,
});

/** One process from which many tests take a fresh context each: starting Chromium takes a second, a context nothing. */
export const launchShared = (): Promise<Browser> => chromium.launch(launchOptions([]));

/**
 * A context without any data of another one: of `browser`, with its storage in memory; without one, of a process of
 * its own whose storage stays in the folder `profile` and is found there by the next start.
 */
export const openContext = (options: {
  readonly browser: Browser | null;
  readonly profile: () => string;
  readonly chromiumArgs?: readonly string[];
  readonly viewport: { readonly width: number; readonly height: number } | null;
}): Promise<BrowserContext> => {
  const looks = { viewport: options.viewport, locale: 'de-DE' };
  return options.browser === null
    ? chromium.launchPersistentContext(options.profile(), {
        ...launchOptions(options.chromiumArgs ?? []),
        ...looks,
      })
    : options.browser.newContext(looks);
};
