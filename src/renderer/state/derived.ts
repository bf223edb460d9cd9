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

/** Devices by the room that is entered for them; those in no room under null. Order of entry. */
export const devicesByRoom = derivedOnce((devices: readonly Device[]) => {
  const groups = new Map<RoomId | null, Device[]>();
  for (const device of devices) {
    const group = groups.get(device.roomId);
    if (group === undefined) groups.set(device.roomId, [device]);
    else group.push(device);
  }
  const readonlyGroups: ReadonlyMap<RoomId | null, readonly Device[]> = groups;
  return readonlyGroups;
});

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

export const findDevice = (devices: readonly Device[], id: DeviceId): Device | undefined =>
  findById(devices, id);
