import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { aCategory, aDevice, anInventory, aProfile, aRequirement, aRoom } from '../testing/builders.ts';
import { inventories, profiles } from '../testing/random-schools.ts';
import {
  afterRepairs,
  purchasePlan,
  purchasesByCategory,
  purchasesByRoom,
  sumOfPurchases,
} from './purchase-plan.ts';

const AS_OF = '2026-11-25';
/** Another price for each category, so that a mixed-up one is seen. */
const priced = (profile: TargetProfile): TargetProfile => ({
  ...profile,
  categories: profile.categories.map((category, index) => ({
    ...category,
    guidePriceCents: 10_000 + 777 * index,
  })),
});

describe('purchasePlan', () => {
  it('has the sums of the comparison, in whatever way it is grouped', () => {
    fc.assert(
      fc.property(inventories, profiles, (inventory, randomProfile) => {
        const profile = priced(randomProfile);
        const analysis = analyzeGaps(inventory, profile, { asOf: AS_OF, stage: 3 });
        const plan = purchasePlan(analysis, profile);
        const { gap, repairable, costCents } = analysis.totals;
        expect(sumOfPurchases(plan)).toEqual({ units: gap, repairable, costCents });

        const byCategory = purchasesByCategory(plan, profile);
        expect(
          byCategory.map(({ key, units, costCents: cost }) => ({
            categoryId: key,
            gap: units,
            costCents: cost,
          })),
        ).toEqual(analysis.byCategory.map(({ unitPriceCents: _price, ...totals }) => totals));

        const byRoom = purchasesByRoom(plan, analysis);
        expect(
          byRoom.flatMap(({ key, units, costCents: cost }) =>
            key === null ? [] : [{ roomId: key, gap: units, costCents: cost }],
          ),
        ).toEqual(
          analysis.roomSummaries
            .filter((room) => room.scored && room.gap > 0)
            .map(({ roomId, gap: units, costCents: cost }) => ({ roomId, gap: units, costCents: cost })),
        );
        expect(byRoom.find(({ key }) => key === null)?.units ?? 0).toBe(analysis.totals.schoolGap);

        const bought = sumOfPurchases(afterRepairs(plan));
        expect(bought.units).toBe(gap - repairable);
        expect(bought.repairable).toBe(0);
        const saved = plan.reduce((sum, line) => sum + line.repairable * line.unitPriceCents, 0);
        expect(bought.costCents).toBe(costCents - saved);
      }),
      { numRuns: 1000, seed: 20261125 },
    );
  });

  it('leaves out what moves close, and repairs no more than is left', () => {
    const profile = aProfile({
      requirements: [
        aRequirement({ id: 'S', categories: ['BEAM'], appliesTo: { kind: 'school' }, priority: 'could' }),
        aRequirement({ id: 'R', categories: ['BEAM'], quantity: { kind: 'fixed', units: 3 } }),
      ],
      categories: [aCategory({ id: 'BEAM', guidePriceCents: 1_800_00 })],
    });
    const inventory = anInventory({
      rooms: [aRoom({ id: 'r-1' })],
      devices: [aDevice({ categoryId: 'BEAM', roomId: 'r-1', status: 'defective', quantity: 2 })],
    });
    const analysis = analyzeGaps(inventory, profile, { asOf: AS_OF, stage: 1 });
    const { roomId } = analysis.rooms[0]!;
    const plan = (units: number) =>
      purchasePlan(analysis, profile, [{ roomId, requirementId: 'R', units }]).map((line) => [
        line.line.requirementId,
        line.units,
        line.repairable,
        line.costCents,
      ]);
    expect(plan(0)).toEqual([
      ['R', 3, 2, 5_400_00],
      ['S', 1, 0, 1_800_00],
    ]);
    expect(plan(2)).toEqual([
      ['R', 1, 1, 1_800_00],
      ['S', 1, 0, 1_800_00],
    ]);
    expect(plan(3)).toEqual([['S', 1, 0, 1_800_00]]);
    // A move that closes more than is open buys nothing back.
    expect(plan(4)).toEqual([['S', 1, 0, 1_800_00]]);
  });
});
