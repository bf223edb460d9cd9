import {
  NO_RESULT,
  type RawCell,
  type RawMerge,
  type RawRow,
  type RawSheet,
  type ReadFailure,
} from '#core/import/types.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { dateAsShown, percentText, type Precision } from './number-format.ts';
import type { Package } from './open-package.ts';
import { Budget, LAST_ROW, MAX_COLUMNS, ReadStop, type ReadProgress } from './read-stop.ts';
import { columnsWithin, extentOf, mergesWithin } from './sheet-extent.ts';
import {
  attributeOf,
  contentOf,
  decodeXml,
  detached,
  endOfElement,
  nextTag,
  xmlPieces,
  xmlText,
  type XmlTag,
} from './xml.ts';

export type OdsFailure = Pick<ReadFailure, 'code' | 'sheet'>;

/** More blanks in a row than a cell has room for are made by no program. */
const MAX_BLANKS = 1000;

const repeats = (tag: string, name: string): number => {
  const times = Math.floor(Number(attributeOf(tag, name) ?? '1'));
  return times >= 1 ? Math.min(times, LAST_ROW) : 1;
};

// ---------------------------------------------------------------- styles

type Styles = {
  /** What date formats show, by the name of the cell style. */
  readonly precisions: ReadonlyMap<string, Precision>;
  readonly hiddenTables: ReadonlySet<string>;
};
type CellStyle = { readonly dataStyle: string | null; readonly parent: string | null };

/** Reads the styles of one part into the collections; stops at the body. */
const collectStyles = (
  xml: string,
  cellStyles: Map<string, CellStyle>,
  dateStyles: Map<string, Precision>,
  hiddenTables: Set<string>,
): void => {
  let name = '';
  let dateStyle: string | null = null;
  let shows = new Set<string>();
  for (let tag = nextTag(xml, 0); tag !== null; tag = nextTag(xml, tag.end)) {
    if (tag.name === 'body') return;
    if (tag.name === 'date-style') {
      if (tag.kind === 'open') {
        dateStyle = attributeOf(tag.text, 'style:name');
        shows = new Set();
      } else if (tag.kind === 'close' && dateStyle !== null) {
        const precision = shows.has('day') ? 'day' : shows.has('month') ? 'month' : 'year';
        if (shows.has('year')) dateStyles.set(dateStyle, precision);
        dateStyle = null;
      }
    } else if (dateStyle !== null) shows.add(tag.name);
    else if (tag.name === 'style' && tag.kind !== 'close') {
      name = attributeOf(tag.text, 'style:name') ?? '';
      if (attributeOf(tag.text, 'family') === 'table-cell')
        cellStyles.set(name, {
          dataStyle: attributeOf(tag.text, 'data-style-name'),
          parent: attributeOf(tag.text, 'parent-style-name'),
        });
    } else if (tag.name === 'table-properties' && attributeOf(tag.text, 'display') === 'false')
      hiddenTables.add(name);
  }
};

const stylesOf = (...parts: readonly string[]): Styles => {
  const cellStyles = new Map<string, CellStyle>();
  const dateStyles = new Map<string, Precision>();
  const hiddenTables = new Set<string>();
  for (const xml of parts) collectStyles(xml, cellStyles, dateStyles, hiddenTables);
  const precisions = new Map<string, Precision>();
  for (const [name, own] of cellStyles) {
    let style: CellStyle | undefined = own;
    // Parents go a few steps deep; a ring of them must not hold us.
    for (let depth = 0; depth < 8 && style !== undefined; depth += 1) {
      const precision = style.dataStyle === null ? undefined : dateStyles.get(style.dataStyle);
      if (precision !== undefined) precisions.set(name, precision);
      if (style.dataStyle !== null || style.parent === null) break;
      style = cellStyles.get(style.parent);
    }
  }
  return { precisions, hiddenTables };
};

// ---------------------------------------------------------------- cells

/** Notes and drawings hang in cells, and a table in a cell has cells of its own: none of it is the cell's text. */
const isForeign = (tag: XmlTag): boolean =>
  tag.kind === 'open' &&
  (tag.name === 'annotation' ||
    tag.name === 'table' ||
    tag.name === 'ruby-text' ||
    tag.text.startsWith('draw:'));

/** The text of a cell: its paragraphs joined by line breaks, notes left out. */
const readParagraphs = (xml: string, from: number): { text: string; end: number } => {
  const paragraphs: string[] = [];
  let current: string | null = null;
  let at = from;
  for (;;) {
    const tag = nextTag(xml, at);
    if (tag === null) throw new ReadStop('DAMAGED');
    if (current !== null) current += contentOf(xml, at, tag.start, decodeXml);
    if (isForeign(tag)) {
      at = endOfElement(xml, tag);
      continue;
    }
    at = tag.end;
    if (tag.name === 'table-cell' || tag.name === 'covered-table-cell') {
      if (tag.kind === 'close') return { text: paragraphs.join('\n'), end: tag.end };
    } else if (tag.name === 'table-row' || tag.name === 'table') throw new ReadStop('DAMAGED');
    else if (tag.name === 'p') {
      if (tag.kind === 'open') current = '';
      else {
        // An empty paragraph is a blank line.
        paragraphs.push(current ?? '');
        current = null;
      }
    } else if (current === null || tag.kind === 'close') continue;
    else if (tag.name === 's') current += ' '.repeat(Math.min(repeats(tag.text, 'c'), MAX_BLANKS));
    else if (tag.name === 'line-break' || tag.name === 'tab') current += '\n';
  }
};

