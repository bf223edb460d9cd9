import { describe, expect, it } from 'vitest';
import { applyChanges } from '../history/apply-changes.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { roomId } from '../shared/ids.ts';
import { aDevice, anInventory, aRoom, aSchool } from '../testing/builders.ts';
import {
  classesOfUses,
  moveUp,
  moveUpNumbers,
  swapRooms,
  unchangedRoom,
  withClasses,
  withPupils,
} from './move-up.ts';
import { planSchoolYear, type RoomPlan, type SchoolYearPlan } from './school-year.ts';

const school = aSchool({ schoolType: 'regional', schoolYear: '2026/27' });
const rooms = [
  aRoom({ id: 'a', roomNumber: '101', use: '5a', name: 'Sonne' }),
  aRoom({ id: 'b', roomNumber: '102', use: '6a', roomTypes: ['KR', 'GR'] }),
  aRoom({ id: 'c', roomNumber: '103', use: 'Musik', roomTypes: ['MU'] }),
];
const isFixed = (categoryId: string): boolean => categoryId === 'BEAM';
const plansOf = (inventory: Inventory, changes: Record<string, Partial<RoomPlan>>): readonly RoomPlan[] =>
  inventory.rooms.map((room) => ({ ...unchangedRoom(room), ...changes[room.id] }));
const run = (inventory: Inventory, plan: Partial<SchoolYearPlan>) => {
  const outcome = planSchoolYear(inventory, { movesUp: false, rooms: [], school: {}, ...plan }, isFixed);
  const after = applyChanges(
    { inventory, profiles: new Map(), settings: new Map() },
    outcome.changes,
  ).inventory;
  return { ...outcome, after };
};
const places = (inventory: Inventory): Record<string, string | null> =>
  Object.fromEntries(inventory.devices.map(({ id, roomId: room }) => [id, room]));

describe('devices', () => {
  const inventory = anInventory({
    school,
    rooms,
    devices: [
      aDevice({ id: 'doc', categoryId: 'DOK', roomId: 'a' }),
      aDevice({ id: 'beamer', categoryId: 'BEAM', roomId: 'a' }),
      aDevice({ id: 'case', categoryId: 'KOF', assetTag: 'K-1', roomId: 'a' }),
      // Entered elsewhere: it is where its case is.
      aDevice({ id: 'tablet', categoryId: 'TAB', containerTag: 'K-1', roomId: 'c' }),
      aDevice({ id: 'headsets', categoryId: 'AUD', quantity: 12, roomId: 'b' }),
      aDevice({ id: 'old', categoryId: 'DOK', status: 'decommissioned', roomId: 'a' }),
    ],
  });
  const swapped = { a: { use: '6a', devices: 'go' }, b: { use: '5a', devices: 'go' } } as const;

  it('go along with the class, with the contents of cases; what is built in stays and is named', () => {
    const { after, problems, moves } = run(inventory, { rooms: plansOf(inventory, swapped) });
    expect(places(after)).toEqual({
      doc: 'b',
      beamer: 'a',
      case: 'b',
      tablet: 'b',
      headsets: 'a',
      old: 'a',
    });
    expect(moves.map(({ deviceId }) => deviceId)).toEqual(['case', 'doc', 'tablet', 'headsets']);
    expect(problems).toEqual([
      { code: 'FIXED_STAYS', deviceId: 'beamer', roomId: 'a' },
      { code: 'BULK_GOES', deviceId: 'headsets', pieces: 12 },
    ]);
  });

  it('stay where the plan says so', () => {
    const { after, moves } = run(inventory, {
      rooms: plansOf(inventory, { a: { use: '6a' }, b: { use: '5a', devices: 'go' } }),
    });
    expect(moves.map(({ deviceId, to }) => [deviceId, to])).toEqual([['headsets', 'a']]);
    expect(after.rooms.map(({ use }) => use)).toEqual(['6a', '5a', 'Musik']);
  });

  it('are looked for by the name of the next year when classes move up', () => {
    const { moves, problems } = run(inventory, {
      movesUp: true,
      rooms: plansOf(inventory, { a: { use: '7a' }, b: { use: '6a', devices: 'go' } }),
    });
    // 6a is 7a now and stands in the room of the former 5a.
    expect(moves.map(({ deviceId, to }) => [deviceId, to])).toEqual([['headsets', 'a']]);
    expect(problems.map(({ code }) => code)).toEqual(['BULK_GOES']);
  });

  it('stay and are named where their class has no room or two', () => {
    const gone = run(inventory, { rooms: plansOf(inventory, { a: { use: null, devices: 'go' } }) });
    expect(gone.moves).toEqual([]);
    expect(gone.problems).toEqual([
      { code: 'CLASS_WITHOUT_ROOM', use: '5a', roomId: 'a' },
      { code: 'NOWHERE_TO_GO', roomId: 'a', devices: 4 },
    ]);
    const twice = run(inventory, {
      rooms: plansOf(inventory, {
        a: { use: null, devices: 'go' },
        b: { use: '5a' },
        c: { use: 'Klasse 5 A' },
      }),
    });
    expect(twice.moves).toEqual([]);
    expect(twice.problems.map(({ code }) => code)).toEqual([
      'CLASS_IN_SEVERAL_ROOMS',
      'CLASS_WITHOUT_ROOM',
      'NOWHERE_TO_GO',
    ]);
  });
});

