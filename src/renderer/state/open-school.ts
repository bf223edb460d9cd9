import type { HostBridge, VaultAnswer, VaultFailure, VaultHolder } from '#bridge/contract.ts';
import { createBackups, type Backups } from '#backup/backups.ts';
import { onlyKey, type DataKey, type KeyEnvelope, type KeyFinder } from '#backup/data-key.ts';
import type { Encoder } from '#backup/encoder.ts';
import { createJournal, type Journal } from '#backup/journal.ts';
import { forgetDataKey, keepDataKey, loadDataKey } from '#backup/key-store.ts';
import { lookAtVault, type VaultLook } from '#backup/look-at-vault.ts';
import { rebuildState, type Rebuilt } from '#backup/rebuild.ts';
import { readJournal } from '#backup/journal-scan.ts';
import { bytesOf, joinBytes } from '#backup/bytes.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import {
  DATABASE_NAME,
  openStorage,
  readAsItIs,
  readOnlyStorage,
  removeDatabase,
} from '#storage/open-storage.ts';
import { isEmpty, whatIsNeeded, type RebuildReason } from './compare-at-start.ts';
import type { OpenFailure, Storage, StoredData, WriteFailure } from '#storage/storage.ts';

/** What happened at start that the user is told of, in two sentences each. */
export type StartNotice =
  | {
      /** The state was made anew from backup and journal. */
      readonly code: 'rebuilt';
      readonly why: RebuildReason;
      readonly sets: number;
      readonly changedAt: string | null;
    }
  /** The database lacked the newest changes; the journal had them. */
  | { readonly code: 'database-filled'; readonly sets: number; readonly changedAt: string | null }
  /** Changes that nobody has any more: between these two everything is as far as it could be read. */
  | { readonly code: 'incomplete'; readonly missing: number }
  /** Parts of the journal could not be read when the state was made anew. */
  | { readonly code: 'journal-parts-damaged' }
  | { readonly code: 'backups-damaged'; readonly count: number }
  | { readonly code: 'journal-damaged' }
  | { readonly code: 'vault-unreadable'; readonly failure: VaultFailure; readonly folder: string }
  /** It can be read, not written. */
  | { readonly code: 'vault-read-only'; readonly failure: VaultFailure; readonly folder: string }
  | { readonly code: 'read-only-newer'; readonly version: number };

export type Vault = {
  readonly journal: Journal;
  readonly backups: Backups;
  /** The journal has what the database has, or could not be brought there. */
  readonly caughtUp: Promise<unknown>;
  /** Told whenever the journal had to go on with a hole, which only a backup closes; at once where it has one. */
  readonly onHole: (listener: () => void) => void;
  readonly dataKey: () => DataKey | null;
  /** Also remembered for the next start; null = no longer encrypted. */
  readonly setDataKey: (dataKey: DataKey | null) => Promise<void>;
};

export type OpenedSchool = {
  readonly storage: Storage;
  readonly data: StoredData;
  /** null where this window may not write. */
  readonly vault: Vault | null;
  readonly notices: readonly StartNotice[];
  /** A backup is due at once, and why: nothing may be written before it. */
  readonly dueBackup: 'start' | 'before-update' | 'recovered' | null;
};

export type OpenSchoolFailure =
  | OpenFailure
  /** No database, and the folder with journal and backups cannot be read: a blank start would hide what is there. */
  | ({ readonly code: 'vault-unreadable'; readonly folder: string } & VaultFailure)
  /** Another PC or account works with the data folder. */
  | {
      readonly code: 'folder-in-use';
      readonly folder: string;
      readonly holder: VaultHolder;
      readonly isStale: boolean;
    }
  /** Database and folder tell different changes: the user has to choose which of them holds. */
  | { readonly code: 'two-histories'; readonly database: HistoryFacts; readonly vault: HistoryFacts }
  /** No database, and the chosen folder with journal and backups waits for the user's permission. */
  | { readonly code: 'folder-waiting'; readonly folder: string }
  /** No database, and nothing in the folder can be read: whether to begin anew is the user's decision. */
  | { readonly code: 'vault-damaged'; readonly detail: string }
  | { readonly code: 'write-failed'; readonly failure: WriteFailure };

