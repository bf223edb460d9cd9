import type { SaveFileOutcome } from '#bridge/contract.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import { Button } from '#ui/button.tsx';
import { Notice, ProgressBar } from '#ui/layout.tsx';
import type { PdfState } from './use-save-pdf.ts';

type Failure = Extract<SaveFileOutcome, { kind: 'failed' }>['failure'];

export type PdfTexts = {
  readonly saving: string;
  readonly saved: (name: string) => string;
  readonly reveal: string;
  readonly failures: Readonly<Record<Failure, (path: string) => string>>;
  /** For a file whose place is not known. */
  readonly somewhere: string;
};

/** What became of the PDF, in words. */
export const PdfOutcome = ({
  state,
  canReveal,
  texts,
}: {
  readonly state: PdfState;
  readonly canReveal: boolean;
  readonly texts: PdfTexts;
}) => {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'saving':
      return <ProgressBar label={texts.saving} value={null} max={1} />;
    case 'failed':
      return (
        <Notice kind="gap" role="alert">
          {texts.failures[state.failure](state.path ?? texts.somewhere)}
        </Notice>
      );
    case 'saved': {
      const { name, path } = state;
      return (
        <Notice kind="ok" role="status">
          <p>{texts.saved(name)}</p>
          {canReveal && path !== null && (
            <Button isSmall onClick={() => void hostBridge().revealFile({ path })}>
              {texts.reveal}
            </Button>
          )}
        </Notice>
      );
    }
  }
};
