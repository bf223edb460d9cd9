import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoredState } from '#core/history/apply-changes.ts';
import type { Change, ChangeSet } from '#core/history/change-set.ts';
import { DEVICE_STATUSES, OWNERS, USER_GROUPS, type Device } from '#core/inventory/device.ts';
import { WLAN_COVERAGES, type Room } from '#core/inventory/room.ts';
import type { School } from '#core/inventory/school.ts';
import { deviceId, roomId } from '#core/shared/ids.ts';
import { aDevice, aProfile, aRequirement, aRoom } from '#core/testing/builders.ts';
import { readBackup } from './backup-format.ts';
import { createDataKey, openDataKey, type DataKey } from './data-key.ts';
import { directEncoder } from './encoder.ts';
import { joinBytes } from './bytes.ts';
import { encodeHead, readLine } from './journal-format.ts';
import { scanBytes } from './journal-scan.ts';

/**
 * Backups and journals as earlier versions wrote them, kept for ever: they must be read exactly as they were meant.
 * A new data version adds files of its own, written once with WRITE_BACKUP_FIXTURES=1; existing ones are never written again.
 */
const FOLDER = join(import.meta.dirname, '../../tests/fixtures/backups');

const school: School = {
  name: 'Regionale Schule „Fritz Müßig“ – Außenstelle',
  schoolNumber: '0751234',
  schoolType: 'regional',
  schoolAuthority: 'Stadt Lindenow',
  schoolYear: '2026/27',
  pupils: 404,
  pupilsByGrade: { '5': 70, '6': 68 },
  classes: 17,
  classesByGrade: { '5': 3 },
  teachers: 33,
  bandwidthMbit: 100,
  countedOn: '2026-09-15',
};

const fullRoom: Room = {
  id: roomId('r-1'),
  roomNumber: '0104',
  name: 'Klassenraum 5a',
  building: 'Haus A',
  floor: '1. OG',
  roomTypes: ['KR', 'FR'],
  seats: 28,
  areaM2: 62.5,
  use: '5a',
  lanSockets: 2,
  powerGroups: 4,
  wlanCoverage: 'full',
  exemptions: [
    {
      requirement: 'DOK',
      reason: 'fest eingebaut',
      since: '2026-01-01',
      until: '2027-07-31',
      isPrivate: true,
    },
    { requirement: 'AUD', reason: '', since: '2026-02-01', until: null, isPrivate: false },
  ],
  note: 'Schlüssel im Sekretariat',
  extra: { Fensterseite: 'Süd' },
};

const fullDevice: Device = {
  id: deviceId('d-1'),
  assetTag: '000077',
  serialNumber: 'C030HWE0AH',
  categoryId: 'NB',
  name: 'Lehrkräftegerät',
  manufacturer: 'Muster',
  model: 'M 14 „Öko“',
  roomId: roomId('r-1'),
  containerTag: 'K-01',
  quantity: 1,
  status: 'defective',
  userGroup: 'teachers',
  owner: 'school-authority',
  purchasedOn: '2021-03',
  purchasePriceCents: 74_999,
  supplier: 'Händler',
  invoiceNumber: 'R-2021-17',
  fundingSource: 'DigitalPakt',
  earmarkedUntil: '2026-12-31',
  warrantyUntil: '2024',
  serviceLifeYears: 6,
  macAddress: '00:11:22:33:44:55',
  hostname: 'rs-nb-077',
  externalId: 'X-9',
  defect: { since: '2026-10', text: 'Akku', reportedOn: '2026-10-12', ticket: 'T-4711', repairedOn: null },
  decommissionedOn: '2026-11-01',
  decommissionReason: 'Totalschaden',
  lastSeenOn: '2026-06-30',
  note: 'Zeile 1\nZeile 2 😀',
  extra: { Aufkleber: 'ja', '': 'ohne Überschrift' },
};

