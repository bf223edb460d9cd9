import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDataKey, type DataKey } from './data-key.ts';
import { keepReport, keptMarks, markOfChecksum, readReportFile, rewriteReports } from './frozen-reports.ts';
import { folderVault, type FolderVault } from './testing/folder-vault.ts';

const AT = '2026-11-25T09:30:00.000Z';
const BYTES = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256);

let vault: FolderVault;
beforeEach(async () => {
  vault = await folderVault();
});
afterEach(() => vault.remove());

const keep = async (bytes: Uint8Array, dataKey: DataKey | null): Promise<string> => {
  const kept = await keepReport(vault, bytes, AT, dataKey);
  if (!kept.ok) throw new Error(kept.error.detail);
  return kept.value;
};
const files = (): Promise<string[]> => readdir(join(vault.root, 'berichte'));
const newKey = async (): Promise<DataKey> => (await createDataKey('vier Wörter hintereinander')).dataKey;

describe('kept reports', () => {
  it('gives back the bytes that were kept, found by their checksum', async () => {
    const checksum = await keep(BYTES, null);
    expect(await files()).toEqual([`20261125-093000-${checksum.slice(0, 12)}.xlsx`]);
    expect(await readReportFile(vault, checksum, null)).toEqual({ ok: true, value: BYTES });
    expect(await keptMarks(vault)).toEqual({ ok: true, value: new Set([markOfChecksum(checksum)]) });
  });

  it('says when a file is gone, and when it holds other bytes', async () => {
    const checksum = await keep(BYTES, null);
    const [file = ''] = await files();
    await writeFile(join(vault.root, 'berichte', file), BYTES.subarray(1));
    expect(await readReportFile(vault, checksum, null)).toEqual({ ok: false, error: { code: 'damaged' } });
    await vault.vaultRemove({ name: `berichte/${file}` });
    expect(await readReportFile(vault, checksum, null)).toEqual({ ok: false, error: { code: 'gone' } });
  });

  it('encrypts where a password is set, and opens with that key alone', async () => {
    const [key, other] = [await newKey(), await newKey()];
    const checksum = await keep(BYTES, key);
    const [file = ''] = await files();
    expect(file).toMatch(/\.akber$/);
    const stored = await readFile(join(vault.root, 'berichte', file));
    expect(stored.includes(Buffer.from(BYTES.subarray(0, 64)))).toBe(false);
    expect(await readReportFile(vault, checksum, key)).toEqual({ ok: true, value: BYTES });
    expect(await readReportFile(vault, checksum, other)).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await readReportFile(vault, checksum, null)).toEqual({ ok: false, error: { code: 'locked' } });
    stored[stored.length - 1] = (stored.at(-1) ?? 0) ^ 1;
    await writeFile(join(vault.root, 'berichte', file), stored);
    expect(await readReportFile(vault, checksum, key)).toEqual({ ok: false, error: { code: 'damaged' } });
  });

  it('follows a password that is set, changed and lifted, and leaves nothing readable behind', async () => {
    const checksum = await keep(BYTES, null);
    const [first, second] = [await newKey(), await newKey()];
    const steps: readonly (readonly [DataKey | null, DataKey | null, RegExp])[] = [
      [null, first, /\.akber$/],
      [first, second, /\.akber$/],
      [second, null, /\.xlsx$/],
    ];
    for (const [before, after, ending] of steps) {
      expect(await rewriteReports(vault, before, after)).toEqual({ ok: true, value: 0 });
      const names = await files();
      expect(names).toHaveLength(1);
      expect(names[0]).toMatch(ending);
      expect(await readReportFile(vault, checksum, after)).toEqual({ ok: true, value: BYTES });
    }
  });

  it('leaves what it cannot open as it is, and counts it', async () => {
    const [unknown, next] = [await newKey(), await newKey()];
    const checksum = await keep(BYTES, unknown);
    expect(await rewriteReports(vault, null, next)).toEqual({ ok: true, value: 1 });
    expect(await readReportFile(vault, checksum, unknown)).toEqual({ ok: true, value: BYTES });
  });
});
