import type { Device } from '../../inventory/device.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { Room } from '../../inventory/room.ts';
import { deviceId, roomId, type DeviceId, type RoomId } from '../../shared/ids.ts';

/** By the id that a thing got when a list was read: the id by which the earlier report knows it, or a free one. */
export type CarriedIds = {
  readonly rooms: ReadonlyMap<RoomId, RoomId>;
  readonly devices: ReadonlyMap<DeviceId, DeviceId>;
};

/**
 * Finds the things of an earlier report in a list that was read anew without it. Rooms go by building and number, devices
 * by serial number, then inventory number, each where it tells one device of both sides; what has neither goes by kind and
 * room, in its order. In the app nothing of this is needed: there, ids stay.
 */
export const carryIds = (before: Inventory, after: Inventory): CarriedIds => {
  const rooms = new Map(
    pairUp(before.rooms, after.rooms, [({ building, roomNumber }) => keyOf(building, roomNumber)]),
  );
  const roomOf = new Map<Device, RoomId | null>([
    ...before.devices.map((device) => [device, device.roomId] as const),
    ...after.devices.map(
      (device) => [device, device.roomId === null ? null : (rooms.get(device.roomId) ?? null)] as const,
    ),
  ]);
  const isNamed = ({ serialNumber, assetTag }: Device): boolean => serialNumber !== null || assetTag !== null;
  const kindKey = (device: Device): string =>
    keyOf(device.categoryId, device.name, device.manufacturer, device.model, roomOf.get(device) ?? null);
  const devices = pairUp(before.devices, after.devices, [
    ({ serialNumber }) => (serialNumber === null ? null : keyOf(serialNumber)),
    ({ assetTag }) => (assetTag === null ? null : keyOf(assetTag)),
    (device) => (isNamed(device) ? null : keyOf(kindKey(device), String(device.quantity), device.status)),
    (device) => (isNamed(device) ? null : kindKey(device)),
  ]);
  return {
    rooms: withFreeIds(before.rooms, after.rooms, rooms, roomId),
    devices: withFreeIds(before.devices, after.devices, new Map(devices), deviceId),
  };
};

/** The room and everything that stands in it under the carried ids. */
export const roomWithId = (room: Room, { rooms }: CarriedIds): Room => ({
  ...room,
  id: rooms.get(room.id) ?? room.id,
});
export const deviceWithId = (device: Device, { rooms, devices }: CarriedIds): Device => ({
  ...device,
  id: devices.get(device.id) ?? device.id,
  roomId: device.roomId === null ? null : (rooms.get(device.roomId) ?? device.roomId),
});

const keyOf = (...parts: readonly (string | null)[]): string =>
  parts.map((part) => (part ?? '').trim().toLowerCase()).join('\n');

type Key<Thing> = (thing: Thing) => string | null;

/** Pairs of ids, new with old. Each key in turn pairs what is still left; equal keys pair in their order. */
const pairUp = <Thing extends { readonly id: string }>(
  before: readonly Thing[],
  after: readonly Thing[],
  keys: readonly Key<Thing>[],
): readonly (readonly [now: Thing['id'], then: Thing['id']])[] => {
  const pairs: (readonly [Thing['id'], Thing['id']])[] = [];
  let [old, now] = [before, after];
  for (const key of keys) {
    const waiting = new Map<string, Thing[]>();
    for (const thing of old) {
      const text = key(thing);
      if (text === null) continue;
      const alike = waiting.get(text);
      if (alike === undefined) waiting.set(text, [thing]);
      else alike.push(thing);
    }
    const taken = new Set<Thing>();
    const left: Thing[] = [];
    for (const thing of now) {
      const text = key(thing);
      const found = text === null ? undefined : waiting.get(text)?.shift();
      if (found === undefined) left.push(thing);
      else {
        taken.add(found);
        pairs.push([thing.id, found.id]);
      }
    }
    old = old.filter((thing) => !taken.has(thing));
    now = left;
  }
  return pairs;
};

/** What is new keeps its id, unless the earlier report uses it for something else. */
const withFreeIds = <Id extends string>(
  before: readonly { readonly id: Id }[],
  after: readonly { readonly id: Id }[],
  paired: ReadonlyMap<Id, Id>,
  make: (text: string) => Id,
): ReadonlyMap<Id, Id> => {
  const taken = new Set<Id>(before.map(({ id }) => id));
  return new Map(
    after.map(({ id }) => {
      const known = paired.get(id);
      if (known !== undefined) return [id, known];
      let free = id;
      for (let number = 2; taken.has(free); number += 1) free = make(`${id}-${number}`);
      taken.add(free);
      return [id, free];
    }),
  );
};
