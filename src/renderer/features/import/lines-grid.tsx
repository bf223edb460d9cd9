import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { LineFilter, PreviewLine } from '#core/import/plan/preview-lines.ts';
import type { Winner } from '#core/import/types.ts';
import type { PlanAnswer } from '#excel/import-session.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { EmptyState } from '#ui/layout.tsx';
import { useCategoryNames } from './category-options.ts';
import type { Choices } from './choices.ts';
import { LineRow } from './line-row.tsx';
import styles from './lines-grid.module.css';
import type { WorkerHandle } from './use-import-worker.ts';
import { useLines } from './use-lines.ts';

const TEXTS = IMPORT_TEXTS.preview;
const ROW_HEIGHT = 44;
const HEAD_HEIGHT = 30;

/** Where the keys lead; null = not one of ours. */
const targetOf = (key: string, row: number, count: number, page: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return row + 1;
    case 'ArrowUp':
      return row - 1;
    case 'PageDown':
      return row + page;
    case 'PageUp':
      return row - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};

/** The lines of one tab: one tab stop, a cursor by arrow keys, only the rows in sight are fetched and drawn. */
export const LinesGrid = ({
  worker,
  answer,
  filter,
  count,
  choices,
  isOpen,
  isSheetShown,
  onOpen,
  onChoose,
}: {
  readonly worker: WorkerHandle;
  readonly answer: PlanAnswer;
  readonly filter: LineFilter;
  readonly count: number;
  readonly choices: Choices;
  /** A panel beside the list shows the line of the cursor and follows it. */
  readonly isOpen: boolean;
  /** Row numbers alone do not tell rows of several sheets apart. */
  readonly isSheetShown: boolean;
  readonly onOpen: (line: PreviewLine) => void;
  readonly onChoose: (line: PreviewLine, winner: Winner) => void;
}) => {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const { want, lineAt } = useLines(worker, answer, filter);
  const categories = useCategoryNames();
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => want(first, last), [want, first, last, answer]);
  const row = Math.max(0, Math.min(cursor, count - 1));

  const place = (next: number): void => {
    const target = Math.max(0, Math.min(count - 1, next));
    setCursor(target);
    rows.scrollToIndex(target);
    const line = lineAt(target);
    if (isOpen && line !== undefined) onOpen(line);
  };
  const open = (index: number): void => {
    setCursor(index);
    const line = lineAt(index);
    if (line !== undefined) onOpen(line);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== scroller.current || event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current.clientHeight - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
    const target = targetOf(event.key, row, count, page);
    if (target === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (target === null) open(row);
    else place(target);
  };

  if (count === 0) return <EmptyState text={TEXTS.empty[filter]} />;
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={TEXTS.grid}
      aria-rowcount={count + 1}
      aria-activedescendant={`${id}-${row}`}
      aria-busy={lineAt(row) === undefined || undefined}
      data-narrow={isOpen || undefined}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <div className={styles.inner}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            {[TEXTS.row, TEXTS.what, TEXTS.device, TEXTS.category, TEXTS.room, TEXTS.hint, TEXTS.choice].map(
              (label) => (
                <span key={label} role="columnheader">
                  {label}
                </span>
              ),
            )}
          </div>
        </div>
        <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const line = lineAt(item.index);
            return (
              <LineRow
                key={item.key}
                id={`${id}-${item.index}`}
                index={item.index}
                top={item.start}
                height={ROW_HEIGHT}
                line={line}
                winner={line === undefined ? null : (choices.winners[line.key] ?? line.winner)}
                categories={categories}
                isCursor={item.index === row}
                isSheetShown={isSheetShown}
                onOpen={() => open(item.index)}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
};
