import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault, type Vault } from './vault.ts';

const NAME = 'protokoll/000000001.akj';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let root = '';
let vault: Vault;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vault-'));
  vault = createVault(join(root, 'Sicherung'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const text = async (name: string): Promise<string> =>
  readFile(join(root, 'Sicherung', ...name.split('/')), 'utf8');

describe('createVault', () => {
  it('lists nothing before anything was written', async () => {
    expect(await vault.vaultList()).toEqual({ ok: true, value: [] });
    expect(await readdir(root)).toEqual([]);
  });

  it('appends where the caller knows the end, over what a write that was cut off has left', async () => {
    await vault.vaultAppend({ name: NAME, offset: 0, knownSize: 0, bytes: bytes('eins\n') });
    await vault.vaultAppend({
      name: NAME,
      offset: 5,
      knownSize: 5,
      bytes: bytes('zwei, halb geschrieben und lang'),
    });
    expect(await vault.vaultAppend({ name: NAME, offset: 5, knownSize: 36, bytes: bytes('zwei\n') })).toEqual(
      {
        ok: true,
        value: 'written',
      },
    );
    expect(await text(NAME)).toBe('eins\nzwei\n');
    expect(await vault.vaultList()).toEqual({ ok: true, value: [{ name: NAME, size: 10 }] });
  });

  it('says so when a file has another length than it had, or is gone, and writes nothing', async () => {
    await vault.vaultAppend({ name: NAME, offset: 0, knownSize: 0, bytes: bytes('eins\n') });
    const answer = { ok: true, value: 'moved' };
    expect(await vault.vaultAppend({ name: NAME, offset: 50, knownSize: 50, bytes: bytes('x') })).toEqual(
      answer,
    );
    expect(await vault.vaultAppend({ name: NAME, offset: 3, knownSize: 3, bytes: bytes('x') })).toEqual(
      answer,
    );
    const other = 'protokoll/000000009.akj';
    expect(await vault.vaultAppend({ name: other, offset: 3, knownSize: 3, bytes: bytes('x') })).toEqual(
      answer,
    );
    expect(await text(NAME)).toBe('eins\n');
    expect(await vault.vaultRead({ name: other })).toEqual({ ok: true, value: null });
  });

  it('makes its folders again when somebody has removed them', async () => {
    await vault.vaultWrite({ name: NAME, bytes: bytes('a') });
    await rm(join(root, 'Sicherung'), { recursive: true });
    expect((await vault.vaultWrite({ name: NAME, bytes: bytes('b') })).ok).toBe(false);
    expect((await vault.vaultWrite({ name: NAME, bytes: bytes('b') })).ok).toBe(true);
  });

  it('sets aside without ever overwriting what lies there', async () => {
    for (const content of ['erste', 'zweite', 'dritte']) {
      await vault.vaultWrite({ name: NAME, bytes: bytes(content) });
      await vault.vaultSetAside({ name: NAME });
    }
    expect(await readdir(join(root, 'Sicherung', 'beiseite'))).toEqual([
      '000000001-2.akj',
      '000000001-3.akj',
      '000000001.akj',
    ]);
    expect(await text('beiseite/000000001.akj')).toBe('erste');
    expect(await vault.vaultRead({ name: NAME })).toEqual({ ok: true, value: null });
  });

  it('leaves alone what others have put into its folders', async () => {
    await vault.vaultWrite({ name: NAME, bytes: bytes('a') });
    await writeFile(join(root, 'Sicherung', 'protokoll', 'Notizen.txt'), 'von Hand');
    await writeFile(join(root, 'Sicherung', 'protokoll', '.000000001.akj.7.tmp'), 'halb');
    expect(await vault.vaultList()).toEqual({ ok: true, value: [{ name: NAME, size: 1 }] });
  });

  it('throws on a name that leads elsewhere, whoever asks', () => {
    for (const name of ['../x', 'protokoll/../../x', 'protokoll/a.akj', '/etc/x', 'protokoll\\1.akj'])
      expect(() => vault.pathOf(name)).toThrow('no name of the vault');
  });
});
