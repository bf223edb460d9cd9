import type { CategoryKind } from '../targets/target-profile.ts';
import type { SheetId } from './report-model.ts';

/**
 * Cells that a chart is bound to: the rows of a table's column, or those of a block on the chart's own page. Never
 * addresses: where the cells stand is known only once they are written.
 */
export type ChartCells =
  | {
      readonly sheet: SheetId;
      readonly column: string;
      /** First row and the row behind the last one, 0 = first row of the table; null = all. */
      readonly rows: readonly [from: number, until: number] | null;
    }
  | { readonly block: string; readonly column: string };

/** By what it means; the writer knows the colour. */
export type ChartColour = CategoryKind | 'covered' | 'gap' | 'regular' | 'overdue';

/** `thousand-euros` shows 76.800 € as 76,8. */
export type ChartFormat = 'integer' | 'percent' | 'euros' | 'thousand-euros';

export type ChartSeries = {
  /** Stands in the legend. */
  readonly name: string;
  readonly values: ChartCells;
  readonly colour: ChartColour;
  /** Points of another colour, by their place in the series. */
  readonly exceptions: ReadonlyMap<number, ChartColour>;
  /** What stands at each point: in the middle of its part, or at the end of its bar; 0 is left out. */
  readonly label: { readonly format: ChartFormat; readonly at: 'inside' | 'end' } | null;
};

/** A chart as the reader's spreadsheet draws it from its cells. */
export type ChartSpec = {
  /** `bars` lie, with the first category on top; `columns` stand. */
  readonly kind: 'bars' | 'columns' | 'lines';
  /** `share` = each bar is 100 %. Lines are never stacked. */
  readonly stacking: 'none' | 'stacked' | 'share';
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  readonly categories: ChartCells;
  readonly series: readonly ChartSeries[];
  /** null = no title. */
  readonly categoryAxis: string | null;
  readonly valueAxis: {
    readonly title: string | null;
    readonly format: ChartFormat;
    /** Fixed end of the axis, so that charts beside each other can be compared; null = follows the values. */
    readonly max: number | null;
    /** Between two lines of the grid; null = follows the values. */
    readonly step: number | null;
  };
};
