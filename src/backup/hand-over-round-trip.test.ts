import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreChanges } from '#core/backup/restore-changes.ts';
import { applyChanges, type StoredState } from '#core/history/apply-changes.ts';
import { EMPTY_INVENTORY } from '#core/inventory/inventory.ts';
import { profileKey } from '#core/history/change-set.ts';
import { aSchool } from '#core/testing/builders.ts';
import { inventories, profiles } from '#core/testing/random-schools.ts';
import { defaultProfile, sampleInventory } from '#core/testing/sample-report.ts';
import { readBackup } from './backup-format.ts';
import { createDataKey, openDataKey, type DataKey } from './data-key.ts';
import { directEncoder } from './encoder.ts';
import { readHandOver, writeHandOver } from './hand-over.ts';
import { folderVault, type FolderVault } from './testing/folder-vault.ts';

const AT = '2026-11-25T09:30:00.000Z';
const ABOUT = { appVersion: '0.1.0', seq: 9, changedAt: AT, writtenAt: AT, reason: 'manual' } as const;
const FRESH: StoredState = { inventory: EMPTY_INVENTORY, profiles: new Map(), settings: new Map() };

let old: FolderVault;
beforeEach(async () => {
  old = await folderVault();
});
afterEach(() => old.remove());

/** What a fresh PC has after the state of another one was handed over to it. */
const afterwards = async (state: StoredState, key: DataKey | null, typed: string): Promise<StoredState> => {
  const backup = await directEncoder.backup(state, ABOUT, key);
  const made = await writeHandOver(old, backup, '0.1.0', null, key);
  if (!made.ok) throw new Error(made.error.detail);
  const parts = await readHandOver(made.value.bytes);
  if (!parts.ok) throw new Error(parts.error.code);
  const opened = key === null ? null : await openDataKey(key.envelope, typed);
  const read = await readBackup(parts.value.backup, opened?.ok === true ? opened.value : null);
  if (!read.ok) throw new Error(read.error.code);
  const plan = restoreChanges(FRESH, read.value.state, { mode: 'replace', onDifference: 'keep-current' });
  return applyChanges(FRESH, plan.changes);
};

/** The id of every setting that the app declares anywhere. */
const settingIds = (): readonly string[] => {
  const folder = join(import.meta.dirname, '../renderer');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/defineSetting(?:<[^(]+>)?\(\s*'([^']+)'/g),
    ])
    .map(([, id]) => id ?? '');
};

/** JSON knows no −0, and neither does any setting. */
const storedValues = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

describe('a hand-over taken in on a fresh PC', () => {
  it('brings the sample school, its profile, every setting and every record of a stocktake', async () => {
    const profile = defaultProfile();
    const ids = settingIds();
    expect(ids).toEqual(expect.arrayContaining(['reports', 'import-mappings', 'label-sheets', 'tag-scheme']));
    expect(ids.length).toBeGreaterThan(20);
    const records = ['stocktake:a', 'stocktake:a:room:r-1', 'stocktake:a:scan:000001'];
    const state: StoredState = {
      inventory: sampleInventory(),
      profiles: new Map([[profileKey(profile), profile]]),
      settings: new Map([...ids, ...records].map((id, at) => [id, { id, at, list: [null, 'ä', 1.5, true] }])),
    };
    expect(await afterwards(state, null, '')).toEqual(state);
    const { dataKey, recoveryCode } = await createDataKey('vier Wörter hintereinander');
    expect(await afterwards(state, dataKey, 'vier Wörter hintereinander')).toEqual(state);
    expect(await afterwards(state, dataKey, recoveryCode)).toEqual(state);
  });

  it('brings any school', async () => {
    await fc.assert(
      fc.asyncProperty(
        inventories,
        profiles,
        fc.dictionary(fc.string({ minLength: 1 }), storedValues),
        async (inventory, profile, settings) => {
          const state: StoredState = {
            inventory: { ...inventory, school: aSchool({ name: 'Schule' }) },
            profiles: new Map([[profileKey(profile), profile]]),
            settings: new Map(Object.entries(settings)),
          };
          expect(await afterwards(state, null, '')).toEqual(state);
        },
      ),
      { numRuns: 40 },
    );
  });
});
