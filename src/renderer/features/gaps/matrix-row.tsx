import { memo, type CSSProperties } from 'react';
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
  type MatrixGroup,
  type MatrixRoom,
} from './matrix-model.ts';

export type Cursor = { readonly roomId: string; readonly group: string };

/** The id of a cell in the page, for `aria-activedescendant`. */
export const cellId = (prefix: string, roomId: string, group: string): string =>
  `${prefix}-${roomId}-${group}`;

/** Whether a column begins a new Verbindlichkeit. */
export const isSeparated = (columns: readonly MatrixColumn[], index: number): boolean =>
  columns[index - 1]?.priority !== columns[index]?.priority;

type RowProps = {
  readonly columns: readonly MatrixColumn[];
  readonly rowIndex: number;
  /** px below the head of the table; null = held at its foot. */
  readonly top: number | null;
  /** Widths of the columns. */
  readonly template: CSSProperties;
};

const placeOf = (top: number | null, template: CSSProperties): CSSProperties =>
  top === null ? template : { position: 'absolute', top, left: 0, right: 0, ...template };

/** The head of a building or a floor with its sums. */
export const MatrixGroupRow = memo(
  ({ row, columns, rowIndex, top, template }: RowProps & { readonly row: MatrixGroup }) => (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={classNames(styles.row, styles.floor, top === null && styles.held)}
      data-kind={row.kind}
      style={placeOf(top, template)}
    >
      <span role="rowheader" className={styles.floorName} title={groupFact(row)}>
        {row.label}
        <small>{row.target === 0 ? '' : formatPercent(row.actual / row.target)}</small>
      </span>
      {columns.map(({ group }, index) => (
        <span
          key={group}
          role="gridcell"
          className={classNames(isSeparated(columns, index) && styles.separated)}
        >
          {(row.gaps.get(group) ?? 0) === 0 ? '' : formatGap(row.gaps.get(group) ?? 0)}
        </span>
      ))}
      <span role="gridcell" className={classNames(styles.sum, styles.separated)}>
        {formatGap(row.gap)}
      </span>
    </div>
  ),
);
MatrixGroupRow.displayName = 'MatrixGroupRow';

const groupFact = ({ rooms, target, actual }: MatrixGroup): string =>
  GAPS_TEXTS.floorFact(rooms, target === 0 ? UNKNOWN : formatPercent(actual / target));

/** A room; drawn anew only when its figures, its place or the cursor in it change. */
export const MatrixRoomRow = memo(
  ({
    row,
    columns,
    rowIndex,
    top,
    template,
    idPrefix,
    cursorGroup,
    onOpen,
  }: RowProps & {
    readonly row: MatrixRoom;
    readonly idPrefix: string;
    /** The column of the cursor; null = it is in another room. */
    readonly cursorGroup: string | null;
    readonly onOpen: (cursor: Cursor) => void;
  }) => {
    const { room } = row;
    const gap = roomGapOf(row);
    return (
      <div
        role="row"
        aria-rowindex={rowIndex}
        aria-selected={cursorGroup !== null}
        className={styles.row}
        style={placeOf(top, template)}
      >
        <span role="rowheader" className={styles.roomName} title={room.name ?? undefined}>
          <b>{room.roomNumber}</b> {room.name}
        </span>
        {columns.map(({ group, name }, index) => {
          const line = row.cells.get(group);
          const isCursor = group === cursorGroup;
          return (
            <span
              key={group}
              id={cellId(idPrefix, room.id, group)}
              role="gridcell"
              aria-label={cellName(row, name, line)}
              aria-selected={isCursor}
              className={classNames(styles.cellBox, isSeparated(columns, index) && styles.separated)}
              onClick={() => onOpen({ roomId: room.id, group })}
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
  },
);
MatrixRoomRow.displayName = 'MatrixRoomRow';

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
