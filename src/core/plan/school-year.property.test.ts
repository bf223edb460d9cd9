import fc from 'fast-check';
import { expect, it } from 'vitest';
import { locator } from '../gaps/units.ts';
import { applyChanges, invertChanges, normalizeChanges } from '../history/apply-changes.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { aDevice, anInventory, aRoom, aSchool } from '../testing/builders.ts';
import { unchangedRoom } from './move-up.ts';
import { planSchoolYear, type RoomPlan } from './school-year.ts';

const USES = ['5a', '5b', '6a', '7c', '8a'] as const;
const isFixed = (categoryId: string): boolean => categoryId === 'BEAM';

const devices = fc.array(
  fc.record({
    categoryId: fc.constantFrom('TAB', 'BEAM', 'DOK', null),
    room: fc.integer({ min: -1, max: 4 }),
    quantity: fc.constantFrom(1, 1, 6),
    status: fc.constantFrom(
      'in-use' as const,
      'in-use' as const,
      'defective' as const,
      'decommissioned' as const,
    ),
    isCase: fc.boolean(),
    inCase: fc.constantFrom(null, null, null, 0, 1, 2),
  }),
  { maxLength: 10 },
);
const inventories = devices.map((some): Inventory => {
  const inventory = anInventory({
    school: aSchool({ schoolType: 'regional' }),
    rooms: USES.map((use, index) => aRoom({ id: `r-${index}`, roomNumber: String(100 + index), use })),
    devices: some.map(({ room, isCase, inCase, ...rest }, index) =>
      aDevice({
        id: `d-${index}`,
        ...rest,
        roomId: room < 0 ? null : `r-${room}`,
        assetTag: isCase ? `T-${index}` : null,
        containerTag: inCase === null || inCase === index ? null : `T-${inCase}`,
      }),
    ),
  });
  return inventory;
});
/** In which room each class of today is afterwards. */
const permutations = fc
  .uniqueArray(fc.integer({ min: 0, max: USES.length - 1 }), {
    minLength: USES.length,
    maxLength: USES.length,
  })
  .filter((order) => order.length === USES.length);

const apply = (inventory: Inventory, rooms: readonly RoomPlan[]) => {
  const outcome = planSchoolYear(inventory, { movesUp: false, rooms, school: {} }, isFixed);
  const stored = { inventory, profiles: new Map(), settings: new Map() };
  const changes = normalizeChanges(stored, outcome.changes);
  return { outcome, stored, changes, after: applyChanges(stored, changes) };
};
/** Gives each room the use at its place in `uses`. */
const planOf = (inventory: Inventory, uses: readonly (string | null)[]): readonly RoomPlan[] =>
  inventory.rooms.map((room, index) => ({ ...unchangedRoom(room), use: uses[index] ?? null, devices: 'go' }));
const placesOf = ({ devices: all }: Inventory): readonly (readonly [string, string | null])[] => {
  const locate = locator(all);
  return all.map((device) => [device.id, locate(device)] as const);
};

it('a swap and its opposite lead back, and undo leads back exactly', () => {
  fc.assert(
    fc.property(inventories, permutations, (inventory, order) => {
      const there = apply(
        inventory,
        planOf(
          inventory,
          order.map((at) => USES[at] ?? null),
        ),
      );
      const back = apply(there.after.inventory, planOf(there.after.inventory, USES));
      expect(placesOf(back.after.inventory)).toEqual(placesOf(inventory));
      expect(back.after.inventory.rooms).toEqual(inventory.rooms);
      expect(applyChanges(there.after, invertChanges(there.changes)).inventory).toEqual(inventory);
    }),
    { numRuns: 2000, seed: 20261125 },
  );
});

it('no device is lost, doubled or changed in anything but its room, and each stands where the plan says', () => {
  fc.assert(
    fc.property(
      inventories,
      permutations,
      fc.array(fc.boolean(), { minLength: USES.length, maxLength: USES.length }),
      (inventory, order, goes) => {
        const uses = order.map((at) => USES[at] ?? null);
        const { after, outcome } = apply(
          inventory,
          planOf(inventory, uses).map((plan, index) => ({
            ...plan,
            devices: goes[index] === true ? 'go' : 'stay',
          })),
        );
        expect(after.inventory.devices.map((device) => ({ ...device, roomId: null }))).toEqual(
          inventory.devices.map((device) => ({ ...device, roomId: null })),
        );
        // Independently of how it is planned: by class, from the room list alone.
        const before = new Map(placesOf(inventory));
        const moved = new Map(outcome.moves.map((move) => [String(move.deviceId), move]));
        for (const [id, place] of placesOf(after.inventory)) {
          const from = inventory.rooms.findIndex((room) => room.id === before.get(id));
          const device = inventory.devices.find((entry) => entry.id === id);
          // What is no longer in use stands nowhere: it keeps what was entered, wherever its case goes.
          if (device?.status === 'decommissioned') {
            expect(after.inventory.devices.find((entry) => entry.id === id)).toEqual(device);
            continue;
          }
          if (!moved.has(id)) {
            expect(place).toBe(before.get(id) ?? null);
            continue;
          }
          expect(goes[from]).toBe(true);
          expect(place).toBe(inventory.rooms[uses.indexOf(USES[from] ?? '5a')]?.id);
        }
        // What may go does go: loose, movable, not decommissioned.
        for (const device of inventory.devices) {
          const from = inventory.rooms.findIndex((room) => room.id === device.roomId);
          const isLoose = device.containerTag === null && from >= 0 && device.status !== 'decommissioned';
          if (isLoose && device.categoryId !== 'BEAM' && goes[from] === true)
            expect(moved.has(device.id)).toBe(uses[from] !== USES[from]);
        }
      },
    ),
    { numRuns: 2000, seed: 20261126 },
  );
});
