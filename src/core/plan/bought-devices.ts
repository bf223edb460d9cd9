import { createDevice, type DeviceChange } from '../inventory/device-actions.ts';
import type { Device } from '../inventory/device.ts';
import type { Room } from '../inventory/room.ts';
import type { CategoryId, DeviceId, RoomId } from '../shared/ids.ts';
import { yearOf, type IsoDate } from '../shared/iso-date.ts';
import type { DeviceCategory, TargetProfile } from '../targets/target-profile.ts';

type Purchase = {
  readonly category: DeviceCategory;
  readonly units: number;
  readonly roomId: RoomId | null;
  readonly unitPriceCents: number;
  readonly boughtOn: IsoDate;
  readonly inBulk: boolean;
  readonly newId: () => DeviceId;
};

/**
 * What a purchase puts into the inventory: one device per unit, or one Sammelposten for all. On which day it will be
 * bought nobody knows, so only the year is entered; numbers follow when the devices are there.
 */
export const boughtDevices = ({
  category,
  units,
  roomId,
  unitPriceCents,
  boughtOn,
  inBulk,
  newId,
}: Purchase): readonly DeviceChange[] => {
  const pieces = category.piecesPerUnit ?? 1;
  const fields = {
    categoryId: category.id,
    roomId,
    status: 'in-use',
    purchasedOn: String(yearOf(boughtOn)),
    purchasePriceCents: Math.round(unitPriceCents / pieces),
  } as const satisfies Partial<Device>;
  return inBulk
    ? [createDevice(newId(), { ...fields, quantity: units * pieces })]
    : Array.from({ length: units }, () => createDevice(newId(), fields));
};

/**
 * Whether the school keeps a category as Sammelposten: always what comes in sets, else when more of its lines count
 * several pieces than one.
 */
export const isKeptInBulk = (
  devices: readonly Device[],
  profile: TargetProfile,
): ((categoryId: CategoryId) => boolean) => {
  const surplus = new Map<CategoryId, number>();
  for (const { categoryId, quantity } of devices)
    if (categoryId !== null)
      surplus.set(categoryId, (surplus.get(categoryId) ?? 0) + (quantity > 1 ? 1 : -1));
  const inSets = new Set(
    profile.categories.flatMap(({ id, piecesPerUnit }) => (piecesPerUnit === null ? [] : [id])),
  );
  return (categoryId) => inSets.has(categoryId) || (surplus.get(categoryId) ?? 0) > 0;
};

/** The number of the room that says how many of a category are built in, where one is entered. */
export const socketsOf = (
  room: Room,
  categoryId: CategoryId,
  profile: TargetProfile,
): { readonly field: 'lanSockets' | 'powerGroups'; readonly count: number } | null => {
  const requirement = profile.requirements.find(
    ({ coveredBy, categories }) =>
      (coveredBy === 'lan-sockets' || coveredBy === 'power-groups') && categories.includes(categoryId),
  );
  if (requirement === undefined) return null;
  const field = requirement.coveredBy === 'lan-sockets' ? 'lanSockets' : 'powerGroups';
  const count = room[field] ?? 0;
  return count > 0 ? { field, count } : null;
};
