import { lazy, Suspense, useMemo } from 'react';
import { useLocation } from 'wouter';
import { replacementByYear, replacementPlan } from '#core/plan/replacement-plan.ts';
import { useAppState } from '#state/use-app-state.ts';
import { CHART_TEXTS } from '#texts/charts.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import {
  REPLACEMENT_LEGEND,
  REPLACEMENT_SERIES,
  replacementColumns,
  replacementTip,
  type DueTime,
} from '../../../charts/replacement-columns.ts';
import { ChartCard } from './chart-card.tsx';
import { ChartLoading } from './chart-loading.tsx';

const ColumnsChart = lazy(() =>
  import('../../../charts/columns-chart.tsx').then(({ ColumnsChart: chart }) => ({ default: chart })),
);

const TEXTS = CHART_TEXTS.replacement;

/** Ersatzkosten je Jahr: the backlog first, then each year of the horizon. */
export const ReplacementCard = () => {
  const devices = useAppState((state) => state.inventory.devices);
  const profile = useAppState((state) => state.profile);
  const asOf = useAppState((state) => state.view.asOf);
  const [, go] = useLocation();
  const { backlog, years } = useMemo(
    () => replacementByYear(replacementPlan(devices, profile, asOf)),
    [devices, profile, asOf],
  );
  const times = useMemo(
    (): readonly DueTime[] => [
      { key: 'backlog', name: TEXTS.backlog, isBacklog: true, ...backlog },
      ...years.map(({ year, ...sums }) => ({
        key: String(year),
        name: String(year),
        isBacklog: false,
        ...sums,
      })),
    ],
    [backlog, years],
  );
  const columns = useMemo(() => replacementColumns(times), [times]);
  const cost = times.reduce((sum, { costCents }) => sum + costCents, 0);
  const units = times.reduce((sum, entry) => sum + entry.units, 0);
  if (units === 0)
    return (
      <Section title={TEXTS.title}>
        <EmptyState text={TEXTS.none} />
      </Section>
    );
  return (
    <ChartCard
      title={TEXTS.title}
      fact={TEXTS.fact(backlog.costCents)}
      summary={TEXTS.summary(
        backlog.costCents,
        years[0]?.year ?? 0,
        years.at(-1)?.year ?? 0,
        cost - backlog.costCents,
      )}
      fileStem={TEXTS.fileStem}
      legend={REPLACEMENT_LEGEND}
      chart={(mode) => (
        <Suspense fallback={<ChartLoading />}>
          <ColumnsChart
            {...mode}
            title={TEXTS.title}
            columns={columns}
            series={REPLACEMENT_SERIES}
            formatValue={TEXTS.axisThousands}
            tipOf={(index) => {
              const entry = times[index];
              return entry === undefined ? null : { ...replacementTip(entry), hint: TEXTS.open };
            }}
            onOpen={() => go('/soll-ist/ersatz')}
          />
        </Suspense>
      )}
      table={
        <DataTable
          caption={TEXTS.title}
          rows={times}
          keyOf={({ key }) => key}
          columns={[
            { id: 'year', label: TEXTS.year, isRowHead: true, cell: ({ name }) => name },
            {
              id: 'units',
              label: TEXTS.units,
              align: 'right',
              cell: (entry) => formatNumber(entry.units),
            },
            {
              id: 'cost',
              label: TEXTS.cost,
              align: 'right',
              cell: ({ costCents }) => formatEuros(costCents),
            },
          ]}
          foot={[CHART_TEXTS.sum, formatNumber(units), formatEuros(cost)]}
        />
      }
    />
  );
};
