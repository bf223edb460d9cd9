import type { Change } from '#core/history/change-set.ts';
import type { DetailEntry, PreviewLine } from '#core/import/plan/preview-lines.ts';
import type { TableMapping } from '#core/import/types.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type {
  ImportProgress,
  LinesRequest,
  PlanAnswer,
  PlanRequest,
  ReadAnswer,
  ReadRequest,
  RemapRequest,
} from './import-session.ts';
import type { ImportMessage, ImportRequest } from './import-worker.ts';

/** Reads and plans in a worker of its own, so that the window stays free and the work can be given up at any time. */
export type ImportWorker = {
  readonly read: (request: ReadRequest) => Promise<ReadAnswer>;
  readonly remap: (request: RemapRequest) => Promise<TableMapping>;
  /** Compares with the inventory; it is handed over again only when it is another one than last time. */
  readonly plan: (request: PlanRequest & { readonly inventory: Inventory }) => Promise<PlanAnswer>;
  readonly lines: (request: LinesRequest) => Promise<readonly PreviewLine[]>;
  readonly detail: (key: string) => Promise<readonly DetailEntry[]>;
  /** What taking the plan over changes, fetched piece by piece. */
  readonly changes: () => Promise<readonly Change[]>;
  readonly mendList: () => Promise<Uint8Array>;
  /** Stops at once, also in the middle of the work; open promises stay unanswered. */
  readonly close: () => void;
};

type Waiting = {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly changes: Change[];
};

/** So many devices travel at once; the window draws in between. */
const DEVICES_AT_ONCE = 1000;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export const openImportWorker = (onProgress: (progress: ImportProgress) => void): ImportWorker => {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const ask = <Answer>(request: ImportRequest): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject, changes: [] });
      worker.postMessage({ number: last, request });
    });
  worker.onmessage = ({ data }: MessageEvent<ImportMessage>) => {
    const asked = waiting.get(data.request);
    if (asked === undefined) return;
    switch (data.kind) {
      case 'progress':
        return onProgress(data.progress);
      case 'changes':
        asked.changes.push(...data.changes);
        return;
      case 'done':
        waiting.delete(data.request);
        // The worker answers each kind of request with its own kind of answer.
        return asked.resolve((data.value ?? asked.changes) as never);
      case 'failed':
        waiting.delete(data.request);
        return asked.reject(new Error(data.detail));
    }
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  let known: Inventory | null = null;
  let handing: Promise<void> = Promise.resolve();
  const handOver = async (inventory: Inventory): Promise<void> => {
    if (known === inventory) return;
    const { devices, ...start } = inventory;
    for (let from = 0; from === 0 || from < devices.length; from += DEVICES_AT_ONCE) {
      if (from > 0) await pause();
      void ask({
        kind: 'inventory',
        start: from === 0 ? start : null,
        devices: devices.slice(from, from + DEVICES_AT_ONCE),
      });
    }
    known = inventory;
  };
  return {
    read: (request) => ask({ kind: 'read', ...request }),
    remap: (request) => ask({ kind: 'remap', ...request }),
    plan: async ({ inventory, ...request }) => {
      // One after the other: pieces of two inventories would mix.
      handing = handing.then(() => handOver(inventory));
      await handing;
      return ask<PlanAnswer>({ kind: 'plan', ...request });
    },
    lines: (request) => ask({ kind: 'lines', ...request }),
    detail: (key) => ask({ kind: 'detail', key }),
    changes: () => ask({ kind: 'changes' }),
    mendList: () => ask({ kind: 'mendList' }),
    close: () => worker.terminate(),
  };
};
