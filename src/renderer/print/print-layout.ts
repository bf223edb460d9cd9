import { PRINT_TEXTS } from '#texts/print.ts';
import type { PrintCell, PrintColumn, PrintList, PrintTable } from './print-list.ts';

export type Orientation = 'portrait' | 'landscape';

/** A4 less the margins of the `@page` rule, in mm. */
const PAGE_MARGIN = { side: 14, top: 13, bottom: 17 } as const;
const PAPER = { portrait: { width: 210, height: 297 }, landscape: { width: 297, height: 210 } } as const;
const spaceOf = (orientation: Orientation): { readonly width: number; readonly height: number } => ({
  width: PAPER[orientation].width - 2 * PAGE_MARGIN.side,
  height: PAPER[orientation].height - PAGE_MARGIN.top - PAGE_MARGIN.bottom,
});

/** Sizes of type in pt that are tried, the largest first. */
const SMALLEST_SIZE = 6;
const SIZES = [9, 8.5, 8, 7.5, 7, 6.5, SMALLEST_SIZE] as const;
/** Read with ease: a table that needs a smaller one is turned, and none is set smaller to save lines. */
const EASY_SIZE = 8;
const MM_PER_PT = 25.4 / 72;
/** Also in the style sheet: space left and right of a text, in em; lines of text and space around a row. */
const CELL_PADDING = 0.9;
const LINE_HEIGHT = 1.3;
const ROW_PADDING_PT = 3.5;
/** Longer words are broken: one address must not make a whole list small. */
const LONGEST_WORD = 17;
/** What a column asks for at most beyond its longest word. */
const WIDEST_TEXT = 34;
/** Heading, facts and the head of the table, in mm of the first page. */
const HEAD_HEIGHT = 34;

const NARROW = new Set(' .,:;!|\'"()[]/-·ijltfrI1');
const WIDE = /[A-ZÄÖÜmwMW%€–—+=]/;
const MONO_WIDTH = 0.61;
/** Signs are drawn beside their text. */
const SIGN_WIDTH = 1.4;

/** About how wide a text is, in em; a little more rather than less, for any font of an office. */
const widthOf = (text: string, isMono: boolean): number => {
  if (isMono) return text.length * MONO_WIDTH;
  let width = 0;
  for (const letter of text) width += NARROW.has(letter) ? 0.36 : WIDE.test(letter) ? 0.74 : 0.57;
  return width;
};

export const textOf = (cell: PrintCell): string => (typeof cell === 'string' ? cell : cell.text);
const signOf = (cell: PrintCell): number => (typeof cell === 'string' ? 0 : SIGN_WIDTH);

type Needs = {
  /** Of the longest word, in em. */
  readonly word: number;
  /** Of the longest text, in em. */
  readonly text: number;
};

const needsOf = (
  { label, isMono = false, align }: PrintColumn,
  cells: Iterable<PrintCell | undefined>,
): Needs => {
  // Heads are bold.
  let word = Math.max(...label.split(' ').map((part) => widthOf(part, false) * 1.08));
  let text = word;
  for (const cell of cells) {
    if (cell === undefined || cell === '') continue;
    const content = textOf(cell);
    const whole = widthOf(content, isMono) + signOf(cell);
    text = Math.max(text, whole);
    // A number or date is one word, also with a space before its unit.
    if (align === 'right' || !content.includes(' ')) word = Math.max(word, whole);
    else for (const part of content.split(' ')) word = Math.max(word, widthOf(part, isMono) + signOf(cell));
  }
  const longest = Math.min(word, LONGEST_WORD);
  return {
    word: longest + CELL_PADDING,
    text: Math.max(longest, Math.min(text, WIDEST_TEXT)) + CELL_PADDING,
  };
};

export type TableLayout = {
  readonly sizePt: number;
  /** Shares of the width of the page, in the order of the columns; they add up to 1. */
  readonly shares: readonly number[];
};

/**
 * The largest type in which every text fits into one line, else one in which every column has room for its longest word;
 * what is left goes first to the columns that want little more.
 * Where even the smallest type does not do, words are broken, and nothing is lost.
 */
