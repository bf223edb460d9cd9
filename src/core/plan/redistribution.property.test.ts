import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import type { GapAnalysis } from '../gaps/gap-analysis.ts';
import { unitsOf } from '../gaps/units.ts';
import { applyChanges } from '../history/apply-changes.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { deviceId } from '../shared/ids.ts';
import {
  bestMoveObjective,
  looseUnits,
  moveWorth,
  NO_MOVES,
  wantedGaps,
} from '../testing/brute-force-redistribution.ts';
import {
  aCategory,
  aDevice,
  aProfile,
  aRequirement,
  aRoom,
  aRoomType,
  aSchool,
} from '../testing/builders.ts';
import { PRIORITIES, type Requirement, type TargetProfile } from '../targets/target-profile.ts';
import { redistributionChanges } from './redistribution-changes.ts';
import { proposeRedistribution, type ProposedMove } from './redistribution.ts';

const OPTIONS = { asOf: '2026-11-24', stage: 1 } as const;
const CATEGORIES = ['TAB', 'NB', 'BEAM', 'AP', 'LAN'] as const;
const ROOM_TYPES = ['KR', 'PCR', 'VW'] as const;

const categoryLists = fc.uniqueArray(fc.constantFrom(...CATEGORIES), { minLength: 1, maxLength: 3 });
const roomRequirement = fc.record({
  categories: categoryLists,
  priority: fc.constantFrom(...PRIORITIES),
  waivedBy: fc.constantFrom([], [], [], [], ['BEAM'], ['TAB', 'NB']),
  coveredBy: fc.constantFrom(null, null, null, 'wlan-full' as const, 'lan-sockets' as const),
  appliesTo: fc.record({
    kind: fc.constant('rooms' as const),
    roomTypes: fc.uniqueArray(fc.constantFrom(...ROOM_TYPES), { minLength: 1 }),
  }),
  quantity: fc.record({ kind: fc.constant('fixed' as const), units: fc.integer({ min: 1, max: 2 }) }),
  group: fc.constantFrom('g1', 'g2', 'g3', 'g4'),
});
const schoolRequirement = fc.record({
  categories: categoryLists,
  priority: fc.constantFrom(...PRIORITIES),
  appliesTo: fc.constant({ kind: 'school' as const }),
  quantity: fc.oneof(
    fc.record({ kind: fc.constant('fixed' as const), units: fc.integer({ min: 1, max: 2 }) }),
    fc.constant({ kind: 'per-pupils' as const, terms: [{ pupilsPerUnit: 4, grades: null }] }),
    fc.constant({ kind: 'dependent' as const, of: ['R0', 'R1'], multiply: 1, divide: 2 }),
  ),
  group: fc.constant('school'),
});

