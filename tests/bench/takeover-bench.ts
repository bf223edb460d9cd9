import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { serveFolder } from '../../scripts/lib/serve.mjs';
import type { BenchRow } from './bench-row.ts';
import { launchBrowser, storeSchool } from './app-in-browser.ts';
import { largeListCsv } from './large-list.ts';
import { largeSchool } from './large-school.ts';
import { median } from './measure.ts';

const RUNS = 5;
/** 100,000 rows are read and planned in this time. */
const STEP_MS = 120_000;

type Takeover = {
  /** From the click that confirms to the list of devices on the screen. */
  readonly shownMs: number;
  /** From that click until the app says that all is saved. */
  readonly savedMs: number;
  /** The longest task of the main thread (Long Tasks API, which tells those from 50 ms on); 0 = none was that long. */
  readonly stallMs: number;
  /** The longest time until a timer came to its turn: several short tasks one after the other, and other processes. */
  readonly waitMs: number;
  /** When a timer waited for more than 30 ms: start after the click, and how long. */
  readonly stalls: readonly (readonly [at: number, length: number])[];
  readonly devices: number;
  /** Most memory that the page's process ever had, workers included; NaN where the system does not tell. */
  readonly peakMb: number;
};

/** Runs in the page: notes how long it is deaf from the click on, and leads to the device list when all is saved. */
const watch = (): void => {
  const noted = {
    started: 0,
    saved: 0,
    shown: 0,
    isOver: false,
    stalls: [] as [number, number][],
    tasks: [] as number[],
  };
  Reflect.set(window, 'takeover', noted);
  const TICK = 4;
  const isSaved = (): boolean =>
    document.querySelector('main [role=progressbar]') === null &&
    (document.querySelector('header [role=status]')?.textContent?.includes('Gespeichert') ?? false);
  const isListShown = (): boolean =>
    document.querySelector('main [role=grid] [role=row][aria-rowindex="2"]') !== null ||
    document.querySelectorAll('main [role=grid] [role=row]').length > 3;
  let last = 0;
  let wasSaving = false;
  const look = (): void => {
    const now = performance.now();
    const gap = now - last - TICK;
    if (gap > 30) noted.stalls.push([last - noted.started, gap]);
    last = now;
    if (noted.saved === 0) {
      wasSaving ||= !isSaved();
      if (wasSaving && isSaved()) {
        noted.saved = now - noted.started;
        location.hash = '#/geraete';
      }
    } else if (noted.shown === 0 && isListShown()) {
      noted.shown = now - noted.started;
      // What follows the first picture (data check, numbers on the tabs) counts as well.
      setTimeout(() => (noted.isOver = true), 1000);
    }
    if (!noted.isOver) setTimeout(look, TICK);
  };
  window.addEventListener(
    'click',
    () => {
      noted.started = performance.now();
      last = noted.started;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) noted.tasks.push(duration);
      }).observe({ type: 'longtask' });
      look();
    },
    { capture: true, once: true },
  );
};

/** Through the steps of the import, however many there are, up to the button that takes the list over. */
const toLastStep = async (page: Page): Promise<void> => {
  const take = page.getByRole('button', { name: /^[\d.]+ .* übernehmen$/ });
  const next = page.getByRole('button', { name: /^Weiter/ });
  const isThere = async (): Promise<boolean> => (await take.count()) > 0;
  while (!(await isThere())) {
    await take.or(next).first().waitFor({ timeout: STEP_MS });
    if (await isThere()) return;
    await next.first().click({ timeout: STEP_MS });
    await page.waitForTimeout(100);
  }
};

/** The page's process, by its number; the browser knows it, the system how much memory it had. */
const peakMemory = async (browser: CDPSession, known: ReadonlySet<number>): Promise<number> => {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type, id }) => type === 'renderer' && !known.has(id))
    .map(({ id }) => {
      try {
        const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
        return Number(kilobytes) / 1024;
      } catch {
        return Number.NaN;
      }
    });
  return Math.max(...peaks);
};

