import { failed, ok, type Result } from '#core/shared/result.ts';
import { requestParts, type ReportRequest } from './report-request.ts';
import type { WriteReportAnswer } from './write-report-worker.ts';
import type { WriteProgress } from './write/write-workbook.ts';

export type WriteReportFailure =
  { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly detail: string };
export type WriteReportOptions = {
  readonly onProgress?: (progress: WriteProgress) => void;
  /** Aborted: the worker is ended at once, in the middle of its work, and nothing is left of it. */
  readonly signal?: AbortSignal;
};

/**
 * Writes the report in a worker of its own, so that the window stays free: 10,000 devices take some seconds.
 *
 * @returns the bytes of the workbook; or that it was cancelled, or what went wrong, for the curious
 */
export const writeReportInWorker = (
  request: ReportRequest,
  { onProgress = () => undefined, signal }: WriteReportOptions = {},
): Promise<Result<Uint8Array, WriteReportFailure>> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve(failed({ kind: 'cancelled' }));
      return;
    }
    const worker = new Worker(new URL('./write-report-worker.ts', import.meta.url), { type: 'module' });
    const cancel = (): void => finish(failed({ kind: 'cancelled' }));
    const finish = (result: Result<Uint8Array, WriteReportFailure>): void => {
      worker.terminate();
      signal?.removeEventListener('abort', cancel);
      resolve(result);
    };
    const fail = (detail: string): void => finish(failed({ kind: 'failed', detail }));
    signal?.addEventListener('abort', cancel);
    worker.onmessage = ({ data }: MessageEvent<WriteReportAnswer>) => {
      if (data.kind === 'progress') onProgress(data.progress);
      else if (data.kind === 'written') finish(ok(data.bytes));
      else fail(data.detail);
    };
    worker.onerror = ({ message }) => fail(message);
    worker.onmessageerror = () => fail('messageerror');
    const parts = requestParts(request)[Symbol.iterator]();
    const postNext = (): void => {
      const { value, done } = parts.next();
      if (done === true || signal?.aborted === true) return;
      worker.postMessage(value);
      setTimeout(postNext);
    };
    postNext();
  });
