import type { CellFormulaValue, CellValue as ExcelValue, Style, Worksheet } from 'exceljs';
import type { CellValue, ReportColumn, TableSheet, ValueKind } from '#core/report/report-model.ts';
import { columnLetter, formulaText } from './formulas.ts';
import { COLOURS, headStyle, MONTH_FORMAT, NUMBER_FORMATS, YEAR_FORMAT } from './styles.ts';
import { BOLD, textWidth, widestWord, wrapText } from './text-width.ts';
import type { WriteContext } from './write-workbook.ts';

/** Heads stand in row 1. */
export const FIRST_ROW = 2;
const LINE_HEIGHT = 15;
const PADDING = 1.4;
/** The indent of texts. */
const INDENT = 1.2;
/** What a cell keeps free at its edges. */
const CELL_EDGE = 0.9;
const MIN_WIDTH = 6;
const MAX_TEXT_WIDTH = 34;
const MAX_IDENTIFIER_WIDTH = 60;
/** So many digits fit on one A4 page across before the print becomes too small to read. */
const PAGE_WIDTH = 210;

/** A date of any precision as a UTC midnight; years that Excel's calendar does not have stay text. */
export const excelDate = (date: string): { readonly value: Date | string; readonly format: string } => {
  const year = Number(date.slice(0, 4));
  if (year < 1901) return { value: date, format: NUMBER_FORMATS.text };
  const month = Number(date.slice(5, 7) || '1');
  const day = Number(date.slice(8, 10) || '1');
  return {
    value: new Date(Date.UTC(year, month - 1, day)),
    format: date.length === 4 ? YEAR_FORMAT : date.length === 7 ? MONTH_FORMAT : NUMBER_FORMATS.date,
  };
};

/** Characters that XML cannot hold; Excel would offer to repair the file. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** What Excel would read as a coded character (`_x000D_`). */
const CODED = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Excel refuses longer cells. */
const MAX_TEXT = 32_767;
const NEEDS_CARE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_/;

export const writableText = (text: string): string => {
  const plain = NEEDS_CARE.test(text) ? text.replace(UNWRITABLE, '').replace(CODED, '_x005F_') : text;
  return plain.length > MAX_TEXT ? plain.slice(0, MAX_TEXT) : plain;
};

export const numberFor = (value: number, kind: ValueKind): number => (kind === 'money' ? value / 100 : value);

type Written = { readonly value: ExcelValue; readonly style: Partial<Style>; readonly width: number };

/** Digits with separators and unit, in digit widths. */
const numberWidth = (value: number, kind: ValueKind): number => {
  const whole = Math.trunc(Math.abs(numberFor(value, kind)));
  const digits = whole < 10 ? 1 : Math.floor(Math.log10(whole)) + 1;
  const separators = kind === 'year' ? 0 : Math.floor((digits - 1) / 3) * 0.5;
  const rest = kind === 'money' ? 5.2 : kind === 'percent' ? 4 : kind === 'decimal' ? 2.6 : 0.6;
  return digits + separators + rest;
};
const DATE_WIDTH = 10.4;

const writerOf = (column: ReportColumn, wraps: boolean, { styles, model }: WriteContext) => {
  const { kind } = column;
  const plain = styles.cell(kind, wraps, NUMBER_FORMATS[kind]);
  const dates = [NUMBER_FORMATS.date, MONTH_FORMAT, YEAR_FORMAT, NUMBER_FORMATS.text].map(
    (format) => [format, styles.cell('date', false, format)] as const,
  );
  const dateStyles = new Map(dates);
  return (value: Exclude<CellValue, null>): Written => {
    if (typeof value === 'string') {
      if (kind !== 'date') return { value: writableText(value), style: plain, width: textWidth(value) };
      const { value: date, format } = excelDate(value);
      return { value: date, style: dateStyles.get(format) ?? plain, width: DATE_WIDTH };
    }
    if (typeof value === 'number')
      return { value: numberFor(value, kind), style: plain, width: numberWidth(value, kind) };
    if ('as' in value)
      return {
        value: numberFor(value.value, value.as),
        style: styles.cell(value.as, false, NUMBER_FORMATS[value.as]),
        width: numberWidth(value.value, value.as),
      };
    switch (value.state) {
      case 'not-computable':
        return { value: model.signs.notComputable, style: styles.unknown(), width: 1 };
      case 'not-asked':
        return { value: model.signs.notAsked, style: styles.state('not-asked', true), width: 1 };
      case 'exempt':
        return {
          value: model.signs.exempt,
          style: styles.state('exempt', true),
          width: textWidth(model.signs.exempt),
        };
      default:
        return { value: value.gap, style: styles.state(value.state, value.scored), width: 5 };
    }
  };
};

