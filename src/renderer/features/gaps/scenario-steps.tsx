import { useRef, useState, type ReactNode } from 'react';
import type { LeftOutStep, Scenario, ScenarioStep } from '#core/plan/scenario.ts';
import { LEFT_OUT_TEXTS, SCENARIO_TEXTS, stepText } from '#texts/scenarios.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { ParsedField } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { Menu } from '#ui/menu.tsx';
import { StepForm } from './step-form.tsx';
import type { StepKind } from './step-form-frame.tsx';
import styles from './scenarios.module.css';
import { useStepNames } from './use-scenarios.ts';

const KINDS: readonly StepKind[] = ['buy', 'move', 'repair', 'school', 'edition', 'view'];
/** So many rows are drawn before somebody asks for all: a purchase of every gap can have thousands. */
const SHOWN = 100;

/** Name and steps of one scenario; each change is stored at once and can be taken back. */
export const ScenarioSteps = ({
  scenario,
  leftOut,
  onChange,
  buttons,
}: {
  readonly scenario: Scenario;
  readonly leftOut: readonly LeftOutStep[];
  readonly onChange: (fields: Partial<Pick<Scenario, 'name' | 'note' | 'steps'>>) => void;
  readonly buttons: ReactNode;
}) => {
  const { steps } = scenario;
  const names = useStepNames();
  const [form, setForm] = useState<StepKind | null>(null);
  const [isWhole, setIsWhole] = useState(false);
  const reasons = new Map(leftOut.map(({ step, reason }) => [step, reason]));
  const head = useRef<HTMLDivElement>(null);
  // What had the focus goes with the form or the step: it returns to the button that adds one.
  const focusHead = (): void => {
    requestAnimationFrame(() => head.current?.querySelector('button')?.focus());
  };
  const closeForm = (): void => {
    setForm(null);
    focusHead();
  };
  const add = (step: ScenarioStep): void => {
    onChange({ steps: [...steps, step] });
    closeForm();
  };
  const remove = (index: number): void => {
    onChange({ steps: steps.filter((_, at) => at !== index) });
    // The next step takes the place of a removed one, and with it the focus; behind the last there is none.
    if (index === steps.length - 1) focusHead();
  };
  return (
    <section className={styles.steps} aria-label={SCENARIO_TEXTS.steps} tabIndex={0}>
      <ParsedField
        label={SCENARIO_TEXTS.name}
        value={scenario.name}
        format={(name) => name}
        parse={(text) =>
          text === '' ? { ok: false, message: SCENARIO_TEXTS.nameMissing } : { ok: true, value: text }
        }
        onCommit={(name) => {
          if (name !== null) onChange({ name });
        }}
      />
      <ParsedField
        label={SCENARIO_TEXTS.note}
        value={scenario.note}
        format={(note) => note}
        parse={(text) => ({ ok: true, value: text === '' ? null : text })}
        onCommit={(note) => onChange({ note })}
      />
      <div className={styles.buttons}>{buttons}</div>
      <div ref={head} className={styles.stepsHead}>
        <h2>{SCENARIO_TEXTS.steps}</h2>
        <Menu
          label={SCENARIO_TEXTS.addStep}
          isSmall
          items={KINDS.map((kind) => ({
            id: kind,
            label: SCENARIO_TEXTS.kinds[kind],
            onSelect: () => setForm(kind),
          }))}
        />
      </div>
      {form !== null && <StepForm key={form} kind={form} onAdd={add} onClose={closeForm} />}
      {leftOut.length > 0 && <Notice kind="part">{SCENARIO_TEXTS.leftOut(leftOut.length)}</Notice>}
      {steps.length === 0 && form === null && <p className={styles.quiet}>{SCENARIO_TEXTS.noSteps}</p>}
      <ol className={styles.stepList}>
        {(isWhole ? steps : steps.slice(0, SHOWN)).map((step, index) => {
          const text = stepText(step, names);
          const reason = reasons.get(step);
          return (
            // A step has no identity but its place: two equal purchases are two steps.
            <li key={index} data-left-out={reason !== undefined || undefined}>
              <span className={styles.kind}>{SCENARIO_TEXTS.kinds[step.kind]}</span>
              <span className={styles.stepText}>
                {text}
                {reason !== undefined && <span className={styles.reason}>{LEFT_OUT_TEXTS[reason]}</span>}
              </span>
              <IconButton
                icon="close"
                label={SCENARIO_TEXTS.removeStep(text)}
                onClick={() => remove(index)}
              />
            </li>
          );
        })}
      </ol>
      {!isWhole && steps.length > SHOWN && (
        <div>
          <Button isSmall onClick={() => setIsWhole(true)}>
            {SCENARIO_TEXTS.showAll(steps.length)}
          </Button>
        </div>
      )}
    </section>
  );
};
