import { lazy, Suspense, useMemo } from 'react';
import { useLocation } from 'wouter';
import { standardByBuilding, type BuildingStandard } from '#core/gaps/standard-by-building.ts';
import { useAppState, useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { CHART_TEXTS } from '#texts/charts.ts';
import { formatNumber, formatPercent } from '#texts/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import { ChartCard } from './chart-card.tsx';
import { ChartLoading } from './chart-loading.tsx';

const ShareBarsChart = lazy(() =>
  import('../../../charts/share-bars-chart.tsx').then(({ ShareBarsChart: chart }) => ({ default: chart })),
);

const TEXTS = CHART_TEXTS.standard;

const nameOf = ({ building }: BuildingStandard): string => building ?? TEXTS.noBuilding;
const shareOf = ({ met, of }: Pick<BuildingStandard, 'met' | 'of'>): number | null =>
  of === 0 ? null : met / of;

/** Räume im Standard je Gebäude: how many of the rooms that the standard names meet it. */
export const StandardCard = () => {
  const analysis = useGapAnalysis();
  const rooms = useRoomsById();
  const standards = useAppState((state) => state.profile.standards);
  const [, go] = useLocation();
  const [result] = analysis.standards;
  const buildings = useMemo(
    () => standardByBuilding(analysis, rooms, result?.standardId ?? ''),
    [analysis, rooms, result],
  );
  const rows = useMemo(
    () =>
      buildings.map((entry) => ({
        key: entry.building ?? '',
        name: nameOf(entry),
        share: shareOf(entry),
        label: `${formatPercent(shareOf(entry))} (${formatNumber(entry.met)}/${formatNumber(entry.of)})`,
        color: '--chart-power',
      })),
    [buildings],
  );
  const lowest = buildings.toSorted((a, b) => (shareOf(a) ?? 1) - (shareOf(b) ?? 1))[0];
  if (result === undefined || lowest === undefined)
    return (
      <Section title={TEXTS.title}>
        <EmptyState text={TEXTS.none} />
      </Section>
    );
  const standard = standards.find(({ id }) => id === result.standardId)?.name ?? result.standardId;
  return (
    <ChartCard
      title={TEXTS.title}
      fact={`„${standard}“ · ${TEXTS.fact(result.met, result.of)}`}
      summary={TEXTS.summary(standard, result.met, result.of, nameOf(lowest), shareOf(lowest))}
      fileStem={TEXTS.fileStem}
      chart={(mode) => (
        <Suspense fallback={<ChartLoading />}>
          <ShareBarsChart
            {...mode}
            title={TEXTS.title}
            rows={rows}
            tipOf={(index) => {
              const entry = buildings[index];
              return entry === undefined
                ? null
                : {
                    title: `${nameOf(entry)}: ${formatPercent(shareOf(entry))}`,
                    lines: [TEXTS.tip(entry.met, entry.of), TEXTS.tipGap(entry.gap)],
                    hint: TEXTS.openRooms,
                  };
            }}
            onOpen={() => go('/raeume')}
          />
        </Suspense>
      )}
      table={
        <DataTable
          caption={TEXTS.title}
          rows={buildings}
          keyOf={({ building }) => building ?? ''}
          columns={[
            { id: 'building', label: TEXTS.building, isRowHead: true, cell: nameOf },
            { id: 'of', label: TEXTS.of, align: 'right', cell: ({ of }) => formatNumber(of) },
            { id: 'met', label: TEXTS.met, align: 'right', cell: ({ met }) => formatNumber(met) },
            { id: 'open', label: TEXTS.open, align: 'right', cell: ({ met, of }) => formatNumber(of - met) },
            {
              id: 'share',
              label: TEXTS.share,
              align: 'right',
              cell: (entry) => formatPercent(shareOf(entry)),
            },
          ]}
          foot={[
            CHART_TEXTS.sum,
            formatNumber(result.of),
            formatNumber(result.met),
            formatNumber(result.of - result.met),
            formatPercent(shareOf(result)),
          ]}
        />
      }
    />
  );
};
