import { Dexie } from 'dexie';
import { DATA_VERSIONS, type DataVersion } from '#core/history/data-versions.ts';
import type { Change } from '#core/history/change-set.ts';
import { EMPTY_SCHOOL } from '#core/inventory/school.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { declareDatabase, type Database } from './database.ts';
import { forgetHistory } from './forget-history.ts';
import { readHistory } from './read-history.ts';
import { deviceFromRow, headerFromRow, profileFromRow, roomFromRow, schoolFromRow } from './rows.ts';
import { SCHEMA, type SchemaVersion } from './schema.ts';
import type { OpenFailure, ReadOnlyReason, Storage, StoredData, WriteFailure } from './storage.ts';
import { replaceEverything, SequenceBroken, WriteCancelled, writeChangeSet } from './write-change-set.ts';

/** The name is part of where the data lie: it never changes. */
export const DATABASE_NAME = 'ausstattungskompass';

/** So many steps can be taken back after a restart. */
const HEADERS_AT_START = 2000;

export type OpenStorageOptions = {
  readonly name?: string;
  readonly schema?: readonly SchemaVersion[];
  readonly dataVersions?: readonly DataVersion[];
  /** Lets one window write and makes every other one read only; absent where a host has no locks. */
  readonly locks?: LockManager | undefined;
  /** Asked with everything of an older version before it is upgraded; false: it is left as it is. */
  readonly beforeUpgrade?: (data: StoredData, version: number) => Promise<boolean>;
};

/**
 * Opens the school's data, creating or upgrading the database where needed. The first window of the origin may write,
 * every other one reads.
 *
 * @returns the storage, or why it cannot be opened; nothing is changed in that case
 */
export const openStorage = async ({
  name = DATABASE_NAME,
  schema = SCHEMA,
  dataVersions = DATA_VERSIONS,
  locks = globalThis.navigator?.locks,
  beforeUpgrade,
}: OpenStorageOptions = {}): Promise<Result<Storage, OpenFailure>> => {
  const lock = await takeWriteLock(locks, name);
  const database = declareDatabase(name, schema, dataVersions);
  const opened = await openOrSayWhy(database, schema, lock.isHeld ? beforeUpgrade : undefined);
  if (!opened.ok) {
    lock.release();
    return opened;
  }
  return ok(storageOf(database, lock.isHeld ? null : 'other-window', lock));
};

type WriteLock = {
  readonly isHeld: boolean;
  readonly release: () => void;
  /** Where another window holds it: resolves when that one is gone. */
  readonly whenFree: () => Promise<void>;
};

/** Held until the page goes away, so that a crash frees it too. */
const takeWriteLock = (locks: LockManager | undefined, name: string): Promise<WriteLock> => {
  const never = (): Promise<void> => new Promise(() => undefined);
  if (locks === undefined)
    return Promise.resolve({ isHeld: true, release: () => undefined, whenFree: never });
  return new Promise((resolve, reject) => {
    const held = locks.request(`${name}-writer`, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve({
          isHeld: false,
          release: () => undefined,
          whenFree: async () => {
            await locks.request(`${name}-writer`, () => undefined);
          },
        });
        return undefined;
      }
      return new Promise<void>((release) => resolve({ isHeld: true, release, whenFree: never }));
    });
    held.catch(reject);
  });
};

const openOrSayWhy = async (
  database: Database,
  schema: readonly SchemaVersion[],
  beforeUpgrade: OpenStorageOptions['beforeUpgrade'],
): Promise<Result<null, OpenFailure>> => {
  const known = Math.max(...schema.map(({ version }) => version));
  let stored: number | null;
  try {
    stored = await storedVersion(database.name);
  } catch (error) {
    return failed({ code: 'unavailable', detail: String(error) });
  }
  if (stored !== null && stored > known) return failed({ code: 'newer-data', version: stored });
  if (stored !== null && stored < known && beforeUpgrade !== undefined) {
    const old = await readAsItIs(database.name);
    // Without a backup of before there is no upgrade.
    if (old !== null && !(await beforeUpgrade(old, stored)))
      return failed({ code: 'unavailable', detail: 'no backup could be written before the upgrade' });
  }
  let giveUp: (failure: OpenFailure) => void = () => undefined;
  const blocked = new Promise<Result<null, OpenFailure>>((resolve) => {
    giveUp = (failure) => resolve(failed(failure));
  });
  // Another window still holds an older version and did not let go.
  database.on('blocked', () => giveUp({ code: 'blocked' }));
  const opening = database.open().then(
    (): Result<null, OpenFailure> => ok(null),
    (error: unknown): Result<null, OpenFailure> =>
      failed({ code: 'unavailable', detail: error instanceof Error ? error.message : String(error) }),
  );
  const outcome = await Promise.race([opening, blocked]);
  if (!outcome.ok) database.close();
  return outcome;
};

/** The schema version on the disk (Dexie stores ten times the number); null when there is no such database. */
const storedVersion = async (name: string): Promise<number | null> => {
  if (!(await Dexie.exists(name))) return null;
  const all = (await globalThis.indexedDB.databases?.()) ?? [];
  const version = all.find((entry) => entry.name === name)?.version;
  return version === undefined ? null : Math.ceil(version / 10);
};

