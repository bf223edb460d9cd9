import { SCHOOL_ID, type Change } from '../history/change-set.ts';
import { isSameValue } from '../history/same-value.ts';
import { deviceChange } from '../inventory/device-actions.ts';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { roomChange } from '../inventory/room-actions.ts';
import { compareRooms } from '../inventory/room-order.ts';
import type { Room } from '../inventory/room.ts';
import type { School } from '../inventory/school.ts';
import type { CategoryId, DeviceId, RoomId, RoomTypeId } from '../shared/ids.ts';
import { containerRoots } from './container-roots.ts';
import { nextYearsUse, readClass, readClasses } from './school-classes.ts';

/** What becomes of one room. A room that is not in the plan stays as it is. */
export type RoomPlan = {
  readonly roomId: RoomId;
  /** Class or subject that uses it from then on; null = free. */
  readonly use: string | null;
  readonly name: string | null;
  readonly roomTypes: readonly RoomTypeId[];
  /** What stands in it now: stays, or goes along to the room that its present user gets. */
  readonly devices: 'stay' | 'go';
};

export type SchoolYearPlan = {
  /** Classes are called one grade higher afterwards: who is `5a` now is looked for as `6a`. */
  readonly movesUp: boolean;
  readonly rooms: readonly RoomPlan[];
  /** Only what changes. */
  readonly school: Partial<
    Pick<
      School,
      'schoolYear' | 'countedOn' | 'pupils' | 'pupilsByGrade' | 'classes' | 'classesByGrade' | 'teachers'
    >
  >;
};

/** What somebody should look at; nothing of it stands in the way. */
export type SchoolYearProblem =
  | { readonly code: 'ROOM_GONE'; readonly roomId: RoomId }
  /** One room for several classes. */
  | { readonly code: 'SEVERAL_CLASSES'; readonly roomId: RoomId; readonly use: string }
  | { readonly code: 'CLASS_IN_SEVERAL_ROOMS'; readonly use: string; readonly roomIds: readonly RoomId[] }
  /** It has a room now and none afterwards, though it does not leave the school. */
  | { readonly code: 'CLASS_WITHOUT_ROOM'; readonly use: string; readonly roomId: RoomId }
  /** Its devices should go along, but there is no room to go to, or more than one. */
  | { readonly code: 'NOWHERE_TO_GO'; readonly roomId: RoomId; readonly devices: number }
  /** Built in: does not go along. */
  | { readonly code: 'FIXED_STAYS'; readonly deviceId: DeviceId; readonly roomId: RoomId }
  /** A Sammelposten goes as a whole. */
  | { readonly code: 'BULK_GOES'; readonly deviceId: DeviceId; readonly pieces: number };

/** Where a device stands before and after. */
export type DeviceMove = { readonly deviceId: DeviceId; readonly from: RoomId; readonly to: RoomId };

export type SchoolYearOutcome = {
  /** One undoable set: rooms, devices, school. */
  readonly changes: readonly Change[];
  /** Devices that get another room, contents of cases included, as one walks through the school. */
  readonly moves: readonly DeviceMove[];
  readonly problems: readonly SchoolYearProblem[];
};

/**
 * What a change of the school year comes to: rooms get other users, names and types, devices go along or stay, numbers
 * change. Devices follow the class that they belong to: from the room that it leaves to the one that it gets; what lies
 * in a case stays with its case, what is built in stays in the room.
 *
 * @param isFixed whether devices of a category cannot be carried to another room
 */
export const planSchoolYear = (
  inventory: Inventory,
  plan: SchoolYearPlan,
  isFixed: (categoryId: CategoryId) => boolean,
): SchoolYearOutcome => {
  const { school } = inventory;
  const rooms = inventory.rooms.toSorted(compareRooms);
  const known = new Map<RoomId, Room>(rooms.map((room) => [room.id, room]));
  const planned = new Map(plan.rooms.map((entry) => [entry.roomId, entry]));
  const problems: SchoolYearProblem[] = plan.rooms
    .filter(({ roomId }) => !known.has(roomId))
    .map(({ roomId }) => ({ code: 'ROOM_GONE', roomId }));
  const usesAfter = usersOf(rooms, (room) => (planned.get(room.id) ?? room).use);
  problems.push(...classProblems(rooms, usesAfter, planned, plan.movesUp, school));

  const { targets, lost } = targetRooms(rooms, planned, usesAfter, plan.movesUp, school);
  const { moved, stuck } = movedDevices(inventory.devices, targets, lost, isFixed);
  problems.push(...stuck);
  const order = new Map(rooms.map(({ id }, index) => [id, index]));
  const moves = [...moved.values()].toSorted(
    (a, b) => (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0) || (a.device.id < b.device.id ? -1 : 1),
  );
  const schoolAfter: School = { ...school, ...plan.school };
  return {
    changes: [
      ...rooms.flatMap((room) => {
        const entry = planned.get(room.id);
        if (entry === undefined) return [];
        const after = { ...room, use: entry.use, name: entry.name, roomTypes: entry.roomTypes };
        return isSameValue(room, after) ? [] : [roomChange(room, after)];
      }),
      ...moves.map(({ device, to }) => deviceChange(device, { ...device, roomId: to })),
      ...(isSameValue(school, schoolAfter)
        ? []
        : [{ entity: 'school' as const, id: SCHOOL_ID, before: school, after: schoolAfter }]),
    ],
    moves: moves.map(({ device, from, to }) => ({ deviceId: device.id, from, to })),
    problems,
  };
};

type User = { readonly use: string; readonly rooms: readonly RoomId[] };

