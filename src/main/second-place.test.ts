import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecondPlace } from './second-place.ts';
import { createVault } from './vault.ts';

const NOW = '2026-11-24T10:42:07.000Z';
const nameOf = (seq: number, mark = 'a1b2c3d4'): string =>
  `sicherungen/20261124-104207-${String(seq).padStart(9, '0')}-daily-${mark}.akbak`;

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'second-'));
  await mkdir(join(root, 'stick'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const setUp = () => {
  const vault = createVault(join(root, 'Sicherung'));
  const settingsFile = join(root, 'zweiter-ort.json');
  const place = createSecondPlace({
    settingsFile,
    vault,
    askForFolder: async () => join(root, 'stick'),
    now: () => new Date(NOW),
  });
  const put = (seq: number) => vault.vaultWrite({ name: nameOf(seq), bytes: new Uint8Array([seq]) });
  return { vault, place, put, settingsFile };
};
const stick = (): Promise<readonly string[]> =>
  readdir(join(root, 'stick', 'Ausstattungskompass-Sicherungen'));

describe('createSecondPlace', () => {
  it('copies backups there, keeps what is to be kept, and tells when', async () => {
    const { place, put } = setUp();
    expect(await place.secondPlace()).toBeNull();
    expect(await place.secondPlaceChoose()).toEqual({ kind: 'chosen' });
    for (const seq of [1, 2, 3]) {
      await put(seq);
      await place.secondPlaceCopy({ name: nameOf(seq), keep: [nameOf(2), nameOf(3)] });
    }
    expect(await stick()).toEqual([2, 3].map((seq) => nameOf(seq).split('/')[1]));
    expect(await place.secondPlace()).toEqual({
      label: join(root, 'stick'),
      state: 'present',
      copiedAt: NOW,
    });
  });

  it("never touches another school's backups or other files", async () => {
    const { place, put } = setUp();
    await place.secondPlaceChoose();
    const folder = join(root, 'stick', 'Ausstattungskompass-Sicherungen');
    const other = nameOf(9, 'ffff0000').split('/')[1] ?? '';
    await writeFile(join(folder, other), 'x');
    await writeFile(join(folder, 'Urlaub.jpg'), 'x');
    await put(1);
    await place.secondPlaceCopy({ name: nameOf(1), keep: [] });
    expect(await stick()).toHaveLength(3);
    expect(await readFile(join(folder, other), 'utf8')).toBe('x');
  });

  it('says that it is absent, and makes no folder on the disk instead', async () => {
    const { place, put } = setUp();
    await place.secondPlaceChoose();
    await rm(join(root, 'stick'), { recursive: true });
    await put(1);
    expect(await place.secondPlaceCopy({ name: nameOf(1), keep: [] })).toMatchObject({
      ok: false,
      error: { failure: 'path-gone' },
    });
    expect(await place.secondPlace()).toMatchObject({ state: 'absent' });
    expect(await readdir(root)).not.toContain('stick');
  });

  it('asks again where the note of the folder is damaged', async () => {
    const { place, settingsFile } = setUp();
    await writeFile(settingsFile, '{"path": 7');
    expect(await place.secondPlace()).toBeNull();
    await place.secondPlaceChoose();
    await place.secondPlaceForget();
    expect(await place.secondPlace()).toBeNull();
  });
});
