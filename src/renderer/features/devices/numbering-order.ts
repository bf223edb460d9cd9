import type { DeviceLookup } from '#core/inventory/device-columns.ts';
import type { Device } from '#core/inventory/device.ts';
import { compareRooms } from '#core/inventory/room-order.ts';

/** Room by room, as one walks through the school; what stands in none comes last, and within a room nothing moves. */
export const compareStops =
  (lookup: DeviceLookup) =>
  (a: Device, b: Device): number => {
    const [roomA, roomB] = [lookup.roomOf(a), lookup.roomOf(b)];
    if (roomA === roomB) return 0;
    if (roomA === undefined) return 1;
    return roomB === undefined ? -1 : compareRooms(roomA, roomB);
  };
