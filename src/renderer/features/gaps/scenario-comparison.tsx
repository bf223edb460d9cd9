import { useMemo } from 'react';
import { compareAnalyses } from '#core/plan/compare-analyses.ts';
import type { Scenario } from '#core/plan/scenario.ts';
import { useAppState } from '#state/use-app-state.ts';
import { formatDate } from '#texts/format.ts';
import { SCENARIO_TEXTS } from '#texts/scenarios.ts';
import { SelectField } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import { ComparisonGroups, ComparisonRooms } from '../../charts/comparison-rooms.tsx';
import { ComparisonTable } from '../../charts/comparison-table.tsx';
import styles from './scenarios.module.css';
import { useStepNames, type TriedOut } from './use-scenarios.ts';

/** The scenario beside today, or beside another scenario. */
export const ScenarioComparison = ({
  scenario,
  tried,
  other,
  compared,
  choices,
  onOther,
}: {
  readonly scenario: Scenario;
  readonly tried: TriedOut;
  /** null = today. */
  readonly other: Scenario | null;
  readonly compared: TriedOut;
  readonly choices: readonly Scenario[];
  readonly onOther: (id: string) => void;
}) => {
  const today = useAppState((state) => state.profile);
  const names = useStepNames();
  const profile = tried.plan?.profile ?? today;
  const comparison = useMemo(
    () => compareAnalyses(compared.analysis, tried.analysis),
    [compared.analysis, tried.analysis],
  );
  const { plan, analysis } = tried;
  const facts =
    plan === null
      ? []
      : [
          ...(plan.boughtUnits > 0 ? [SCENARIO_TEXTS.bought(plan.boughtUnits, plan.boughtCents)] : []),
          ...(plan.moved > 0 ? [SCENARIO_TEXTS.movedCount(plan.moved)] : []),
          ...(plan.repaired > 0 ? [SCENARIO_TEXTS.repairedCount(plan.repaired)] : []),
          SCENARIO_TEXTS.viewLine(formatDate(analysis.asOf), analysis.stage),
        ];
  return (
    <section className={styles.comparison} aria-label={SCENARIO_TEXTS.compare} tabIndex={0}>
      {choices.length > 0 && (
        <SelectField
          label={SCENARIO_TEXTS.compareWith}
          value={other?.id ?? ''}
          options={[
            { value: '', label: SCENARIO_TEXTS.today },
            ...choices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={onOther}
        />
      )}
      <Section title={SCENARIO_TEXTS.compare}>
        <p className={styles.quiet}>{facts.join(' · ')}</p>
        <ComparisonTable
          caption={SCENARIO_TEXTS.compareOf(other?.name ?? SCENARIO_TEXTS.today, scenario.name)}
          comparison={comparison}
          profile={profile}
          // Names are as long as people like; the columns of figures are not.
          heads={
            other === null
              ? [SCENARIO_TEXTS.today, SCENARIO_TEXTS.scenario]
              : [SCENARIO_TEXTS.otherScenario, SCENARIO_TEXTS.thisScenario]
          }
        />
      </Section>
      <ComparisonGroups comparison={comparison} profile={profile} />
      <ComparisonRooms comparison={comparison} profile={profile} roomText={(id) => names.room(id) ?? id} />
    </section>
  );
};
