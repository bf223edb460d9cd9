import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import { DATA_VERSIONS, type DataVersion } from '#core/history/data-versions.ts';
import type { Change } from '#core/history/change-set.ts';
import type {
  ChangeSetRow,
  ChangesRow,
  DeviceRow,
  ProfileRow,
  RoomRow,
  SchoolRow,
  SettingRow,
} from './rows.ts';
import { SCHEMA, type SchemaVersion } from './schema.ts';

export type Database = Dexie & {
  school: EntityTable<SchoolRow, 'id'>;
  rooms: EntityTable<RoomRow, 'id'>;
  devices: EntityTable<DeviceRow, 'id'>;
  profiles: EntityTable<ProfileRow, 'key'>;
  settings: EntityTable<SettingRow, 'id'>;
  changeSets: EntityTable<ChangeSetRow, 'seq'>;
  changes: Table<ChangesRow, [seq: number, part: number]>;
};

/** The database with its versions declared, not yet open. */
export const declareDatabase = (
  name: string,
  schema: readonly SchemaVersion[] = SCHEMA,
  dataVersions: readonly DataVersion[] = DATA_VERSIONS,
): Database => {
  const database = new Dexie(name, {
    // Reopening by itself after the browser closed it would write on into an empty database.
    autoOpen: false,
    // A transaction counts as complete when it is on the disk, not when the system has taken it over.
    chromeTransactionDurability: 'strict',
    // Everything is in memory already: a second copy of each written row would only cost time and room.
    cache: 'disabled',
  });
  for (const { version, stores } of schema) {
    const declared = database.version(version).stores({ ...stores });
    const upgrade = dataVersions.find((known) => known.version === version)?.upgradeThing;
    if (upgrade !== undefined) declared.upgrade((transaction) => upgradeRows(transaction, upgrade));
  }
  // Dexie adds the tables by name; the schema above is what makes the type true.
  return database as Database;
};

const KIND_OF_STORE = { school: 'school', rooms: 'room', devices: 'device', settings: 'setting' } as const;

/** The same function as for backups, on every row and on the history of each. */
const upgradeRows = async (
  transaction: Transaction,
  upgrade: NonNullable<DataVersion['upgradeThing']>,
): Promise<void> => {
  for (const [store, kind] of Object.entries(KIND_OF_STORE))
    await transaction
      .table<unknown>(store)
      .toCollection()
      .modify((row, context) => {
        context.value = upgrade(kind, row);
      });
  await transaction
    .table<ProfileRow>('profiles')
    .toCollection()
    .modify((row) => {
      Object.assign(row, { profile: upgrade('profile', row.profile) });
    });
  const upgraded = (change: Change): Change =>
    ({
      ...change,
      before: change.before === null ? null : upgrade(change.entity, change.before),
      after: change.after === null ? null : upgrade(change.entity, change.after),
    }) as Change;
  await transaction
    .table<ChangesRow>('changes')
    .toCollection()
    .modify((row) => {
      Object.assign(row, { changes: row.changes.map(upgraded) });
    });
};
