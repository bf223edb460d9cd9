import type { RawCell, RawRow, RawSheet } from '#core/import/types.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import type { Package } from './open-package.ts';
import { attributeOf, decodeXml, nextTag, xmlText } from './xml.ts';

export type OdsFailure = {
  readonly code: 'NOT_A_WORKBOOK' | 'DAMAGED' | 'TOO_MANY_ROWS' | 'ENCRYPTED';
  readonly sheet: string | null;
};

const MAX_COLUMNS = 16_384;

const repeats = (tag: string, name: string): number =>
  Math.max(1, Number(attributeOf(tag, name) ?? '1') || 1);

/** The text of a cell: its paragraphs joined by line breaks, notes left out. */
const readParagraphs = (xml: string, from: number): { text: string; end: number } => {
  const paragraphs: string[] = [];
  let current: string | null = null;
  let noteDepth = 0;
  let at = from;
  for (;;) {
    const tag = nextTag(xml, at);
    if (tag === null) return { text: paragraphs.join('\n'), end: xml.length };
    if (current !== null && noteDepth === 0) current += decodeXml(xml.slice(at, tag.start));
    at = tag.end;
    if (tag.name === 'table-cell' || tag.name === 'covered-table-cell') {
      if (tag.kind === 'close') return { text: paragraphs.join('\n'), end: tag.end };
    } else if (tag.name === 'annotation') {
      if (tag.kind !== 'empty') noteDepth += tag.kind === 'open' ? 1 : -1;
    } else if (noteDepth > 0) continue;
    else if (tag.name === 'p') {
      if (tag.kind === 'open') current = '';
      else if (current !== null) {
        paragraphs.push(current);
        current = null;
      }
    } else if (current !== null && tag.name === 's') current += ' '.repeat(repeats(tag.text, 'c'));
    else if (current !== null && (tag.name === 'line-break' || tag.name === 'tab')) current += '\n';
  }
};

const cellOf = (tag: string, text: string): RawCell => {
  switch (attributeOf(tag, 'value-type')) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const value = Number(attributeOf(tag, 'value'));
      // A format such as 00000 is visible only in the text.
      if (/^0\d+$/.test(text) && Number(text) === value) return text;
      return Number.isFinite(value) ? value : text || null;
    }
    case 'date': {
      const value = attributeOf(tag, 'date-value') ?? '';
      return /^\d{4}-\d{2}-\d{2}/.test(value) ? { kind: 'date', date: value.slice(0, 10) } : text || null;
    }
    case 'boolean':
      return attributeOf(tag, 'boolean-value') === 'true';
    default:
      if (/^(#[A-ZÄÖÜ/0!?]+|Err:\d+)$/.test(text) && attributeOf(tag, 'formula') !== null)
        return { kind: 'error', code: text };
      return text === '' ? null : text;
  }
};

/** Reads the values of an OpenDocument spreadsheet: formulas by their stored result, dates as whole days. */
export const readOds = (pack: Package, maxRows: number): Result<readonly RawSheet[], OdsFailure> => {
  try {
    const manifest = pack.read('META-INF/manifest.xml');
    if (manifest !== null && xmlText(manifest).includes('encryption-data'))
      return failed({ code: 'ENCRYPTED', sheet: null });
    const bytes = pack.read('content.xml');
    if (bytes === null) return failed({ code: 'NOT_A_WORKBOOK', sheet: null });
    const xml = xmlText(bytes);
    if (!xml.includes('spreadsheet')) return failed({ code: 'NOT_A_WORKBOOK', sheet: null });
    const sheets: RawSheet[] = [];
    let name = '';
    let rows: RawRow[] = [];
    let rowsLeft = maxRows;
    let row = 0;
    let rowRepeats = 1;
    let hidden = false;
    let cells: RawCell[] = [];
    let column = 0;
    let at = 0;
    for (;;) {
      const tag = nextTag(xml, at);
      if (tag === null) break;
      at = tag.end;
      if (tag.name === 'table') {
        if (tag.kind === 'open') {
          name = attributeOf(tag.text, 'name') ?? '';
          rows = [];
          row = 0;
        } else if (tag.kind === 'close') {
          sheets.push({ name, hidden: false, rows, hiddenColumns: [], merges: [] });
          rowsLeft -= rows.length;
        }
      } else if (tag.name === 'table-row') {
        if (tag.kind !== 'close') {
          rowRepeats = repeats(tag.text, 'number-rows-repeated');
          const visibility = attributeOf(tag.text, 'visibility');
          hidden = visibility === 'collapse' || visibility === 'filter';
          cells = [];
          column = 0;
        }
        if (tag.kind !== 'open') {
          if (cells.length > 0) {
            if (rows.length + rowRepeats > rowsLeft) return failed({ code: 'TOO_MANY_ROWS', sheet: name });
            for (let copy = 1; copy <= rowRepeats; copy += 1) rows.push({ row: row + copy, cells, hidden });
          }
          row += rowRepeats;
        }
      } else if ((tag.name === 'table-cell' || tag.name === 'covered-table-cell') && tag.kind !== 'close') {
        const times = repeats(tag.text, 'number-columns-repeated');
        const content = tag.kind === 'open' ? readParagraphs(xml, at) : { text: '', end: at };
        at = content.end;
        const value = cellOf(tag.text, content.text);
        if (value !== null)
          for (let copy = 0; copy < times && column + copy < MAX_COLUMNS; copy += 1) {
            while (cells.length < column + copy) cells.push(null);
            cells[column + copy] = value;
          }
        column += times;
      }
    }
    return ok(sheets);
  } catch {
    return failed({ code: 'DAMAGED', sheet: null });
  }
};
