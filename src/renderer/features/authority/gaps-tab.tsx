import { lazy, useMemo } from 'react';
import type { AuthorityView } from '#core/authority/authority-view.ts';
import type { ComparedLine } from '#core/authority/compared-gaps.ts';
import { CATEGORY_KINDS } from '#core/targets/target-profile.ts';
import { AUTHORITY_PAGE_TEXTS, shortSchoolName } from '#texts/authority-page.ts';
import { CHART_TEXTS } from '#texts/charts.ts';
import { formatEuros, formatGap, formatNumber, UNKNOWN } from '#texts/format.ts';
import { EmptyState, Section } from '#ui/layout.tsx';
import { SortableTable, type SortableColumn } from '#ui/sortable-table.tsx';
import { kindSums, type GapBar } from '../../charts/gap-rows.ts';
import { ChartPart } from './chart-part.tsx';
import { schoolGapBars } from './school-gap-bars.ts';

const LongGapsChart = lazy(() =>
  import('../../charts/gaps-per-room-chart.tsx').then(({ LongGapsChart: chart }) => ({ default: chart })),
);

const TEXTS = AUTHORITY_PAGE_TEXTS.gaps;

const BAR_COLUMNS: readonly SortableColumn<GapBar>[] = [
  {
    id: 'school',
    label: AUTHORITY_PAGE_TEXTS.school,
    isRowHead: true,
    valueOf: ({ name }) => name,
    cell: ({ name }) => <span title={name}>{name}</span>,
  },
  ...CATEGORY_KINDS.map((kind): SortableColumn<GapBar> => ({
    id: kind,
    label: CHART_TEXTS.kinds(kind),
    align: 'right',
    valueOf: (bar) => bar[kind],
    cell: (bar) => formatNumber(bar[kind]),
  })),
  {
    id: 'total',
    label: TEXTS.total,
    align: 'right',
    valueOf: ({ total }) => total,
    cell: ({ total }) => formatNumber(total),
  },
];

const figure = (id: 'target' | 'actual' | 'gap'): SortableColumn<ComparedLine> => ({
  id,
  label: TEXTS[id],
  align: 'right',
  valueOf: ({ total }) => total[id],
  cell: ({ total }) => (id === 'gap' ? formatGap(total.gap) : formatNumber(total[id])),
});
const CATEGORY_COLUMNS: readonly SortableColumn<ComparedLine>[] = [
  { id: 'name', label: TEXTS.name, isRowHead: true, valueOf: ({ name }) => name, cell: ({ name }) => name },
  figure('target'),
  figure('actual'),
  figure('gap'),
  {
    id: 'cost',
    label: TEXTS.cost,
    align: 'right',
    valueOf: ({ total }) => total.costCents,
    cell: ({ total }) => formatEuros(total.costCents),
  },
];

type SchoolRow = { readonly position: number; readonly name: string };
const matrixColumns = (view: AuthorityView): readonly SortableColumn<SchoolRow>[] => [
  {
    id: 'school',
    label: AUTHORITY_PAGE_TEXTS.school,
    isRowHead: true,
    valueOf: ({ name }) => name,
    cell: ({ name }) => <span title={name}>{name}</span>,
  },
  ...view.byGroup.map(({ id, shortName, cells }): SortableColumn<SchoolRow> => ({
    id,
    label: shortName,
    align: 'right',
    valueOf: ({ position }) => cells[position]?.gap ?? null,
    cell: ({ position }) => {
      const cell = cells[position] ?? null;
      return cell === null ? UNKNOWN : formatGap(cell.gap);
    },
  })),
  {
    id: 'total',
    label: TEXTS.total,
    align: 'right',
    valueOf: ({ position }) => view.schools[position]?.figures.gap ?? null,
    cell: ({ position }) => formatGap(view.schools[position]?.figures.gap ?? null),
  },
];

/** What is missing where: by school and kind, by category, and by school and target. */
export const GapsTab = ({
  view,
  onSchool,
}: {
  readonly view: AuthorityView;
  readonly onSchool: (position: number) => void;
}) => {
  const bars = useMemo(() => schoolGapBars(view), [view]);
  const drawn = useMemo(() => bars.map((bar) => ({ ...bar, name: shortSchoolName(bar.name) })), [bars]);
  const columns = useMemo(() => matrixColumns(view), [view]);
  const schools = useMemo(
    () => view.schools.map(({ name }, position): SchoolRow => ({ position, name })),
    [view],
  );
  const worst = bars[0];
  if (worst === undefined) return <EmptyState text={TEXTS.none} />;
  const { totals } = view;
  return (
    <>
      <ChartPart
        title={TEXTS.title}
        legend={kindSums(bars).map(([kind, sum]) => ({
          label: `${CHART_TEXTS.kinds(kind)} ${formatNumber(sum)}`,
          color: `--chart-${kind}`,
        }))}
        chart={
          <LongGapsChart
            title={TEXTS.title}
            summary={TEXTS.summary(view.schools.length, totals.gap, worst.name, worst.total)}
            rows={drawn}
            hintOf={() => AUTHORITY_PAGE_TEXTS.fulfilment.open}
            onOpen={(key) => onSchool(Number(key))}
          />
        }
        table={
          <SortableTable caption={TEXTS.title} columns={BAR_COLUMNS} rows={bars} keyOf={({ key }) => key} />
        }
      />
      <Section title={TEXTS.matrix}>
        <SortableTable
          caption={TEXTS.matrix}
          columns={columns}
          rows={schools}
          keyOf={({ position }) => String(position)}
          foot={[
            AUTHORITY_PAGE_TEXTS.sum,
            ...view.byGroup.map(({ total }) => formatGap(total.gap)),
            formatGap(totals.gap),
          ]}
        />
      </Section>
      <Section title={TEXTS.category}>
        <SortableTable
          caption={TEXTS.category}
          columns={CATEGORY_COLUMNS}
          rows={view.byCategory}
          keyOf={({ id }) => id}
          foot={[
            AUTHORITY_PAGE_TEXTS.sum,
            formatNumber(totals.target),
            formatNumber(totals.actual),
            formatGap(totals.gap),
            formatEuros(totals.costCents),
          ]}
        />
      </Section>
    </>
  );
};
