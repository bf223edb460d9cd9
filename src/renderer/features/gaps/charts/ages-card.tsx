import { lazy, Suspense, useMemo } from 'react';
import { useLocation } from 'wouter';
import { ageStructure, OLDEST_GROUP, type AgeGroup } from '#core/gaps/age-structure.ts';
import { CATEGORY_KINDS, type CategoryKind } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { CHART_TEXTS } from '#texts/charts.ts';
import { formatNumber } from '#texts/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import type { ColumnSeries } from '../../../charts/columns-chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { ChartLoading } from './chart-loading.tsx';

const ColumnsChart = lazy(() =>
  import('../../../charts/columns-chart.tsx').then(({ ColumnsChart: chart }) => ({ default: chart })),
);

const TEXTS = CHART_TEXTS.ages;

/** Each kind twice: over-age units carry a pattern. */
const SERIES: readonly ColumnSeries[] = CATEGORY_KINDS.flatMap((kind) => [
  { id: kind, color: `--chart-${kind}` },
  { id: `old-${kind}`, color: `--chart-${kind}`, isHatched: true },
]);

const kindUnits = ({ inLifeByKind, overAgeByKind }: AgeGroup, kind: CategoryKind): number =>
  inLifeByKind[kind] + overAgeByKind[kind];
const unitsOf = (groups: readonly AgeGroup[], kind: CategoryKind): number =>
  groups.reduce((sum, group) => sum + kindUnits(group, kind), 0);

/** Altersstruktur: counting units by age in years, stacked by kind. */
export const AgesCard = () => {
  const analysis = useGapAnalysis();
  const devices = useAppState((state) => state.inventory.devices);
  const profile = useAppState((state) => state.profile);
  const [, go] = useLocation();
  const groups = useMemo(() => ageStructure(analysis, devices, profile), [analysis, devices, profile]);
  const columns = useMemo(
    () =>
      groups.map(({ age, units, inLifeByKind, overAgeByKind }) => ({
        key: String(age),
        label: TEXTS.label(age, OLDEST_GROUP),
        top: units === 0 ? '' : formatNumber(units),
        values: Object.fromEntries(
          CATEGORY_KINDS.flatMap((kind) => [
            [kind, inLifeByKind[kind]],
            [`old-${kind}`, overAgeByKind[kind]],
          ]),
        ),
      })),
    [groups],
  );
  const units = groups.reduce((sum, group) => sum + group.units, 0);
  const overAge = groups.reduce((sum, group) => sum + group.overAge, 0);
  const kinds = CATEGORY_KINDS.filter((kind) => unitsOf(groups, kind) > 0);
  if (units === 0)
    return (
      <Section title={TEXTS.title}>
        <EmptyState text={TEXTS.none} />
      </Section>
    );
  return (
    <ChartCard
      title={TEXTS.title}
      fact={TEXTS.fact(units, overAge)}
      summary={TEXTS.summary(units, overAge, groups.at(-1)?.units ?? 0)}
      fileStem={TEXTS.fileStem}
      legend={[
        ...kinds.map((kind) => ({ label: CHART_TEXTS.kinds(kind), color: `--chart-${kind}` })),
        { label: TEXTS.overAgeLegend, color: '--chart-display', shape: 'hatched' },
      ]}
      chart={(mode) => (
        <Suspense fallback={<ChartLoading />}>
          <ColumnsChart
            {...mode}
            title={TEXTS.title}
            columns={columns}
            series={SERIES}
            formatValue={formatNumber}
            tipOf={(index) => {
              const group = groups[index];
              return group === undefined
                ? null
                : {
                    title: TEXTS.tipTitle(group.age, OLDEST_GROUP),
                    lines: [
                      TEXTS.tipUnits(group.units, group.overAge),
                      ...kinds
                        .filter((kind) => kindUnits(group, kind) > 0)
                        .map((kind) => TEXTS.tipKind(kind, kindUnits(group, kind))),
                    ],
                    hint: TEXTS.open,
                  };
            }}
            onOpen={() => go('/geraete/ansicht/over-age')}
          />
        </Suspense>
      )}
      table={
        <DataTable
          caption={TEXTS.title}
          rows={groups}
          keyOf={({ age }) => String(age)}
          columns={[
            {
              id: 'age',
              label: TEXTS.age,
              isRowHead: true,
              cell: ({ age }) => (age === null ? TEXTS.unknown : TEXTS.label(age, OLDEST_GROUP)),
            },
            ...kinds.map((kind) => ({
              id: kind,
              label: CHART_TEXTS.kinds(kind),
              align: 'right' as const,
              cell: (group: AgeGroup) => formatNumber(kindUnits(group, kind)),
            })),
            {
              id: 'units',
              label: TEXTS.units,
              align: 'right',
              cell: (group) => <b>{formatNumber(group.units)}</b>,
            },
            {
              id: 'over-age',
              label: TEXTS.overAge,
              align: 'right',
              cell: (group) =>
                group.overAge === 0 ? (
                  '0'
                ) : (
                  <StatusMark tone="over-age">{formatNumber(group.overAge)}</StatusMark>
                ),
            },
          ]}
          foot={[
            CHART_TEXTS.sum,
            ...kinds.map((kind) => formatNumber(unitsOf(groups, kind))),
            formatNumber(units),
            formatNumber(overAge),
          ]}
        />
      }
    />
  );
};