describe('several classes in one room', () => {
  const shared = [
    aRoom({ id: 'a', roomNumber: '101', use: '5a, 5b' }),
    aRoom({ id: 'b', roomNumber: '102', use: '7a' }),
  ];
  const devices = [aDevice({ id: 'doc', categoryId: 'DOK', roomId: 'a' })];
  const inventory = anInventory({ school, rooms: shared, devices });

  it('stay with their devices where they move up in it', () => {
    const { moves, problems } = run(inventory, {
      movesUp: true,
      rooms: plansOf(inventory, { a: { use: '6b + 6a', devices: 'go' }, b: { use: '8a' } }),
    });
    expect(moves).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('take their devices to the one room that they get, and are named each for itself', () => {
    const together = run(inventory, {
      rooms: plansOf(inventory, { a: { use: '7a', devices: 'go' }, b: { use: '5b und 5a' } }),
    });
    expect(places(together.after)).toEqual({ doc: 'b' });
    const one = run(inventory, { rooms: plansOf(inventory, { a: { use: '5b' } }) });
    expect(one.problems).toEqual([{ code: 'CLASS_WITHOUT_ROOM', use: '5a', roomId: 'a' }]);
    const twice = run(inventory, { rooms: plansOf(inventory, { b: { use: '5a' } }) });
    expect(twice.problems).toContainEqual({
      code: 'CLASS_IN_SEVERAL_ROOMS',
      use: '5a',
      roomIds: ['a', 'b'],
    });
  });
});

describe('rooms and school', () => {
  const inventory = anInventory({ school, rooms });

  it('names two classes in one room, and a room that is gone', () => {
    const { problems } = run(inventory, {
      rooms: [
        ...plansOf(inventory, { a: { use: '5a, 6a' }, b: { use: null } }),
        { ...unchangedRoom(aRoom({ id: 'x' })), use: '9a' },
      ],
    });
    expect(problems).toEqual([
      { code: 'ROOM_GONE', roomId: 'x' },
      { code: 'SEVERAL_CLASSES', roomId: 'a', use: '5a, 6a' },
    ]);
  });

  it('a plan that changes nothing makes no change and no problem', () => {
    const { changes, problems } = run(inventory, {
      rooms: plansOf(inventory, {}),
      school: { teachers: null },
    });
    expect(changes).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('changes rooms and numbers in one set', () => {
    const { after } = run(inventory, {
      rooms: plansOf(inventory, { c: { use: '7a', roomTypes: ['KR'], name: 'Klassenraum' } }),
      school: { schoolYear: '2027/28', pupils: 300 },
    });
    expect(after.rooms[2]).toMatchObject({
      use: '7a',
      roomTypes: ['KR'],
      name: 'Klassenraum',
      roomNumber: '103',
    });
    expect(after.school).toMatchObject({ schoolYear: '2027/28', pupils: 300, schoolType: 'regional' });
  });

  it('swaps user, name and types of two rooms', () => {
    const plans = swapRooms(plansOf(inventory, {}), roomId('a'), roomId('b'));
    expect(plans.map(({ use, name, roomTypes }) => [use, name, roomTypes])).toEqual([
      ['6a', null, ['KR', 'GR']],
      ['5a', 'Sonne', ['KR']],
      ['Musik', null, ['MU']],
    ]);
  });
});

describe('moving up', () => {
  const classes = (uses: readonly (string | null)[]) =>
    uses.map((use, index) => aRoom({ id: `r-${index}`, roomNumber: String(index), use }));

  it('calls each class one grade higher and gives freed rooms to new classes of the first grade', () => {
    const before = classes(['Klasse 5a', '5b', '9a', '10a', '10b', 'Musik', null]);
    expect(moveUp(before, school).map(({ roomId: id, use }) => [id, use])).toEqual([
      ['r-0', 'Klasse 6a'],
      ['r-1', '6b'],
      ['r-2', '10a'],
      ['r-3', 'Klasse 5a'],
      ['r-4', '5b'],
    ]);
  });

  it('takes each class of a room that several share', () => {
    expect(moveUp(classes(['5a, 5b', '9a, 10a', '10b', '10c']), school).map(({ use }) => use)).toEqual([
      '6a, 6b',
      '10a',
      '5a',
      '5b',
    ]);
    expect(classesOfUses(['5a, 5b', 'Klasse 5B', '6a/6b'], ['5', '6'])).toEqual({ 5: 2, 6: 2 });
  });

  it('leaves rooms free that no new class needs', () => {
    expect(moveUp(classes(['5a', '10a', '10b']), school).map(({ use }) => use)).toEqual(['6a', '5a', null]);
    expect(moveUp(classes(['10a']), school).map(({ use }) => use)).toEqual([null]);
  });

  it('moves the numbers of the grades, the first one is unknown', () => {
    const primary = aSchool({
      schoolYear: '2026/27',
      pupils: 100,
      pupilsByGrade: { 1: 30, 2: 25, 3: 25, 4: 20 },
      classesByGrade: { 1: 2, 2: 1, 3: 1, 4: 1 },
    });
    expect(moveUpNumbers(primary)).toEqual({
      schoolYear: '2027/28',
      countedOn: null,
      pupils: null,
      pupilsByGrade: { 2: 30, 3: 25, 4: 25 },
      classes: null,
      classesByGrade: { 2: 2, 3: 1, 4: 1 },
    });
  });

  it('keeps a total that no grades add up to', () => {
    expect(moveUpNumbers(aSchool({ pupils: 312, classes: 14 }))).not.toHaveProperty('pupils');
    const grades = ['1', '2'];
    expect({ pupils: 312, ...withPupils({ 1: 20 }, grades) }.pupils).toBe(312);
    expect({ pupils: 312, ...withPupils({ 1: 20, 2: 25 }, grades) }.pupils).toBe(45);
    expect({ classes: 14, ...withClasses({ 2: 3 }, grades) }.classes).toBe(14);
    expect({ classes: 14, ...withClasses({ 1: 2, 2: 3 }, grades) }.classes).toBe(5);
  });

  it('counts the classes that rooms name, each once', () => {
    expect(classesOfUses(['1a', 'Klasse 1 A', '1b', '3a', 'Hort', null], ['1', '2', '3', '4'])).toEqual({
      1: 2,
      3: 1,
    });
  });
});
