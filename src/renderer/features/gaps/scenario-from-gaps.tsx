import { useLocation } from 'wouter';
import { purchaseSteps } from '#core/plan/purchase-steps.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { SCENARIO_TEXTS } from '#texts/scenarios.ts';
import { Button } from '#ui/button.tsx';
import { useScenarios } from './use-scenarios.ts';

/** Takes the must lines of the purchase list as the steps of a new scenario, and opens it. */
export const ScenarioFromGaps = () => {
  const [, go] = useLocation();
  const { create } = useScenarios();
  const analysis = useGapAnalysis();
  const profile = useAppState((state) => state.profile);
  return (
    <Button
      isSmall
      onClick={() => {
        const steps = purchaseSteps(analysis, profile, ['must']);
        go(`/soll-ist/szenarien/${create(SCENARIO_TEXTS.mustName, steps)}`);
      }}
    >
      {SCENARIO_TEXTS.tryMust}
    </Button>
  );
};
