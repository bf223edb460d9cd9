import type { PlanAnswer, PlanRequest, ReadAnswer, ReadRequest, WorkerAnswer } from './import-worker.ts';

/** Reads and plans in a worker of its own, so that the window stays free and the work can be given up at any time. */
export type ImportWorker = {
  readonly read: (request: Omit<ReadRequest, 'kind'>) => Promise<ReadAnswer>;
  /** Of the list that was read last. */
  readonly plan: (request: Omit<PlanRequest, 'kind'>) => Promise<PlanAnswer>;
  /** Stops at once, also in the middle of the work; open promises stay unanswered. */
  readonly close: () => void;
};

export const openImportWorker = (): ImportWorker => {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const ask = <Answer>(request: ReadRequest | PlanRequest): Promise<Answer> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
        // The worker answers each kind of request with its own kind of answer.
        if (data.ok) resolve(data.value as Answer);
        else reject(new Error(data.detail));
      };
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(request);
    });
  return {
    read: (request) => ask<ReadAnswer>({ kind: 'read', ...request }),
    plan: (request) => ask<PlanAnswer>({ kind: 'plan', ...request }),
    close: () => worker.terminate(),
  };
};
