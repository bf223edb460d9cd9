import { Dexie, type Table } from 'dexie';
import type { Change, ChangeOf, ChangeSet, Entities, EntityKind } from '#core/history/change-set.ts';
import { isSameValue } from '#core/history/same-value.ts';
import { deviceId, roomId } from '#core/shared/ids.ts';
import type { Database } from './database.ts';
import { headerFromRow, type ChangesRow, type ChangeSetRow } from './rows.ts';
import type { AppendOptions, ReplacementData } from './storage.ts';

/**
 * Rows per call and changes per stored part; progress is told after each. The window is deaf while the browser takes a
 * part over: 1,000 rows are 60 ms, this many less than one frame.
 */
export const CHANGES_PER_PART = 200;

/** Thrown inside the transaction, which it rolls back: the database is not the one that was loaded. */
export class SequenceBroken extends Error {
  override readonly name = 'SequenceBroken';
}

/** Thrown inside the transaction, which it rolls back: the caller has given the set up. */
export class WriteCancelled extends Error {
  override readonly name = 'WriteCancelled';
}

/** Writes the set and what it changes in one transaction. A set that is already there is left as it is. */
export const writeChangeSet = async (
  database: Database,
  set: ChangeSet,
  { onProgress, isCancelled, mayFollowHole = false }: AppendOptions,
): Promise<void> => {
  const { school, rooms, devices, profiles, settings, changeSets, changes } = database;
  const tables = [school, rooms, devices, profiles, settings, changeSets, changes];
  // Callers are told outside of the transaction: what they start there must not become a part of it.
  const goOn = (): void => {
    if (Dexie.ignoreTransaction(() => isCancelled?.()) === true)
      throw new WriteCancelled(`change set ${set.seq} was given up`);
  };
  await database.transaction('rw', tables, async () => {
    if (await isAlreadyThere(database, set, mayFollowHole)) return;
    await changeSets.add(rowOf(set));
    for (let start = 0, part = 0; start < set.changes.length; start += CHANGES_PER_PART, part += 1) {
      goOn();
      const chunk = set.changes.slice(start, start + CHANGES_PER_PART);
      const row: ChangesRow = { seq: set.seq, part, changes: chunk };
      await changes.add(row);
      await writeChanges(database, chunk);
      Dexie.ignoreTransaction(() => onProgress?.(start + chunk.length, set.changes.length));
    }
    // The last moment: from here on the browser makes it durable.
    goOn();
  });
};

/** Puts another state and history in the place of everything, in one transaction. */
export const replaceEverything = async (
  database: Database,
  { state, sets, lastSeq, changedAt }: ReplacementData,
): Promise<void> => {
  const { school, rooms, devices, profiles, settings, changeSets, changes } = database;
  const tables = [school, rooms, devices, profiles, settings, changeSets, changes];
  await database.transaction('rw', tables, async () => {
    for (const table of tables) await table.clear();
    const { inventory } = state;
    await school.put({ ...inventory.school, id: 'school' });
    await putAll(rooms, inventory.rooms);
    await putAll(devices, inventory.devices);
    await putAll(
      profiles,
      [...state.profiles].map(([key, profile]) => ({ key, profile })),
    );
    await putAll(
      settings,
      [...state.settings].map(([id, value]) => ({ id, value })),
    );
    for (const set of sets) {
      await changeSets.add(rowOf(set));
      for (const [part, chunk] of inParts(set.changes).entries())
        await changes.add({ seq: set.seq, part, changes: chunk });
    }
    // The sequence goes on from here, also where nothing is known of what led here.
    if (sets.at(-1)?.seq !== lastSeq && lastSeq > 0)
      await changeSets.add({
        seq: lastSeq,
        at: changedAt,
        label: { code: 'data-recovered', params: {} },
        action: { kind: 'note' },
        changeCount: 0,
      });
  });
};

const inParts = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / CHANGES_PER_PART) }, (_, part) =>
    items.slice(part * CHANGES_PER_PART, (part + 1) * CHANGES_PER_PART),
  );

const putAll = async <Row, Key>(table: Table<Row, Key>, rows: readonly Row[]): Promise<void> => {
  for (const part of inParts(rows)) await table.bulkPut(part);
};

const rowOf = ({ changes, ...header }: ChangeSet): ChangeSetRow => ({
  ...header,
  changeCount: changes.length,
});

/** Also refuses a hole: after a database was emptied under the app, its next change must not start a new history. */
const isAlreadyThere = async (
  { changeSets }: Database,
  set: ChangeSet,
  mayFollowHole: boolean,
): Promise<boolean> => {
  const [previous, same] = await changeSets.bulkGet([set.seq - 1, set.seq]);
  if (same !== undefined) {
    const { changes: _changes, ...header } = set;
    if (isSameValue(headerFromRow(same), header)) return true;
    throw new SequenceBroken(`change set ${set.seq} exists and is another one`);
  }
  if (previous === undefined && set.seq > 1 && !mayFollowHole)
    throw new SequenceBroken(`change set ${set.seq - 1} is missing`);
  return false;
};

/** What is left of each thing of a kind after all changes: its last shape to put, or its id to delete. */
const lastOfKind = <Kind extends EntityKind>(
  changes: readonly Change[],
  kind: Kind,
): {
  readonly put: readonly (readonly [id: string, after: Entities[Kind]])[];
  readonly gone: readonly string[];
} => {
  const last = new Map<string, Entities[Kind] | null>();
  for (const change of changes)
    if (change.entity === kind) last.set(change.id, (change as ChangeOf<Kind>).after);
  const put: (readonly [string, Entities[Kind]])[] = [];
  const gone: string[] = [];
  for (const [id, after] of last) {
    if (after === null) gone.push(id);
    else put.push([id, after]);
  }
  return { put, gone };
};

const writeChanges = async (database: Database, changes: readonly Change[]): Promise<void> => {
  const school = lastOfKind(changes, 'school');
  const room = lastOfKind(changes, 'room');
  const device = lastOfKind(changes, 'device');
  const profile = lastOfKind(changes, 'profile');
  const setting = lastOfKind(changes, 'setting');
  await replaceRows(
    database.school,
    school.put.map(([, after]) => ({ ...after, id: 'school' })),
    school.gone.map(() => 'school'),
  );
  await replaceRows(
    database.rooms,
    room.put.map(([, after]) => after),
    room.gone.map(roomId),
  );
  await replaceRows(
    database.devices,
    device.put.map(([, after]) => after),
    device.gone.map(deviceId),
  );
  await replaceRows(
    database.profiles,
    profile.put.map(([key, after]) => ({ key, profile: after })),
    profile.gone,
  );
  await replaceRows(
    database.settings,
    setting.put.map(([, after]) => after),
    setting.gone,
  );
};

const replaceRows = async <Row, Key extends string>(
  table: Table<Row, Key>,
  put: readonly Row[],
  gone: readonly Key[],
): Promise<void> => {
  if (put.length > 0) await table.bulkPut(put);
  if (gone.length > 0) await table.bulkDelete([...gone]);
};
