import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_INVENTORY } from '#core/inventory/inventory.ts';
import { createBackups } from './backups.ts';
import { createDataKey, type DataKey } from './data-key.ts';
import { directEncoder } from './encoder.ts';
import { createJournal } from './journal.ts';
import { findPlainFiles, removePlainFiles } from './plain-files.ts';
import { folderVault, type FolderVault } from './testing/folder-vault.ts';

let vault: FolderVault;
beforeEach(async () => {
  vault = await folderVault();
});
afterEach(() => vault.remove());

describe('findPlainFiles', () => {
  it('names what was written before the password, which then can be removed, and the journal goes on', async () => {
    let key: DataKey | null = null;
    const shared = { files: vault, encoder: directEncoder, dataKey: () => key };
    const backups = createBackups({
      ...shared,
      appVersion: '1.0.0',
      now: () => new Date('2026-11-24T10:00:00Z'),
      newMark: () => 'a1b2c3d4',
    });
    const journal = createJournal({
      ...shared,
      readSet: () => Promise.resolve(null),
      nextStored: () => Promise.resolve(null),
      onHole: () => undefined,
    });
    const append = (seq: number) =>
      journal.append({
        seq,
        at: '2026-11-24T10:00:00.000Z',
        label: { code: 'school-changed', params: {} },
        action: { kind: 'do' },
        changes: [],
      });
    const take = (seq: number) =>
      backups.take(
        {
          state: { inventory: EMPTY_INVENTORY, profiles: new Map(), settings: new Map() },
          seq,
          changedAt: null,
        },
        'manual',
      );
    await append(1);
    await take(1);
    key = (await createDataKey('ein langes Passwort')).dataKey;
    journal.startFile();
    await append(2);
    await take(2);

    const found = await findPlainFiles(vault);
    if (!found.ok) throw new Error(found.error.detail);
    expect(found.value.backups).toEqual([expect.stringContaining('-000000001-')]);
    expect(found.value.journal).toEqual(['protokoll/000000001.akj']);

    expect(await removePlainFiles(vault, found.value)).toEqual({ ok: true, value: null });
    expect(await findPlainFiles(vault)).toEqual({ ok: true, value: { backups: [], journal: [] } });
    expect(await append(3)).toEqual({ ok: true, value: null });
    const left = await backups.list();
    expect(left.ok && left.value.map(({ seq }) => seq)).toEqual([2]);
  });
});
