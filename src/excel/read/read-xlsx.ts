import type { RawCell, RawMerge, RawRow, RawSheet } from '#core/import/types.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { dateFromSerial, meaningOfFormat, type NumberMeaning } from './number-format.ts';
import type { Package } from './open-package.ts';
import { attributeOf, decodeCellText, nextTag, xmlText } from './xml.ts';

/**
 * Reads the values of an .xlsx or .xlsm package, and nothing else: formulas by their stored result, rich text and
 * links by their text, dates by their number format. Data validations, styles and drawings are never parsed, which is
 * what makes general readers slow or hang on grown school lists. Written by hand because precision matters here:
 * a cell formatted `yyyy` is a year, one formatted `00000` keeps its zeros, and no date passes through a time zone.
 */
export type XlsxFailure = {
  readonly code: 'NOT_A_WORKBOOK' | 'DAMAGED' | 'TOO_MANY_ROWS' | 'OLD_EXCEL';
  readonly sheet: string | null;
};

type Styles = readonly NumberMeaning[];
type SheetContext = {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly is1904: boolean;
  readonly rowsLeft: number;
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
    if (id === null || target === null) continue;
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
  for (let tag = nextTag(xml, from); tag !== null; tag = nextTag(xml, tag.end)) {
    if (tag.kind === 'close' && tag.name === until) return { text, end: tag.end };
    if (tag.name === 'rPh') inPhonetic = tag.kind === 'open';
    if (tag.name === 't' && tag.kind === 'open' && !inPhonetic) {
      const stop = xml.indexOf('<', tag.end);
      text += decodeCellText(xml.slice(tag.end, stop < 0 ? undefined : stop));
    }
  }
  return { text, end: xml.length };
};

