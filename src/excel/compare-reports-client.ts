import { failed } from '#core/shared/result.ts';
import type { CompareAnswers, CompareRequest } from './compare-reports-worker.ts';

/**
 * Reads and compares reports in a worker of its own: reading two of 1,000 devices takes about a second.
 *
 * @param signal gives it up; the promise then never settles
 * @returns what was asked for, or a sentence that says why there is none
 */
export const compareInWorker = <Kind extends CompareRequest['kind']>(
  request: Extract<CompareRequest, { readonly kind: Kind }>,
  signal?: AbortSignal,
): Promise<CompareAnswers[Kind]> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./compare-reports-worker.ts', import.meta.url), { type: 'module' });
    signal?.addEventListener('abort', () => worker.terminate());
    const finish = (answer: CompareAnswers[Kind]): void => {
      worker.terminate();
      resolve(answer);
    };
    worker.onmessage = ({ data }: MessageEvent<CompareAnswers[Kind]>) => finish(data);
    worker.onerror = ({ message }) => finish(failed(message));
    worker.onmessageerror = () => finish(failed('messageerror'));
    worker.postMessage(request);
  });
