import type { BackupSource } from '#backup/backups.ts';
import {
  applyChanges,
  applyChangesInSteps,
  invertChanges,
  normalizeChanges,
  normalizeChangesInSteps,
  type StoredState,
} from '#core/history/apply-changes.ts';
import {
  profileKey,
  type Change,
  type ChangeAction,
  type ChangeLabel,
  type ChangeSet,
  type ChangeSetHeader,
} from '#core/history/change-set.ts';
import { advanceStacks, stacksOf } from '#core/history/undo-stacks.ts';
import { withOwnCategories } from '#core/import/dictionary/own-categories.ts';
import { failed, ok } from '#core/shared/result.ts';
import { stepsOf, type Steps } from '#core/shared/steps.ts';
import { withOwnChanges } from '#core/targets/own-changes.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import type { Storage, StoredData } from '#storage/storage.ts';
import { localDay } from '#texts/format.ts';
import type { AppState, AppStore, CommitFailure, CommitOptions, SaveStatus } from './app-state.ts';
import { createHistoryLog } from './history-log.ts';
import type { LiveMessage } from './live-windows.ts';
import { runInSlices } from './run-in-slices.ts';
import { createSaveQueue, type Outcome, type SavePlace } from './save-queue.ts';
import { ownChangesOf, readSetting, SETTINGS } from './settings.ts';

export type AppStoreOptions = {
  readonly storage: Storage;
  /** What `storage.load()` gave. */
  readonly data: StoredData;
  /** Issued with the app, at least one; the first is compared with until the user chooses. */
  readonly profiles: readonly [TargetProfile, ...TargetProfile[]];
  readonly now: () => Date;
  /** The second place of each change; absent where only the database is written. */
  readonly journal?: SavePlace;
  /** Awaited before a list is taken over or many things change at once: a backup of the state before. */
  readonly beforeLargeChange?: (before: BackupSource, kind: 'before-import' | 'before-bulk') => Promise<void>;
  /** Told of each set that both places have. */
  readonly onSaved?: (set: ChangeSet) => void;
};

/** Loads what is stored and makes the one store of the app. */
export const openAppStore = async (options: Omit<AppStoreOptions, 'data'>): Promise<AppStore> =>
  createAppStore({ ...options, data: await options.storage.load() });

/** Up to here a change is shown in the moment it is made; more of them would hold the window up. */
const SHOWN_AT_ONCE = 500;

/** From here on a change is one of many things at once, and a backup is taken before it. */
const BULK = 20;

/** What is to be appended, and the state that it leads to. */
type Prepared = { readonly changes: readonly Change[]; readonly after: StoredState };

/** Changes of so many recent sets are kept in memory; older ones are read back when they are undone. */
const KEPT_CHANGES = 100;

