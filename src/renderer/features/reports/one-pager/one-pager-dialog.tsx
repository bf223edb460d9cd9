import { useMemo } from 'react';
import type { HostCapabilities } from '#bridge/contract.ts';
import { onePagerFileName, onePagerOf } from '#core/report/one-pager.ts';
import type { ReportInput } from '#core/report/report-input.ts';
import { printScreen } from '#print/print-screen.ts';
import { PdfOutcome } from '#print/pdf-outcome.tsx';
import { usePrintView } from '#print/print-views.ts';
import { useSavePdf } from '#print/use-save-pdf.ts';
import { ONE_PAGER_TEXTS as TEXTS } from '#texts/one-pager.ts';
import { PRINT_TEXTS } from '#texts/print.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice, ProgressBar } from '#ui/layout.tsx';
import { OnePagerSheet } from './one-pager-sheet.tsx';
import styles from './one-pager.module.css';
import { useMoves } from './use-moves.ts';

/** The page for the Schulleitung as it will be on paper, and the ways there. */
export const OnePagerDialog = ({
  input,
  capabilities: { canSavePdf, canRevealFile },
  onClose,
}: {
  readonly input: ReportInput;
  readonly capabilities: HostCapabilities;
  readonly onClose: () => void;
}) => {
  const { inventory, profile, analysis } = input;
  const moves = useMoves(input);
  const sheet = useMemo(
    () => (moves === null ? null : onePagerOf(inventory, profile, analysis, moves.moves)),
    [inventory, profile, analysis, moves],
  );
  const { state, save } = useSavePdf();
  const fileName = onePagerFileName(inventory.school.name, analysis.asOf);
  const page = sheet === null ? null : <OnePagerSheet input={input} sheet={sheet} />;
  usePrintView(
    page === null ? null : () => ({ kind: 'sheet', title: fileName.replace(/\.pdf$/, ''), content: page }),
  );
  const isBusy = page === null || state.kind === 'saving';
  return (
    <Dialog
      title={TEXTS.dialog}
      closeLabel={TEXTS.close}
      onClose={onClose}
      isWide
      actions={
        <>
          {!canSavePdf && <p className={styles.hint}>{TEXTS.inBrowser}</p>}
          <Button onClick={onClose}>{TEXTS.close}</Button>
          {canSavePdf ? (
            <>
              <Button disabled={isBusy} onClick={printScreen}>
                {PRINT_TEXTS.print}
              </Button>
              <Button variant="primary" disabled={isBusy} onClick={() => void save(fileName)}>
                {TEXTS.savePdf}
              </Button>
            </>
          ) : (
            <Button variant="primary" disabled={isBusy} onClick={printScreen}>
              {TEXTS.printOrPdf}
            </Button>
          )}
        </>
      }
    >
      <PdfOutcome state={state} canReveal={canRevealFile} texts={TEXTS} />
      {moves !== null && moves.failure !== null && (
        <Notice kind="part" role="status">
          {TEXTS.noMoves(moves.failure)}
        </Notice>
      )}
      {page === null ? (
        <ProgressBar label={TEXTS.working} value={null} max={1} />
      ) : (
        <div className={styles.preview} role="region" aria-label={TEXTS.preview} tabIndex={0}>
          {page}
        </div>
      )}
    </Dialog>
  );
};
