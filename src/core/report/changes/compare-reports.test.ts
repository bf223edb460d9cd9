import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDevice, anInventory, aProfile, aRequirement, aRoom, aSchool } from '../../testing/builders.ts';
import { inventories, profiles } from '../../testing/random-schools.ts';
import type { Device } from '../../inventory/device.ts';
import type { Room } from '../../inventory/room.ts';
import { compareReports, type ReportChanges, type ReportState } from './compare-reports.ts';

const profile = aProfile({ requirements: [aRequirement({ id: 'BEAM' })] });
const aState = (state: Partial<ReportState> = {}): ReportState => ({
  inventory: anInventory(),
  profile,
  asOf: '2026-11-24',
  stage: 1,
  ...state,
});
const changesOf = (before: ReportState, after: ReportState): ReportChanges => {
  const compared = compareReports(before, after);
  if (!compared.ok) throw new Error('not the same school');
  return compared.value;
};
const withDevices = (...devices: readonly Device[]): ReportState =>
  aState({ inventory: anInventory({ rooms: [aRoom(), aRoom({ id: 'r-2', roomNumber: '102' })], devices }) });
const withRooms = (...rooms: readonly Room[]): ReportState => aState({ inventory: anInventory({ rooms }) });
const kindsOf = (before: Device, after: Device): readonly string[] =>
  changesOf(withDevices(before), withDevices(after)).devices.map(({ kind }) => kind);

describe('compareReports: devices', () => {
  it('tells new and deleted devices by their ids', () => {
    const { devices } = changesOf(
      withDevices(aDevice({ id: 'd-1' }), aDevice({ id: 'd-2', assetTag: 'X' })),
      withDevices(aDevice({ id: 'd-1' }), aDevice({ id: 'd-3', assetTag: 'X' })),
    );
    expect(devices.map(({ kind, deviceId }) => [kind, deviceId])).toEqual([
      ['added', 'd-3'],
      ['gone', 'd-2'],
    ]);
  });

  it.each([
    ['in-use', 'defective', ['broke']],
    ['in-use', 'in-repair', ['broke']],
    ['in-repair', 'in-use', ['repaired']],
    ['defective', 'in-storage', ['repaired']],
    ['in-use', 'missing', ['missing']],
    ['missing', 'in-storage', ['found']],
    ['missing', 'defective', ['found']],
    ['in-use', 'decommissioned', ['decommissioned']],
    ['decommissioned', 'in-storage', ['reinstated']],
    ['in-use', 'on-loan', ['changed']],
    ['defective', 'in-repair', ['changed']],
  ] as const)('takes %s → %s for %j', (before, after, kinds) => {
    expect(kindsOf(aDevice({ status: before }), aDevice({ status: after }))).toEqual(kinds);
  });

  it('tells where a device went, also with the case that it lies in', () => {
    const before = withDevices(
      aDevice({ id: 'case', assetTag: 'K1', roomId: 'r-1' }),
      aDevice({ id: 'tablet', containerTag: 'K1', roomId: 'r-1' }),
    );
    const after = withDevices(
      aDevice({ id: 'case', assetTag: 'K1', roomId: 'r-2' }),
      aDevice({ id: 'tablet', containerTag: 'K1', roomId: 'r-1' }),
    );
    expect(changesOf(before, after).devices).toMatchObject([
      { kind: 'moved', deviceId: 'case', from: 'r-1', to: 'r-2' },
      { kind: 'moved', deviceId: 'tablet', from: 'r-1', to: 'r-2' },
    ]);
  });

  it('tells names apart from other fields, and each of several things', () => {
    const { devices } = changesOf(
      withDevices(aDevice({ assetTag: 'A1', roomId: 'r-1', supplier: 'Meier' })),
      withDevices(
        aDevice({
          assetTag: 'A2',
          roomId: 'r-2',
          supplier: 'Schulz',
          status: 'defective',
          defect: { since: '2026-11', text: null, reportedOn: null, ticket: 'T1', repairedOn: null },
        }),
      ),
    );
    expect(devices.map(({ kind, fields, on }) => [kind, fields.map(({ field }) => field), on])).toEqual([
      ['broke', [], '2026-11'],
      ['moved', [], null],
      ['renamed', ['assetTag'], null],
      ['changed', ['supplier'], null],
    ]);
  });

  it.each([
    ['2026-11-20', '2028', '2028'],
    ['2026-11-20', '2026-11-20', '2026-11-20'],
    ['2026-11-20', '2026-10', null],
    // Sometime in 2026: nobody can say that it was before the end.
    ['2026', '2026-06-30', null],
    [null, '2027', '2027'],
  ])(
    'warns of a disposal on %s with a Zweckbindung until %s: %s',
    (decommissionedOn, earmarkedUntil, warned) => {
      const device = aDevice({ earmarkedUntil });
      const { devices } = changesOf(
        withDevices(device),
        withDevices({ ...device, status: 'decommissioned', decommissionedOn }),
      );
      expect(devices).toMatchObject([
        { kind: 'decommissioned', on: decommissionedOn, earmarkedUntil: warned },
      ]);
    },
  );

  it('takes neither free texts nor the day of a stocktake for changes', () => {
    const kinds = kindsOf(
      aDevice({ note: 'alt', extra: { Schrank: '3' }, lastSeenOn: '2025' }),
      aDevice({ note: null, extra: {}, lastSeenOn: '2026-11-20' }),
    );
    expect(kinds).toEqual([]);
  });
});

