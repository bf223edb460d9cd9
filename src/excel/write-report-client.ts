import { failed, ok, type Result } from '#core/shared/result.ts';
import type { ReportRequest } from './report-request.ts';
import type { WriteReportAnswer } from './write-report-worker.ts';

/**
 * Writes the report in a worker of its own, so that the window stays free: 10,000 devices take some seconds.
 *
 * @returns the bytes of the workbook, or what went wrong, for the curious
 */
export const writeReportInWorker = (request: ReportRequest): Promise<Result<Uint8Array, string>> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./write-report-worker.ts', import.meta.url), { type: 'module' });
    const finish = (result: Result<Uint8Array, string>): void => {
      worker.terminate();
      resolve(result);
    };
    worker.onmessage = ({ data }: MessageEvent<WriteReportAnswer>) =>
      finish(data.ok ? ok(data.bytes) : failed(data.detail));
    worker.onerror = ({ message }) => finish(failed(message));
    worker.onmessageerror = () => finish(failed('messageerror'));
    worker.postMessage(request);
  });
