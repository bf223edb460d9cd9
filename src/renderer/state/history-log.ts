import type { ChangeSet } from '#core/history/change-set.ts';
import type { Result } from '#core/shared/result.ts';
import type { Forgotten, HistoryPiece, Storage, WriteFailure } from '#storage/storage.ts';

/** So many sets are kept in memory after they are stored. */
const KEPT_SETS = 50;
const CHANGES_PER_PIECE = 400;

/** Every change set, stored or not: what this session did is at hand at once, the rest is read. */
export type HistoryLog = {
  /** The newest sets of this session, newest first; another array whenever one came or went. */
  readonly recent: () => readonly ChangeSet[];
  /** All sets below a sequence number, newest first, a few at a time. */
  readonly read: (before?: number) => AsyncGenerator<readonly HistoryPiece[], void, undefined>;
  /** One whole set; null when it is not there any more. */
  readonly readSet: (seq: number) => Promise<ChangeSet | null>;
  readonly count: () => Promise<number>;
  /** Removes old sets; what undo needs stays. */
  readonly forget: (before: number) => Promise<Result<Forgotten, WriteFailure>>;
  /** Told the sequence number from which on sets are kept. */
  readonly onForgotten: (listener: (from: number) => void) => () => void;
};

/** The same for the store, which adds what it does. */
export type WritableHistoryLog = HistoryLog & {
  readonly add: (set: ChangeSet, saved: Promise<Result<unknown, unknown>>) => void;
  /** The set was given up before it was stored. */
  readonly remove: (seq: number) => void;
};

export const createHistoryLog = (storage: Storage): WritableHistoryLog => {
  let recent: readonly ChangeSet[] = [];
  /** Sets are stored in order: all up to this one are. */
  let savedUpTo = 0;
  const forgottenListeners = new Set<(from: number) => void>();

  const trim = (): void => {
    const last = recent.findLastIndex(({ seq }, index) => index < KEPT_SETS || seq > savedUpTo);
    if (last + 1 < recent.length) recent = recent.slice(0, last + 1);
  };

  async function* read(before = Number.POSITIVE_INFINITY): AsyncGenerator<readonly HistoryPiece[]> {
    const inMemory = recent;
    for (const set of inMemory) if (set.seq < before) for (const piece of piecesOf(set)) yield [piece];
    yield* storage.readHistory(Math.min(before, inMemory.at(-1)?.seq ?? before));
  }

  return {
    recent: () => recent,
    read,
    readSet: async (seq) => recent.find((set) => set.seq === seq) ?? storage.readSet(seq),
    count: () => storage.countHistory(),
    forget: async (before) => {
      const forgotten = await storage.forgetHistory(before);
      if (forgotten.ok && forgotten.value.removed > 0)
        for (const listener of forgottenListeners) listener(forgotten.value.from);
      return forgotten;
    },
    onForgotten: (listener) => {
      forgottenListeners.add(listener);
      return () => forgottenListeners.delete(listener);
    },
    add: (set, saved) => {
      recent = [set, ...recent];
      void saved.then(({ ok }) => {
        if (ok) savedUpTo = Math.max(savedUpTo, set.seq);
        trim();
      });
    },
    remove: (seq) => {
      recent = recent.filter((set) => set.seq !== seq);
    },
  };
};

function* piecesOf({ changes, ...header }: ChangeSet): Generator<HistoryPiece> {
  for (let start = 0; start < changes.length; start += CHANGES_PER_PIECE) {
    const end = start + CHANGES_PER_PIECE;
    yield {
      header,
      changeCount: changes.length,
      changes: changes.slice(start, end),
      isLast: end >= changes.length,
    };
  }
}
