import { lazy, useMemo } from 'react';
import type { AuthorityView } from '#core/authority/authority-view.ts';
import { AUTHORITY_PAGE_TEXTS } from '#texts/authority-page.ts';
import { CHART_TEXTS } from '#texts/charts.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import { SortableTable, type SortableColumn } from '#ui/sortable-table.tsx';
import type { ColumnSeries } from '../../charts/columns-chart.tsx';
import { ChartPart } from './chart-part.tsx';

const ColumnsChart = lazy(() =>
  import('../../charts/columns-chart.tsx').then(({ ColumnsChart: chart }) => ({ default: chart })),
);

const TEXTS = AUTHORITY_PAGE_TEXTS.replacement;

const SERIES: readonly ColumnSeries[] = [
  { id: 'backlog', color: '--chart-accessory', isHatched: true },
  { id: 'due', color: '--chart-display' },
];
const LEGEND = [
  { label: TEXTS.backlog, color: '--chart-accessory', shape: 'hatched' as const },
  { label: TEXTS.due, color: '--chart-display' },
];

type SchoolRow = { readonly position: number; readonly name: string };

const columnsOf = ({ replacement }: AuthorityView): readonly SortableColumn<SchoolRow>[] => [
  {
    id: 'school',
    label: AUTHORITY_PAGE_TEXTS.school,
    isRowHead: true,
    valueOf: ({ name }) => name,
    cell: ({ name }) => <span title={name}>{name}</span>,
  },
  ...replacement.times.map((time): SortableColumn<SchoolRow> => ({
    id: String(time),
    label: TEXTS.times(time),
    align: 'right',
    valueOf: ({ position }) => replacement.schools[position]?.byTime.get(time)?.costCents ?? 0,
    cell: ({ position }) => formatEuros(replacement.schools[position]?.byTime.get(time)?.costCents ?? 0),
  })),
];

/** When what has to be replaced: all schools as a chart, each school by year. */
export const ReplacementTab = ({ view }: { readonly view: AuthorityView }) => {
  const { replacement, schools } = view;
  const times = useMemo(
    () =>
      replacement.times.map((time) => ({
        time,
        name: TEXTS.times(time),
        ...(replacement.byTime.get(time) ?? { units: 0, costCents: 0 }),
      })),
    [replacement],
  );
  const drawn = useMemo(
    () => times.filter(({ time }) => time === 'backlog' || typeof time === 'number'),
    [times],
  );
  const bars = useMemo(
    () =>
      drawn.map(({ time, name, costCents }) => ({
        key: String(time),
        label: name,
        top: costCents === 0 ? '' : CHART_TEXTS.replacement.thousands(costCents),
        values: { [time === 'backlog' ? 'backlog' : 'due']: costCents },
      })),
    [drawn],
  );
  const columns = useMemo(() => columnsOf(view), [view]);
  const rows = useMemo(() => schools.map(({ name }, position): SchoolRow => ({ position, name })), [schools]);
  if (replacement.total.units === 0) return <EmptyState text={TEXTS.none} />;
  const backlog = drawn.find(({ time }) => time === 'backlog')?.costCents ?? 0;
  const due = drawn.reduce((sum, { costCents }) => sum + costCents, 0) - backlog;
  return (
    <>
      <ChartPart
        title={TEXTS.title}
        legend={LEGEND}
        chart={
          <ColumnsChart
            title={TEXTS.title}
            summary={TEXTS.summary(
              formatEuros(backlog),
              replacement.years[0] ?? 0,
              replacement.years.at(-1) ?? 0,
              formatEuros(due),
            )}
            columns={bars}
            series={SERIES}
            formatValue={TEXTS.axis}
            tipOf={(index) => {
              const entry = drawn[index];
              return entry === undefined
                ? null
                : {
                    title: entry.name,
                    lines: [
                      `${formatEuros(entry.costCents)} ${CHART_TEXTS.estimated}`,
                      TEXTS.tip(entry.units),
                    ],
                  };
            }}
          />
        }
        table={
          <DataTable
            caption={TEXTS.title}
            rows={times}
            keyOf={({ time }) => String(time)}
            columns={[
              { id: 'time', label: TEXTS.time, isRowHead: true, cell: ({ name }) => name },
              { id: 'units', label: TEXTS.units, align: 'right', cell: ({ units }) => formatNumber(units) },
              {
                id: 'cost',
                label: TEXTS.cost,
                align: 'right',
                cell: ({ costCents }) => formatEuros(costCents),
              },
            ]}
            foot={[
              AUTHORITY_PAGE_TEXTS.sum,
              formatNumber(replacement.total.units),
              formatEuros(replacement.total.costCents),
            ]}
          />
        }
      />
      <Section title={TEXTS.bySchool}>
        <SortableTable
          caption={TEXTS.bySchool}
          columns={columns}
          rows={rows}
          keyOf={({ position }) => String(position)}
          foot={[AUTHORITY_PAGE_TEXTS.sum, ...times.map(({ costCents }) => formatEuros(costCents))]}
        />
      </Section>
    </>
  );
};