const profiles = fc
  .record({
    rooms: fc.array(roomRequirement, { minLength: 1, maxLength: 4 }),
    school: fc.array(schoolRequirement, { maxLength: 2 }),
    movable: fc.array(fc.constantFrom(true, true, true, false), { minLength: 5, maxLength: 5 }),
    lives: fc.array(fc.integer({ min: 3, max: 6 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ rooms, school, movable, lives }): TargetProfile => {
    const requirements: Requirement[] = [
      ...rooms.map((entry, index) => aRequirement({ id: `R${index}`, ...entry })),
      ...school.map((entry, index) => aRequirement({ id: `S${index}`, ...entry })),
    ];
    return aProfile({
      requirements,
      categories: CATEGORIES.map((id, index) =>
        aCategory({ id, movable: movable[index] ?? true, serviceLifeYears: lives[index] ?? 5 }),
      ),
      roomTypes: ROOM_TYPES.map((id) =>
        aRoomType({ id, scope: id === 'VW' ? 'administration' : 'teaching' }),
      ),
    });
  });

const inventories = fc
  .record({
    rooms: fc.array(
      fc.record({
        roomTypes: fc.uniqueArray(fc.constantFrom(...ROOM_TYPES), { maxLength: 2 }),
        building: fc.constantFrom('A', 'A', 'B', null),
        wlanCoverage: fc.constantFrom(null, 'full' as const),
        lanSockets: fc.constantFrom(null, null, 1),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    devices: fc.array(
      fc.record({
        categoryId: fc.constantFrom(...CATEGORIES),
        room: fc.integer({ min: -1, max: 3 }),
        status: fc.constantFrom(
          'in-use' as const,
          'in-use' as const,
          'in-use' as const,
          'in-storage' as const,
          'on-loan' as const,
          'defective' as const,
        ),
        userGroup: fc.constantFrom(null, null, 'teachers' as const, 'administration' as const),
        owner: fc.constantFrom(
          'unknown' as const,
          'unknown' as const,
          'unknown' as const,
          'private' as const,
        ),
        purchasedOn: fc.constantFrom(null, '2019', '2022-05', '2025-01-31'),
        quantity: fc.constantFrom(1, 1, 1, 2, 3),
        assetTag: fc.constantFrom(null, null, null, null, 'T1'),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    hasContents: fc.boolean(),
    schoolType: fc.constant('primary' as const),
    pupils: fc.constantFrom(null, 7),
  })
  .map(({ rooms, devices, hasContents, schoolType, pupils }): Inventory => {
    const roomIdOf = (room: number): string | null => (room < 0 || room >= rooms.length ? null : `r-${room}`);
    const made = devices.map(({ room, ...device }, index) =>
      aDevice({ id: `d-${index}`, ...device, roomId: roomIdOf(room) }),
    );
    const holder = made.find(({ assetTag }) => assetTag === 'T1');
    return {
      school: aSchool({ schoolType, pupils }),
      rooms: rooms.map((room, index) =>
        aRoom({ id: `r-${index}`, roomNumber: String(101 + index), ...room }),
      ),
      // What lies inside counts for nothing: only that something does matters.
      devices:
        hasContents && holder !== undefined
          ? [
              ...made,
              aDevice({ id: 'x', containerTag: 'T1', roomId: holder.roomId, status: 'decommissioned' }),
            ]
          : made,
    };
  });

const analyze = (inventory: Inventory, profile: TargetProfile): GapAnalysis =>
  analyzeGaps(inventory, profile, OPTIONS);

const afterMoves = (
  inventory: Inventory,
  profile: TargetProfile,
  moves: readonly ProposedMove[],
): Inventory => {
  let number = 0;
  const changes = redistributionChanges(inventory, profile, moves, () => deviceId(`new-${(number += 1)}`));
  return applyChanges({ inventory, profiles: new Map(), settings: new Map() }, changes).inventory;
};

const lineGaps = (analysis: GapAnalysis): ReadonlyMap<string, number> =>
  new Map([
    ...analysis.rooms.map((line) => [`${line.requirementId}@${line.roomId}`, line.gap ?? 0] as const),
    ...analysis.school.map((line) => [line.requirementId, line.gap ?? 0] as const),
  ]);

const SEEDS = [1, 20261125, 271828] as const;
const NUM_RUNS = 2000;

describe('proposeRedistribution, against trying everything', () => {
  it.each(SEEDS)('closes what can be closed, in every order of merit, seed %i', (seed) => {
    const seen = { moves: 0, between: 0, withheld: 0 };
    fc.assert(
      fc.property(inventories, profiles, fc.boolean(), (inventory, profile, repairsFirst) => {
        const analysis = analyze(inventory, profile);
        const { moves, withheld } = proposeRedistribution(inventory, profile, analysis, { repairsFirst });
        const units = looseUnits(inventory, profile, analysis);
        const gaps = wantedGaps(inventory, profile, analysis, repairsFirst, (line) =>
          withheld.some(
            ({ roomId, requirementId }) => roomId === line.roomId && requirementId === line.requirementId,
          ),
        );
        let worth = [...NO_MOVES];
        for (const move of moves) {
          const unit = units.find(
            ({ device, roomId }) => device.id === move.deviceId && roomId === move.fromRoomId,
          )!;
          const gap = gaps.find(
            ({ line }) => line.roomId === move.toRoomId && line.requirementId === move.requirementId,
          )!;
          expect(gap.requirement.categories).toContain(move.categoryId);
          expect(move.toRoomId).not.toBe(move.fromRoomId);
          worth = worth.map((value, level) => value + moveWorth(unit, gap, inventory)[level]! * move.units);
          seen.moves += 1;
        }
        expect(worth).toEqual(bestMoveObjective(units, gaps, inventory));
        // No unit twice, no gap more than closed.
        for (const { device } of units)
          expect(sumOf(moves.filter((move) => move.deviceId === device.id))).toBeLessThanOrEqual(
            units.filter((unit) => unit.device === device).length,
          );
        for (const { line, units: wanted } of gaps)
          expect(
            sumOf(
              moves.filter(
                (move) => move.toRoomId === line.roomId && move.requirementId === line.requirementId,
              ),
            ),
          ).toBeLessThanOrEqual(wanted);
        if (withheld.length > 0) seen.withheld += 1;
        if (worth[6]! < 0) seen.between += 1;
      }),
      { numRuns: NUM_RUNS, seed },
    );
    // The schools are such that there is something to propose.
    expect(seen.moves).toBeGreaterThan(NUM_RUNS / 10);
    expect(seen.between).toBeGreaterThan(0);
    expect(seen.withheld).toBeGreaterThan(0);
  });
});

const sumOf = (moves: readonly ProposedMove[]): number => moves.reduce((sum, { units }) => sum + units, 0);

it.each([
  ['administration', 'VW', 0],
  ['teachers', 'VW', 0],
  ['pupils', 'VW', 1],
  ['administration', 'MZ', 1],
] as const)('a notebook of %s in a room %s: %i move', (userGroup, roomType, count) => {
  const profile = aProfile({
    requirements: [aRequirement({ id: 'NB', categories: ['NB'] })],
    categories: [aCategory({ id: 'NB' })],
    roomTypes: [
      aRoomType({ id: 'KR' }),
      aRoomType({ id: 'MZ' }),
      aRoomType({ id: 'VW', scope: 'administration' }),
    ],
  });
  const inventory: Inventory = {
    school: aSchool(),
    rooms: [aRoom({ id: 'a', roomTypes: [roomType] }), aRoom({ id: 'b', roomTypes: ['KR'] })],
    devices: [aDevice({ id: 'd', categoryId: 'NB', roomId: 'a', userGroup })],
  };
  expect(proposeRedistribution(inventory, profile, analyze(inventory, profile)).moves).toHaveLength(count);
});

describe('what accepted moves do', () => {
  it.each(SEEDS)('closes the gaps it promised, seed %i', (seed) => {
    fc.assert(
      fc.property(inventories, profiles, (inventory, profile) => {
        const before = analyze(inventory, profile);
        const { moves } = proposeRedistribution(inventory, profile, before);
        const after = analyze(afterMoves(inventory, profile, moves), profile);
        const now = lineGaps(after);
        for (const [key, gap] of lineGaps(before)) {
          const promised = sumOf(moves.filter((move) => `${move.requirementId}@${move.toRoomId}` === key));
          expect(now.get(key)).toBeLessThanOrEqual(gap - promised);
        }
        const scored = moves.filter((move) => move.scored);
        expect(after.totals.roomGap).toBeLessThanOrEqual(before.totals.roomGap - sumOf(scored));
      }),
      { numRuns: NUM_RUNS, seed },
    );
  });

  it.each(SEEDS)('tears no gap, whichever moves are accepted, seed %i', (seed) => {
    fc.assert(
      fc.property(
        inventories,
        profiles,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (inventory, profile, choice) => {
          const before = analyze(inventory, profile);
          const { moves } = proposeRedistribution(inventory, profile, before);
          const accepted = moves.filter((_, index) => choice[index % choice.length]);
          const changed = afterMoves(inventory, profile, accepted);
          const after = analyze(changed, profile);
          const now = lineGaps(after);
          for (const [key, gap] of lineGaps(before)) expect(now.get(key)).toBeLessThanOrEqual(gap);
          // Each accepted unit closes a gap of the school, of its own priority or a higher one.
          const closed = (least: number, counted: boolean): number => {
            const isMeant = (line: { priority: ProposedMove['priority']; scored?: boolean }): boolean =>
              PRIORITIES.indexOf(line.priority) <= least && (line.scored ?? true) === counted;
            const sum = (analysis: GapAnalysis): number =>
              [...analysis.rooms, ...analysis.school]
                .filter((line) => isMeant(line))
                .reduce((total, line) => total + (line.gap ?? 0), 0);
            return sum(before) - sum(after);
          };
          PRIORITIES.forEach((_, least) => {
            const promised = accepted.filter(
              (move) => move.scored && PRIORITIES.indexOf(move.priority) <= least,
            );
            expect(closed(least, true)).toBeGreaterThanOrEqual(sumOf(promised));
          });
          // Nothing comes out of nothing.
          const pieces = ({ devices }: Inventory): number =>
            devices.reduce((sum, { quantity }) => sum + quantity, 0);
          expect(pieces(changed)).toBe(pieces(inventory));
        },
      ),
      { numRuns: NUM_RUNS, seed },
    );
  });

  it('does not depend on the order of entry', () => {
    fc.assert(
      fc.property(inventories, profiles, (inventory, profile) => {
        const turned = {
          ...inventory,
          rooms: inventory.rooms.toReversed(),
          devices: inventory.devices.toReversed(),
        };
        expect(proposeRedistribution(turned, profile, analyze(turned, profile))).toEqual(
          proposeRedistribution(inventory, profile, analyze(inventory, profile)),
        );
      }),
      { numRuns: NUM_RUNS, seed: 7 },
    );
  });

  it('moves whole sets of what is entered in pieces', () => {
    const profile = aProfile({
      requirements: [aRequirement({ id: 'KOPF', categories: ['KOPF'] })],
      categories: [aCategory({ id: 'KOPF', piecesPerUnit: 16 })],
    });
    const inventory: Inventory = {
      school: aSchool(),
      rooms: [aRoom({ id: 'a', roomNumber: '1' }), aRoom({ id: 'b', roomNumber: '2' })],
      devices: [aDevice({ id: 'd', categoryId: 'KOPF', roomId: 'a', quantity: 40 })],
    };
    const { moves } = proposeRedistribution(inventory, profile, analyze(inventory, profile));
    expect(moves).toMatchObject([{ deviceId: 'd', units: 1, fromRoomId: 'a', toRoomId: 'b' }]);
    const { devices } = afterMoves(inventory, profile, moves);
    expect(devices.map(({ roomId, quantity }) => [roomId, quantity])).toEqual([
      ['a', 24],
      ['b', 16],
    ]);
    expect(unitsOf(devices[0]!, profile.categories[0]!)).toBe(1);
  });
});
