import type { ChangeSet } from '#core/history/change-set.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import type { AppendOptions } from '#storage/storage.ts';
import type { CommitFailure, CommitOptions, SaveFailureCode, SaveStatus } from './app-state.ts';

export type Outcome = Result<ChangeSet, CommitFailure>;

/** One of the two places that each change set goes to. Both accept the same set twice and keep the order. */
export type SavePlace = {
  readonly append: (
    set: ChangeSet,
    options: AppendOptions,
  ) => Promise<Result<null, SaveFailureCode | 'cancelled'>>;
};

export type QueueEntry = {
  readonly set: ChangeSet;
  readonly options: CommitOptions;
  /** Makes memory what it was before the set; only while no other has followed. */
  readonly takeBack: () => void;
};

export type SaveQueueOptions = {
  readonly database: SavePlace;
  /** null: there is none, where only the database is written. */
  readonly journal: SavePlace | null;
  readonly onStatus: (
    status: Exclude<SaveStatus, { kind: 'saved' | 'read-only' }> | { readonly kind: 'saved' },
  ) => void;
  /** Told when both places have a set. */
  readonly onSaved: (set: ChangeSet) => void;
  readonly retryMs?: number;
};

export type SaveQueue = {
  /** Resolves when both places have acknowledged the set, or one of them has refused it; it stays queued then. */
  readonly add: (entry: QueueEntry) => Promise<Outcome>;
  readonly retry: () => Promise<void>;
  readonly sets: () => readonly ChangeSet[];
  readonly whenSettled: () => Promise<void>;
  /** Answers whoever waits; nothing is written from here on. */
  readonly close: () => void;
};

type Waiting = QueueEntry & {
  /** Answers the caller; later calls do nothing, so that a set that failed once may still be saved by a retry. */
  readonly settle: (outcome: Outcome) => void;
  isAnswered: boolean;
  isTakenBack: boolean;
  readonly addedAt: number;
  /** When each place acknowledged it. */
  readonly doneAt: { database?: number; journal?: number };
};

type Place = {
  readonly name: 'database' | 'journal';
  readonly append: SavePlace['append'];
  /** The last set that the place has acknowledged. */
  doneSeq: number;
  failure: SaveFailureCode | null;
  isBusy: boolean;
};

/** For whoever measures: how long the last save took, and when each place had it (the browser's own time line). */
export const SAVE_MEASURE = 'save';
const measureSave = ({ addedAt, doneAt }: Waiting): void => {
  performance.clearMeasures(SAVE_MEASURE);
  performance.measure(SAVE_MEASURE, { start: addedAt, detail: doneAt });
};

/** By itself after a while: the stick is back, the disk has room again. */
const RETRY_MS = 5000;

/**
 * Brings each change set to the database and to the journal, each in order and neither waiting for the other: while one of
 * them fails, the other one still gets what follows. A set is saved when both have it.
 */
