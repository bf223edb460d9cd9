import { findById } from '#core/history/keyed-list.ts';
import type { Device } from '#core/inventory/device.ts';
import type { Room } from '#core/inventory/room.ts';
import type { DeviceId, RoomId } from '#core/shared/ids.ts';
import type { DeviceCategory, RoomType, TargetProfile } from '#core/targets/target-profile.ts';

/** Computed once per source object and shared by all components; forgotten with the source. */
export const derivedOnce = <Source extends object, Value>(
  compute: (source: Source) => Value,
): ((source: Source) => Value) => {
  const known = new WeakMap<Source, { readonly value: Value }>();
  return (source) => {
    const entry = known.get(source) ?? { value: compute(source) };
    known.set(source, entry);
    return entry.value;
  };
};

export const roomsById = derivedOnce(
  (rooms: readonly Room[]): ReadonlyMap<RoomId, Room> => new Map(rooms.map((room) => [room.id, room])),
);

export const devicesById = derivedOnce(
  (devices: readonly Device[]): ReadonlyMap<DeviceId, Device> =>
    new Map(devices.map((device) => [device.id, device])),
);

export const categoriesById = derivedOnce(
  (profile: TargetProfile): ReadonlyMap<string, DeviceCategory> =>
    new Map(profile.categories.map((category) => [category.id, category])),
);

export const roomTypesById = derivedOnce(
  (profile: TargetProfile): ReadonlyMap<string, RoomType> =>
    new Map(profile.roomTypes.map((roomType) => [roomType.id, roomType])),
);

export const findRoom = (rooms: readonly Room[], id: RoomId | null): Room | undefined =>
  id === null ? undefined : findById(rooms, id);
