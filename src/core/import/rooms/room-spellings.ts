import { foldWord } from '../../inventory/cell-input.ts';
import type { Room } from '../../inventory/room.ts';
import { looseRoomKey, roomKey } from './room-place.ts';
import type { RowSource, SimilarRooms } from '../types.ts';

/** How often each spelling of a room number occurs, and which of them the user called one room. */
export type Spellings = {
  readonly count: (number: string, building: string | null, source: RowSource) => void;
  /** The number under which the room is kept: the first of its agreed spellings, else the number itself. */
  readonly agreed: (number: string) => string;
  readonly similar: () => readonly SimilarRooms[];
};

type Spelling = {
  readonly text: string;
  /** Where the list writes it first; null = in the inventory. */
  readonly source: RowSource | null;
  times: number;
};

/**
 * @param rooms of the inventory: their spellings come first
 * @param sameRooms groups of spellings that mean one room; the first of each is the one to keep
 */
export const createSpellings = (
  rooms: readonly Room[],
  sameRooms: readonly (readonly string[])[],
): Spellings => {
  const agreedOn = new Map<string, string>(
    sameRooms.flatMap(([first = '', ...others]) => others.map((other) => [roomKey(other), first] as const)),
  );
  const groups = new Map<string, { building: string | null; spellings: Map<string, Spelling> }>();
  const add = (number: string, building: string | null, source: RowSource | null): void => {
    const loose = looseRoomKey(number);
    // Names differ by more than habit: "Physik 1" and "Physik I" are left to the user's eye.
    if (!/\d/.test(loose)) return;
    const key = `${foldWord(building ?? '')}\n${loose}`;
    const group = groups.get(key) ?? { building, spellings: new Map<string, Spelling>() };
    groups.set(key, group);
    const spelling = group.spellings.get(roomKey(number)) ?? { text: number, source, times: 0 };
    if (source !== null) spelling.times += 1;
    group.spellings.set(roomKey(number), spelling);
  };
  for (const { roomNumber, building } of rooms) add(roomNumber, building, null);
  const agreed = (number: string): string => agreedOn.get(roomKey(number)) ?? number;
  return {
    count: add,
    agreed,
    similar: () =>
      [...groups.values()].flatMap(({ building, spellings }) => {
        const all = [...spellings.values()];
        // Two rooms of the inventory are two rooms; one is asked about only when the list brings a new spelling.
        const source = all.findLast((spelling) => spelling.source !== null)?.source ?? null;
        if (all.length < 2 || source === null) return [];
        const isKnown = (spelling: Spelling): number => (spelling.source === null ? 1 : 0);
        const numbers = all
          .toSorted((a, b) => isKnown(b) - isKnown(a) || b.times - a.times)
          .map(({ text }) => text);
        return [{ source, building, numbers, isAgreed: new Set(numbers.map(agreed)).size === 1 }];
      }),
  };
};