export const createSaveQueue = ({
  database,
  journal,
  onStatus,
  onSaved,
  retryMs = RETRY_MS,
}: SaveQueueOptions): SaveQueue => {
  const entries: Waiting[] = [];
  const place = (name: Place['name'], { append }: SavePlace): Place => ({
    name,
    append,
    doneSeq: 0,
    failure: null,
    isBusy: false,
  });
  const toDatabase = place('database', database);
  const places = journal === null ? [toDatabase] : [toDatabase, place('journal', journal)];
  let settledListeners: (() => void)[] = [];
  let retryTimer: ReturnType<typeof setTimeout> | null = null;
  let isClosed = false;

  const isBusy = (): boolean => places.some((one) => one.isBusy);
  const answer = (entry: Waiting, outcome: Outcome): void => {
    entry.isAnswered = true;
    entry.settle(outcome);
  };

  const showStatus = (): void => {
    if (isClosed) return;
    const failing = places.filter(({ failure }) => failure !== null);
    const [first] = failing;
    if (first?.failure !== undefined && first.failure !== null)
      onStatus({
        kind: 'failed',
        failure: first.failure,
        place: failing.length === 1 || places.length === 1 ? first.name : 'both',
      });
    else onStatus({ kind: entries.length > 0 ? 'saving' : 'saved' });
  };

  const finishSaved = (): void => {
    for (let next = entries[0]; next !== undefined; next = entries[0]) {
      const { set } = next;
      if (!places.every(({ doneSeq }) => doneSeq >= set.seq)) return;
      entries.shift();
      measureSave(next);
      onSaved(set);
      answer(next, ok(set));
    }
  };

  /** What may still be given up is decided by the database; the journal takes no word back. */
  const isUndecided = (entry: Waiting, { name }: Place): boolean =>
    name === 'journal' &&
    entry.options.signal !== undefined &&
    !entry.isAnswered &&
    toDatabase.doneSeq < entry.set.seq;

  const optionsFor = (entry: Waiting, { name }: Place): AppendOptions => {
    if (name === 'journal') return {};
    const { onProgress, signal } = entry.options;
    return {
      ...(onProgress !== undefined && { onProgress }),
      // Whether to give a set up is decided between two parts of it, and memory follows in the same moment.
      isCancelled: () => {
        // Those behind it were made for a state that has it; an answered caller no longer waits.
        if (signal?.aborted === true && !entry.isTakenBack && !entry.isAnswered && entries.at(-1) === entry) {
          entry.isTakenBack = true;
          entry.takeBack();
        }
        return entry.isTakenBack;
      },
    };
  };

  const write = async (one: Place): Promise<void> => {
    if (one.isBusy || isClosed) return;
    one.isBusy = true;
    for (;;) {
      const next = entries.find(({ set }) => set.seq > one.doneSeq);
      if (next === undefined || isUndecided(next, one)) break;
      if (one.failure === null) showStatus();
      const written = await one
        .append(next.set, optionsFor(next, one))
        .catch((): Awaited<ReturnType<SavePlace['append']>> => failed('unknown'));
      if (next.isTakenBack || (!written.ok && written.error === 'cancelled')) {
        if (entries.includes(next)) entries.splice(entries.indexOf(next), 1);
        answer(next, failed({ code: 'cancelled' }));
        continue;
      }
      if (!written.ok) {
        one.failure = written.error === 'cancelled' ? 'unknown' : written.error;
        break;
      }
      one.failure = null;
      one.doneSeq = next.set.seq;
      next.doneAt[one.name] = performance.now();
      finishSaved();
      // The journal may have waited for the decision.
      if (one === toDatabase) startAll();
    }
    one.isBusy = false;
    afterWork(one);
  };

  const afterWork = (one: Place): void => {
    const { failure } = one;
    if (failure !== null) {
      for (const waiting of entries) if (!waiting.isAnswered) answer(waiting, failed({ code: failure }));
      // Nothing can be given up any more: the journal is to have it.
      if (one === toDatabase) for (const other of places) if (other !== one) void write(other);
      retryTimer ??= setTimeout(() => {
        retryTimer = null;
        startAll();
      }, retryMs);
    }
    showStatus();
    if (isBusy()) return;
    const listeners = settledListeners;
    settledListeners = [];
    for (const listener of listeners) listener();
  };

  const startAll = (): void => {
    for (const one of places) void write(one);
  };

  return {
    add: (entry) =>
      new Promise<Outcome>((settle) => {
        entries.push({
          ...entry,
          settle,
          isAnswered: false,
          isTakenBack: false,
          addedAt: performance.now(),
          doneAt: {},
        });
        startAll();
      }),
    retry: async () => {
      startAll();
      if (isBusy()) await new Promise<void>((resolve) => settledListeners.push(resolve));
    },
    sets: () => entries.map(({ set }) => set),
    whenSettled: async () => {
      if (isBusy()) await new Promise<void>((resolve) => settledListeners.push(resolve));
    },
    close: () => {
      isClosed = true;
      if (retryTimer !== null) clearTimeout(retryTimer);
      for (const waiting of entries) answer(waiting, failed({ code: 'read-only' }));
    },
  };
};
