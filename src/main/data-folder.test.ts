import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDataFolder, readDataFolderSettings, type DataFolder } from './data-folder.ts';
import { LEASE_FILE } from '../bridge/lease-entry.ts';

const JOURNAL = 'protokoll/000000001.akj';
const BACKUP = 'sicherungen/20261124-104207-000000001-daily-a1b2c3d4.akbak';
const REPORT = 'berichte/20261125-093000-1f0a77c2b3d4.xlsx';
const DATA = 'Ausstattungskompass-Daten';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let root = '';
let answer: string | null = null;
let ids = 0;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'data-folder-'));
  await mkdir(join(root, 'stick'));
  answer = join(root, 'stick');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** The app of one account: its profile is a folder of its own. */
const startOf = async (account: string): Promise<DataFolder> => {
  const profile = join(root, account);
  await mkdir(profile, { recursive: true });
  const settingsFile = join(profile, 'datenordner.json');
  const folder = createDataFolder({
    settingsFile,
    ownFolder: join(profile, 'Sicherung'),
    askForFolder: async () => answer,
    owner: { place: account, account, computer: 'PC-1' },
    isShared: true,
    chosen: (await readDataFolderSettings(settingsFile)).path,
    newId: () => `run-${(ids += 1)}`,
  });
  return folder;
};
const started = async (account: string): Promise<DataFolder> => {
  const folder = await startOf(account);
  expect(await folder.vaultLock({ takeOver: false })).toEqual({ kind: 'held' });
  return folder;
};
const fill = async ({ vault }: DataFolder): Promise<void> => {
  await vault.vaultAppend({ name: JOURNAL, offset: 0, knownSize: 0, bytes: bytes('eins\n') });
  await vault.vaultWrite({ name: BACKUP, bytes: bytes('Sicherung') });
  await vault.vaultWrite({ name: REPORT, bytes: bytes('Bericht') });
};
const namesOf = async ({ vault }: DataFolder): Promise<readonly string[]> => {
  const listed = await vault.vaultList();
  return listed.ok ? listed.value.map(({ name }) => name).toSorted() : [listed.error.failure];
};

