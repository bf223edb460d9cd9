import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '#core/targets/parse-profile.ts';
import { makeCorpus } from './corpus.ts';
import { makeMutant } from './mutate.ts';
import { runCase } from './run-case.ts';
import { seeded } from './seeded.ts';

const CASES = 300;
const SEED = 2026;
const parsed = parseProfile(JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')));
if (!parsed.ok) throw new Error('profile');
const profile = parsed.value;
const corpus = await makeCorpus();

describe('the whole import', () => {
  it.each(corpus)('reads $name as it is', ({ bytes, name }) => {
    expect(runCase(bytes, name, profile)).toEqual({ kind: 'read' });
  });

  // The long run with time and memory limits is `npm run fuzz`.
  it(`reads or refuses ${CASES} broken lists, and says why`, () => {
    const failures: string[] = [];
    for (let number = 0; number < CASES; number += 1) {
      const { bytes, name, how } = makeMutant(corpus, SEED, number);
      const start = performance.now();
      const outcome = runCase(bytes, name, profile);
      if (outcome.kind === 'mute' || performance.now() - start > 10_000)
        failures.push(`case ${number}: ${how} of ${name}`);
    }
    expect(failures).toEqual([]);
  });

  it('makes the same cases from the same seed', () => {
    expect(makeMutant(corpus, SEED, 7)).toEqual(makeMutant(corpus, SEED, 7));
  });
});

describe('profiles of a stranger', () => {
  const profiles = corpus.filter(({ name }) => name.startsWith('profil.'));

  it(`takes or refuses ${CASES} damaged ones, and never a contradictory one`, { timeout: 120_000 }, () => {
    const outcomes = new Set<string>();
    const failures: string[] = [];
    for (let number = 0; number < CASES; number += 1) {
      const { bytes, name, how } = makeMutant(profiles, SEED, number);
      const outcome = runCase(bytes, name, profile);
      outcomes.add(outcome.kind);
      if (outcome.kind === 'mute') failures.push(`case ${number}: ${how} of ${name}: ${outcome.detail}`);
    }
    expect(failures).toEqual([]);
    expect(outcomes).toContain('refused');
  });

  it('takes or refuses profiles with any field changed', () => {
    const raw = readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8');
    const values = ['-1', '1e12', '0', '1.5', 'null', '""', '[]', '{}', '"x"', 'true', '"DISP"', '99999'];
    const fields = [...raw.matchAll(/: ("(?:[^"\\]|\\.)*"|-?\d+|null|true|false|\[[^\][]*\])/g)];
    let taken = 0;
    for (let number = 0; number < CASES * 2; number += 1) {
      const chance = seeded(SEED * 7919 + number);
      const field = chance.pick(fields);
      const text = `${raw.slice(0, field.index)}: ${chance.pick(values)}${raw.slice(field.index + field[0].length)}`;
      const outcome = runCase(new TextEncoder().encode(text), 'profil.json', profile);
      expect(outcome.kind, text.slice(field.index - 60, field.index + 60)).not.toBe('mute');
      if (outcome.kind === 'read') taken += 1;
    }
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(CASES * 2);
  });
});
