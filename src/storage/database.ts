import { Dexie, type EntityTable, type Table } from 'dexie';
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
export const declareDatabase = (name: string, schema: readonly SchemaVersion[] = SCHEMA): Database => {
  const database = new Dexie(name, {
    // Reopening by itself after the browser closed it would write on into an empty database.
    autoOpen: false,
    // A transaction counts as complete when it is on the disk, not when the system has taken it over.
    chromeTransactionDurability: 'strict',
    // Everything is in memory already: a second copy of each written row would only cost time and room.
    cache: 'disabled',
  });
  for (const { version, stores, upgrade } of schema) {
    const declared = database.version(version).stores({ ...stores });
    if (upgrade !== undefined) declared.upgrade(upgrade);
  }
  // Dexie adds the tables by name; the schema above is what makes the type true.
  return database as Database;
};
