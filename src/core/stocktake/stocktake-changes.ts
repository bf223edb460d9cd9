import {
  createDevice,
  deviceChange,
  splitDevice,
  withFollowers,
  type DeviceChange,
} from '../inventory/device-actions.ts';
import { withRoom, withStatus } from '../inventory/device-columns.ts';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { DeviceId, RoomId } from '../shared/ids.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { hasDifference, lineResult } from './count-results.ts';
import { foldCode, type CountState, type DeviceLine } from './count-state.ts';
import type { CountedDevice } from './stocktake.ts';

/** What taking a count over does, and what it leaves. */
export type StocktakeOutcome = {
  readonly changes: readonly DeviceChange[];
  /** Devices that were seen: `lastSeenOn` follows. */
  readonly seen: number;
  readonly moved: number;
  /** Entered as missing, in pieces. */
  readonly missing: number;
  /** Were entered as missing, and are here. */
  readonly foundAgain: number;
  readonly created: number;
  /** Numbers of a Sammelposten that became larger. */
  readonly enlarged: number;
  /** Deleted or decommissioned since they were counted, or moved into a room that is gone: nothing is done to them. */
  readonly leftOut: readonly CountedDevice[];
};

/**
 * The changes of devices that a count leads to, on the inventory of today: what was seen is seen, what was moved by key moves,
 * what was ticked is missing or more, codes that were filled in become devices. Nothing else is touched.
 *
 * @param today the day of those that go missing
 */
export const stocktakeChanges = (
  { rooms, sightings }: CountState,
  inventory: Pick<Inventory, 'devices' | 'rooms'>,
  newId: () => DeviceId,
  today: IsoDate,
): StocktakeOutcome => {
  const before = new Map(inventory.devices.map((device) => [device.id, device]));
  const after = new Map<DeviceId, Device>();
  const created: DeviceChange[] = [];
  const made = new Set<string>();
  const leftOut: CountedDevice[] = [];
  const sums = { seen: 0, moved: 0, missing: 0, foundAgain: 0, created: 0, enlarged: 0 };
  const isRoom = new Set<RoomId>(inventory.rooms.map(({ id }) => id));
  const of = (id: DeviceId): Device | undefined => after.get(id) ?? before.get(id);

  const counts = [...rooms.values()];
  const moved = movedLines(counts, sightings);
  for (const [id, { on }] of sightings) {
    const device = of(id);
    if (device === undefined) continue;
    const isBack = device.status === 'missing';
    after.set(id, { ...(isBack ? withStatus(device, 'in-use', today) : device), lastSeenOn: on });
    sums.seen += 1;
    if (isBack) sums.foundAgain += 1;
  }
  for (const [id, { line, roomId }] of moved) {
    const device = of(id);
    if (device === undefined || !isRoom.has(roomId)) {
      leftOut.push(line.device);
      continue;
    }
    // What moves together with its case stays in it.
    const goesAlong = [...moved.values()].some(
      (other) =>
        other.roomId === roomId &&
        other.line.device.assetTag !== null &&
        other.line.device.assetTag === device.containerTag,
    );
    after.set(id, goesAlong ? { ...device, roomId } : withRoom(device, roomId));
    sums.moved += 1;
  }
  for (const { room, expected, unknown } of counts) {
    for (const line of expected) {
      const result = lineResult(line, room.roomId, sightings);
      if (!line.takesDifference || !hasDifference(result)) continue;
      const device = of(line.device.id);
      if (device === undefined || device.status === 'decommissioned') {
        leftOut.push(line.device);
        continue;
      }
      if (result.kind === 'more') {
        after.set(device.id, { ...device, quantity: device.quantity + result.by });
        sums.enlarged += 1;
        continue;
      }
      const gone = result.kind === 'fewer' ? result.by : device.quantity;
      const split = result.kind === 'fewer' ? splitDevice(device, gone, { status: 'missing' }, newId) : null;
      if (split?.ok === true) {
        const [rest, part] = split.value;
        if (rest !== undefined && rest.after !== null) after.set(device.id, rest.after);
        if (part !== undefined) created.push(part);
      } else after.set(device.id, withStatus(device, 'missing', today));
      sums.missing += gone;
    }
    for (const { code, seenOn, newDevice } of unknown) {
      // Of a code that was read in two rooms only one device is made.
      if (newDevice === null || !isRoom.has(room.roomId) || made.has(foldCode(code))) continue;
      made.add(foldCode(code));
      created.push(
        createDevice(newId(), {
          [newDevice.codeIs]: code,
          categoryId: newDevice.categoryId,
          name: newDevice.name,
          roomId: room.roomId,
          lastSeenOn: seenOn,
        }),
      );
      sums.created += 1;
    }
  }
  for (const { expected, others } of counts)
    for (const { device, seenOn } of [...expected, ...others])
      if (seenOn !== null && !before.has(device.id) && !leftOut.some(({ id }) => id === device.id))
        leftOut.push(device);
  const changes = [...after].map(([id, device]) => deviceChange(before.get(id) ?? null, device));
  return { changes: withFollowers([...changes, ...created], inventory.devices), ...sums, leftOut };
};

/** Moves that still hold: a device that was seen elsewhere later does not move here. */
const movedLines = (
  counts: readonly { readonly room: { readonly roomId: RoomId }; readonly others: readonly DeviceLine[] }[],
  sightings: CountState['sightings'],
): ReadonlyMap<DeviceId, { readonly line: DeviceLine; readonly roomId: RoomId }> => {
  const moved = new Map<DeviceId, { readonly line: DeviceLine; readonly roomId: RoomId }>();
  for (const { room, others } of counts)
    for (const line of others)
      if (line.isMovedHere && sightings.get(line.device.id)?.roomId === room.roomId)
        moved.set(line.device.id, { line, roomId: room.roomId });
  return moved;
};
