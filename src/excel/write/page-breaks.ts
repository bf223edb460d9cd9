import type { Worksheet } from 'exceljs';

/** Rows that stay together on one sheet of paper, both included. */
export type PrintedBand = { readonly first: number; readonly last: number };

/** How ExcelJS is told several print areas. */
const AREAS = '&&';

/** A4 landscape without the margins of `setUpPrint`, in points. */
const PAPER_WIDTH = 784;
const PAPER_HEIGHT = 508;
/** A digit of Calibri 11, at 96 dots per inch. */
const POINTS_PER_WIDTH = 7 * 0.75;
const DEFAULT_ROW = 15;
/** Programs round widths and heights differently. */
const SAFETY = 0.985;
/** Percent; smaller than that nobody reads it. */
const MIN_SCALE = 55;

/** The scale in percent at which the widest line and the tallest band fit on a sheet of paper. */
export const scaleFor = (width: number, tallest: number): number =>
  Math.max(
    MIN_SCALE,
    Math.min(100, Math.floor(100 * SAFETY * Math.min(PAPER_WIDTH / width, PAPER_HEIGHT / tallest))),
  );

/** Bands behind which a new sheet of paper begins: as many on each as fit. */
export const breaksBehind = (heights: readonly number[], scale: number): readonly number[] => {
  const room = (PAPER_HEIGHT * SAFETY * 100) / scale;
  const breaks: number[] = [];
  let used = 0;
  heights.forEach((height, index) => {
    if (index > 0 && used + height > room) {
      breaks.push(index - 1);
      used = 0;
    }
    used += height;
  });
  return breaks;
};

/**
 * Puts a page on several sheets of paper, broken between its bands. Excel leaves out breaks of rows where a page is fitted
 * to paper, and a fixed scale would be wrong where Calibri is not there: so each sheet of paper is a print area of its own.
 */
export const breakPages = (target: Worksheet, bands: readonly PrintedBand[], lastColumn: string): void => {
  const heights = bands.map(({ first, last }) => {
    let height = 0;
    for (let row = first; row <= last; row += 1) height += target.getRow(row).height ?? DEFAULT_ROW;
    return height;
  });
  const width = target.columns.reduce((sum, column) => sum + (column.width ?? 9), 0) * POINTS_PER_WIDTH;
  const breaks = breaksBehind(heights, scaleFor(width, Math.max(...heights)));
  const starts = [0, ...breaks.map((index) => index + 1)];
  const areas = starts.map((start, at) => {
    const first = bands[start]?.first ?? 1;
    const last = bands[(starts[at + 1] ?? bands.length) - 1]?.last ?? first;
    return `A$${first}:${lastColumn}$${last}`;
  });
  Object.assign(target.pageSetup, {
    printArea: areas.join(AREAS),
    fitToWidth: 1,
    fitToHeight: areas.length,
    horizontalCentered: true,
  });
};
