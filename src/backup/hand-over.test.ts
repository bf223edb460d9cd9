import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATA_VERSION } from '#core/history/data-versions.ts';
import { checksumOf } from './bytes.ts';
import { createDataKey, type DataKey } from './data-key.ts';
import { keepReport, readReportFile, takeInReports } from './frozen-reports.ts';
import { readHandOver, writeHandOver } from './hand-over.ts';
import { folderVault, type FolderVault } from './testing/folder-vault.ts';

const AT = '2026-11-25T09:30:00.000Z';
const BACKUP = new TextEncoder().encode('a backup; its own reader checks it');
const report = (seed: number): Uint8Array =>
  Uint8Array.from({ length: 3000 }, (_, index) => (index * seed) % 256);

let old: FolderVault;
let fresh: FolderVault;
beforeEach(async () => {
  [old, fresh] = await Promise.all([folderVault(), folderVault()]);
});
afterEach(() => Promise.all([old.remove(), fresh.remove()]));

const newKey = async (): Promise<DataKey> => (await createDataKey('vier Wörter hintereinander')).dataKey;
const handOver = async (dataKey: DataKey | null): Promise<Uint8Array> => {
  for (const seed of [3, 7]) await keepReport(old, report(seed), AT, dataKey);
  const made = await writeHandOver(old, BACKUP, '0.1.0', dataKey, dataKey);
  if (!made.ok) throw new Error(made.error.detail);
  expect(made.value.reports).toBe(2);
  return made.value.bytes;
};

describe('a hand-over', () => {
  it.each([
    ['plain to plain', false, false],
    ['plain to a vault with a password', false, true],
    ['encrypted to plain', true, false],
    ['encrypted to a vault with another password', true, true],
  ])('brings backup and reports along: %s', async (_name, isSealed, isSealedHere) => {
    const from = isSealed ? await newKey() : null;
    const to = isSealedHere ? await newKey() : null;
    const bytes = await handOver(from);
    const parts = await readHandOver(bytes);
    if (!parts.ok) throw new Error(parts.error.code);
    expect(parts.value.backup).toEqual(BACKUP);
    expect(await takeInReports(fresh, parts.value.reports, from, to)).toBe(0);
    for (const seed of [3, 7]) {
      const checksum = await checksumOf(report(seed));
      expect(await readReportFile(fresh, checksum, to)).toEqual({ ok: true, value: report(seed) });
    }
    const ending = isSealedHere ? /\.akber$/ : /\.xlsx$/;
    for (const file of await readdir(join(fresh.root, 'berichte'))) expect(file).toMatch(ending);
  });

  it('leaves behind what belongs to its PC: journal, backups, the second place, what was set aside', async () => {
    for (const name of ['protokoll/000000001.akj', 'sicherungen/1-daily.akbak', 'beiseite/1-stand.json'])
      await old.vaultWrite({ name, bytes: new TextEncoder().encode(`stays here: ${name}`) });
    await old.secondPlaceChoose();
    const text = new TextDecoder().decode(await handOver(null));
    expect(text).toContain('berichte/');
    for (const word of ['stays here', 'stick', 'protokoll', 'beiseite', 'sicherungen'])
      expect(text).not.toContain(word);
  });

  it('with a password of its own is sealed with it, also what lies plain or under another key', async () => {
    const vault = await newKey();
    const own = await newKey();
    for (const [from, seed] of [
      [null, 3],
      [vault, 7],
    ] as const)
      await keepReport(old, report(seed), AT, from);
    const made = await writeHandOver(old, BACKUP, '0.1.0', vault, own);
    if (!made.ok) throw new Error(made.error.detail);
    expect(made.value).toMatchObject({ reports: 2, left: 0 });
    const parts = await readHandOver(made.value.bytes);
    if (!parts.ok) throw new Error(parts.error.code);
    expect(parts.value.reports.every(({ name }) => name.endsWith('.akber'))).toBe(true);
    expect(await takeInReports(fresh, parts.value.reports, vault, null)).toBe(2);
    expect(await takeInReports(fresh, parts.value.reports, own, null)).toBe(0);
    for (const seed of [3, 7])
      expect(await readReportFile(fresh, await checksumOf(report(seed)), null)).toEqual({
        ok: true,
        value: report(seed),
      });
  });

  it('counts reports that cannot be opened, and leaves them out', async () => {
    await keepReport(old, report(3), AT, await newKey());
    await keepReport(old, report(7), AT, null);
    const made = await writeHandOver(old, BACKUP, '0.1.0', null, null);
    expect(made).toMatchObject({ ok: true, value: { reports: 1, left: 1 } });
  });

  it('is refused when half of it was copied, or one byte is another', async () => {
    const bytes = await handOver(null);
    const damaged = { ok: false, error: { code: 'damaged' } };
    for (const length of [200, bytes.length >> 1, bytes.length - 1])
      expect(await readHandOver(bytes.subarray(0, length))).toEqual(damaged);
    for (const at of [150, bytes.length - 5]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await readHandOver(changed)).toEqual(damaged);
    }
  });

  it('of a newer version is named, not read', async () => {
    const bytes = await handOver(null);
    bytes['ausstattungskompass-uebergabe '.length] = '2'.charCodeAt(0);
    expect(await readHandOver(bytes)).toEqual({
      ok: false,
      error: { code: 'newer-version', appVersion: '0.1.0', dataVersion: DATA_VERSION },
    });
  });

  it('hands any other file on to the reader of backups', async () => {
    expect(await readHandOver(BACKUP)).toEqual({
      ok: true,
      value: { backup: BACKUP, reports: [], isHandOver: false },
    });
    const empty = new Uint8Array();
    expect(await readHandOver(empty)).toEqual({
      ok: true,
      value: { backup: empty, reports: [], isHandOver: false },
    });
  });
});

describe('takeInReports', () => {
  it('leaves what cannot be opened or holds other bytes than its name says', async () => {
    const key = await newKey();
    const parts = await readHandOver(await handOver(key));
    if (!parts.ok) throw new Error(parts.error.code);
    expect(await takeInReports(fresh, parts.value.reports, null, null)).toBe(2);
    const [first] = parts.value.reports;
    const forged = { name: (first?.name ?? '').replace('.akber', '.xlsx'), bytes: report(5) };
    const outside = { name: 'protokoll/000000001.akj', bytes: report(5) };
    expect(await takeInReports(fresh, [forged, outside], key, null)).toBe(2);
    expect(await fresh.vaultList()).toEqual({ ok: true, value: [] });
  });
});
