import type { Purchase } from '#core/plan/purchase-plan.ts';
import type { Priority } from '#core/targets/target-profile.ts';

/** Which lines of the Beschaffungsliste are shown; null = all. */
export type PurchaseFilter = {
  readonly priority: Priority | null;
  readonly stage: number | null;
  readonly dueYear: number | null;
};

export const ALL_PURCHASES: PurchaseFilter = { priority: null, stage: null, dueYear: null };

export const filterPurchases = (
  purchases: readonly Purchase[],
  { priority, stage, dueYear }: PurchaseFilter,
): readonly Purchase[] =>
  purchases.filter(
    ({ line }) =>
      (priority === null || line.priority === priority) &&
      (stage === null || line.stage === stage) &&
      (dueYear === null || line.dueYear === dueYear),
  );
