import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import { deviceId, roomId } from '../shared/ids.ts';
import {
  aCategory,
  aDevice,
  anInventory,
  aProfile,
  aRequirement,
  aRoom,
  aSchool,
} from '../testing/builders.ts';
import { applyScenario, scenarioChanges } from './apply-scenario.ts';
import type { ScenarioBase } from './scenario-terms.ts';
import type { ScenarioStep } from './scenario.ts';

const profile = aProfile({
  requirements: [
    aRequirement({ id: 'PRÄS', categories: ['BEAM'] }),
    aRequirement({
      id: 'LAN',
      categories: ['LAN'],
      coveredBy: 'lan-sockets',
      quantity: { kind: 'fixed', units: 3 },
    }),
    aRequirement({ id: 'KOPF', categories: ['KOPF'], quantity: { kind: 'fixed', units: 2 }, stage: 2 }),
  ],
  categories: [
    aCategory({ id: 'BEAM', guidePriceCents: 900_00 }),
    aCategory({ id: 'LAN', guidePriceCents: 200_00, movable: false }),
    aCategory({ id: 'KOPF', guidePriceCents: 480_00, piecesPerUnit: 16 }),
  ],
});
const base = (input: Partial<ScenarioBase> = {}): ScenarioBase => ({
  inventory: anInventory({
    rooms: [aRoom({ id: 'r-1' }), aRoom({ id: 'r-2', roomNumber: '102' })],
  }),
  profile,
  view: { asOf: '2026-11-24', stage: 1 },
  profileOf: () => null,
  ...input,
});
const buy = (categoryId: string, units: number, room: string | null = 'r-1'): ScenarioStep => ({
  kind: 'buy',
  categoryId,
  units,
  roomId: room === null ? null : roomId(room),
  unitPriceCents: null,
});
const gapOf = (steps: readonly ScenarioStep[], from: ScenarioBase): number => {
  const plan = applyScenario(steps, from);
  return analyzeGaps(plan.inventory, plan.profile, plan.view).totals.gap;
};

describe('a purchase', () => {
  it('becomes one device per unit, of the year and at the guide price', () => {
    const plan = applyScenario([buy('BEAM', 2)], base());
    expect(plan.inventory.devices).toHaveLength(2);
    expect(plan.inventory.devices[0]).toMatchObject({
      categoryId: 'BEAM',
      roomId: 'r-1',
      quantity: 1,
      status: 'in-use',
      purchasedOn: '2026',
      purchasePriceCents: 900_00,
      assetTag: null,
    });
    expect(plan).toMatchObject({ boughtUnits: 2, boughtCents: 1800_00, leftOut: [] });
  });

  it('of sets is one Sammelposten in pieces, priced by the piece', () => {
    const plan = applyScenario([buy('KOPF', 2)], base());
    expect(plan.inventory.devices).toMatchObject([{ quantity: 32, purchasePriceCents: 30_00 }]);
    expect(plan.boughtCents).toBe(960_00);
  });

  it('follows the habit of the school to keep a category as Sammelposten', () => {
    const devices = [aDevice({ id: 'd-1', categoryId: 'BEAM', quantity: 4 })];
    const plan = applyScenario(
      [buy('BEAM', 3)],
      base({ inventory: anInventory({ devices, rooms: [aRoom()] }) }),
    );
    expect(plan.inventory.devices.map(({ quantity }) => quantity)).toEqual([4, 3]);
  });

  it.each([
    { name: 'only sockets are entered', lanSockets: 1, units: 0 },
    { name: 'only devices are entered', lanSockets: null, units: 1 },
    { name: 'both are entered, more sockets', lanSockets: 2, units: 1 },
    { name: 'both are entered, more devices', lanSockets: 1, units: 2 },
  ])('of sockets closes the gap where $name', ({ lanSockets, units }) => {
    const from = base({
      inventory: anInventory({
        rooms: [aRoom({ lanSockets })],
        devices: [
          aDevice({ id: 'd-b', categoryId: 'BEAM', roomId: 'r-1' }),
          ...Array.from({ length: units }, (_, index) =>
            aDevice({ id: `d-${index}`, categoryId: 'LAN', roomId: 'r-1' }),
          ),
        ],
      }),
    });
    const gap = gapOf([], from);
    expect(gap).toBeGreaterThan(0);
    expect(gapOf([buy('LAN', gap)], from)).toBe(0);
    expect(gapOf([buy('LAN', gap - 1)], from)).toBe(1);
  });
});

