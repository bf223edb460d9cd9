import Papa from 'papaparse';
import {
  SEPARATORS,
  type RawCell,
  type RawRow,
  type Separator,
  type TextEncoding,
  type TextFormat,
} from '#core/import/types.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';

export type TextFailure = {
  readonly code: 'WRONG_ENCODING' | 'NOT_A_WORKBOOK' | 'TOO_MANY_ROWS';
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
  return mac > windows ? 'macintosh' : 'windows-1252';
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

type Decoded = { readonly text: string; readonly encoding: TextEncoding; readonly guessed: boolean };

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
  if (bytes.includes(0)) return failed({ code: 'NOT_A_WORKBOOK', line: null });
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return ok({ text: utf8, encoding: 'utf-8', guessed: false });
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

/** How evenly a separator divides the first records: their share with the most frequent number of fields above one. */
const evenness = (text: string, separator: Separator): { share: number; fields: number } => {
  const records = Papa.parse<string[]>(text, { delimiter: separator, preview: 60 }).data.filter((record) =>
    record.some((field) => field.trim() !== ''),
  );
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = { share: 0, fields: 1 };
  for (const [fields, count] of counts) {
    const share = count / Math.max(records.length, 1);
    if (share > best.share || (share === best.share && fields > best.fields)) best = { share, fields };
  }
  return best;
};

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
  const formula = /^="([^"]*)"$/.exec(field);
  return formula === null ? field.replace(/\r\n?/g, '\n') : (formula[1] ?? null) || null;
};

export type TextTable = { readonly rows: readonly RawRow[]; readonly format: TextFormat };

/** Records as rows, numbered as Excel would place them: a quoted line break stays in its row, a blank line is a row. */
export const rowsOfText = (
  decoded: Decoded,
  chosenSeparator: Separator | null,
  maxRows: number,
): Result<TextTable, TextFailure> => {
  const hint = /^\uFEFF?sep=(.)\r?\n/i.exec(decoded.text);
  const text = decoded.text.slice(hint?.[0].length ?? (decoded.text.startsWith('\uFEFF') ? 1 : 0));
  const hinted = SEPARATORS.find((separator) => separator === hint?.[1]);
  const separator = chosenSeparator ?? hinted ?? detectSeparator(text);
  const parsed = Papa.parse<string[]>(text, {
    delimiter: separator,
    skipEmptyLines: false,
    preview: maxRows + 2,
  });
  const rows: RawRow[] = [];
  for (const [index, record] of parsed.data.entries()) {
    const cells = record.map(textCell);
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    if (cells.length > 0) rows.push({ row: index + 1, cells, hidden: false });
  }
  if (rows.length > maxRows) return failed({ code: 'TOO_MANY_ROWS', line: null });
  return ok({
    rows,
    format: { encoding: decoded.encoding, separator, encodingGuessed: decoded.guessed },
  });
};