/** Whether texts of this column are broken into lines: those meant for it, and any that is too long for one. */
const wrapsColumn = ({ kind }: ReportColumn, rows: TableSheet['rows'], index: number): boolean =>
  kind === 'wrapped' ||
  (kind === 'text' &&
    rows.some((row) => {
      const value = row[index];
      return typeof value === 'string' && value.length > 24 && textWidth(value) > MAX_TEXT_WIDTH;
    }));

const widthOf = ({ heading, kind }: ReportColumn, widest: number): number => {
  const indent = isText(kind) ? INDENT : 0;
  const head = widestWord(heading) * BOLD + PADDING + indent;
  const limit = kind === 'identifier' ? MAX_IDENTIFIER_WIDTH : MAX_TEXT_WIDTH;
  return Math.max(MIN_WIDTH, head, Math.min(limit, widest + PADDING + indent));
};
const isText = (kind: ValueKind): boolean => kind === 'text' || kind === 'identifier' || kind === 'wrapped';

/** Height of rows whose texts take several lines; the others keep the height of the sheet. */
const setRowHeights = (
  target: Worksheet,
  rows: TableSheet['rows'],
  wraps: readonly boolean[],
  widths: readonly number[],
): void => {
  const wrapping = wraps.flatMap((isWrapped, index) => (isWrapped ? [index] : []));
  if (wrapping.length === 0) return;
  rows.forEach((values, at) => {
    let lines = 1;
    for (const index of wrapping) {
      const value = values[index];
      const width = (widths[index] ?? 0) - INDENT - CELL_EDGE;
      if (typeof value === 'string' && textWidth(value) > width)
        lines = Math.max(lines, wrapText(value, width).length);
    }
    if (lines > 1) target.getRow(at + FIRST_ROW).height = lines * LINE_HEIGHT;
  });
};

/** Writes heads, rows, totals and legend; sets widths, filter, colours and what is repeated in print. */
export const writeTable = (target: Worksheet, sheet: TableSheet, context: WriteContext): void => {
  const { styles, model } = context;
  const { columns, rows } = sheet;
  const widths = columns.map(() => 0);
  const head = target.getRow(1);
  columns.forEach(({ heading, kind }, index) => {
    const cell = head.getCell(index + 1);
    cell.value = heading;
    cell.style = headStyle(kind);
  });

  const wraps = columns.map((column, index) => wrapsColumn(column, rows, index));
  const writers = columns.map((column, index) => writerOf(column, wraps[index] ?? false, context));
  const letters = columns.map((_, index) => columnLetter(index));
  const letterByKey = new Map(columns.map(({ key }, index) => [key, letters[index] ?? 'A']));
  const formulas = columns.map(({ formula }) => {
    if (formula === null) return null;
    // Written once for row 0, so that each row only puts its number in.
    const text = formulaText(formula, {
      range: context.range,
      cell: (key) => `${letterByKey.get(key) ?? 'A'}\u0000`,
    });
    return (row: number): string => text.replaceAll('\u0000', String(row));
  });

  rows.forEach((values, at) => {
    const number = at + FIRST_ROW;
    const row = target.getRow(number);
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      const write = writers[index];
      if (value === null || value === undefined || write === undefined) continue;
      const written = write(value);
      if (written.width > (widths[index] ?? 0)) widths[index] = written.width;
      const cell = row.getCell(index + 1);
      const link = columns[index]?.link ?? null;
      const formula = formulas[index] ?? null;
      const key = link?.keys[at] ?? null;
      const address = link === null || key === null ? null : context.rowAddress(link.sheet, key);
      if (address !== null && isLinkable(String(written.value))) {
        cell.value = linkTo(address, String(written.value));
        cell.style = styles.link(columns[index]?.kind ?? 'text');
        continue;
      }
      cell.value =
        formula !== null && typeof written.value === 'number'
          ? { formula: formula(number), result: written.value }
          : written.value;
      cell.style = written.style;
    }
  });

  const lastRow = FIRST_ROW + Math.max(1, rows.length) - 1;
  const firstVisible = Math.max(
    0,
    columns.findIndex(({ hidden }) => !hidden),
  );
  if (rows.length === 0) {
    const cell = target.getRow(FIRST_ROW).getCell(firstVisible + 1);
    cell.value = model.emptyText;
    cell.style = styles.note();
    widths[firstVisible] = Math.max(widths[firstVisible] ?? 0, textWidth(model.emptyText));
  } else if (sheet.totals !== null) writeTotals(target, sheet, context, lastRow + 1, widths, firstVisible);

  if (sheet.legend !== null) {
    const cell = target.getRow(lastRow + 3).getCell(firstVisible + 1);
    cell.value = sheet.legend;
    cell.style = styles.note();
  }

  const isEmpty = columns.map((_, index) => (widths[index] ?? 0) === 0 && rows.length > 0);
  columns.forEach((column, index) => {
    const excelColumn = target.getColumn(index + 1);
    excelColumn.width = Math.round(widthOf(column, widths[index] ?? 0) * 10) / 10;
    // A field that nobody has filled in keeps its place, but takes no room on screen and paper.
    const isUnused = isEmpty[index] === true && sheet.rowKeys !== null && index >= sheet.frozenColumns;
    if (column.hidden || isUnused) excelColumn.hidden = true;
  });
  // Empty cells and rows that are added later look like the others. Set last: ExcelJS copies the style of its column
  // into each new cell.
  columns.forEach(({ kind }, index) => {
    target.getColumn(index + 1).style = styles.cell(kind, false, NUMBER_FORMATS[kind]);
  });
  const columnWidths = columns.map((_, index) => target.getColumn(index + 1).width ?? 10);
  setRowHeights(target, rows, wraps, columnWidths);
  const shown = columns.flatMap((_, index) => (target.getColumn(index + 1).hidden === true ? [] : [index]));
  const printed = sheet.printedColumns ?? columns.length;
  const headLines = shown.map(
    (index) => wrapText(columns[index]?.heading ?? '', ((columnWidths[index] ?? 10) - PADDING) / BOLD).length,
  );
  // The filter button sits in the lower right corner: one line more keeps it off the heading.
  head.height = (Math.max(...headLines, 1) + 1) * LINE_HEIGHT;
  const totalWidth = shown.reduce(
    (sum, index) => sum + (index < printed ? (columnWidths[index] ?? 0) : 0),
    0,
  );
  const pagesWide = Math.max(1, Math.round(totalWidth / PAGE_WIDTH));
  target.pageSetup.fitToWidth = pagesWide;
  if (pagesWide > 1 && sheet.frozenColumns > 0)
    target.pageSetup.printTitlesColumn = `A:${columnLetter(sheet.frozenColumns - 1)}`;

  const lastLetter = letters.at(-1) ?? 'A';
  target.autoFilter = `A1:${lastLetter}${lastRow}`;
  target.pageSetup.printTitlesRow = '1:1';
  if (printed < columns.length)
    target.pageSetup.printArea = `A1:${columnLetter(printed - 1)}${lastRow + (sheet.legend === null ? 1 : 3)}`;
  columns.forEach(({ isGap }, index) => {
    const letter = letters[index] ?? 'A';
    if (isGap) markGaps(target, `${letter}${FIRST_ROW}:${letter}${lastRow}`, `${letter}${FIRST_ROW}`);
  });
};

