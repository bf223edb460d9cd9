import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveFolder } from '../../scripts/lib/serve.mjs';
import { encodeRoom } from '#core/labels/label-code.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { Room } from '#core/inventory/room.ts';
import { launchBrowser, putSettings, storeSchool } from './app-in-browser.ts';
import type { BenchRow } from './bench-row.ts';
import { median, quantile } from './measure.ts';

const ROOM_SIZE = 30;
const SCANS = 32;
const KEYS = 2;
const SCAN_LIMIT_MS = 50;

export type PreparedCount = {
  readonly inventory: Inventory;
  /** Records of a stocktake in which all other rooms are counted. */
  readonly settings: ReadonlyMap<string, unknown>;
  readonly stocktake: string;
  /** Not opened yet; these codes stand in it, and `stray` belongs elsewhere. */
  readonly room: Room;
  readonly codes: readonly string[];
  readonly stray: string;
};

/** Notes for each Enter how long it took until the text that was waited for was painted. */
const watchAnswers = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(window, 'answers', times);
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (key !== 'Enter') return;
        const start = performance.now();
        const { selector, text } = Reflect.get(window, 'awaited') as {
          readonly selector: string;
          readonly text: string;
        };
        const look = (): void => {
          requestAnimationFrame(() => {
            if (document.querySelector(selector)?.textContent?.includes(text) !== true) {
              look();
              return;
            }
            // A message comes after the frame was laid out and painted.
            const channel = new MessageChannel();
            channel.port1.onmessage = () => times.push(performance.now() - start);
            channel.port2.postMessage(null);
          });
        };
        look();
      },
      { capture: true },
    );
  });

/** Types a code as a hand scanner does, and waits for the painted answer. */
const scanAndWait = async (
  page: Page,
  code: string,
  awaited: { readonly selector: string; readonly text: string },
): Promise<void> => {
  const before = await page.evaluate((wanted) => {
    Reflect.set(window, 'awaited', wanted);
    return (Reflect.get(window, 'answers') as number[]).length;
  }, awaited);
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.waitForFunction((count) => (Reflect.get(window, 'answers') as number[]).length > count, before, {
    timeout: 10_000,
  });
};

/**
 * Counts a room of 30 devices in the built app, in a school of 5,000 with thousands of scans before: its label, each device, one that
 * belongs elsewhere and moves here by a key, and a key for the next room. No mouse.
 */
export const countRoom = async ({
  inventory,
  settings,
  stocktake,
  room,
  codes,
  stray,
}: PreparedCount): Promise<BenchRow[]> => {
  if (codes.length !== ROOM_SIZE) throw new Error(`${codes.length} devices instead of ${ROOM_SIZE}`);
  const server = await serveFolder(join(process.cwd(), 'out/renderer'), 0);
  const folder = mkdtempSync(join(tmpdir(), 'bench-inventur-'));
  try {
    const context = await launchBrowser(folder);
    const page = context.pages()[0] ?? (await context.newPage());
    await storeSchool(page, server.url, inventory, (opened) => putSettings(opened, settings));
    await page.goto(`${server.url}#/inventur/${stocktake}`);
    await page.getByRole('textbox', { name: 'Raumschild scannen' }).waitFor();
    await watchAnswers(page);
    let scans = 0;
    let keys = 0;
    const scan = async (code: string, awaited: Parameters<typeof scanAndWait>[2]): Promise<void> => {
      scans += 1;
      await scanAndWait(page, code, awaited);
    };
    const answered = (text: string) => ({ selector: '[aria-live="assertive"]', text });
    await scan(encodeRoom(room), { selector: 'h1', text: `Raum ${room.roomNumber}` });
    for (const code of codes) await scan(code, answered(`${code} gefunden`));
    await scan(stray, answered(`${stray} gehört nach`));
    keys += 1;
    await page.keyboard.press('Alt+m');
    keys += 1;
    await page.keyboard.press('Alt+n');
    await page
      .getByRole('heading', { level: 1, name: `Raum ${room.roomNumber}` })
      .waitFor({ state: 'hidden' });
    await page.goto(`${server.url}#/inventur/${stocktake}`);
    const line = page.getByRole('row', { name: new RegExp(`^${room.roomNumber} .*gezählt`) });
    await line.waitFor();
    const cells = await line.getByRole('cell').allInnerTexts();
    // State, expected, found.
    if (cells[1] !== String(ROOM_SIZE) || cells[2] !== String(ROOM_SIZE))
      throw new Error(`not every device was counted: ${cells.join(' ')}`);
    const times = (await page.evaluate(() => Reflect.get(window, 'answers') as unknown)) as number[];
    await context.close();
    return [
      {
        name: 'Enter des Scanners bis zur gemalten Antwort (p95), 5.000 Geräte',
        medianMs: quantile(times, 0.95),
        limitMs: SCAN_LIMIT_MS,
        note: `${times.length} Scans; Median ${median(times).toFixed(1)} ms`,
      },
      {
        name: `Raum mit ${ROOM_SIZE} Geräten: Scans`,
        medianMs: scans,
        unit: '×',
        limitMs: SCANS,
        note: 'Raumschild, jedes Gerät, ein fremdes; ohne Maus',
      },
      { name: `Raum mit ${ROOM_SIZE} Geräten: Tasten`, medianMs: keys, unit: '×', limitMs: KEYS },
    ];
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
