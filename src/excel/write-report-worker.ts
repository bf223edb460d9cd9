import type { Device } from '#core/inventory/device.ts';
import { buildReport } from '#core/report/build-report.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { joinRequest, reportInputOf, type ReportMessage, type ReportRequest } from './report-request.ts';
import { writeWorkbook, type WriteProgress } from './write/write-workbook.ts';

/** What the worker answers: how far it is, then the bytes, handed over without a copy, or why there are none. */
export type WriteReportAnswer =
  | { readonly kind: 'progress'; readonly progress: WriteProgress }
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly detail: string };

const tell = (progress: WriteProgress): void =>
  self.postMessage({ kind: 'progress', progress } satisfies WriteReportAnswer);

const answerTo = async (request: ReportRequest): Promise<WriteReportAnswer> => {
  try {
    return {
      kind: 'written',
      bytes: await writeWorkbook(buildReport(reportInputOf(request), REPORT_TEXTS), tell),
    };
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
};

const devices: Device[] = [];

self.onmessage = async ({ data }: MessageEvent<ReportMessage>): Promise<void> => {
  if (data.kind === 'devices') {
    devices.push(...data.devices);
    return;
  }
  const answer = await answerTo(joinRequest(data.request, devices));
  self.postMessage(answer, { transfer: answer.kind === 'written' ? [answer.bytes.buffer] : [] });
};