/** By which a person tells two states apart; null where it is not known. */
export type HistoryFacts = {
  readonly rooms: number | null;
  readonly devices: number | null;
  readonly changedAt: string | null;
};

/** What the user has decided on the page that named the failure. */
export type StartDecision =
  'keep-database' | 'take-vault' | 'start-blank' | 'without-folder' | 'look-only' | 'take-over';

export type OpenSchoolOptions = {
  readonly host: HostBridge;
  readonly encoder: Encoder;
  readonly appVersion: string;
  readonly now: () => Date;
  readonly newMark: () => string;
  /** Asks for the password until it fits. `optional`: the user may go on without, unencrypted from then on (null). */
  readonly unlock: (envelope: KeyEnvelope, isOptional: boolean) => Promise<DataKey | null>;
  readonly databaseName?: string;
  readonly decision?: StartDecision;
};

/** For whoever measures: what the comparison at start costs, reading the database not counted. */
export const COMPARE_MEASURE = 'compare-at-start';

/**
 * Opens database, journal and backups, compares them, and brings each to the newest state that any of them holds. Nothing
 * is removed: what does not fit or cannot be read is set aside.
 */
export const openSchool = async (
  options: OpenSchoolOptions,
): Promise<Result<OpenedSchool, OpenSchoolFailure>> => {
  const storages: Storage[] = [];
  const outcome = await openAndCompare(options, async (storageOptions) => {
    const opened = await openStorage(storageOptions);
    if (opened.ok) storages.push(opened.value);
    return opened;
  });
  // The next try must find the right to write free.
  if (!outcome.ok) for (const storage of storages) storage.close();
  return outcome;
};

