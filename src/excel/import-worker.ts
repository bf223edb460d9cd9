import type { Change } from '#core/history/change-set.ts';
import {
  createImportSession,
  type ImportProgress,
  type InventoryPiece,
  type LinesRequest,
  type PlanRequest,
  type ReadRequest,
  type RemapRequest,
} from './import-session.ts';

export type ImportRequest =
  | ({ readonly kind: 'read' } & ReadRequest)
  | ({ readonly kind: 'inventory' } & InventoryPiece)
  | ({ readonly kind: 'remap' } & RemapRequest)
  | ({ readonly kind: 'plan' } & PlanRequest)
  | ({ readonly kind: 'lines' } & LinesRequest)
  | { readonly kind: 'detail'; readonly key: string }
  | { readonly kind: 'changes' }
  | { readonly kind: 'mendList' };

/** Any number of `progress` and `changes`, then one `done` or `failed`; all with the number of the request. */
export type ImportMessage = { readonly request: number } & (
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly detail: string }
);

/** So many changes travel at once: taking them in costs the window a few milliseconds. */
const CHANGES_AT_ONCE = 250;

let current = 0;
const post = (message: ImportMessage): void => self.postMessage(message);
const session = createImportSession((progress) => post({ request: current, kind: 'progress', progress }));

const answerTo = async (request: ImportRequest, number: number): Promise<unknown> => {
  switch (request.kind) {
    case 'read':
      return session.read(request);
    case 'inventory':
      return session.inventory(request);
    case 'remap':
      return session.remap(request);
    case 'plan':
      return session.plan(request);
    case 'lines':
      return session.lines(request);
    case 'detail':
      return session.detail(request.key);
    case 'changes':
      for (const changes of session.changes(CHANGES_AT_ONCE))
        post({ request: number, kind: 'changes', changes });
      return null;
    case 'mendList':
      return session.mendList();
  }
};

self.onmessage = async ({
  data: { number, request },
}: MessageEvent<{ readonly number: number; readonly request: ImportRequest }>): Promise<void> => {
  current = number;
  try {
    post({ request: number, kind: 'done', value: await answerTo(request, number) });
  } catch (error) {
    post({
      request: number,
      kind: 'failed',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
};
