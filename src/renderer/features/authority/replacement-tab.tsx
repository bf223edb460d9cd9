import { lazy, useMemo } from 'react';
import type { AuthorityView } from '#core/authority/authority-view.ts';
import type { ReplacementTime } from '#core/plan/replacement-plan.ts';
import { AUTHORITY_PAGE_TEXTS } from '#texts/authority-page.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import { SortableTable, type SortableColumn } from '#ui/sortable-table.tsx';
import {
  REPLACEMENT_LEGEND,
  REPLACEMENT_SERIES,
  replacementColumns,
  replacementTip,
  type DueTime,
} from '../../charts/replacement-columns.ts';
import { ChartPart } from './chart-part.tsx';

const ColumnsChart = lazy(() =>
  import('../../charts/columns-chart.tsx').then(({ ColumnsChart: chart }) => ({ default: chart })),
);

const TEXTS = AUTHORITY_PAGE_TEXTS.replacement;

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
      replacement.times.map((time): DueTime & { readonly time: ReplacementTime } => ({
        time,
        key: String(time),
        name: TEXTS.times(time),
        isBacklog: time === 'backlog',
        ...(replacement.byTime.get(time) ?? { units: 0, costCents: 0 }),
      })),
    [replacement],
  );
  const drawn = useMemo(
    () => times.filter(({ time, isBacklog }) => isBacklog || typeof time === 'number'),
    [times],
  );
  const bars = useMemo(() => replacementColumns(drawn), [drawn]);
  const columns = useMemo(() => columnsOf(view), [view]);
  const rows = useMemo(() => schools.map(({ name }, position): SchoolRow => ({ position, name })), [schools]);
  if (replacement.total.units === 0) return <EmptyState text={TEXTS.none} />;
  const backlog = drawn.find(({ isBacklog }) => isBacklog)?.costCents ?? 0;
  const due = drawn.reduce((sum, { costCents }) => sum + costCents, 0) - backlog;
  return (
    <>
      <ChartPart
        title={TEXTS.title}
        legend={REPLACEMENT_LEGEND}
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
            series={REPLACEMENT_SERIES}
            formatValue={TEXTS.axis}
            tipOf={(index) => {
              const entry = drawn[index];
              return entry === undefined ? null : replacementTip(entry);
            }}
          />
        }
        table={
          <DataTable
            caption={TEXTS.title}
            rows={times}
            keyOf={({ key }) => key}
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
