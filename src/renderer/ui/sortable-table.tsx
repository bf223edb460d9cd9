import { useMemo, useState, type ReactNode } from 'react';
import type { DataColumn } from './data-table.tsx';
import { Icon } from './icons.tsx';
import { LongTable } from './long-table.tsx';
import styles from './sortable-table.module.css';

export type SortableColumn<Row> = DataColumn<Row> & {
  /** By what the column is sorted; null goes to the end both ways. */
  readonly valueOf: (row: Row) => string | number | null;
};

const collator = new Intl.Collator('de-DE', { numeric: true });
const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

/** A long table that is sorted by a click on a head: numbers the largest first, texts by the alphabet; a second click turns it. */
export const SortableTable = <Row,>({
  columns,
  rows,
  ...rest
}: {
  readonly caption: string;
  readonly columns: readonly SortableColumn<Row>[];
  /** In the order that they have before anybody sorts. */
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly foot?: readonly ReactNode[];
}) => {
  const [sort, setSort] = useState<{ readonly column: string; readonly isDescending: boolean } | null>(null);
  const onSort = (column: string): void => {
    const isNumber = columns.find(({ id }) => id === column)?.align === 'right';
    setSort((before) =>
      before?.column === column
        ? { column, isDescending: !before.isDescending }
        : { column, isDescending: isNumber },
    );
  };
  const sorted = useMemo(() => {
    const valueOf = columns.find(({ id }) => id === sort?.column)?.valueOf;
    if (sort === null || valueOf === undefined) return rows;
    const way = sort.isDescending ? -1 : 1;
    return rows.toSorted((a, b) => {
      const [left, right] = [valueOf(a), valueOf(b)];
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return way * compare(left, right);
    });
  }, [columns, rows, sort]);
  return (
    <LongTable
      {...rest}
      columns={columns}
      rows={sorted}
      head={columns.map(({ id, label, align = 'left' }) => (
        <th
          key={id}
          scope="col"
          data-align={align}
          aria-sort={sort?.column !== id ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
        >
          <button type="button" className={styles.sort} onClick={() => onSort(id)}>
            {label}
            {sort?.column === id && <Icon name={sort.isDescending ? 'down' : 'up'} />}
          </button>
        </th>
      ))}
    />
  );
};