const openAndCompare = async (
  options: OpenSchoolOptions,
  open: typeof openStorage,
): Promise<Result<OpenedSchool, OpenSchoolFailure>> => {
  const { host, encoder, databaseName = DATABASE_NAME } = options;
  let dataKey = await loadDataKey();
  const setDataKey = async (next: DataKey | null): Promise<void> => {
    dataKey = next;
    await (next === null ? forgetDataKey() : keepDataKey(next));
  };
  /** Keys that were opened in this start: an older backup may have been written under another password. */
  const openKeys = new Map<string, DataKey>();
  const findKey: KeyFinder = async (envelope) => {
    const known = dataKey?.envelope.id === envelope.id ? dataKey : openKeys.get(envelope.id);
    const key = known ?? (await options.unlock(envelope, false));
    if (key !== null) openKeys.set(envelope.id, key);
    return key;
  };
  const backups = createBackups({
    files: host,
    encoder,
    dataKey: () => dataKey,
    appVersion: options.appVersion,
    now: options.now,
    newMark: options.newMark,
  });
  const folder = async (): Promise<string> => (await host.vaultPlace()).label;
  // Before anything is read: what another PC still writes would be compared half.
  const lock = await host.vaultLock({ takeOver: options.decision === 'take-over' });
  if (lock.kind === 'taken') {
    const { holder, isStale } = lock;
    if (options.decision !== 'look-only')
      return failed({ code: 'folder-in-use', folder: await folder(), holder, isStale });
    // Only who shares a folder ever needs it.
    const { lookOnly } = await import('./look-only.ts');
    return lookOnly({ host, backups, findKey, databaseName });
  }
  const unreadable = async ({ failure, detail }: VaultFailure): Promise<OpenSchoolFailure> => ({
    code: 'vault-unreadable',
    folder: await folder(),
    failure,
    detail,
  });
  // Read while the database is opened: the start waits for the slower of the two only.
  const looking = lookAtVault(host);
  const opened = await openPatiently(open, {
    name: databaseName,
    beforeUpgrade: async (old) => {
      const { inventory, profiles, settings, lastSeq, headers } = old;
      const source = {
        state: { inventory, profiles, settings },
        seq: lastSeq,
        changedAt: headers.at(-1)?.at ?? null,
      };
      return lastSeq === 0 || (await backups.take(source, 'before-upgrade')).ok;
    },
  });
  if (opened.ok && opened.value.readOnly !== null)
    return ok({ ...(await withData(opened.value)), vault: null, notices: [], dueBackup: null });
  if (!opened.ok && opened.error.code === 'newer-data')
    return readOnlyOr(opened.error.version, opened.error, await readAsItIs(databaseName));
  if (!opened.ok && opened.error.code === 'blocked') return opened;

  const found = opened.ok ? await loadOrSayWhy(opened.value) : failed(opened.error);
  const comparedFrom = performance.now();
  const looked = await looking;
  if (!looked.ok && looked.error.code === 'newer-version') {
    const failure = { code: 'newer-data', version: looked.error.dataVersion } as const;
    return readOnlyOr(failure.version, failure, found.ok && !isEmpty(found.value) ? found.value : null);
  }
  if (!looked.ok && looked.error.code === 'unreadable') {
    if (!opened.ok || !found.ok || isEmpty(found.value)) return failed(await unreadable(looked.error));
  }
  const look = looked.ok ? looked.value : null;
  if (!found.ok || isEmpty(found.value)) {
    const { waitingFolder } = await host.vaultPlace();
    // A blank or an older state would hide what lies in that folder.
    if (waitingFolder !== null && options.decision !== 'without-folder')
      return failed({ code: 'folder-waiting', folder: waitingFolder });
  }
  const isAllDamaged =
    look !== null && look.top === 0 && look.damagedBackups.length + look.damagedJournal.length > 0;
  if (isAllDamaged && (!found.ok || isEmpty(found.value)) && options.decision !== 'start-blank')
    return failed({ code: 'vault-damaged', detail: 'every file is damaged' });

  const notices: StartNotice[] = [];
  let storage: Storage | null = opened.ok ? opened.value : null;
  let data: StoredData | null = found.ok ? found.value : null;
  let dueBackup: OpenedSchool['dueBackup'] = null;

  /** Makes database and history anew from the vault. */
  const rebuild = async (from: VaultLook, why: RebuildReason): Promise<Result<null, OpenSchoolFailure>> => {
    const rebuilt = await rebuildState(host, backups, from, findKey);
    if (!rebuilt.ok && rebuilt.error.code === 'unreadable') return failed(await unreadable(rebuilt.error));
    if (!rebuilt.ok)
      return failed(
        opened.ok || from.top > 0 ? { code: 'vault-damaged', detail: 'nothing could be read' } : opened.error,
      );
    const replaced = await replaceData(rebuilt.value);
    if (!replaced.ok) return replaced;
    // Everything legible of them is in the database now.
    for (const { name } of [...rebuilt.value.damagedBackups, ...rebuilt.value.damagedJournal])
      await host.vaultSetAside({ name });
    notices.push({
      code: 'rebuilt',
      why,
      sets: rebuilt.value.lastSeq,
      changedAt: rebuilt.value.changedAt,
    });
    if (rebuilt.value.missing > 0) notices.push({ code: 'incomplete', missing: rebuilt.value.missing });
    noteDamage(rebuilt.value.damagedBackups.length, 0);
    if (rebuilt.value.damagedJournal.length > 0) notices.push({ code: 'journal-parts-damaged' });
    dueBackup = 'recovered';
    return ok(null);
  };

  const replaceData = async (rebuilt: Rebuilt): Promise<Result<null, OpenSchoolFailure>> => {
    if (storage === null) {
      // It cannot be opened, so nothing in it can be kept; everything is in the vault, which was read just now.
      await removeDatabase(databaseName).catch(() => undefined);
      const again = await open({ name: databaseName });
      if (!again.ok) return again;
      storage = again.value;
    } else if (data === null || !isEmpty(data)) {
      const aside = await setRowsAside(host, await storage.dump(), options.now());
      // What cannot be kept is not replaced.
      if (!aside.ok) return failed(await unreadable(aside.error));
    }
    const written = await storage.replace({
      state: rebuilt.state,
      sets: rebuilt.sets,
      lastSeq: rebuilt.lastSeq,
      changedAt: rebuilt.changedAt ?? options.now().toISOString(),
    });
    if (!written.ok) return failed({ code: 'write-failed', failure: written.error });
    data = await storage.load();
    return ok(null);
  };

  const noteDamage = (backupCount: number, journalCount: number): void => {
    if (backupCount > 0) notices.push({ code: 'backups-damaged', count: backupCount });
    if (journalCount > 0) notices.push({ code: 'journal-damaged' });
  };

  /** Puts what only the vault has on top of the database, which is the same history. */
  const fillDatabase = async (
    from: VaultLook,
    into: Storage,
    known: StoredData,
  ): Promise<Result<null, OpenSchoolFailure>> => {
    const journal = await readJournal(host, from.journal, known.lastSeq, findKey);
    if (!journal.ok) return failed(await unreadable(journal.error));
    const { sets, damaged } = journal.value;
    const missing = (sets.at(-1)?.seq ?? from.top) - known.lastSeq - sets.length;
    const backupSeq = from.backup?.header.seq ?? 0;
    // A newer backup is whole and knows what the journal has lost; otherwise each later set is put on what is there.
    if (backupSeq > known.lastSeq && (missing > 0 || (sets.at(-1)?.seq ?? 0) < backupSeq))
      return rebuild(from, 'older');
    for (const set of sets) {
      const written = await into.append(set, { mayFollowHole: true });
      if (!written.ok)
        return failed({
          code: 'write-failed',
          failure: written.error === 'cancelled' ? 'unknown' : written.error,
        });
    }
    data = await into.load();
    if (sets.length > 0)
      notices.push({ code: 'database-filled', sets: sets.length, changedAt: sets.at(-1)?.at ?? null });
    if (missing > 0) notices.push({ code: 'incomplete', missing });
    if (damaged.length > 0) {
      for (const { name } of damaged) await host.vaultSetAside({ name });
      notices.push({ code: 'journal-parts-damaged' });
      dueBackup = 'recovered';
    }
    return ok(null);
  };

  /** The database holds; everything of the other history goes aside, so that it can never come back by itself. */
  const setVaultAside = async (from: VaultLook): Promise<Result<null, OpenSchoolFailure>> => {
    for (const { name } of [...from.journal, ...from.backups]) {
      const moved = await host.vaultSetAside({ name });
      if (!moved.ok) return failed(await unreadable(moved.error));
    }
    dueBackup = 'start';
    return ok(null);
  };

  if (isAllDamaged && storage === null) {
    // Told and wanted: neither the database nor a file of the vault can be read.
    await removeDatabase(databaseName).catch(() => undefined);
    const again = await open({ name: databaseName });
    if (!again.ok) return again;
    storage = again.value;
    data = await storage.load();
  }

  if (look !== null) {
    const needed = await whatIsNeeded(host, look, data, onlyKey(dataKey));
    performance.measure(COMPARE_MEASURE, { start: comparedFrom });
    const done = await (async (): Promise<Result<null, OpenSchoolFailure>> => {
      switch (needed) {
        case 'nothing':
          return ok(null);
        case 'fill':
          return storage === null || data === null
            ? rebuild(look, 'damaged')
            : fillDatabase(look, storage, data);
        case 'two-histories':
          if (options.decision === 'keep-database') return setVaultAside(look);
          if (options.decision === 'take-vault') return rebuild(look, 'chosen');
          return failed(twoHistories(look, data));
        default:
          // Nothing to make it from: an empty database is what it is.
          return isAllDamaged ? ok(null) : rebuild(look, needed);
      }
    })();
    if (!done.ok) return done;
    if (dueBackup === null) {
      for (const { name } of [...look.damagedBackups, ...look.damagedJournal])
        await host.vaultSetAside({ name });
      // Who begins anew in spite of it knows already.
      if (!isAllDamaged || data?.lastSeq !== 0)
        noteDamage(
          look.damagedBackups.length,
          look.damagedJournal.length + (look.end?.state === 'damaged' ? 1 : 0),
        );
      if (look.damagedBackups.length > 0) dueBackup = 'recovered';
    }
  } else if (!looked.ok && looked.error.code === 'unreadable')
    notices.push({ code: 'vault-unreadable', failure: looked.error, folder: await folder() });
  if (looked.ok && lock.kind === 'failed')
    notices.push({ code: 'vault-read-only', failure: lock, folder: await folder() });

  if (storage === null || data === null)
    return failed(opened.ok ? { code: 'unavailable', detail: 'no data' } : opened.error);

  // The key of this PC was lost: without it the journal cannot be continued as the user wanted it. Where the data are here all
  // the same, the user may go on without.
  const envelope = look?.envelope ?? null;
  if (envelope !== null && envelope.id !== dataKey?.envelope.id)
    await setDataKey(openKeys.get(envelope.id) ?? (await options.unlock(envelope, true)));

  const safeStorage = storage;
  let hasHole = false;
  const holeListeners = new Set<() => void>();
  const journal = createJournal({
    files: host,
    encoder,
    dataKey: () => dataKey,
    readSet: (seq) => safeStorage.readSet(seq),
    nextStored: (from) => safeStorage.nextStored(from),
    onHole: () => {
      hasHole = true;
      for (const listener of holeListeners) listener();
    },
  });
  // Nothing waits for it: later changes queue up behind, and a failure shows itself there.
  const caughtUp = journal.catchUp(data.lastSeq);
  if (dueBackup === null && data.lastSeq > 0) {
    const newest = look?.backup ?? null;
    if (newest === null) dueBackup = 'start';
    else if (newest.header.appVersion !== options.appVersion) dueBackup = 'before-update';
  }
  return ok({
    storage: safeStorage,
    data,
    vault: {
      journal,
      backups,
      caughtUp,
      onHole: (listener) => {
        holeListeners.add(listener);
        if (hasHole) listener();
      },
      dataKey: () => dataKey,
      setDataKey,
    },
    notices,
    dueBackup,
  });
};

