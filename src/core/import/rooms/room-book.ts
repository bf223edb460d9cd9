import { isSameValue } from '../../history/same-value.ts';
import { foldWord } from '../../inventory/cell-input.ts';
import { emptyRoom, type Room } from '../../inventory/room.ts';
import { roomId, type RoomId } from '../../shared/ids.ts';
import { changedFields } from '../plan/changed-fields.ts';
import { chosenWinner } from '../plan/plan-choices.ts';
import type { ImportContext } from '../plan/plan-import.ts';
import type { RowRead } from '../rows/read-row.ts';
import { roomTypeFinder } from '../dictionary/room-words.ts';
import { readPlace, roomKey } from './room-place.ts';
import { createSpellings } from './room-spellings.ts';
import type { ImportIssue, MatchedBy, PlannedRoom, RowSource, SimilarRooms } from '../types.ts';

type Entry = {
  room: Room;
  readonly before: Room | null;
  /** Row of the room list that speaks of it, if one does. */
  source: RowSource | null;
  readonly matchedBy: MatchedBy | null;
};

/** The rooms that a list names: found among the known ones, or made once. */
export type RoomBook = {
  /** The room of a device row; undefined = the row names none. */
  readonly place: (read: RowRead, source: RowSource, issues: ImportIssue[]) => RoomId | undefined;
  /** Takes a row of a room list. */
  readonly takeRow: (
    reads: readonly RowRead[],
    source: RowSource,
    issues: ImportIssue[],
  ) => 'new' | 'changed' | 'same';
  readonly planned: () => readonly PlannedRoom[];
  /** Spellings that probably mean one room. */
  readonly similar: () => readonly SimilarRooms[];
};

