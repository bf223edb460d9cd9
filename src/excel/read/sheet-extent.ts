import type { RawMerge, RawRow } from '#core/import/types.ts';
import { type Budget, MAX_COLUMNS } from './read-stop.ts';

/** The last row with content, and how many columns the widest row has. */
export const extentOf = (rows: readonly RawRow[]): { readonly lastRow: number; readonly width: number } => ({
  lastRow: rows.at(-1)?.row ?? 0,
  width: rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0),
});

/** Indices of the columns in these ranges (1 = A, both ends included) that have content; the rest of the sheet is hidden often. */
export const columnsWithin = (
  ranges: readonly (readonly [number, number])[],
  width: number,
): readonly number[] => {
  const columns = new Set<number>();
  for (const [first, last] of ranges.slice(0, MAX_COLUMNS))
    for (let column = Math.max(1, Math.floor(first)); column <= Math.min(last, width); column += 1)
      columns.add(column - 1);
  return [...columns].sort((a, b) => a - b);
};

/**
 * Merges as far as there are rows and columns with content: a title merged over a million rows must not be filled in a
 * million times. What merges cover counts like cells.
 */
export const mergesWithin = (
  merges: readonly RawMerge[],
  lastRow: number,
  width: number,
  budget: Budget,
): readonly RawMerge[] => {
  const within: RawMerge[] = [];
  for (const merge of merges) {
    if (merge.firstRow > lastRow || merge.firstColumn >= width) continue;
    const clipped = {
      ...merge,
      lastRow: Math.min(merge.lastRow, lastRow),
      lastColumn: Math.min(merge.lastColumn, width - 1),
    };
    const height = clipped.lastRow - clipped.firstRow + 1;
    if (height < 1 || clipped.lastColumn < clipped.firstColumn) continue;
    budget.takeCells(height);
    within.push(clipped);
  }
  return within;
};