describe('compareReports: rooms, school, targets', () => {
  it('tells new, removed, renamed and retyped rooms, and what else is different in them', () => {
    const { rooms } = changesOf(
      withRooms(aRoom({ id: 'r-1' }), aRoom({ id: 'r-2', seats: 20 })),
      withRooms(aRoom({ id: 'r-2', seats: 24, name: 'Musik', roomTypes: ['FR'] }), aRoom({ id: 'r-3' })),
    );
    expect(rooms.map(({ kind, room, fields }) => [kind, room.id, fields.map(({ field }) => field)])).toEqual([
      ['renamed', 'r-2', ['name']],
      ['type-changed', 'r-2', ['roomTypes']],
      ['changed', 'r-2', ['seats']],
      ['added', 'r-3', []],
      ['removed', 'r-1', []],
    ]);
  });

  it('tells gaps that the targets opened apart from those that the stock closed', () => {
    const before = withDevices();
    const after = aState({
      inventory: anInventory({
        rooms: before.inventory.rooms,
        devices: [aDevice({ categoryId: 'BEAM', roomId: 'r-1' })],
      }),
      profile: aProfile({
        requirements: [aRequirement({ id: 'BEAM', quantity: { kind: 'fixed', units: 2 } })],
      }),
    });
    const { gaps, sums, targets } = changesOf(before, after);
    expect(gaps.map(({ roomId, byTargets, byStock }) => [roomId, byTargets, byStock])).toEqual([
      ['r-1', 1, -1],
      ['r-2', 1, 0],
    ]);
    expect(sums).toEqual({ before: 2, between: 4, after: 3 });
    expect(targets.requirements.map(({ id, kind }) => [id, kind])).toEqual([['BEAM', 'changed']]);
  });

  it('tells that a later stage is compared with', () => {
    expect(changesOf(aState(), aState({ stage: 2 })).targets.stage).toEqual({ before: 1, after: 2 });
  });

  it('refuses another school, not one that only got its number', () => {
    const named = (name: string, schoolNumber: string | null): ReportState =>
      aState({ inventory: anInventory({ school: aSchool({ name, schoolNumber }) }) });
    const outcome = (before: ReportState, after: ReportState): boolean => compareReports(before, after).ok;
    expect(outcome(named('A', '1'), named('A', '2'))).toBe(false);
    expect(outcome(named('A', '1'), named('B', '1'))).toBe(true);
    expect(outcome(named('A', null), named('A', '2'))).toBe(true);
    expect(outcome(named('', null), named('A', null))).toBe(true);
    expect(outcome(named('A', null), named('B', '2'))).toBe(false);
  });
});

/** States of one school, whatever is in it. */
const states = fc
  .record({
    inventory: inventories,
    profile: profiles,
    stage: fc.constantFrom(1, 2, 3),
    asOf: fc.constantFrom('2026-11-24', '2026-11-23'),
  })
  .map((state): ReportState => state);

describe('compareReports: whatever the two states', () => {
  it('has sums that add up: targets and stock together are the whole change', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        const { gaps, sums } = changesOf(before, after);
        const sum = (key: 'byTargets' | 'byStock'): number => gaps.reduce((all, gap) => all + gap[key], 0);
        expect(sum('byTargets')).toBe(sums.between - sums.before);
        expect(sum('byStock')).toBe(sums.after - sums.between);
        for (const { before: was, after: is, byTargets, byStock } of gaps)
          expect(byTargets + byStock).toBe((is ?? 0) - (was ?? 0));
      }),
    );
  });

  it('finds nothing when a report is compared with itself', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { gaps, devices, rooms, school, targets } = changesOf(state, state);
        expect([gaps, devices, rooms, school, targets.requirements, targets.profile]).toEqual([
          [],
          [],
          [],
          [],
          [],
          [],
        ]);
      }),
    );
  });

  it('mirrors when the two are swapped', () => {
    const MIRROR: Readonly<Record<string, string>> = {
      added: 'gone',
      gone: 'added',
      broke: 'repaired',
      repaired: 'broke',
      missing: 'found',
      found: 'missing',
      decommissioned: 'reinstated',
      reinstated: 'decommissioned',
    };
    fc.assert(
      fc.property(states, states, (before, after) => {
        const keys = (changes: ReportChanges, mirror: boolean): readonly string[] =>
          changes.devices
            .map(({ kind, deviceId, from, to }) => {
              const [left, right] = mirror ? [to, from] : [from, to];
              return `${deviceId} ${mirror ? (MIRROR[kind] ?? kind) : kind} ${left} ${right}`;
            })
            .toSorted();
        expect(keys(changesOf(after, before), true)).toEqual(keys(changesOf(before, after), false));
      }),
    );
  });

  it('puts the targets to the stock of then alone when the stock is the same', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        const { gaps, devices } = changesOf(before, { ...after, inventory: before.inventory });
        expect(gaps.every(({ byStock }) => byStock === 0)).toBe(true);
        expect(devices).toEqual([]);
      }),
    );
  });
});
