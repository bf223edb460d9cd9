import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from '../fuzz/seeded.ts';
import { startApp, type AppPlace, type RunningApp } from './running-app.ts';
import {
  goToFirstCell,
  openDevices,
  openSampleSchool,
  pasteAndWait,
  readCells,
  waitUntilSaved,
} from './user.ts';

export type KillReport = {
  readonly rounds: number;
  /** Changes that the window had called saved. */
  readonly acknowledged: number;
  readonly lost: number;
  /** Change sets of which only some rows were there afterwards. */
  readonly half: number;
  readonly problems: readonly string[];
};

const VICTIMS = ['browser', 'main process', 'both'] as const;
const MAX_DELAY_MS = 900;

/** The number that a value of the test carries; 0 for what stood there before. */
const numberOf = (text: string): number => Number(/^Wert (\d+)$/.exec(text)?.[1] ?? 0);

/**
 * Rounds of writing without a pause until a kill at a moment by chance; this process notes what the window had
 * acknowledged until then, and looks for it after the next start.
 */
export const killRounds = async (
  place: Omit<AppPlace, 'userData'>,
  { rounds, seed, seconds }: { readonly rounds: number; readonly seed: number; readonly seconds: number },
): Promise<KillReport> => {
  const chance = seeded(seed);
  const userData = mkdtempSync(join(tmpdir(), 'ausfall-'));
  const end = Date.now() + seconds * 1000;
  const problems: string[] = [];
  let acknowledged = 0;
  let lost = 0;
  let half = 0;
  let sent = 0;
  let lastAcknowledged = 0;
  let done = 0;

  const check = async ({ page }: RunningApp, round: number): Promise<void> => {
    const values = (await readCells(page)).map(numberOf);
    const [first = -1] = values;
    if (values.some((value) => value !== first)) {
      half += 1;
      problems.push(`round ${round}: half a change set: ${values.join(', ')}`);
    }
    if (Math.min(...values) < lastAcknowledged) {
      lost += 1;
      problems.push(`round ${round}: ${lastAcknowledged} was saved, ${first} is there`);
    }
    if (Math.max(...values) > sent) problems.push(`round ${round}: ${first} is there and was never written`);
  };

  const begin = async (round: number): Promise<RunningApp> => {
    const app = await startApp({ ...place, userData });
    if (round === 0) await openSampleSchool(app.page);
    await openDevices(app.page);
    if (round > 0) await check(app, round);
    await goToFirstCell(app.page);
    return app;
  };

  try {
    for (; done < rounds && Date.now() < end; done += 1) {
      const app = await begin(done);
      const victim = VICTIMS[done % VICTIMS.length];
      const delay = 20 + chance.below(MAX_DELAY_MS);
      let isKilled = false;
      const killed = new Promise<void>((resolve) =>
        setTimeout(() => {
          isKilled = true;
          if (victim !== 'main process') app.killBrowser();
          if (victim !== 'browser') app.killMain();
          resolve();
        }, delay),
      );
      while (!isKilled) {
        sent += 1;
        const value = sent;
        const isSaved = await Promise.race([
          pasteAndWait(app.page, `Wert ${value}`).then(
            () => true,
            () => false,
          ),
          killed.then(() => false),
        ]);
        if (!isSaved) break;
        lastAcknowledged = value;
        acknowledged += 1;
      }
      await killed;
      await app.gone();
    }
    const app = await begin(rounds);
    await pasteAndWait(app.page, `Wert ${(sent += 1)}`);
    await waitUntilSaved(app.page);
    await app.close();
  } finally {
    rmSync(userData, { recursive: true, force: true });
  }
  return { rounds: done, acknowledged, lost, half, problems };
};
