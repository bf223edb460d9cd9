import type { ReportData } from '#core/report/report-data.ts';
import { ok, type Result } from '#core/shared/result.ts';
import { findEdits, type ReportEdits } from './edited-cells.ts';
import { readReport, type ReportReadFailure } from './read-report.ts';

export type CheckedReport = {
  readonly data: ReportData;
  /** What was changed by hand on the visible sheets; it does not count. null = a report of before says nothing about it. */
  readonly edits: ReportEdits | null;
};

/**
 * Reads a report and checks it: version, checksum, and what was changed by hand. Keeps nothing of the sheets, so that
 * hundreds can be read one after the other.
 *
 * @param bytes as for `readReport`
 */
export const checkReport = (
  bytes: Uint8Array,
  fileName: string,
): Result<CheckedReport, ReportReadFailure> => {
  const read = readReport(bytes, fileName);
  if (!read.ok) return read;
  const { data, book, seals } = read.value;
  return ok({ data, edits: seals === null ? null : findEdits(book, seals) });
};
