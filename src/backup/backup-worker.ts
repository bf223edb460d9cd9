import { encodeBackup } from './backup-format.ts';
import type { DataKey } from './data-key.ts';
import type { BackupFacts } from './encoder.ts';
import { encodeLine } from './journal-format.ts';

/** `text` comes first, any number of times; the job that follows takes all of it. */
export type EncodeRequest =
  | { readonly kind: 'text'; readonly pieces: readonly string[] }
  | { readonly kind: 'line'; readonly seq: number; readonly dataKey: DataKey | null }
  | { readonly kind: 'backup'; readonly facts: BackupFacts; readonly dataKey: DataKey | null };
export type EncodeAnswer =
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly detail: string };

let pieces: string[] = [];

const encode = (request: Exclude<EncodeRequest, { readonly kind: 'text' }>): Promise<Uint8Array> => {
  const text = pieces;
  pieces = [];
  return request.kind === 'line'
    ? encodeLine(request.seq, text.join(''), request.dataKey)
    : encodeBackup(text, request.facts, request.dataKey);
};

self.onmessage = ({ data }: MessageEvent<EncodeRequest>): void => {
  if (data.kind === 'text') {
    pieces.push(...data.pieces);
    return;
  }
  encode(data).then(
    (bytes) => {
      const answer: EncodeAnswer = { kind: 'done', bytes };
      self.postMessage(answer, { transfer: [bytes.buffer] });
    },
    (error: unknown) => {
      const answer: EncodeAnswer = { kind: 'failed', detail: String(error) };
      self.postMessage(answer);
    },
  );
};
