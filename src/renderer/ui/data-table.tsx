import type { ReactNode } from 'react';
import styles from './data-table.module.css';

export type DataColumn<Row> = {
  readonly id: string;
  readonly label: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly cell: (row: Row) => ReactNode;
  /** The cell that names the row. */
  readonly isRowHead?: boolean;
};

/** A short list that needs no virtual scrolling. The caption is its name for screen readers. */
export const DataTable = <Row,>({
  caption,
  columns,
  rows,
  keyOf,
  foot,
}: {
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly foot?: readonly ReactNode[];
}) => (
  <div className={styles.scroll}>
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" data-align={column.align ?? 'left'}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) =>
              column.isRowHead === true ? (
                <th key={column.id} scope="row" data-align={column.align ?? 'left'}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.id} data-align={column.align ?? 'left'}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot>
          <tr>
            {columns.map((column, index) => (
              <td key={column.id} data-align={column.align ?? 'left'}>
                {foot[index]}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  </div>
);
