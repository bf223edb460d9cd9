import type { Purchase } from '#core/plan/purchase-plan.ts';
import type { Priority, TargetProfile } from '#core/targets/target-profile.ts';

/** Which lines of the Beschaffungsliste are shown; null = all. */
export type PurchaseFilter = {
  readonly priority: Priority | null;
  readonly stage: number | null;
  readonly dueYear: number | null;
};

export const ALL_PURCHASES: PurchaseFilter = { priority: null, stage: null, dueYear: null };

/** What can be chosen, for a stage of the comparison. */
export const filterChoices = (
  { stages, requirements }: Pick<TargetProfile, 'stages' | 'requirements'>,
  current: number,
): { readonly stages: readonly number[]; readonly years: readonly number[] } => ({
  stages: stages.map(({ stage }) => stage).filter((stage) => stage <= current),
  years: [...new Set([...stages, ...requirements].flatMap(({ dueYear }) => dueYear ?? []))].toSorted(
    (a, b) => a - b,
  ),
});

/** The filter without what cannot be chosen any more, because the stage or the profile is another one since. */
export const withinChoices = (
  { priority, stage, dueYear }: PurchaseFilter,
  { stages, years }: ReturnType<typeof filterChoices>,
): PurchaseFilter => ({
  priority,
  stage: stage !== null && stages.includes(stage) ? stage : null,
  dueYear: dueYear !== null && years.includes(dueYear) ? dueYear : null,
});

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
