import { describe, expect, it } from 'vitest';
import { aDevice, aRoom, anInventory, aSchool } from '../testing/builders.ts';
import { defaultProfile, sampleInventory } from '../testing/sample-report.ts';
import { findReportChecks, type DeviceCheck } from './report-checks.ts';

const profile = defaultProfile();
const AS_OF = '2026-11-24';
const devicesOf = (check: DeviceCheck, devices: Parameters<typeof aDevice>[0][]): readonly string[] =>
  findReportChecks(
    anInventory({
      rooms: [aRoom()],
      devices: devices.map((device, index) =>
        aDevice({ id: `d-${index}`, categoryId: 'BEAM', roomId: 'r-1', purchasedOn: '2022', ...device }),
      ),
    }),
    profile,
    AS_OF,
  ).devices[check].map(({ id }) => id);

describe('findReportChecks', () => {
  it.each([
    [
      'doubled-tags',
      [{ assetTag: '7' }, { assetTag: '8' }, { assetTag: '7', status: 'decommissioned' }],
      ['d-0', 'd-2'],
    ],
    ['doubled-serials', [{ serialNumber: 'x1' }, { serialNumber: 'X1' }, {}], ['d-0', 'd-1']],
    ['category', [{ categoryId: null }, { categoryId: 'UNBEKANNT' }, {}], ['d-0', 'd-1']],
    [
      'room',
      [{ roomId: null }, { roomId: 'weg' }, { roomId: null, status: 'decommissioned' }],
      ['d-0', 'd-1'],
    ],
    ['year', [{ purchasedOn: null }, {}, { purchasedOn: null, status: 'decommissioned' }], ['d-0']],
    [
      'unreported',
      [
        { status: 'defective' },
        {
          status: 'in-repair',
          defect: { since: '2026', text: 'x', reportedOn: null, ticket: 'T-1', repairedOn: null },
        },
        {
          status: 'defective',
          defect: { since: '2026', text: 'x', reportedOn: '2026-10-01', ticket: null, repairedOn: null },
        },
        {
          status: 'defective',
          defect: { since: '2026', text: 'x', reportedOn: null, ticket: null, repairedOn: null },
        },
        { status: 'missing' },
      ],
      ['d-0', 'd-3'],
    ],
    [
      'earmarked',
      [
        { status: 'decommissioned', decommissionedOn: '2026-05-01', earmarkedUntil: '2027-12-31' },
        { status: 'decommissioned', decommissionedOn: '2028-01-01', earmarkedUntil: '2027-12-31' },
        { status: 'decommissioned', decommissionedOn: null, earmarkedUntil: '2027' },
        { status: 'decommissioned', decommissionedOn: null, earmarkedUntil: '2025' },
        { status: 'decommissioned', decommissionedOn: '2026-05-01' },
        { earmarkedUntil: '2027-12-31' },
      ],
      ['d-0', 'd-2'],
    ],
  ] as const)('finds %s', (check, devices, found) => {
    expect(devicesOf(check, [...devices])).toEqual(found);
  });

  it('finds rooms without a type that the profile knows', () => {
    const inventory = anInventory({
      rooms: [aRoom(), aRoom({ id: 'r-2', roomTypes: [] }), aRoom({ id: 'r-3', roomTypes: ['WEG'] })],
    });
    expect(findReportChecks(inventory, profile, AS_OF).rooms['room-types'].map(({ id }) => id)).toEqual([
      'r-2',
      'r-3',
    ]);
  });

  it.each([
    ['2025-11-24', 'fine'],
    ['2025-11-23', 'old'],
    ['2026-09-30', 'fine'],
    ['2027-01-01', 'fine'],
    [null, 'unknown-day'],
  ] as const)('says of numbers from %s: %s', (countedOn, counted) => {
    const inventory = anInventory({ school: aSchool({ countedOn }) });
    expect(findReportChecks(inventory, profile, AS_OF).school.counted).toBe(counted);
  });

  it('names what is not known of the school', () => {
    const school = aSchool({ name: '', schoolType: null, pupils: 0 });
    expect(findReportChecks(anInventory({ school }), profile, AS_OF).school.missing).toEqual([
      'name',
      'schoolNumber',
      'schoolType',
      'classes',
      'teachers',
    ]);
  });

  it('finds nothing twice in the sample school', () => {
    const { devices } = findReportChecks(sampleInventory(), profile, AS_OF);
    for (const found of Object.values(devices)) expect(new Set(found).size).toBe(found.length);
  });
});
