import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Room } from '../inventory/room.ts';
import type { CategoryId, DeviceId, RoomId } from '../shared/ids.ts';
import type { DeviceCategory, TargetProfile } from '../targets/target-profile.ts';
import { ageStateOf } from './replacement.ts';

/** The place of units that stand in no room, or in one that is not in the inventory. */
export const NO_PLACE = -1;

/** So many units of a device; handed on as it is into the result. */
export type DeviceUnits = { readonly deviceId: DeviceId; readonly units: number };

/** Units that are alike in everything that the assignment looks at. */
export type UnitGroup = {
  /** Index of the room in walking order, or `NO_PLACE`. */
  readonly place: number;
  /** Index of the category in the profile. */
  readonly category: number;
  readonly overAge: boolean;
  /** 0 in use, 1 in storage, 2 on loan; of unusable units 0 defective, 1 in repair, 2 missing. Less is taken first. */
  readonly readiness: 0 | 1 | 2;
  /** On loan: serves school-wide requirements only. */
  readonly onLoan: boolean;
  /** Its user group is pupils, room or unknown: counts for pupil ratios. */
  readonly forPupils: boolean;
  units: number;
  /** By device id once `sortDevices` was called; order of entry before. */
  readonly devices: DeviceUnits[];
};

export type CountedUnits = {
  readonly usable: readonly UnitGroup[];
  readonly defective: readonly UnitGroup[];
  readonly missing: readonly UnitGroup[];
};

/** What a Sammelposten or device counts: its pieces, or the whole sets of `piecesPerUnit` pieces in it. */
export const unitsOf = (
  device: Pick<Device, 'quantity'>,
  category: Pick<DeviceCategory, 'piecesPerUnit'>,
): number =>
  category.piecesPerUnit === null ? device.quantity : Math.floor(device.quantity / category.piecesPerUnit);

const compareIds = (a: DeviceUnits, b: DeviceUnits): number => (a.deviceId < b.deviceId ? -1 : 1);

/** By device id, so that what ties does not depend on the order of entry. */
export const sortDevices = (group: UnitGroup): readonly DeviceUnits[] =>
  group.devices.length < 2 ? group.devices : group.devices.sort(compareIds);

const POOLS = {
  'in-use': ['usable', 0],
  'in-storage': ['usable', 1],
  'on-loan': ['usable', 2],
  defective: ['defective', 0],
  'in-repair': ['defective', 1],
  missing: ['missing', 2],
  decommissioned: null,
} as const satisfies Record<Device['status'], readonly [keyof CountedUnits, 0 | 1 | 2] | null>;

/**
 * The categories whose units count, with their index in the profile. One of the school's own that nothing in the profile
 * names is kept for the list only: its units are neither needed nor left over.
 */
export const countedCategories = ({
  categories,
  requirements,
  checks,
  figures,
}: TargetProfile): ReadonlyMap<CategoryId, number> => {
  const named = new Set<CategoryId>([
    ...requirements.flatMap(({ categories: wanted, waivedBy }) => [...wanted, ...waivedBy]),
    ...checks.flatMap((check) => (check.kind === 'room-count' ? (check.orUnits?.categories ?? []) : [])),
    ...figures.flatMap((figure) => (figure.kind === 'units-per' ? figure.categories : [])),
  ]);
  const counted = new Map<CategoryId, number>();
  categories.forEach(({ id, origin }, index) => {
    if (origin !== 'school' || named.has(id)) counted.set(id, index);
  });
  return counted;
};

/**
 * Groups all units of the inventory. Private devices, decommissioned ones and those without a category that counts are in
 * no group.
 *
 * @param rooms in walking order; a unit's place is an index into it
 * @param year budget year of the comparison
 */
export const countUnits = (
  inventory: Inventory,
  rooms: readonly Room[],
  profile: TargetProfile,
  year: number,
): CountedUnits => {
  const { categories } = profile;
  const places = new Map<RoomId, number>(rooms.map((room, index) => [room.id, index]));
  const categoryIndex = countedCategories(profile);
  const locate = locator(inventory.devices);
  const { devices } = inventory;
  // Devices by place (those in no room last), as a counting sort: a map with a key per room and kind costs more than
  // all the rest at 100,000 devices.
  const lastPlace = rooms.length;
  const placeOf = new Int32Array(devices.length);
  const kindOf = new Int32Array(devices.length).fill(-1);
  const ends = new Int32Array(lastPlace + 1);
  devices.forEach((device, number) => {
    const kind = kindOfUnits(device, categories, categoryIndex, year);
    if (kind < 0) return;
    const room = locate(device);
    const place = room === null ? lastPlace : (places.get(room) ?? lastPlace);
    kindOf[number] = kind;
    placeOf[number] = place;
    ends[place] = (ends[place] ?? 0) + 1;
  });
  for (let place = 1; place <= lastPlace; place += 1)
    ends[place] = (ends[place] ?? 0) + (ends[place - 1] ?? 0);
  const order = new Int32Array(ends[lastPlace] ?? 0);
  for (let number = devices.length - 1; number >= 0; number -= 1) {
    if ((kindOf[number] ?? -1) < 0) continue;
    const place = placeOf[number] ?? 0;
    const at = (ends[place] ?? 0) - 1;
    ends[place] = at;
    order[at] = number;
  }

  const pools: Record<keyof CountedUnits, UnitGroup[]> = { usable: [], defective: [], missing: [] };
  const groupOfKind = new Map<number, UnitGroup>();
  const endPlace = (): void => {
    // By kind, so that nothing depends on the order of entry.
    for (const kind of [...groupOfKind.keys()].sort((a, b) => a - b)) {
      const group = groupOfKind.get(kind);
      if (group !== undefined) pools[POOL_NAMES[Math.floor(kind / KINDS_PER_POOL)] ?? 'usable'].push(group);
    }
    groupOfKind.clear();
  };
  let current = 0;
  for (const number of order) {
    const device = devices[number];
    const place = placeOf[number] ?? 0;
    const kind = kindOf[number] ?? 0;
    if (device === undefined) continue;
    if (place !== current) endPlace();
    current = place;
    const category = Math.floor((kind % KINDS_PER_POOL) / KINDS_PER_CATEGORY);
    const piecesPerUnit = categories[category]?.piecesPerUnit ?? null;
    const units = unitsOf(device, { piecesPerUnit });
    const known = groupOfKind.get(kind);
    if (known === undefined)
      groupOfKind.set(
        kind,
        newGroup(kind, category, place === lastPlace ? NO_PLACE : place, device.id, units),
      );
    else {
      known.units += units;
      known.devices.push({ deviceId: device.id, units });
    }
  }
  endPlace();
  return pools;
};

