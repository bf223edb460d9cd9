import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { RoomGap } from '#core/gaps/gap-analysis.ts';
import { formatGap, formatNumber, formatPercent, UNKNOWN } from '#texts/format.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/icons.tsx';
import styles from './gap-matrix.module.css';
import {
  cellState,
  roomGapOf,
  type MatrixColumn,
  type MatrixFloor,
  type MatrixRoom,
  type MatrixRow,
} from './matrix-model.ts';

export type Cursor = { readonly roomId: string; readonly group: string };

const ROW_HEIGHT = 28;
const HEAD_HEIGHT = 62;
const NAME_WIDTH = 200;
const COLUMN_WIDTH = 66;
const SUM_WIDTH = 64;

/** Rooms × goals: quiet where a target is met, loud where something is missing. One tab stop; arrow keys move. */
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
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const rowIndex = rows.findIndex((row) => row.kind === 'room' && row.room.id === cursor?.roomId);
  const columnIndex = Math.max(
    0,
    columns.findIndex(({ group }) => group === cursor?.group),
  );
  useEffect(() => {
    if (rowIndex >= 0) virtual.scrollToIndex(rowIndex);
    // Only a moved cursor scrolls; new rows after a change must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cursor]);

  const moveTo = (row: number, column: number, step: 1 | -1): void => {
    const group = columns[Math.min(Math.max(column, 0), columns.length - 1)]?.group;
    let at = Math.min(Math.max(row, 0), rows.length - 1);
    while (rows[at]?.kind === 'floor') at += step;
    const target = rows[at];
    if (group !== undefined && target?.kind === 'room') onCursor({ roomId: target.room.id, group });
  };
  const onKey = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 3);
    const start = Math.max(rowIndex, 0);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(rowIndex < 0 ? 0 : start + 1, columnIndex, 1),
      ArrowUp: () => moveTo(start - 1, columnIndex, start <= 1 ? 1 : -1),
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
  const cellId = (roomId: string, group: string): string => `${id}-${roomId}-${group}`;
  // Each row is a grid of its own: only fixed widths keep the columns in line.
  const template = {
    gridTemplateColumns: `minmax(${NAME_WIDTH}px, 1fr) repeat(${columns.length}, ${COLUMN_WIDTH}px) ${SUM_WIDTH}px`,
    minWidth: NAME_WIDTH + columns.length * COLUMN_WIDTH + SUM_WIDTH,
  };
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
          ? cellId(cursor.roomId, columns[columnIndex]?.group ?? '')
          : undefined
      }
      onKeyDown={onKey}
    >
      <div className={styles.head} role="rowgroup">
        <div className={styles.row} role="row" aria-rowindex={1} style={template}>
          <span role="columnheader" aria-hidden="true" />
          {columns.map(({ group, priority }, index) => {
            const isFirst = columns[index - 1]?.priority !== priority;
            const span = columns.filter((column) => column.priority === priority).length;
            return isFirst ? (
              <span
                key={group}
                role="columnheader"
                aria-colspan={span}
                className={classNames(styles.priority, styles.separated)}
                style={{ gridColumn: `span ${span}` }}
              >
                {GAPS_TEXTS.priorityHead(priority)}
              </span>
            ) : null;
          })}
          <span role="columnheader" aria-hidden="true" className={styles.separated} />
        </div>
        <div className={styles.row} role="row" aria-rowindex={2} style={template}>
          <span role="columnheader" className={styles.roomHead}>
            {GAPS_TEXTS.room}
          </span>
          {columns.map(({ group, name, shortName, priority }, index) => (
            <span
              key={group}
              role="columnheader"
              title={name}
              className={classNames(
                styles.columnHead,
                columns[index - 1]?.priority !== priority && styles.separated,
              )}
            >
              {shortName}
            </span>
          ))}
          <span role="columnheader" className={classNames(styles.sum, styles.separated)}>
            {GAPS_TEXTS.gap}
          </span>
        </div>
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const position = {
            position: 'absolute' as const,
            top: item.start,
            left: 0,
            right: 0,
            ...template,
          };
          if (row.kind === 'floor')
            return (
              <div
                key={row.key}
                role="row"
                aria-rowindex={item.index + 3}
                className={classNames(styles.row, styles.floor)}
                style={position}
              >
                <span role="rowheader" className={styles.floorName} title={floorFact(row)}>
                  {row.label}
                  <small>{row.target === 0 ? '' : formatPercent(row.actual / row.target)}</small>
                </span>
                {columns.map(({ group, priority }, index) => (
                  <span
                    key={group}
                    role="gridcell"
                    className={classNames(columns[index - 1]?.priority !== priority && styles.separated)}
                  >
                    {(row.gaps.get(group) ?? 0) === 0 ? '' : formatGap(row.gaps.get(group) ?? 0)}
                  </span>
                ))}
                <span role="gridcell" className={classNames(styles.sum, styles.separated)}>
                  {formatGap(row.gap)}
                </span>
              </div>
            );
          const gap = roomGapOf(row);
          return (
            <div
              key={row.room.id}
              role="row"
              aria-rowindex={item.index + 3}
              aria-selected={row.room.id === cursor?.roomId}
              className={styles.row}
              style={position}
            >
              <span role="rowheader" className={styles.roomName} title={row.room.name ?? undefined}>
                <b>{row.room.roomNumber}</b> {row.room.name}
              </span>
              {columns.map(({ group, name, priority }, index) => {
                const line = row.cells.get(group);
                const isCursor = row.room.id === cursor?.roomId && group === cursor.group;
                return (
                  <span
                    key={group}
                    id={cellId(row.room.id, group)}
                    role="gridcell"
                    aria-label={cellName(row, name, line)}
                    aria-selected={isCursor}
                    className={classNames(
                      styles.cellBox,
                      columns[index - 1]?.priority !== priority && styles.separated,
                    )}
                    onClick={() => onOpen({ roomId: row.room.id, group })}
                  >
                    <Cell line={line} isCursor={isCursor} />
                  </span>
                );
              })}
              <span role="gridcell" className={classNames(styles.sum, styles.separated)}>
                {!row.summary.scored ? (
                  <small title={GAPS_TEXTS.notScored}>{GAPS_TEXTS.notScoredShort}</small>
                ) : gap === 0 ? (
                  <Icon name="tick" />
                ) : (
                  <b>{formatGap(gap)}</b>
                )}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
};

