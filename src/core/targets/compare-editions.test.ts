import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCategory, aProfile, aRequirement } from '../testing/builders.ts';
import { someProfile } from '../testing/some-profile.ts';
import { compareEditions } from './compare-editions.ts';

const before = aProfile({
  categories: [aCategory({ id: 'BEAM' }), aCategory({ id: 'DISP' })],
  requirements: [aRequirement({ id: 'A' }), aRequirement({ id: 'B' }), aRequirement({ id: 'C' })],
});

describe('compareEditions', () => {
  it('finds nothing between a profile and itself', () => {
    fc.assert(
      fc.property(someProfile, (profile) => {
        expect(compareEditions(profile, structuredClone(profile))).toEqual({
          facts: [],
          entries: [],
          reordered: [],
        });
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('names added, removed and changed entries, fields and order', () => {
    const after = {
      ...before,
      edition: '2',
      categories: [aCategory({ id: 'BEAM', guidePriceCents: 5 }), aCategory({ id: 'DISP' })],
      requirements: [
        aRequirement({ id: 'C' }),
        aRequirement({ id: 'A', quantity: { kind: 'fixed', units: 2 }, priority: 'could' }),
        aRequirement({ id: 'N', group: 'A' }),
      ],
    };
    const { facts, entries, reordered } = compareEditions(before, after);
    expect(facts).toEqual([{ field: 'edition', before: '1', after: '2' }]);
    expect(
      entries.map(({ kind, list, id, fields }) => [kind, list, id, fields.map(({ field }) => field)]),
    ).toEqual([
      ['changed', 'categories', 'BEAM', ['guidePriceCents']],
      ['changed', 'requirements', 'A', ['quantity', 'priority']],
      ['added', 'requirements', 'N', []],
      ['removed', 'requirements', 'B', []],
    ]);
    expect(reordered).toEqual(['requirements']);
  });

  it('says the same from the other side', () => {
    fc.assert(
      fc.property(someProfile, someProfile, (left, right) => {
        const there = compareEditions(left, right).entries;
        const back = compareEditions(right, left).entries;
        const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
        expect(there.map(({ list, id, kind }) => `${list} ${id} ${kind}`).toSorted()).toEqual(
          back.map(({ list, id, kind }) => `${list} ${id} ${turned[kind]}`).toSorted(),
        );
      }),
      { numRuns: 200, seed: 2 },
    );
  });
});
