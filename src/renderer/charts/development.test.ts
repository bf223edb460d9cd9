import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { inventories, profiles } from '#core/testing/random-schools.ts';
import type { WrittenReport } from '#state/settings.ts';
import { development, isComparable, standardShare } from './development.ts';

const report = (part: Partial<WrittenReport>): WrittenReport => ({
  id: 'b-1',
  fileName: 'MEP-Bericht.xlsx',
  writtenAt: '2026-05-04T08:00:00.000Z',
  asOf: '2026-05-04',
  stage: 1,
  profile: 'p@1',
  gaps: 70,
  costCents: 100,
  ...part,
});

const today = {
  asOf: '2026-11-25',
  stage: 1,
  totals: {
    target: 100,
    actual: 60,
    gap: 40,
    roomGap: 40,
    schoolGap: 0,
    repairable: 0,
    overAge: 0,
    costCents: 400,
    fulfilment: 0.6,
    roomsWithGap: 4,
  },
  standards: [{ standardId: 's', met: 3, of: 4 }],
};

describe('development', () => {
  it('puts the reports by Stichtag and today behind them', () => {
    const states = development(
      [
        report({ id: 'later', asOf: '2026-09-01' }),
        report({ id: 'second', writtenAt: '2026-05-05T08:00:00.000Z' }),
        report({ id: 'first' }),
      ],
      today,
      'p@1',
    );
    expect(states.map(({ key }) => key)).toEqual(['first', 'second', 'later', 'today']);
  });

  it('leaves open what an older version did not keep', () => {
    const [old, now] = development([report({})], today, 'p@1');
    expect(old).toMatchObject({ gaps: 70, fulfilment: null, target: null, standardMet: null });
    expect(standardShare(old!)).toBeNull();
    expect(now).toMatchObject({ fulfilment: 0.6, standardMet: 3, standardOf: 4 });
    expect(standardShare(now!)).toBe(0.75);
  });

  it('says when the targets were not the same', () => {
    expect(isComparable(development([report({})], today, 'p@1'))).toBe(true);
    expect(isComparable(development([report({ stage: 2 })], today, 'p@1'))).toBe(false);
    expect(isComparable(development([report({ profile: 'q@1' })], today, 'p@1'))).toBe(false);
  });

  it('has the totals of the analysis as its last state', () => {
    fc.assert(
      fc.property(inventories, profiles, (inventory, profile) => {
        const analysis = analyzeGaps(inventory, profile, { asOf: '2026-11-25', stage: 2 });
        const { totals } = analysis;
        expect(development([], analysis, 'p@1')).toMatchObject([
          {
            target: totals.target,
            gaps: totals.gap,
            costCents: totals.costCents,
            fulfilment: totals.fulfilment,
          },
        ]);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