/** Every field used, every choice once, and one of each with nothing known. */
const state: StoredState = {
  inventory: {
    school,
    rooms: [
      fullRoom,
      aRoom({ id: 'r-2', roomTypes: [] }),
      ...WLAN_COVERAGES.map((wlanCoverage, index) =>
        aRoom({ id: `r-w${index}`, roomNumber: `20${index}`, wlanCoverage }),
      ),
    ],
    devices: [
      fullDevice,
      aDevice({ id: 'd-2' }),
      aDevice({ id: 'd-3', quantity: 30, roomId: 'r-2', name: 'Kopfhörer' }),
      ...DEVICE_STATUSES.map((status) => aDevice({ id: `d-s-${status}`, status })),
      ...USER_GROUPS.map((userGroup) => aDevice({ id: `d-g-${userGroup}`, userGroup })),
      ...OWNERS.map((owner) => aDevice({ id: `d-o-${owner}`, owner })),
    ],
  },
  profiles: new Map([['test@1', aProfile({ requirements: [aRequirement({ id: 'BILD' })] })]]),
  settings: new Map<string, unknown>([
    ['active-profile', 'test@1'],
    ['appearance', 'dark'],
    ['density', 'normal'],
    ['start', 'own'],
    [
      'device-views',
      [
        {
          id: 'v-1',
          name: 'Defekt',
          columns: ['assetTag'],
          sort: null,
          search: '',
          filters: { status: ['defective'] },
        },
      ],
    ],
    [
      'own-categories',
      [{ id: 'MON', name: 'Monitor', shortName: 'Mon.', kind: 'workplace', serviceLifeYears: null }],
    ],
    ['reports', []],
    ['unknown-to-this-version', { a: [1, null, 'x'] }],
  ]),
};

const created = (device: Device): Change => ({
  entity: 'device',
  id: device.id,
  before: null,
  after: device,
});
const at = (second: number): string => `2026-11-24T10:00:${String(second).padStart(2, '0')}.000Z`;
const sets: readonly ChangeSet[] = [
  {
    seq: 1,
    at: at(1),
    label: { code: 'school-started', params: {} },
    action: { kind: 'do' },
    changes: [
      { entity: 'school', id: 'school', before: null, after: school },
      { entity: 'room', id: 'r-1', before: null, after: fullRoom },
      created(fullDevice),
      { entity: 'setting', id: 'start', before: null, after: { id: 'start', value: 'own' } },
      { entity: 'profile', id: 'test@1', before: null, after: aProfile() },
    ],
  },
  {
    seq: 2,
    at: at(2),
    label: { code: 'device-changed', params: { device: '000077' } },
    action: { kind: 'undo', of: 1 },
    changes: [
      {
        entity: 'device',
        id: fullDevice.id,
        before: fullDevice,
        after: { ...fullDevice, status: 'in-use', defect: null },
      },
    ],
  },
  { seq: 3, at: at(3), label: { code: 'data-recovered', params: {} }, action: { kind: 'note' }, changes: [] },
  {
    seq: 4,
    at: at(4),
    label: { code: 'list-imported', params: { file: 'liste.xlsx', count: 10 } },
    action: { kind: 'redo', of: 1 },
    // Long enough to be packed.
    changes: Array.from({ length: 10 }, (_, index) =>
      created(aDevice({ id: `d-l-${index}`, name: `Gerät ${index}`, note: 'aus der Liste, '.repeat(500) })),
    ),
  },
];

type Expected = {
  readonly header: unknown;
  readonly inventory: StoredState['inventory'];
  readonly profiles: readonly (readonly [string, unknown])[];
  readonly settings: readonly (readonly [string, unknown])[];
  readonly sets: readonly ChangeSet[];
};
/** Fields that came later stand there with their default. */
const withLaterFields = (profile: unknown): unknown =>
  profile === null ? null : { programmes: [], ...(profile as object) };
const withDayOfRepair = (device: Device | null): unknown =>
  device?.defect ? { ...device, defect: { ...device.defect, repairedOn: null } } : device;
const laterChange = (change: Change): unknown =>
  change.entity === 'profile'
    ? { ...change, before: withLaterFields(change.before), after: withLaterFields(change.after) }
    : change.entity === 'device'
      ? { ...change, before: withDayOfRepair(change.before), after: withDayOfRepair(change.after) }
      : change;
type Secrets = { readonly password: string; readonly recoveryCode: string };
const plain = ({ inventory, profiles, settings }: StoredState) => ({
  inventory,
  profiles: [...profiles],
  settings: [...settings],
});

