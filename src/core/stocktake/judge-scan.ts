import { locator } from '../gaps/units.ts';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { isScannerTest } from '../labels/keyboard-layout.ts';
import { decodeLabel } from '../labels/label-code.ts';
import type { RoomId } from '../shared/ids.ts';
import { foldCode, type CountState } from './count-state.ts';
import { foreignCode, type ForeignCode } from './foreign-code.ts';
import type { CountedDevice } from './stocktake.ts';

/** What a code means in the room that is being counted. */
export type Verdict =
  | { readonly kind: 'found'; readonly device: CountedDevice }
  /** Seen in this room before: said, not counted. `device` null = an unknown code. */
  | { readonly kind: 'already'; readonly device: CountedDevice | null }
  /** By the inventory it stands in another room, or in none. */
  | { readonly kind: 'elsewhere'; readonly device: CountedDevice }
  | { readonly kind: 'decommissioned'; readonly device: CountedDevice }
  | { readonly kind: 'unknown'; readonly looksLike: ForeignCode | null }
  | RoomVerdict
  /** The test code of the scanner: it is no device and not kept. */
  | { readonly kind: 'scanner-test' };

export type RoomVerdict =
  /** A label of a room: counting goes on there. */
  | { readonly kind: 'room'; readonly roomId: RoomId }
  /** A label of a room that the inventory does not have, or has more than once. */
  | { readonly kind: 'unknown-room'; readonly roomNumber: string; readonly isAmbiguous: boolean };

/** Devices by what may be read of them, made once for an inventory. */
export type ScanLookup = {
  /** All devices that bear the code, by inventory number or serial number. */
  readonly withCode: (code: string) => readonly Device[];
  readonly withAssetTag: (tag: string) => readonly Device[];
  readonly counted: (device: Device) => CountedDevice;
  readonly roomsWith: (roomNumber: string, building: string | null) => readonly RoomId[];
  /** What is expected in a room: all that stands there and is not decommissioned. */
  readonly expectedIn: (room: RoomId) => readonly CountedDevice[];
};

const add = <Item>(map: Map<string, Item[]>, key: string, item: Item): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else if (!known.includes(item)) known.push(item);
};

export const scanLookup = ({ devices, rooms }: Pick<Inventory, 'devices' | 'rooms'>): ScanLookup => {
  const locate = locator(devices);
  const byTag = new Map<string, Device[]>();
  const byCode = new Map<string, Device[]>();
  const byRoom = new Map<RoomId, Device[]>();
  for (const device of devices) {
    if (device.assetTag !== null) {
      add(byTag, foldCode(device.assetTag), device);
      add(byCode, foldCode(device.assetTag), device);
    }
    if (device.serialNumber !== null) add(byCode, foldCode(device.serialNumber), device);
    const room = device.status === 'decommissioned' ? null : locate(device);
    if (room === null) continue;
    const inRoom = byRoom.get(room);
    if (inRoom === undefined) byRoom.set(room, [device]);
    else inRoom.push(device);
  }
  const counted = (device: Device): CountedDevice => ({
    id: device.id,
    assetTag: device.assetTag,
    serialNumber: device.serialNumber,
    name: device.name ?? ([device.manufacturer, device.model].filter(Boolean).join(' ') || null),
    categoryId: device.categoryId,
    quantity: device.quantity,
    status: device.status,
    containerTag: device.containerTag,
    roomId: locate(device),
  });
  return {
    withCode: (code) => byCode.get(foldCode(code)) ?? [],
    withAssetTag: (tag) => byTag.get(foldCode(tag)) ?? [],
    counted,
    roomsWith: (roomNumber, building) => {
      const numbered = rooms.filter((room) => foldCode(room.roomNumber) === foldCode(roomNumber));
      const inBuilding = numbered.filter(
        (room) => foldCode(room.building ?? '') === foldCode(building ?? ''),
      );
      // A building that was renamed since must not make a label useless.
      return (inBuilding.length > 0 ? inBuilding : numbered).map(({ id }) => id);
    },
    expectedIn: (room) => (byRoom.get(room) ?? []).map(counted),
  };
};

/** What is kept of a code: of a label of ours its inventory number, which is what else somebody would type. */
export const keptCode = (text: string): string => {
  const label = decodeLabel(text);
  return label?.kind === 'device' ? label.assetTag : text.trim();
};

/** The room that a label of ours names; null = it is no label of a room. */
export const judgeRoomLabel = (text: string, lookup: ScanLookup): RoomVerdict | null => {
  const label = decodeLabel(text);
  if (label?.kind !== 'room') return null;
  const [found, ...more] = lookup.roomsWith(label.roomNumber, label.building);
  return found === undefined || more.length > 0
    ? { kind: 'unknown-room', roomNumber: label.roomNumber, isAmbiguous: more.length > 0 }
    : { kind: 'room', roomId: found };
};

/**
 * Judges one code.
 *
 * @param roomId the room that is being counted; it must have been opened
 * @param text what the scanner or the keyboard gave: an inventory number, a serial number, or the text of a label of ours
 */
export const judgeScan = (state: CountState, roomId: RoomId, text: string, lookup: ScanLookup): Verdict => {
  const room = judgeRoomLabel(text, lookup);
  if (room !== null) return room;
  if (isScannerTest(text)) return { kind: 'scanner-test' };
  const isLabel = decodeLabel(text) !== null;
  const code = foldCode(keptCode(text));
  const count = state.rooms.get(roomId);
  const bears = ({ assetTag, serialNumber }: CountedDevice): boolean =>
    (assetTag !== null && foldCode(assetTag) === code) ||
    (!isLabel && serialNumber !== null && foldCode(serialNumber) === code);
  const here = [...(count?.expected ?? []), ...(count?.others ?? [])].filter(({ device }) => bears(device));
  // Where two bear the same number, the second scan is the other one.
  const open = here.find(({ seenOn }) => seenOn === null);
  if (open !== undefined) return { kind: 'found', device: open.device };
  const [seen] = here;
  if (seen !== undefined) return { kind: 'already', device: seen.device };
  const candidates = isLabel ? lookup.withAssetTag(code) : lookup.withCode(code);
  const device = candidates.find(({ status }) => status !== 'decommissioned') ?? candidates[0];
  if (device !== undefined) {
    const counted = lookup.counted(device);
    if (device.status === 'decommissioned') return { kind: 'decommissioned', device: counted };
    return { kind: counted.roomId === roomId ? 'found' : 'elsewhere', device: counted };
  }
  const isRepeated = count?.unknown.some((line) => foldCode(line.code) === code) === true;
  return isRepeated
    ? { kind: 'already', device: null }
    : { kind: 'unknown', looksLike: isLabel ? 'label' : foreignCode(text) };
};
