import { lazy, Suspense, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { GroupTotals } from '#core/gaps/gap-analysis.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { CATEGORY_KINDS } from '#core/targets/target-profile.ts';
import { CHART_TEXTS } from '#texts/charts.ts';
import { formatEuros, formatGap, formatNumber, formatPercent } from '#texts/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import { ChartCard } from './chart-card.tsx';
import { ChartLoading } from './chart-loading.tsx';

const ShareBarsChart = lazy(() =>
  import('../../../charts/share-bars-chart.tsx').then(({ ShareBarsChart: chart }) => ({ default: chart })),
);

const TEXTS = CHART_TEXTS.fulfilment;

const shareOf = ({ actual, target }: GroupTotals): number | null => (target === 0 ? null : actual / target);

/** Erfüllung je Kategorie: what is covered of each group of targets, in the order of the profile. */
export const FulfilmentCard = () => {
  const { byGroup, totals } = useGapAnalysis();
  const groups = useAppState((state) => state.profile.groups);
  const [, go] = useLocation();
  const names = useMemo(() => new Map(groups.map(({ id, name }) => [id, name])), [groups]);
  const nameOf = ({ group }: GroupTotals): string => names.get(group) ?? group;
  const shown = useMemo(() => byGroup.filter(({ target }) => target > 0), [byGroup]);
  const rows = useMemo(
    () =>
      shown.map((entry) => ({
        key: entry.group,
        name: names.get(entry.group) ?? entry.group,
        share: shareOf(entry),
        label: formatPercent(shareOf(entry)),
        color: `--chart-${entry.kind}`,
      })),
    [shown, names],
  );
  const lowest = shown.toSorted((a, b) => (shareOf(a) ?? 1) - (shareOf(b) ?? 1))[0];
  if (lowest === undefined)
    return (
      <Section title={TEXTS.title}>
        <EmptyState text={TEXTS.none} />
      </Section>
    );
  return (
    <ChartCard
      title={TEXTS.title}
      fact={TEXTS.fact(totals.fulfilment)}
      summary={TEXTS.summary(shown.length, formatPercent(totals.fulfilment), nameOf(lowest), shareOf(lowest))}
      fileStem={TEXTS.fileStem}
      legend={CATEGORY_KINDS.filter((kind) => shown.some((entry) => entry.kind === kind)).map((kind) => ({
        label: CHART_TEXTS.kinds(kind),
        color: `--chart-${kind}`,
      }))}
      chart={(mode) => (
        <Suspense fallback={<ChartLoading />}>
          <ShareBarsChart
            {...mode}
            title={TEXTS.title}
            rows={rows}
            tipOf={(index) => {
              const entry = shown[index];
              return entry === undefined
                ? null
                : {
                    title: `${nameOf(entry)}: ${formatPercent(shareOf(entry))}`,
                    lines: [TEXTS.tip(entry.actual, entry.target), TEXTS.tipGap(entry.gap, entry.costCents)],
                    hint: TEXTS.open,
                  };
            }}
            onOpen={() => go('/soll-ist')}
          />
        </Suspense>
      )}
      table={
        <DataTable
          caption={TEXTS.title}
          rows={shown}
          keyOf={({ group }) => group}
          columns={[
            { id: 'group', label: TEXTS.group, isRowHead: true, cell: nameOf },
            { id: 'target', label: TEXTS.target, align: 'right', cell: ({ target }) => formatNumber(target) },
            { id: 'actual', label: TEXTS.actual, align: 'right', cell: ({ actual }) => formatNumber(actual) },
            { id: 'gap', label: TEXTS.gap, align: 'right', cell: ({ gap }) => formatGap(gap) },
            {
              id: 'share',
              label: TEXTS.share,
              align: 'right',
              cell: (entry) => formatPercent(shareOf(entry)),
            },
            {
              id: 'cost',
              label: TEXTS.cost,
              align: 'right',
              cell: ({ costCents }) => formatEuros(costCents),
            },
          ]}
          foot={[
            CHART_TEXTS.sum,
            formatNumber(totals.target),
            formatNumber(totals.actual),
            formatGap(totals.gap),
            formatPercent(totals.fulfilment),
            formatEuros(totals.costCents),
          ]}
        />
      }
    />
  );
};
