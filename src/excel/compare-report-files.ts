import { buildSheet } from '#core/report/build-report.ts';
import { changeGroups, type ChangeGroup } from '#core/report/changes/change-groups.ts';
import { compareReports, type GapSums, type ReportState } from '#core/report/changes/compare-reports.ts';
import type { PageSheet, TableSheet } from '#core/report/report-model.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { CHANGE_TEXTS } from '#texts/report-changes.ts';
import { reportReadFailureText } from '#texts/report-reading.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { readReport } from './read-report.ts';
import { reportInputOf, type ReportRequest } from './report-request.ts';

export type ReportBytes = { readonly fileName: string; readonly bytes: Uint8Array };

/** Two reports side by side, in words: light enough to be handed to the window. */
export type ReportComparison = {
  readonly before: Pick<ReportState, 'asOf' | 'stage'>;
  readonly after: Pick<ReportState, 'asOf' | 'stage'>;
  readonly sums: GapSums;
  readonly groups: readonly ChangeGroup[];
};

const stateIn = ({ fileName, bytes }: ReportBytes): Result<ReportState, string> => {
  const read = readReport(bytes, fileName);
  return read.ok ? ok(read.value.data) : failed(reportReadFailureText(fileName, read.error));
};

/**
 * Compares a report with a later one, or with today's state.
 *
 * @returns what changed, or a sentence that says which file cannot be used and what to do
 */
export const compareReportFiles = (
  before: ReportBytes,
  after: ReportBytes | ReportState,
): Result<ReportComparison, string> => {
  const then = stateIn(before);
  if (!then.ok) return then;
  const now = 'bytes' in after ? stateIn(after) : ok(after);
  if (!now.ok) return now;
  const changes = compareReports(then.value, now.value);
  if (!changes.ok) return failed(CHANGE_TEXTS.otherSchool(changes.error.before, changes.error.after));
  return ok({
    before: { asOf: then.value.asOf, stage: then.value.stage },
    after: { asOf: now.value.asOf, stage: now.value.stage },
    sums: changes.value.sums,
    groups: changeGroups(changes.value, then.value, now.value, REPORT_TEXTS),
  });
};

/** „Änderungen“ as it would stand in the report, for the preview. */
export const changesSheetFor = (request: ReportRequest): TableSheet | PageSheet =>
  buildSheet(reportInputOf(request), REPORT_TEXTS, 'changes');

/** When the report in that file was written, by its own data: tells it apart from all others. */
export const writtenAtOf = ({ fileName, bytes }: ReportBytes): Result<string, string> => {
  const read = readReport(bytes, fileName);
  return read.ok ? ok(read.value.data.writtenAt) : failed(reportReadFailureText(fileName, read.error));
};
