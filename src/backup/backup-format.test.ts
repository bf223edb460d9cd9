import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoredState } from '#core/history/apply-changes.ts';
import { EMPTY_INVENTORY } from '#core/inventory/inventory.ts';
import { parseInventoryFile } from '#core/inventory/inventory-file.ts';
import { aDevice, aProfile, aRequirement, aRoom, aSchool } from '#core/testing/builders.ts';
import { readBackup, readBackupHeader } from './backup-format.ts';
import { packBytes, unpackBytes } from './bytes.ts';
import { createDataKey } from './data-key.ts';
import { directEncoder } from './encoder.ts';

const ABOUT = {
  appVersion: '0.1.0',
  seq: 7,
  changedAt: '2026-11-24T09:00:00.000Z',
  writtenAt: '2026-11-24T10:00:00.000Z',
  reason: 'daily',
} as const;

const sample = (): StoredState => {
  const file = join(import.meta.dirname, '../../resources/sample-school/raeume-und-geraete.json');
  const parsed = parseInventoryFile(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error('the sample school does not fit');
  return { inventory: parsed.value, profiles: new Map(), settings: new Map() };
};

const full: StoredState = {
  inventory: {
    school: aSchool({ name: 'Schule „Am Ü“', pupilsByGrade: { '5': 40 } }),
    rooms: [
      aRoom({
        exemptions: [{ requirement: 'R', reason: '', since: '2026-01-01', until: null, isPrivate: true }],
      }),
    ],
    devices: [
      aDevice({
        id: 'd-1',
        extra: { Regal: '=7' },
        defect: { since: '2026', text: 'x', reportedOn: null, ticket: null, repairedOn: null },
      }),
    ],
  },
  profiles: new Map([['p@1', aProfile({ requirements: [aRequirement({ id: 'R' })] })]]),
  settings: new Map<string, unknown>([
    ['density', 'normal'],
    ['device-views', [{ id: 'v', columns: [] }]],
  ]),
};
const empty: StoredState = { inventory: EMPTY_INVENTORY, profiles: new Map(), settings: new Map() };

describe('encodeBackup and readBackup', () => {
  it.each([
    ['nothing', empty],
    ['one of everything', full],
    ['the sample school', sample()],
  ])('give back %s, plain and encrypted', async (_name, state) => {
    const { dataKey } = await createDataKey('Herbstlaub 26');
    for (const key of [null, dataKey]) {
      const bytes = await directEncoder.backup(state, ABOUT, key);
      const read = await readBackup(bytes, key);
      expect(read.ok && read.value.state).toEqual(state);
      expect(read.ok && read.value.header).toMatchObject({ ...ABOUT, dataVersion: 1 });
    }
  });

  it('says what it holds without the key, but not which school, and nothing more', async () => {
    const { dataKey } = await createDataKey('Herbstlaub 26');
    const other = await createDataKey('Herbstlaub 26');
    const bytes = await directEncoder.backup(full, ABOUT, dataKey);
    const header = await readBackupHeader(bytes);
    expect(header.ok && [header.value.counts.devices, header.value.school]).toEqual([1, null]);
    for (const key of [null, other.dataKey])
      expect(await readBackup(bytes, key)).toEqual({ ok: false, error: { code: 'locked' } });
  });

  it('refuses what is no backup', async () => {
    for (const text of [
      '',
      '\n',
      'PK\u0003\u0004',
      '{"format":"ausstattungskompass-sicherung"}',
      'x'.repeat(100_000),
    ])
      expect(await readBackup(new TextEncoder().encode(text), null)).toEqual({
        ok: false,
        error: { code: 'not-a-backup' },
      });
  });
});

describe('unpackBytes', () => {
  it('stops at a bomb and at a cut', async () => {
    const packed = await packBytes(new Uint8Array(3_000_000));
    expect((await unpackBytes(packed)).length).toBe(3_000_000);
    await expect(unpackBytes(packed, 1_000_000)).rejects.toThrow('more than');
    await expect(unpackBytes(packed.subarray(0, packed.length - 9))).rejects.toThrow();
  });
});