/** Who a use names: of several classes in one room each is at home there. Two spellings of one class are one user. */
const namedIn = (use: string): readonly { readonly key: string; readonly use: string }[] => {
  const classes = readClasses(use);
  return classes.length === 0
    ? [{ key: use.trim().toLowerCase(), use }]
    : classes.map(({ key, grade, inGrade }) => ({ key, use: inGrade(grade) }));
};

const usersOf = (rooms: readonly Room[], useOf: (room: Room) => string | null): ReadonlyMap<string, User> => {
  const users = new Map<string, { use: string; rooms: RoomId[] }>();
  for (const room of rooms) {
    const use = useOf(room)?.trim() ?? '';
    if (use === '') continue;
    for (const { key, use: name } of namedIn(use)) {
      const user = users.get(key);
      if (user === undefined) users.set(key, { use: name, rooms: [room.id] });
      else if (!user.rooms.includes(room.id)) user.rooms.push(room.id);
    }
  }
  return users;
};

/** Who uses a room now, by the name that it has afterwards; null = nobody, or a class that leaves the school. */
const userAfter = (use: string | null, movesUp: boolean, school: School): string | null => {
  const next = movesUp ? nextYearsUse(use, school.schoolType) : use;
  return next === null || next.trim() === '' ? null : next;
};

const classProblems = (
  rooms: readonly Room[],
  usesAfter: ReadonlyMap<string, User>,
  planned: ReadonlyMap<RoomId, RoomPlan>,
  movesUp: boolean,
  school: School,
): readonly SchoolYearProblem[] => {
  const problems: SchoolYearProblem[] = [];
  const isChanged = (room: Room): boolean => {
    const entry = planned.get(room.id);
    return entry !== undefined && entry.use !== room.use;
  };
  const changed = new Set(rooms.filter(isChanged).map(({ id }) => id));
  for (const room of rooms) {
    const use = planned.get(room.id)?.use ?? null;
    const classes = readClasses(use).length;
    // As many as share the room today may share it on without a word.
    if (use !== null && changed.has(room.id) && classes > 1 && classes > readClasses(room.use).length)
      problems.push({ code: 'SEVERAL_CLASSES', roomId: room.id, use });
  }
  for (const { use, rooms: roomIds } of usesAfter.values())
    // A class that has two rooms today already may keep them without a word.
    if (roomIds.length > 1 && readClass(use) !== null && roomIds.some((id) => changed.has(id)))
      problems.push({ code: 'CLASS_IN_SEVERAL_ROOMS', use, roomIds });
  for (const room of rooms) {
    const after = userAfter(room.use, movesUp, school);
    for (const { key, use } of after === null ? [] : namedIn(after))
      if (readClass(use) !== null && !usesAfter.has(key))
        problems.push({ code: 'CLASS_WITHOUT_ROOM', use, roomId: room.id });
  }
  return problems;
};

/** To which room the devices of each room go along; `lost` = they should, but there is no one room to go to. */
const targetRooms = (
  rooms: readonly Room[],
  planned: ReadonlyMap<RoomId, RoomPlan>,
  usesAfter: ReadonlyMap<string, User>,
  movesUp: boolean,
  school: School,
): { readonly targets: ReadonlyMap<RoomId, RoomId>; readonly lost: ReadonlySet<RoomId> } => {
  const targets = new Map<RoomId, RoomId>();
  const lost = new Set<RoomId>();
  for (const room of rooms) {
    if (planned.get(room.id)?.devices !== 'go') continue;
    const after = userAfter(room.use, movesUp, school);
    const homes = new Set(
      after === null ? [] : namedIn(after).flatMap(({ key }) => usesAfter.get(key)?.rooms ?? []),
    );
    // Where one of several classes stays, what they share stays with it.
    if (homes.has(room.id)) continue;
    const [target, second] = homes;
    if (target === undefined || second !== undefined) lost.add(room.id);
    else targets.set(room.id, target);
  }
  return { targets, lost };
};

type Moved = { readonly device: Device; readonly from: RoomId; readonly to: RoomId };

const movedDevices = (
  devices: readonly Device[],
  targets: ReadonlyMap<RoomId, RoomId>,
  lost: ReadonlySet<RoomId>,
  isFixed: (categoryId: CategoryId) => boolean,
): { readonly moved: ReadonlyMap<DeviceId, Moved>; readonly stuck: readonly SchoolYearProblem[] } => {
  const moved = new Map<DeviceId, Moved>();
  const stuck: SchoolYearProblem[] = [];
  const staying = new Map<RoomId, number>();
  if (targets.size === 0 && lost.size === 0) return { moved, stuck };
  const rootOf = containerRoots(devices);
  for (const device of devices) {
    if (device.status === 'decommissioned') continue;
    const root = rootOf(device);
    const from = root.roomId;
    if (from === null) continue;
    if (lost.has(from)) staying.set(from, (staying.get(from) ?? 0) + 1);
    const to = targets.get(from);
    if (to === undefined) continue;
    if (root.categoryId !== null && isFixed(root.categoryId)) {
      if (root === device) stuck.push({ code: 'FIXED_STAYS', deviceId: device.id, roomId: from });
      continue;
    }
    if (root.status === 'decommissioned') continue;
    if (device.quantity > 1) stuck.push({ code: 'BULK_GOES', deviceId: device.id, pieces: device.quantity });
    moved.set(device.id, { device, from, to });
  }
  for (const [roomId, count] of staying) stuck.push({ code: 'NOWHERE_TO_GO', roomId, devices: count });
  return { moved, stuck };
};
