import type { RawBook, ReadFailure, ReadFailureCode, Separator, TextEncoding } from '#core/import/types.ts';
import type { IssueParams } from '#core/shared/issue.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { openPackage } from './open-package.ts';
import { readOds } from './read-ods.ts';
import { MAX_CELLS, MAX_ROWS, type ReadProgress } from './read-stop.ts';
import { decodeText, rowsOfText, type Decoded } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';

export const MAX_FILE_BYTES = 50 * 1024 * 1024;
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

export type { ReadProgress } from './read-stop.ts';

export type ReadOptions = {
  /** For text files; null = find out. */
  readonly encoding: TextEncoding | null;
  readonly separator: Separator | null;
};
export const DEFAULT_READ_OPTIONS: ReadOptions = { encoding: null, separator: null };

const LIMITS: IssueParams = { maxRows: MAX_ROWS, maxCells: MAX_CELLS, maxBytes: MAX_UNPACKED_BYTES };

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const indexOfBytes = (bytes: Uint8Array, wanted: Uint8Array): number => {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
};

const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));

/** Names in the directory of an OLE container. */
const ENCRYPTED_STREAM = utf16('EncryptedPackage');
const OLD_WORKBOOK_STREAMS = [utf16('Workbook'), utf16('Book')];

const isOle = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
/** With the bytes behind the letters: a list may begin with a column `PK`. */
const isZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6);

/** Whether the bytes are a spreadsheet file of any kind, not a text. */
export const isWorkbook = (bytes: Uint8Array): boolean => isZip(bytes) || isOle(bytes);

/** PDF, PNG, JPEG, GIF, RTF, gzip, 7z: files that people pick by mistake. */
const isOtherKnownFormat = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x25, 0x50, 0x44, 0x46) ||
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  startsWith(bytes, 0xff, 0xd8, 0xff) ||
  startsWith(bytes, 0x47, 0x49, 0x46, 0x38) ||
  startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66) ||
  startsWith(bytes, 0x1f, 0x8b) ||
  startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf);

const sheetNameOf = (fileName: string): string => fileName.replace(/\.[^.]+$/, '') || fileName;

/**
 * Reads any list that a school keeps: .xlsx, .xlsm, .ods, .csv, .tsv, .txt. What it is is decided by the bytes, not by
 * the name. Nothing is interpreted here; that is the work of `core/import`.
 *
 * @param fileName names the sheet of a text file and stands in every failure
 * @param onProgress is called for every few megabytes
 * @returns the sheets with their raw cells, or why the file cannot be read
 */
export const readList = (
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = DEFAULT_READ_OPTIONS,
  onProgress?: (progress: ReadProgress) => void,
): Result<RawBook, ReadFailure> => {
  const fail = (
    code: ReadFailureCode,
    params: IssueParams = {},
    sheet: string | null = null,
  ): { readonly ok: false; readonly error: ReadFailure } => failed({ code, fileName, sheet, params });
  if (bytes.length === 0) return fail('EMPTY_FILE');
  if (bytes.length > MAX_FILE_BYTES)
    return fail('TOO_LARGE', { bytes: bytes.length, maxBytes: MAX_FILE_BYTES });
  if (isOle(bytes)) {
    if (indexOfBytes(bytes, ENCRYPTED_STREAM) >= 0) return fail('ENCRYPTED');
    const isOldExcel = OLD_WORKBOOK_STREAMS.some((name) => indexOfBytes(bytes, name) >= 0);
    return fail(isOldExcel ? 'OLD_EXCEL' : 'NOT_A_WORKBOOK');
  }
  if (isZip(bytes)) {
    const opened = openPackage(bytes, MAX_UNPACKED_BYTES);
    if (!opened.ok)
      return fail(opened.error.code, {
        bytes: opened.error.unpackedBytes,
        maxBytes: MAX_UNPACKED_BYTES,
      });
    const pack = opened.value;
    const isOds = pack.paths.includes('content.xml');
    const sheets = isOds ? readOds(pack, onProgress) : readXlsx(pack, onProgress);
    if (!sheets.ok) return fail(sheets.error.code, LIMITS, sheets.error.sheet);
    if (sheets.value.every((sheet) => sheet.rows.length === 0)) return fail('NO_ROWS');
    return ok({
      fileName,
      format: isOds ? 'ods' : 'xlsx',
      sheets: sheets.value,
      textFormat: null,
    });
  }
  if (isOtherKnownFormat(bytes) || /\.(xlsx|xlsm|xlsb|ods|pdf|docx?|zip)$/i.test(fileName))
    return fail('NOT_A_WORKBOOK');
  const decoded = decodeText(bytes, options.encoding);
  if (!decoded.ok) return fail(decoded.error.code, { line: decoded.error.line });
  return readDecoded(decoded.value, fileName, options.separator, onProgress);
};

/** Web pages and the XML of 2003 that programs like to call ".xls": Excel opens both and saves them as .xlsx. */
const isOldMarkup = (start: string): boolean =>
  start.startsWith('<html') ||
  start.startsWith('<!doctype html') ||
  start.startsWith('<table') ||
  (start.startsWith('<?xml') && /<html|urn:schemas-microsoft-com:office:spreadsheet/.test(start));

/** Control characters are what tells a binary file from a text. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/g;

const readDecoded = (
  decoded: Decoded,
  fileName: string,
  separator: Separator | null,
  onProgress?: (progress: ReadProgress) => void,
): Result<RawBook, ReadFailure> => {
  const fail = (code: ReadFailureCode, params: IssueParams = {}): Result<RawBook, ReadFailure> =>
    failed({ code, fileName, sheet: null, params });
  const start = decoded.text
    .slice(0, 2000)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (isOldMarkup(start)) return fail('OLD_EXCEL');
  if (/^<(\?xml|!doctype|svg)/.test(start)) return fail('NOT_A_WORKBOOK');
  const sample = decoded.text.slice(0, 20_000);
  if ((sample.match(CONTROL)?.length ?? 0) > Math.max(1, sample.length / 200)) return fail('NOT_A_WORKBOOK');
  // A few strays (the Ctrl Z at the end of a DOS file, zeros after a crash) hide no value.
  const text = decoded.text.replace(CONTROL, '');
  const table = rowsOfText({ ...decoded, text }, separator, (done) =>
    onProgress?.({ done, of: text.length, what: sheetNameOf(fileName) }),
  );
  if (!table.ok) return fail(table.error.code, { ...LIMITS, line: table.error.line });
  if (table.value.rows.length === 0) return fail('NO_ROWS');
  return ok({
    fileName,
    format: 'text',
    textFormat: table.value.format,
    sheets: [
      {
        name: sheetNameOf(fileName),
        hidden: false,
        rows: table.value.rows,
        hiddenColumns: [],
        merges: [],
      },
    ],
  });
};

/** A block copied from Excel: text with tabs, as the clipboard hands it over. */
export const readPastedText = (text: string, name: string): Result<RawBook, ReadFailure> => {
  const fail = (code: ReadFailureCode, params: IssueParams = {}): Result<RawBook, ReadFailure> =>
    failed({ code, fileName: name, sheet: null, params });
  if (text.trim() === '') return fail('EMPTY_FILE');
  if (text.length > MAX_FILE_BYTES)
    return fail('TOO_LARGE', { bytes: text.length, maxBytes: MAX_FILE_BYTES });
  return readDecoded({ text, encoding: 'utf-8', guessed: false }, name, text.includes('\t') ? '\t' : null);
};
