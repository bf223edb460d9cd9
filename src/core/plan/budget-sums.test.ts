import { describe, expect, it } from 'vitest';
import { roomId } from '../shared/ids.ts';
import type { BudgetLine } from './budget-lines.ts';
import { planBudget } from './budget.ts';
import { sumByCategory, sumByRoom, sumOfPurchases } from './budget-sums.ts';

const line = (room: string | null, categoryId: string, units: number): BudgetLine => ({
  roomId: room === null ? null : roomId(room),
  requirementId: `${room ?? 'school'}-${categoryId}`,
  categoryId,
  priority: 'must',
  units,
  unitPriceCents: 100_00,
});

describe('sums of purchases', () => {
  it('add up to the plan, by category as by room', () => {
    const lines = [line('a', 'BEAM', 1), line('a', 'AUD', 2), line('b', 'BEAM', 1), line(null, 'AUD', 3)];
    const { years } = planBudget(lines, 2, [{ year: 2027, amountCents: 700_00 }]);
    const { purchases, spentCents } = years[0]!;
    expect(spentCents).toBe(700_00);
    expect(sumOfPurchases(purchases)).toEqual({ units: 7, costCents: spentCents });
    expect(sumByCategory(purchases).map(({ key, units, costCents }) => [key, units, costCents])).toEqual([
      ['BEAM', 2, 200_00],
      ['AUD', 5, 500_00],
    ]);
    expect(sumByRoom(purchases).map(({ key, units, costCents }) => [key, units, costCents])).toEqual([
      ['a', 3, 300_00],
      ['b', 1, 100_00],
      [null, 3, 300_00],
    ]);
  });
});
