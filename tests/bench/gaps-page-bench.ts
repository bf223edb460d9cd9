import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveFolder } from '../../scripts/lib/serve.mjs';
import { launchBrowser, scriptClock, storeSchool } from './app-in-browser.ts';
import type { BenchRow } from './bench-row.ts';
import { largeSchool } from './large-school.ts';
import { median, quantile } from './measure.ts';

const SIZES = [
  { rooms: 120, devices: 3000, limitMs: 50, restMs: 250 },
  { rooms: 1000, devices: 30_000, limitMs: 200, restMs: 900 },
] as const;
const ROUNDS = 7;

const VIEWS = [
  ['Matrix', ''],
  ['Lücken je Raum', '/diagramm/luecken'],
  ['Erfüllung je Kategorie', '/diagramm/erfuellung'],
  ['Räume im Standard', '/diagramm/standard'],
  ['Abdeckung bis zum Zieljahr', '/diagramm/ausbaustufen'],
  ['Altersstruktur', '/diagramm/alter'],
  ['Ersatzkosten je Jahr', '/diagramm/ersatz'],
] as const;

type Change = {
  readonly name: string;
  /** Sets the focus and whatever else is needed, outside of what is measured. */
  readonly prepare: (page: Page, round: number) => Promise<void>;
  /** Keys only: what Playwright itself runs in the page would count as script of the app. */
  readonly key: (round: number) => string;
};

const STAGE: Change = {
  name: 'Stufe',
  prepare: (page) => page.getByLabel('Ausbaustufe', { exact: true }).focus(),
  key: (round) => (round % 2 === 0 ? 'ArrowDown' : 'ArrowUp'),
};
const AS_OF: Change = {
  name: 'Stichtag',
  prepare: async (page, round) => {
    const field = page.getByLabel('Stichtag');
    await field.fill(`1.2.${2026 + (round % 3)}`);
  },
  key: () => 'Enter',
};
const MATRIX_FILTER: Change = {
  name: 'Filter',
  prepare: (page) => page.getByLabel('Stand', { exact: true }).focus(),
  key: (round) => (round % 2 === 0 ? 'ArrowDown' : 'ArrowUp'),
};
const BAR_SEARCH: Change = {
  name: 'Filter',
  prepare: (page) => page.getByRole('textbox', { name: 'Raum suchen' }).focus(),
  key: (round) => (round % 2 === 0 ? '1' : 'Backspace'),
};

const changesOf = (view: string): readonly Change[] => [
  STAGE,
  AS_OF,
  ...(view === 'Matrix' ? [MATRIX_FILTER] : []),
  ...(view === 'Lücken je Raum' ? [BAR_SEARCH] : []),
];

/** Milliseconds of script from the key until nothing more happens, once per round; the first rounds warm up. */
const timesOf = async (page: Page, { prepare, key }: Change, restMs: number): Promise<readonly number[]> => {
  const clock = await scriptClock(page);
  const times: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    await prepare(page, round + 2);
    await page.waitForTimeout(60);
    const before = await clock();
    await page.keyboard.press(key(round + 2));
    await page.waitForTimeout(restMs);
    if (round >= 0) times.push((await clock()) - before);
  }
  return times;
};

/** Stichtag, stage and filters on Soll-Ist: how long the page's scripts run until matrix or chart shows the new state. */
export const run = async (): Promise<BenchRow[]> => {
  const server = await serveFolder(join(process.cwd(), 'out/renderer'), 0);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const rows: BenchRow[] = [];
  try {
    for (const { rooms, devices, limitMs, restMs } of SIZES) {
      const context = await launchBrowser(join(folder, String(rooms)));
      const page = context.pages()[0] ?? (await context.newPage());
      await storeSchool(page, server.url, largeSchool(rooms, devices));
      await page.goto(`${server.url}#/soll-ist`);
      await page.getByRole('grid').waitFor();
      for (const [view, path] of VIEWS) {
        await page.evaluate((hash) => {
          window.location.hash = hash;
        }, `/soll-ist${path}`);
        await page.waitForTimeout(1500);
        const measured: { name: string; times: readonly number[] }[] = [];
        for (const change of changesOf(view))
          measured.push({ name: change.name, times: await timesOf(page, change, restMs) });
        rows.push({
          name: `Soll-Ist › ${view}, ${rooms} Räume, ${devices} Geräte: Skript je Änderung`,
          medianMs: Math.max(...measured.map(({ times }) => median(times))),
          limitMs,
          note: measured
            .map(
              ({ name, times }) =>
                `${name} ${median(times).toFixed(0)} (p95 ${quantile(times, 0.95).toFixed(0)})`,
            )
            .join(', '),
        });
      }
      await context.close();
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
};
