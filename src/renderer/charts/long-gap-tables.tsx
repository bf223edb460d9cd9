import { CATEGORY_KINDS } from '#core/targets/target-profile.ts';
import { formatGap } from '#texts/format.ts';
import { OVERVIEW_TEXTS } from '#texts/overview.ts';
import { LongTable } from '#ui/long-table.tsx';
import { kindColumns, roomColumns } from './gap-reading.tsx';
import { kindSums, type GapBar, type GapRow } from './gap-rows.ts';

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
