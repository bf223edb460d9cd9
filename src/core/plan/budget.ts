import type { RoomId } from '../shared/ids.ts';
import type { BudgetLine } from './budget-lines.ts';
import { chooseExactly, exactWork } from './budget-choice.ts';
import { chooseApproximately } from './budget-approximation.ts';
import { offersOf, type Choice } from './budget-offers.ts';

export type BudgetYear = { readonly year: number; readonly amountCents: number };

export type BudgetOptions = {
  /** What a year leaves over is added to the next one; else it lapses. Default false. */
  readonly carriesOver?: boolean;
  /** Told before each year is planned: years done, of all. */
  readonly onYear?: (done: number, of: number) => void;
};

/** So many units of a line are bought in a year. */
export type BudgetPurchase = {
  readonly line: BudgetLine;
  readonly units: number;
  readonly costCents: number;
};

export type YearPlan = {
  readonly year: number;
  readonly amountCents: number;
  /** `amountCents` and what was carried over. */
  readonly availableCents: number;
  readonly purchases: readonly BudgetPurchase[];
  readonly spentCents: number;
  /** Neither spent nor carried over. */
  readonly lapsedCents: number;
  readonly mustUnits: number;
  readonly roomsCompleted: number;
  /** Rooms without an open line after this year, of `BudgetPlan.rooms`. */
  readonly completeRooms: number;
};

export type BudgetPlan = {
  readonly years: readonly YearPlan[];
  /** Counted rooms. */
  readonly rooms: number;
  /** Of these, complete before the first year. */
  readonly completeBefore: number;
  /** What no year covers. */
  readonly uncovered: readonly BudgetPurchase[];
  /** false = a year was too large for the exact way; the rooms completed may then be fewer than possible. */
  readonly isExact: boolean;
};

/** So many steps the exact way may take for one year: half a second, about. */
const MAX_WORK = 120_000_000;

/**
 * Chooses purchases year by year: most units of `must` lines, then most rooms completed, then least money. A room is
 * complete when no line of it is open any more. Each year is decided on its own, on what the years before left open, and
 * exactly up to `MAX_WORK`. What does neither close a `must` nor complete a room is not bought.
 *
 * @param lines open lines; those without a room are a pool that completes nothing
 * @param rooms how many rooms count, those without an open line too
 */
export const planBudget = (
  lines: readonly BudgetLine[],
  rooms: number,
  years: readonly BudgetYear[],
  { carriesOver = false, onYear }: BudgetOptions = {},
): BudgetPlan => {
  const open = lines.map((line) => ({ ...line }));
  const countOpenRooms = (): number =>
    new Set(
      open.flatMap(({ roomId, units }): readonly RoomId[] =>
        roomId === null || units === 0 ? [] : [roomId],
      ),
    ).size;
  const completeBefore = rooms - countOpenRooms();
  const plans: YearPlan[] = [];
  let isExact = true;
  let carried = 0;
  let complete = completeBefore;
  for (const { year, amountCents } of years) {
    onYear?.(plans.length, years.length);
    const availableCents = amountCents + carried;
    const offers = offersOf(open);
    const fits = exactWork(offers) <= MAX_WORK;
    const choice: Choice = fits
      ? chooseExactly(offers, availableCents)
      : chooseApproximately(offers, availableCents);
    isExact &&= fits;
    const purchases = [...choice].map(([index, units]): BudgetPurchase => {
      const line = open[index];
      if (line === undefined) throw new Error(`no line ${index}`);
      line.units -= units;
      return purchaseOf(lines[index] ?? line, units);
    });
    purchases.sort((a, b) => lines.indexOf(a.line) - lines.indexOf(b.line));
    const spentCents = purchases.reduce((sum, { costCents }) => sum + costCents, 0);
    const rest = availableCents - spentCents;
    carried = carriesOver ? rest : 0;
    const completeRooms = rooms - countOpenRooms();
    plans.push({
      year,
      amountCents,
      availableCents,
      purchases,
      spentCents,
      lapsedCents: rest - carried,
      mustUnits: purchases.reduce((sum, { line, units }) => sum + (line.priority === 'must' ? units : 0), 0),
      roomsCompleted: completeRooms - complete,
      completeRooms,
    });
    complete = completeRooms;
  }
  const uncovered = open.flatMap((line, index) =>
    line.units === 0 ? [] : [purchaseOf(lines[index] ?? line, line.units)],
  );
  return { years: plans, rooms, completeBefore, uncovered, isExact };
};

const purchaseOf = (line: BudgetLine, units: number): BudgetPurchase => ({
  line,
  units,
  costCents: units * line.unitPriceCents,
});
