import { useRef } from 'react';
import type { BudgetPlan, YearPlan } from '#core/plan/budget.ts';
import type { Budget } from './plan-settings.ts';
import { useIsReadOnly } from '#state/use-app-state.ts';
import { formatEuros, formatNumber, UNKNOWN } from '#texts/format.ts';
import { BUDGET_TEXTS } from '#texts/planning.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Checkbox, ParsedField } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import { parseAmount, withAmount, withoutYear } from './budget-edits.ts';
import { BudgetYearForm } from './budget-year-form.tsx';
import styles from './budget.module.css';
import planningStyles from './planning.module.css';

const TEXTS = BUDGET_TEXTS.plan;

const restOf = ({ availableCents, spentCents }: YearPlan): number => availableCents - spentCents;

/** The years with their money, to be edited, and what the plan reaches in each. */
export const BudgetYears = ({
  budget,
  plan,
  rooms,
  repairable,
  onChange,
}: {
  readonly budget: Budget;
  /** null while it is computed. */
  readonly plan: BudgetPlan | null;
  readonly rooms: number;
  /** Gaps that a repair closes. */
  readonly repairable: number;
  readonly onChange: (next: Budget) => void;
}) => {
  const isReadOnly = useIsReadOnly();
  const yearField = useRef<HTMLInputElement>(null);
  const planned = new Map(plan?.years.map((entry) => [entry.year, entry]));
  const show = (year: number, figure: (entry: YearPlan) => string): string => {
    const entry = planned.get(year);
    return entry === undefined ? UNKNOWN : figure(entry);
  };
  const sum = (of: (entry: YearPlan) => number): number | null =>
    plan === null ? null : plan.years.reduce((total, entry) => total + of(entry), 0);
  const last = plan?.years.at(-1);
  // What a repair closes is no open line: then the plan starts from the rooms as they are once it is done.
  const isAfterRepairs = budget.repairsFirst && repairable > 0;
  const figures = [
    ['spent', TEXTS.spent, ({ spentCents }: YearPlan) => formatEuros(spentCents)],
    ['rest', TEXTS.rest, (entry: YearPlan) => formatEuros(restOf(entry))],
    ['must', TEXTS.must, ({ mustUnits }: YearPlan) => formatNumber(mustUnits)],
    ['rooms', TEXTS.roomsCompleted, ({ roomsCompleted }: YearPlan) => formatNumber(roomsCompleted)],
    ['complete', TEXTS.complete, ({ completeRooms }: YearPlan) => TEXTS.share(completeRooms, rooms)],
  ] as const;
  return (
    <Section
      title={TEXTS.title}
      {...(plan !== null && { fact: TEXTS.fact(plan.completeBefore, plan.rooms, isAfterRepairs) })}
    >
      <div className={styles.stack}>
        <div className={styles.switches}>
          <Checkbox
            label={TEXTS.repairsFirst}
            isChecked={budget.repairsFirst}
            isDisabled={isReadOnly}
            onChange={(repairsFirst) => onChange({ ...budget, repairsFirst })}
          />
          <Checkbox
            label={TEXTS.carriesOver}
            isChecked={budget.carriesOver}
            isDisabled={isReadOnly}
            onChange={(carriesOver) => onChange({ ...budget, carriesOver })}
          />
        </div>
        {budget.years.length === 0 ? (
          <p>{TEXTS.noYears}</p>
        ) : (
          <DataTable
            caption={TEXTS.title}
            rows={budget.years}
            keyOf={({ year }) => String(year)}
            columns={[
              { id: 'year', label: TEXTS.year, isRowHead: true, cell: ({ year }) => <b>{year}</b> },
              {
                id: 'amount',
                label: TEXTS.amount,
                cell: ({ year, amountCents }) => (
                  <ParsedField
                    label={TEXTS.amountOf(year)}
                    isLabelHidden
                    width="date"
                    inputMode="decimal"
                    isDisabled={isReadOnly}
                    value={amountCents}
                    parse={parseAmount}
                    format={formatEuros}
                    onCommit={(cents) => onChange(withAmount(budget, year, cents))}
                  />
                ),
              },
              ...figures.map(([id, label, figure]) => ({
                id,
                label,
                align: 'right' as const,
                cell: ({ year }: Budget['years'][number]) => show(year, figure),
              })),
              {
                id: 'remove',
                label: TEXTS.remove,
                align: 'right',
                cell: ({ year }) => (
                  <Button
                    variant="quiet"
                    isSmall
                    disabled={isReadOnly}
                    aria-label={TEXTS.removeYear(year)}
                    onClick={() => {
                      onChange(withoutYear(budget, year));
                      // The button that was used is gone with its row.
                      yearField.current?.focus();
                    }}
                  >
                    {TEXTS.remove}
                  </Button>
                ),
              },
            ]}
            foot={[
              TEXTS.sum,
              formatEuros(budget.years.reduce((total, { amountCents }) => total + (amountCents ?? 0), 0)),
              formatEuros(sum(({ spentCents }) => spentCents)),
              // What is carried over must not count twice.
              formatEuros(
                plan === null
                  ? null
                  : budget.carriesOver
                    ? last === undefined
                      ? 0
                      : restOf(last)
                    : sum(restOf),
              ),
              formatNumber(sum(({ mustUnits }) => mustUnits)),
              formatNumber(sum(({ roomsCompleted }) => roomsCompleted)),
              last === undefined ? UNKNOWN : TEXTS.share(last.completeRooms, rooms),
              '',
            ]}
          />
        )}
        <BudgetYearForm ref={yearField} budget={budget} onChange={onChange} />
        <p className={planningStyles.quiet}>
          {[
            TEXTS.order,
            ...(budget.carriesOver ? [] : [TEXTS.lapses]),
            ...(isAfterRepairs ? [TEXTS.repairsLeftOut(repairable)] : []),
          ].join(' ')}
        </p>
      </div>
    </Section>
  );
};
