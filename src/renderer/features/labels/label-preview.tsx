import type { LabelSheet, PrintOffset } from '#core/labels/label-sheet.ts';
import { LABEL_TEXTS as TEXTS } from '#texts/labels.ts';
import { Button } from '#ui/button.tsx';
import { Segments } from '#ui/field.tsx';
import { EmptyState, Notice } from '#ui/layout.tsx';
import { doubtsOf, type DrawnLabel } from './draw-labels.ts';
import { LabelPaper, TestPaper } from './label-paper.tsx';
import styles from './labels.module.css';

export type PreviewKind = 'labels' | 'test';

/** The sheet as it will come out of the printer, and what is doubtful about it. */
export const LabelPreview = ({
  kind,
  page,
  pages,
  drawn,
  sheet,
  offset,
  onKind,
  onPage,
}: {
  readonly kind: PreviewKind;
  readonly page: number;
  readonly pages: number;
  readonly drawn: readonly DrawnLabel[];
  readonly sheet: LabelSheet;
  readonly offset: PrintOffset;
  readonly onKind: (kind: PreviewKind) => void;
  readonly onPage: (page: number) => void;
}) => {
  const label = TEXTS.previewOf(page + 1, pages);
  return (
    <section className={styles.preview} aria-label={TEXTS.preview}>
      <div className={styles.buttons}>
        <Segments
          label={TEXTS.preview}
          value={kind}
          options={[
            { value: 'labels', label: TEXTS.title },
            { value: 'test', label: TEXTS.testPage },
          ]}
          onChange={(value) => onKind(value === 'test' ? 'test' : 'labels')}
        />
        {kind === 'labels' && pages > 1 && (
          <>
            <Button isSmall disabled={page === 0} onClick={() => onPage(page - 1)}>
              {TEXTS.previous}
            </Button>
            <Button isSmall disabled={page >= pages - 1} onClick={() => onPage(page + 1)}>
              {TEXTS.next}
            </Button>
            <span role="status">{label}</span>
          </>
        )}
      </div>
      {kind === 'labels' && <Doubts drawn={drawn} />}
      {kind === 'labels' && pages === 0 ? (
        <EmptyState text={TEXTS.empty} />
      ) : (
        <div className={styles.desk} role="region" aria-label={label} tabIndex={0}>
          {kind === 'test' ? (
            <TestPaper sheet={sheet} offset={offset} />
          ) : (
            <LabelPaper drawn={drawn} outlines={sheet} label={label} />
          )}
        </div>
      )}
      <p className={styles.quiet}>{TEXTS.scaleHint}</p>
    </section>
  );
};

const Doubts = ({ drawn }: { readonly drawn: readonly DrawnLabel[] }) => {
  const { narrow, small, noCode } = doubtsOf(drawn);
  const doubts = [
    ...(narrow > 0 ? [TEXTS.tooNarrow(narrow)] : []),
    ...(noCode > 0 ? [TEXTS.noCode(noCode)] : []),
    ...(small > 0 ? [TEXTS.tooSmall(small)] : []),
  ];
  return doubts.map((doubt) => (
    <Notice key={doubt} kind="part" role="status">
      {doubt}
    </Notice>
  ));
};
