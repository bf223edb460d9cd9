import type { Result } from '../shared/result.ts';
import { failed, ok } from '../shared/result.ts';
import { foldWord } from './cell-input.ts';
import type { Room } from './room.ts';

/** Rooms by what people write for them. */
export type RoomFinder = {
  readonly find: (text: string) => Result<Room, RoomNotFound>;
  /** What is written for a room: its number, with the building where two share the number. Found again by `find`. */
  readonly textOf: (room: Room) => string;
};

export type RoomNotFound =
  | { readonly code: 'ROOM_UNKNOWN'; readonly suggestion: string | null }
  | { readonly code: 'ROOM_AMBIGUOUS'; readonly places: readonly string[] };

const foldNumber = (text: string): string =>
  foldWord(text.trim().replace(/^(raumnummer|raumnr|raum|zimmer|zi|rm|r)(\.\s*|\s+|(?=\d))(nr\.?\s*)?/i, ''));

/** `Haus A` is written `Haus A 304`, `A 304`, `A304`, `A-304` or `304 Haus A`. */
const buildingKeys = (building: string): readonly string[] => {
  const whole = foldWord(building);
  const last = foldWord(
    building
      .trim()
      .split(/[\s-]+/)
      .at(-1) ?? '',
  );
  const bare = foldWord(building.replace(/\b(haus|gebäude|bau|gebaeude)\b/gi, ''));
  return [...new Set([whole, last, bare])].filter((key) => key !== '');
};

/**
 * Finds rooms by number: `304`, `R. 304`, `Raum 304`; where buildings share the number by building too: `A 304`,
 * `Haus A 304`. Never guesses between two.
 */
export const roomFinder = (rooms: readonly Room[]): RoomFinder => {
  const byKey = new Map<string, Set<Room>>();
  const numbers = new Map<string, number>();
  const add = (key: string, room: Room): void => {
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, new Set([room]));
    else known.add(room);
  };
  for (const room of rooms) {
    const number = foldNumber(room.roomNumber);
    numbers.set(number, (numbers.get(number) ?? 0) + 1);
    add(number, room);
    for (const building of room.building === null ? [] : buildingKeys(room.building)) {
      add(`${building}${number}`, room);
      add(`${number}${building}`, room);
    }
  }
  const textOf = (room: Room): string =>
    (numbers.get(foldNumber(room.roomNumber)) ?? 0) > 1 && room.building !== null
      ? `${room.building} ${room.roomNumber}`
      : room.roomNumber;
  return {
    textOf,
    find: (text) => {
      const key = foldNumber(text);
      const found = [...(byKey.get(key) ?? byKey.get(foldWord(text)) ?? [])];
      const exact = found.filter((room) => foldNumber(room.roomNumber) === key);
      const candidates = exact.length === 1 ? exact : found;
      const [room] = candidates;
      if (room === undefined)
        return failed({ code: 'ROOM_UNKNOWN', suggestion: suggest(rooms, key, textOf) });
      if (candidates.length === 1) return ok(room);
      return failed({ code: 'ROOM_AMBIGUOUS', places: candidates.map(textOf) });
    },
  };
};

/** The one room whose number is a slip away: one sign more, less, other, or two exchanged. */
const suggest = (rooms: readonly Room[], key: string, textOf: (room: Room) => string): string | null => {
  if (key.length < 2) return null;
  const near = rooms.filter((room) => isOneSlip(foldNumber(room.roomNumber), key)).slice(0, 2);
  return near[0] === undefined ? null : textOf(near[0]);
};

const isOneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (a.length === b.length) {
    return (
      restA.slice(1) === restB.slice(1) ||
      (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
    );
  }
  return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
};
