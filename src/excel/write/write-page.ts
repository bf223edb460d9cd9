import type { Cell, Style, Worksheet } from 'exceljs';
import type { PageBlock, PageCell, PageColumn, PageSheet, SheetId } from '#core/report/report-model.ts';
import { columnLetter, formulaText, quoteSheet } from './formulas.ts';
import { breakPages, type PrintedBand } from './page-breaks.ts';
import { NUMBER_FORMATS } from './styles.ts';
import { BOLD, widestWord, wrapText } from './text-width.ts';
import {
  drawBars,
  excelDate,
  isLinkable,
  linkTo,
  numberFor,
  numberWidth,
  PADDING,
  writableText,
} from './write-table.ts';
import type { WriteContext } from './write-workbook.ts';

/** Column A is a margin; each half has five columns, between the halves is a gap. */
const LEFT_HALF = 2;
const RIGHT_HALF = 8;
const HALF_COLUMNS = 5;
const LABEL_WIDTH = 37;
const VALUE_WIDTH = 12;
const GAP_WIDTH = 4;
const HALF_WIDTH = LABEL_WIDTH + (HALF_COLUMNS - 1) * VALUE_WIDTH;
const LAST_COLUMN = RIGHT_HALF + HALF_COLUMNS - 1;
const ROW_HEIGHT = 17;

const widthAt = (at: number): number => (at === 0 ? LABEL_WIDTH : VALUE_WIDTH);

/** Width from column `at` up to the next one that is used. */
const roomFor = (at: number, next: number): number => {
  let width = 0;
  for (let column = at; column < next; column += 1) width += widthAt(column);
  return width - 1;
};

/** Both halves share their rows: the higher one wins. */
const raiseRow = (target: Worksheet, row: number, height: number): void => {
  const found = target.getRow(row);
  found.height = Math.max(found.height ?? 0, height);
};

/** Nothing is cut: a column grows with the widest number and the longest word of a heading. */
const widen = (target: Worksheet, column: number, width: number): void => {
  const found = target.getColumn(column);
  found.width = Math.max(found.width ?? VALUE_WIDTH, Math.ceil(width * 10) / 10);
};

type Half = {
  readonly target: Worksheet;
  readonly id: SheetId;
  readonly first: number;
  readonly context: WriteContext;
};

const fillRow = ({ target, first }: Half, row: number, style: Partial<Style>): void => {
  for (let at = 0; at < HALF_COLUMNS; at += 1) target.getCell(row, first + at).style = style;
};

const writeHeading = (half: Half, row: number, heading: string): void => {
  fillRow(half, row, half.context.styles.heading);
  half.target.getCell(row, half.first).value = heading;
  raiseRow(half.target, row, ROW_HEIGHT + 2);
};

const valueOf = (
  cell: PageCell,
): { readonly value: string | number | Date | null; readonly format: string } => {
  const { value, kind } = cell;
  const format = NUMBER_FORMATS[kind];
  if (value === null) return { value: null, format };
  if (typeof value === 'string')
    return kind === 'date' ? excelDate(value) : { value: writableText(value), format };
  if (typeof value === 'number') return { value: numberFor(value, kind), format };
  return { value: null, format };
};

type PlacedCell = { readonly column: PageColumn; readonly cell: PageCell; readonly next: number };

