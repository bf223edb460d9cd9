import { buildReport } from '#core/report/build-report.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { reportInputOf, type ReportRequest } from './report-request.ts';
import { writeWorkbook } from './write/write-workbook.ts';

/** What the worker answers: the bytes, handed over without a copy, or why there are none. */
export type WriteReportAnswer =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly detail: string };

const answerTo = async (request: ReportRequest): Promise<WriteReportAnswer> => {
  try {
    return { ok: true, bytes: await writeWorkbook(buildReport(reportInputOf(request), REPORT_TEXTS)) };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
};

self.onmessage = async ({ data }: MessageEvent<ReportRequest>): Promise<void> => {
  const answer = await answerTo(data);
  self.postMessage(answer, { transfer: answer.ok ? [answer.bytes.buffer] : [] });
};
