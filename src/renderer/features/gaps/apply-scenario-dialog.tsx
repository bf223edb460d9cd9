import { useMemo } from 'react';
import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { ScenarioPlan } from '#core/plan/apply-scenario.ts';
import { compareAnalyses } from '#core/plan/compare-analyses.ts';
import type { Scenario } from '#core/plan/scenario.ts';
import { useAppState } from '#state/use-app-state.ts';
import { SCENARIO_TEXTS } from '#texts/scenarios.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/layout.tsx';
import { ComparisonTable } from '../../charts/comparison-table.tsx';
import styles from './scenarios.module.css';
import { useStepNames } from './use-scenarios.ts';

/** Says what will be changed, and with which effect, before a scenario becomes real. */
export const ApplyScenarioDialog = ({
  scenario,
  plan,
  analysis,
  onApply,
  onClose,
}: {
  readonly scenario: Scenario;
  readonly plan: ScenarioPlan;
  readonly analysis: GapAnalysis;
  readonly onApply: () => void;
  readonly onClose: () => void;
}) => {
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const names = useStepNames();
  // Today for the same day and stage: else the effect would be that of another stage, not of the steps.
  const comparison = useMemo(
    () => compareAnalyses(analyzeGaps(inventory, profile, plan.view), analysis),
    [inventory, profile, plan.view, analysis],
  );
  const count = (wanted: (entity: string, isNew: boolean) => boolean): number =>
    plan.changes.filter(({ entity, before }) => wanted(entity, before === null)).length;
  const created = count((entity, isNew) => entity === 'device' && isNew);
  const changed = count((entity, isNew) => entity === 'device' && !isNew);
  const rooms = count((entity) => entity === 'room');
  const school = count((entity) => entity === 'school');
  const lines = [
    ...(created > 0 ? [SCENARIO_TEXTS.applyDevices(created)] : []),
    ...(changed > 0 ? [SCENARIO_TEXTS.applyChanged(changed)] : []),
    ...(rooms > 0 ? [SCENARIO_TEXTS.applyRooms(rooms)] : []),
    ...(school > 0 ? [SCENARIO_TEXTS.applySchool] : []),
    ...(plan.profileKey === null
      ? []
      : [SCENARIO_TEXTS.applyProfile(names.profile(plan.profileKey) ?? plan.profileKey)]),
  ];
  const hasView = scenario.steps.some(({ kind }) => kind === 'view');
  return (
    <Dialog
      title={SCENARIO_TEXTS.applyTitle(scenario.name)}
      closeLabel={SCENARIO_TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{SCENARIO_TEXTS.cancel}</Button>
          <Button variant="primary" disabled={lines.length === 0} onClick={onApply}>
            {SCENARIO_TEXTS.applyDo}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        {lines.length === 0 ? (
          <p>{SCENARIO_TEXTS.applyNothing}</p>
        ) : (
          <>
            <p>{SCENARIO_TEXTS.applyText}</p>
            <ul className={styles.bullets}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
        {plan.leftOut.length > 0 && (
          <Notice kind="part">{SCENARIO_TEXTS.applyLeftOut(plan.leftOut.length)}</Notice>
        )}
        {hasView && <Notice>{SCENARIO_TEXTS.applyView}</Notice>}
        <ComparisonTable
          caption={SCENARIO_TEXTS.compare}
          comparison={comparison}
          profile={plan.profile}
          heads={[SCENARIO_TEXTS.before, SCENARIO_TEXTS.after]}
        />
      </div>
    </Dialog>
  );
};
