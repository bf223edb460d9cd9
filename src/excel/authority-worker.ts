import type { WorkbookInput } from '#core/authority/workbook/build-authority-workbook.ts';
import { createAuthoritySession, type CompareProgress, type ReadAuthorityFile } from './authority-session.ts';

export type AuthorityRequest =
  | ({ readonly kind: 'read' } & ReadAuthorityFile)
  | { readonly kind: 'remove'; readonly ids: readonly number[] }
  | { readonly kind: 'compare' }
  | { readonly kind: 'csvSet' }
  | { readonly kind: 'workbook'; readonly input: WorkbookInput };

/** Any number of `progress`, then one `done` or `failed`; all with the number of the request. */
export type AuthorityMessage = { readonly request: number } & (
  | { readonly kind: 'progress'; readonly progress: CompareProgress }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly detail: string }
);

let current = 0;
const post = (message: AuthorityMessage, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });
const session = createAuthoritySession((progress) => post({ request: current, kind: 'progress', progress }));

const answerTo = (request: AuthorityRequest): unknown => {
  switch (request.kind) {
    case 'read':
      return session.read(request);
    case 'remove':
      return session.remove(request.ids);
    case 'compare':
      return session.compare();
    case 'csvSet':
      return session.csvSet();
    case 'workbook':
      return session.workbook(request.input);
  }
};

self.onmessage = async ({
  data: { number, request },
}: MessageEvent<{ readonly number: number; readonly request: AuthorityRequest }>): Promise<void> => {
  current = number;
  try {
    const value = await answerTo(request);
    post(
      { request: number, kind: 'done', value },
      value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
    );
  } catch (error) {
    post({ request: number, kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
};
