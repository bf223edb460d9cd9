import type { GapAnalysis } from '../gaps/gap-analysis.ts';
import { purchasePlan } from './purchase-plan.ts';
import type { CategoryId, RequirementId, RoomId } from '../shared/ids.ts';
import type { Priority, TargetProfile } from '../targets/target-profile.ts';

/** What could be bought for one open line. */
export type BudgetLine = {
  /** null = school-wide. */
  readonly roomId: RoomId | null;
  readonly requirementId: RequirementId;
  readonly categoryId: CategoryId;
  readonly priority: Priority;
  /** Above 0. */
  readonly units: number;
  /** Guide price of the preferred category. */
  readonly unitPriceCents: number;
};

/**
 * The open lines of the Beschaffungsliste, which are the scored ones.
 *
 * @param repairsFirst leaves out what a repair closes
 */
export const budgetLines = (
  analysis: GapAnalysis,
  profile: TargetProfile,
  repairsFirst: boolean,
): readonly BudgetLine[] =>
  purchasePlan(analysis, profile)
    .map(({ line, roomId, categoryId, units, repairable, unitPriceCents }) => ({
      roomId,
      requirementId: line.requirementId,
      categoryId: categoryId ?? '',
      priority: line.priority,
      units: units - (repairsFirst ? repairable : 0),
      unitPriceCents,
    }))
    .filter(({ units }) => units > 0);
