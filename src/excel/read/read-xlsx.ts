import {
  NO_RESULT,
  type RawCell,
  type RawMerge,
  type RawRow,
  type RawSheet,
  type ReadFailure,
} from '#core/import/types.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import {
  dateAsShown,
  dateFromSerial,
  meaningOfFormat,
  percentText,
  type NumberMeaning,
} from './number-format.ts';
import type { Package } from './open-package.ts';
import { Budget, LAST_ROW, MAX_COLUMNS, ReadStop, type ReadProgress } from './read-stop.ts';
import { columnsWithin, extentOf, mergesWithin } from './sheet-extent.ts';
import {
  attributeOf,
  contentOf,
  decodeCellText,
  detached,
  endOfElement,
  nextTag,
  xmlPieces,
  xmlText,
} from './xml.ts';

/**
 * Reads the values of an .xlsx or .xlsm package, and nothing else: formulas by their stored result, rich text and
 * links by their text, dates by their number format. Data validations, styles and drawings are never parsed, which is
 * what makes general readers slow or hang on grown school lists. Written by hand because precision matters here:
 * a cell formatted `yyyy` is a year, one formatted `00000` keeps its zeros, and no date passes through a time zone.
 */
export type XlsxFailure = Pick<ReadFailure, 'code' | 'sheet'>;

type Styles = readonly NumberMeaning[];
type SheetContext = {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly is1904: boolean;
  readonly budget: Budget;
};

const PLAIN: NumberMeaning = { kind: 'number' };

const isOn = (value: string | null): boolean => value === '1' || value === 'true';

const resolve = (base: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const parts = base.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};

type Relation = { readonly type: string; readonly target: string };

const readRelations = (pack: Package, of: string): ReadonlyMap<string, Relation> => {
  const slash = of.lastIndexOf('/') + 1;
  const bytes = pack.read(`${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`);
  const relations = new Map<string, Relation>();
  if (bytes === null) return relations;
  const xml = xmlText(bytes);
  for (let tag = nextTag(xml, 0); tag !== null; tag = nextTag(xml, tag.end)) {
    if (tag.name !== 'Relationship') continue;
    const id = attributeOf(tag.text, 'Id');
    const target = attributeOf(tag.text, 'Target');
    if (id === null || target === null || attributeOf(tag.text, 'TargetMode') === 'External') continue;
    relations.set(id, { type: attributeOf(tag.text, 'Type') ?? '', target: resolve(of, target) });
  }
  return relations;
};

