import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveFolder } from '../../scripts/lib/serve.mjs';
import { launchBrowser, storeSchool } from './app-in-browser.ts';
import type { BenchRow } from './bench-row.ts';
import { largeSchool } from './large-school.ts';
import { median } from './measure.ts';

const RUNS = 5;
const LABELS = 200;
const LIMIT_MS = 2000;
const SHEETS = [
  ['avery-l4773', 'QR-Code'],
  ['avery-l4731', 'QR-Code'],
  ['avery-l7160', 'Strichcode'],
] as const;

/** From the key to the sheets of paper in the page, with every code drawn anew. */
const timeToPaper = async (page: Page, url: string, sheet: string, code: string): Promise<number> => {
  // A fresh document: codes that were drawn before are kept.
  await page.goto('about:blank');
  await page.goto(`${url}#/etiketten`);
  await page.getByRole('combobox', { name: 'Etikettenbogen' }).selectOption(sheet);
  await page.getByRole('button', { name: code, exact: true }).click();
  await page.getByRole('button', { name: 'Drucken oder als PDF speichern …' }).focus();
  await page.evaluate(() => {
    window.addEventListener('keydown', () => Reflect.set(window, 'pressedAt', performance.now()), {
      capture: true,
    });
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      Reflect.set(window, 'tookMs', performance.now() - Number(Reflect.get(window, 'pressedAt')));
    };
  });
  await page.keyboard.press('Enter');
  const took = await page.waitForFunction(() => Reflect.get(window, 'tookMs') as unknown);
  const labels = await page.locator('[data-print-sheet] svg > g').count();
  if (labels !== LABELS) throw new Error(`${labels} labels instead of ${LABELS}`);
  return Number(await took.jsonValue());
};

/** 200 labels, from the key to the sheets that Chromium prints. */
export const run = async (): Promise<BenchRow[]> => {
  const server = await serveFolder('out/renderer', 0);
  const folder = mkdtempSync(join(tmpdir(), 'labels-bench-'));
  const inventory = largeSchool(40, LABELS);
  const tagged = inventory.devices.map((device, index) => ({
    ...device,
    assetTag: `GSL-${String(index + 1).padStart(4, '0')}`,
    status: 'in-use' as const,
  }));
  const context = await launchBrowser(folder);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await storeSchool(page, server.url, { ...inventory, devices: tagged });
    const rows: BenchRow[] = [];
    for (const [sheet, code] of SHEETS) {
      const times: number[] = [];
      for (let round = 0; round < RUNS; round += 1)
        times.push(await timeToPaper(page, server.url, sheet, code));
      rows.push({
        name: `${LABELS} Etiketten, ${code} auf ${sheet}`,
        medianMs: median(times),
        limitMs: LIMIT_MS,
      });
    }
    return rows;
  } finally {
    await context.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