describe('createDataFolder', () => {
  it('moves everything to another folder, remembers it, and moves back', async () => {
    const folder = await started('kim');
    await fill(folder);
    expect(await folder.vaultChoose()).toEqual({ kind: 'chosen' });
    expect(folder.path()).toBe(join(root, 'stick', DATA));
    expect(await readdir(join(root, 'stick'))).toEqual([DATA]);
    expect(await readFile(folder.vault.pathOf(JOURNAL), 'utf8')).toBe('eins\n');
    // Everything of before is still there, under a name that nothing is read from.
    expect((await readdir(join(root, 'kim'))).toSorted()).toEqual(['Sicherung-bisher', 'datenordner.json']);
    folder.release();

    const again = await started('kim');
    expect(await again.vaultPlace()).toEqual({
      kind: 'chosen-folder',
      label: join(root, 'stick', DATA),
      isPersistent: null,
      waitingFolder: null,
      owner: { account: 'kim', computer: 'PC-1', isShared: true },
    });
    expect(await namesOf(again)).toEqual([REPORT, JOURNAL, BACKUP].toSorted());
    expect(await again.vaultReset()).toEqual({ kind: 'chosen' });
    expect(again.path()).toBe(join(root, 'kim', 'Sicherung'));
    expect(await namesOf(again)).toHaveLength(3);
    expect(await readdir(join(root, 'stick', DATA))).not.toContain(LEASE_FILE);
  });

  it('uses a folder that has data as it is, and brings the reports of the same school along', async () => {
    const folder = await started('kim');
    await fill(folder);
    await folder.vaultChoose();
    folder.release();
    const other = await started('alex');
    await other.vault.vaultWrite({ name: BACKUP, bytes: bytes('andere Sicherung') });
    const own = 'berichte/20261125-100000-aaaaaaaaaaaa.xlsx';
    await other.vault.vaultWrite({ name: own, bytes: bytes('eigener Bericht') });
    expect(await other.vaultChoose()).toEqual({ kind: 'chosen' });
    expect(await readFile(other.vault.pathOf(BACKUP), 'utf8')).toBe('Sicherung');
    expect(await namesOf(other)).toEqual([own, REPORT, JOURNAL, BACKUP].toSorted());
    // What it had is where it was: the next start may find that the two do not belong together.
    expect(await readdir(join(root, 'alex', 'Sicherung'))).toContain('sicherungen');
  });

  it('brings no reports to the folder of another school', async () => {
    const folder = await started('kim');
    await fill(folder);
    await folder.vaultChoose();
    folder.release();
    const other = await started('alex');
    await other.vault.vaultWrite({ name: BACKUP.replace('a1b2c3d4', 'ffffffff'), bytes: bytes('fremd') });
    await other.vault.vaultWrite({ name: 'berichte/20261125-100000-aaaaaaaaaaaa.xlsx', bytes: bytes('x') });
    await other.vaultChoose();
    expect(await namesOf(other)).toEqual([REPORT, JOURNAL, BACKUP].toSorted());
  });

  it('lets only one of two write, and copies nothing of what the other one is writing', async () => {
    const first = await started('kim');
    await fill(first);
    await first.vaultChoose();
    expect(await first.vaultLock({ takeOver: false })).toEqual({ kind: 'held' });
    const second = await startOf('alex');
    await second.vaultChoose();
    expect(await second.vaultLock({ takeOver: true })).toMatchObject({
      kind: 'taken',
      holder: { account: 'kim', computer: 'PC-1' },
      isStale: false,
    });
    const refused = { ok: false, error: { failure: 'in-use' } };
    expect(await second.vault.vaultWrite({ name: BACKUP, bytes: bytes('y') })).toMatchObject(refused);
    expect(await second.vault.vaultRemove({ name: BACKUP })).toMatchObject(refused);
    expect(await second.vault.vaultSetAside({ name: BACKUP })).toMatchObject(refused);
    expect(
      await second.vault.vaultAppend({ name: JOURNAL, offset: 5, knownSize: 5, bytes: bytes('y') }),
    ).toMatchObject(refused);
    expect(await namesOf(second)).toHaveLength(3);
    expect(await second.vaultReset()).toEqual({ kind: 'chosen' });
    expect(await namesOf(second)).toEqual([]);
    expect(await first.vault.vaultWrite({ name: BACKUP, bytes: bytes('z') })).toMatchObject({ ok: true });
  });

  it('stays where it is when the other folder cannot be written, and leaves nothing behind', async () => {
    const folder = await started('kim');
    await fill(folder);
    await writeFile(join(root, 'stick', `.${DATA}-umzug`), 'im Weg');
    answer = join(root, 'stick', 'fehlt');
    expect(await folder.vaultChoose()).toMatchObject({ kind: 'failed', failure: 'path-gone' });
    answer = join(root, 'kim', 'Sicherung', 'darin');
    expect(await folder.vaultChoose()).toMatchObject({ kind: 'failed', failure: 'no-permission' });
    answer = null;
    expect(await folder.vaultChoose()).toEqual({ kind: 'cancelled' });
    // A file is where the folder would be.
    answer = join(root, 'stick');
    await writeFile(join(root, 'stick', DATA), 'kein Ordner');
    expect(await folder.vaultChoose()).toMatchObject({ kind: 'failed' });
    expect(folder.path()).toBe(join(root, 'kim', 'Sicherung'));
    expect(await namesOf(folder)).toHaveLength(3);
    expect((await readDataFolderSettings(join(root, 'kim', 'datenordner.json'))).path).toBeNull();
  });

  it('never makes a folder for a drive that is missing, and goes on when it is back', async () => {
    const folder = await started('kim');
    await fill(folder);
    await folder.vaultChoose();
    await folder.vaultLock({ takeOver: false });
    await rename(join(root, 'stick'), join(root, 'weg'));
    await mkdir(join(root, 'stick'));
    expect(await namesOf(folder)).toEqual(['path-gone']);
    expect(await folder.vault.vaultRead({ name: JOURNAL })).toMatchObject({
      error: { failure: 'path-gone' },
    });
    expect(await folder.vault.vaultWrite({ name: BACKUP, bytes: bytes('y') })).toMatchObject({
      error: { failure: 'path-gone' },
    });
    expect(await readdir(join(root, 'stick'))).toEqual([]);
    await rm(join(root, 'stick'), { recursive: true });
    await rename(join(root, 'weg'), join(root, 'stick'));
    expect(
      await folder.vault.vaultAppend({ name: JOURNAL, offset: 5, knownSize: 5, bytes: bytes('zwei\n') }),
    ).toEqual({ ok: true, value: 'written' });
  });

  it('makes the journal look again when the folder comes only after the start', async () => {
    const before = await started('kim');
    await fill(before);
    await before.vaultChoose();
    await rename(join(root, 'stick'), join(root, 'weg'));
    const folder = await startOf('kim');
    expect(await folder.vaultLock({ takeOver: false })).toMatchObject({
      kind: 'failed',
      failure: 'path-gone',
    });
    await rename(join(root, 'weg'), join(root, 'stick'));
    const append = () =>
      folder.vault.vaultAppend({ name: JOURNAL, offset: 5, knownSize: 5, bytes: bytes('zwei\n') });
    expect(await append()).toMatchObject({ ok: false, error: { failure: 'file-locked' } });
    expect(await append()).toEqual({ ok: true, value: 'written' });
  });

  it('leaves a folder that is away with an empty one, which the database fills', async () => {
    const folder = await started('kim');
    await fill(folder);
    await folder.vaultChoose();
    await rename(join(root, 'stick'), join(root, 'weg'));
    expect(await folder.vaultReset()).toEqual({ kind: 'chosen' });
    expect(await namesOf(folder)).toEqual([]);
    expect(await folder.vaultLock({ takeOver: false })).toEqual({ kind: 'held' });
  });
});

describe('readDataFolderSettings', () => {
  it('knows nothing of a file that is missing or damaged', async () => {
    const file = join(root, 'datenordner.json');
    const nothing = { path: null, place: null };
    expect(await readDataFolderSettings(file)).toEqual(nothing);
    await writeFile(file, '{"path":7}');
    expect(await readDataFolderSettings(file)).toEqual(nothing);
    await writeFile(file, '{');
    expect(await readDataFolderSettings(file)).toEqual(nothing);
  });
});
