import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { purchaseSteps } from '#core/plan/purchase-steps.ts';
import type { Scenario } from '#core/plan/scenario.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatDate } from '#texts/format.ts';
import { SCENARIO_TEXTS } from '#texts/scenarios.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/layout.tsx';
import { Menu } from '#ui/menu.tsx';
import { ApplyScenarioDialog } from './apply-scenario-dialog.tsx';
import { ScenarioComparison } from './scenario-comparison.tsx';
import { ScenarioSteps } from './scenario-steps.tsx';
import styles from './scenarios.module.css';
import { useScenarioBase, useScenarios, useTriedOut, type ScenarioActions } from './use-scenarios.ts';

/** Was wäre wenn: named scenarios, their steps, and what they change, side by side with today. */
export const ScenariosTab = ({ chosenId }: { readonly chosenId: string | null }) => {
  const [, go] = useLocation();
  const actions = useScenarios();
  const { scenarios, create } = actions;
  const chosen = scenarios.find(({ id }) => id === chosenId) ?? scenarios[0];
  const open = (id: string): void => go(`/soll-ist/szenarien/${id}`);
  const analysis = useGapAnalysis();
  const profile = useAppState((state) => state.profile);
  const must = useMemo(() => purchaseSteps(analysis, profile, ['must']), [analysis, profile]);
  const createEmpty = (): void => open(create(SCENARIO_TEXTS.newName(scenarios.length + 1)));
  const createFromMust = (): void => open(create(SCENARIO_TEXTS.mustName, must));
  if (chosen === undefined)
    return (
      <EmptyState
        text={SCENARIO_TEXTS.empty}
        action={
          <div className={styles.buttons}>
            <Button variant="primary" onClick={createEmpty}>
              {SCENARIO_TEXTS.create}
            </Button>
            {must.length > 0 && (
              <Button onClick={createFromMust}>
                {SCENARIO_TEXTS.createFromMust} ({SCENARIO_TEXTS.stepCount(must.length)})
              </Button>
            )}
          </div>
        }
      />
    );
  return (
    <div className={styles.columns}>
      <nav className={styles.list} aria-label={SCENARIO_TEXTS.list} tabIndex={0}>
        <Menu
          label={SCENARIO_TEXTS.create}
          isSmall
          items={[
            { id: 'empty', label: SCENARIO_TEXTS.newName(scenarios.length + 1), onSelect: createEmpty },
            {
              id: 'must',
              label: SCENARIO_TEXTS.createFromMust,
              isDisabled: must.length === 0,
              onSelect: createFromMust,
            },
          ]}
        />
        <ul>
          {scenarios.map((scenario) => (
            <li key={scenario.id}>
              <a
                href={`#/soll-ist/szenarien/${scenario.id}`}
                aria-current={scenario === chosen ? 'true' : undefined}
              >
                <b>{scenario.name}</b>
                <span>
                  {SCENARIO_TEXTS.stepCount(scenario.steps.length)} ·{' '}
                  {SCENARIO_TEXTS.createdOn(formatDate(scenario.createdOn))}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <OpenScenario key={chosen.id} scenario={chosen} actions={actions} onOpen={open} />
    </div>
  );
};

const OpenScenario = ({
  scenario,
  actions,
  onOpen,
}: {
  readonly scenario: Scenario;
  readonly actions: ScenarioActions;
  readonly onOpen: (id: string) => void;
}) => {
  const base = useScenarioBase();
  const [otherId, setOtherId] = useState<string>('');
  const [isApplying, setIsApplying] = useState(false);
  const other = actions.scenarios.find(({ id }) => id === otherId) ?? null;
  const tried = useTriedOut(scenario, base);
  const compared = useTriedOut(other, base);
  return (
    <>
      <ScenarioSteps
        scenario={scenario}
        leftOut={tried.plan?.leftOut ?? []}
        onChange={(fields) => actions.change(scenario.id, fields)}
        buttons={
          <>
            <Button
              variant="primary"
              disabled={scenario.steps.length === 0}
              onClick={() => setIsApplying(true)}
            >
              {SCENARIO_TEXTS.apply}
            </Button>
            <Button
              onClick={() =>
                onOpen(actions.create(SCENARIO_TEXTS.copyName(scenario.name), scenario.steps, scenario.note))
              }
            >
              {SCENARIO_TEXTS.duplicate}
            </Button>
            <Button variant="quiet" onClick={() => actions.discard(scenario)}>
              {SCENARIO_TEXTS.discard}
            </Button>
          </>
        }
      />
      <ScenarioComparison
        scenario={scenario}
        tried={tried}
        other={other}
        compared={compared}
        choices={actions.scenarios.filter(({ id }) => id !== scenario.id)}
        onOther={setOtherId}
      />
      {isApplying && tried.plan !== null && (
        <ApplyScenarioDialog
          scenario={scenario}
          plan={tried.plan}
          analysis={tried.analysis}
          onApply={() => {
            setIsApplying(false);
            void actions.apply(scenario);
          }}
          onClose={() => setIsApplying(false)}
        />
      )}
    </>
  );
};
