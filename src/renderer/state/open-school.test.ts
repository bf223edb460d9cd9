import 'fake-indexeddb/auto';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupFiles, journalFiles } from '#backup/vault-names.ts';
import { directEncoder } from '#backup/encoder.ts';
import { createDataKey, openDataKey } from '#backup/data-key.ts';
import { folderVault, type FolderVault } from '#backup/testing/folder-vault.ts';
import type { HostBridge } from '#bridge/contract.ts';
import type { Change } from '#core/history/change-set.ts';
import { aDevice, aProfile, aRequirement, aRoom } from '#core/testing/builders.ts';
import type { AppStore } from './app-state.ts';
import { createAppStore } from './inventory-store.ts';
import { openSchool, type OpenedSchool, type OpenSchoolOptions } from './open-school.ts';

const LABEL = { code: 'device-changed', params: { device: 'GS-1' } } as const;
const device = (id: string, name: string): Change => ({
  entity: 'device',
  id,
  before: null,
  after: aDevice({ id, name }),
});

let number = 0;
let vault: FolderVault;
let clock = new Date('2026-11-24T09:00:00Z');
const databaseName = (): string => `school-${number}`;

const open = async (options: Partial<OpenSchoolOptions> = {}): Promise<OpenedSchool> => {
  const opened = await openSchool({
    host: vault as unknown as HostBridge,
    encoder: directEncoder,
    appVersion: '1.0.0',
    now: () => clock,
    newMark: () => 'a1b2c3d4',
    unlock: () => Promise.reject(new Error('no password was set')),
    databaseName: databaseName(),
    ...options,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
};
const start = async (options: Partial<OpenSchoolOptions> = {}) => {
  const school = await open(options);
  const store = createAppStore({
    storage: school.storage,
    data: school.data,
    profiles: [aProfile({ requirements: [aRequirement({ id: 'R' })] })],
    now: () => (clock = new Date(clock.getTime() + 1000)),
    ...(school.vault !== null && {
      journal: {
        append: async (set) => {
          const written = await school.vault?.journal.append(set);
          return written?.ok === true ? { ok: true, value: null } : { ok: false, error: 'unknown' };
        },
      },
    }),
  });
  return { school, store };
};
const namesIn = ({ getState }: AppStore) =>
  getState()
    .inventory.devices.map(({ id, name }) => `${id} ${name}`)
    .toSorted();
const deleteDatabase = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName());
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('not deleted'));
  });
const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(vault.root, folder)).catch(() => [])).toSorted();
const journalPath = async (): Promise<string> => {
  const listed = await vault.vaultList();
  const last = listed.ok ? journalFiles(listed.value).at(-1) : undefined;
  if (last === undefined) throw new Error('no journal');
  return join(vault.root, ...last.name.split('/'));
};

beforeEach(async () => {
  number += 1;
  clock = new Date('2026-11-24T09:00:00Z');
  vault = await folderVault();
});
afterEach(() => vault.remove());

/** Three changes; after the second one a backup. */
const withThreeChanges = async () => {
  const { school, store } = await start();
  await store.commit(LABEL, [
    device('d-1', 'Beamer'),
    { entity: 'room', id: 'r-1', before: null, after: aRoom({}) },
  ]);
  await store.commit(LABEL, [device('d-2', 'Tafel')]);
  const taken = await school.vault?.backups.take(store.current(), 'daily');
  expect(taken?.ok).toBe(true);
  await store.commit(LABEL, [device('d-1', 'Display')]);
  school.storage.close();
  return namesIn(store);
};

