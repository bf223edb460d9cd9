import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { ScenarioStep } from '#core/plan/scenario.ts';
import { SCENARIO_TEXTS } from '#texts/scenarios.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './scenarios.module.css';

export type StepKind = ScenarioStep['kind'];

export type StepFormProps = {
  readonly onAdd: (step: ScenarioStep) => void;
  readonly onClose: () => void;
};

/** What the forms of all kinds have in common: heading, first field focused, Escape gives up. */
export const StepFormFrame = ({
  kind,
  step,
  onAdd,
  onClose,
  children,
}: StepFormProps & {
  readonly kind: StepKind;
  /** null while something is missing. */
  readonly step: ScenarioStep | null;
  readonly children: ReactNode;
}) => {
  const form = useRef<HTMLFormElement>(null);
  const [isIncomplete, setIsIncomplete] = useState(false);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Not disabled instead: a field hands on what was typed only when it is left, which this click may do.
    if (step === null) setIsIncomplete(true);
    else onAdd(step);
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={SCENARIO_TEXTS.kindForms[kind]}
      onSubmit={submit}
      onKeyDown={(event) => {
        // The first Escape closes the list of a combobox, the next one the form.
        const isListOpen = event.currentTarget.querySelector('ul[data-open]') !== null;
        if (event.key === 'Escape' && !event.defaultPrevented && !isListOpen) onClose();
      }}
    >
      <h3>{SCENARIO_TEXTS.kindForms[kind]}</h3>
      {children}
      {isIncomplete && step === null && (
        <Notice kind="gap" role="alert">
          {SCENARIO_TEXTS.incomplete[kind]}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" isSmall>
          {SCENARIO_TEXTS.add}
        </Button>
        <Button isSmall onClick={onClose}>
          {SCENARIO_TEXTS.cancel}
        </Button>
      </div>
    </form>
  );
};
