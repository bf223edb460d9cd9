import { useMemo } from 'react';
import { CATEGORY_KINDS } from '#core/targets/target-profile.ts';
import { formatGap, formatNumber } from '#texts/format.ts';
import { KIND_SHORT, OVERVIEW_TEXTS } from '#texts/overview.ts';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { LongTable } from '#ui/long-table.tsx';
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

const kindColumns: readonly DataColumn<GapBar>[] = [
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
const roomColumns: readonly DataColumn<GapRow>[] = [roomColumn, ...kindColumns];

/** The table beside the chart „Lücken je Raum": the same figures, each room a link. */
export const GapTable = ({ rows }: { readonly rows: readonly GapRow[] }) => (
  <DataTable
    caption={OVERVIEW_TEXTS.gapsPerRoom}
    rows={rows}
    keyOf={({ roomId }) => roomId}
    columns={roomColumns}
  />
);

const footOf = (rows: readonly GapBar[], label: string): readonly string[] => {
  const sums = new Map(kindSums(rows));
  return [
    label,
    ...CATEGORY_KINDS.map((kind) => formatGap(sums.get(kind) ?? 0)),
    formatGap(rows.reduce((sum, { total }) => sum + total, 0)),
  ];
};

/** The same for all rooms of the school, with their sum. */
export const LongGapTable = ({ rows }: { readonly rows: readonly GapRow[] }) => (
  <LongTable
    caption={OVERVIEW_TEXTS.gapsPerRoom}
    rows={rows}
    keyOf={({ key }) => key}
    columns={roomColumns}
    foot={footOf(rows, OVERVIEW_TEXTS.total)}
  />
);

/** One line per floor; `nameColumn` heads its name. */
export const FloorGapTable = ({
  rows,
  caption,
  nameColumn,
}: {
  readonly rows: readonly GapBar[];
  readonly caption: string;
  readonly nameColumn: string;
}) => (
  <LongTable
    caption={caption}
    rows={rows}
    keyOf={({ key }) => key}
    columns={[{ id: 'name', label: nameColumn, isRowHead: true, cell: ({ name }) => name }, ...kindColumns]}
    foot={footOf(rows, OVERVIEW_TEXTS.total)}
  />
);
