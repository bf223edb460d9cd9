import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { putSchool } from '../bench/app-in-browser.ts';
import { largeSchool } from '../bench/large-school.ts';
import { median } from '../bench/measure.ts';
import { startApp, type AppPlace } from './running-app.ts';
import { goToFirstCell, openDevices, pasteAndWait } from './user.ts';

export type CostRow = { readonly name: string; readonly ms: number; readonly limitMs: number };

const ROOMS = 120;
const DEVICES = 5000;
const SAVES = 40;
const BACKUPS = 5;
const STARTS = 7;

/** The app's own marks on the browser's time line. */
const lastMeasure = (page: Page, name: string) =>
  page.evaluate((wanted) => {
    const entry = performance.getEntriesByName(wanted).at(-1) as PerformanceMeasure | undefined;
    return { duration: entry?.duration ?? Number.NaN, detail: entry?.detail as unknown };
  }, name);

/** What the journal adds to a save: so much later than the database it has the change, 0 where it is first. */
const addedByJournal = async (page: Page): Promise<number> => {
  const { detail } = await lastMeasure(page, 'save');
  const { database, journal } = detail as { readonly database: number; readonly journal: number };
  return Math.max(0, journal - database);
};

/** Writes a backup by the button and gives its time and the longest task of the window meanwhile. */
const backUp = async (page: Page, number: number) => {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Reflect.set(window, 'longTasks', tasks);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await page.getByRole('button', { name: 'Jetzt sichern' }).click();
  await page.waitForFunction((wanted) => performance.getEntriesByName('backup').length >= wanted, number, {
    polling: 20,
  });
  const longest = await page.evaluate(() => Math.max(0, ...(Reflect.get(window, 'longTasks') as number[])));
  return { ms: (await lastMeasure(page, 'backup')).duration, longest };
};

/** What safety costs with 5,000 devices: medians. */
export const measureCost = async (place: Omit<AppPlace, 'userData'>): Promise<readonly CostRow[]> => {
  const userData = mkdtempSync(join(tmpdir(), 'kosten-'));
  try {
    const first = await startApp({ ...place, userData });
    await putSchool(first.page, largeSchool(ROOMS, DEVICES));
    await first.close();

    const app = await startApp({ ...place, userData });
    const { page } = app;
    await openDevices(page);
    await goToFirstCell(page);
    const added: number[] = [];
    for (let number = 0; number < SAVES; number += 1) {
      await pasteAndWait(page, `Wert ${number}`);
      added.push(await addedByJournal(page));
    }
    await page.evaluate(() => (window.location.hash = '/einstellungen'));
    const backups: number[] = [];
    const tasks: number[] = [];
    const before = await page.evaluate(() => performance.getEntriesByName('backup').length);
    for (let number = 1; number <= BACKUPS; number += 1) {
      const { ms, longest } = await backUp(page, before + number);
      backups.push(ms);
      tasks.push(longest);
    }
    await app.close();

    const starts: number[] = [];
    for (let number = 0; number < STARTS; number += 1) {
      const again = await startApp({ ...place, userData });
      await openDevices(again.page);
      starts.push((await lastMeasure(again.page, 'compare-at-start')).duration);
      await again.close();
    }
    return [
      { name: 'what the journal adds to saving one change', ms: median(added), limitMs: 30 },
      { name: 'a backup of 5,000 devices, written and read back', ms: median(backups), limitMs: 1000 },
      // What the browser itself calls a long task begins at 50 ms: 0 = there was none.
      { name: 'longest task of the window meanwhile', ms: Math.max(...tasks), limitMs: 50 },
      { name: 'comparison at start, 5,000 devices', ms: median(starts), limitMs: 100 },
    ];
  } finally {
    rmSync(userData, { recursive: true, force: true });
  }
};
