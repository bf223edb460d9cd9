import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { REQUEST_GUARDS } from '../../src/bridge/requests.ts';
import { runIpcAttack, type Sabotage } from './ipc-attack.ts';

const CASES = 1_500;
const SEED = 2026;
/** Of many methods each gets few calls of one attack: a hole is found by one of so many attacks. */
const ATTACKS = 10;

const read = async (path: string | null): Promise<void> => {
  const text = path === null ? '' : await readFile(path, 'utf8').catch(() => '');
  if (text !== '') throw new Error(text);
};
const write = async (path: string | null): Promise<void> => {
  if (path !== null) await writeFile(path, '');
};

describe('a hostile page', () => {
  it(`reaches nothing outside of the allowed folders by ${CASES} malformed calls`, async () => {
    const report = await runIpcAttack({ seed: SEED, cases: CASES });
    expect(report.breaches).toEqual([]);
    // The attack is one: it gets behind each guard, and to every channel.
    expect(report.unlearned).toEqual([]);
    expect(report.calls.size).toBe(Object.keys(REQUEST_GUARDS).length);
    expect(report.refusedForSender).toBeGreaterThan(CASES / 5);
    expect(report.refusedForRequest).toBeGreaterThan(CASES / 5);
    expect(report.answered).toBeGreaterThan(0);
    expect(report.refusedForSender + report.refusedForRequest + report.failed + report.answered).toBe(CASES);
  });

  it.each<[string, Sabotage]>([
    ['reads', (real, within) => ({ ...real, revealFile: async ({ path }) => read(within(path)) })],
    ['writes', (real, within) => ({ ...real, revealFile: async ({ path }) => write(within(path)) })],
  ])('finds a handler that %s where the page says', async (_name, sabotage) => {
    const breaches: string[] = [];
    for (let attack = 0; attack < ATTACKS && breaches.length === 0; attack += 1)
      breaches.push(...(await runIpcAttack({ seed: SEED + attack, cases: CASES, sabotage })).breaches);
    expect(breaches).not.toEqual([]);
  });

  it('makes the same calls from the same seed', async () => {
    expect(await runIpcAttack({ seed: 7, cases: 60 })).toEqual(await runIpcAttack({ seed: 7, cases: 60 }));
  });
});
