import { lazy, Suspense, useMemo } from 'react';
import { useLocation } from 'wouter';
import { profileKey } from '#core/history/change-set.ts';
import { SETTINGS } from '#state/settings.ts';
import { useAppState, useSetting } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { CHART_TEXTS } from '#texts/charts.ts';
import { formatDate, formatEuros, formatNumber, formatPercent, UNKNOWN } from '#texts/format.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import { development, isComparable, standardShare, type SchoolState } from '../../../charts/development.ts';
import { ChartCard } from './chart-card.tsx';
import { ChartLoading } from './chart-loading.tsx';

const DevelopmentChart = lazy(() =>
  import('../../../charts/development-chart.tsx').then(({ DevelopmentChart: chart }) => ({ default: chart })),
);

const TEXTS = CHART_TEXTS.development;

const LEGEND = [
  { label: TEXTS.gaps, color: '--gap-soft' },
  { label: TEXTS.fulfilment, color: '--chart-display', shape: 'line' as const },
  { label: TEXTS.standardLegend, color: '--chart-power', shape: 'dashes' as const },
];

const dayOf = ({ asOf, isToday }: SchoolState): string =>
  isToday ? `${formatDate(asOf)} (${TEXTS.today})` : formatDate(asOf);
const roomsOf = ({ standardMet, standardOf }: SchoolState): string =>
  standardMet === null || standardOf === null ? UNKNOWN : CHART_TEXTS.stages.rooms(standardMet, standardOf);

/** Entwicklung über die Berichte: what each written report said, and today. */
export const DevelopmentCard = () => {
  const analysis = useGapAnalysis();
  const profile = useAppState((state) => state.profile);
  const [reports] = useSetting(SETTINGS.reports);
  const [, go] = useLocation();
  const states = useMemo(
    () => development(reports, analysis, profileKey(profile)),
    [reports, analysis, profile],
  );
  const points = useMemo(
    () =>
      states.map((state) => ({
        key: state.key,
        label: state.isToday ? TEXTS.today : formatDate(state.asOf),
        gaps: state.gaps,
        fulfilment: state.fulfilment,
        standard: standardShare(state),
      })),
    [states],
  );
  const [first] = states;
  const last = states.at(-1);
  if (first === undefined || last === undefined || states.length < 2)
    return (
      <Section title={TEXTS.title}>
        <EmptyState
          text={TEXTS.tooFew}
          action={<ButtonLink href="#/berichte">{TEXTS.toReports}</ButtonLink>}
        />
      </Section>
    );
  const isOlder = states.some(({ fulfilment, target }) => fulfilment === null && target === null);
  return (
    <ChartCard
      title={TEXTS.title}
      fact={TEXTS.fact(reports.length)}
      summary={TEXTS.summary(formatDate(first.asOf), first.gaps, last.gaps)}
      fileStem={TEXTS.fileStem}
      legend={LEGEND}
      notes={[...(isOlder ? [TEXTS.older] : []), ...(isComparable(states) ? [] : [TEXTS.mixed])]}
      chart={(mode) => (
        <Suspense fallback={<ChartLoading />}>
          <DevelopmentChart
            {...mode}
            title={TEXTS.title}
            points={points}
            tipOf={(index) => {
              const state = states[index];
              return state === undefined
                ? null
                : {
                    title: dayOf(state),
                    lines: [
                      `${TEXTS.gaps}: ${formatNumber(state.gaps)}`,
                      `${TEXTS.fulfilment}: ${formatPercent(state.fulfilment)}`,
                      `${TEXTS.standard}: ${roomsOf(state)}`,
                    ],
                    hint: TEXTS.open,
                  };
            }}
            onOpen={() => go('/berichte')}
          />
        </Suspense>
      )}
      table={
        <DataTable
          caption={TEXTS.title}
          rows={states.toReversed()}
          keyOf={({ key }) => key}
          columns={[
            { id: 'day', label: TEXTS.asOf, isRowHead: true, cell: dayOf },
            { id: 'stage', label: TEXTS.stage, align: 'right', cell: ({ stage }) => stage },
            { id: 'target', label: TEXTS.target, align: 'right', cell: ({ target }) => formatNumber(target) },
            { id: 'gaps', label: TEXTS.gaps, align: 'right', cell: ({ gaps }) => formatNumber(gaps) },
            {
              id: 'fulfilment',
              label: TEXTS.fulfilment,
              align: 'right',
              cell: ({ fulfilment }) => formatPercent(fulfilment),
            },
            { id: 'standard', label: TEXTS.standard, align: 'right', cell: roomsOf },
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
