import { useState, type Ref } from 'react';
import type { Budget } from './plan-settings.ts';
import { useAppState, useIsReadOnly } from '#state/use-app-state.ts';
import { BUDGET_TEXTS } from '#texts/planning.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { nextYear, withYear } from './budget-edits.ts';
import styles from './budget.module.css';

const TEXTS = BUDGET_TEXTS.plan;

/** Adds a year: the next one is proposed, any other may be typed. */
export const BudgetYearForm = ({
  budget,
  onChange,
  ref,
}: {
  readonly budget: Budget;
  readonly onChange: (next: Budget) => void;
  readonly ref: Ref<HTMLInputElement>;
}) => {
  const isReadOnly = useIsReadOnly();
  const stages = useAppState((state) => state.profile.stages);
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const text = draft ?? String(nextYear(budget, stages) ?? '');
  const add = (): void => {
    const next = withYear(budget, text);
    setError(next.ok ? null : next.error);
    if (!next.ok) return;
    setDraft(null);
    onChange(next.value);
  };
  return (
    <form
      className={styles.newYear}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        ref={ref}
        label={TEXTS.newYear}
        width="date"
        inputMode="numeric"
        value={text}
        error={error}
        disabled={isReadOnly}
        onChange={setDraft}
      />
      <Button type="submit" disabled={isReadOnly}>
        {TEXTS.addYear}
      </Button>
    </form>
  );
};