describe('openSchool', () => {
  it('starts with nothing and tells nothing', async () => {
    const { store, school } = await start();
    expect(namesIn(store)).toEqual([]);
    expect(school.notices).toEqual([]);
    expect(school.dueBackup).toBeNull();
  });

  it('finds everything in order after a normal stop', async () => {
    const names = await withThreeChanges();
    const { store, school } = await start();
    expect(namesIn(store)).toEqual(names);
    expect(school.notices).toEqual([]);
    expect(school.dueBackup).toBeNull();
  });

  it('rebuilds a lost database from backup and journal, with undo', async () => {
    const names = await withThreeChanges();
    await deleteDatabase();
    const { store, school } = await start();
    expect(namesIn(store)).toEqual(names);
    expect(store.getState().inventory.rooms).toHaveLength(1);
    expect(school.notices).toMatchObject([{ code: 'rebuilt', why: 'missing', sets: 3 }]);
    await store.undo();
    expect(namesIn(store)).toEqual(['d-1 Beamer', 'd-2 Tafel']);
    await store.undo();
    expect(namesIn(store)).toEqual(['d-1 Beamer']);
    school.storage.close();
    // And it is a database like any other from then on.
    expect(namesIn((await start()).store)).toEqual(['d-1 Beamer']);
  });

  it('rebuilds from the journal alone, and from a backup alone', async () => {
    const names = await withThreeChanges();
    await deleteDatabase();
    for (const name of await filesIn('sicherungen')) await vault.vaultRemove({ name: `sicherungen/${name}` });
    const first = await start();
    expect(namesIn(first.store)).toEqual(names);
    await first.school.vault?.backups.take(first.store.current(), 'recovered');
    first.school.storage.close();
    await deleteDatabase();
    for (const name of await filesIn('protokoll')) await vault.vaultRemove({ name: `protokoll/${name}` });
    const second = await start();
    expect(namesIn(second.store)).toEqual(names);
    await second.store.commit(LABEL, [device('d-3', 'Tablet')]);
    expect(second.store.getState().save.kind).toBe('saved');
    second.school.storage.close();
    expect(namesIn((await start()).store)).toEqual([...names, 'd-3 Tablet']);
  });

  it('puts into an older database what only the journal has', async () => {
    const { school, store } = await start();
    await store.commit(LABEL, [device('d-1', 'Beamer')]);
    await store.commit(LABEL, [device('d-2', 'Tafel')]);
    const first = await school.storage.readSet(1);
    if (first === null) throw new Error('the first set was stored');
    school.storage.close();
    await deleteDatabase();
    // The database as it was after the first change.
    const older = await open({ host: (await folderVault()) as unknown as HostBridge });
    await older.storage.append(first);
    older.storage.close();
    const again = await start();
    expect(namesIn(again.store)).toEqual(['d-1 Beamer', 'd-2 Tafel']);
    expect(again.school.notices).toMatchObject([{ code: 'database-filled', sets: 1 }]);
  });

  it('writes into a lost or damaged journal what only the database has', async () => {
    const names = await withThreeChanges();
    for (const name of await filesIn('protokoll')) await vault.vaultRemove({ name: `protokoll/${name}` });
    for (const name of await filesIn('sicherungen')) await vault.vaultRemove({ name: `sicherungen/${name}` });
    const { school } = await start();
    expect(school.dueBackup).toBe('start');
    await school.vault?.caughtUp;
    school.storage.close();
    await deleteDatabase();
    expect(namesIn((await start()).store)).toEqual(names);
  });

  it('cuts a last line that was half written and takes the change from the database', async () => {
    const names = await withThreeChanges();
    const path = await journalPath();
    const { length } = await readFile(path);
    await truncate(path, length - 20);
    const { school } = await start();
    expect(school.notices).toEqual([]);
    await school.vault?.caughtUp;
    school.storage.close();
    await deleteDatabase();
    expect(namesIn((await start()).store)).toEqual(names);
    expect(await filesIn('beiseite')).toEqual([]);
  });

  it('sets a damaged journal aside and goes on with what both still have', async () => {
    const names = await withThreeChanges();
    const path = await journalPath();
    const bytes = await readFile(path);
    const at = bytes.indexOf('Tafel');
    bytes[at] = 0x58;
    await writeFile(path, bytes);
    const { school, store } = await start();
    expect(namesIn(store)).toEqual(names);
    await store.commit(LABEL, [device('d-9', 'neu')]);
    school.storage.close();
    expect(await filesIn('beiseite')).toHaveLength(1);
    await deleteDatabase();
    expect(namesIn((await start()).store)).toEqual([...names, 'd-9 neu']);
  });

  it('passes over a damaged backup, sets it aside and says so', async () => {
    const names = await withThreeChanges();
    const [backup = ''] = await filesIn('sicherungen');
    const path = join(vault.root, 'sicherungen', backup);
    const bytes = await readFile(path);
    bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 1;
    await writeFile(path, bytes);
    await deleteDatabase();
    const { store, school } = await start();
    expect(namesIn(store)).toEqual(names);
    expect(school.notices).toMatchObject([{ code: 'rebuilt' }, { code: 'backups-damaged', count: 1 }]);
    expect(school.dueBackup).toBe('recovered');
    expect(await filesIn('beiseite')).toEqual([backup]);
  });

  it('opens read only beside files of a newer version, and writes nothing', async () => {
    const names = await withThreeChanges();
    const path = await journalPath();
    const text = await readFile(path, 'utf8');
    const [backup = ''] = await filesIn('sicherungen');
    const backupPath = join(vault.root, 'sicherungen', backup);
    const { newerBackup } = await import('#backup/testing/newer-files.ts');
    await writeFile(backupPath, await newerBackup(await readFile(backupPath)));
    const before = await filesIn('sicherungen');
    const { store, school } = await start();
    expect(namesIn(store)).toEqual(names);
    expect(store.getState().save).toEqual({ kind: 'read-only', reason: 'needs-newer-app' });
    expect(school.notices).toEqual([{ code: 'read-only-newer', version: 2 }]);
    expect(await store.commit(LABEL, [device('d-1', 'x')])).toMatchObject({ error: { code: 'read-only' } });
    expect(await filesIn('sicherungen')).toEqual(before);
    expect(await readFile(path, 'utf8')).toBe(text);
    await deleteDatabase();
    expect(
      await openSchool({
        host: vault as unknown as HostBridge,
        encoder: directEncoder,
        appVersion: '1.0.0',
        now: () => clock,
        newMark: () => 'a1b2c3d4',
        unlock: () => Promise.reject(new Error('not asked')),
        databaseName: databaseName(),
      }),
    ).toMatchObject({ ok: false, error: { code: 'newer-data', version: 2 } });
  });

  it('never starts blank when the folder cannot be read', async () => {
    await withThreeChanges();
    await deleteDatabase();
    const unreadable = {
      ...vault,
      vaultList: () => Promise.resolve({ ok: false, error: { failure: 'no-permission', detail: 'EACCES' } }),
    } as unknown as HostBridge;
    await expect(open({ host: unreadable })).rejects.toThrow('vault-unreadable');
  });

  it('never replaces a database by less, also when the journal is ahead and damaged in between', async () => {
    const { school, store } = await start();
    for (let step = 1; step <= 10; step += 1) {
      await store.commit(LABEL, [device(`d-${String(step).padStart(2, '0')}`, `Stand ${step}`)]);
      if (step === 1) await school.vault?.backups.take(store.current(), 'daily');
    }
    const eleventh = {
      entity: 'device',
      id: 'd-11',
      before: null,
      after: aDevice({ id: 'd-11', name: 'elf' }),
    } as const;
    await school.vault?.journal.append({
      seq: 11,
      at: '2026-11-24T09:30:00.000Z',
      label: LABEL,
      action: { kind: 'do' },
      changes: [eleventh],
    });
    school.storage.close();
    const path = await journalPath();
    const bytes = await readFile(path);
    bytes[bytes.indexOf('Stand 4')] = 0x58;
    await writeFile(path, bytes);
    const again = await start();
    expect(namesIn(again.store)).toEqual([...namesIn(store), 'd-11 elf']);
    expect(again.school.notices).toMatchObject([
      { code: 'database-filled', sets: 1 },
      { code: 'journal-parts-damaged' },
    ]);
  });

  it('reads every whole line behind a damaged one when the database is lost, and says what is missing', async () => {
    const { school, store } = await start();
    for (let step = 1; step <= 4; step += 1)
      await store.commit(LABEL, [device(`d-${step}`, `Stand ${step}`)]);
    school.storage.close();
    const path = await journalPath();
    const bytes = await readFile(path);
    bytes[bytes.indexOf('Stand 2')] = 0x58;
    await writeFile(path, bytes);
    await deleteDatabase();
    const again = await start();
    expect(namesIn(again.store)).toEqual(['d-1 Stand 1', 'd-3 Stand 3', 'd-4 Stand 4']);
    expect(again.school.notices).toMatchObject([
      { code: 'rebuilt' },
      { code: 'incomplete', missing: 1 },
      { code: 'journal-parts-damaged' },
    ]);
    await again.school.vault?.caughtUp;
    expect((await again.store.commit(LABEL, [device('d-5', 'Stand 5')])).ok).toBe(true);
  });

  describe('where database and folder tell different changes', () => {
    /** Another school's or another time's changes in the database. */
    const withForeignDatabase = async () => {
      const names = await withThreeChanges();
      await deleteDatabase();
      const ours = vault;
      vault = await folderVault();
      const { school, store } = await start();
      await store.commit(LABEL, [device('x-1', 'fremd')]);
      await store.commit(LABEL, [device('x-2', 'fremd')]);
      school.storage.close();
      await vault.remove();
      vault = ours;
      return names;
    };

    it('asks and changes nothing', async () => {
      await withForeignDatabase();
      const before = [await filesIn('protokoll'), await filesIn('sicherungen')];
      await expect(open()).rejects.toThrow('two-histories');
      expect([await filesIn('protokoll'), await filesIn('sicherungen')]).toEqual(before);
    });

    it('takes over the folder and keeps the rows of the database aside', async () => {
      const names = await withForeignDatabase();
      const { store, school } = await start({ decision: 'take-vault' });
      expect(namesIn(store)).toEqual(names);
      expect(school.notices).toMatchObject([{ code: 'rebuilt', why: 'chosen' }]);
      const [aside = ''] = await filesIn('beiseite');
      expect(await readFile(join(vault.root, 'beiseite', aside), 'utf8')).toContain('fremd');
    });

    it('keeps the database and sets everything of the folder aside, so that it never comes back by itself', async () => {
      await withForeignDatabase();
      const { store, school } = await start({ decision: 'keep-database' });
      expect(namesIn(store)).toEqual(['x-1 fremd', 'x-2 fremd']);
      await school.vault?.caughtUp;
      await school.vault?.backups.take(store.current(), 'start');
      school.storage.close();
      await deleteDatabase();
      expect(namesIn((await start()).store)).toEqual(['x-1 fremd', 'x-2 fremd']);
    });
  });

  it('does not ask for a password that was lifted', async () => {
    const { school, store } = await start();
    const { dataKey } = await createDataKey('nur für kurze Zeit');
    await school.vault?.setDataKey(dataKey);
    await store.commit(LABEL, [device('d-1', 'Beamer')]);
    await school.vault?.setDataKey(null);
    school.vault?.journal.startFile();
    await school.vault?.backups.take(store.current(), 'manual');
    school.storage.close();
    expect(namesIn((await start()).store)).toEqual(['d-1 Beamer']);
  });

  it('begins anew over damaged files only when the user wants it, and sets them aside', async () => {
    await withThreeChanges();
    await deleteDatabase();
    for (const folder of ['sicherungen', 'protokoll'])
      for (const name of await filesIn(folder))
        await writeFile(join(vault.root, folder, name), 'Schrott\nund noch mehr\n');
    await expect(open()).rejects.toThrow('vault-damaged');
    expect(await filesIn('beiseite')).toEqual([]);
    const { store, school } = await start({ decision: 'start-blank' });
    expect(namesIn(store)).toEqual([]);
    expect(school.notices).toEqual([]);
    expect(await filesIn('beiseite')).toHaveLength(2);
    await store.commit(LABEL, [device('d-1', 'neu')]);
    expect(store.getState().save.kind).toBe('saved');
  });

  it('opens an older backup under the password of that time when the newest one is damaged', async () => {
    const { school, store } = await start();
    const old = await createDataKey('das alte Passwort');
    await school.vault?.setDataKey(old.dataKey);
    school.vault?.journal.startFile();
    await store.commit(LABEL, [device('d-1', 'Beamer')]);
    await school.vault?.backups.take(store.current(), 'manual');
    const current = await createDataKey('das neue Passwort');
    await school.vault?.setDataKey(current.dataKey);
    school.vault?.journal.startFile();
    await store.commit(LABEL, [device('d-2', 'Tafel')]);
    await school.vault?.backups.take(store.current(), 'manual');
    const names = namesIn(store);
    school.storage.close();
    const [, newest = ''] = await filesIn('sicherungen');
    await writeFile(join(vault.root, 'sicherungen', newest), 'Schrott\n');
    await deleteDatabase();
    await school.vault?.setDataKey(null);
    const again = await start({
      unlock: async (envelope) => {
        for (const secret of ['das alte Passwort', 'das neue Passwort']) {
          const opened = await openDataKey(envelope, secret);
          if (opened.ok) return opened.value;
        }
        throw new Error('neither fits');
      },
    });
    expect(namesIn(again.store)).toEqual(names);
    expect(again.school.vault?.dataKey()?.envelope.id).toBe(current.dataKey.envelope.id);
    expect(await filesIn('beiseite')).toEqual([newest]);
    await again.school.vault?.setDataKey(null);
  });

  it('keeps the change and says so while the journal fails, and brings it there later', async () => {
    let isBroken = false;
    const broken = {
      ...vault,
      vaultAppend: (request: Parameters<FolderVault['vaultAppend']>[0]) =>
        isBroken
          ? Promise.resolve({ ok: false, error: { failure: 'disk-full', detail: 'ENOSPC' } })
          : vault.vaultAppend(request),
    } as unknown as HostBridge;
    const { school, store } = await start({ host: broken });
    await store.commit(LABEL, [device('d-1', 'Beamer')]);
    isBroken = true;
    expect((await store.commit(LABEL, [device('d-2', 'Tafel')])).ok).toBe(false);
    expect((await store.commit(LABEL, [device('d-3', 'Tablet')])).ok).toBe(false);
    expect(store.getState().save).toMatchObject({ kind: 'failed', place: 'journal' });
    expect(store.unsavedCount()).toBe(2);
    isBroken = false;
    await store.retrySave();
    expect(store.getState().save.kind).toBe('saved');
    const names = namesIn(store);
    school.storage.close();
    await deleteDatabase();
    expect(namesIn((await start()).store)).toEqual(names);
  });

  it('encrypts journal and backups with a password, and opens them with it or with the recovery code', async () => {
    const { school, store } = await start();
    await store.commit(LABEL, [device('d-1', 'Beamer')]);
    const { dataKey, recoveryCode } = await createDataKey('Sommerferien 2027');
    await school.vault?.setDataKey(dataKey);
    school.vault?.journal.startFile();
    await school.vault?.backups.take(store.current(), 'manual');
    await store.commit(LABEL, [device('d-2', 'Geheimnis')]);
    school.storage.close();
    for (const folder of ['sicherungen', 'protokoll'])
      for (const name of await filesIn(folder))
        expect((await readFile(join(vault.root, folder, name))).includes('Geheimnis')).toBe(false);
    for (const secret of ['Sommerferien 2027', recoveryCode.toLowerCase().replaceAll('-', ' ')]) {
      await deleteDatabase();
      await school.vault?.setDataKey(null);
      const asked: boolean[] = [];
      const again = await start({
        unlock: async (envelope, isOptional) => {
          asked.push(isOptional);
          expect((await openDataKey(envelope, 'falsch')).ok).toBe(false);
          const opened = await openDataKey(envelope, secret);
          return opened.ok ? opened.value : null;
        },
      });
      expect(namesIn(again.store)).toEqual(['d-1 Beamer', 'd-2 Geheimnis']);
      expect(asked).toEqual([false]);
      again.school.storage.close();
    }
    await school.vault?.setDataKey(null);
  });

  it('takes backups whose number and rotation follow the changes', async () => {
    const { school, store } = await start();
    for (let step = 1; step <= 15; step += 1) {
      await store.commit(LABEL, [device('d-1', `Stand ${step}`)]);
      await school.vault?.backups.take(store.current(), 'manual');
    }
    const listed = await vault.vaultList();
    expect(listed.ok ? backupFiles(listed.value).map(({ seq }) => seq) : []).toEqual([
      15, 14, 13, 12, 11, 10, 9, 8, 7, 6,
    ]);
  });
});
