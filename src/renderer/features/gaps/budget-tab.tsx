import { useCallback, useMemo } from 'react';
import type { BudgetPlan } from '#core/plan/budget.ts';
import { budgetLines, type BudgetLine } from '#core/plan/budget-lines.ts';
import type { PlanWorker } from '#state/plan-client.ts';
import { BUDGET, type Budget } from './plan-settings.ts';
import { useAppState, useSetting } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { BUDGET_TEXTS as TEXTS } from '#texts/planning.ts';
import { EmptyState, Notice } from '#ui/layout.tsx';
import { defaultBudget } from './budget-edits.ts';
import { BudgetPurchases } from './budget-purchases.tsx';
import { BudgetYears } from './budget-years.tsx';
import pageStyles from './gaps-page.module.css';
import { PlanWorkPlane } from './plan-work-plane.tsx';
import styles from './planning.module.css';
import { usePlanWork } from './use-plan-work.ts';

/** Which purchases to make with so much money per year, and how many rooms are complete then. */
export const BudgetTab = () => {
  const analysis = useGapAnalysis();
  const profile = useAppState((state) => state.profile);
  const [stored, store] = useSetting(BUDGET);
  const budget = useMemo(() => stored ?? defaultBudget(profile.stages), [stored, profile]);
  const { years, repairsFirst, carriesOver } = budget;
  const lines = useMemo(
    () => budgetLines(analysis, profile, repairsFirst),
    [analysis, profile, repairsFirst],
  );
  const rooms = analysis.roomSummaries.filter(({ counted, scored }) => counted && scored).length;
  const ask = useCallback(
    (worker: PlanWorker) =>
      worker.budget({
        lines,
        rooms,
        years: years.map(({ year, amountCents }) => ({ year, amountCents: amountCents ?? 0 })),
        carriesOver,
      }),
    [lines, rooms, years, carriesOver],
  );
  const { work, cancel, again } = usePlanWork(ask);
  const save = (next: Budget): void => store(next, { code: 'budget-changed', params: {} });
  if (analysis.totals.gap === 0) return <EmptyState text={TEXTS.noGaps(analysis.stage)} />;
  const plan = work.kind === 'done' ? work.value : null;
  const hasMoney = years.some(({ amountCents }) => (amountCents ?? 0) > 0);
  return (
    <div className={pageStyles.sections} tabIndex={0}>
      <p className={styles.answer}>
        {lines.length === 0
          ? TEXTS.onlyRepairs
          : !hasMoney
            ? TEXTS.noAmount
            : plan === null
              ? TEXTS.working
              : answerOf(plan, lines)}
      </p>
      <BudgetYears
        budget={budget}
        plan={plan}
        rooms={rooms}
        repairable={analysis.totals.repairable}
        onChange={save}
      />
      <PlanWorkPlane work={work} label={TEXTS.working} onCancel={cancel} onAgain={again} />
      {plan !== null && !plan.isExact && <Notice kind="part">{TEXTS.plan.approximated}</Notice>}
      {plan !== null && hasMoney && <BudgetPurchases plan={plan} />}
    </div>
  );
};

const answerOf = ({ years, rooms, completeBefore }: BudgetPlan, lines: readonly BudgetLine[]): string =>
  TEXTS.answer({
    spentCents: years.reduce((sum, { spentCents }) => sum + spentCents, 0),
    // Years without money promise nothing.
    lastYear: (years.findLast(({ amountCents }) => amountCents > 0) ?? years.at(-1))?.year ?? 0,
    closed: years.reduce((sum, { mustUnits }) => sum + mustUnits, 0),
    mustGaps: lines.reduce((sum, { priority, units }) => sum + (priority === 'must' ? units : 0), 0),
    complete: years.at(-1)?.completeRooms ?? completeBefore,
    rooms,
  });
