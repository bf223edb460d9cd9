import type { Style, Workbook, Worksheet } from 'exceljs';
import { columnLetter } from './formulas.ts';
import { headStyle, NUMBER_FORMATS, type Styles } from './styles.ts';
import { BOLD, textWidth, widestWord, wrapText } from './text-width.ts';
import { writableText } from './write-table.ts';

/** Widest column, in widths of a digit, where nothing else is said. */
export const MAX_WIDTH = 34;
const PADDING = 3;
const LINE_HEIGHT = 15;

export type Cell = { readonly value: string | number | Date | null; readonly style: Partial<Style> };
export type Column = {
  readonly heading: string;
  readonly maxWidth: number;
  readonly isHidden: boolean;
};

/** A text that no spreadsheet calculates, whatever it begins with. */
export const textCell = (text: string | null, styles: Styles, wraps = false): Cell => ({
  value: text === null || text === '' ? null : writableText(text),
  style: styles.cell('text', wraps, NUMBER_FORMATS.text),
});

const shownText = ({ value }: Cell): string =>
  value instanceof Date ? '00.00.0000' : value === null ? '' : String(value);

/** Writes heads and rows; sets widths, heights and the filter. The first row stays in sight. */
export const writeRows = (
  workbook: Workbook,
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Worksheet => {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 0 }] });
  Object.assign(sheet.pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 });
  const head = sheet.getRow(1);
  const widths = columns.map(({ heading, maxWidth }, at) => {
    const widest = Math.max(0, ...sample(rows).map((row) => textWidth(longestLine(row[at]))));
    return Math.max(widestWord(heading) * BOLD, Math.min(maxWidth, widest)) + PADDING;
  });
  columns.forEach(({ heading, isHidden }, at) => {
    head.getCell(at + 1).value = writableText(heading);
    head.getCell(at + 1).style = headStyle('text');
    const target = sheet.getColumn(at + 1);
    target.width = widths[at] ?? MAX_WIDTH;
    target.hidden = isHidden;
  });
  rows.forEach((cells, at) => {
    const row = sheet.getRow(at + 2);
    let lines = 1;
    cells.forEach((cell, index) => {
      const target = row.getCell(index + 1);
      target.value = cell.value;
      target.style = cell.style;
      if (cell.style.alignment?.wrapText === true)
        lines = Math.max(lines, linesOf(shownText(cell), (widths[index] ?? MAX_WIDTH) - PADDING));
    });
    if (lines > 1) row.height = lines * LINE_HEIGHT;
  });
  if (rows.length > 0) sheet.autoFilter = `A1:${columnLetter(columns.length - 1)}${rows.length + 1}`;
  return sheet;
};

const longestLine = (cell: Cell | undefined): string =>
  cell === undefined
    ? ''
    : shownText(cell)
        .split('\n')
        .reduce((longest, line) => (line.length > longest.length ? line : longest), '');

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + wrapText(line, Math.max(8, width)).length, 0);

/** Widths need not look at 100,000 rows. */
const sample = <Row>(rows: readonly Row[]): readonly Row[] => rows.slice(0, 2000);