const partOfType = (relations: ReadonlyMap<string, Relation>, type: string): string | null =>
  [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target ?? null;

/** The text of all `t` elements up to the closing `until`, phonetic guides left out. */
const readRuns = (xml: string, from: number, until: string): { text: string; end: number } => {
  let text = '';
  let inPhonetic = false;
  let textFrom = -1;
  for (let tag = nextTag(xml, from); tag !== null; tag = nextTag(xml, tag.end)) {
    if (textFrom >= 0) text += contentOf(xml, textFrom, tag.start, decodeCellText);
    textFrom = tag.name === 't' && tag.kind === 'open' && !inPhonetic ? tag.end : -1;
    if (tag.kind === 'close' && tag.name === until) return { text: detached(text), end: tag.end };
    if (tag.name === 'rPh') inPhonetic = tag.kind === 'open';
  }
  throw new ReadStop('DAMAGED');
};

/** `onPiece` hears how many bytes of text were worked through. */
const readSharedStrings = (
  pack: Package,
  path: string | null,
  onPiece: (length: number) => void,
): readonly string[] => {
  const bytes = path === null ? null : pack.read(path);
  if (bytes === null) return [];
  const strings: string[] = [];
  for (const xml of xmlPieces(bytes, 'si')) {
    let at = 0;
    for (;;) {
      const tag = nextTag(xml, at);
      if (tag === null) break;
      at = tag.end;
      if (tag.name !== 'si' || tag.kind === 'close') continue;
      if (tag.kind === 'empty') {
        strings.push('');
        continue;
      }
      const runs = readRuns(xml, tag.end, 'si');
      strings.push(runs.text);
      at = runs.end;
    }
    onPiece(xml.length);
  }
  return strings;
};

const readStyles = (pack: Package, path: string | null): Styles => {
  const bytes = path === null ? null : pack.read(path);
  if (bytes === null) return [];
  const xml = xmlText(bytes);
  const codes = new Map<number, string>();
  const styles: NumberMeaning[] = [];
  let inCellFormats = false;
  for (let tag = nextTag(xml, 0); tag !== null; tag = nextTag(xml, tag.end)) {
    if (tag.name === 'numFmt' && tag.kind !== 'close')
      codes.set(Number(attributeOf(tag.text, 'numFmtId')), attributeOf(tag.text, 'formatCode') ?? '');
    else if (tag.name === 'cellXfs') inCellFormats = tag.kind === 'open';
    else if (tag.name === 'xf' && tag.kind !== 'close' && inCellFormats) {
      const id = Number(attributeOf(tag.text, 'numFmtId') ?? '0');
      styles.push(meaningOfFormat(id, codes.get(id)));
    }
  }
  return styles;
};

/** Column index of a reference such as `AB12`, 0 = A; -1 when there is none. A huge one ends beyond the last column. */
const columnOfReference = (reference: string, from = 0): number => {
  let column = 0;
  for (let at = from; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    const letter = code >= 97 ? code - 96 : code - 64;
    if (letter < 1 || letter > 26) break;
    column = Math.min(column * 26 + letter, MAX_COLUMNS + 1);
  }
  return column - 1;
};

/** Excel stores 17 digits and shows 15: `2.9999999999999996` is a 3 to whoever typed it. */
const asShown = (value: number, text: string): number =>
  text.length > 15 ? Number(value.toPrecision(15)) : value;

const numberCell = (text: string, style: NumberMeaning, is1904: boolean): RawCell => {
  if (text === '') return null;
  const value = asShown(Number(text), text);
  if (!Number.isFinite(value)) return detached(text);
  switch (style.kind) {
    case 'date': {
      const date = dateFromSerial(value, style.precision, is1904);
      return date === null ? value : { kind: 'date', date };
    }
    case 'code':
      return Number.isInteger(value) && value >= 0
        ? style.prefix + String(value).padStart(style.digits, '0')
        : value;
    case 'percent':
      return percentText(value);
    case 'number':
      return value;
  }
};

const isoDateCell = (text: string, style: NumberMeaning): RawCell =>
  /^\d{4}-\d{2}-\d{2}/.test(text)
    ? { kind: 'date', date: dateAsShown(text.slice(0, 10), style.kind === 'date' ? style.precision : 'day') }
    : detached(text);

const cellValue = (type: string | null, text: string, styleIndex: number, context: SheetContext): RawCell => {
  switch (type) {
    case 's': {
      const shared = context.strings[Number(text)];
      // A text that is gone must not look like an empty cell.
      if (shared === undefined) throw new ReadStop('DAMAGED');
      return shared === '' ? null : shared;
    }
    case 'str':
      return text === '' ? null : detached(text);
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return { kind: 'error', code: detached(text) };
    case 'd':
      return isoDateCell(text, context.styles[styleIndex] ?? PLAIN);
    default:
      return numberCell(text, context.styles[styleIndex] ?? PLAIN, context.is1904);
  }
};

const parseMerge = (reference: string): RawMerge | null => {
  const match = /^\$?([A-Za-z]+)\$?(\d+):\$?([A-Za-z]+)\$?(\d+)$/.exec(reference);
  if (match === null) return null;
  const [, firstLetters = '', firstRow = '', lastLetters = '', lastRow = ''] = match;
  return {
    firstRow: Number(firstRow),
    lastRow: Number(lastRow),
    firstColumn: columnOfReference(firstLetters),
    lastColumn: columnOfReference(lastLetters),
  };
};

type CellAttributes = {
  /** -1 when the cell says no place. */
  readonly column: number;
  readonly type: string | null;
  readonly style: number;
};

/** Place, type and style in one pass: cells are most of a sheet, and have no other attributes that count. */
const cellAttributes = (tag: string): CellAttributes => {
  let column = -1;
  let type: string | null = null;
  let style = 0;
  for (let equals = tag.indexOf('='); equals > 1;) {
    const quote = tag.charCodeAt(equals + 1);
    const close = tag.indexOf(quote === 34 ? '"' : "'", equals + 2);
    if ((quote !== 34 && quote !== 39) || close < 0 || tag.charCodeAt(equals - 1) <= 32)
      return slowCellAttributes(tag);
    if (tag.charCodeAt(equals - 2) <= 32) {
      const name = tag.charCodeAt(equals - 1);
      if (name === 114) column = columnOfReference(tag, equals + 2);
      else if (name === 116) type = tag.slice(equals + 2, close);
      else if (name === 115) style = Number(tag.slice(equals + 2, close));
    }
    equals = tag.indexOf('=', close);
  }
  return { column, type, style };
};
/** With blanks around the equals signs, as no spreadsheet writes them. */
const slowCellAttributes = (tag: string): CellAttributes => {
  const reference = attributeOf(tag, 'r');
  return {
    column: reference === null ? -1 : columnOfReference(reference),
    type: attributeOf(tag, 't'),
    style: Number(attributeOf(tag, 's') ?? '0'),
  };
};

/** Types whose value needs no decoding. */
const NUMERIC_TYPES: ReadonlySet<string | null> = new Set([null, 'n', 's', 'b']);

type SheetParts = Pick<RawSheet, 'rows' | 'hiddenColumns' | 'merges'>;

/** Reads the pieces of a sheet one after the other; `finish` tells what they held together. */
const sheetReader = (
  context: SheetContext,
): { readonly feed: (xml: string) => void; readonly finish: () => SheetParts } => {
  const rows: RawRow[] = [];
  const hiddenColumns: (readonly [number, number])[] = [];
  const merges: RawMerge[] = [];
  let isSorted = true;
  let isComplete = false;
  let row = 0;
  let isInRow = false;
  let hidden = false;
  let cells: RawCell[] = [];
  let column = -1;
  let type: string | null = null;
  let style = 0;
  let isFormula = false;
  let hasValue = false;

  const put = (value: RawCell): void => {
    hasValue = true;
    if (value === null) return;
    if (column >= MAX_COLUMNS || !isInRow) throw new ReadStop('DAMAGED');
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  };
  const closeRow = (): void => {
    if (cells.length > 0) {
      context.budget.take(1, cells.length);
      rows.push({ row, cells: cells.slice(), hidden });
    }
    cells = [];
    isInRow = false;
  };
  /** A formula that a program wrote without calculating it. An empty text is a result. */
  const closeCell = (): void => {
    if (isFormula && !hasValue && type !== 'str') put({ kind: 'error', code: NO_RESULT });
    isFormula = false;
  };
  const startRow = (tag: string): void => {
    closeRow();
    const given = Number(attributeOf(tag, 'r'));
    const next = given > 0 ? given : row + 1;
    if (!Number.isInteger(next) || next > LAST_ROW) throw new ReadStop('DAMAGED');
    if (next <= row) isSorted = false;
    row = next;
    isInRow = true;
    hidden = isOn(attributeOf(tag, 'hidden'));
    cells = [];
    column = -1;
  };
  const startCell = (tag: string): void => {
    closeCell();
    const attributes = cellAttributes(tag);
    column = attributes.column >= 0 ? attributes.column : column + 1;
    ({ type, style } = attributes);
    hasValue = false;
  };

  const feed = (xml: string): void => {
    let at = 0;
    for (;;) {
      const tag = nextTag(xml, at);
      if (tag === null) return;
      at = tag.end;
      if (tag.kind === 'close') {
        if (tag.name === 'c') closeCell();
        else if (tag.name === 'row') closeRow();
        else if (tag.name === 'worksheet') isComplete = true;
        continue;
      }
      switch (tag.name) {
        case 'row':
          startRow(tag.text);
          break;
        case 'c':
          startCell(tag.text);
          break;
        case 'f':
          isFormula = true;
          break;
        case 'v': {
          if (tag.kind === 'empty') break;
          const next = xml.indexOf('<', at);
          // Nearly always the closing tag; looking for it in full costs as much as reading the cell.
          const stop = xml.charCodeAt(next + 1) === 47 ? next : (nextTag(xml, at)?.start ?? xml.length);
          const text = NUMERIC_TYPES.has(type)
            ? xml.slice(at, stop).trim()
            : contentOf(xml, at, stop, decodeCellText);
          if (type === 'str' || text !== '') put(cellValue(type, text, style, context));
          at = stop;
          break;
        }
        case 'is': {
          if (tag.kind === 'empty') break;
          const runs = readRuns(xml, at, 'is');
          put(runs.text === '' ? null : runs.text);
          at = runs.end;
          break;
        }
        case 'col': {
          const isHidden = isOn(attributeOf(tag.text, 'hidden')) || attributeOf(tag.text, 'width') === '0';
          if (isHidden)
            hiddenColumns.push([Number(attributeOf(tag.text, 'min')), Number(attributeOf(tag.text, 'max'))]);
          break;
        }
        case 'mergeCell': {
          const merge = parseMerge(attributeOf(tag.text, 'ref') ?? '');
          if (merge !== null) merges.push(merge);
          break;
        }
        case 'dataValidations':
        case 'conditionalFormatting':
        case 'extLst':
          at = endOfElement(xml, tag);
          break;
        case 'worksheet':
          isComplete = tag.kind === 'empty';
          break;
        default:
          break;
      }
    }
  };

  const finish = (): SheetParts => {
    if (!isComplete) throw new ReadStop('DAMAGED');
    if (!isSorted) {
      rows.sort((a, b) => a.row - b.row);
      // Two rows of one number: nobody could tell which one a message means.
      if (rows.some((entry, index) => entry.row === rows[index - 1]?.row)) throw new ReadStop('DAMAGED');
    }
    const { lastRow, width } = extentOf(rows);
    context.budget.checkExtent(rows.length, width);
    return {
      rows,
      hiddenColumns: columnsWithin(hiddenColumns, width),
      merges: mergesWithin(merges, lastRow, width, context.budget),
    };
  };
  return { feed, finish };
};

type SheetEntry = { readonly name: string; readonly relation: string; readonly hidden: boolean };

/** null when it is something else: a text document has the same packaging. */
const readWorkbookXml = (
  xml: string,
): { readonly sheets: readonly SheetEntry[]; readonly is1904: boolean } | null => {
  if (nextTag(xml, 0)?.name !== 'workbook') return null;
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  for (let tag = nextTag(xml, 0); tag !== null; tag = nextTag(xml, tag.end)) {
    if (tag.name === 'workbookPr') is1904 = isOn(attributeOf(tag.text, 'date1904'));
    if (tag.name !== 'sheet' || tag.kind === 'close') continue;
    sheets.push({
      name: attributeOf(tag.text, 'name') ?? '',
      relation: attributeOf(tag.text, 'id') ?? '',
      hidden: (attributeOf(tag.text, 'state') ?? 'visible') !== 'visible',
    });
  }
  return { sheets, is1904 };
};

/** All worksheets in the order of the workbook, hidden ones included and marked. */
export const readXlsx = (
  pack: Package,
  onProgress?: (progress: ReadProgress) => void,
): Result<readonly RawSheet[], XlsxFailure> => {
  let sheetName: string | null = null;
  try {
    const root = partOfType(readRelations(pack, ''), 'officeDocument') ?? 'xl/workbook.xml';
    if (root.endsWith('.bin')) return failed({ code: 'OLD_EXCEL', sheet: null });
    const workbook = pack.read(root);
    const read = workbook === null ? null : readWorkbookXml(xmlText(workbook));
    if (read === null) return failed({ code: 'NOT_A_WORKBOOK', sheet: null });
    const relations = readRelations(pack, root);
    const entries = read.sheets.flatMap(({ name, hidden, relation }) => {
      const { type, target } = relations.get(relation) ?? { type: '', target: '' };
      return type.endsWith('/worksheet') ? [{ name, hidden, path: target }] : [];
    });
    const stringsPath = partOfType(relations, 'sharedStrings');
    const of = [stringsPath ?? '', ...entries.map(({ path }) => path)].reduce(
      (sum, path) => sum + pack.size(path),
      0,
    );
    let done = 0;
    const onPiece = (length: number): void => {
      done = Math.min(of, done + length);
      onProgress?.({ done, of, what: sheetName ?? '' });
    };
    const strings = readSharedStrings(pack, stringsPath, onPiece);
    const styles = readStyles(pack, partOfType(relations, 'styles'));
    const budget = new Budget();
    const sheets: RawSheet[] = [];
    for (const { name, hidden, path } of entries) {
      sheetName = name;
      const bytes = pack.read(path);
      if (bytes === null) return failed({ code: 'DAMAGED', sheet: name });
      const reader = sheetReader({ strings, styles, is1904: read.is1904, budget });
      for (const xml of xmlPieces(bytes, 'row')) {
        reader.feed(xml);
        onPiece(xml.length);
      }
      sheets.push({ name, hidden, ...reader.finish() });
    }
    return ok(sheets);
  } catch (error) {
    if (error instanceof ReadStop) return failed({ code: error.code, sheet: sheetName });
    throw error;
  }
};