const writeCell = (
  half: Half,
  target: Cell,
  { column, cell }: PlacedCell,
  text: string | null,
  letterOf: (key: string) => string,
  isTotal: boolean,
): void => {
  const { context } = half;
  const { value, format } = valueOf(cell);
  const isUnknown = typeof cell.value === 'object' && cell.value !== null && 'state' in cell.value;
  const isGap = cell.tone === 'gap' && typeof cell.value === 'number' && cell.value > 0;
  const style = context.styles.page(cell.kind, cell.tone, column.align, isTotal, cell.link !== null, isGap);
  target.style = format === NUMBER_FORMATS[cell.kind] ? style : { ...style, numFmt: format };
  if (typeof cell.value === 'number') {
    const width = numberWidth(cell.value, cell.kind) * (cell.tone === 'strong' ? BOLD : 1);
    widen(half.target, Number(target.col), width + PADDING);
  }
  if (isUnknown) target.value = context.model.signs.notComputable;
  else if (cell.link !== null && typeof value === 'string' && isLinkable(value))
    target.value = linkTo(`${quoteSheet(context.sheetName(cell.link))}!A1`, value);
  else if (cell.formula !== null && typeof value === 'number')
    target.value = {
      formula: formulaText(cell.formula, {
        range: context.range,
        cell: (key) => `${letterOf(key)}${target.row}`,
      }),
      result: value,
    };
  else target.value = text ?? value;
  if (cell.name !== null)
    context.workbook.definedNames.add(
      `${quoteSheet(target.worksheet.name)}!$${columnLetter(Number(target.col) - 1)}$${target.row}`,
      cell.name,
    );
};

/** Writes one row of a block; texts that do not fit take further rows. Returns the next free row. */
const writeBlockRow = (
  half: Half,
  row: number,
  columns: readonly PageColumn[],
  cells: readonly (PageCell | null)[],
  isTotal: boolean,
  isBound: boolean,
): number => {
  const used = columns.flatMap((column, index) => {
    const cell = cells[index];
    return cell === null || cell === undefined ? [] : [{ column, cell }];
  });
  const placed = used.map(({ column, cell }, index): PlacedCell => ({
    column,
    cell,
    next: used[index + 1]?.column.at ?? HALF_COLUMNS,
  }));
  const linesOf = ({ column, cell, next }: PlacedCell): readonly (string | null)[] =>
    typeof cell.value === 'string' && cell.kind !== 'date' && cell.link === null
      ? wrapText(writableText(cell.value), roomFor(column.at, next) / (cell.tone === 'strong' ? BOLD : 1))
      : [null];
  const lines = placed.map((entry) => (isBound ? [null] : linesOf(entry)));
  const height = Math.max(1, ...lines.map((parts) => parts.length));
  const letterOf = (key: string): string =>
    columnLetter(half.first - 1 + (columns.find((column) => column.key === key)?.at ?? 0));
  const blank = half.context.styles.page('text', 'normal', 'left', isTotal, false, false);
  for (let line = 0; line < height; line += 1) {
    const isLast = line === height - 1;
    if (isLast) fillRow(half, row + line, blank);
    raiseRow(half.target, row + line, ROW_HEIGHT);
    placed.forEach((entry, index) => {
      const text = lines[index]?.[line];
      if (text === undefined) return;
      const target = half.target.getCell(row + line, half.first + entry.column.at);
      if (line === 0) writeCell(half, target, entry, text, letterOf, isTotal);
      else target.value = text;
      if (line > 0)
        target.style = half.context.styles.page(
          entry.cell.kind,
          entry.cell.tone,
          entry.column.align,
          isTotal,
          false,
          false,
        );
      if (!isLast) target.style = { ...target.style, border: {} };
    });
  }
  const [label] = placed;
  if (isBound && label !== undefined) {
    const target = half.target.getCell(row, half.first + label.column.at);
    target.style = half.context.styles.boundLabel(label.cell.tone, isTotal);
    raiseRow(half.target, row, ROW_HEIGHT * linesOf({ ...label, next: label.column.at + 1 }).length);
  }
  return row + height;
};

/** Keeps so many lines of the half free of cells, and the place for the chart. */
const writeChart = (half: Half, start: number, block: Extract<PageBlock, { kind: 'chart' }>): number => {
  const end = start + block.lines;
  for (let row = start; row < end; row += 1) raiseRow(half.target, row, ROW_HEIGHT);
  half.context.charts.addChart(half.id, block.chart, {
    from: { column: half.first - 1, row: start - 1 },
    to: { column: half.first - 1 + HALF_COLUMNS, row: end - 1 },
  });
  return end + 1;
};