const floorFact = ({ rooms, target, actual }: MatrixFloor): string =>
  GAPS_TEXTS.floorFact(rooms, target === 0 ? UNKNOWN : formatPercent(actual / target));

const cellName = ({ room }: MatrixRoom, group: string, line: RoomGap | undefined): string => {
  const state = cellState(line);
  if (line === undefined || state === 'none') return GAPS_TEXTS.cellNone(room.roomNumber, group);
  if (state === 'exempt') return GAPS_TEXTS.cellExempt(room.roomNumber, group);
  const base = GAPS_TEXTS.cell({
    room: room.roomNumber,
    group,
    target: formatNumber(line.target),
    actual: formatNumber(line.actual),
    gap: formatNumber(line.gap),
  });
  const more = [
    line.defective > 0 && GAPS_TEXTS.defective(line.defective),
    line.missing > 0 && GAPS_TEXTS.missing(line.missing),
    line.overAge > 0 && GAPS_TEXTS.overAge(line.overAge),
    line.surplus > 0 && GAPS_TEXTS.surplus(line.surplus),
  ].filter((part) => part !== false);
  return [base, ...more].join(', ');
};

const Cell = ({ line, isCursor }: { readonly line: RoomGap | undefined; readonly isCursor: boolean }) => {
  const state = cellState(line);
  return (
    <span className={styles.cell} data-state={state} data-cursor={isCursor || undefined} aria-hidden="true">
      {state === 'none' && <Icon name="dot" />}
      {state === 'exempt' && GAPS_TEXTS.exemptShort}
      {state === 'unknown' && <Icon name="question" />}
      {line !== undefined && state === 'met' && (
        <>
          <Icon name="tick" />
          {line.overAge > 0 && <Icon name="clock" />}
          {line.surplus > 0 && <span className={styles.surplus}>+{formatNumber(line.surplus)}</span>}
        </>
      )}
      {line !== undefined && (state === 'gap' || state === 'part') && (
        <>
          {state === 'part' && <Icon name="half" />}
          {formatGap(line.gap)}
          {line.defective > 0 && <Icon name="bolt" />}
        </>
      )}
    </span>
  );
};
