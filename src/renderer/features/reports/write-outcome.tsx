import { hostBridge } from '#bridge/host-bridge.ts';
import { REPORT_HISTORY_TEXTS } from '#texts/report-history.ts';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';
import { placeFailureText } from '#texts/restore.ts';
import { Button } from '#ui/button.tsx';
import { Notice, ProgressBar } from '#ui/layout.tsx';
import type { WriteState } from './use-write-report.ts';

const TEXTS = REPORT_PAGE_TEXTS.outcome;

/** What became of writing and saving: one line, with what can be done next. */
export const WriteOutcome = ({
  state,
  canReveal,
}: {
  readonly state: WriteState;
  readonly canReveal: boolean;
}) => {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'writing':
      return <ProgressBar label={REPORT_PAGE_TEXTS.saving} value={null} max={1} />;
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
