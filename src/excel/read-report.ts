import type { RawBook, ReadFailure } from '#core/import/types.ts';
import { parseReportData, type ReportData, type ReportDataFailure } from '#core/report/report-data.ts';
import { parseSeals, type SheetSeal } from '#core/report/seal.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { readList } from './read/read-list.ts';

/** A report of ours as it was read back: its data, and every sheet as it stands in the file now. */
export type ReadReport = {
  readonly data: ReportData;
  readonly book: RawBook;
  /** What was written on the visible sheets; null in reports of before. */
  readonly seals: readonly SheetSeal[] | null;
};

/** The file cannot be read at all, or it is no report, or its hidden sheet is not what was written. */
export type ReportReadFailure =
  | { readonly kind: 'unreadable'; readonly failure: ReadFailure }
  | { readonly kind: 'data'; readonly failure: ReportDataFailure };

/**
 * Reads a report through its hidden data sheet; what people see or have changed on the other sheets does not count.
 *
 * @param bytes an .xlsx as the app wrote it, or as a spreadsheet program saved it again (.xlsx, .ods)
 * @param fileName stands in failures
 */
export const readReport = (bytes: Uint8Array, fileName: string): Result<ReadReport, ReportReadFailure> => {
  const book = readList(bytes, fileName);
  if (!book.ok) return failed({ kind: 'unreadable', failure: book.error });
  const hidden = book.value.sheets.find(({ name }) => name === REPORT_TEXTS.sheets.data.name);
  const rows = (hidden?.rows ?? []).map(({ cells }) => cells);
  const data = parseReportData(rows);
  if (!data.ok) return failed({ kind: 'data', failure: data.error });
  const seals = rows.slice(1).map(([, part]) => (typeof part === 'string' ? part : ''));
  return ok({ data: data.value, book: book.value, seals: parseSeals(seals.join('')) });
};
