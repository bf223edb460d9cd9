import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { ChangeSetHeader } from '#core/history/change-set.ts';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { formatNumber, formatTime } from '#texts/format.ts';
import { dayHeading, entryDetail, entryTitle, HISTORY_TEXTS } from '#texts/history.ts';
import { nextEntryRow, type HistoryRow } from './history-rows.ts';
import styles from './history.module.css';

const ENTRY_HEIGHT = 45;
const DAY_HEIGHT = 26;
const HEAD_HEIGHT = 30;

type HistoryGridProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly rows: readonly HistoryRow[];
  readonly takenBack: ReadonlyMap<number, ChangeSetHeader>;
  readonly openSeq: number | null;
  readonly isReadOnly: boolean;
  readonly onOpen: (entry: HistoryEntry) => void;
  readonly onTakeBack: (entry: HistoryEntry) => void;
};

/** The changes by day: one tab stop, a cursor by arrow keys, only the lines in sight are drawn. */
export const HistoryGrid = ({
  ref,
  rows,
  takenBack,
  openSeq,
  isReadOnly,
  onOpen,
  onTakeBack,
}: HistoryGridProps) => {
  const id = useId();
  const scroller = useRef<HTMLDivElement | null>(null);
  // The cursor stays with its change when new ones come in above.
  const [cursorSeq, setCursorSeq] = useState<number | null>(null);
  const now = new Date();
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? DAY_HEIGHT : ENTRY_HEIGHT),
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : row.kind === 'day' ? `day ${row.at}` : row.entry.header.seq;
    },
    overscan: 12,
    scrollPaddingStart: HEAD_HEIGHT + DAY_HEIGHT,
  });
  // Days and changes have different heights: what stands where is measured anew when the list is another one.
  useEffect(() => lines.measure(), [lines, rows]);

  const wanted = openSeq ?? cursorSeq;
  const found =
    wanted === null ? -1 : rows.findIndex((row) => row.kind === 'entry' && row.entry.header.seq === wanted);
  const cursor = found >= 0 ? found : (nextEntryRow(rows, 0, 1) ?? 0);

  // Another one was opened from the panel.
  useEffect(() => {
    if (openSeq !== null && found >= 0) lines.scrollToIndex(found);
    // New changes above must not pull the list away from where it stands.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openSeq]);

  const goTo = (index: number | null): void => {
    const row = index === null ? undefined : rows[index];
    if (index === null || row?.kind !== 'entry') return;
    setCursorSeq(row.entry.header.seq);
    lines.scrollToIndex(index);
    if (openSeq !== null) onOpen(row.entry);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== scroller.current || event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current.clientHeight - HEAD_HEIGHT) / ENTRY_HEIGHT) - 1);
    const clamp = (index: number): number => Math.max(0, Math.min(rows.length - 1, index));
    const move = (index: number, step: 1 | -1): void =>
      goTo(nextEntryRow(rows, clamp(index), step) ?? nextEntryRow(rows, clamp(index), step === 1 ? -1 : 1));
    const row = rows[cursor];
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(cursor + 1, 1),
      ArrowUp: () => move(cursor - 1, -1),
      PageDown: () => move(cursor + page, 1),
      PageUp: () => move(cursor - page, -1),
      Home: () => move(0, 1),
      End: () => move(rows.length - 1, -1),
      Enter: () => {
        if (row?.kind === 'entry') onOpen(row.entry);
      },
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  return (
    <div
      ref={(element) => {
        scroller.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref !== null) ref.current = element;
      }}
      role="grid"
      tabIndex={0}
      aria-label={HISTORY_TEXTS.grid}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={`${id}-${cursor}`}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          <span role="columnheader">{HISTORY_TEXTS.heads.time}</span>
          <span role="columnheader">{HISTORY_TEXTS.heads.change}</span>
          <span role="columnheader" data-right>
            {HISTORY_TEXTS.heads.count}
          </span>
          <span role="columnheader">
            <span className={styles.hidden}>{HISTORY_TEXTS.heads.action}</span>
          </span>
        </div>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const place = { top: item.start, height: item.size };
          return row.kind === 'day' ? (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className={styles.day}
              style={place}
            >
              <span role="gridcell" aria-colspan={4}>
                {dayHeading(row.at, now)}
              </span>
            </div>
          ) : (
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={item.index === cursor}
              data-cursor={item.index === cursor || undefined}
              data-open={row.entry.header.seq === openSeq || undefined}
              className={styles.row}
              style={place}
              onClick={(event) => {
                if (event.target instanceof Element && event.target.closest('button, a') !== null) return;
                setCursorSeq(row.entry.header.seq);
                onOpen(row.entry);
              }}
            >
              <EntryCells
                entry={row.entry}
                isTakenBack={takenBack.has(row.entry.header.seq)}
                isCursor={item.index === cursor}
                isReadOnly={isReadOnly}
                onTakeBack={onTakeBack}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
};

const EntryCells = ({
  entry,
  isTakenBack,
  isCursor,
  isReadOnly,
  onTakeBack,
}: {
  readonly entry: HistoryEntry;
  readonly isTakenBack: boolean;
  readonly isCursor: boolean;
  readonly isReadOnly: boolean;
  readonly onTakeBack: (entry: HistoryEntry) => void;
}) => {
  const { header, changeCount } = entry;
  const title = entryTitle(entry);
  const detail = entryDetail(entry);
  const isReport = header.label.code === 'report-written';
  return (
    <>
      <span role="gridcell" className={styles.time}>
        {formatTime(header.at)}
      </span>
      <span role="gridcell" className={styles.what} title={[title, detail].filter(Boolean).join('\n')}>
        <b data-taken-back={isTakenBack || undefined}>{title}</b>
        {detail !== '' && <span>{detail}</span>}
      </span>
      <span role="gridcell" data-right>
        {isReport ? '' : formatNumber(changeCount)}
      </span>
      <span role="gridcell" className={styles.action}>
        {isReport ? (
          <a href="#/berichte" tabIndex={isCursor ? 0 : -1}>
            {HISTORY_TEXTS.toReports}
          </a>
        ) : isTakenBack ? (
          HISTORY_TEXTS.isTakenBack
        ) : header.action.kind !== 'do' || isReadOnly ? null : (
          <button
            type="button"
            tabIndex={isCursor ? 0 : -1}
            aria-label={HISTORY_TEXTS.takeBackOf(title)}
            onClick={() => onTakeBack(entry)}
          >
            {HISTORY_TEXTS.takeBack}
          </button>
        )}
      </span>
    </>
  );
};
