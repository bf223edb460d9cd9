import type { CellFormulaValue, CellValue as ExcelValue, Style, Worksheet } from 'exceljs';
import type { CellValue, Formula, ReportColumn, TableSheet, ValueKind } from '#core/report/report-model.ts';
import { columnLetter, formulaText, quoteSheet } from './formulas.ts';
import { COLOURS, headStyle, MONTH_FORMAT, NUMBER_FORMATS, YEAR_FORMAT } from './styles.ts';
import { BOLD, countLines, textWidth, widestWord, wrapText } from './text-width.ts';
import type { WriteContext } from './write-workbook.ts';

/** Heads stand in row 1. */
export const FIRST_ROW = 2;
const LINE_HEIGHT = 15;
export const PADDING = 1.4;
/** The indent of texts. */
const INDENT = 1.2;
/** What a cell keeps free at its edges. */
const CELL_EDGE = 0.9;
const MIN_WIDTH = 6;
const MAX_TEXT_WIDTH = 34;
const MAX_IDENTIFIER_WIDTH = 60;
/** A longer word is broken after all. */
const MAX_WORD_WIDTH = 60;
/** Lines of the legend are no longer than this, so that it is read and printed with the table. */
const MAX_LEGEND_WIDTH = 150;
/** So many digits fit on one A4 page across before the print becomes too small to read: 5 points and a half. */
const PAGE_WIDTH = 265;

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
export const numberWidth = (value: number, kind: ValueKind): number => {
  const whole = Math.trunc(Math.abs(numberFor(value, kind)));
  const digits = whole < 10 ? 1 : Math.floor(Math.log10(whole)) + 1;
  const separators = kind === 'year' ? 0 : Math.floor((digits - 1) / 3) * 0.5;
  const rest = kind === 'money' ? 5.2 : kind === 'percent' ? 4 : kind === 'decimal' ? 2.6 : 0.6;
  return digits + separators + rest;
};
const DATE_WIDTH = 11.4;

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

/** Wide enough for numbers and dates, for short texts, and for the longest word of long ones. */
const widthOf = ({ heading, kind }: ReportColumn, widest: number, word: number): number => {
  const indent = isText(kind) ? INDENT : 0;
  const head = widestWord(heading) * BOLD + PADDING + indent;
  const limit = kind === 'identifier' ? MAX_IDENTIFIER_WIDTH : isText(kind) ? MAX_TEXT_WIDTH : widest;
  const text = Math.max(Math.min(limit, widest), Math.min(MAX_WORD_WIDTH, word));
  return Math.max(MIN_WIDTH, head, text + PADDING + indent);
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
        lines = Math.max(lines, countLines(value, width));
    }
    if (lines > 1) target.getRow(at + FIRST_ROW).height = lines * LINE_HEIGHT;
  });
};

