import {
  SEPARATORS,
  type RawCell,
  type RawRow,
  type ReadFailureCode,
  type Separator,
  type TextEncoding,
  type TextFormat,
} from '#core/import/types.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { parseRecords, recordsOf } from './parse-records.ts';
import { Budget, MAX_COLUMNS, ReadStop } from './read-stop.ts';
import { extentOf } from './sheet-extent.ts';

export type TextFailure = {
  readonly code: ReadFailureCode;
  /** Line of the first byte that fits no encoding. */
  readonly line: number | null;
};

/** What the bytes 0x80 to 0x9F are in Windows-1252; the five that it leaves open stay control characters. */
const HIGH_1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** By hand: Node 20 and 22 decode `windows-1252` as Latin-1, and every "€" and "–" would be a control character. */
const decode1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (letter) => HIGH_1252[letter.charCodeAt(0) - 0x80] ?? letter);

const decode = (bytes: Uint8Array, encoding: TextEncoding): string | null => {
  if (encoding === 'windows-1252') return decode1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const lineOfByte = (bytes: Uint8Array, at: number): number => {
  let line = 1;
  for (let index = 0; index < at; index += 1) if (bytes[index] === 10) line += 1;
  return line;
};

/** Bytes that no Windows-1252 text contains. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** ä ö ü ß Ä Ö Ü é è as the two single-byte encodings write them. */
const LETTERS_1252 = new Set([0xe4, 0xf6, 0xfc, 0xdf, 0xc4, 0xd6, 0xdc, 0xe9, 0xe8]);
const LETTERS_MAC = new Set([0x8a, 0x9a, 0x9f, 0xa7, 0x80, 0x85, 0x86, 0x8e, 0x8f]);

const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));

/** Counts umlauts inside words: `€` and `…` of Windows-1252 share codes with Mac's Ä and Ö but stand alone. */
const guessSingleByte = (bytes: Uint8Array): TextEncoding => {
  let windows = 0;
  let mac = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (!isAsciiLetter(bytes[at - 1]) && !isAsciiLetter(bytes[at + 1])) continue;
    if (LETTERS_1252.has(byte)) windows += 1;
    else if (LETTERS_MAC.has(byte)) mac += 1;
  }
  if (mac > windows) return 'macintosh';
  // `é`, `è` and `ê` of a Mac are no characters in Windows at all.
  return mac > 0 && bytes.some((byte) => UNDEFINED_1252.has(byte)) ? 'macintosh' : 'windows-1252';
};

/** Zeros are no text; a few at the end are left by programs and disks that gave up. */
const isMostlyZeros = (bytes: Uint8Array): boolean => {
  let zeros = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) zeros += 1;
  return zeros > Math.max(1, bytes.length / 200);
};

/** UTF-16 without a mark: every second byte of Latin text is 0. */
const guessUtf16 = (bytes: Uint8Array): TextEncoding | null => {
  const length = Math.min(bytes.length, 2000);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > length * 0.3 && even < length * 0.05) return 'utf-16le';
  if (even > length * 0.3 && odd < length * 0.05) return 'utf-16be';
  return null;
};

export type Decoded = { readonly text: string; readonly encoding: TextEncoding; readonly guessed: boolean };

const firstInvalidUtf8 = (bytes: Uint8Array): number => {
  let low = 0;
  let high = bytes.length;
  // The longest prefix that decodes, an unfinished last character allowed.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
};

/** A few broken characters in a file that is UTF-8 otherwise: better a `�` there than `Ã¼` everywhere. */
const brokenUtf8 = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return whole > broken * 10 ? text : null;
};

/**
 * Turns bytes into text: by the mark at the start, else strictly as UTF-8, else by a guess between the single-byte
 * encodings that German offices produce. A chosen encoding is taken strictly.
 */
export const decodeText = (bytes: Uint8Array, chosen: TextEncoding | null): Result<Decoded, TextFailure> => {
  if (chosen !== null) {
    const text = decode(bytes, chosen);
    if (text !== null) return ok({ text, encoding: chosen, guessed: false });
    const line = chosen === 'utf-8' ? lineOfByte(bytes, firstInvalidUtf8(bytes)) : null;
    return failed({ code: 'WRONG_ENCODING', line });
  }
  const marked: TextEncoding | null =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
          ? 'utf-8'
          : null;
  const wide = marked ?? guessUtf16(bytes);
  if (wide !== null) {
    const text = decode(bytes, wide);
    if (text !== null) return ok({ text, encoding: wide, guessed: marked === null });
    return failed({
      code: 'WRONG_ENCODING',
      line: wide === 'utf-8' ? lineOfByte(bytes, firstInvalidUtf8(bytes)) : null,
    });
  }
  if (isMostlyZeros(bytes)) return failed({ code: 'NOT_A_WORKBOOK', line: null });
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return ok({ text: utf8, encoding: 'utf-8', guessed: false });
  const loose = brokenUtf8(bytes);
  if (loose !== null) return ok({ text: loose, encoding: 'utf-8', guessed: true });
  const encoding = guessSingleByte(bytes);
  if (encoding === 'windows-1252') {
    const bad = bytes.findIndex((byte) => UNDEFINED_1252.has(byte));
    if (bad >= 0) return failed({ code: 'WRONG_ENCODING', line: lineOfByte(bytes, bad) });
  }
  const text = decode(bytes, encoding);
  return text === null
    ? failed({ code: 'WRONG_ENCODING', line: null })
    : ok({ text, encoding, guessed: true });
};

