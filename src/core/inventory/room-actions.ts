import type { Change, ChangeOf } from '../history/change-set.ts';
import type { RequirementId, RoomId } from '../shared/ids.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { deviceChange, nextAssetTags } from './device-actions.ts';
import type { Device } from './device.ts';
import { emptyRoom, type Exemption, type Room } from './room.ts';

export type RoomChange = ChangeOf<'room'>;

export const roomChange = (before: Room | null, after: Room | null): RoomChange => ({
  entity: 'room',
  id: (after ?? before)?.id ?? '',
  before,
  after,
});

export type RoomIssue = {
  readonly field: 'roomNumber';
  readonly code: 'ROOM_NUMBER_MISSING' | 'ROOM_NUMBER_TAKEN';
};

/** A room needs a number; the same number may stand once in each building. */
export const checkRoom = (room: Room, rooms: readonly Room[]): RoomIssue | null => {
  const number = room.roomNumber.trim().toLowerCase();
  if (number === '') return { field: 'roomNumber', code: 'ROOM_NUMBER_MISSING' };
  const building = (room.building ?? '').trim().toLowerCase();
  const isTaken = rooms.some(
    (other) =>
      other.id !== room.id &&
      other.roomNumber.trim().toLowerCase() === number &&
      (other.building ?? '').trim().toLowerCase() === building,
  );
  return isTaken ? { field: 'roomNumber', code: 'ROOM_NUMBER_TAKEN' } : null;
};

/** Creates (no room of this id yet) or changes a room. */
export const saveRoom = (room: Room, rooms: readonly Room[]): Result<RoomChange, RoomIssue> => {
  const issue = checkRoom(room, rooms);
  if (issue !== null) return failed(issue);
  const before = rooms.find((other) => other.id === room.id) ?? null;
  return ok(roomChange(before, { ...room, roomNumber: room.roomNumber.trim() }));
};

/** A room like another with the next free number of its building. Devices, exemptions and the user stay behind. */
export const duplicateRoom = (room: Room, id: RoomId, rooms: readonly Room[]): RoomChange => {
  const taken = new Set(
    rooms.filter((other) => other.building === room.building).map((other) => other.roomNumber),
  );
  const [next] = nextAssetTags(room.roomNumber, 1, taken);
  let number = next ?? `${room.roomNumber} 2`;
  for (let count = 3; taken.has(number); count += 1) number = `${room.roomNumber} ${count}`;
  return roomChange(null, {
    ...emptyRoom(id, number),
    ...room,
    id,
    roomNumber: number,
    name: null,
    use: null,
    exemptions: [],
  });
};

/** Deletes rooms; their devices go to another room or to none, in the same step. */
export const deleteRooms = (
  deleted: readonly Room[],
  devicesTo: RoomId | null,
  devices: readonly Device[],
): readonly Change[] => {
  const ids = new Set<RoomId>(deleted.map((room) => room.id));
  return [
    ...devices
      .filter((device) => device.roomId !== null && ids.has(device.roomId))
      .map((device) => deviceChange(device, { ...device, roomId: devicesTo })),
    ...deleted.map((room) => roomChange(room, null)),
  ];
};

export type ExemptionIssue = {
  readonly field: 'reason' | 'since' | 'until';
  readonly code: 'REASON_MISSING' | 'ENDS_BEFORE_START';
};

/** Adds an exemption, or replaces the one of this requirement that begins on the same day. */
export const addExemption = (room: Room, exemption: Exemption): Result<RoomChange, ExemptionIssue> => {
  const reason = exemption.reason.trim();
  if (reason === '') return failed({ field: 'reason', code: 'REASON_MISSING' });
  if (exemption.until !== null && exemption.until < exemption.since) {
    return failed({ field: 'until', code: 'ENDS_BEFORE_START' });
  }
  const others = room.exemptions.filter(
    (other) => other.requirement !== exemption.requirement || other.since !== exemption.since,
  );
  return ok(roomChange(room, { ...room, exemptions: [...others, { ...exemption, reason }] }));
};

/** The exemption that holds on a day. */
export const exemptionAt = (room: Room, requirement: RequirementId, day: IsoDate): Exemption | undefined =>
  room.exemptions.find(
    (exemption) =>
      exemption.requirement === requirement &&
      exemption.since <= day &&
      (exemption.until === null || exemption.until >= day),
  );

/**
 * Ends an exemption before a day: it keeps its past, so that earlier reports stay true. One that never held (it
 * began that day or later) goes altogether.
 */
export const endExemption = (room: Room, exemption: Exemption, day: IsoDate): RoomChange => {
  const lastDay = dayBefore(day);
  const exemptions = room.exemptions.flatMap((other) => {
    if (other !== exemption) return [other];
    return other.since > lastDay ? [] : [{ ...other, until: lastDay }];
  });
  return roomChange(room, { ...room, exemptions });
};

const dayBefore = (day: IsoDate): IsoDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