/** Writes heads, rows, totals and legend; sets widths, filter, colours and what is repeated in print. */
export const writeTable = (target: Worksheet, sheet: TableSheet, context: WriteContext): void => {
  const { styles, model } = context;
  const { columns, rows } = sheet;
  const widths = columns.map(() => 0);
  const words = columns.map(() => 0);
  const head = target.getRow(1);
  const firstVisible = Math.max(
    0,
    columns.findIndex(({ hidden }) => !hidden),
  );
  columns.forEach(({ heading, kind }, index) => {
    const cell = head.getCell(index + 1);
    cell.value = heading;
    cell.style = headStyle(kind);
  });
  const first = columns[firstVisible]?.heading ?? '';
  if (context.frontSheet !== null && isLinkable(first)) {
    const back = head.getCell(firstVisible + 1);
    back.value = linkTo(`${quoteSheet(context.frontSheet)}!A1`, writableText(first));
    back.style = styles.linkHead;
  }

  const wraps = columns.map((column, index) => wrapsColumn(column, rows, index));
  const writers = columns.map((column, index) => writerOf(column, wraps[index] ?? false, context));
  const letters = columns.map((_, index) => columnLetter(index));
  const letterByKey = new Map(columns.map(({ key }, index) => [key, letters[index] ?? 'A']));
  const textOf = (formula: Formula, row: number | string): string =>
    formulaText(formula, {
      range: context.range,
      cell: (key) => `${letterByKey.get(key) ?? 'A'}${row}`,
    });
  const formulas = columns.map(({ formula }): ((row: number) => string | null) | null => {
    if (formula === null) return null;
    if (!('op' in formula))
      return (row) => {
        const own = formula[row - FIRST_ROW] ?? null;
        return own === null ? null : textOf(own, row);
      };
    // Written once, so that each row only puts its number in.
    const text = textOf(formula, '\u0000');
    return (row) => text.replaceAll('\u0000', String(row));
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
      if (written.width > MAX_TEXT_WIDTH && typeof value === 'string')
        words[index] = Math.max(words[index] ?? 0, widestWord(value));
      const cell = row.getCell(index + 1);
      const link = columns[index]?.link ?? null;
      const formula = typeof written.value === 'number' ? (formulas[index]?.(number) ?? null) : null;
      const key = link?.keys[at] ?? null;
      const address = link === null || key === null ? null : context.rowAddress(link.sheet, key);
      if (address !== null && isLinkable(String(written.value))) {
        cell.value = linkTo(address, String(written.value));
        cell.style = styles.link(columns[index]?.kind ?? 'text', wraps[index] ?? false);
        continue;
      }
      cell.value =
        formula !== null && typeof written.value === 'number'
          ? { formula, result: written.value }
          : written.value;
      cell.style = written.style;
    }
  });

  const lastRow = FIRST_ROW + Math.max(1, rows.length) - 1;
  if (rows.length === 0) {
    const cell = target.getRow(FIRST_ROW).getCell(firstVisible + 1);
    cell.value = model.emptyText;
    cell.style = styles.note();
    widths[firstVisible] = Math.max(widths[firstVisible] ?? 0, textWidth(model.emptyText));
  } else if (sheet.totals !== null)
    writeTotals(target, sheet, context, textOf, lastRow + 1, widths, firstVisible);

  const isEmpty = columns.map((_, index) => (widths[index] ?? 0) === 0 && rows.length > 0);
  columns.forEach((column, index) => {
    const excelColumn = target.getColumn(index + 1);
    excelColumn.width = Math.round(widthOf(column, widths[index] ?? 0, words[index] ?? 0) * 10) / 10;
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
  const headLines = shown.map(
    (index) => wrapText(columns[index]?.heading ?? '', ((columnWidths[index] ?? 10) - PADDING) / BOLD).length,
  );
  // The filter button sits in the lower right corner: one line more keeps it off the heading.
  head.height = (Math.max(...headLines, 1) + 1) * LINE_HEIGHT;
  const printed = sheet.printedColumns ?? columns.length;
  const widthUntil = (end: number): number =>
    shown.reduce((sum, index) => sum + (index < end ? (columnWidths[index] ?? 0) : 0), 0);
  const totalWidth = widthUntil(printed);
  const below = writeLegend(target, sheet, context, lastRow + 3, shown, totalWidth);
  if (sheet.signatures !== undefined)
    writeSignatures(
      target,
      sheet.signatures,
      context,
      below,
      shown.map((index) => [index, columnWidths[index] ?? 10]),
    );
  // What is frozen is repeated on each page.
  const frozenWidth = widthUntil(sheet.frozenColumns);
  const pagesWide = Math.max(1, Math.ceil((totalWidth - frozenWidth) / (PAGE_WIDTH - frozenWidth)));
  target.pageSetup.fitToWidth = pagesWide;
  if (pagesWide > 1 && sheet.frozenColumns > 0)
    target.pageSetup.printTitlesColumn = `A:${columnLetter(sheet.frozenColumns - 1)}`;

  const lastLetter = letters.at(-1) ?? 'A';
  target.autoFilter = `A1:${lastLetter}${lastRow}`;
  target.pageSetup.printTitlesRow = '1:1';
  if (printed < columns.length) target.pageSetup.printArea = `A$1:${columnLetter(printed - 1)}$${below - 2}`;
  columns.forEach(({ isGap, bar }, index) => {
    const letter = letters[index] ?? 'A';
    const rowsOfColumn = `${letter}${FIRST_ROW}:${letter}${lastRow}`;
    if (isGap) markGaps(target, rowsOfColumn, `${letter}${FIRST_ROW}`);
    if (bar !== null && rows.length > 0) drawBars(target, rowsOfColumn, bar);
  });
};

/** Takes the lines between the rows off what stands below the table. */
const blankRow = (
  target: Worksheet,
  row: number,
  shown: readonly number[],
  { styles }: WriteContext,
): void => {
  for (const index of shown) target.getRow(row).getCell(index + 1).style = styles.blank;
};

/** Writes the legend in lines of the table's width. Returns the row below it, after a free one. */
const writeLegend = (
  target: Worksheet,
  { legend }: TableSheet,
  context: WriteContext,
  first: number,
  shown: readonly number[],
  tableWidth: number,
): number => {
  if (legend === null) return first;
  blankRow(target, first - 1, shown, context);
  const lines = wrapText(legend, Math.min(MAX_LEGEND_WIDTH, Math.max(60, tableWidth - INDENT)));
  lines.forEach((line, at) => {
    blankRow(target, first + at, shown, context);
    const cell = target.getRow(first + at).getCell((shown[0] ?? 0) + 1);
    cell.value = line;
    cell.style = context.styles.note();
  });
  blankRow(target, first + lines.length, shown, context);
  return first + lines.length + 1;
};

/** Wanted widths of role and date, in digits; the signature takes the rest. */
const SIGN_WIDTHS = [26, 18] as const;
const SIGN_UNTIL = 100;
const SIGN_HEIGHT = 32;

/** Lines to sign on paper: heading, then one row per role, over as many columns as each part needs. */
const writeSignatures = (
  target: Worksheet,
  { heading, columns, roles }: NonNullable<TableSheet['signatures']>,
  context: WriteContext,
  first: number,
  shown: readonly (readonly [index: number, width: number])[],
): void => {
  const starts = [shown[0]?.[0] ?? 0];
  const used: number[] = [];
  let width = 0;
  let total = 0;
  for (const [index, own] of shown) {
    if (total >= SIGN_UNTIL) break;
    const wanted = SIGN_WIDTHS[starts.length - 1];
    if (wanted !== undefined && width >= wanted) {
      starts.push(index);
      width = 0;
    }
    used.push(index);
    width += own;
    total += own;
  }
  const { styles } = context;
  const line = (row: number, texts: readonly string[], style: Partial<Style>): void => {
    blankRow(
      target,
      row,
      shown.map(([index]) => index),
      context,
    );
    for (const index of used) target.getRow(row).getCell(index + 1).style = style;
    starts.forEach((start, at) => {
      target.getRow(row).getCell(start + 1).value = texts[at] ?? null;
    });
  };
  line(first, [heading], styles.heading);
  line(first + 1, columns, styles.signHead);
  roles.forEach((role, at) => {
    target.getRow(first + 2 + at).height = SIGN_HEIGHT;
    line(first + 2 + at, [role], styles.signLine);
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
  textOf: (formula: Formula, row: number) => string,
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
  columns.forEach(({ key, kind, total, totalCell }, index) => {
    const cell = row.getCell(index + 1);
    cell.style = context.styles.total(kind);
    if (index === firstVisible) cell.value = totals.label;
    if (totalCell !== null && typeof totalCell.value === 'number') {
      const result = numberFor(totalCell.value, kind);
      cell.value =
        totalCell.formula === null ? result : { formula: textOf(totalCell.formula, number), result };
    }
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

/** Plain bars that begin at 0, so that twice the number is twice the length. */
export const drawBars = (target: Worksheet, ref: string, bar: 'share' | 'amount'): void => {
  const rule = {
    type: 'dataBar' as const,
    priority: 2,
    gradient: false,
    minLength: 0,
    maxLength: 100,
    color: { argb: COLOURS.bar },
    cfvo: [
      { type: 'num' as const, value: 0 },
      bar === 'share' ? { type: 'num' as const, value: 1 } : { type: 'max' as const },
    ],
  };
  target.addConditionalFormatting({ ref, rules: [rule] });
};