const takeOver = async (url: string, folder: string, csv: string): Promise<Takeover> => {
  const context = await launchBrowser(folder);
  try {
    const first = context.pages()[0] ?? (await context.newPage());
    await storeSchool(first, url, { ...largeSchool(0, 0), rooms: [], devices: [] });
    const page = await context.newPage();
    await page.goto(`${url}#/import`);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(csv, 'utf8') });
    await toLastStep(page);
    await page.evaluate(watch);
    await page.getByRole('button', { name: /^[\d.]+ .* übernehmen$/ }).click();
    await page.waitForFunction(
      () => (Reflect.get(window, 'takeover') as { isOver: boolean }).isOver,
      undefined,
      { timeout: 300_000, polling: 500 },
    );
    const noted = await page.evaluate(
      () =>
        Reflect.get(window, 'takeover') as {
          saved: number;
          shown: number;
          stalls: [number, number][];
          tasks: number[];
        },
    );
    const devices = await page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const open = indexedDB.open('ausstattungskompass');
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const count = open.result.transaction('devices').objectStore('devices').count();
            count.onsuccess = () => resolve(count.result);
          };
        }),
    );
    const browser = context.browser();
    const session = browser === null ? null : await browser.newBrowserCDPSession();
    return {
      shownMs: noted.shown,
      savedMs: noted.saved,
      stallMs: Math.max(0, ...noted.tasks),
      waitMs: Math.max(0, ...noted.stalls.map(([, length]) => length)),
      stalls: noted.stalls,
      devices,
      peakMb: session === null ? Number.NaN : await peakMemory(session, new Set()),
    };
  } finally {
    await context.close();
  }
};

const stallsText = ({ stalls }: Takeover): string =>
  stalls
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 6)
    .map(([at, length]) => `${Math.round(length)} ms bei ${Math.round(at)}`)
    .join(', ');

/** Taking a list over in the built app, from the click that confirms, in an empty school. */
export const run = async (): Promise<BenchRow[]> => {
  const server = await serveFolder(join(process.cwd(), 'out/renderer'), 0);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const small: Takeover[] = [];
    const csv = largeListCsv(5000);
    for (let number = 0; number < RUNS; number += 1)
      small.push(await takeOver(server.url, join(folder, `small-${number}`), csv));
    if (small.some(({ devices }) => devices !== 5000)) throw new Error('not all 5,000 devices were stored');
    const large = await takeOver(server.url, join(folder, 'large'), largeListCsv(100_000));
    if (large.devices !== 100_000) throw new Error(`${large.devices} of 100,000 devices were stored`);
    return [
      {
        name: 'Import von 5.000 Zeilen: Klick auf Übernehmen bis zur sichtbaren Geräteliste',
        medianMs: median(small.map(({ shownMs }) => shownMs)),
        limitMs: 3000,
        note: `gespeichert nach ${Math.round(median(small.map(({ savedMs }) => savedMs)))} ms`,
      },
      {
        name: 'dabei längste Aufgabe des Fensters ab 50 ms, 5.000 Zeilen (0 = keine)',
        medianMs: median(small.map(({ stallMs }) => stallMs)),
        limitMs: 50,
        note: `ein Zeitgeber wartete höchstens ${Math.round(median(small.map(({ waitMs }) => waitMs)))} ms: ${small.map((entry) => stallsText(entry)).join(' | ')}`,
      },
      {
        name: 'Import von 100.000 Zeilen: Klick auf Übernehmen bis zur sichtbaren Geräteliste',
        medianMs: large.shownMs,
        note: `gespeichert nach ${Math.round(large.savedMs)} ms; ${large.devices} Geräte gespeichert`,
      },
      {
        name: 'dabei längste Aufgabe des Fensters ab 50 ms, 100.000 Zeilen',
        medianMs: large.stallMs,
        note: stallsText(large),
      },
      {
        name: 'dabei höchster Speicher des Fensters, 100.000 Zeilen',
        medianMs: large.peakMb,
        unit: 'MB',
        limitMs: 1024,
        note: 'Prozess der Seite mit Arbeitern, wie das System ihn zählt',
      },
    ];
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
