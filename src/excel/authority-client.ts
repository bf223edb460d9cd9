import type { WorkbookInput } from '#core/authority/workbook/build-authority-workbook.ts';
import type { Result } from '#core/shared/result.ts';
import type { ComparedReports, CompareProgress, ReadAuthorityFile, ReportHead } from './authority-session.ts';
import type { AuthorityMessage, AuthorityRequest } from './authority-worker.ts';

/** Reads reports and keeps them in a worker of its own, so that the window stays free. Every call rejects when the worker fails. */
export type AuthorityWorker = {
  readonly read: (file: ReadAuthorityFile) => Promise<Result<ReportHead, string>>;
  readonly remove: (ids: readonly number[]) => Promise<void>;
  /** Puts all reports together that were read. */
  readonly compare: () => Promise<ComparedReports>;
  readonly csvSet: () => Promise<Uint8Array>;
  readonly workbook: (input: WorkbookInput) => Promise<Uint8Array>;
  /** Ends it at once, with all that it has read; open promises stay unanswered. */
  readonly close: () => void;
};

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void };

export const openAuthorityWorker = (onProgress: (progress: CompareProgress) => void): AuthorityWorker => {
  const worker = new Worker(new URL('./authority-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const ask = <Answer>(request: AuthorityRequest, transfer: Transferable[] = []): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ number: last, request }, transfer);
    });
  worker.onmessage = ({ data }: MessageEvent<AuthorityMessage>) => {
    if (data.kind === 'progress') return onProgress(data.progress);
    const asked = waiting.get(data.request);
    waiting.delete(data.request);
    // The worker answers each kind of request with its own kind of answer.
    if (data.kind === 'done') return asked?.resolve(data.value as never);
    return asked?.reject(new Error(data.detail));
  };
  const failAll = (message: string): void => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  worker.onerror = ({ message }) => failAll(message);
  worker.onmessageerror = () => failAll('messageerror');
  return {
    read: (file) => ask({ kind: 'read', ...file }),
    remove: (ids) => ask({ kind: 'remove', ids }),
    compare: () => ask({ kind: 'compare' }),
    csvSet: () => ask({ kind: 'csvSet' }),
    workbook: (input) => ask({ kind: 'workbook', input }),
    close: () => worker.terminate(),
  };
};
