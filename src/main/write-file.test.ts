import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from './write-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-file-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const bytes = new TextEncoder().encode('neu');

describe('writeFileAtomically', () => {
  it('writes the file and leaves nothing beside it', async () => {
    expect(await writeFileAtomically(join(folder, 'a.xlsx'), bytes)).toEqual({ ok: true });
    expect(await readdir(folder)).toEqual(['a.xlsx']);
    expect(await readFile(join(folder, 'a.xlsx'), 'utf8')).toBe('neu');
  });

  it('replaces an older file', async () => {
    await writeFile(join(folder, 'a.xlsx'), 'alt, und länger');
    await writeFileAtomically(join(folder, 'a.xlsx'), bytes);
    expect(await readFile(join(folder, 'a.xlsx'), 'utf8')).toBe('neu');
  });

  it('says that the folder is gone', async () => {
    expect(await writeFileAtomically(join(folder, 'weg', 'a.xlsx'), bytes)).toMatchObject({
      ok: false,
      failure: 'path-gone',
    });
  });

  it('keeps the older file when the new one cannot take its place', async () => {
    await mkdir(join(folder, 'a.xlsx'));
    await writeFile(join(folder, 'a.xlsx', 'inhalt'), 'bleibt');
    expect(await writeFileAtomically(join(folder, 'a.xlsx'), bytes)).toMatchObject({ ok: false });
    expect(await readdir(folder)).toEqual(['a.xlsx']);
  });

  // A user with all rights may write anywhere, so that only others can see the refusal.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'says that it may not write',
    async () => {
      await chmod(folder, 0o500);
      expect(await writeFileAtomically(join(folder, 'a.xlsx'), bytes)).toMatchObject({
        failure: 'no-permission',
      });
      await chmod(folder, 0o700);
    },
  );

  it.skipIf(process.platform !== 'linux')('says that the disk is full', async () => {
    // /dev/full takes no byte: the rename is never reached, because the link beside it is what is opened.
    const { symlink } = await import('node:fs/promises');
    const target = join(folder, 'voll.xlsx');
    await symlink('/dev/full', join(folder, `.voll.xlsx.${process.pid}.tmp`));
    expect(await writeFileAtomically(target, bytes)).toMatchObject({ ok: false, failure: 'disk-full' });
    expect(await readdir(folder)).toEqual([]);
  });
});