/** How evenly a separator divides the first records: the share with the most frequent number of fields above one. */
const evenness = (text: string, separator: Separator): { share: number; fields: number } => {
  const all = recordsOf(text, separator, SAMPLE_RECORDS).filter((record) =>
    record.some((field) => field.trim() !== ''),
  );
  // Title lines above the head are not divided; they speak only a little against a separator.
  const first = all.findIndex(({ length }) => length > 1);
  const titles = Math.min(Math.max(first, 0), TITLE_LINES);
  const records = first < 0 ? [] : all.slice(titles);
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = { share: 0, fields: 1 };
  for (const [fields, count] of counts) {
    const share = count / (records.length + titles / 4);
    if (share > best.share || (share === best.share && fields > best.fields)) best = { share, fields };
  }
  const divided = records.filter(({ length }) => length > 1).length / Math.max(records.length, 1);
  // Some commas in the sentences of a single column are no table.
  return separator === ',' && divided < 0.7 ? { share: 0, fields: 1 } : best;
};

const SAMPLE_RECORDS = 60;
const TITLE_LINES = 10;

/** The separator that divides most evenly; more fields win a near tie. Decimal commas lose against real semicolons. */
export const detectSeparator = (text: string): Separator => {
  const sample = text.slice(0, 200_000);
  let best: { separator: Separator; score: number } = { separator: ';', score: 0 };
  for (const separator of SEPARATORS) {
    const { share, fields } = evenness(sample, separator);
    const score = share * (1 + Math.min(fields, 20) / 40);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
};

/** `="00123"` is how some programs keep zeros alive in a CSV file. */
const textCell = (field: string): RawCell => {
  if (field === '') return null;
  const formula = field.startsWith('="') ? /^="([^"]*)"$/.exec(field) : null;
  return formula === null ? field : (formula[1] ?? '') || null;
};

export type TextTable = { readonly rows: readonly RawRow[]; readonly format: TextFormat };

/** Rows between two calls of `onProgress`. */
const PROGRESS_ROWS = 2000;

/**
 * Records as rows, numbered as Excel would place them: a quoted line break stays in its row, a blank line is a row.
 * `onProgress` hears how many characters are done.
 */
export const rowsOfText = (
  decoded: Decoded,
  chosenSeparator: Separator | null,
  onProgress?: (done: number) => void,
): Result<TextTable, TextFailure> => {
  const unmarked = decoded.text.startsWith('\uFEFF') ? decoded.text.slice(1) : decoded.text;
  // One kind of line end, also that of old Macs and the vertical tab of databases.
  const lines = /[\r\v]/.test(unmarked) ? unmarked.replace(/\r\n?|\v/g, '\n') : unmarked;
  const hint = /^"?sep=(.)"?\n/i.exec(lines);
  const text = lines.slice(hint?.[0].length ?? 0);
  const hinted = SEPARATORS.find((separator) => separator === hint?.[1]);
  const separator = chosenSeparator ?? hinted ?? detectSeparator(text);
  const rows: RawRow[] = [];
  const budget = new Budget();
  let row = 0;
  try {
    parseRecords(text, separator, (record, end) => {
      row += 1;
      if (row % PROGRESS_ROWS === 0) onProgress?.(end);
      if (record.length > MAX_COLUMNS) throw new ReadStop('TOO_MANY_CELLS');
      const cells = record.map(textCell);
      while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
      if (cells.length === 0) return true;
      budget.take(1, cells.length);
      rows.push({ row, cells, hidden: false });
      return true;
    });
    budget.checkExtent(rows.length, extentOf(rows).width);
  } catch (error) {
    if (error instanceof ReadStop) return failed({ code: error.code, line: null });
    throw error;
  }
  return ok({
    rows,
    format: { encoding: decoded.encoding, separator, encodingGuessed: decoded.guessed },
  });
};
