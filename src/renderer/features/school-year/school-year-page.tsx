import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useAppState } from '#state/use-app-state.ts';
import { SCHOOL_YEAR_TEXTS } from '#texts/school-year.ts';
import { useCommitOfMany } from '#device-editor/use-device-commit.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { EmptyState, Notice, PageHead, Stepper } from '#ui/layout.tsx';
import { clearDraft, isEmptyDraft, setDraft, useDraft, YEAR_STEPS, type YearStep } from './draft.ts';
import { NumbersStep } from './numbers-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { RoomsStep } from './rooms-step.tsx';
import styles from './school-year.module.css';
import { useOutcome } from './use-school-year.ts';

const isStep = (id: string): id is YearStep => (YEAR_STEPS as readonly string[]).includes(id);

/** Schuljahreswechsel: classes, rooms and numbers of the next school year, taken over in one step. */
export const SchoolYearPage = () => {
  const [, go] = useLocation();
  const draft = useDraft();
  const { outcome, isCurrent } = useOutcome();
  const commit = useCommitOfMany();
  const hasRooms = useAppState((state) => state.inventory.rooms.length > 0);
  const yearNow = useAppState((state) => state.inventory.school.schoolYear);
  const [isAsking, setIsAsking] = useState(false);
  const isEmpty = isEmptyDraft(draft);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('dialog[open], [popover]:popover-open') !== null) return;
      // Else the same key would close the dialog that it opens.
      event.preventDefault();
      if (isEmpty) go('/raeume');
      else setIsAsking(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isEmpty, go]);

  const leave = (): void => {
    clearDraft();
    go('/raeume');
  };
  const apply = async (): Promise<void> => {
    const year = draft.school.schoolYear ?? yearNow ?? '';
    if (await commit({ code: 'school-year-changed', params: { year } }, outcome.changes)) leave();
  };
  const at = YEAR_STEPS.indexOf(draft.step);
  const back = YEAR_STEPS[at - 1];
  const next = YEAR_STEPS[at + 1];
  if (!hasRooms)
    return (
      <>
        <PageHead title={SCHOOL_YEAR_TEXTS.title} />
        <EmptyState
          text={SCHOOL_YEAR_TEXTS.noRooms}
          action={
            <ButtonLink href="#/raeume" variant="primary">
              {SCHOOL_YEAR_TEXTS.toRooms}
            </ButtonLink>
          }
        />
      </>
    );
  return (
    <div className={styles.page}>
      <PageHead
        title={SCHOOL_YEAR_TEXTS.title}
        fact={SCHOOL_YEAR_TEXTS.fact(draft.rooms.size)}
        actions={
          <Button variant="quiet" onClick={() => (isEmpty ? leave() : setIsAsking(true))}>
            {SCHOOL_YEAR_TEXTS.discard}
          </Button>
        }
      />
      <div className={styles.stepper}>
        <Stepper
          label={SCHOOL_YEAR_TEXTS.stepsLabel}
          doneLabel={SCHOOL_YEAR_TEXTS.stepDone}
          current={draft.step}
          steps={YEAR_STEPS.map((id, index) => ({
            id,
            label: SCHOOL_YEAR_TEXTS.steps[id],
            isDone: index < at,
            isReachable: true,
          }))}
          onSelect={(id) => {
            if (isStep(id)) setDraft({ step: id });
          }}
        />
      </div>
      {draft.step === 'rooms' && <RoomsStep />}
      {draft.step === 'numbers' && <NumbersStep />}
      {draft.step === 'preview' && <PreviewStep outcome={outcome} />}
      <div className={styles.foot}>
        {back !== undefined && (
          <Button onClick={() => setDraft({ step: back })}>{SCHOOL_YEAR_TEXTS.back}</Button>
        )}
        {draft.step !== 'preview' && outcome.problems.length > 0 && (
          <Notice kind="part">{SCHOOL_YEAR_TEXTS.hints(outcome.problems.length)}</Notice>
        )}
        <span className={styles.grow} />
        {next !== undefined ? (
          <Button variant="primary" onClick={() => setDraft({ step: next })}>
            {SCHOOL_YEAR_TEXTS.next}
          </Button>
        ) : (
          <Button
            variant="primary"
            disabled={!isCurrent || outcome.changes.length === 0}
            onClick={() => void apply()}
          >
            {SCHOOL_YEAR_TEXTS.apply}
          </Button>
        )}
      </div>
      {isAsking && (
        <Dialog
          title={SCHOOL_YEAR_TEXTS.discardTitle}
          closeLabel={SCHOOL_YEAR_TEXTS.close}
          onClose={() => setIsAsking(false)}
          actions={
            <>
              <Button onClick={() => setIsAsking(false)}>{SCHOOL_YEAR_TEXTS.keep}</Button>
              <Button variant="danger" onClick={leave}>
                {SCHOOL_YEAR_TEXTS.discardDo}
              </Button>
            </>
          }
        >
          <p>{SCHOOL_YEAR_TEXTS.discardText}</p>
        </Dialog>
      )}
    </div>
  );
};
