import type { DeviceId, RoomId } from '../shared/ids.ts';
import { groupBy } from '../shared/group-by.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import type { CountedDevice, CountedRoom, NewDevice, Scan } from './stocktake.ts';
import type { StocktakeData } from './stocktake-records.ts';

/** A device in one room: what was expected there, or what was found there besides. */
export type DeviceLine = {
  readonly device: CountedDevice;
  /** The day it was last seen here; null = it was not. */
  readonly seenOn: IsoDate | null;
  /** Pieces of a Sammelposten; null = not counted. */
  readonly pieces: number | null;
  readonly isMovedHere: boolean;
  readonly takesDifference: boolean;
};

/** A code that no device bears. */
export type UnknownLine = {
  readonly code: string;
  readonly seenOn: IsoDate;
  readonly newDevice: NewDevice | null;
};

/** One opened room as it stands after all scans. */
export type RoomCount = {
  readonly room: CountedRoom;
  readonly expected: readonly DeviceLine[];
  /** Seen here and not expected here, in the order they came. */
  readonly others: readonly DeviceLine[];
  readonly unknown: readonly UnknownLine[];
  /** Codes that were read once more. */
  readonly repeats: number;
  readonly isDone: boolean;
};

export type CountState = {
  readonly rooms: ReadonlyMap<RoomId, RoomCount>;
  /** Where and when each device was seen last, over all rooms. */
  readonly sightings: ReadonlyMap<DeviceId, { readonly roomId: RoomId; readonly on: IsoDate }>;
};

/** Codes are compared without regard to case and surrounding space; leading zeros belong to them. */
export const foldCode = (code: string): string => code.trim().toLowerCase();

type OpenRoom = {
  readonly room: CountedRoom;
  readonly expected: Map<DeviceId, DeviceLine>;
  readonly others: Map<DeviceId, DeviceLine>;
  readonly unknown: Map<string, UnknownLine>;
  repeats: number;
  isDone: boolean;
};

const lineOf = (device: CountedDevice): DeviceLine => ({
  device,
  seenOn: null,
  pieces: null,
  isMovedHere: false,
  takesDifference: false,
});

type CountedOnce = { readonly scans: readonly Scan[]; readonly open: OpenRoom; readonly count: RoomCount };
/** Rooms do not touch each other: with each scan only its own room is counted anew. */
const counted = new WeakMap<CountedRoom, CountedOnce>();

const isSameList = (a: readonly Scan[], b: readonly Scan[]): boolean =>
  a.length === b.length && a.every((scan, at) => scan === b[at]);

const countRoom = (room: CountedRoom, scans: readonly Scan[]): CountedOnce => {
  const before = counted.get(room);
  if (before !== undefined && isSameList(before.scans, scans)) return before;
  const open: OpenRoom = {
    room,
    expected: new Map(room.expected.map((device) => [device.id, lineOf(device)])),
    others: new Map(),
    unknown: new Map(),
    repeats: 0,
    isDone: false,
  };
  for (const scan of scans) applyScan(open, scan);
  const after: CountedOnce = {
    scans,
    open,
    count: {
      room,
      expected: [...open.expected.values()],
      others: [...open.others.values()].filter(({ seenOn }) => seenOn !== null),
      unknown: [...open.unknown.values()],
      repeats: open.repeats,
      isDone: open.isDone,
    },
  };
  counted.set(room, after);
  return after;
};

/** The count that the scans lead to: the same scans always give the same. Those of rooms that were not opened are passed over. */
export const replayScans = ({ rooms, scans }: Pick<StocktakeData, 'rooms' | 'scans'>): CountState => {
  const byRoom = groupBy(scans, ({ roomId }) => roomId);
  const all = rooms.map((room) => countRoom(room, byRoom.get(room.roomId) ?? []));
  return {
    rooms: new Map(all.map(({ count }) => [count.room.roomId, count])),
    sightings: sightingsOf(new Map(all.map(({ open }) => [open.room.roomId, open])), scans),
  };
};

const change = (room: OpenRoom, id: DeviceId, fields: Partial<DeviceLine>): void => {
  for (const lines of [room.expected, room.others]) {
    const line = lines.get(id);
    if (line !== undefined) lines.set(id, { ...line, ...fields });
  }
};

const applyScan = (room: OpenRoom, scan: Scan): void => {
  const { on } = scan;
  switch (scan.kind) {
    case 'code':
      return applyCode(room, scan.code, scan.device, on);
    case 'by-hand': {
      const line = room.expected.get(scan.deviceId) ?? room.others.get(scan.deviceId);
      const isMany = line !== undefined && line.device.quantity > 1;
      return change(
        room,
        scan.deviceId,
        scan.isFound
          ? { seenOn: on, pieces: isMany ? line.device.quantity : null, takesDifference: false }
          : { seenOn: null, pieces: null, isMovedHere: false },
      );
    }
    case 'pieces':
      return change(room, scan.deviceId, {
        pieces: scan.pieces,
        seenOn: scan.pieces === null || scan.pieces === 0 ? null : on,
      });
    case 'move-here':
      return change(room, scan.deviceId, { isMovedHere: scan.isMoved });
    case 'take-difference':
      return change(room, scan.deviceId, { takesDifference: scan.isTaken });
    case 'new-device': {
      const known = room.unknown.get(foldCode(scan.code));
      if (known !== undefined) room.unknown.set(foldCode(scan.code), { ...known, newDevice: scan.device });
      return;
    }
    case 'room-done':
      room.isDone = scan.isDone;
  }
};

const applyCode = (room: OpenRoom, code: string, device: CountedDevice | null, on: IsoDate): void => {
  if (device === null) {
    const key = foldCode(code);
    if (room.unknown.has(key)) room.repeats += 1;
    else room.unknown.set(key, { code: code.trim(), seenOn: on, newDevice: null });
    return;
  }
  const lines = room.expected.has(device.id) ? room.expected : room.others;
  const line = lines.get(device.id) ?? lineOf(device);
  // Said, not counted.
  if (line.seenOn !== null) room.repeats += 1;
  // One that was missing and is here after all has no difference to be taken.
  lines.set(device.id, { ...line, seenOn: on, takesDifference: false });
};

/** Of all places where a device counts as seen, the one where it was seen last. */
const sightingsOf = (
  rooms: ReadonlyMap<RoomId, OpenRoom>,
  scans: readonly Scan[],
): CountState['sightings'] => {
  const sightings = new Map<DeviceId, { readonly roomId: RoomId; readonly on: IsoDate }>();
  for (const scan of scans) {
    const { roomId } = scan;
    const id = scan.kind === 'code' ? scan.device?.id : 'deviceId' in scan ? scan.deviceId : undefined;
    const room = rooms.get(roomId);
    if (id === undefined || room === undefined) continue;
    // As it stands after all scans: a tick that was taken back is no sighting.
    const on = (room.expected.get(id) ?? room.others.get(id))?.seenOn ?? null;
    if (on !== null) sightings.set(id, { roomId, on });
  }
  return sightings;
};
