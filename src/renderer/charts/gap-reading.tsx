import { CATEGORY_KINDS } from '#core/targets/target-profile.ts';
import { formatGap, formatNumber } from '#texts/format.ts';
import { KIND_SHORT, OVERVIEW_TEXTS } from '#texts/overview.ts';
import { DataTable } from '#ui/data-table.tsx';
import { kindSums, type GapRow } from './gap-rows.ts';
import styles from './gap-reading.module.css';

/** Colours of the kinds with their sums; only kinds that lack something. */
export const GapLegend = ({ rows }: { readonly rows: readonly GapRow[] }) => (
  <ul className={styles.legend}>
    {kindSums(rows).map(([kind, sum]) => (
      <li key={kind}>
        <span className={styles.swatch} style={{ background: `var(--chart-${kind})` }} />
        {KIND_SHORT[kind]} {formatNumber(sum)}
      </li>
    ))}
  </ul>
);

/** The table beside the chart „Lücken je Raum": the same figures, each room a link. */
export const GapTable = ({ rows }: { readonly rows: readonly GapRow[] }) => (
  <DataTable
    caption={OVERVIEW_TEXTS.gapsPerRoom}
    rows={rows}
    keyOf={({ roomId }) => roomId}
    columns={[
      {
        id: 'room',
        label: OVERVIEW_TEXTS.room,
        isRowHead: true,
        cell: ({ roomId, number, name }) => (
          <a href={`#/raeume/${encodeURIComponent(roomId)}`}>
            <b>{number}</b> {name}
          </a>
        ),
      },
      ...CATEGORY_KINDS.map((kind) => ({
        id: kind,
        label: KIND_SHORT[kind],
        align: 'right' as const,
        cell: (row: GapRow) => (row[kind] === 0 ? '' : formatGap(row[kind])),
      })),
      {
        id: 'total',
        label: OVERVIEW_TEXTS.total,
        align: 'right',
        cell: ({ total }) => <b>{formatGap(total)}</b>,
      },
    ]}
  />
);