const withData = async (storage: Storage): Promise<Pick<OpenedSchool, 'storage' | 'data'>> => ({
  storage,
  data: await storage.load(),
});

const loadOrSayWhy = async (storage: Storage): Promise<Result<StoredData, OpenFailure>> => {
  try {
    return ok(await storage.load());
  } catch (error) {
    return failed({ code: 'unavailable', detail: String(error) });
  }
};

/** Data of a newer version may be looked at, where they can be read; nothing is written. */
const readOnlyOr = (
  version: number,
  failure: OpenFailure,
  data: StoredData | null,
): Result<OpenedSchool, OpenSchoolFailure> =>
  data === null
    ? failed(failure)
    : ok({
        storage: readOnlyStorage(data, 'needs-newer-app'),
        data,
        vault: null,
        notices: [{ code: 'read-only-newer', version }],
        dueBackup: null,
      });

const twoHistories = ({ backup }: VaultLook, data: StoredData | null): OpenSchoolFailure => ({
  code: 'two-histories',
  database: {
    rooms: data?.inventory.rooms.length ?? null,
    devices: data?.inventory.devices.length ?? null,
    changedAt: data?.headers.at(-1)?.at ?? null,
  },
  vault: {
    rooms: backup?.header.counts.rooms ?? null,
    devices: backup?.header.counts.devices ?? null,
    changedAt: backup?.header.changedAt ?? null,
  },
});

const OPEN_TRIES = 3;
const OPEN_PAUSE_MS = 300;

/** What cannot be opened is given up only after a while: a virus scanner may hold it for a moment. */
const openPatiently = async (
  open: typeof openStorage,
  options: Parameters<typeof openStorage>[0],
): ReturnType<typeof openStorage> => {
  for (let tries = 1; ; tries += 1) {
    const opened = await open(options);
    if (opened.ok || opened.error.code !== 'unavailable' || tries === OPEN_TRIES) return opened;
    await new Promise((resolve) => setTimeout(resolve, OPEN_PAUSE_MS));
  }
};

/** What is about to be replaced stays readable for whoever has to look into it. */
const setRowsAside = (
  host: HostBridge,
  rows: Readonly<Record<string, readonly unknown[]>>,
  now: Date,
): Promise<VaultAnswer<null>> => {
  const moment = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  // Row by row: one text of everything may be longer than a text can be.
  const lines = Object.entries(rows).flatMap(([store, all]) =>
    all.map((row) => bytesOf(`${JSON.stringify({ store, row })}\n`)),
  );
  return host.vaultWrite({ name: `beiseite/${moment}-datenbank.json`, bytes: joinBytes(lines) });
};