/** The one in-memory state and the one door through which it changes. Errors are values; a failed write stays queued. */
export const createAppStore = ({
  storage,
  data,
  profiles: issued,
  now,
  journal,
  beforeLargeChange,
  onSaved,
}: AppStoreOptions): AppStore => {
  let stored: StoredState = data;
  let lastSeq = data.lastSeq;
  let stacks = stacksOf(data.headers);
  const headers = new Map<number, ChangeSetHeader>(data.headers.map((header) => [header.seq, header]));
  const recentChanges = new Map<number, readonly Change[]>();
  const listeners = new Set<() => void>();
  const profileOf = createProfileWithOwn();
  const history = createHistoryLog(storage);
  /** The newest set while it may still be given up, and what was before it. */
  let undecided: { readonly seq: number; readonly before: BackupSource } | null = null;
  let savedAt = data.headers.at(-1)?.at ?? null;
  /** Undo and redo wait for each other: each may have to read what it takes back. */
  let steps: Promise<unknown> = Promise.resolve();

  const firstSave: SaveStatus =
    storage.readOnly === null
      ? { kind: 'saved', at: savedAt }
      : { kind: 'read-only', reason: storage.readOnly };

  let state: AppState = withStored(
    {
      inventory: stored.inventory,
      profiles: issued,
      issuedProfile: issued[0],
      profile: issued[0],
      leftOutChanges: [],
      settings: stored.settings,
      undoable: null,
      redoable: null,
      save: firstSave,
      view: { asOf: localDay(now()), stage: null },
    },
    null,
  );

  function withStored(previous: AppState, before: StoredState | null): AppState {
    const profiles =
      before !== null && before.profiles === stored.profiles
        ? previous.profiles
        : allProfiles(issued, stored.profiles);
    return {
      ...previous,
      inventory: stored.inventory,
      profiles,
      ...profileOf(activeProfile(profiles, stored.settings) ?? issued[0], stored.settings),
      settings: stored.settings,
      undoable: headers.get(stacks.undo.at(-1) ?? 0) ?? null,
      redoable: headers.get(stacks.redo.at(-1) ?? 0) ?? null,
    };
  }

  const show = (next: AppState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const showSave = (save: SaveStatus): void => {
    if (state.save.kind !== 'read-only') show({ ...state, save });
  };

  const queue = createSaveQueue({
    database: {
      append: async (set, options) => {
        const written = await storage.append(set, options);
        return written.ok ? ok(null) : failed(written.error);
      },
    },
    journal: journal ?? null,
    onStatus: (status) => showSave(status.kind === 'saved' ? { kind: 'saved', at: savedAt } : status),
    onSaved: (set) => {
      savedAt = now().toISOString();
      forgetOldChanges();
      onSaved?.(set);
    },
  });

  const forgetOldChanges = (): void => {
    const unsaved = queue.sets()[0]?.seq ?? Number.POSITIVE_INFINITY;
    for (const seq of recentChanges.keys()) {
      if (recentChanges.size <= KEPT_CHANGES || seq >= unsaved) return;
      recentChanges.delete(seq);
    }
  };

  /**
   * Works out many changes beside everything else, anew when the state has changed meanwhile, and hands them on in the
   * moment in which they still fit.
   */
  const prepareInSlices = async <Value>(
    changesFor: (from: StoredState) => Steps<readonly Change[]>,
    take: (prepared: Prepared) => Value,
  ): Promise<Value> => {
    for (;;) {
      const from = stored;
      const changes = await runInSlices(changesFor(from));
      const after = await runInSlices(applyChangesInSteps(from, changes));
      if (stored === from) return take({ changes, after });
    }
  };

  /** Shows the changes at once and queues them. The caller has made sure that they fit the state. */
  const append = (
    label: ChangeLabel,
    action: ChangeAction,
    { changes, after }: Prepared,
    options: CommitOptions,
  ): Promise<Outcome> => {
    const header: ChangeSetHeader = { seq: lastSeq + 1, at: now().toISOString(), label, action };
    const set: ChangeSet = { ...header, changes };
    const before = stored;
    const beforeSource = current();
    const stacksBefore = stacks;
    const takeBack = (): void => {
      const cancelled = stored;
      lastSeq = header.seq - 1;
      stored = before;
      stacks = stacksBefore;
      headers.delete(header.seq);
      recentChanges.delete(header.seq);
      history.remove(header.seq);
      show(withStored(state, cancelled));
    };
    lastSeq = header.seq;
    stored = after;
    stacks = advanceStacks(stacks, header);
    headers.set(header.seq, header);
    if (action.kind === 'do') recentChanges.set(header.seq, changes);
    if (options.signal !== undefined) undecided = { seq: header.seq, before: beforeSource };
    const outcome = queue.add({ set, options, takeBack });
    void outcome.then(() => {
      if (undecided?.seq === header.seq) undecided = null;
    });
    history.add(set, outcome);
    show(withStored(state, before));
    return outcome;
  };

  /**
   * What a backup may hold: not a set that may still be given up, because its number goes to the next one then. Whatever
   * follows it ends that.
   */
  const current = (): BackupSource => {
    if (undecided?.seq === lastSeq) return undecided.before;
    return { state: stored, seq: lastSeq, changedAt: headers.get(lastSeq)?.at ?? savedAt };
  };

  const commit: AppStore['commit'] = async (label, wished, options = {}) => {
    const finish = (prepared: Prepared): Outcome | Promise<Outcome> => {
      if (state.save.kind === 'read-only') return failed({ code: 'read-only' });
      if (options.signal?.aborted === true) return failed({ code: 'cancelled' });
      if (prepared.changes.length === 0) return failed({ code: 'nothing-to-do' });
      return append(label, { kind: 'do' }, prepared, options);
    };
    if (beforeLargeChange !== undefined && state.save.kind !== 'read-only') {
      if (label.code === 'list-imported') await beforeLargeChange(current(), 'before-import');
      else if (wished.length > SHOWN_AT_ONCE) await beforeLargeChange(current(), 'before-bulk');
      // What few see at once must not wait; the state before stays as it is while its backup is written.
      else if (wished.length >= BULK) void beforeLargeChange(current(), 'before-bulk');
    }
    if (wished.length > SHOWN_AT_ONCE)
      return prepareInSlices((from) => normalizeChangesInSteps(from, wished), finish);
    const changes = normalizeChanges(stored, wished);
    return finish({ changes, after: applyChanges(stored, changes) });
  };

  /** Comes when something older than the last step is taken back: most starts do without. */
  const historyActions = async () =>
    (await import('./history-actions.ts')).createHistoryActions({ history, stored: () => stored, commit });

  const stepOnce = async (kind: 'undo' | 'redo'): Promise<{ readonly saved: Promise<Outcome> }> => {
    const fail = (code: CommitFailure['code']) => ({ saved: Promise.resolve(failed({ code })) });
    if (state.save.kind === 'read-only') return fail('read-only');
    const of = stacks[kind].at(-1);
    const header = of === undefined ? undefined : headers.get(of);
    if (of === undefined || header === undefined) return fail('nothing-to-do');
    const changes = recentChanges.get(of) ?? (await storage.readChanges(of));
    if (changes === null) return fail('nothing-to-do');
    const applied = kind === 'undo' ? invertChanges(changes) : changes;
    const finish = (prepared: Prepared): { readonly saved: Promise<Outcome> } =>
      // A change made while the old one was being read comes first now; taking that back was not meant.
      stacks[kind].at(-1) === of
        ? { saved: append(header.label, { kind, of }, prepared, {}) }
        : fail('nothing-to-do');
    return applied.length > SHOWN_AT_ONCE
      ? prepareInSlices(() => stepsOf(applied), finish)
      : finish({ changes: applied, after: applyChanges(stored, applied) });
  };

  const step = async (kind: 'undo' | 'redo'): Promise<Outcome> => {
    const shown = steps.then(() => stepOnce(kind));
    steps = shown.catch(() => undefined);
    const { saved } = await shown;
    return saved;
  };

  /** In a window that only reads: what the one that writes has done. */
  const follow = async (message: LiveMessage): Promise<void> => {
    if (state.save.kind !== 'read-only') return;
    const before = stored;
    if (message.kind === 'set' && message.set.seq === lastSeq + 1) {
      const { changes, ...header } = message.set;
      lastSeq = header.seq;
      stacks = advanceStacks(stacks, header);
      headers.set(header.seq, header);
      stored = applyChanges(stored, changes);
    } else if (message.kind === 'reload' || message.set.seq > lastSeq) {
      const loaded = await storage.load();
      lastSeq = loaded.lastSeq;
      stacks = stacksOf(loaded.headers);
      for (const header of loaded.headers) headers.set(header.seq, header);
      stored = loaded;
    }
    show(withStored(state, before));
  };
  storage.onReleased(() => show({ ...state, save: { kind: 'read-only', reason: 'other-window-closed' } }));

  storage.onTakenOver(() => {
    show({ ...state, save: { kind: 'read-only', reason: 'newer-data' } });
    queue.close();
  });

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    commit,
    undo: () => step('undo'),
    redo: () => step('redo'),
    history,
    planRevert: async (seq) => (await historyActions()).planRevert(seq),
    revertSet: async (seq) => (await historyActions()).revertSet(seq),
    rollBackTo: async (seq) => (await historyActions()).rollBackTo(seq),
    restore: async (deletions) => (await historyActions()).restore(deletions),
    retrySave: queue.retry,
    current,
    changedAt: (seq) => headers.get(seq)?.at ?? null,
    unsavedCount: () => queue.sets().length,
    whenSettled: queue.whenSettled,
    follow,
    setView: (view) => show({ ...state, view: { ...state.view, ...view } }),
  };
};

