import { formatDate } from '#texts/format.ts';
import { PRINT_TEXTS } from '#texts/print.ts';
import { Icon } from '#ui/icons.tsx';
import { layoutTable, type Orientation } from './print-layout.ts';
import { entryCount, type PrintCell, type PrintList, type PrintTable } from './print-list.ts';
import styles from './print.module.css';

/** A list on as many pages as it needs: heading, what was chosen, and tables whose heads are repeated on each page. */
export const ListPages = ({
  list,
  orientation,
  school,
  asOf,
  today,
}: {
  readonly list: PrintList;
  readonly orientation: Orientation;
  readonly school: string;
  readonly asOf: string;
  readonly today: string;
}) => (
  <>
    <header className={styles.head}>
      <p className={styles.school}>{list.owner ?? (school === '' ? PRINT_TEXTS.noSchool : school)}</p>
      <h1>{list.title}</h1>
      <p>
        {[
          ...list.facts,
          ...(list.owner === undefined ? [PRINT_TEXTS.asOf(formatDate(asOf))] : []),
          PRINT_TEXTS.printedOn(formatDate(today)),
          ...(list.isUncounted === true ? [] : [PRINT_TEXTS.entries(entryCount(list))]),
        ].join(' · ')}
      </p>
    </header>
    {list.tables.map((table, index) => (
      <Table key={table.heading ?? index} table={table} title={list.title} orientation={orientation} />
    ))}
  </>
);

const Table = ({
  table,
  title,
  orientation,
}: {
  readonly table: PrintTable;
  readonly title: string;
  readonly orientation: Orientation;
}) => {
  const { heading, note, key, columns, rows } = table;
  const { sizePt, shares } = layoutTable(table, orientation);
  return (
    <section className={styles.part}>
      {heading !== undefined && heading !== title && <h2>{heading}</h2>}
      {note !== undefined && <p>{note}</p>}
      {key !== undefined && rows.length > 0 && (
        <p className={styles.key}>
          {key.map(([sign, meaning]) => (
            <span key={meaning}>
              <Cell cell={sign} /> {meaning}
            </span>
          ))}
        </p>
      )}
      {rows.length === 0 ? (
        <p>{PRINT_TEXTS.empty}</p>
      ) : (
        <table aria-label={heading ?? title} style={{ fontSize: `${sizePt}pt` }}>
          <colgroup>
            {shares.map((share, index) => (
              <col key={index} style={{ width: `${(share * 100).toFixed(2)}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ label, align }, index) => (
                <th key={index} scope="col" data-align={align}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells, kind, span = 1 }, row) => (
              <tr key={row} data-kind={kind}>
                {columns.map(({ align, isMono }, index) =>
                  index > 0 && index < span ? null : (
                    <td
                      key={index}
                      data-align={align}
                      data-mono={isMono || undefined}
                      colSpan={index === 0 ? span : 1}
                    >
                      <Cell cell={cells[index] ?? ''} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

const Cell = ({ cell }: { readonly cell: PrintCell }) =>
  typeof cell === 'string' ? (
    cell
  ) : (
    <span className={styles.signed}>
      <Icon name={cell.sign} />
      {cell.text}
    </span>
  );
