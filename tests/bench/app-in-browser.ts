import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { Inventory } from '#core/inventory/inventory.ts';
import { CHROMIUM_ARGS } from '../harness/chromium.ts';

type Rows = { readonly store: string; readonly rows: readonly object[] };

const put = (page: Page, rows: Rows): Promise<void> =>
  page.evaluate(async ({ store, rows: entries }) => {
    const open = indexedDB.open('ausstattungskompass');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const change = database.transaction(store, 'readwrite');
    for (const entry of entries) change.objectStore(store).put(entry);
    await new Promise<void>((resolve, reject) => {
      change.oncomplete = () => resolve();
      change.onerror = () => reject(change.error);
    });
    database.close();
  }, rows);

const ROWS_PER_CALL = 5000;

/** A profile of the browser in which nothing is stored yet. */
export const launchBrowser = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: CHROMIUM_ARGS,
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'de-DE',
  });

/**
 * Lets the app make its database and puts a school into it: 5,000 devices by hand would take hours. The page then shows
 * nothing, because the first window holds the right to write and the measured ones need it.
 */
export const storeSchool = async (
  page: Page,
  url: string,
  inventory: Inventory,
  further: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  await page.goto(url);
  await putSchool(page, inventory);
  await further(page);
  await page.goto('about:blank');
};

/** Settings into the page that is open, as they are stored. */
export const putSettings = (page: Page, settings: ReadonlyMap<string, unknown>): Promise<void> =>
  put(page, { store: 'settings', rows: [...settings].map(([id, value]) => ({ id, value })) });

/** The same into the page that is open. */
export const putSchool = async (page: Page, { school, rooms, devices }: Inventory): Promise<void> => {
  await page.getByRole('heading', { name: 'Wie möchten Sie beginnen?' }).waitFor();
  await put(page, { store: 'school', rows: [{ ...school, id: 'school' }] });
  await put(page, { store: 'rooms', rows: rooms });
  for (let start = 0; start < devices.length; start += ROWS_PER_CALL)
    await put(page, { store: 'devices', rows: devices.slice(start, start + ROWS_PER_CALL) });
  await put(page, { store: 'settings', rows: [{ id: 'start', value: 'own' }] });
  const label = { code: 'list-imported', params: { file: 'liste.xlsx', count: devices.length } };
  const set = { seq: 1, at: '2026-11-24T08:00:00.000Z', label, action: { kind: 'do' }, changeCount: 0 };
  await put(page, { store: 'changeSets', rows: [set] });
};

/**
 * Milliseconds that the page's scripts have run so far, as the processor counts them: what other programs take from it
 * meanwhile is not the app's.
 */
export const scriptClock = async (page: Page): Promise<() => Promise<number>> => {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
};
