/** Cells with the values that stand in them: readers that do not recalculate draw these. */
export type BoundCells = {
  /** `'Matrix'!$B$2:$B$42` */
  readonly ref: string;
  readonly values: readonly (string | number | null)[];
};

export type BoundSeries = {
  readonly name: string;
  readonly values: BoundCells;
  /** Colours are six hexadecimal digits. */
  readonly colour: string;
  readonly exceptions: ReadonlyMap<number, string>;
  readonly label: {
    readonly format: string;
    readonly colour: string;
    readonly at: 'inside' | 'end';
  } | null;
};

/** A chart whose cells have their addresses: everything that its part of the package says. */
export type BoundChart = {
  readonly kind: 'bars' | 'columns' | 'lines';
  readonly stacking: 'none' | 'stacked' | 'share';
  readonly title: string;
  readonly description: string;
  readonly categories: BoundCells;
  readonly series: readonly BoundSeries[];
  readonly categoryAxis: string | null;
  readonly valueAxis: {
    readonly title: string | null;
    readonly format: string;
    readonly max: number | null;
    readonly step: number | null;
  };
};

/** Column and row count from 0; `to` is the first column and row that the chart does not touch. */
export type PlacedChart = {
  readonly sheetName: string;
  readonly from: { readonly column: number; readonly row: number };
  readonly to: { readonly column: number; readonly row: number };
  readonly chart: BoundChart;
};
