import { useMemo } from 'react';
import { CATEGORY_KINDS } from '#core/targets/target-profile.ts';
import { formatGap, formatNumber } from '#texts/format.ts';
import { KIND_SHORT, OVERVIEW_TEXTS } from '#texts/overview.ts';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { ChartLegend, type LegendEntry } from './chart-legend.tsx';
import { kindSums, type GapBar, type GapRow } from './gap-rows.ts';

/** The kinds that lack something, with their sums. */
export const gapLegend = (rows: readonly GapBar[]): readonly LegendEntry[] =>
  kindSums(rows).map(([kind, sum]) => ({
    label: `${KIND_SHORT[kind]} ${formatNumber(sum)}`,
    color: `--chart-${kind}`,
  }));

/** Colours of the kinds with their sums; only kinds that lack something. */
export const GapLegend = ({ rows }: { readonly rows: readonly GapBar[] }) => (
  <ChartLegend entries={useMemo(() => gapLegend(rows), [rows])} />
);

/** What is missing of each kind, and in all. */
export const kindColumns: readonly DataColumn<GapBar>[] = [
  ...CATEGORY_KINDS.map((kind) => ({
    id: kind,
    label: KIND_SHORT[kind],
    align: 'right' as const,
    cell: (row: GapBar) => (row[kind] === 0 ? '' : formatGap(row[kind])),
  })),
  {
    id: 'total',
    label: OVERVIEW_TEXTS.total,
    align: 'right',
    cell: ({ total }) => <b>{formatGap(total)}</b>,
  },
];

const roomColumn: DataColumn<GapRow> = {
  id: 'room',
  label: OVERVIEW_TEXTS.room,
  isRowHead: true,
  cell: ({ roomId, number, name }) => (
    <a href={`#/raeume/${encodeURIComponent(roomId)}`} title={name}>
      <b>{number}</b> {name}
    </a>
  ),
};
/** The room as a link, and what it lacks. */
export const roomColumns: readonly DataColumn<GapRow>[] = [roomColumn, ...kindColumns];

/** The table beside the chart „Lücken je Raum": the same figures, each room a link. */
export const GapTable = ({ rows }: { readonly rows: readonly GapRow[] }) => (
  <DataTable
    caption={OVERVIEW_TEXTS.gapsPerRoom}
    rows={rows}
    keyOf={({ roomId }) => roomId}
    columns={roomColumns}
  />
);
