import { hostBridge } from '#bridge/host-bridge.ts';
import { REPORT_HISTORY_TEXTS } from '#texts/report-history.ts';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';
import type { WriteProgress } from '#excel/write/write-workbook.ts';
import { placeFailureText } from '#texts/restore.ts';
import { Button } from '#ui/button.tsx';
import { Notice, ProgressBar } from '#ui/layout.tsx';
import styles from './reports-page.module.css';
import type { WriteState } from './use-write-report.ts';

const TEXTS = REPORT_PAGE_TEXTS.outcome;

/** What became of writing and saving: one line, with what can be done next. */
export const WriteOutcome = ({
  state,
  canReveal,
  onCancel,
}: {
  readonly state: WriteState;
  readonly canReveal: boolean;
  readonly onCancel: () => void;
}) => {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'writing':
      return <Writing progress={state.progress} onCancel={onCancel} />;
    case 'saving':
      return <ProgressBar label={TEXTS.saving} value={null} max={1} />;
    case 'cancelled':
      return <Notice role="status">{TEXTS.cancelled}</Notice>;
    case 'not-written':
      return (
        <Notice kind="gap" role="alert">
          {TEXTS.notWritten(state.detail)}
        </Notice>
      );
    case 'not-saved':
      return (
        <Notice kind="gap" role="alert">
          {TEXTS.failures[state.failure](state.path ?? TEXTS.somewhere)}
        </Notice>
      );
    case 'saved': {
      const { path } = state;
      return (
        <Notice kind={state.isRecorded && state.notKept === null ? 'ok' : 'part'} role="status">
          <p>{TEXTS.saved(state.name)}</p>
          {!state.isRecorded && <p>{TEXTS.notRecorded}</p>}
          {state.notKept !== null && (
            <p>
              {REPORT_HISTORY_TEXTS.writtenNotKept(
                placeFailureText(state.notKept.failure, REPORT_HISTORY_TEXTS.folder),
              )}
            </p>
          )}
          {canReveal && path !== null && (
            <Button isSmall onClick={() => void hostBridge().revealFile({ path })}>
              {TEXTS.reveal}
            </Button>
          )}
        </Notice>
      );
    }
  }
};

/** How far writing is, and the way to end it. The sentence is read out once; the bar tells the rest. */
const Writing = ({
  progress,
  onCancel,
}: {
  readonly progress: WriteProgress | null;
  readonly onCancel: () => void;
}) => (
  <div className={styles.writing}>
    <ProgressBar
      label={
        progress === null
          ? REPORT_PAGE_TEXTS.saving
          : progress.sheet === null
            ? TEXTS.packing
            : TEXTS.writingSheet(progress.sheet)
      }
      value={progress?.share ?? null}
      max={1}
    />
    <Button isSmall onClick={onCancel}>
      {TEXTS.cancel}
    </Button>
  </div>
);
