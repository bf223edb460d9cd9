import { CHART_TEXTS } from '#texts/charts.ts';
import { formatEuros } from '#texts/format.ts';
import type { LegendEntry } from './chart-legend.tsx';
import type { Column, ColumnSeries } from './columns-chart.tsx';

const TEXTS = CHART_TEXTS.replacement;

/** What is due at one time: the backlog (`isBacklog`) or a year, with what replacing it costs. */
export type DueTime = {
  readonly key: string;
  readonly name: string;
  readonly isBacklog: boolean;
  readonly units: number;
  readonly costCents: number;
};

/** The backlog is hatched, so that no colour alone tells it apart. */
export const REPLACEMENT_SERIES: readonly ColumnSeries[] = [
  { id: 'backlog', color: '--chart-accessory', isHatched: true },
  { id: 'due', color: '--chart-display' },
];
export const REPLACEMENT_LEGEND: readonly LegendEntry[] = [
  { label: TEXTS.backlog, color: '--chart-accessory', shape: 'hatched' },
  { label: TEXTS.due, color: '--chart-display' },
];

/** One column per time; its length is what replacing costs. */
export const replacementColumns = (times: readonly DueTime[]): readonly Column[] =>
  times.map(({ key, name, isBacklog, costCents }) => ({
    key,
    label: name,
    top: costCents === 0 ? '' : TEXTS.thousands(costCents),
    values: { [isBacklog ? 'backlog' : 'due']: costCents },
  }));

/** What the tooltip of a column says. */
export const replacementTip = ({
  name,
  units,
  costCents,
}: DueTime): { readonly title: string; readonly lines: readonly string[] } => ({
  title: name,
  lines: [`${formatEuros(costCents)} ${CHART_TEXTS.estimated}`, TEXTS.tip(units)],
});