export const createRoomBook = (context: ImportContext): RoomBook => {
  const { inventory, profile, ids, defaultRoomType, sameRooms = [] } = context;
  const findType = roomTypeFinder(profile);
  const entries: Entry[] = [];
  const byId = new Map<string, Room>(inventory.rooms.map((room) => [room.id, room]));
  const entryOf = new Map<string, Entry>();
  /** Rooms by number; several where buildings share it. */
  const byNumber = new Map<string, Entry[]>();
  const known = new Map<string, Room[]>();
  const taken = new Set<string>();
  const spellings = createSpellings(inventory.rooms, sameRooms);
  for (const room of inventory.rooms) push(known, roomKey(room.roomNumber), room);

  const add = (entry: Entry): Entry => {
    entries.push(entry);
    entryOf.set(entry.room.id, entry);
    push(byNumber, roomKey(entry.room.roomNumber), entry);
    return entry;
  };

  const isSameBuilding = (room: Room, building: string | null): boolean =>
    building === null || room.building === null || foldWord(room.building) === foldWord(building);

  /** As it is written first: a room of the inventory may be called just so. */
  const findWritten = ({ roomNumber, roomWritten, building }: RowRead): ReturnType<typeof find> => {
    const number = roomNumber ?? '';
    const written = roomWritten === null || roomWritten === number ? null : find(roomWritten, building);
    return written !== null && (written.found !== null || written.isAmbiguous)
      ? written
      : find(spellings.agreed(number), building);
  };

  /** "Chemie 201" beside "Physik 201": the number alone would make one room of two. */
  const splitRead = (given: RowRead): RowRead => {
    const split = splitPlace(given);
    return isNamedOtherwise(findWritten(split).found, split) ? given : split;
  };

  const find = (
    number: string,
    building: string | null,
  ): { readonly found: Entry | null; readonly isAmbiguous: boolean } => {
    const key = roomKey(number);
    const here = (byNumber.get(key) ?? []).filter(({ room }) => isSameBuilding(room, building));
    const there = (known.get(key) ?? []).filter(
      (room) => !entryOf.has(room.id) && isSameBuilding(room, building),
    );
    const count = here.length + there.length;
    if (count > 1 && building === null) return { found: null, isAmbiguous: true };
    const [entry] = here;
    if (entry !== undefined) return { found: entry, isAmbiguous: false };
    const [room] = there;
    return {
      found: room === undefined ? null : add({ room, before: room, source: null, matchedBy: 'room-number' }),
      isAmbiguous: false,
    };
  };

  const typesOf = (read: RowRead, source: RowSource, issues: ImportIssue[]): readonly string[] => {
    const named = read.roomTypeText;
    if (named !== null) {
      const types = named
        .split(/\s*[;,+]\s*/)
        .map(findType)
        .filter((type) => type !== null);
      if (types.length > 0) return [...new Set(types)];
      issues.push({
        ...source,
        column: '',
        field: 'roomType',
        value: named,
        code: 'UNKNOWN_ROOM_TYPE',
        severity: 'warning',
        params: {},
      });
      return [];
    }
    const guessed = findType(read.room.name ?? '') ?? findType(read.roomNumber ?? '');
    return guessed === null ? [] : [guessed];
  };

  const merge = (room: Room, read: RowRead, types: readonly string[]): Room => {
    const filled = Object.fromEntries(
      Object.entries({ ...read.room, building: read.building, floor: read.floor }).filter(
        ([, value]) => value !== null && value !== undefined,
      ),
    );
    return {
      ...room,
      ...filled,
      roomTypes: types.length > 0 ? types : room.roomTypes,
    };
  };

  const create = (
    read: RowRead,
    number: string,
    source: RowSource | null,
    types: readonly string[],
    id: string,
  ): Entry => {
    const fallback = defaultRoomType === null ? [] : [defaultRoomType];
    const room = merge(emptyRoom(roomId(id), number), read, types.length > 0 ? types : fallback);
    return add({ room, before: null, source, matchedBy: null });
  };

  return {
    place: (given, source, issues) => {
      if (given.roomNumber === null) return undefined;
      const exact = findWritten(given);
      const read = exact.found === null ? splitRead(given) : given;
      spellings.count(read.roomNumber ?? '', read.building, source);
      const { found, isAmbiguous } = exact.found === null ? findWritten(read) : exact;
      if (isAmbiguous) {
        issues.push({
          ...source,
          column: '',
          field: 'roomNumber',
          value: read.roomNumber ?? '',
          code: 'ROOM_AMBIGUOUS',
          severity: 'warning',
          params: {},
        });
        return undefined;
      }
      // The name column of a device list is the device's; only columns that name the room speak of it.
      const { name: _deviceName, ...room } = read.room;
      const ofRoom: RowRead = read.fields.name === read.room.name ? { ...read, room } : read;
      if (found === null)
        return create(
          ofRoom,
          spellings.agreed(read.roomNumber ?? ''),
          null,
          typesOf(ofRoom, source, issues),
          ids.room(),
        ).room.id;
      if (!addsTo(found.room, ofRoom)) return found.room.id;
      // A device list only completes what is unknown about a room.
      const completed = merge(found.room, ofRoom, found.room.roomTypes);
      found.room = { ...completed, ...knownFields(found.room) };
      return found.room.id;
    },
    takeRow: ([read], source, issues) => {
      if (read?.roomNumber === null || read === undefined) return 'same';
      spellings.count(read.roomNumber, read.building, source);
      const types = typesOf(read, source, issues);
      const byOwnId = read.id === null ? undefined : byId.get(read.id);
      const own =
        byOwnId === undefined
          ? null
          : (entryOf.get(byOwnId.id) ?? add({ room: byOwnId, before: byOwnId, source, matchedBy: 'id' }));
      const match = own ?? findWritten(read).found;
      const entry =
        match ??
        create(
          read,
          spellings.agreed(read.roomNumber),
          source,
          types,
          read.id !== null && !byId.has(read.id) ? read.id : ids.room(),
        );
      if (taken.has(entry.room.id))
        issues.push({
          ...source,
          column: '',
          field: 'roomNumber',
          value: read.roomNumber,
          code: 'DOUBLED_ROOM',
          severity: 'warning',
          params: {},
        });
      entry.source ??= source;
      taken.add(entry.room.id);
      const before = entry.room;
      entry.room = {
        ...merge(before, read, types),
        note: read.note ?? before.note,
        extra: { ...before.extra, ...read.extra },
      };
      return entry.before === null ? 'new' : isSameValue(entry.before, entry.room) ? 'same' : 'changed';
    },
    similar: spellings.similar,
    planned: () =>
      entries.map(({ room, before, source, matchedBy }): PlannedRoom => {
        const changes = before === null ? [] : changedFields(before, room);
        const winner = chosenWinner(source, context) === 'inventory' ? 'inventory' : 'list';
        const isSame = before !== null && (changes.length === 0 || winner === 'inventory');
        return {
          source,
          action: before === null ? 'new' : isSame ? 'same' : 'changed',
          room: isSame ? before : room,
          before,
          matchedBy,
          changes,
          winner: changes.length === 0 ? null : winner,
          roomTypes: room.roomTypes,
        };
      }),
  };
};

const push = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

/** `Haus A, 1. OG, Raum 104 Physik` in one cell: building, floor, number and name, where no column says otherwise. */
const splitPlace = (read: RowRead): RowRead => {
  const place = readPlace(read.roomWritten ?? read.roomNumber ?? '');
  return {
    ...read,
    roomNumber: place.roomNumber,
    roomWritten: place.roomNumber,
    building: read.building ?? place.building,
    floor: read.floor ?? place.floor,
    room: place.name === null || hasRoomName(read) ? read.room : { ...read.room, name: place.name },
  };
};

const isNamedOtherwise = (found: Entry | null, { room }: RowRead): boolean =>
  found !== null &&
  found.room.name !== null &&
  room.name !== undefined &&
  room.name !== null &&
  foldWord(found.room.name) !== foldWord(room.name);

/** The name column of a device list is the device's. */
const hasRoomName = ({ room, fields }: RowRead): boolean =>
  room.name !== undefined && room.name !== null && room.name !== fields.name;

/** Whether the row knows something about its room that is not known yet. */
const addsTo = (room: Room, { room: fields, building, floor }: RowRead): boolean =>
  (building !== null && room.building === null) ||
  (floor !== null && room.floor === null) ||
  Object.values(fields).some((value) => value !== null && value !== undefined);

const knownFields = (room: Room): Partial<Room> =>
  Object.fromEntries(
    Object.entries(room).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
