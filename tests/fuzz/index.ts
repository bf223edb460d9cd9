import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { makeCorpus } from './corpus.ts';
import { makeMutant } from './mutate.ts';
import type { CaseAnswer, CaseRequest } from './worker.ts';

const CASE_LIMIT_MS = 10_000;
/** The promise of the import, with the few files that Node itself brings. */
const MEMORY_MB = 1024;

export type FuzzOptions = {
  readonly seed: number;
  readonly firstCase: number;
  readonly cases: number;
  readonly seconds: number;
  /** The bundled `worker.ts`. */
  readonly worker: URL;
  /** Where files that break something are kept. */
  readonly folder: string;
};
export type FuzzReport = {
  readonly ran: number;
  /** How often each outcome came about: `read`, `refused DAMAGED`, `crash`, `hang`, `mute`. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly slowestMs: number;
  readonly slowestCase: number;
  readonly failures: readonly string[];
};

type Runner = {
  readonly run: (request: CaseRequest) => Promise<CaseAnswer | { kind: 'hang' }>;
  readonly end: () => Promise<unknown>;
};

/** A worker that is started anew after it had to be ended. */
const makeRunner = (url: URL): Runner => {
  let worker: Worker | null = null;
  return {
    run: (request) =>
      new Promise((resolve) => {
        const current = (worker ??= new Worker(url, {
          resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
        }));
        const settle = (answer: CaseAnswer | { kind: 'hang' }, keep: boolean): void => {
          clearTimeout(timer);
          current.off('message', onMessage).off('error', onError);
          if (!keep) {
            worker = null;
            void current.terminate();
          }
          resolve(answer);
        };
        const timer = setTimeout(() => settle({ kind: 'hang' }, false), CASE_LIMIT_MS);
        const onMessage = (answer: CaseAnswer): void => settle(answer, true);
        // Out of memory, or a promise that nobody waited for.
        const onError = (error: unknown): void => settle({ kind: 'crash', detail: String(error) }, false);
        current.once('message', onMessage).once('error', onError);
        current.postMessage(request);
      }),
    end: async () => worker?.terminate(),
  };
};

/** Runs the cases one after the other until they or the time are used up. */
export const fuzz = async (options: FuzzOptions): Promise<FuzzReport> => {
  const corpus = await makeCorpus();
  const runner = makeRunner(options.worker);
  const outcomes = new Map<string, number>();
  const failures: string[] = [];
  const end = performance.now() + options.seconds * 1000;
  let ran = 0;
  let slowestMs = 0;
  let slowestCase = 0;
  for (let number = options.firstCase; ran < options.cases && performance.now() < end; number += 1) {
    const { name, how, bytes } = makeMutant(corpus, options.seed, number);
    const start = performance.now();
    const answer = await runner.run({ bytes, name });
    const took = performance.now() - start;
    ran += 1;
    if (took > slowestMs) [slowestMs, slowestCase] = [took, number];
    const key = answer.kind === 'refused' ? `refused ${answer.code}` : answer.kind;
    outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    if (answer.kind === 'read' || answer.kind === 'refused') continue;
    mkdirSync(options.folder, { recursive: true });
    const file = join(options.folder, `${options.seed}-${number}-${name}`);
    writeFileSync(file, bytes);
    failures.push(
      `${answer.kind}: seed ${options.seed}, case ${number} (${how} of ${name}), ${file}\n${'detail' in answer ? answer.detail : ''}`,
    );
  }
  await runner.end();
  return { ran, outcomes, slowestMs, slowestCase, failures };
};