export const layoutTable = ({ columns, rows }: PrintTable, orientation: Orientation): TableLayout => {
  const needs = columns.map((column, index) =>
    needsOf(
      column,
      // What reaches over more columns has room enough.
      rows.map(({ cells, span = 1 }) => (index === 0 && span > 1 ? '' : cells[index])),
    ),
  );
  const { width } = spaceOf(orientation);
  const words = needs.reduce((sum, { word }) => sum + word, 0);
  const emsAt = (size: number): number => width / (size * MM_PER_PT);
  const wishes = needs.reduce((sum, { word, text }) => sum + text - word, 0);
  const sizePt =
    SIZES.find((size) => size > EASY_SIZE && words + wishes <= emsAt(size)) ??
    SIZES.find((size) => size <= EASY_SIZE && words <= emsAt(size)) ??
    SMALLEST_SIZE;
  const spare = Math.max(0, emsAt(sizePt) - words);
  const granted = grantWishes(
    needs.map(({ word, text }) => text - word),
    spare,
  );
  const widths = needs.map(({ word }, index) => word + (granted[index] ?? 0));
  const sum = widths.reduce((total, part) => total + part, 0);
  return { sizePt, shares: widths.map((part) => part / sum) };
};

/** Shares out what is left: small wishes are met whole, so that long texts alone need more lines. */
const grantWishes = (wishes: readonly number[], spare: number): readonly number[] => {
  const granted = wishes.map(() => 0);
  let left = spare;
  [...wishes.entries()]
    .toSorted(([, a], [, b]) => a - b)
    .forEach(([index, wish], rank) => {
      const grant = Math.min(wish, left / (wishes.length - rank));
      granted[index] = grant;
      left -= grant;
    });
  return granted;
};

/** Portrait as long as its type is read with ease and most rows need one line. */
export const orientationOf = ({ tables }: PrintList): Orientation =>
  tables.every((table) => {
    const layout = layoutTable(table, 'portrait');
    const lines = linesOf(table, layout, 'portrait');
    return layout.sizePt >= EASY_SIZE && lines <= 1.5 * Math.max(1, table.rows.length);
  })
    ? 'portrait'
    : 'landscape';

const linesOf = (
  { columns, rows }: PrintTable,
  { sizePt, shares }: TableLayout,
  orientation: Orientation,
): number => {
  const ems = spaceOf(orientation).width / (sizePt * MM_PER_PT);
  let lines = 0;
  for (const { cells, span = 1 } of rows) {
    let most = 1;
    cells.forEach((cell, index) => {
      const reach = shares
        .slice(index, index + (index === 0 ? span : 1))
        .reduce((sum, share) => sum + share, 0);
      const room = reach * ems - CELL_PADDING;
      const needed = widthOf(textOf(cell), columns[index]?.isMono ?? false) + signOf(cell);
      if (needed > room) most = Math.max(most, Math.ceil(needed / room));
    });
    lines += most;
  }
  return lines;
};

/** About so many pages; a word to whoever is about to print, not a promise. */
export const estimatedPages = (list: PrintList, orientation: Orientation): number => {
  const { height } = spaceOf(orientation);
  const used = list.tables.reduce((sum, table) => {
    const layout = layoutTable(table, orientation);
    const lines = linesOf(table, layout, orientation);
    const points = lines * layout.sizePt * LINE_HEIGHT + table.rows.length * ROW_PADDING_PT;
    return sum + points * MM_PER_PT;
  }, HEAD_HEIGHT);
  // Each page repeats the head of its table.
  return Math.max(1, Math.ceil(used / (height - 8)));
};

/** A text as CSS writes it. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `)}"`;

/** Paper, margins and foot. A layout of its own has its foot within. */
export const pageRule = (orientation: Orientation, foot: string | null): string => {
  const { side, top, bottom } = PAGE_MARGIN;
  const size = `size: A4 ${orientation};`;
  if (foot === null) return `@page { ${size} margin: 0; }`;
  const box = 'font: 8pt "Segoe UI", "Liberation Sans", sans-serif; color: #47515b;';
  return `@page { ${size} margin: ${top}mm ${side}mm ${bottom}mm;
    @bottom-left { content: ${quoted(foot)}; ${box} }
    @bottom-right { content: ${quoted(PRINT_TEXTS.page)} counter(page) ${quoted(PRINT_TEXTS.of)} counter(pages); ${box} } }`;
};
