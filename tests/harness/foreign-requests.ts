import type { BrowserContext, Page } from '@playwright/test';

/** What never leaves the process: bytes in memory, empty pages, the page that Chromium shows for a failed one. */
const LOCAL = ['data:', 'blob:', 'about:', 'chrome-error:', 'devtools:'];

/** Whether a request goes to nobody but the app. `origins` end with a slash. */
export const isOwnAddress = (address: string, origins: readonly string[]): boolean =>
  LOCAL.some((scheme) => address.startsWith(scheme)) || origins.some((origin) => address.startsWith(origin));

/**
 * Notes every request beyond the app's own origins, of pages, frames, workers and sockets, also one that is blocked. A
 * service worker is noted too: it would ask for the page, unseen.
 */
export const watchRequests = (
  context: BrowserContext,
  origins: readonly string[],
  foreign: string[],
): void => {
  const note = (address: string): void => {
    if (!isOwnAddress(address, origins)) foreign.push(address);
  };
  context.on('request', (request) => note(request.url()));
  // What the page's policy refuses is never asked; only the console tells of it.
  context.on('console', (message) => {
    const text = message.text();
    if (text.includes('Content Security Policy'))
      for (const [, address = ''] of text.matchAll(/'((?:https?|wss?|ftp|file):[^']*)'/g)) note(address);
  });
  context.on('serviceworker', (worker) => foreign.push(`service worker ${worker.url()}`));
  const watchPage = (page: Page): void => {
    page.on('websocket', (socket) => note(socket.url()));
  };
  for (const page of context.pages()) watchPage(page);
  context.on('page', watchPage);
};
