import type { HostBridge, VaultFailure } from '#bridge/contract.ts';
import { createBackups, type Backups } from '#backup/backups.ts';
import { onlyKey, type DataKey, type KeyEnvelope, type KeyFinder } from '#backup/data-key.ts';
import type { Encoder } from '#backup/encoder.ts';
import { createJournal, type Journal } from '#backup/journal.ts';
import { forgetDataKey, keepDataKey, loadDataKey } from '#backup/key-store.ts';
import { lookAtVault, type VaultLook } from '#backup/look-at-vault.ts';
import { rebuildState, type Rebuilt } from '#backup/rebuild.ts';
import { readJournal } from '#backup/journal-scan.ts';
import { bytesOf } from '#backup/bytes.ts';
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
  | { readonly code: 'backups-damaged'; readonly count: number }
  | { readonly code: 'journal-damaged' }
  | { readonly code: 'vault-unreadable'; readonly failure: VaultFailure }
  | { readonly code: 'read-only-newer'; readonly version: number };

export type Vault = {
  readonly journal: Journal;
  readonly backups: Backups;
  /** The journal has what the database has; a hole that nothing could fill needs a backup. */
  readonly caughtUp: Promise<{ readonly hasHole: boolean }>;
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
  | ({ readonly code: 'vault-unreadable' } & VaultFailure)
  /** No database, and nothing in the folder can be read: whether to begin anew is the user's decision. */
  | { readonly code: 'vault-damaged'; readonly detail: string }
  | { readonly code: 'write-failed'; readonly failure: WriteFailure };

export type OpenSchoolOptions = {
  readonly host: HostBridge;
  readonly encoder: Encoder;
  readonly appVersion: string;
  readonly now: () => Date;
  readonly newMark: () => string;
  /** Asks for the password until it fits. `optional`: the user may go on without, unencrypted from then on (null). */
  readonly unlock: (envelope: KeyEnvelope, isOptional: boolean) => Promise<DataKey | null>;
  readonly databaseName?: string;
  /** The user knows that nothing can be read, and begins anew; the damaged files go aside. */
  readonly mayStartBlank?: boolean;
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
  // Read while the database is opened: the start waits for the slower of the two only.
  const looking = lookAtVault(host);
  const opened = await open({
    name: databaseName,
    beforeUpgrade: async (old) => {
      const { inventory, profiles, settings, lastSeq, headers } = old;
      const source = {
        state: { inventory, profiles, settings },
        seq: lastSeq,
        changedAt: headers.at(-1)?.at ?? null,
      };
      if (lastSeq > 0) await backups.take(source, 'before-upgrade');
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
    if (!opened.ok || !found.ok || isEmpty(found.value)) return failed(unreadable(looked.error));
  }
  const look = looked.ok ? looked.value : null;
  const isAllDamaged =
    look !== null && look.top === 0 && look.damagedBackups.length + look.damagedJournal.length > 0;
  if (isAllDamaged && (!found.ok || isEmpty(found.value)) && options.mayStartBlank !== true)
    return failed({ code: 'vault-damaged', detail: 'every file is damaged' });

  const notices: StartNotice[] = [];
  let storage: Storage | null = opened.ok ? opened.value : null;
  let data: StoredData | null = found.ok ? found.value : null;
  let dueBackup: OpenedSchool['dueBackup'] = null;

  /** Makes database and history anew from the vault. */
  const rebuild = async (from: VaultLook, why: RebuildReason): Promise<Result<null, OpenSchoolFailure>> => {
    const rebuilt = await rebuildState(host, backups, from, findKey);
    if (!rebuilt.ok && rebuilt.error.code === 'unreadable') return failed(unreadable(rebuilt.error));
    if (!rebuilt.ok) return failed({ code: 'vault-damaged', detail: 'nothing could be read' });
    const replaced = await replaceData(rebuilt.value);
    if (!replaced.ok) return replaced;
    for (const file of rebuilt.value.damagedBackups) await host.vaultSetAside({ name: file.name });
    notices.push({
      code: 'rebuilt',
      why,
      sets: rebuilt.value.lastSeq,
      changedAt: rebuilt.value.changedAt,
    });
    if (rebuilt.value.missing > 0) notices.push({ code: 'incomplete', missing: rebuilt.value.missing });
    noteDamage(rebuilt.value.damagedBackups.length, rebuilt.value.damagedJournal.length);
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
      await setRowsAside(host, await storage.dump(), options.now());
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

  /** Puts what only the journal has into the database; false where it does not connect. */
  const fillDatabase = async (from: VaultLook, into: Storage, known: StoredData): Promise<boolean> => {
    const journal = await readJournal(host, from.journal, known.lastSeq, findKey);
    if (!journal.ok) return false;
    const { sets } = journal.value;
    const isWhole =
      sets.length === from.top - known.lastSeq &&
      sets.every(({ seq }, index) => seq === known.lastSeq + 1 + index);
    if (!isWhole) return false;
    for (const set of sets) if (!(await into.append(set)).ok) return false;
    data = await into.load();
    notices.push({ code: 'database-filled', sets: sets.length, changedAt: sets.at(-1)?.at ?? null });
    return true;
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
    const needed = await whatIsNeeded(look, data, onlyKey(dataKey));
    performance.measure(COMPARE_MEASURE, { start: comparedFrom });
    if (needed === 'fill' && storage !== null && data !== null) {
      if (!(await fillDatabase(look, storage, data))) {
        const done = await rebuild(look, 'older');
        if (!done.ok) return done;
      }
    } else if (needed !== 'nothing' && needed !== 'fill' && needed !== 'keep-database') {
      const done = await rebuild(look, needed);
      if (!done.ok) return done;
    } else if (needed === 'keep-database' && look.end !== null) {
      await host.vaultSetAside({ name: look.end.file.name });
      notices.push({ code: 'journal-damaged' });
      dueBackup = 'recovered';
    }
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
    notices.push({ code: 'vault-unreadable', failure: looked.error });

  if (storage === null || data === null)
    return failed(opened.ok ? { code: 'unavailable', detail: 'no data' } : opened.error);

  // The key of this PC was lost: without it the journal cannot be continued as the user wanted it. Where the data are here all
  // the same, the user may go on without.
  const envelope = look?.envelope ?? null;
  if (envelope !== null && envelope.id !== dataKey?.envelope.id)
    await setDataKey(openKeys.get(envelope.id) ?? (await options.unlock(envelope, true)));

  const safeStorage = storage;
  let hasHole = false;
  const journal = createJournal({
    files: host,
    encoder,
    dataKey: () => dataKey,
    readSet: (seq) => safeStorage.readSet(seq),
    onHole: () => {
      hasHole = true;
    },
  });
  // Nothing waits for it: later changes queue up behind, and a failure shows itself there.
  const caughtUp = journal.catchUp(data.lastSeq).then(() => ({ hasHole }));
  if (dueBackup === null && data.lastSeq > 0) {
    const newest = look?.backup ?? null;
    if (newest === null) dueBackup = 'start';
    else if (newest.header.appVersion !== options.appVersion) dueBackup = 'before-update';
  }
  return ok({
    storage: safeStorage,
    data,
    vault: { journal, backups, caughtUp, dataKey: () => dataKey, setDataKey },
    notices,
    dueBackup,
  });
};

const withData = async (storage: Storage): Promise<Pick<OpenedSchool, 'storage' | 'data'>> => ({
  storage,
  data: await storage.load(),
});

const unreadable = ({ failure, detail }: VaultFailure): OpenSchoolFailure => ({
  code: 'vault-unreadable',
  failure,
  detail,
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

/** What is about to be replaced stays readable for whoever has to look into it. */
const setRowsAside = async (
  host: HostBridge,
  rows: Readonly<Record<string, readonly unknown[]>>,
  now: Date,
): Promise<void> => {
  const name = `beiseite/${now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-datenbank.json`;
  await host.vaultWrite({ name, bytes: bytesOf(JSON.stringify(rows)) });
};
