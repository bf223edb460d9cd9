import 'fake-indexeddb/auto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyChanges, invertChanges } from '#core/history/apply-changes.ts';
import type { Change, ChangeSet } from '#core/history/change-set.ts';
import { EMPTY_INVENTORY } from '#core/inventory/inventory.ts';
import { aDevice, aRoom, aSchool } from '#core/testing/builders.ts';
import { DATA_VERSIONS, type DataVersion } from '#core/history/data-versions.ts';
import type { Device } from '#core/inventory/device.ts';
import { declareDatabase } from './database.ts';
import { openStorage, readAsItIs } from './open-storage.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';
import type { Storage } from './storage.ts';
import { CHANGES_PER_PART } from './write-change-set.ts';

const FIXTURES = join(import.meta.dirname, '__fixtures__');

const aSet = (seq: number, changes: readonly Change[]): ChangeSet => ({
  seq,
  at: '2026-11-24T09:00:00.000Z',
  label: { code: 'devices-created', params: { count: changes.length } },
  action: { kind: 'do' },
  changes,
});
const created = (...ids: readonly string[]): Change[] =>
  ids.map((id) => ({ entity: 'device', id, before: null, after: aDevice({ id }) }));

const open = async (name = 'test'): Promise<Storage> => {
  const opened = await openStorage({ name, locks: undefined });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
});

describe('openStorage', () => {
  it('starts with nothing', async () => {
    const data = await (await open()).load();
    expect(data.inventory).toEqual(EMPTY_INVENTORY);
    expect(data.lastSeq).toBe(0);
  });

  it('gives back after a restart what was appended', async () => {
    const storage = await open();
    const changes: Change[] = [
      { entity: 'school', id: 'school', before: null, after: aSchool({ name: 'Schule am See' }) },
      { entity: 'room', id: 'r-1', before: null, after: aRoom({ exemptions: [], extra: { Schrank: '4' } }) },
      ...created('d-1', 'd-2'),
      { entity: 'setting', id: 'density', before: null, after: { id: 'density', value: 'normal' } },
    ];
    expect(await storage.append(aSet(1, changes))).toEqual({ ok: true, value: null });
    storage.close();
    const data = await (await open()).load();
    expect(data.inventory.school.name).toBe('Schule am See');
    expect(data.inventory.rooms).toEqual([aRoom({ extra: { Schrank: '4' } })]);
    expect(data.inventory.devices).toEqual([aDevice({ id: 'd-1' }), aDevice({ id: 'd-2' })]);
    expect(data.settings.get('density')).toBe('normal');
    expect(data.lastSeq).toBe(1);
  });

  it('keeps the changes of a set for undo, in parts and in order', async () => {
    const storage = await open();
    const ids = Array.from(
      { length: CHANGES_PER_PART + 5 },
      (_, index) => `d-${String(index).padStart(5, '0')}`,
    );
    const progress: number[] = [];
    const set = aSet(1, created(...ids));
    await storage.append(set, { onProgress: (written) => progress.push(written) });
    expect(progress).toEqual([CHANGES_PER_PART, ids.length]);
    const changes = await storage.readChanges(1);
    expect(changes).toEqual(set.changes);
    await storage.append({ ...aSet(2, invertChanges(changes ?? [])), action: { kind: 'undo', of: 1 } });
    expect((await storage.load()).inventory.devices).toEqual([]);
  });

  it('keeps nothing of a set that is given up on the way, and takes its number again', async () => {
    const storage = await open();
    await storage.append(aSet(1, created('d-0')));
    const ids = Array.from({ length: CHANGES_PER_PART + 5 }, (_, index) => `d-${index + 1}`);
    let parts = 0;
    const outcome = await storage.append(aSet(2, created(...ids)), {
      onProgress: () => (parts += 1),
      isCancelled: () => parts === 1,
    });
    expect(outcome).toEqual({ ok: false, error: 'cancelled' });
    expect(await storage.readChanges(2)).toBeNull();
    expect(await storage.append(aSet(2, created('d-9999')))).toEqual({ ok: true, value: null });
    expect((await storage.load()).inventory.devices.map(({ id }) => id)).toEqual(['d-0', 'd-9999']);
  });

  it('stores the same as is shown in memory', async () => {
    const storage = await open();
    const first = created('d-1', 'd-2', 'd-3');
    const second: Change[] = [
      { entity: 'device', id: 'd-2', before: aDevice({ id: 'd-2' }), after: null },
      {
        entity: 'device',
        id: 'd-1',
        before: aDevice({ id: 'd-1' }),
        after: aDevice({ id: 'd-1', name: 'Beamer' }),
      },
    ];
    await storage.append(aSet(1, first));
    await storage.append(aSet(2, second));
    const start = { inventory: EMPTY_INVENTORY, profiles: new Map(), settings: new Map() };
    const shown = applyChanges(applyChanges(start, first), second);
    expect((await storage.load()).inventory).toEqual(shown.inventory);
  });

  it('accepts the same set twice and changes nothing', async () => {
    const storage = await open();
    await storage.append(aSet(1, created('d-1')));
    expect((await storage.append(aSet(1, created('d-1')))).ok).toBe(true);
    expect((await storage.load()).inventory.devices).toHaveLength(1);
  });

  it('refuses to go on in a database that was emptied under it', async () => {
    const storage = await open();
    expect(await storage.append(aSet(7, created('d-1')))).toEqual({ ok: false, error: 'storage-gone' });
    expect((await storage.load()).inventory.devices).toEqual([]);
  });

  it('reports a closed database instead of losing the change', async () => {
    const storage = await open();
    storage.close();
    expect(await storage.append(aSet(1, created('d-1')))).toEqual({ ok: false, error: 'storage-gone' });
  });

  it('names the version of data that are newer than the app', async () => {
    const newer = declareDatabase('test', [...SCHEMA, { version: SCHEMA_VERSION + 1, stores: {} }]);
    await newer.open();
    await newer.devices.add(aDevice({ id: 'd-1', name: 'von morgen' }));
    newer.close();
    expect((await readAsItIs('test'))?.inventory.devices).toEqual([
      aDevice({ id: 'd-1', name: 'von morgen' }),
    ]);
    expect(await openStorage({ name: 'test', locks: undefined })).toEqual({
      ok: false,
      error: { code: 'newer-data', version: SCHEMA_VERSION + 1 },
    });
  });

  it('lets go when a newer version wants to upgrade, and says so', async () => {
    const storage = await open();
    let told = 0;
    storage.onTakenOver(() => (told += 1));
    const newer = declareDatabase('test', [...SCHEMA, { version: SCHEMA_VERSION + 1, stores: {} }]);
    await newer.open();
    expect(told).toBe(1);
    newer.close();
  });

  it('opens read only beside a window that writes', async () => {
    const held = new Set<string>();
    const locks = {
      request: async (name: string, _options: unknown, run: (lock: object | null) => Promise<void>) => {
        if (held.has(name)) return run(null);
        held.add(name);
        await run({});
        held.delete(name);
        return undefined;
      },
    } as unknown as LockManager;
    const first = await openStorage({ name: 'test', locks });
    const second = await openStorage({ name: 'test', locks });
    expect([first.ok && first.value.readOnly, second.ok && second.value.readOnly]).toEqual([
      null,
      'other-window',
    ]);
  });
});

