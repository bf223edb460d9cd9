import { locator } from '../../gaps/units.ts';
import type { Device } from '../../inventory/device.ts';
import type { Room } from '../../inventory/room.ts';
import type { ReportContext } from './context.ts';

export type PlacedDevice = { readonly device: Device; readonly room: Room | null };

/** All devices in the order of the rooms, those in no room last; what is in a case stands where its case stands. */
export const placedDevices = ({ inventory, rooms, roomById }: ReportContext): readonly PlacedDevice[] => {
  const locate = locator(inventory.devices);
  const order = new Map(rooms.map(({ id }, index) => [id, index]));
  return inventory.devices
    .map((device) => {
      const id = locate(device);
      const room = id === null ? null : (roomById.get(id) ?? null);
      return { device, room, at: room === null ? rooms.length : (order.get(room.id) ?? rooms.length) };
    })
    .sort((a, b) => a.at - b.at);
};