describe('a move', () => {
  const inventory = anInventory({
    rooms: [aRoom({ id: 'r-1' }), aRoom({ id: 'r-2', roomNumber: '102' })],
    devices: [
      aDevice({ id: 'case', assetTag: 'K-1', categoryId: 'KOF', roomId: 'r-1' }),
      aDevice({ id: 'tablet', containerTag: 'K-1', categoryId: 'TAB', roomId: 'r-1' }),
      aDevice({ id: 'many', categoryId: 'BEAM', quantity: 5, roomId: 'r-1' }),
    ],
  });
  const move = (id: string, units: number, to: string | null = 'r-2'): ScenarioStep => ({
    kind: 'move',
    deviceId: deviceId(id),
    units,
    toRoomId: to === null ? null : roomId(to),
  });

  it('takes the contents of a case along', () => {
    const plan = applyScenario([move('case', 1)], base({ inventory }));
    expect(plan.inventory.devices.map(({ id, roomId: room }) => [id, room])).toEqual([
      ['case', 'r-2'],
      ['tablet', 'r-2'],
      ['many', 'r-1'],
    ]);
  });

  it('parts pieces from a Sammelposten, twice from the same one', () => {
    const plan = applyScenario([move('many', 2), move('many', 2)], base({ inventory }));
    expect(plan.inventory.devices.slice(2).map(({ quantity, roomId: room }) => [quantity, room])).toEqual([
      [1, 'r-1'],
      [2, 'r-2'],
      [2, 'r-2'],
    ]);
    expect(plan.moved).toBe(4);
  });

  it('is left out where it makes no sense any more', () => {
    const steps = [move('gone', 1), move('many', 6), move('case', 1, 'r-9'), move('case', 1, 'r-1')];
    const plan = applyScenario(steps, base({ inventory }));
    expect(plan.leftOut.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'DEVICE_GONE'],
      [1, 'NOT_ENOUGH'],
      [2, 'ROOM_GONE'],
      [3, 'ALREADY_THERE'],
    ]);
    expect(plan.changes).toEqual([]);
  });
});

describe('other steps', () => {
  it('a repair puts a broken device into use and notes the day; what is not broken is left out', () => {
    const inventory = anInventory({
      rooms: [aRoom()],
      devices: [
        aDevice({
          id: 'd-1',
          status: 'defective',
          defect: { since: '2026', text: 'Lampe', reportedOn: null, ticket: null, repairedOn: null },
        }),
        aDevice({ id: 'd-2' }),
      ],
    });
    const repair = (id: string): ScenarioStep => ({ kind: 'repair', deviceId: deviceId(id) });
    const plan = applyScenario([repair('d-1'), repair('d-2'), repair('d-1')], base({ inventory }));
    expect(plan.inventory.devices[0]).toMatchObject({
      status: 'in-use',
      defect: { text: 'Lampe', repairedOn: base({ inventory }).view.asOf },
    });
    expect(plan.leftOut.map(({ index, reason }) => [index, reason])).toEqual([
      [1, 'NOT_BROKEN'],
      [2, 'NOT_BROKEN'],
    ]);
  });

  it('numbers of the school are laid over today, the last one holds', () => {
    const inventory = anInventory({ school: aSchool({ pupils: 200, teachers: 20 }) });
    const steps: ScenarioStep[] = [
      { kind: 'school', numbers: { pupils: 250 } },
      { kind: 'school', numbers: { pupils: 260, classes: null } },
    ];
    const plan = applyScenario(steps, base({ inventory }));
    expect(plan.inventory.school).toMatchObject({ pupils: 260, teachers: 20, classes: null });
    expect(plan.changes).toHaveLength(1);
  });

  it('another edition brings its prices, and leaves out what it no longer has', () => {
    const newer = aProfile({
      edition: '2',
      requirements: [aRequirement({ id: 'PRÄS', categories: ['BEAM'] })],
      categories: [aCategory({ id: 'BEAM', guidePriceCents: 1000_00 })],
    });
    const from = base({ profileOf: (key) => (key === 'test@2' ? newer : null) });
    const plan = applyScenario(
      [
        buy('BEAM', 1),
        buy('LAN', 1),
        { kind: 'edition', profileKey: 'test@2' },
        { kind: 'edition', profileKey: 'test@9' },
      ],
      from,
    );
    expect(plan).toMatchObject({ profileKey: 'test@2', boughtCents: 1000_00 });
    expect(plan.leftOut.map(({ index, reason }) => [index, reason])).toEqual([
      [1, 'CATEGORY_GONE'],
      [3, 'PROFILE_GONE'],
    ]);
  });

  it('an own day and stage hold for the scenario only; an unknown stage is named', () => {
    const steps = [{ kind: 'view', asOf: '2028-01-01', stage: 2 }, buy('BEAM', 1)] as const;
    const plan = applyScenario(steps, base());
    expect(plan.view).toEqual({ asOf: '2028-01-01', stage: 2 });
    expect(plan.inventory.devices[0]?.purchasedOn).toBe('2028');
    // What becomes real is bought on the day of the screens.
    const { changes } = scenarioChanges(steps, base(), () => deviceId('new'));
    expect(changes).toMatchObject([{ after: { purchasedOn: '2026' } }]);
    const unknown = applyScenario([{ kind: 'view', asOf: null, stage: 7 }], base());
    expect(unknown.view).toEqual({ asOf: '2026-11-24', stage: 1 });
    expect(unknown.leftOut).toMatchObject([{ reason: 'STAGE_GONE' }]);
  });

  it('without steps nothing changes', () => {
    const from = base();
    const plan = applyScenario([], from);
    expect(plan.inventory).toBe(from.inventory);
    expect(plan.changes).toEqual([]);
  });
});
