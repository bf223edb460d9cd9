import fc from 'fast-check';
import type { Inventory } from '../inventory/inventory.ts';
import type { Requirement, TargetProfile } from '../targets/target-profile.ts';
import { aCategory, aDevice, aProfile, aRequirement, aRoom, aRoomType, aSchool } from './builders.ts';

const CATEGORIES = ['TAB', 'NB', 'PC', 'BEAM', 'KOF'] as const;
const ROOM_TYPES = ['KR', 'PCR', 'VW'] as const;

const categoryLists = fc.uniqueArray(fc.constantFrom(...CATEGORIES), { minLength: 1, maxLength: 3 });
const common = {
  categories: categoryLists,
  schoolTypes: fc.constantFrom(null, null, ['primary' as const], ['regional' as const]),
  priority: fc.constantFrom('must' as const, 'should' as const, 'could' as const),
  stage: fc.constantFrom(1, 1, 2, 3),
  ladder: fc.constantFrom(null, null, 'L1', 'L2'),
  waivedBy: fc.constantFrom([], [], [], ['BEAM']),
};
const roomRequirement = fc.record({
  ...common,
  appliesTo: fc.record({
    kind: fc.constant('rooms' as const),
    roomTypes: fc.uniqueArray(fc.constantFrom(...ROOM_TYPES), { minLength: 1 }),
  }),
  quantity: fc.oneof(
    fc.record({ kind: fc.constant('fixed' as const), units: fc.integer({ min: 1, max: 2 }) }),
    fc.constant({ kind: 'per-seats' as const, multiply: 1, divide: 2, fallbackUnits: 1 }),
  ),
  group: fc.constantFrom('g1', 'g2', 'g3', 'g4'),
});
const schoolRequirement = fc.record({
  ...common,
  appliesTo: fc.constant({ kind: 'school' as const }),
  quantity: fc.oneof(
    fc.record({ kind: fc.constant('fixed' as const), units: fc.integer({ min: 1, max: 3 }) }),
    fc.constant({ kind: 'per-pupils' as const, terms: [{ pupilsPerUnit: 4, grades: null }] }),
    fc.record({
      kind: fc.constant('dependent' as const),
      of: fc.uniqueArray(fc.constantFrom('R0', 'R1', 'S0'), { minLength: 1 }),
      multiply: fc.constant(1),
      divide: fc.constantFrom(1, 2),
    }),
  ),
  group: fc.constant('school'),
});

/** Profiles of up to four requirements of rooms and three of the school, that hang together. */
export const profiles = fc
  .record({
    rooms: fc.array(roomRequirement, { maxLength: 4 }),
    school: fc.array(schoolRequirement, { maxLength: 3 }),
    lives: fc.array(fc.integer({ min: 3, max: 6 }), { minLength: 5, maxLength: 5 }),
    order: fc.boolean(),
  })
  .map(({ rooms, school, lives, order }): TargetProfile => {
    const named: Requirement[] = [
      ...rooms.map((entry, index) => aRequirement({ id: `R${index}`, ...entry })),
      ...school.map((entry, index) => aRequirement({ id: `S${index}`, ...entry })),
    ].map((entry) =>
      // S0 depends on nothing, so that nothing depends on itself.
      entry.id === 'S0' && entry.quantity.kind === 'dependent'
        ? { ...entry, quantity: { kind: 'fixed', units: 1 } }
        : entry,
    );
    return aProfile({
      requirements: order ? named : named.toReversed(),
      categories: CATEGORIES.map((id, index) => aCategory({ id, serviceLifeYears: lives[index] ?? 5 })),
      roomTypes: ROOM_TYPES.map((id) =>
        aRoomType({ id, scope: id === 'VW' ? 'administration' : 'teaching' }),
      ),
    });
  });

/** Inventories of up to three rooms and seven devices in every state. */
export const inventories = fc
  .record({
    rooms: fc.array(
      fc.record({
        roomTypes: fc.uniqueArray(fc.constantFrom(...ROOM_TYPES), { maxLength: 2 }),
        seats: fc.constantFrom(null, 0, 3),
        exempt: fc.constantFrom(null, null, null, 'R0', 'R1'),
        until: fc.constantFrom(null, '2026-11-24', '2026-11-23'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    devices: fc.array(
      fc.record({
        categoryId: fc.constantFrom(...CATEGORIES, null),
        room: fc.integer({ min: -1, max: 2 }),
        status: fc.constantFrom(
          'in-use' as const,
          'in-use' as const,
          'in-storage' as const,
          'on-loan' as const,
          'defective' as const,
          'missing' as const,
        ),
        userGroup: fc.constantFrom(null, 'pupils' as const, 'teachers' as const, 'administration' as const),
        owner: fc.constantFrom('unknown' as const, 'unknown' as const, 'private' as const),
        purchasedOn: fc.constantFrom(null, '2020', '2024-05'),
        quantity: fc.constantFrom(1, 1, 2),
      }),
      { maxLength: 7 },
    ),
    pupils: fc.constantFrom(null, 0, 7),
    schoolType: fc.constantFrom(null, 'primary' as const, 'regional' as const),
  })
  .map(({ rooms, devices, pupils, schoolType }): Inventory => ({
    school: aSchool({ pupils, schoolType }),
    rooms: rooms.map(({ exempt, until, ...room }, index) =>
      aRoom({
        id: `r-${index}`,
        roomNumber: String(101 + index),
        ...room,
        exemptions:
          exempt === null
            ? []
            : [{ requirement: exempt, reason: 'Test', since: '2026-01-01', until, isPrivate: false }],
      }),
    ),
    devices: devices.map(({ room, ...device }, index) =>
      aDevice({ id: `d-${index}`, ...device, roomId: room < 0 || room >= rooms.length ? null : `r-${room}` }),
    ),
  }));
