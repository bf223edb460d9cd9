import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '#core/targets/parse-profile.ts';
import { makeCorpus } from './corpus.ts';
import { makeMutant } from './mutate.ts';
import { runCase } from './run-case.ts';

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