/** Issued ones first; an edition taken in by the user stands in for the issued one of the same key. */
const allProfiles = (
  issued: readonly TargetProfile[],
  taken: ReadonlyMap<string, TargetProfile>,
): readonly TargetProfile[] => {
  if (taken.size === 0) return issued;
  const byKey = new Map(issued.map((profile) => [profileKey(profile), profile]));
  for (const [key, profile] of taken) byKey.set(key, profile);
  return [...byKey.values()];
};

const activeProfile = (
  profiles: readonly TargetProfile[],
  settings: ReadonlyMap<string, unknown>,
): TargetProfile | undefined => {
  const key = readSetting(settings, SETTINGS.activeProfile);
  return profiles.find((profile) => profileKey(profile) === key);
};

/** The chosen profile as it was issued and as the school has it; the same objects as long as nothing of it changes. */
const createProfileWithOwn = () => {
  type Made = Pick<AppState, 'issuedProfile' | 'profile' | 'leftOutChanges'>;
  let last: { readonly from: readonly unknown[]; readonly made: Made } | null = null;
  return (chosen: TargetProfile, settings: ReadonlyMap<string, unknown>): Made => {
    const categories = readSetting(settings, SETTINGS.ownCategories);
    const changes = ownChangesOf(settings, chosen.id);
    const from = [chosen, categories, changes];
    if (last === null || !last.from.every((part, index) => part === from[index])) {
      const issuedProfile = withOwnCategories(chosen, categories);
      const { profile, leftOut } = withOwnChanges(issuedProfile, changes);
      last = { from, made: { issuedProfile, profile, leftOutChanges: leftOut } };
    }
    return last.made;
  };
};
