import { unitsOf } from '../gaps/units.ts';
import { deviceChange, splitDevice, type DeviceChange } from '../inventory/device-actions.ts';
import { withRoom } from '../inventory/device-columns.ts';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { DeviceId, RoomId } from '../shared/ids.ts';
import type { TargetProfile } from '../targets/target-profile.ts';

/** So many units of a device go to a room. */
export type UnitMove = { readonly deviceId: DeviceId; readonly units: number; readonly toRoomId: RoomId };

/**
 * The moves as one set of changes. A whole device gets its new room and leaves its container; what goes of a
 * Sammelposten is split off, and where nothing of it stays, the device itself goes with the last part. Moves of devices
 * that are gone are left out.
 *
 * @param newId for the parts that are split off
 */
export const redistributionChanges = (
  { devices }: Inventory,
  { categories }: TargetProfile,
  moves: readonly UnitMove[],
  newId: () => DeviceId,
): readonly DeviceChange[] => {
  const byId = new Map(devices.map((device) => [device.id, device]));
  const known = new Map(categories.map((category) => [category.id, category]));
  const goals = new Map<DeviceId, Map<RoomId, number>>();
  for (const { deviceId, units, toRoomId } of moves) {
    const rooms = goals.get(deviceId) ?? new Map<RoomId, number>();
    goals.set(deviceId, rooms.set(toRoomId, (rooms.get(toRoomId) ?? 0) + units));
  }
  return [...goals].flatMap(([id, rooms]) => {
    const device = byId.get(id);
    if (device === undefined) return [];
    const piecesPerUnit = known.get(device.categoryId ?? '')?.piecesPerUnit ?? null;
    return moveParts(device, [...rooms], piecesPerUnit, newId);
  });
};

const moveParts = (
  device: Device,
  rooms: readonly (readonly [RoomId, number])[],
  piecesPerUnit: number | null,
  newId: () => DeviceId,
): readonly DeviceChange[] => {
  const all = unitsOf(device, { piecesPerUnit });
  const moved = rooms.reduce((sum, [, units]) => sum + units, 0);
  const last = moved >= all ? rooms.at(-1) : undefined;
  const parts: DeviceChange[] = [];
  let rest = device;
  for (const [roomId, units] of rooms) {
    if (roomId === last?.[0]) continue;
    const split = splitDevice(rest, units * (piecesPerUnit ?? 1), { roomId, containerTag: null }, newId);
    if (!split.ok) continue;
    const [left, part] = split.value;
    rest = left?.after ?? rest;
    if (part !== undefined) parts.push(part);
  }
  return [deviceChange(device, last === undefined ? rest : withRoom(rest, last[0])), ...parts];
};
