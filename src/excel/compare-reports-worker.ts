import type { ReportState } from '#core/report/changes/compare-reports.ts';
import type { PageSheet, TableSheet } from '#core/report/report-model.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import {
  changesSheetFor,
  compareReportFiles,
  writtenAtOf,
  type ReportBytes,
  type ReportComparison,
} from './compare-report-files.ts';
import type { ReportRequest } from './report-request.ts';

export type CompareRequest =
  | { readonly kind: 'compare'; readonly before: ReportBytes; readonly after: ReportBytes | ReportState }
  | { readonly kind: 'sheet'; readonly request: ReportRequest }
  | { readonly kind: 'written-at'; readonly file: ReportBytes };

/** By the kind of the request. */
export type CompareAnswers = {
  readonly compare: Result<ReportComparison, string>;
  readonly sheet: Result<TableSheet | PageSheet, string>;
  readonly 'written-at': Result<string, string>;
};

const answerTo = (request: CompareRequest): CompareAnswers[CompareRequest['kind']] => {
  switch (request.kind) {
    case 'compare':
      return compareReportFiles(request.before, request.after);
    case 'sheet':
      return ok(changesSheetFor(request.request));
    case 'written-at':
      return writtenAtOf(request.file);
  }
};

self.onmessage = ({ data }: MessageEvent<CompareRequest>): void => {
  try {
    self.postMessage(answerTo(data));
  } catch (error) {
    self.postMessage(failed(error instanceof Error ? error.message : String(error)));
  }
};
