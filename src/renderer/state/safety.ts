import type { BackupReason } from '#backup/backup-format.ts';
import type { BackupSource } from '#backup/backups.ts';
import { timeOf, type BackupFile } from '#backup/vault-names.ts';
import type { HostBridge, SecondPlace, VaultFailure, VaultPlace } from '#bridge/contract.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import type { AppStore } from './app-state.ts';
import type { StartNotice, Vault } from './open-school.ts';

/** What the user sees of journal and backups. */
export type SafetyState = {
  /** The newest backup; null when there is none. */
  readonly newest: { readonly file: BackupFile; readonly at: Date } | null;
  readonly isWriting: boolean;
  /** Why the last backup could not be written. */
  readonly failure: VaultFailure | null;
  readonly place: VaultPlace | null;
  readonly second: SecondPlace | null;
  /** Why the last copy to the second place failed. */
  readonly secondFailure: VaultFailure | null;
  readonly isEncrypted: boolean;
  /** What happened at start; taken away one by one by the user. */
  readonly notices: readonly StartNotice[];
  /** The window is about to close: writing the last backup, or waiting for a word because something is not saved. */
  readonly closing: 'backup' | 'unsaved' | null;
};

export type Safety = {
  readonly getState: () => SafetyState;
  readonly subscribe: (listener: () => void) => () => void;
  /** null where this window may not write. */
  readonly vault: Vault | null;
  readonly host: HostBridge;
  /** Writes a backup now. Where nothing has changed since the newest one, that one counts. */
  readonly backUp: (reason: BackupReason) => Promise<Result<BackupFile, VaultFailure>>;
  /** The same for a state of before, while the next one is already shown. */
  readonly backUpSource: (source: BackupSource, reason: BackupReason) => Promise<void>;
  readonly refreshPlaces: () => Promise<void>;
  readonly dismissNotice: (notice: StartNotice) => void;
  /** Goes on after `closing: 'unsaved'`. */
  readonly closeAnyway: () => void;
  readonly stayOpen: () => void;
  /** Starts the daily backups and listens to the window's end. Returns the function that stops it. */
  readonly start: (store: AppStore, due: BackupReason | null) => () => void;
};

/** For whoever measures: a backup, written and read back. */
export const BACKUP_MEASURE = 'backup';
const CHECK_EVERY_MS = 10 * 60_000;
/** So long after the first change of a day its backup is written: the next changes are to be in it. */
const AFTER_CHANGE_MS = 5000;
/** Journal files that the third newest backup does not need may go: two backups can turn out to be damaged. */
const SPARE_BACKUPS = 2;

/** A place that has not answered by then does not answer soon. */
const SETTLE_MS = 5000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export type SafetyOptions = {
  readonly host: HostBridge;
  readonly vault: Vault | null;
  readonly notices: readonly StartNotice[];
  readonly now: () => Date;
  /** So many steps of history the journal keeps too, so that undo survives the loss of the database. */
  readonly keptSteps: (store: AppStore) => number;
};