const about = { appVersion: '0.1.0', seq: 4, changedAt: at(4), writtenAt: at(9), reason: 'daily' } as const;

const write = async (version: string): Promise<void> => {
  await mkdir(FOLDER, { recursive: true });
  const secrets = { password: 'Linde am Teich 1911' };
  const { dataKey, recoveryCode } = await createDataKey(secrets.password);
  for (const [name, key] of [
    [version, null],
    [`${version}-password`, dataKey],
  ] as const) {
    await writeFile(join(FOLDER, `${name}.akbak`), await directEncoder.backup(state, about, key), {
      flag: 'wx',
    });
    const lines = await Promise.all(sets.map((set) => directEncoder.line(set, key)));
    const journal = joinBytes([await encodeHead(key?.envelope ?? null), ...lines]);
    await writeFile(join(FOLDER, `${name}.akj`), journal, { flag: 'wx' });
  }
  const counts = {
    rooms: state.inventory.rooms.length,
    devices: state.inventory.devices.length,
    profiles: 1,
    settings: 8,
  };
  const expected: Expected = { header: { dataVersion: 1, ...about, counts }, ...plain(state), sets };
  await writeFile(join(FOLDER, `${version}.json`), `${JSON.stringify(expected, null, 1)}\n`, { flag: 'wx' });
  await writeFile(
    join(FOLDER, `${version}-password.json`),
    `${JSON.stringify({ ...secrets, recoveryCode }, null, 1)}\n`,
    { flag: 'wx' },
  );
};

const VERSIONS = ['v1'] as const;

describe.each(VERSIONS)('files of data version %s', (version) => {
  if (process.env['WRITE_BACKUP_FIXTURES'] === '1')
    it('are written, once', async () => {
      if (!existsSync(join(FOLDER, `${version}.akbak`))) await write(version);
    });

  const file = async (name: string) => new Uint8Array(await readFile(join(FOLDER, name)));
  const json = async <Value>(name: string) => JSON.parse(await readFile(join(FOLDER, name), 'utf8')) as Value;

  const expectExactly = async (name: string, dataKey: DataKey | null): Promise<void> => {
    const expected = await json<Expected>(`${version}.json`);
    const backup = await readBackup(await file(`${name}.akbak`), dataKey);
    if (!backup.ok) throw new Error(backup.error.code);
    expect(backup.value.header).toMatchObject(expected.header as object);
    expect(plain(backup.value.state)).toEqual({
      inventory: {
        ...expected.inventory,
        devices: expected.inventory.devices.map(withDayOfRepair),
      },
      profiles: expected.profiles.map(([key, profile]) => [key, withLaterFields(profile)]),
      settings: expected.settings,
    });
    const bytes = await file(`${name}.akj`);
    const scan = await scanBytes(
      { name: `protokoll/${name}.akj`, size: bytes.length, first: 1 },
      bytes,
      'all',
    );
    expect(scan.state).toBe('whole');
    const read = await Promise.all(
      scan.lines.map((line) => readLine(line, scan.head?.dataVersion ?? 0, dataKey)),
    );
    expect(read).toEqual(
      expected.sets.map((set) => ({ ok: true, value: { ...set, changes: set.changes.map(laterChange) } })),
    );
  };

  it('come back exactly as they were', () => expectExactly(version, null));

  it('come back with the password and with the recovery code', async () => {
    const secrets = await json<Secrets>(`${version}-password.json`);
    const locked = await readBackup(await file(`${version}-password.akbak`), null);
    expect(locked).toEqual({ ok: false, error: { code: 'locked' } });
    const bytes = await file(`${version}-password.akj`);
    const { head } = await scanBytes({ name: 'x', size: bytes.length, first: 1 }, bytes, 'tail');
    if (head === null || head.key === null) throw new Error('no key in the head');
    for (const secret of [secrets.password, secrets.recoveryCode]) {
      const key = await openDataKey(head.key, secret);
      if (!key.ok) throw new Error('the secret does not open it');
      await expectExactly(`${version}-password`, key.value);
    }
  });
});