const writeBlock = (half: Half, start: number, block: PageBlock): number => {
  if (block.kind === 'chart') return writeChart(half, start, block);
  writeHeading(half, start, block.heading);
  let row = start + 1;
  if (block.kind === 'text') {
    for (const paragraph of block.paragraphs) {
      for (const line of wrapText(writableText(paragraph), HALF_WIDTH - 2)) {
        const cell = half.target.getCell(row, half.first);
        cell.value = line;
        cell.style = half.context.styles.paragraph;
        raiseRow(half.target, row, ROW_HEIGHT);
        row += 1;
      }
    }
    return row + 1;
  }
  if (block.columns.some(({ heading }) => heading !== null)) {
    fillRow(half, row, half.context.styles.pageHead('left'));
    let lines = 1;
    for (const { at, heading, align } of block.columns) {
      const cell = half.target.getCell(row, half.first + at);
      cell.value = heading;
      cell.style = half.context.styles.pageHead(align);
      widen(half.target, half.first + at, widestWord(heading ?? '') * BOLD + PADDING);
      lines = Math.max(lines, wrapText(heading ?? '', (widthAt(at) - 1) / BOLD).length);
    }
    raiseRow(half.target, row, ROW_HEIGHT * (lines === 1 ? 1 : lines * 0.92));
    row += 1;
  }
  half.context.charts.addBlock(half.id, block, row, half.first);
  const isBound = block.key !== undefined;
  const firstRow = row;
  for (const cells of block.rows) row = writeBlockRow(half, row, block.columns, cells, false, isBound);
  for (const { at, isBar } of block.columns) {
    const letter = columnLetter(half.first - 1 + at);
    if (isBar === true && row > firstRow)
      drawBars(half.target, `${letter}${firstRow}:${letter}${row - 1}`, 'share');
  }
  if (block.rows.length === 0) {
    const cell = half.target.getCell(row, half.first);
    cell.value = half.context.model.emptyText;
    cell.style = half.context.styles.note();
    row += 1;
  } else if (block.totals !== null) row = writeBlockRow(half, row, block.columns, block.totals, true, false);
  return row + 1;
};

/** Writes a page of two halves: title over both, then the blocks of each half below each other. */
export const writePage = (target: Worksheet, sheet: PageSheet, context: WriteContext): void => {
  const { styles } = context;
  target.getColumn(1).width = 2;
  target.getColumn(RIGHT_HALF - 1).width = GAP_WIDTH;
  for (const first of [LEFT_HALF, RIGHT_HALF])
    for (let at = 0; at < HALF_COLUMNS; at += 1) target.getColumn(first + at).width = widthAt(at);
  let row = 1;
  if (sheet.kicker !== null) {
    target.getCell(row, LEFT_HALF).value = sheet.kicker;
    target.getCell(row, LEFT_HALF).style = styles.kicker;
    row += 1;
  }
  target.getCell(row, LEFT_HALF).value = writableText(sheet.title);
  target.getCell(row, LEFT_HALF).style = styles.title;
  target.getRow(row).height = 30;
  row += 1;
  for (let column = LEFT_HALF; column <= LAST_COLUMN; column += 1)
    target.getCell(row, column).style = styles.titleRule;
  target.getCell(row, LEFT_HALF).value = writableText(sheet.subtitle);
  target.getCell(row, LEFT_HALF).style = { ...styles.subtitle, ...styles.titleRule };
  target.getRow(row).height = ROW_HEIGHT + 4;
  let next = row + 2;
  const bands: PrintedBand[] = [];
  for (const { left, right } of [sheet, ...(sheet.further ?? [])]) {
    const first = bands.length === 0 ? 1 : next;
    const start = next;
    for (const [blocks, column] of [
      [left, LEFT_HALF],
      [right, RIGHT_HALF],
    ] as const) {
      let end = start;
      for (const block of blocks)
        end = writeBlock({ target, id: sheet.id, first: column, context }, end, block);
      next = Math.max(next, end);
    }
    bands.push({ first, last: next - 1 });
  }
  const lastColumn = columnLetter(LAST_COLUMN - 1);
  if (sheet.further === undefined) target.pageSetup.printArea = `A$1:${lastColumn}$${next - 2}`;
  else breakPages(target, bands, lastColumn);
};
