import type { Change, ChangeSet } from '#core/history/change-set.ts';
import { createEntryMaker, type HistoryEntry } from '#core/history/history-entry.ts';
import type { Room } from '#core/inventory/room.ts';
import type { AppStore } from './app-state.ts';
import { changeNamesOf, historyWordsOf } from './history-words.ts';
import { pause, SLICE_MS } from './run-in-slices.ts';

/** All change sets as the list shows and finds them, newest first. */
export type IndexedHistory = {
  readonly entries: readonly HistoryEntry[];
  /** false while older ones are still being read. */
  readonly isComplete: boolean;
  /** How many there are in storage, to tell how far the reading is. */
  readonly total: number;
  /** Rooms that the history names, as they were last; for those that are gone. */
  readonly goneRooms: ReadonlyMap<string, Room>;
};

export type HistoryIndex = {
  readonly current: () => IndexedHistory;
  /** The first listener starts the reading. */
  readonly subscribe: (listener: () => void) => () => void;
};

const SHOWN_EVERY_MS = 150;
const CHANGES_AT_ONCE = 400;

const indexes = new WeakMap<AppStore, HistoryIndex>();

/** One index per store: read once, kept up with every change from then on. */
export const historyIndexOf = (store: AppStore): HistoryIndex => {
  const index = indexes.get(store) ?? createHistoryIndex(store);
  indexes.set(store, index);
  return index;
};

const createHistoryIndex = (store: AppStore): HistoryIndex => {
  const { history } = store;
  const listeners = new Set<() => void>();
  const goneRooms = new Map<string, Room>();
  /** Sets of this session by their number, to notice one that was given up and its number taken again. */
  const sessionSets = new Map<number, ChangeSet>();
  const taken = new WeakSet<ChangeSet>();
  /** The lowest number that was given since the reading began: the reading may come upon it in storage too. */
  let firstFresh = Number.POSITIVE_INFINITY;
  /** Done after the reading began, newest first, and what the reading found. */
  let fresh: readonly HistoryEntry[] = [];
  let read: HistoryEntry[] = [];
  let current: IndexedHistory = { entries: [], isComplete: false, total: 0, goneRooms };
  let isStarted = false;
  let isTakingFresh = false;

  const show = (part: Partial<IndexedHistory> = {}): void => {
    current = { ...current, ...part, entries: [...fresh, ...read] };
    for (const listener of listeners) listener();
  };

  const words = () => historyWordsOf(changeNamesOf(store.getState(), goneRooms));
  const learnRooms = (changes: readonly Change[]): void => {
    for (const { entity, id, before, after } of changes) {
      const room = entity === 'room' ? (before ?? after) : null;
      if (room !== null && !goneRooms.has(id)) goneRooms.set(id, room);
    }
  };

  const build = async (): Promise<void> => {
    let maker: ReturnType<typeof createEntryMaker> | null = null;
    let shownAt = 0;
    let end = performance.now() + SLICE_MS;
    for await (const pieces of history.read()) {
      const now = words();
      for (const { header, changeCount, changes, isLast } of pieces) {
        if (header.seq >= firstFresh) continue;
        maker ??= createEntryMaker(header, changeCount);
        learnRooms(changes);
        maker.add(changes, now);
        if (isLast) {
          read.push(maker.finish(now));
          maker = null;
        }
        if (performance.now() < end) continue;
        await pause();
        end = performance.now() + SLICE_MS;
      }
      if (performance.now() - shownAt < SHOWN_EVERY_MS) continue;
      shownAt = performance.now();
      show();
    }
    show({ isComplete: true });
  };

  /** Sets leave the memory when they are stored, oldest first; one that is missing among the newest was given up. */
  const isGivenUp = (set: ChangeSet): boolean => {
    const recent = history.recent();
    return set.seq >= (recent.at(-1)?.seq ?? 0) && !recent.includes(set);
  };

  const dropGivenUp = (): void => {
    const gone = new Set<number>();
    for (const [seq, set] of sessionSets) {
      if (history.recent().includes(set)) continue;
      if (isGivenUp(set)) gone.add(seq);
      sessionSets.delete(seq);
    }
    if (gone.size === 0) return;
    fresh = fresh.filter(({ header }) => !gone.has(header.seq));
    read = read.filter(({ header }) => !gone.has(header.seq));
  };

  /** Small sets in the moment they are made, large ones a few milliseconds at a time. */
  const takeFresh = async (): Promise<void> => {
    if (isTakingFresh) return;
    isTakingFresh = true;
    for (;;) {
      const set = history.recent().findLast((one) => !taken.has(one));
      if (set === undefined) break;
      taken.add(set);
      firstFresh = Math.min(firstFresh, set.seq);
      sessionSets.set(set.seq, set);
      const { changes, ...header } = set;
      const maker = createEntryMaker(header, changes.length);
      for (let start = 0; start < changes.length; start += CHANGES_AT_ONCE) {
        if (start > 0) await pause();
        const some = changes.slice(start, start + CHANGES_AT_ONCE);
        learnRooms(some);
        maker.add(some, words());
      }
      if (!isGivenUp(set)) fresh = [maker.finish(words()), ...fresh];
    }
    isTakingFresh = false;
    show();
  };

  const start = (): void => {
    isStarted = true;
    let seen = history.recent();
    for (const set of seen) {
      sessionSets.set(set.seq, set);
      taken.add(set);
    }
    store.subscribe(() => {
      if (history.recent() === seen) return;
      seen = history.recent();
      dropGivenUp();
      void takeFresh();
    });
    history.onForgotten((from) => {
      const isKept = ({ header }: HistoryEntry): boolean => header.seq >= from;
      fresh = fresh.filter(isKept);
      read = read.filter(isKept);
      show();
    });
    void history.count().then((total) => show({ total }));
    void build();
  };

  return {
    current: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      if (!isStarted) start();
      return () => listeners.delete(listener);
    },
  };
};
