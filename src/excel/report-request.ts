import type { PreviousReport, ReportInput } from '#core/report/report-input.ts';
import type { Timestamp } from '#core/shared/iso-date.ts';
import { readReport } from './read-report.ts';

/** A report that was written before, as a file. */
export type ReportFile = {
  readonly fileName: string;
  readonly writtenAt: Timestamp;
  /** null = it is not there any more. */
  readonly bytes: Uint8Array | null;
};

/** What the worker is asked for: the earlier report goes there as bytes, because reading it takes longer than passing them. */
export type ReportRequest = Omit<ReportInput, 'previous'> & { readonly previous: ReportFile | null };

/** The report is written even where the one before cannot be read; its sheet then says so. */
export const reportInputOf = ({ previous, ...rest }: ReportRequest): ReportInput => ({
  ...rest,
  previous: previous === null ? null : previousReport(previous),
});

const previousReport = ({ fileName, writtenAt, bytes }: ReportFile): PreviousReport => {
  const read = bytes === null ? null : readReport(bytes, fileName);
  return { fileName, writtenAt, data: read?.ok === true ? read.value.data : null };
};
