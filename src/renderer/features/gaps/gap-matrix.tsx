import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { classNames } from '#ui/class-names.ts';
import styles from './gap-matrix.module.css';
import type { MatrixColumn, MatrixRow } from './matrix-model.ts';
import { cellId, isSeparated, MatrixGroupRow, MatrixRoomRow, type Cursor } from './matrix-row.tsx';

export type { Cursor } from './matrix-row.tsx';

const ROW_HEIGHT = 28;
const HEAD_HEIGHT = 62;
const NAME_WIDTH = 200;
/** Where there is room; what is left then goes to the columns. */
const WIDEST_NAME = 320;
const COLUMN_WIDTH = 66;
const SUM_WIDTH = 64;

/**
 * Rooms × goals: quiet where a target is met, loud where something is missing. One tab stop; arrow keys move. The heads of
 * the columns and of the floor that is scrolled through stay in sight.
 */
export const GapMatrix = ({
  columns,
  rows,
  cursor,
  onCursor,
  onOpen,
}: {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  readonly cursor: Cursor | null;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onOpen: (cursor: Cursor) => void;
}) => {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const heads = useMemo(() => rows.flatMap((row, index) => (row.kind === 'room' ? [] : [index])), [rows]);
  const held = useRef(0);
  const rangeExtractor = useCallback(
    (range: Range) => {
      held.current = heads.findLast((index) => index <= range.startIndex) ?? 0;
      const drawn = defaultRangeExtractor(range);
      return drawn.includes(held.current) ? drawn : [held.current, ...drawn];
    },
    [heads],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    scrollPaddingStart: HEAD_HEIGHT,
    rangeExtractor,
  });
  const rowIndex = rows.findIndex((row) => row.kind === 'room' && row.room.id === cursor?.roomId);
  const columnIndex = Math.max(
    0,
    columns.findIndex(({ group }) => group === cursor?.group),
  );
  useEffect(() => {
    if (rowIndex < 0) return;
    virtual.scrollToIndex(rowIndex);
    scrollToColumn(scroller.current, columnIndex);
    // Only a moved cursor scrolls; new rows after a change must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cursor]);

  /** To the nearest room from there on in the direction; at the end of the list to the nearest one before. */
  const moveTo = (row: number, column: number, step: 1 | -1): void => {
    const group = columns[Math.min(Math.max(column, 0), columns.length - 1)]?.group;
    const start = Math.min(Math.max(row, 0), rows.length - 1);
    const roomFrom = (direction: 1 | -1): MatrixRow | undefined => {
      for (let at = start; rows[at] !== undefined; at += direction)
        if (rows[at]?.kind === 'room') return rows[at];
      return undefined;
    };
    const target = roomFrom(step) ?? roomFrom(step === 1 ? -1 : 1);
    if (group !== undefined && target?.kind === 'room') onCursor({ roomId: target.room.id, group });
  };
  const onKey = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 4);
    const start = Math.max(rowIndex, 0);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(rowIndex < 0 ? 0 : start + 1, columnIndex, 1),
      ArrowUp: () => moveTo(start - 1, columnIndex, -1),
      ArrowRight: () => moveTo(start, columnIndex + 1, 1),
      ArrowLeft: () => moveTo(start, columnIndex - 1, 1),
      Home: () => moveTo(event.ctrlKey ? 0 : start, 0, 1),
      End: () => moveTo(event.ctrlKey ? rows.length - 1 : start, columns.length - 1, -1),
      PageDown: () => moveTo(start + page, columnIndex, -1),
      PageUp: () => moveTo(start - page, columnIndex, 1),
      Enter: () => {
        if (cursor !== null) onOpen(cursor);
      },
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
  // Each row is a grid of its own: only widths that do not depend on what stands in them keep the columns in line.
  const template = useMemo<CSSProperties>(
    () => ({
      gridTemplateColumns: `minmax(${NAME_WIDTH}px, ${WIDEST_NAME}px) repeat(${columns.length}, minmax(${COLUMN_WIDTH}px, 1fr)) ${SUM_WIDTH}px`,
      minWidth: NAME_WIDTH + columns.length * COLUMN_WIDTH + SUM_WIDTH,
    }),
    [columns.length],
  );
  return (
    <div
      ref={scroller}
      className={styles.matrix}
      role="grid"
      tabIndex={0}
      aria-label={GAPS_TEXTS.matrixLabel}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 2}
      aria-activedescendant={
        cursor !== null && rowIndex >= 0
          ? cellId(id, cursor.roomId, columns[columnIndex]?.group ?? '')
          : undefined
      }
      onKeyDown={onKey}
    >
      <MatrixHead columns={columns} template={template} />
      <div
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), position: 'relative', minWidth: template.minWidth }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const place = {
            columns,
            template,
            rowIndex: item.index + 3,
            top: item.index === held.current && row.kind !== 'room' ? null : item.start,
          };
          return row.kind === 'room' ? (
            <MatrixRoomRow
              key={row.room.id}
              {...place}
              row={row}
              idPrefix={id}
              cursorGroup={row.room.id === cursor?.roomId ? cursor.group : null}
              onOpen={onOpen}
            />
          ) : (
            <MatrixGroupRow key={row.key} {...place} row={row} />
          );
        })}
      </div>
    </div>
  );
};

/** Brings a column between the names, which stay on the left, and the right edge. */
const scrollToColumn = (box: HTMLElement | null, column: number): void => {
  if (box === null || box.scrollWidth <= box.clientWidth) return;
  const left = column * COLUMN_WIDTH;
  const right = NAME_WIDTH + left + COLUMN_WIDTH;
  if (left < box.scrollLeft) box.scrollLeft = left;
  else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
};

const MatrixHead = ({
  columns,
  template,
}: {
  readonly columns: readonly MatrixColumn[];
  readonly template: CSSProperties;
}) => (
  <div className={styles.head} role="rowgroup" style={{ minWidth: template.minWidth }}>
    <div className={styles.row} role="row" aria-rowindex={1} style={template}>
      <span role="columnheader" aria-hidden="true" />
      {columns.map(({ group, priority }, index) => {
        const span = columns.filter((column) => column.priority === priority).length;
        return isSeparated(columns, index) ? (
          <span
            key={group}
            role="columnheader"
            aria-colspan={span}
            className={classNames(styles.priority, styles.separated)}
            style={{ gridColumn: `span ${span}` }}
            title={GAPS_TEXTS.priorityHead(priority)}
          >
            {/* One or two columns are narrower than the whole of it. */}
            {span > 2 ? GAPS_TEXTS.priorityHead(priority) : PRIORITY_LABELS[priority]}
          </span>
        ) : null;
      })}
      <span role="columnheader" aria-hidden="true" className={styles.separated} />
    </div>
    <div className={styles.row} role="row" aria-rowindex={2} style={template}>
      <span role="columnheader" className={styles.roomHead}>
        {GAPS_TEXTS.room}
      </span>
      {columns.map(({ group, name, shortName }, index) => (
        <span
          key={group}
          role="columnheader"
          title={name}
          className={classNames(styles.columnHead, isSeparated(columns, index) && styles.separated)}
        >
          {shortName}
        </span>
      ))}
      <span role="columnheader" className={classNames(styles.sum, styles.separated)}>
        {GAPS_TEXTS.gap}
      </span>
    </div>
  </div>
);