const readSharedStrings = (pack: Package, path: string | null): readonly string[] => {
  const bytes = path === null ? null : pack.read(path);
  if (bytes === null) return [];
  const xml = xmlText(bytes);
  const strings: string[] = [];
  let at = 0;
  for (;;) {
    const tag = nextTag(xml, at);
    if (tag === null) return strings;
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

/** Column index of a reference such as `AB12`, 0 = A; -1 when there is none. */
export const columnOfReference = (reference: string): number => {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    const letter = code >= 97 ? code - 96 : code - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
};

const MAX_COLUMNS = 16_384;

const numberCell = (text: string, style: NumberMeaning, is1904: boolean): RawCell => {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text === '' ? null : text;
  if (style.kind === 'date') {
    const date = dateFromSerial(value, style.precision, is1904);
    return date === null ? value : { kind: 'date', date };
  }
  if (style.kind === 'padded' && Number.isInteger(value) && value >= 0)
    return String(value).padStart(style.digits, '0');
  return value;
};

const cellValue = (type: string | null, text: string, styleIndex: number, context: SheetContext): RawCell => {
  switch (type) {
    case 's': {
      const shared = context.strings[Number(text)];
      return shared === undefined || shared === '' ? null : shared;
    }
    case 'str': {
      const plain = decodeCellText(text);
      return plain === '' ? null : plain;
    }
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return { kind: 'error', code: decodeCellText(text) };
    case 'd':
      return /^\d{4}-\d{2}-\d{2}/.test(text) ? { kind: 'date', date: text.slice(0, 10) } : text;
    default:
      return numberCell(text, context.styles[styleIndex] ?? PLAIN, context.is1904);
  }
};

const parseMerge = (reference: string): RawMerge | null => {
  const match = /^([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)$/.exec(reference);
  if (match === null) return null;
  const [, firstLetters = '', firstRow = '', lastLetters = '', lastRow = ''] = match;
  return {
    firstRow: Number(firstRow),
    lastRow: Number(lastRow),
    firstColumn: columnOfReference(firstLetters),
    lastColumn: columnOfReference(lastLetters),
  };
};

type SheetParts = Pick<RawSheet, 'rows' | 'hiddenColumns' | 'merges'>;

/** null when the sheet holds more rows than are left to read. */
const readSheetXml = (xml: string, context: SheetContext): SheetParts | null => {
  const rows: RawRow[] = [];
  const hiddenColumns: number[] = [];
  const merges: RawMerge[] = [];
  let row = 0;
  let hidden = false;
  let cells: RawCell[] = [];
  let hasContent = false;
  let column = -1;
  let type: string | null = null;
  let style = 0;
  const closeRow = (): boolean => {
    if (hasContent) rows.push({ row, cells, hidden });
    hasContent = false;
    return rows.length <= context.rowsLeft;
  };
  const put = (value: RawCell): void => {
    if (value === null || column >= MAX_COLUMNS) return;
    while (cells.length < column) cells.push(null);
    cells[column] = value;
    hasContent = true;
  };
  let at = 0;
  for (;;) {
    const tag = nextTag(xml, at);
    if (tag === null) break;
    at = tag.end;
    if (tag.kind === 'close') {
      if (tag.name === 'row' && !closeRow()) return null;
      continue;
    }
    switch (tag.name) {
      case 'row': {
        const given = Number(attributeOf(tag.text, 'r'));
        row = given > 0 ? given : row + 1;
        hidden = isOn(attributeOf(tag.text, 'hidden'));
        cells = [];
        column = -1;
        break;
      }
      case 'c': {
        const reference = attributeOf(tag.text, 'r');
        const given = reference === null ? -1 : columnOfReference(reference);
        column = given >= 0 ? given : column + 1;
        type = attributeOf(tag.text, 't');
        style = Number(attributeOf(tag.text, 's') ?? '0');
        break;
      }
      case 'v': {
        if (tag.kind === 'empty') break;
        const stop = xml.indexOf('<', at);
        const text = xml.slice(at, stop < 0 ? undefined : stop);
        put(cellValue(type, type === 'str' ? text : text.trim(), style, context));
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
        if (!isOn(attributeOf(tag.text, 'hidden'))) break;
        const first = Number(attributeOf(tag.text, 'min'));
        const last = Math.min(Number(attributeOf(tag.text, 'max')), first + 256);
        for (let index = first; index <= last; index += 1) hiddenColumns.push(index - 1);
        break;
      }
      case 'mergeCell': {
        const merge = parseMerge(attributeOf(tag.text, 'ref') ?? '');
        if (merge !== null) merges.push(merge);
        break;
      }
      case 'dataValidations':
      case 'extLst': {
        if (tag.kind === 'empty') break;
        const close = xml.indexOf(`${tag.name}>`, at);
        at = close < 0 ? xml.length : close;
        break;
      }
      default:
        break;
    }
  }
  rows.sort((a, b) => a.row - b.row);
  return { rows, hiddenColumns, merges };
};

type SheetEntry = { readonly name: string; readonly relation: string; readonly hidden: boolean };

const readWorkbookXml = (xml: string): { sheets: readonly SheetEntry[]; is1904: boolean } => {
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
export const readXlsx = (pack: Package, maxRows: number): Result<readonly RawSheet[], XlsxFailure> => {
  try {
    const root = partOfType(readRelations(pack, ''), 'officeDocument') ?? 'xl/workbook.xml';
    if (root.endsWith('.bin')) return failed({ code: 'OLD_EXCEL', sheet: null });
    const workbook = pack.read(root);
    if (workbook === null) return failed({ code: 'NOT_A_WORKBOOK', sheet: null });
    const { sheets, is1904 } = readWorkbookXml(xmlText(workbook));
    const relations = readRelations(pack, root);
    const strings = readSharedStrings(pack, partOfType(relations, 'sharedStrings'));
    const styles = readStyles(pack, partOfType(relations, 'styles'));
    const read: RawSheet[] = [];
    let rowsLeft = maxRows;
    for (const sheet of sheets) {
      const relation = relations.get(sheet.relation);
      if (relation === undefined || !relation.type.endsWith('/worksheet')) continue;
      const bytes = pack.read(relation.target);
      if (bytes === null) return failed({ code: 'DAMAGED', sheet: sheet.name });
      const parts = readSheetXml(xmlText(bytes), { strings, styles, is1904, rowsLeft });
      if (parts === null) return failed({ code: 'TOO_MANY_ROWS', sheet: sheet.name });
      rowsLeft -= parts.rows.length;
      read.push({ name: sheet.name, hidden: sheet.hidden, ...parts });
    }
    return ok(read);
  } catch {
    // Broken deflate streams make the unzipper throw; whatever it says, the file is damaged.
    return failed({ code: 'DAMAGED', sheet: null });
  }
};