/** When backups are taken, where they go, and what the user is told about it. */
export const createSafety = ({ host, vault, notices, now, keptSteps }: SafetyOptions): Safety => {
  let state: SafetyState = {
    newest: null,
    isWriting: false,
    failure: null,
    place: null,
    second: null,
    secondFailure: null,
    isEncrypted: vault !== null && vault.dataKey() !== null,
    notices,
    closing: null,
  };
  let store: AppStore | null = null;
  const listeners = new Set<() => void>();
  const show = (part: Partial<SafetyState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  /** Backups of this session: each was read back. An older file is not taken at its name. */
  const verified = new Set<string>();
  /** One backup at a time. */
  let work: Promise<unknown> = Promise.resolve();

  const newestOf = (files: readonly BackupFile[]): SafetyState['newest'] => {
    const [file] = files;
    return file === undefined ? null : { file, at: timeOf(file) };
  };

  const write = async (
    { backups, journal }: Vault,
    source: BackupSource,
    reason: BackupReason,
  ): Promise<Result<BackupFile, VaultFailure>> => {
    const listed = await backups.list();
    const [newest] = listed.ok ? listed.value : [];
    // A recovered state has the number of the one before: it is written all the same.
    if (newest?.seq === source.seq && verified.has(newest.name) && reason !== 'manual') return ok(newest);
    show({ isWriting: true });
    // A backup of another history beside it would pass for the newest one, and hide what the other PC has done.
    if (!(await journal.isOurs())) {
      const failure = { failure: 'in-use', detail: 'another PC has changed the folder' } as const;
      show({ isWriting: false, failure });
      return failed(failure);
    }
    const startedAt = performance.now();
    const taken = await backups.take(source, reason).catch((error: unknown) => ({
      ok: false as const,
      error: { failure: 'unknown' as const, detail: String(error) },
    }));
    if (!taken.ok) {
      show({ isWriting: false, failure: taken.error });
      return taken;
    }
    performance.measure(BACKUP_MEASURE, { start: startedAt });
    show({ isWriting: false, failure: null, newest: { file: taken.value, at: timeOf(taken.value) } });
    // Only behind a backup that was read back: what it holds need not be in the journal any more.
    verified.add(taken.value.name);
    journal.startFile();
    const after = await backups.list();
    const spare = after.ok ? after.value[SPARE_BACKUPS] : undefined;
    if (spare !== undefined && store !== null)
      await journal.cut(Math.min(spare.seq, source.seq - keptSteps(store)));
    return taken;
  };

  const inTurn = <Value>(run: () => Promise<Value>): Promise<Value> => {
    const result = work.then(run);
    work = result.catch(() => undefined);
    return result;
  };

  const backUpAndCopy = async (
    source: BackupSource,
    reason: BackupReason,
  ): Promise<Result<BackupFile, VaultFailure>> => {
    if (vault === null) return { ok: false, error: { failure: 'unknown', detail: 'read only' } };
    const taken = await inTurn(() => write(vault, source, reason));
    if (taken.ok) void copyAway(taken.value);
    return taken;
  };

  const copyAway = async (file: BackupFile): Promise<void> => {
    if (vault === null || state.second === null) return;
    const copied = await vault.backups.copyAway(file);
    show({ secondFailure: copied.ok ? null : copied.error });
    await refreshPlaces();
  };

  const refreshPlaces = async (): Promise<void> => {
    const [place, second, listed] = await Promise.all([
      host.vaultPlace(),
      host.secondPlace(),
      vault === null ? null : vault.backups.list(),
    ]);
    show({
      place,
      second,
      isEncrypted: vault !== null && vault.dataKey() !== null,
      ...(listed?.ok === true && { newest: newestOf(listed.value) }),
    });
  };

  const isDailyDue = (from: AppStore): boolean => {
    const { seq } = from.current();
    if (seq === 0 || state.newest?.file.seq === seq) return false;
    return state.newest === null || state.newest.at.toDateString() !== now().toDateString();
  };

  const askBeforeClosing = async (): Promise<void> => {
    await host.answerClose({ mayClose: false });
    show({ closing: 'unsaved' });
  };
  const close = async (from: AppStore): Promise<void> => {
    await Promise.race([from.whenSettled(), wait(SETTLE_MS)]);
    if (from.unsavedCount() > 0) return askBeforeClosing();
    show({ closing: 'backup' });
    if (from.current().seq > 0 && vault !== null) {
      const taken = await inTurn(() => write(vault, from.current(), 'quit'));
      if (taken.ok) await copyAway(taken.value);
    }
    if (from.unsavedCount() > 0) return askBeforeClosing();
    await host.answerClose({ mayClose: true });
  };

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    vault,
    host,
    backUp: async (reason) => {
      if (store === null) return { ok: false, error: { failure: 'unknown', detail: 'not started' } };
      return backUpAndCopy(store.current(), reason);
    },
    backUpSource: async (source, reason) => {
      if (source.seq > 0) await backUpAndCopy(source, reason);
    },
    refreshPlaces,
    dismissNotice: (notice) => show({ notices: state.notices.filter((other) => other !== notice) }),
    closeAnyway: () => void host.answerClose({ mayClose: true }),
    stayOpen: () => show({ closing: null }),
    start: (from, due) => {
      store = from;
      if (vault === null) {
        return host.onCloseRequested(() => void host.answerClose({ mayClose: true }));
      }
      const check = (): void => {
        if (isDailyDue(from)) void backUpAndCopy(from.current(), 'daily');
      };
      // The state of before, at once; it stays as it is while the first changes are made.
      const first = due === null ? null : backUpAndCopy(from.current(), due);
      void refreshPlaces()
        .then(() => first)
        .then(() => vault.caughtUp)
        .then(check);
      vault.onHole(() => void backUpAndCopy(from.current(), 'start'));
      const timer = setInterval(check, CHECK_EVERY_MS);
      let soon: ReturnType<typeof setTimeout> | null = null;
      const stopFollowing = from.subscribe(() => {
        if (soon !== null || from.getState().save.kind !== 'saved' || !isDailyDue(from)) return;
        soon = setTimeout(() => {
          soon = null;
          check();
        }, AFTER_CHANGE_MS);
      });
      const stopListening = host.onCloseRequested(() => void close(from));
      // From now on there is somebody who answers.
      void host.answerClose({ mayClose: false });
      // Where nobody asks before closing, the moment in which the page is put away is the last one.
      const onHidden = (): void => {
        if (document.visibilityState === 'hidden' && state.newest?.file.seq !== from.current().seq)
          if (from.current().seq > 0) void backUpAndCopy(from.current(), 'quit');
      };
      const onUnload = (event: BeforeUnloadEvent): void => {
        if (from.unsavedCount() > 0) event.preventDefault();
      };
      void host.appInfo().then(({ capabilities }) => {
        if (capabilities.asksBeforeClosing) return;
        document.addEventListener('visibilitychange', onHidden);
        window.addEventListener('beforeunload', onUnload);
      });
      return () => {
        clearInterval(timer);
        if (soon !== null) clearTimeout(soon);
        stopFollowing();
        stopListening();
        document.removeEventListener('visibilitychange', onHidden);
        window.removeEventListener('beforeunload', onUnload);
      };
    },
  };
};
