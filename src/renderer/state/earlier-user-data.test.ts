import 'fake-indexeddb/auto';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directEncoder } from '#backup/encoder.ts';
import { openDataKey } from '#backup/data-key.ts';
import { folderVault, type FolderVault } from '#backup/testing/folder-vault.ts';
import type { HostBridge } from '#bridge/contract.ts';
import { DATA_VERSION, DATA_VERSIONS } from '#core/history/data-versions.ts';
import { declareDatabase } from '#storage/database.ts';
import { SCHEMA } from '#storage/schema.ts';
import { openSchool, type OpenSchoolOptions } from './open-school.ts';

/**
 * What an installed app of an earlier data version leaves behind, opened by this one as after an update: database and
 * folder with journal and backup. A new data version has to bring its own files.
 */
const FILES = join(import.meta.dirname, '../../../tests/fixtures/backups');
const ROWS = join(import.meta.dirname, '../../storage/__fixtures__');
const JOURNAL = 'protokoll/000000001.akj';
const BACKUP = 'sicherungen/20261124-100009-000000004-daily-a1b2c3d4.akbak';

type Things = readonly { readonly id: string }[];
type Expected = {
  readonly inventory: { readonly school: object; readonly rooms: Things; readonly devices: Things };
  readonly sets: readonly { readonly seq: number; readonly label: object }[];
};
type Rows = Readonly<Record<string, readonly object[]>>;

const json = async <Value>(folder: string, name: string) =>
  JSON.parse(await readFile(join(folder, name), 'utf8')) as Value;

let round = 0;
let vault: FolderVault;
beforeEach(async () => {
  round += 1;
  vault = await folderVault();
});
afterEach(() => vault.remove());

/** A database gives things in the order of their ids. */
const sorted = ({ rooms, devices, ...inventory }: Expected['inventory']) => {
  const byId = (things: Things): Things => things.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ...inventory, rooms: byId(rooms), devices: byId(devices) };
};

const putFiles = async (name: string): Promise<void> => {
  for (const [file, end] of [
    [JOURNAL, 'akj'],
    [BACKUP, 'akbak'],
  ] as const) {
    await mkdir(join(vault.root, file, '..'), { recursive: true });
    await copyFile(join(FILES, `${name}.${end}`), join(vault.root, file));
  }
};
const putRows = async (rows: Rows, version: number): Promise<void> => {
  const old = declareDatabase(
    `earlier-${round}`,
    SCHEMA.filter((entry) => entry.version <= version),
  );
  await old.open();
  for (const [table, values] of Object.entries(rows)) await old.table(table).bulkPut(values);
  old.close();
};
const start = async (options: Partial<OpenSchoolOptions> = {}) => {
  const opened = await openSchool({
    host: vault as unknown as HostBridge,
    encoder: directEncoder,
    appVersion: '99.0.0',
    now: () => new Date('2026-11-25T09:00:00Z'),
    newMark: () => 'a1b2c3d4',
    unlock: () => Promise.reject(new Error('no password was set')),
    databaseName: `earlier-${round}`,
    ...options,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
};

describe.each(DATA_VERSIONS.map(({ version }) => version))('the user data of data version %i', (version) => {
  const name = `v${version}`;

  it('come back from the folder alone, with the history', async () => {
    await putFiles(name);
    const expected = await json<Expected>(FILES, `${name}.json`);
    const school = await start();
    expect(sorted(school.data.inventory)).toEqual(sorted(expected.inventory));
    expect(school.data.headers.map(({ seq, label }) => ({ seq, label }))).toEqual(
      expected.sets.map(({ seq, label }) => ({ seq, label })),
    );
    expect(school.notices).toMatchObject([{ code: 'rebuilt', why: 'missing', sets: 4 }]);
    // The journal goes on, in the same history.
    expect(await school.vault?.caughtUp).toMatchObject({ ok: true });
    expect(await school.vault?.journal.isOurs()).toBe(true);
  });

  it('come back from a folder with a password', async () => {
    await putFiles(`${name}-password`);
    const { password } = await json<{ readonly password: string }>(FILES, `${name}-password.json`);
    const expected = await json<Expected>(FILES, `${name}.json`);
    const school = await start({
      unlock: async (envelope) => {
        const key = await openDataKey(envelope, password);
        return key.ok ? key.value : null;
      },
    });
    expect(sorted(school.data.inventory)).toEqual(sorted(expected.inventory));
  });

  it('are taken over from the database, and backed up before anything is written', async () => {
    const { rows, expected } = await json<{ readonly rows: Rows; readonly expected: object }>(
      ROWS,
      `${name}.json`,
    );
    await putRows(rows, version);
    const school = await start();
    const { inventory, settings, lastSeq, headers } = school.data;
    expect({ inventory, settings: Object.fromEntries(settings), lastSeq, headers }).toEqual(expected);
    expect(await school.vault?.caughtUp).toMatchObject({ ok: true });
    if (version === DATA_VERSION) expect(school.dueBackup).toBe('start');
    else expect((await vault.vaultList()).ok).toBe(true);
    // A second start finds both places in accord.
    school.storage.close();
    const again = await start();
    expect(again.data.inventory).toEqual(inventory);
    expect(again.notices).toEqual([]);
  });
});
