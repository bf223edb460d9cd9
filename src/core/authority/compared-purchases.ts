import { purchasePlan } from '../plan/purchase-plan.ts';
import type { CategoryId } from '../shared/ids.ts';
import { PRIORITIES, type Priority } from '../targets/target-profile.ts';
import type { ChosenReport } from './choose-reports.ts';
import type { SchoolExchange } from './school-exchange.ts';

/** What one school would have to buy of one category, by priority. */
export type SchoolPurchase = {
  /** Position in the list of schools. */
  readonly school: number;
  readonly priority: Priority;
  readonly categoryId: CategoryId | null;
  readonly units: number;
  /** Of `units`: what repairs close, what moving inside the school closes, what comes from other schools. Each unit is in one at most. */
  readonly repairable: number;
  readonly movable: number;
  readonly fromOthers: number;
  /** Guide price in the profile of the school. */
  readonly unitPriceCents: number;
  /** Of all `units`. */
  readonly costCents: number;
};

/** Schools in their order; in each must before should before could, then profile order. */
export const comparePurchases = (
  schools: readonly ChosenReport[],
  { moves, ownMoves }: SchoolExchange,
): readonly SchoolPurchase[] =>
  schools.flatMap(({ report: { profile, analysis } }, school) => {
    const preferred = new Map(profile.requirements.map(({ id, categories }) => [id, categories[0] ?? null]));
    const order = new Map(profile.categories.map(({ id }, at) => [id, at]));
    const found = new Map<string, { -readonly [Key in keyof SchoolPurchase]: SchoolPurchase[Key] }>();
    const keyOf = (categoryId: CategoryId | null, priority: Priority): string =>
      `${priority}|${categoryId ?? ''}`;
    for (const { line, categoryId, units, repairable, unitPriceCents, costCents } of purchasePlan(
      analysis,
      profile,
    )) {
      const { priority } = line;
      const key = keyOf(categoryId, priority);
      const entry = found.get(key) ?? {
        school,
        priority,
        categoryId,
        units: 0,
        repairable: 0,
        movable: 0,
        fromOthers: 0,
        unitPriceCents,
        costCents: 0,
      };
      found.set(key, entry);
      entry.units += units;
      entry.repairable += repairable;
      entry.costCents += costCents;
    }
    const closeBy = (
      field: 'movable' | 'fromOthers',
      {
        requirementId,
        priority,
        scored,
        units,
      }: Pick<SchoolExchange['moves'][number], 'requirementId' | 'priority' | 'scored' | 'units'>,
    ): void => {
      const entry = found.get(keyOf(preferred.get(requirementId) ?? null, priority));
      if (scored && entry !== undefined) entry[field] += units;
    };
    for (const move of ownMoves[school] ?? []) closeBy('movable', move);
    for (const move of moves) if (move.to === school) closeBy('fromOthers', move);
    const position = ({ categoryId }: SchoolPurchase): number => order.get(categoryId ?? '') ?? order.size;
    return [...found.values()].sort(
      (a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || position(a) - position(b),
    );
  });
