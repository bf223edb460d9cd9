import { useEffect, useMemo, useState } from 'react';
import type { HostCapabilities } from '#bridge/contract.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import { KNOWN_SHEETS } from '#core/labels/known-sheets.ts';
import { placeLabels } from '#core/labels/label-sheet.ts';
import { PdfOutcome } from '#print/pdf-outcome.tsx';
import { printScreen } from '#print/print-screen.ts';
import { usePrintView } from '#print/print-views.ts';
import { useSavePdf } from '#print/use-save-pdf.ts';
import { useSetting } from '#state/use-app-state.ts';
import { LABEL_TEXTS as TEXTS } from '#texts/labels.ts';
import { Button } from '#ui/button.tsx';
import { PageHead } from '#ui/layout.tsx';
import { drawLabels } from './draw-labels.ts';
import { LABEL_CHOICE, OWN_SHEETS } from './label-settings.ts';
import { LabelPaper, TestPaper } from './label-paper.tsx';
import { LabelPreview, type PreviewKind } from './label-preview.tsx';
import { ContentSection, OffsetSection, SheetSection, SourceSection } from './label-sections.tsx';
import styles from './labels.module.css';
import { textMeasure } from './measure-text.ts';
import { firstSource, isRoomSource, useLabels } from './use-labels.ts';

/** Etiketten: what is printed, on which sheet, and how it will look. */
export const LabelsPage = () => {
  const [choice, setChoice] = useSetting(LABEL_CHOICE);
  const [ownSheets, setOwnSheets] = useSetting(OWN_SHEETS);
  const [source, setSource] = useState(firstSource);
  const [roomId, setRoomId] = useState('');
  const [startAt, setStartAt] = useState(1);
  const [kind, setKind] = useState<PreviewKind>('labels');
  const [page, setPage] = useState(0);
  const capabilities = useCapabilities();
  const { state, save } = useSavePdf();
  const { contents, untagged } = useLabels(source, roomId, choice);
  const sheets = [...KNOWN_SHEETS, ...ownSheets];
  const sheet = sheets.find(({ id }) => id === choice.sheetId) ?? KNOWN_SHEETS[0];
  const { offset, codeKind } = choice;
  const measure = useMemo(() => textMeasure(), []);
  const pages = useMemo(
    () => (sheet === undefined ? [] : placeLabels(sheet, contents.length, startAt)),
    [sheet, contents, startAt],
  );
  const shapes = codeKind === 'code128' ? 'code128' : 'qr';
  const shown = Math.min(page, Math.max(0, pages.length - 1));
  const drawn = useMemo(
    () => drawLabels(pages[shown] ?? [], contents, shapes, measure),
    [pages, shown, contents, shapes, measure],
  );
  usePrintView(() => ({
    kind: 'sheet',
    title: TEXTS.fileName(kind === 'test').replace(/\.pdf$/, ''),
    content:
      sheet === undefined ? null : kind === 'test' ? (
        <TestPaper sheet={sheet} offset={offset} />
      ) : (
        placeLabels(sheet, contents.length, startAt, offset).map((boxes, index) => (
          <LabelPaper key={index} drawn={drawLabels(boxes, contents, shapes, measure)} outlines={null} />
        ))
      ),
  }));
  if (sheet === undefined) return null;
  const isNothing = kind === 'labels' && contents.length === 0;
  const isBusy = isNothing || state.kind === 'saving';
  return (
    <>
      <PageHead
        title={TEXTS.title}
        fact={TEXTS.fact(contents.length, pages.length)}
        actions={
          capabilities?.canSavePdf === true ? (
            <>
              <Button disabled={isBusy} onClick={() => void save(TEXTS.fileName(kind === 'test'))}>
                {TEXTS.savePdf}
              </Button>
              <Button variant="primary" disabled={isBusy} onClick={printScreen}>
                {TEXTS.print}
              </Button>
            </>
          ) : (
            <Button variant="primary" disabled={isBusy} onClick={printScreen}>
              {TEXTS.printOrPdf}
            </Button>
          )
        }
      />
      <div className={styles.page}>
        <div className={styles.settings}>
          <PdfOutcome state={state} canReveal={capabilities?.canRevealFile === true} texts={TEXTS.pdf} />
          <SourceSection
            source={source}
            roomId={roomId}
            untagged={untagged}
            onSource={(next) => {
              setSource(next);
              setPage(0);
            }}
            onRoom={setRoomId}
          />
          <SheetSection
            sheet={sheet}
            ownSheets={ownSheets}
            startAt={startAt}
            onSheet={(sheetId) => setChoice({ ...choice, sheetId })}
            onOwnSheets={setOwnSheets}
            onStartAt={setStartAt}
          />
          <ContentSection choice={choice} isRooms={isRoomSource(source)} onChange={setChoice} />
          <OffsetSection offset={offset} onChange={(next) => setChoice({ ...choice, offset: next })} />
        </div>
        <LabelPreview
          kind={kind}
          page={shown}
          pages={pages.length}
          drawn={drawn}
          sheet={sheet}
          offset={offset}
          onKind={setKind}
          onPage={setPage}
        />
      </div>
    </>
  );
};

const useCapabilities = (): HostCapabilities | null => {
  const [capabilities, setCapabilities] = useState<HostCapabilities | null>(null);
  useEffect(() => {
    let isGone = false;
    void hostBridge()
      .appInfo()
      .then((info) => {
        if (!isGone) setCapabilities(info.capabilities);
      });
    return () => {
      isGone = true;
    };
  }, []);
  return capabilities;
};
