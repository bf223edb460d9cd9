import type { GapAnalysis } from '../gaps/gap-analysis.ts';
import { purchasePlan } from './purchase-plan.ts';
import type { Priority, TargetProfile } from '../targets/target-profile.ts';
import { MAX_UNITS, type ScenarioStep } from './scenario.ts';

/** The steps that buy what the Beschaffungsliste names with one of these priorities, at guide prices. */
export const purchaseSteps = (
  analysis: GapAnalysis,
  profile: TargetProfile,
  priorities: readonly Priority[],
): readonly ScenarioStep[] =>
  purchasePlan(analysis, profile).flatMap(({ line, roomId, categoryId, units }) => {
    if (categoryId === null || !priorities.includes(line.priority)) return [];
    const steps: ScenarioStep[] = [];
    for (let rest = units; rest > 0; rest -= MAX_UNITS)
      steps.push({
        kind: 'buy',
        categoryId,
        units: Math.min(rest, MAX_UNITS),
        roomId,
        unitPriceCents: null,
      });
    return steps;
  });