/** For cells whose style does not tell: `2021`, `03/2021`, `März 2021`, `Mrz 21`. */
const precisionOfText = (text: string): Precision => {
  if (/^\d{4}$/.test(text)) return 'year';
  return /^(\d{1,2}[./-]|\p{L}+\.?[ -])\d{2}(\d{2})?$/u.test(text) ? 'month' : 'day';
};

/** A code such as `0042` or `INV-042` is visible only in the text; so is what other formats make of a number. */
const numberCell = (tag: string, text: string): RawCell => {
  const value = Number(attributeOf(tag, 'office:value') ?? attributeOf(tag, 'value') ?? 'NaN');
  if (!Number.isFinite(value)) return text || null;
  const [, prefix = '', digits = ''] = /^([A-Za-z][A-Za-z /_-]*)?(\d+)$/.exec(text) ?? [];
  const isCode = digits.startsWith('0') && digits.length > 1;
  if ((isCode || prefix !== '') && Number(digits) === value && !/EUR|USD|CHF/.test(prefix)) return text;
  return value;
};

const cellOf = (tag: string, text: string, precision: Precision | null): RawCell => {
  if (attributeOf(tag, 'calcext:value-type') === 'error') return { kind: 'error', code: text || NO_RESULT };
  const type = attributeOf(tag, 'office:value-type') ?? attributeOf(tag, 'value-type');
  switch (type) {
    case 'float':
    case 'currency':
      return numberCell(tag, text);
    case 'percentage': {
      const value = Number(attributeOf(tag, 'office:value') ?? 'NaN');
      return text !== '' ? text : Number.isFinite(value) ? percentText(value) : null;
    }
    case 'date': {
      const value = attributeOf(tag, 'date-value') ?? '';
      if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return text || null;
      return { kind: 'date', date: dateAsShown(value.slice(0, 10), precision ?? precisionOfText(text)) };
    }
    case 'boolean':
      return attributeOf(tag, 'boolean-value') === 'true';
    default: {
      const isFormula = attributeOf(tag, 'formula') !== null;
      if (isFormula && /^(#[A-ZÄÖÜ/0!?]+|Err:\d+)$/.test(text)) return { kind: 'error', code: text };
      const shown = text === '' ? (attributeOf(tag, 'string-value') ?? '') : text;
      if (shown !== '') return shown;
      return isFormula && type === null ? { kind: 'error', code: NO_RESULT } : null;
    }
  }
};

// ---------------------------------------------------------------- sheets

type OdsReader = {
  readonly feed: (xml: string) => void;
  readonly finish: () => readonly RawSheet[];
  readonly sheetName: () => string | null;
};

const odsReader = (styles: Styles, budget: Budget): OdsReader => {
  const sheets: RawSheet[] = [];
  let isSpreadsheet = false;
  let isComplete = false;
  let sheet: { readonly name: string; readonly hidden: boolean } | null = null;
  let rows: RawRow[] = [];
  let hiddenColumns: (readonly [number, number])[] = [];
  let columnStyles: { readonly last: number; readonly style: string | null }[] = [];
  let merges: RawMerge[] = [];
  let tableColumn = 0;
  let row = 0;
  let rowTag = '';
  let cells: RawCell[] = [];
  let column = 0;

  const startTable = (tag: XmlTag): void => {
    sheet = {
      name: attributeOf(tag.text, 'table:name') ?? '',
      hidden: styles.hiddenTables.has(attributeOf(tag.text, 'style-name') ?? ''),
    };
    rows = [];
    hiddenColumns = [];
    columnStyles = [];
    merges = [];
    tableColumn = 0;
    row = 0;
  };
  const closeTable = (): void => {
    if (sheet === null) return;
    const { lastRow, width } = extentOf(rows);
    budget.checkExtent(rows.length, width);
    sheets.push({
      ...sheet,
      rows,
      hiddenColumns: columnsWithin(hiddenColumns, width),
      merges: mergesWithin(merges, lastRow, width, budget),
    });
    sheet = null;
  };
  const addColumns = (tag: string): void => {
    const first = tableColumn + 1;
    tableColumn += repeats(tag, 'number-columns-repeated');
    if (isHiddenTag(tag)) hiddenColumns.push([first, tableColumn]);
    columnStyles.push({ last: tableColumn, style: attributeOf(tag, 'default-cell-style-name') });
  };
  const closeRow = (): void => {
    const times = repeats(rowTag, 'number-rows-repeated');
    if (cells.length > 0) {
      budget.take(times, cells.length);
      if (row + times > LAST_ROW) throw new ReadStop('DAMAGED');
      const hidden = isHiddenTag(rowTag);
      const kept = cells.slice();
      for (let copy = 1; copy <= times; copy += 1) rows.push({ row: row + copy, cells: kept, hidden });
    }
    row += times;
    cells = [];
    column = 0;
  };
  const precisionAt = (tag: string): Precision | null => {
    const style =
      attributeOf(tag, 'style-name') ??
      attributeOf(rowTag, 'default-cell-style-name') ??
      columnStyles.find(({ last }) => column < last)?.style;
    return styles.precisions.get(style ?? '') ?? null;
  };
  const readCell = (xml: string, tag: XmlTag): number => {
    const times = repeats(tag.text, 'number-columns-repeated');
    const content = tag.kind === 'open' ? readParagraphs(xml, tag.end) : { text: '', end: tag.end };
    const isDate = attributeOf(tag.text, 'date-value') !== null;
    const value = cellOf(tag.text, detached(content.text), isDate ? precisionAt(tag.text) : null);
    if (value !== null) {
      if (column + times > MAX_COLUMNS) throw new ReadStop('DAMAGED');
      while (cells.length < column) cells.push(null);
      for (let copy = 0; copy < times; copy += 1) cells.push(value);
    }
    const rowSpan = repeats(tag.text, 'number-rows-spanned');
    const columnSpan = repeats(tag.text, 'number-columns-spanned');
    if (rowSpan > 1 || columnSpan > 1)
      merges.push({
        firstRow: row + 1,
        lastRow: row + rowSpan,
        firstColumn: column,
        lastColumn: column + columnSpan - 1,
      });
    column += times;
    return content.end;
  };

  const feed = (xml: string): void => {
    let at = 0;
    for (;;) {
      const tag = nextTag(xml, at);
      if (tag === null) return;
      at = tag.end;
      switch (tag.name) {
        case 'spreadsheet':
          isSpreadsheet = true;
          break;
        // Deleted cells, drawings and copies of other files hold tables and cells that are not in the sheet.
        case 'tracked-changes':
        case 'shapes':
        case 'dde-links':
        case 'table-source':
          at = endOfElement(xml, tag);
          break;
        case 'table':
          if (tag.kind === 'open') startTable(tag);
          else closeTable();
          break;
        case 'table-column':
          if (tag.kind !== 'close') addColumns(tag.text);
          break;
        case 'table-row':
          if (tag.kind !== 'close') rowTag = tag.text;
          if (tag.kind !== 'open') closeRow();
          break;
        case 'table-cell':
        case 'covered-table-cell':
          if (tag.kind !== 'close') at = readCell(xml, tag);
          break;
        case 'document-content':
          if (tag.kind === 'close') isComplete = true;
          break;
        default:
          break;
      }
    }
  };
  const finish = (): readonly RawSheet[] => {
    if (!isSpreadsheet) throw new ReadStop('NOT_A_WORKBOOK');
    if (!isComplete) throw new ReadStop('DAMAGED');
    return sheets;
  };
  return { feed, finish, sheetName: () => sheet?.name ?? null };
};

const isHiddenTag = (tag: string): boolean => {
  const visibility = attributeOf(tag, 'visibility');
  return visibility === 'collapse' || visibility === 'filter';
};

/** Reads the values of an OpenDocument spreadsheet: formulas by their stored result, dates as exact as they are shown. */
export const readOds = (
  pack: Package,
  onProgress?: (progress: ReadProgress) => void,
): Result<readonly RawSheet[], OdsFailure> => {
  let sheetName: () => string | null = () => null;
  try {
    const manifest = pack.read('META-INF/manifest.xml');
    if (manifest !== null && xmlText(manifest).includes('encryption-data'))
      return failed({ code: 'ENCRYPTED', sheet: null });
    const bytes = pack.read('content.xml');
    if (bytes === null) return failed({ code: 'NOT_A_WORKBOOK', sheet: null });
    const common = pack.read('styles.xml');
    let reader: OdsReader | null = null;
    let done = 0;
    for (const xml of xmlPieces(bytes, 'table-row')) {
      // The styles stand before the first row.
      reader ??= odsReader(stylesOf(common === null ? '' : xmlText(common), xml), new Budget());
      ({ sheetName } = reader);
      reader.feed(xml);
      done = Math.min(bytes.length, done + xml.length);
      onProgress?.({ done, of: bytes.length, what: sheetName() ?? '' });
    }
    return reader === null ? failed({ code: 'NOT_A_WORKBOOK', sheet: null }) : ok(reader.finish());
  } catch (error) {
    if (error instanceof ReadStop) return failed({ code: error.code, sheet: sheetName() });
    throw error;
  }
};
