import type { ReadFailureCode } from '#core/import/types.ts';

/** Ends reading from deep inside a part; `readList` turns it into a failure. Anything else that is thrown is a bug. */
export class ReadStop extends Error {
  readonly code: ReadFailureCode;
  constructor(code: ReadFailureCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** 200,000 rows of 25 columns; more would need more memory than a school computer has to spare. */
export const MAX_CELLS = 5_000_000;
export const MAX_ROWS = 200_000;
/** As many as a sheet can have, in Excel and in LibreOffice. */
export const MAX_COLUMNS = 16_384;
export const LAST_ROW = 1_048_576;

/** Counts what all sheets together hold, and stops when it is too much. Cells are counted up to the last one of a row. */
export class Budget {
  private rows = 0;
  private cells = 0;
  take(rows: number, cellsPerRow: number): void {
    this.rows += rows;
    if (this.rows > MAX_ROWS) throw new ReadStop('TOO_MANY_ROWS');
    this.takeCells(rows * cellsPerRow);
  }
  /** A single cell far to the right makes every row as wide for those who look through columns. */
  checkExtent(rows: number, width: number): void {
    if (rows * width > MAX_CELLS) throw new ReadStop('TOO_MANY_CELLS');
  }
  takeCells(cells: number): void {
    this.cells += cells;
    if (this.cells > MAX_CELLS) throw new ReadStop('TOO_MANY_CELLS');
  }
}

/** How far reading is; `done` of `of` bytes, and the name of the sheet. */
export type ReadProgress = { readonly done: number; readonly of: number; readonly what: string };
