import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { seeded } from '../fuzz/seeded.ts';
import { startApp, type AppPlace, type RunningApp } from './running-app.ts';
import { openSampleSchool, waitUntilSaved } from './user.ts';

export type ScanReport = {
  readonly rounds: number;
  /** Scans that the window had shown and called saved. */
  readonly acknowledged: number;
  readonly lost: number;
  readonly problems: readonly string[];
};

const VICTIMS = ['browser', 'main process', 'both'] as const;
const MAX_DELAY_MS = 1200;
const FIELD = 'Code scannen oder Nummer eingeben';
const TABLE = 'Unbekannte Codes';

const startStocktake = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Inventur' }).click();
  await page.getByRole('button', { name: 'Inventur beginnen …' }).click();
  await page.getByRole('button', { name: 'Inventur beginnen', exact: true }).click();
  await page.getByRole('row').getByRole('link').first().click();
  await page.getByRole('textbox', { name: FIELD }).waitFor();
  await waitUntilSaved(page);
};

/** Types as a scanner does; resolves in the moment in which the window shows the code and says that it is saved. */
const scanAndWait = async (page: Page, code: string): Promise<void> => {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.evaluate(
    async ([text, name]) => {
      const isDone = (): boolean =>
        [...document.querySelectorAll('table')].some(
          (table) => table.caption?.textContent === name && table.textContent?.includes(text),
        ) &&
        [...document.querySelectorAll('[role=status]')].some((status) =>
          status.textContent?.trim().startsWith('Gespeichert'),
        );
      while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 1));
    },
    [code, TABLE] as const,
  );
};

/**
 * Rounds of scanning without a pause until a kill at a moment by chance; this process notes which scans the window had
 * acknowledged, and looks for each of them after the next start.
 */
export const scanRounds = async (
  place: Omit<AppPlace, 'userData'>,
  { rounds, seed, seconds }: { readonly rounds: number; readonly seed: number; readonly seconds: number },
): Promise<ScanReport> => {
  const chance = seeded(seed);
  const userData = mkdtempSync(join(tmpdir(), 'ausfall-inventur-'));
  const end = Date.now() + seconds * 1000;
  const problems: string[] = [];
  const acknowledged: string[] = [];
  const missing = new Set<string>();
  let room = '';
  let sent = 0;
  let done = 0;

  const check = async ({ page }: RunningApp, round: number): Promise<void> => {
    if (acknowledged.length > 0) await page.getByRole('table', { name: TABLE }).waitFor();
    const there = new Set(
      await page.getByRole('table', { name: TABLE }).getByRole('rowheader').allTextContents(),
    );
    for (const code of acknowledged)
      if (!there.has(code) && !missing.has(code)) {
        missing.add(code);
        problems.push(`round ${round}: the scan ${code} was saved and is gone`);
      }
  };

  const begin = async (round: number): Promise<RunningApp> => {
    const app = await startApp({ ...place, userData });
    if (round === 0) {
      await openSampleSchool(app.page);
      await startStocktake(app.page);
      room = await app.page.evaluate(() => window.location.hash);
    } else {
      await app.page.evaluate((hash) => (window.location.hash = hash), room);
      await app.page.getByRole('textbox', { name: FIELD }).waitFor();
      await check(app, round);
    }
    await app.page.getByRole('textbox', { name: FIELD }).focus();
    return app;
  };

  try {
    for (; done < rounds && Date.now() < end; done += 1) {
      const app = await begin(done);
      const victim = VICTIMS[done % VICTIMS.length];
      let isKilled = false;
      const killed = new Promise<void>((resolve) =>
        setTimeout(
          () => {
            isKilled = true;
            if (victim !== 'main process') app.killBrowser();
            if (victim !== 'browser') app.killMain();
            resolve();
          },
          20 + chance.below(MAX_DELAY_MS),
        ),
      );
      while (!isKilled) {
        sent += 1;
        const code = `SCAN-${String(sent).padStart(5, '0')}-`;
        const isSaved = await Promise.race([
          scanAndWait(app.page, code).then(
            () => true,
            () => false,
          ),
          killed.then(() => false),
        ]);
        if (!isSaved) break;
        acknowledged.push(code);
      }
      await killed;
      await app.gone();
    }
    const app = await begin(done);
    await app.close();
  } finally {
    rmSync(userData, { recursive: true, force: true });
  }
  return { rounds: done, acknowledged: acknowledged.length, lost: missing.size, problems };
};