const storageOf = (database: Database, readOnly: ReadOnlyReason | null, lock: WriteLock): Storage => {
  const takenOverListeners = new Set<() => void>();
  let isLetGo = false;
  database.on('versionchange', () => {
    // A newer version of the app wants to upgrade: letting go at once keeps it from waiting for ever.
    isLetGo = true;
    database.close();
    for (const listener of takenOverListeners) listener();
  });
  return {
    readOnly,
    load: () => load(database),
    append: async (set, options = {}) => {
      try {
        // The browser closes a database by itself, on a full disk for one. Should another, empty one be there now, the missing
        // predecessor of the set tells.
        if (!database.isOpen() && !isLetGo) await database.open();
        await writeChangeSet(database, set, options);
        return ok(null);
      } catch (error) {
        return failed(error instanceof WriteCancelled ? 'cancelled' : writeFailureOf(error));
      }
    },
    readChanges: (seq) => readChanges(database, seq),
    readSet: async (seq) => {
      const row = await database.changeSets.get(seq);
      const changes = row === undefined ? null : await readChanges(database, seq);
      if (row === undefined || changes === null) return null;
      return { ...headerFromRow(row), changes };
    },
    readHistory: (before) => readHistory(database, before),
    countHistory: () => database.changeSets.count(),
    forgetHistory: async (before) => {
      try {
        return ok(await forgetHistory(database, before));
      } catch (error) {
        return failed(writeFailureOf(error));
      }
    },
    nextStored: async (from) =>
      (await database.changeSets.where(':id').aboveOrEqual(from).first())?.seq ?? null,
    replace: async (data) => {
      try {
        await replaceEverything(database, data);
        return ok(null);
      } catch (error) {
        return failed(writeFailureOf(error));
      }
    },
    dump: async () => {
      const rows: Record<string, readonly unknown[]> = {};
      for (const table of database.tables)
        rows[table.name] = await table.toArray().catch((error: unknown) => [String(error)]);
      return rows;
    },
    onTakenOver: (listener) => {
      takenOverListeners.add(listener);
      return () => takenOverListeners.delete(listener);
    },
    onReleased: (listener) => {
      if (!lock.isHeld) void lock.whenFree().then(listener);
    },
    close: () => {
      isLetGo = true;
      database.close();
      lock.release();
    },
  };
};

/**
 * The data of a version that this app does not write, older or newer: opened without any change.
 *
 * @returns null where there is nothing that could be read
 */
export const readAsItIs = async (name: string = DATABASE_NAME): Promise<StoredData | null> => {
  if (!(await Dexie.exists(name))) return null;
  // Without declared versions Dexie takes the database as it is.
  const database = new Dexie(name, { autoOpen: false });
  try {
    await database.open();
    // Only declared tables become properties by themselves.
    for (const table of database.tables) Object.assign(database, { [table.name]: table });
    return await load(database as Database);
  } catch {
    return null;
  } finally {
    database.close();
  }
};

/** Removes a database that cannot even be opened, so that another one can be made. */
export const removeDatabase = async (name: string = DATABASE_NAME): Promise<void> => Dexie.delete(name);

/** Data that may be looked at and not changed. */
export const readOnlyStorage = (data: StoredData, readOnly: ReadOnlyReason): Storage => ({
  readOnly,
  load: () => Promise.resolve(data),
  append: () => Promise.resolve(failed('unknown')),
  readChanges: () => Promise.resolve(null),
  readSet: () => Promise.resolve(null),
  nextStored: () => Promise.resolve(null),
  readHistory: async function* () {
    // What is known of a newer version is its state.
  },
  countHistory: () => Promise.resolve(0),
  forgetHistory: () => Promise.resolve(failed('unknown')),
  replace: () => Promise.resolve(failed('unknown')),
  dump: () => Promise.resolve({}),
  onTakenOver: () => () => undefined,
  onReleased: () => undefined,
  close: () => undefined,
});

const load = (database: Database): Promise<StoredData> => {
  const { school, rooms, devices, profiles, settings, changeSets } = database;
  return database.transaction('r', [school, rooms, devices, profiles, settings, changeSets], async () => {
    const schoolRow = await school.get('school');
    const roomRows = await rooms.toArray();
    const deviceRows = await devices.toArray();
    const profileRows = await profiles.toArray();
    const settingRows = await settings.toArray();
    const newest = await changeSets.orderBy(':id').reverse().limit(HEADERS_AT_START).toArray();
    return {
      inventory: {
        school: schoolRow === undefined ? EMPTY_SCHOOL : schoolFromRow(schoolRow),
        rooms: roomRows.map(roomFromRow),
        devices: deviceRows.map(deviceFromRow),
      },
      profiles: new Map(profileRows.map((row) => [row.key, profileFromRow(row)])),
      settings: new Map(settingRows.map(({ id, value }) => [id, value])),
      lastSeq: newest[0]?.seq ?? 0,
      headers: newest.map(headerFromRow).toReversed(),
    };
  });
};

const readChanges = async (database: Database, seq: number): Promise<readonly Change[] | null> => {
  const { changeSets, changes } = database;
  return database.transaction('r', [changeSets, changes], async () => {
    const row = await changeSets.get(seq);
    if (row === undefined) return null;
    const parts = await changes
      .where(':id')
      .between([seq, 0], [seq + 1, 0])
      .toArray();
    const all = parts.flatMap((part) => [...part.changes]);
    // A set of which a part is gone must not pass for a whole one.
    return all.length === row.changeCount ? all : null;
  });
};

/** Dexie wraps what the browser threw: the name of the inner error says what happened. */
const writeFailureOf = (error: unknown): WriteFailure => {
  const names = errorNames(error);
  if (names.includes('QuotaExceededError')) return 'disk-full';
  if (error instanceof SequenceBroken || names.some((name) => GONE.has(name))) return 'storage-gone';
  return 'unknown';
};

const GONE: ReadonlySet<string> = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NotFoundError',
  'OpenFailedError',
]);

const errorNames = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return [];
  const inner: unknown = Reflect.get(error, 'inner') ?? error.cause;
  return [error.name, ...errorNames(inner)];
};
