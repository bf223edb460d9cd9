import type { CategoryId, RoomId } from '../shared/ids.ts';
import type { BudgetPurchase } from './budget.ts';

/** What is bought of a category, or for a room. */
export type PurchaseSum<Key> = {
  readonly key: Key;
  readonly units: number;
  readonly costCents: number;
  readonly purchases: readonly BudgetPurchase[];
};

/** By category, in the order in which the purchases name them. */
export const sumByCategory = (purchases: readonly BudgetPurchase[]): readonly PurchaseSum<CategoryId>[] =>
  sumBy(purchases, ({ line }) => line.categoryId);

/** By room, null = school-wide, in the order in which the purchases name them. */
export const sumByRoom = (purchases: readonly BudgetPurchase[]): readonly PurchaseSum<RoomId | null>[] =>
  sumBy(purchases, ({ line }) => line.roomId);

/** Units and cost of all purchases. */
export const sumOfPurchases = (
  purchases: readonly BudgetPurchase[],
): { readonly units: number; readonly costCents: number } => ({
  units: purchases.reduce((sum, { units }) => sum + units, 0),
  costCents: purchases.reduce((sum, { costCents }) => sum + costCents, 0),
});

const sumBy = <Key>(
  purchases: readonly BudgetPurchase[],
  keyOf: (purchase: BudgetPurchase) => Key,
): readonly PurchaseSum<Key>[] => {
  const groups = new Map<Key, BudgetPurchase[]>();
  for (const purchase of purchases) {
    const key = keyOf(purchase);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [purchase]);
    else known.push(purchase);
  }
  return [...groups].map(([key, members]) => ({ key, purchases: members, ...sumOfPurchases(members) }));
};
