import { Dexie } from 'dexie';
import type { Change, ChangeOf, ChangeSet, Entities, EntityKind } from '#core/history/change-set.ts';
import { isSameValue } from '#core/history/same-value.ts';
import { deviceId, roomId } from '#core/shared/ids.ts';
import type { Database } from './database.ts';
import { headerFromRow, type ChangesRow, type ChangeSetRow } from './rows.ts';
import type { AppendOptions } from './storage.ts';

/** Rows per call and changes per stored part; progress is told after each. */
export const CHANGES_PER_PART = 1000;

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
  { onProgress, isCancelled }: AppendOptions,
): Promise<void> => {
  const { school, rooms, devices, profiles, settings, changeSets, changes } = database;
  const tables = [school, rooms, devices, profiles, settings, changeSets, changes];
  // Callers are told outside of the transaction: what they start there must not become a part of it.
  const goOn = (): void => {
    if (Dexie.ignoreTransaction(() => isCancelled?.()) === true)
      throw new WriteCancelled(`change set ${set.seq} was given up`);
  };
  await database.transaction('rw', tables, async () => {
    if (await isAlreadyThere(database, set)) return;
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

const rowOf = ({ changes, ...header }: ChangeSet): ChangeSetRow => ({
  ...header,
  changeCount: changes.length,
});

/** Also refuses a hole: after a database was emptied under the app, its next change must not start a new history. */
const isAlreadyThere = async ({ changeSets }: Database, set: ChangeSet): Promise<boolean> => {
  const [previous, same] = await changeSets.bulkGet([set.seq - 1, set.seq]);
  if (same !== undefined) {
    const { changes: _changes, ...header } = set;
    if (isSameValue(headerFromRow(same), header)) return true;
    throw new SequenceBroken(`change set ${set.seq} exists and is another one`);
  }
  if (previous === undefined && set.seq > 1) throw new SequenceBroken(`change set ${set.seq - 1} is missing`);
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
  await database.school.bulkPut(school.put.map(([, after]) => ({ ...after, id: 'school' })));
  await database.school.bulkDelete(school.gone.map(() => 'school'));
  await database.rooms.bulkPut(room.put.map(([, after]) => after));
  await database.rooms.bulkDelete(room.gone.map(roomId));
  await database.devices.bulkPut(device.put.map(([, after]) => after));
  await database.devices.bulkDelete(device.gone.map(deviceId));
  await database.profiles.bulkPut(profile.put.map(([key, after]) => ({ key, profile: after })));
  await database.profiles.bulkDelete([...profile.gone]);
  await database.settings.bulkPut(setting.put.map(([, after]) => after));
  await database.settings.bulkDelete([...setting.gone]);
};
