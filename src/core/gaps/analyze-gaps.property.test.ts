import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../inventory/inventory.ts';
import {
  bestObjective,
  compareObjectives,
  lineKey,
  naiveLines,
  usableUnits,
  worthOf,
  type NaiveLine,
  type Objective,
} from '../testing/brute-force-gaps.ts';
import { inventories, profiles } from '../testing/random-schools.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { analyzeGaps } from './analyze-gaps.ts';
import type { GapAnalysis } from './gap-analysis.ts';

const AS_OF = '2026-11-24';
const STAGE = 2;

const allLines = (analysis: GapAnalysis) => [
  ...analysis.rooms.map((line) => ({ ...line, key: lineKey(line.requirementId, line.roomId) })),
  ...analysis.school.map((line) => ({ ...line, key: lineKey(line.requirementId, null) })),
];

const objectiveOf = (
  analysis: GapAnalysis,
  inventory: Inventory,
  profile: TargetProfile,
  lines: readonly NaiveLine[],
): Objective => {
  const units = usableUnits(inventory, profile);
  const sum = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const { key, devices } of allLines(analysis))
    for (const { deviceId, units: count } of devices) {
      const unit = units.find(({ device }) => device.id === deviceId)!;
      const line = lines.find((entry) => entry.key === key)!;
      worthOf(unit, line, AS_OF).forEach((value, level) => {
        sum[level]! += value * count;
      });
    }
  return sum;
};

describe('analyzeGaps, against trying everything', () => {
  it.each([1, 20261124, 271828, 314159])('agrees on small schools, seed %i', (seed) => {
    fc.assert(
      fc.property(inventories, profiles, (inventory, profile) => {
        const analysis = analyzeGaps(inventory, profile, { asOf: AS_OF, stage: STAGE });
        const naive = naiveLines(inventory, profile, AS_OF, STAGE);
        const lines = allLines(analysis);
        expect(new Map(lines.map(({ key, target }) => [key, target]))).toEqual(
          new Map(naive.map(({ key, target }) => [key, target])),
        );
        const best = bestObjective(inventory, profile, naive, AS_OF);
        expect(compareObjectives(objectiveOf(analysis, inventory, profile, naive), best)).toBe(0);

        for (const line of lines) {
          const assigned = line.devices.reduce((sum, { units }) => sum + units, 0);
          if (line.target === null) expect(line.gap).toBeNull();
          else {
            expect(line.actual).toBe(assigned + line.covered);
            expect(line.actual).toBeLessThanOrEqual(line.target);
            expect(line.gap).toBe(line.target - line.actual!);
            expect(line.defective).toBeLessThanOrEqual(line.gap!);
            expect(line.missing).toBeLessThanOrEqual(line.gap!);
          }
        }
        // Each unit once: assigned or surplus, and together all that count.
        const used = new Map<string, number>();
        for (const { devices } of [...lines, ...analysis.surplus])
          for (const { deviceId, units } of devices) used.set(deviceId, (used.get(deviceId) ?? 0) + units);
        const all = new Map<string, number>();
        for (const { device } of usableUnits(inventory, profile))
          all.set(device.id, (all.get(device.id) ?? 0) + 1);
        expect(used).toEqual(all);
      }),
      { numRuns: 800, seed },
    );
  });

  it('does not depend on the order of entry', () => {
    fc.assert(
      fc.property(inventories, profiles, (inventory, profile) => {
        const turned = {
          ...inventory,
          rooms: inventory.rooms.toReversed(),
          devices: inventory.devices.toReversed(),
        };
        const options = { asOf: AS_OF, stage: STAGE };
        expect(analyzeGaps(turned, profile, options)).toEqual(analyzeGaps(inventory, profile, options));
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