describe('SCHEMA', () => {
  it('has the number of the file formats', () => {
    expect(SCHEMA.map(({ version }) => version)).toEqual(DATA_VERSIONS.map(({ version }) => version));
  });

  it('upgrades things and their history by the same function as backups, after a backup of before', async () => {
    const storage = await open();
    await storage.append(aSet(1, created('d-1')));
    storage.close();
    const schema = [...SCHEMA, { version: SCHEMA_VERSION + 1, stores: {} }] as const;
    const upgrade: DataVersion = {
      version: SCHEMA_VERSION + 1,
      upgradeThing: (kind, thing) =>
        kind === 'device' ? { ...(thing as object), name: 'von der neuen Version' } : thing,
    };
    const told: unknown[] = [];
    const opened = await openStorage({
      name: 'test',
      locks: undefined,
      schema: [...schema],
      dataVersions: [...DATA_VERSIONS, upgrade],
      beforeUpgrade: async (data, version) => {
        told.push([version, data.inventory.devices.map(({ name }) => name)]);
        return true;
      },
    });
    if (!opened.ok) throw new Error(opened.error.code);
    const name = 'von der neuen Version';
    expect((await opened.value.load()).inventory.devices).toEqual([aDevice({ id: 'd-1', name })]);
    expect(await opened.value.readChanges(1)).toMatchObject([{ after: { id: 'd-1', name } }]);
    expect(told).toEqual([[SCHEMA_VERSION, [aDevice({ id: 'd-1' }).name]]]);
  });

  it('is what schema-snapshot.json says', async () => {
    const database = declareDatabase('test');
    await database.open();
    const schema = {
      version: SCHEMA_VERSION,
      stores: Object.fromEntries(
        database.tables.map(({ name, schema: { primKey, indexes } }) => [
          name,
          [primKey.src, ...indexes.map(({ src }) => src)].join(','),
        ]),
      ),
    };
    const file = join(FIXTURES, 'schema-snapshot.json');
    if (process.env['UPDATE_SCHEMA_SNAPSHOT']) writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
    expect(schema).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it.each(SCHEMA.map(({ version }) => version))('opens a database of version %i', async (version) => {
    const fixture = JSON.parse(readFileSync(join(FIXTURES, `v${version}.json`), 'utf8')) as {
      rows: Record<string, readonly object[]>;
      expected: { readonly inventory: { readonly devices: readonly Device[] } };
    };
    const old = declareDatabase(
      'test',
      SCHEMA.filter((entry) => entry.version <= version),
    );
    await old.open();
    for (const [table, rows] of Object.entries(fixture.rows)) await old.table(table).bulkPut(rows);
    old.close();
    const data = await (await open()).load();
    expect({
      inventory: data.inventory,
      settings: Object.fromEntries(data.settings),
      lastSeq: data.lastSeq,
      headers: data.headers,
    }).toEqual({
      ...fixture.expected,
      inventory: {
        ...fixture.expected.inventory,
        // The day of repair came later: it stands there with its default.
        devices: fixture.expected.inventory.devices.map((device) =>
          device.defect === null ? device : { ...device, defect: { ...device.defect, repairedOn: null } },
        ),
      },
    });
  });
});
