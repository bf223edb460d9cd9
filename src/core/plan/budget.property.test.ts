import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomId } from '../shared/ids.ts';
import { PRIORITIES } from '../targets/target-profile.ts';
import { chooseApproximately } from './budget-approximation.ts';
import { chooseExactly } from './budget-choice.ts';
import type { BudgetLine } from './budget-lines.ts';
import { offersOf, type Choice } from './budget-offers.ts';
import { planBudget } from './budget.ts';

const SEEDS = [1, 20261125, 314159] as const;
const NUM_RUNS = 2000;

/** Few prices, so that much ties; odd ones, so that money decides. */
const budgetLinesArbitrary = fc
  .array(
    fc.record({
      room: fc.constantFrom(null, 'a', 'b', 'c', 'd'),
      priority: fc.constantFrom('must' as const, ...PRIORITIES),
      units: fc.integer({ min: 1, max: 3 }),
      unitPriceCents: fc.constantFrom(0, 100, 100, 250, 300, 700, 1234),
    }),
    { maxLength: 6 },
  )
  .map((lines) =>
    lines.map(({ room, ...line }, index): BudgetLine => ({
      ...line,
      roomId: room === null ? null : roomId(room),
      requirementId: `R${index}`,
      categoryId: `C${index}`,
    })),
  );

type Merit = readonly [mustUnits: number, roomsCompleted: number, savedCents: number];

const isOpenRoom = (lines: readonly BudgetLine[], left: readonly number[], room: string | null): boolean =>
  room !== null && lines.some(({ roomId: id }, index) => id === room && (left[index] ?? 0) > 0);

/** What buying so many units of each line would be worth. */
const meritOf = (lines: readonly BudgetLine[], left: readonly number[], bought: readonly number[]): Merit => {
  const rest = left.map((units, index) => units - (bought[index] ?? 0));
  const rooms = [...new Set(lines.map(({ roomId: id }) => id))];
  return [
    lines.reduce((sum, { priority }, index) => sum + (priority === 'must' ? (bought[index] ?? 0) : 0), 0),
    rooms.filter((room) => isOpenRoom(lines, left, room) && !isOpenRoom(lines, rest, room)).length,
    // 0 minus, because the other 0 of JavaScript is another value to a test.
    0 - lines.reduce((sum, { unitPriceCents }, index) => sum + unitPriceCents * (bought[index] ?? 0), 0),
  ];
};

const isBetter = (a: Merit, b: Merit): boolean => {
  const level = a.findIndex((value, index) => value !== b[index]);
  return level >= 0 && a[level]! > b[level]!;
};

/** The best of every way to buy anything, unit by unit. */
const bestMerit = (lines: readonly BudgetLine[], left: readonly number[], cents: number): Merit => {
  let best: Merit = [0, 0, 0];
  const visit = (index: number, bought: readonly number[], spent: number): void => {
    const line = lines[index];
    if (line === undefined) {
      const merit = meritOf(lines, left, bought);
      if (isBetter(merit, best)) best = merit;
      return;
    }
    for (let units = 0; units <= (left[index] ?? 0); units += 1) {
      const sum = spent + units * line.unitPriceCents;
      if (sum <= cents) visit(index + 1, [...bought, units], sum);
    }
  };
  visit(0, [], 0);
  return best;
};

describe('planBudget, against trying everything', () => {
  it.each(SEEDS)('chooses the best purchases of each year, seed %i', (seed) => {
    let completed = 0;
    fc.assert(
      fc.property(
        budgetLinesArbitrary,
        fc.array(fc.integer({ min: 0, max: 2500 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (lines, amounts, carriesOver) => {
          const plan = planBudget(
            lines,
            5,
            amounts.map((amountCents, index) => ({ year: 2027 + index, amountCents })),
            { carriesOver },
          );
          expect(plan.isExact).toBe(true);
          let left = lines.map(({ units }) => units);
          let carried = 0;
          let complete = plan.completeBefore;
          plan.years.forEach((year, index) => {
            const cents = amounts[index]! + carried;
            expect(year.availableCents).toBe(cents);
            const bought = lines.map((line) =>
              year.purchases.reduce((sum, entry) => sum + (entry.line === line ? entry.units : 0), 0),
            );
            const merit = meritOf(lines, left, bought);
            expect(merit).toEqual(bestMerit(lines, left, cents));
            expect(year.mustUnits).toBe(merit[0]);
            expect(year.roomsCompleted).toBe(merit[1]);
            expect(year.spentCents).toBe(0 - merit[2]);
            complete += merit[1];
            completed += merit[1];
            expect(year.completeRooms).toBe(complete);
            const rest = cents - year.spentCents;
            expect(year.lapsedCents).toBe(carriesOver ? 0 : rest);
            carried = carriesOver ? rest : 0;
            left = left.map((units, line) => units - bought[line]!);
          });
          expect(
            lines.map((line) =>
              plan.uncovered.reduce((sum, entry) => sum + (entry.line === line ? entry.units : 0), 0),
            ),
          ).toEqual(left);
        },
      ),
      { numRuns: NUM_RUNS, seed },
    );
    expect(completed).toBeGreaterThan(NUM_RUNS / 2);
  });
});

const totalsOf = (lines: readonly BudgetLine[], choice: Choice): Merit =>
  meritOf(
    lines,
    lines.map(({ units }) => units),
    lines.map((_, index) => choice.get(index) ?? 0),
  );

describe('chooseApproximately', () => {
  it('closes as many must units as possible, within the money', () => {
    fc.assert(
      fc.property(budgetLinesArbitrary, fc.integer({ min: 0, max: 2500 }), (lines, cents) => {
        const offers = offersOf(lines);
        const [must, rooms] = totalsOf(lines, chooseExactly(offers, cents));
        const near = totalsOf(lines, chooseApproximately(offers, cents));
        expect(near[0]).toBe(must);
        expect(near[1]).toBeLessThanOrEqual(rooms);
        expect(-near[2]).toBeLessThanOrEqual(cents);
      }),
      { numRuns: NUM_RUNS, seed: 7 },
    );
  });

  it('says so where a plan had to use it', () => {
    const lines = Array.from({ length: 2000 }, (_, index): BudgetLine => ({
      roomId: roomId(`r-${index}`),
      requirementId: 'R',
      categoryId: 'C',
      priority: 'must',
      units: 30,
      unitPriceCents: 100,
    }));
    const plan = planBudget(lines, 2000, [{ year: 2027, amountCents: 300_000 }]);
    expect(plan.isExact).toBe(false);
    expect(plan.years[0]).toMatchObject({ mustUnits: 3000, spentCents: 300_000, roomsCompleted: 100 });
  });
});
