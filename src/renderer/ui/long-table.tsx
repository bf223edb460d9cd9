import { useRef, type ReactNode } from 'react';
import styles from './data-table.module.css';
import { footCells, headCells, rowCells, type DataColumn } from './data-table.tsx';
import { useAllRows } from './all-rows.ts';
import { useRowWindow } from './use-row-window.ts';

/** Rows of this table are one line each. */
const ROW_HEIGHT = 32;
const HEAD_HEIGHT = 30;

/**
 * A table of any length that scrolls in a box of its own: head and foot stay, and only the rows in sight are in the page.
 * For a screen reader all rows are counted.
 */
export const LongTable = <Row,>({
  caption,
  columns,
  rows,
  keyOf,
  foot,
  head = headCells(columns),
}: {
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly foot?: readonly ReactNode[];
  /** Instead of plain heads: one `th` per column. */
  readonly head?: ReactNode;
}) => {
  const scroller = useRef<HTMLDivElement>(null);
  const inSight = useRowWindow(scroller, rows.length, ROW_HEIGHT, HEAD_HEIGHT);
  const [first, end] = useAllRows() ? [0, rows.length] : inSight;
  return (
    <div ref={scroller} className={styles.long} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>{head}</tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden="true" style={{ height: first * ROW_HEIGHT }} />}
          {rows.slice(first, end).map((row, index) => (
            <tr key={keyOf(row)} aria-rowindex={first + index + 2}>
              {rowCells(columns, row)}
            </tr>
          ))}
          {end < rows.length && (
            <tr aria-hidden="true" style={{ height: (rows.length - end) * ROW_HEIGHT }} />
          )}
        </tbody>
        {foot !== undefined && (
          <tfoot>
            <tr>{footCells(columns, foot)}</tr>
          </tfoot>
        )}
      </table>
    </div>
  );
};
