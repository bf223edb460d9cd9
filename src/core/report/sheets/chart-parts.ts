import type { ChartCells, ChartColour, ChartSeries, ChartSpec } from '../report-chart.ts';
import type { PageBlock } from '../report-model.ts';

/** Whole steps of an axis from 0, at most five, and the end that holds the largest value. */
export const wholeAxis = (most: number): { readonly max: number; readonly step: number } => {
  for (let factor = 1; ; factor *= 10)
    for (const width of [1, 2, 5]) {
      const step = width * factor;
      if (most / step <= 5) return { max: Math.max(1, Math.ceil(most / step)) * step, step };
    }
};

export const series = (
  name: string,
  values: ChartCells,
  colour: ChartColour,
  options: Partial<Pick<ChartSeries, 'exceptions' | 'label'>> = {},
): ChartSeries => ({
  name,
  values,
  colour,
  exceptions: new Map(),
  label: { format: 'integer', at: 'inside' },
  ...options,
});

/** A chart as a block under its own title. */
export const chartBlock = (chart: ChartSpec, lines: number): PageBlock => ({
  kind: 'chart',
  heading: chart.title,
  chart,
  lines,
});
