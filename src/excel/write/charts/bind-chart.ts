import type { ChartCells, ChartFormat, ChartSpec } from '#core/report/report-chart.ts';
import { CHART_COLOURS, CHART_FORMATS, CHART_LOOK } from '../styles.ts';
import { writableText } from '../write-table.ts';
import type { BoundCells, BoundChart } from './chart.ts';

/** A point without anything to show has no label. */
const labelFormat = (format: ChartFormat): string => `${CHART_FORMATS[format]};;`;

/**
 * Gives a chart its addresses, values, colours and formats.
 *
 * @param cellsOf where the cells of the model stand, and what stands in them
 */
export const bindChart = (spec: ChartSpec, cellsOf: (cells: ChartCells) => BoundCells): BoundChart => ({
  kind: spec.kind,
  stacking: spec.stacking,
  title: writableText(spec.title),
  description: writableText(spec.description),
  categories: cellsOf(spec.categories),
  series: spec.series.map(({ name, values, colour, exceptions, label }) => ({
    name: writableText(name),
    values: cellsOf(values),
    colour: CHART_COLOURS[colour].fill,
    exceptions: new Map([...exceptions].map(([at, other]) => [at, CHART_COLOURS[other].fill])),
    label:
      label === null
        ? null
        : {
            format: labelFormat(label.format),
            // Inside it stands on the colour, at the end on paper.
            colour: label.at === 'inside' ? CHART_COLOURS[colour].ink : CHART_LOOK.label,
            at: label.at,
          },
  })),
  categoryAxis: spec.categoryAxis,
  valueAxis: { ...spec.valueAxis, format: CHART_FORMATS[spec.valueAxis.format] },
});
