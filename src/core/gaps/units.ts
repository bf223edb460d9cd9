import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Room } from '../inventory/room.ts';
import type { DeviceId, RoomId } from '../shared/ids.ts';
import type { DeviceCategory } from '../targets/target-profile.ts';
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
 * Groups all units of the inventory. Private devices, decommissioned ones and those without a category of the profile
 * are in no group.
 *
 * @param rooms in walking order; a unit's place is an index into it
 * @param year budget year of the comparison
 */
export const countUnits = (
  inventory: Inventory,
  rooms: readonly Room[],
  categories: readonly DeviceCategory[],
  year: number,
): CountedUnits => {
  const places = new Map<RoomId, number>(rooms.map((room, index) => [room.id, index]));
  const categoryIndex = new Map(categories.map((category, index) => [category.id, index]));
  const locate = locator(inventory.devices);
  const pools = { usable: [] as UnitGroup[], defective: [] as UnitGroup[], missing: [] as UnitGroup[] };
  const groups = new Map<number, UnitGroup>();
  for (const device of inventory.devices) {
    const pool = POOLS[device.status];
    if (pool === null || device.owner === 'private' || device.categoryId === null) continue;
    const index = categoryIndex.get(device.categoryId);
    const category = index === undefined ? undefined : categories[index];
    if (index === undefined || category === undefined) continue;
    const units = unitsOf(device, category);
    if (!(units > 0)) continue;
    const room = locate(device);
    const place = room === null ? NO_PLACE : (places.get(room) ?? NO_PLACE);
    const [name, readiness] = pool;
    const overAge = ageStateOf(device, category, year) === 'over-age';
    const forPupils = device.userGroup !== 'teachers' && device.userGroup !== 'administration';
    const pieces = (place + 1) * categories.length + index;
    const key =
      ((pieces * 3 + readiness) * 3 + (name === 'usable' ? 0 : name === 'defective' ? 1 : 2)) * 4 +
      (overAge ? 2 : 0) +
      (forPupils ? 1 : 0);
    const known = groups.get(key);
    if (known !== undefined) {
      known.units += units;
      known.devices.push({ deviceId: device.id, units });
      continue;
    }
    const group: UnitGroup = {
      place,
      category: index,
      overAge,
      readiness,
      onLoan: device.status === 'on-loan',
      forPupils,
      units,
      devices: [{ deviceId: device.id, units }],
    };
    groups.set(key, group);
    pools[name].push(group);
  }
  // Walking order, so that what ties goes by building, floor and room number.
  for (const pool of Object.values(pools)) pool.sort(compareGroups);
  return pools;
};

/** Walking order, units in no room last; inside a room the same whatever the order of entry. */
const compareGroups = (a: UnitGroup, b: UnitGroup): number => {
  if (a.place !== b.place) return a.place === NO_PLACE ? 1 : b.place === NO_PLACE ? -1 : a.place - b.place;
  return detailOf(a) - detailOf(b);
};

const detailOf = ({ category, readiness, overAge, forPupils }: UnitGroup): number =>
  ((category * 3 + readiness) * 2 + (overAge ? 1 : 0)) * 2 + (forPupils ? 0 : 1);

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
