import type { Steps } from '#core/shared/steps.ts';
import { textOfState } from './backup-format.ts';
import type { EncodeAnswer, EncodeRequest } from './backup-worker.ts';
import { factsOf, type Encoder } from './encoder.ts';
import { encodeLine, textOfSet } from './journal-format.ts';

/** Shorter texts are done before a worker would have been asked. */
const WORKER_FROM_CHARS = 32 * 1024;
/** Pieces of some hundred objects; so many travel at once, the window draws in between. */
const PIECES_AT_ONCE = 8;

/**
 * Makes the bytes of large sets and of backups in a worker, from text that is made a few milliseconds at a time.
 *
 * @param runSteps runs the steps with pauses in between
 */
export const workerEncoder = (runSteps: <Value>(steps: Steps<Value>) => Promise<Value>): Encoder => {
  let worker: Worker | null = null;
  /** The worker does one job after the other. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(run: () => Promise<Value>): Promise<Value> => {
    const result = last.then(run);
    last = result.catch(() => undefined);
    return result;
  };
  const openWorker = (): Worker =>
    (worker ??= new Worker(new URL('./backup-worker.ts', import.meta.url), { type: 'module' }));
  const ask = (
    pieces: readonly string[],
    job: Exclude<EncodeRequest, { readonly kind: 'text' }>,
  ): Promise<Uint8Array> =>
    inTurn(async () => {
      const active = openWorker();
      // Listened to from the first moment: one that cannot even be loaded says so at once.
      const answered = new Promise<Uint8Array>((resolve, reject) => {
        const giveUp = (detail: string): void => {
          // Whatever is left in it must not get into the next job.
          active.terminate();
          worker = null;
          reject(new Error(detail));
        };
        active.onmessage = ({ data }: MessageEvent<EncodeAnswer>) =>
          data.kind === 'done' ? resolve(data.bytes) : giveUp(data.detail);
        active.onerror = ({ message }) => giveUp(message);
      });
      answered.catch(() => undefined);
      const post = (request: EncodeRequest): void => active.postMessage(request);
      for (let at = 0; at < pieces.length; at += PIECES_AT_ONCE) {
        post({ kind: 'text', pieces: pieces.slice(at, at + PIECES_AT_ONCE) });
        await new Promise((resolve) => setTimeout(resolve));
      }
      post(job);
      return answered;
    });
  return {
    line: async (set, dataKey) => {
      const text = await runSteps(textOfSet(set));
      return text.length < WORKER_FROM_CHARS
        ? encodeLine(set.seq, text, dataKey)
        : ask([text], { kind: 'line', seq: set.seq, dataKey });
    },
    backup: async (state, about, dataKey) =>
      ask(await runSteps(textOfState(state)), { kind: 'backup', facts: factsOf(state, about), dataKey }),
  };
};
