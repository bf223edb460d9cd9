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

/** The cells of a head, a row and a foot; the tables differ only in which rows they draw. */
export const headCells = <Row,>(columns: readonly DataColumn<Row>[]): ReactNode =>
  columns.map(({ id, label, align = 'left' }) => (
    <th key={id} scope="col" data-align={align}>
      {label}
    </th>
  ));

export const rowCells = <Row,>(columns: readonly DataColumn<Row>[], row: Row): ReactNode =>
  columns.map(({ id, align = 'left', cell, isRowHead = false }) =>
    isRowHead ? (
      <th key={id} scope="row" data-align={align}>
        {cell(row)}
      </th>
    ) : (
      <td key={id} data-align={align}>
        {cell(row)}
      </td>
    ),
  );

export const footCells = <Row,>(columns: readonly DataColumn<Row>[], foot: readonly ReactNode[]): ReactNode =>
  columns.map(({ id, align = 'left' }, index) => (
    <td key={id} data-align={align}>
      {foot[index]}
    </td>
  ));

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
        <tr>{headCells(columns)}</tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>{rowCells(columns, row)}</tr>
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot>
          <tr>{footCells(columns, foot)}</tr>
        </tfoot>
      )}
    </table>
  </div>
);
