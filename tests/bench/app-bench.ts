import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from '@playwright/test';
import { serveFolder } from '../../scripts/lib/serve.mjs';
import { launchBrowser, scriptClock, storeSchool } from './app-in-browser.ts';
import type { BenchRow } from './bench-row.ts';
import { largeSchool } from './large-school.ts';
import { median, quantile } from './measure.ts';

const RUNS = 7;
const ROOMS = 60;

/** A profile of the browser in which the app finds the school when it starts. */
const openSchool = async (url: string, devices: number, folder: string): Promise<BrowserContext> => {
  const context = await launchBrowser(folder);
  const page = context.pages()[0] ?? (await context.newPage());
  await storeSchool(page, url, largeSchool(ROOMS, devices));
  return context;
};

/** From the start of navigation to a painted overview with its figures and its chart. */
const startUp = async (context: BrowserContext, url: string): Promise<number> => {
  const page = await context.newPage();
  await page.goto(url);
  const time = await page.waitForFunction(
    () => (document.documentElement.dataset['ready'] === 'uebersicht' ? performance.now() : null),
    undefined,
    { polling: 'raf' },
  );
  const shown = Number(await time.jsonValue());
  await page.close();
  return shown;
};

/** Everything fetched until the overview is painted, each file packed on its own as a server would. */
const bytesFetched = async (context: BrowserContext, url: string): Promise<number> => {
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    sizes.push(
      response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      ),
    );
  });
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'uebersicht');
  const all = await Promise.all(sizes);
  await page.close();
  return all.reduce((sum, size) => sum + size, 0);
};

type KeyTimes = { readonly painted: number[]; readonly script: number[] };

/** Types into the filter of the device list: from each key to the frame that shows its rows, and the script it took. */
const filterKeys = async (page: Page): Promise<KeyTimes> => {
  await page.goto(`${page.url().split('#')[0] ?? ''}#/geraete`);
  const field = page.getByRole('searchbox');
  await field.waitFor();
  await field.click();
  await page.evaluate(() => {
    const painted: number[] = [];
    Reflect.set(window, 'painted', painted);
    window.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        requestAnimationFrame(() => {
          // A message comes after the frame was laid out and painted.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => painted.push(performance.now() - start);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  const now = await scriptClock(page);
  const script: number[] = [];
  const press = async (key: string): Promise<void> => {
    const before = await now();
    await page.keyboard.press(key);
    await page.waitForTimeout(80);
    script.push((await now()) - before);
  };
  for (let round = 0; round < 4; round += 1) {
    for (const letter of 'epson') await press(letter);
    for (let count = 0; count < 5; count += 1) await press('Backspace');
  }
  const painted = (await page.evaluate(() => Reflect.get(window, 'painted') as unknown)) as number[];
  // The first word warms the page up.
  return { painted: painted.slice(10), script: script.slice(10) };
};

/** Share of frames that came late while the wheel turned. */
const scrollDrops = async (page: Page): Promise<number> => {
  const grid = page.getByRole('grid').first();
  await grid.hover();
  await page.evaluate(() => {
    const frames: number[] = [];
    Reflect.set(window, 'frames', frames);
    const note = (time: number): void => {
      frames.push(time);
      if (Reflect.get(window, 'framesEnd') !== true) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(16);
  }
  const frames = await page.evaluate(() => {
    Reflect.set(window, 'framesEnd', true);
    return Reflect.get(window, 'frames') as unknown as number[];
  });
  const gaps = frames.slice(1).map((time, index) => time - (frames[index] ?? time));
  // A frame is dropped when the next one comes after one and a half of the display's intervals.
  const late = gaps.filter((gap) => gap > 25).length;
  return late / Math.max(1, gaps.length);
};

/** From the click on "save" of a new device to its row in the list. */
const saveToRow = async (page: Page, number: number): Promise<number> => {
  const tag = `NEU-${number}`;
  await page.getByRole('button', { name: /Gerät anlegen/ }).click();
  await page.getByLabel('Inventarnummer', { exact: true }).fill(tag);
  const save = page.getByRole('button', { name: 'Gerät anlegen', exact: true }).last();
  await page.evaluate((wanted) => {
    Reflect.set(window, 'savedAfter', null);
    window.addEventListener(
      'pointerup',
      () => {
        const start = performance.now();
        const look = (): void => {
          const found = [...document.querySelectorAll('[role=grid] [role=row]')].some((row) =>
            row.textContent?.includes(wanted),
          );
          if (found) Reflect.set(window, 'savedAfter', performance.now() - start);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  }, tag);
  await save.click();
  const time = await page.waitForFunction(
    () => Reflect.get(window, 'savedAfter') as number | null,
    undefined,
    {
      timeout: 10_000,
    },
  );
  return Number(await time.jsonValue());
};

/** The built app in Chromium with 5,000 and with 100,000 devices stored. */
export const run = async (): Promise<BenchRow[]> => {
  const server = await serveFolder(join(process.cwd(), 'out/renderer'), 0);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const rows: BenchRow[] = [];
  try {
    const context = await openSchool(server.url, 5000, join(folder, 'small'));
    const starts: number[] = [];
    for (let index = 0; index <= RUNS; index += 1) starts.push(await startUp(context, server.url));
    rows.push({
      name: 'Start bis zur gemalten Übersicht, 5.000 Geräte',
      medianMs: median(starts.slice(1)),
      limitMs: 1000,
      note: 'nächster Mitbewerber: 2.200 ms',
    });
    const kilobytes = (await bytesFetched(context, server.url)) / 1024;
    rows.push({
      name: 'bis dahin geladen (gzip)',
      medianMs: kilobytes,
      unit: 'kB',
      limitMs: 300,
      note: 'nächster Mitbewerber: 1.060 kB',
    });
    const page = await context.newPage();
    await page.goto(server.url);
    const keys = await filterKeys(page);
    rows.push(
      {
        name: 'Taste im Filter bis zur neuen Liste (p95), 5.000 Geräte',
        medianMs: quantile(keys.painted, 0.95),
        limitMs: 50,
        note: `Median ${median(keys.painted).toFixed(1)} ms; nächster Mitbewerber: 600 ms`,
      },
      {
        name: 'davon Skript (p95), 5.000 Geräte',
        medianMs: quantile(keys.script, 0.95),
        limitMs: 16,
        note: `Median ${median(keys.script).toFixed(1)} ms`,
      },
      {
        name: 'zu spät gekommene Bilder beim Rollen, 5.000 Geräte',
        medianMs: (await scrollDrops(page)) * 100,
        unit: '%',
        limitMs: 5,
        note: 'nächster Mitbewerber: 55 %',
      },
    );
    const saves: number[] = [];
    for (let number = 0; number < RUNS; number += 1) saves.push(await saveToRow(page, number));
    rows.push({
      name: 'Klick auf Anlegen bis zur sichtbaren Zeile, 5.000 Geräte',
      medianMs: median(saves),
      limitMs: 100,
      note: 'nächster Mitbewerber: 428 ms',
    });
    await context.close();
    const large = await openSchool(server.url, 100_000, join(folder, 'large'));
    const many = await large.newPage();
    await many.goto(server.url);
    const manyKeys = await filterKeys(many);
    rows.push({
      name: 'Taste im Filter bis zur neuen Liste (p95), 100.000 Geräte',
      medianMs: quantile(manyKeys.painted, 0.95),
      limitMs: 100,
      note: `Median ${median(manyKeys.painted).toFixed(1)} ms`,
    });
    await large.close();
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
};
