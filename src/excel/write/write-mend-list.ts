import ExcelJS, { type Style, type Workbook, type Worksheet } from 'exceljs';
import { mendListOf, type MendReason, type MendSheet } from '#core/import/plan/mend-list.ts';
import type { ImportMapping, ImportPlan, RawBook, RawCell } from '#core/import/types.ts';
import { cellText } from '#core/import/words.ts';
import { importIssueText, MEND_TEXTS, mendReasonText, rejectionText } from '#texts/import.ts';
import { columnLetter } from './formulas.ts';
import { safeSheetName } from './sheet-names.ts';
import { headStyle, makeStyles, NUMBER_FORMATS, type Styles } from './styles.ts';
import { BOLD, textWidth, widestWord, wrapText } from './text-width.ts';
import { excelDate, writableText } from './write-table.ts';

const MAX_WIDTH = 34;
const REASONS_WIDTH = 60;
const PADDING = 3;
const LINE_HEIGHT = 15;
/** A number as it stands, without separators: it may be a price, a year or an identifier. */
const PLAIN_NUMBER = '0.##########';

type Cell = { readonly value: string | number | Date | null; readonly style: Partial<Style> };
type Column = {
  readonly heading: string;
  readonly maxWidth: number;
  readonly isHidden: boolean;
};

/**
 * The rejected and doubtful rows as a workbook: mended there and read again, each finds the device that it became. The
 * original cells keep their kind: dates are dates, numbers numbers, and texts, leading zeros included, texts.
 */
export const writeMendList = async (
  book: RawBook,
  mapping: ImportMapping,
  plan: ImportPlan,
): Promise<Uint8Array> => {
  const list = mendListOf(book, mapping, plan, MEND_TEXTS.headings);
  const workbook = new ExcelJS.Workbook();
  workbook.title = MEND_TEXTS.title(plan.fileName);
  const styles = makeStyles();
  // The sheet of remarks keeps its name: it is known not to be a list.
  const taken = new Set([MEND_TEXTS.notesSheet.toLowerCase()]);
  for (const sheet of list.sheets) {
    const name = safeSheetName(sheet.name, taken);
    taken.add(name.toLowerCase());
    writeSheet(workbook, name, columnsOf(sheet), sheetRows(sheet, styles));
  }
  const notes = list.notes.map((reason) => noteRow(reason, styles));
  writeSheet(workbook, MEND_TEXTS.notesSheet, NOTE_COLUMNS, notes);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const column = (heading: string, maxWidth = MAX_WIDTH, isHidden = false): Column => ({
  heading,
  maxWidth,
  isHidden,
});

const columnsOf = ({ kind, headings }: MendSheet): readonly Column[] => [
  column(kind === 'rooms' ? MEND_TEXTS.headings.roomId : MEND_TEXTS.headings.deviceId, MAX_WIDTH, true),
  column(MEND_TEXTS.headings.row),
  column(MEND_TEXTS.headings.reasons, REASONS_WIDTH),
  ...headings.map((heading) => column(heading)),
];

const NOTE_COLUMNS: readonly Column[] = [
  column(MEND_TEXTS.notes.sheet),
  column(MEND_TEXTS.notes.row),
  column(MEND_TEXTS.notes.column),
  column(MEND_TEXTS.notes.value, REASONS_WIDTH),
  column(MEND_TEXTS.notes.reason, REASONS_WIDTH),
];

const sheetRows = ({ rows }: MendSheet, styles: Styles): readonly (readonly Cell[])[] =>
  rows.map(({ row, id, reasons, cells }) => [
    textCell(id, styles),
    numberCell(row, styles),
    textCell(reasons.map(mendReasonText).join('\n') || null, styles, true),
    ...cells.map((cell) => rawCell(cell, styles)),
  ]);

const noteRow = (reason: MendReason, styles: Styles): readonly Cell[] => {
  const { sheet, row } = reason.kind === 'issue' ? reason.issue : reason.rejected;
  return [
    textCell(sheet, styles),
    numberCell(row, styles),
    textCell(reason.kind === 'issue' ? reason.column : '', styles),
    textCell(reason.kind === 'issue' ? reason.issue.value : reason.rejected.text, styles, true),
    textCell(
      reason.kind === 'issue' ? importIssueText(reason.issue) : rejectionText(reason.rejected),
      styles,
      true,
    ),
  ];
};

const textCell = (text: string | null, styles: Styles, wraps = false): Cell => ({
  value: text === null || text === '' ? null : writableText(text),
  style: styles.cell('text', wraps, NUMBER_FORMATS.text),
});
const numberCell = (value: number | null, styles: Styles): Cell => ({
  value,
  style: styles.cell('integer', false, NUMBER_FORMATS.year),
});

const rawCell = (cell: RawCell, styles: Styles): Cell => {
  if (typeof cell === 'number') return { value: cell, style: styles.cell('decimal', false, PLAIN_NUMBER) };
  if (typeof cell === 'object' && cell !== null && cell.kind === 'date') {
    const { value, format } = excelDate(cell.date);
    return { value, style: styles.cell('date', false, format) };
  }
  return textCell(typeof cell === 'string' ? cell : cellText(cell), styles);
};

const shownText = ({ value }: Cell): string =>
  value instanceof Date ? '00.00.0000' : value === null ? '' : String(value);

const writeSheet = (
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
