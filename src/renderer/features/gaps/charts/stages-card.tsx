import { lazy, Suspense, useMemo } from 'react';
import type { StageCoverage } from '#core/gaps/coverage-by-stage.ts';
import { useActions } from '#state/use-app-state.ts';
import { CHART_TEXTS } from '#texts/charts.ts';
import { formatEuros, formatGap, formatNumber, formatPercent } from '#texts/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState, Notice, Section } from '#ui/layout.tsx';
import type { ColumnSeries } from '../../../charts/columns-chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { ChartLoading } from './chart-loading.tsx';
import { useStageCoverage } from './use-stage-coverage.ts';

const ColumnsChart = lazy(() =>
  import('../../../charts/columns-chart.tsx').then(({ ColumnsChart: chart }) => ({ default: chart })),
);

const TEXTS = CHART_TEXTS.stages;

const SERIES: readonly ColumnSeries[] = [
  { id: 'actual', color: '--chart-power' },
  { id: 'gap', color: '--gap-fill', isHatched: true },
];
const LEGEND = [
  { label: TEXTS.covered, color: '--chart-power' },
  { label: TEXTS.gap, color: '--gap-fill', shape: 'hatched' as const },
];

/** Abdeckung bis zum Zieljahr: what is missing by the year of each stage when nothing is bought. */
export const StagesCard = () => {
  const state = useStageCoverage();
  if (state.kind !== 'done')
    return (
      <Section title={TEXTS.title}>
        {state.kind === 'failed' ? (
          <Notice kind="gap" role="alert">
            {TEXTS.failed}
          </Notice>
        ) : (
          <ChartLoading text={CHART_TEXTS.computing} />
        )}
      </Section>
    );
  return <Coverage coverage={state.coverage} />;
};

const Coverage = ({ coverage }: { readonly coverage: readonly StageCoverage[] }) => {
  const { setView } = useActions();
  const columns = useMemo(
    () =>
      coverage.map(({ stage, dueYear, actual, gap, fulfilment }) => ({
        key: String(stage),
        label: TEXTS.column(dueYear),
        top: formatPercent(fulfilment),
        values: { actual, gap },
      })),
    [coverage],
  );
  const first = coverage[0];
  const last = coverage.at(-1);
  if (first === undefined || last === undefined)
    return (
      <Section title={TEXTS.title}>
        <EmptyState text={TEXTS.none} />
      </Section>
    );
  const inSummary = ({ dueYear, fulfilment, gap }: StageCoverage): string =>
    TEXTS.inSummary(dueYear, fulfilment, gap);
  return (
    <ChartCard
      title={TEXTS.title}
      fact={TEXTS.fact}
      summary={TEXTS.summary(inSummary(first), inSummary(last))}
      fileStem={TEXTS.fileStem}
      legend={LEGEND}
      chart={(mode) => (
        <Suspense fallback={<ChartLoading />}>
          <ColumnsChart
            {...mode}
            title={TEXTS.title}
            columns={columns}
            series={SERIES}
            formatValue={formatNumber}
            tipOf={(index) => {
              const entry = coverage[index];
              return entry === undefined
                ? null
                : {
                    title: `${TEXTS.column(entry.dueYear)}: ${formatPercent(entry.fulfilment)}`,
                    lines: [
                      TEXTS.tipFigures(entry.actual, entry.target, entry.gap),
                      TEXTS.tipCost(entry.costCents),
                      `${TEXTS.standard}: ${TEXTS.rooms(entry.standardMet, entry.standardOf)}`,
                    ],
                    hint: TEXTS.open,
                  };
            }}
            onOpen={(index) => {
              const entry = coverage[index];
              if (entry !== undefined) setView({ stage: entry.stage });
            }}
          />
        </Suspense>
      )}
      table={
        <DataTable
          caption={TEXTS.title}
          rows={coverage}
          keyOf={({ stage }) => String(stage)}
          columns={[
            {
              id: 'stage',
              label: TEXTS.stage,
              isRowHead: true,
              cell: ({ stage, name }) => TEXTS.stageName(stage, name),
            },
            { id: 'year', label: TEXTS.year, align: 'right', cell: ({ dueYear }) => dueYear },
            { id: 'target', label: TEXTS.target, align: 'right', cell: ({ target }) => formatNumber(target) },
            {
              id: 'actual',
              label: TEXTS.covered,
              align: 'right',
              cell: ({ actual }) => formatNumber(actual),
            },
            { id: 'gap', label: TEXTS.gap, align: 'right', cell: ({ gap }) => formatGap(gap) },
            {
              id: 'share',
              label: TEXTS.share,
              align: 'right',
              cell: ({ fulfilment }) => formatPercent(fulfilment),
            },
            {
              id: 'standard',
              label: TEXTS.standard,
              align: 'right',
              cell: ({ standardMet, standardOf }) => TEXTS.rooms(standardMet, standardOf),
            },
            {
              id: 'cost',
              label: TEXTS.cost,
              align: 'right',
              cell: ({ costCents }) => formatEuros(costCents),
            },
          ]}
        />
      }
    />
  );
};
