import type { PlanAnswer } from '#excel/import-session.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { openQuestions } from './choices.ts';
import { KindsSection } from './kinds-section.tsx';
import { RoomsSection } from './rooms-section.tsx';
import { StepFrame } from './step-frame.tsx';
import type { ImportModel } from './use-import.ts';
import styles from './values-step.module.css';

const TEXTS = IMPORT_TEXTS.values;

/** What the list leaves open: kinds without a sure category, and room numbers that may mean one room. */
export const ValuesStep = ({
  model,
  answer,
}: {
  readonly model: ImportModel;
  readonly answer: PlanAnswer;
}) => {
  const { choices, setChoices } = model;
  const questions = openQuestions(answer, choices);
  return (
    <StepFrame
      heading={TEXTS.heading(questions.kinds, questions.rooms)}
      fact={TEXTS.fact}
      message={model.message}
      foot={
        <>
          <Button onClick={() => void model.goTo('columns')}>{IMPORT_TEXTS.back}</Button>
          <span className={styles.grow} />
          <span className={styles.quiet}>{IMPORT_TEXTS.nothingChanged}</span>
          <Button variant="primary" onClick={() => void model.goTo('preview')}>
            {IMPORT_TEXTS.toPreview}
          </Button>
        </>
      }
    >
      <div className={styles.plane} data-rooms={answer.similarRooms.length > 0 || undefined}>
        <KindsSection answer={answer} choices={choices} onChange={setChoices} />
        <RoomsSection answer={answer} choices={choices} onChange={setChoices} />
      </div>
    </StepFrame>
  );
};