const POOL_NAMES = ['usable', 'defective', 'missing'] as const satisfies readonly (keyof CountedUnits)[];
/** Readiness (3) × over-age (2) × for pupils (2). */
const KINDS_PER_CATEGORY = 12;
const KINDS_PER_POOL = KINDS_PER_CATEGORY * 10_000;

/** One number for everything that the assignment looks at but the place; -1 = counts nowhere. */
const kindOfUnits = (
  device: Device,
  categories: readonly DeviceCategory[],
  categoryIndex: ReadonlyMap<string, number>,
  year: number,
): number => {
  const pool = POOLS[device.status];
  if (pool === null || device.owner === 'private' || device.categoryId === null) return -1;
  const index = categoryIndex.get(device.categoryId);
  const category = index === undefined ? undefined : categories[index];
  if (index === undefined || category === undefined || !(unitsOf(device, category) > 0)) return -1;
  const [name, readiness] = pool;
  const overAge = ageStateOf(device, category, year) === 'over-age';
  const detail = ((index * 3 + readiness) * 2 + (overAge ? 1 : 0)) * 2 + (isForPupils(device) ? 0 : 1);
  return POOL_NAMES.indexOf(name) * KINDS_PER_POOL + detail;
};

/** Pupils, the room or unknown: not somebody's of the staff. */
export const isForPupils = ({ userGroup }: Pick<Device, 'userGroup'>): boolean =>
  userGroup !== 'teachers' && userGroup !== 'administration';

const newGroup = (
  kind: number,
  category: number,
  place: number,
  deviceId: DeviceId,
  units: number,
): UnitGroup => {
  const readiness = Math.floor((kind % KINDS_PER_CATEGORY) / 4);
  const isUsable = kind < KINDS_PER_POOL;
  return {
    place,
    category,
    overAge: kind % 4 >= 2,
    readiness: readiness === 0 ? 0 : readiness === 1 ? 1 : 2,
    onLoan: isUsable && readiness === 2,
    forPupils: kind % 2 === 0,
    units,
    devices: [{ deviceId, units }],
  };
};

/** Where the groups of a place begin and end in a list that is sorted by place. */
export const placeRanges = (
  places: readonly { readonly place: number }[],
  roomCount: number,
): ((place: number) => readonly [from: number, to: number]) => {
  const starts = new Int32Array(roomCount + 1);
  for (const { place } of places) if (place !== NO_PLACE) starts[place + 1] = (starts[place + 1] ?? 0) + 1;
  for (let place = 1; place <= roomCount; place += 1)
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  return (place) => (place === NO_PLACE ? [0, 0] : [starts[place] ?? 0, starts[place + 1] ?? 0]);
};

/** Where a device is: a contained one where its container is, and that where its own is; in a circle, where it is entered. */
export const locator = (devices: readonly Device[]): ((device: Device) => RoomId | null) => {
  if (devices.every((device) => device.containerTag === null)) return (device) => device.roomId;
  const containers = new Map<string, Device>();
  for (const device of devices) {
    if (device.assetTag === null) continue;
    const known = containers.get(device.assetTag);
    if (known === undefined || device.id < known.id) containers.set(device.assetTag, device);
  }
  return (device) => {
    if (device.containerTag === null) return device.roomId;
    const passed = new Set<Device>([device]);
    let at = device;
    while (at.containerTag !== null) {
      const container = containers.get(at.containerTag);
      // A case that names itself as its case stands in none.
      if (container === undefined || container === at) break;
      if (passed.has(container)) return device.roomId;
      passed.add(container);
      at = container;
    }
    return at.roomId ?? device.roomId;
  };
};

export const sumUnits = (devices: readonly DeviceUnits[]): number => {
  let sum = 0;
  for (const { units } of devices) sum += units;
  return sum;
};