/** Excel takes no longer text inside a formula, and would offer to repair the file. */
const MAX_LITERAL = 255;
export const isLinkable = (text: string): boolean => text.replace(/"/g, '""').length <= MAX_LITERAL;

/** A link inside the workbook as a formula: unlike a stored link it needs no part outside the sheet. */
export const linkTo = (address: string, text: string): CellFormulaValue => ({
  formula: `HYPERLINK("#${address.replace(/"/g, '""')}","${text.replace(/"/g, '""')}")`,
  result: text,
});

const writeTotals = (
  target: Worksheet,
  sheet: TableSheet,
  context: WriteContext,
  number: number,
  widths: number[],
  firstVisible: number,
): void => {
  const { columns, rows, totals } = sheet;
  if (totals === null) return;
  const conditions = totals.where.map(({ column, equals }) => ({
    index: columns.findIndex(({ key }) => key === column),
    equals,
  }));
  const counted = rows.filter((row) => conditions.every(({ index, equals }) => row[index] === equals));
  const row = target.getRow(number);
  columns.forEach(({ key, kind, total }, index) => {
    const cell = row.getCell(index + 1);
    cell.style = context.styles.total(kind);
    if (index === firstVisible) cell.value = totals.label;
    if (!total) return;
    const sum = counted.reduce((all, values) => all + summable(values[index]), 0);
    cell.value = {
      formula: formulaText(
        { op: 'sum', sheet: sheet.id, column: key, where: totals.where },
        { range: context.range, cell: () => '' },
      ),
      result: numberFor(sum, kind),
    };
    widths[index] = Math.max(widths[index] ?? 0, numberWidth(sum, kind) * BOLD);
  });
};

const summable = (value: CellValue | undefined): number => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return 0;
  return 'gap' in value ? value.gap : 0;
};

const markGaps = (target: Worksheet, ref: string, first: string): void =>
  target.addConditionalFormatting({
    ref,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`AND(ISNUMBER(${first}),${first}>0)`],
        style: {
          font: { bold: true, color: { argb: COLOURS.gapInk } },
          fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: COLOURS.gapFill } },
        },
      },
    ],
  });
