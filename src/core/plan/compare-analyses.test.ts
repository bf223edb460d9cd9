import { expect, it } from 'vitest';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import type { GapAnalysis } from '../gaps/gap-analysis.ts';
import { anInventory, aProfile, aRequirement, aRoom } from '../testing/builders.ts';
import { compareAnalyses } from './compare-analyses.ts';

const target = (id: string, units: number, kind: 'school' | 'rooms') =>
  aRequirement({
    id,
    group: 'g',
    categories: [id],
    quantity: { kind: 'fixed', units },
    appliesTo: kind === 'school' ? { kind } : { kind, roomTypes: ['KR'] },
  });
const analysisOf = (...requirements: readonly ReturnType<typeof target>[]): GapAnalysis =>
  analyzeGaps(anInventory({ rooms: [aRoom({ roomTypes: ['KR'] })] }), aProfile({ requirements }), {
    asOf: '2026-11-25',
    stage: 1,
  });
const shiftsOf = (before: GapAnalysis, after: GapAnalysis) => {
  const { school, rooms } = compareAnalyses(before, after);
  return [...school, ...rooms.flatMap(({ lines }) => lines)].map(
    ({ requirementId, before: old, after: now }) => [requirementId, old, now],
  );
};

it('a target that goes does not take another one of its group with it', () => {
  const [a, b] = [target('A', 3, 'school'), target('B', 5, 'school')];
  expect(shiftsOf(analysisOf(a, b), analysisOf(b))).toEqual([['A', 3, 0]]);
  expect(shiftsOf(analysisOf(b), analysisOf(a, b))).toEqual([['A', 0, 3]]);
});

it.each(['school', 'rooms'] as const)(
  'a target in place of another one of its group is one line (%s)',
  (kind) => {
    expect(shiftsOf(analysisOf(target('A', 3, kind)), analysisOf(target('B', 5, kind)))).toEqual([
      ['B', 3, 5],
    ]);
  },
);
