import { buildReport } from '#core/report/build-report.ts';
import type { ReportInput } from '#core/report/report-input.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { writeWorkbook } from './write/write-workbook.ts';

/** What the worker answers: the bytes, handed over without a copy, or why there are none. */
export type WriteReportAnswer =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly detail: string };

const answerTo = async (input: ReportInput): Promise<WriteReportAnswer> => {
  try {
    return { ok: true, bytes: await writeWorkbook(buildReport(input, REPORT_TEXTS)) };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
};

self.onmessage = async ({ data }: MessageEvent<ReportInput>): Promise<void> => {
  const answer = await answerTo(data);
  self.postMessage(answer, { transfer: answer.ok ? [answer.bytes.buffer] : [] });
};
