import { useSyncExternalStore } from 'react';
import type { RoomPlan, SchoolYearPlan } from '#core/plan/school-year.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { Room } from '#core/inventory/room.ts';
import type { School } from '#core/inventory/school.ts';
import type { RoomId } from '#core/shared/ids.ts';
import {
  roomDifference,
  schoolDifference,
  withRoomDifference,
  withSchoolDifference,
  type RoomDifference,
  type SchoolDifference,
} from './differences.ts';

export const YEAR_STEPS = ['rooms', 'numbers', 'preview'] as const;
export type YearStep = (typeof YEAR_STEPS)[number];

/** What was planned so far: only what changes, so that all else follows what is done elsewhere. */
export type YearDraft = {
  readonly step: YearStep;
  readonly movesUp: boolean;
  readonly rooms: ReadonlyMap<RoomId, RoomDifference>;
  readonly school: SchoolDifference;
};

const EMPTY: YearDraft = { step: 'rooms', movesUp: false, rooms: new Map(), school: {} };

// Outside of the page: leaving it to look something up must not cost the plan. It ends with the session.
let draft = EMPTY;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const setDraft = (part: Partial<YearDraft>): void => {
  draft = { ...draft, ...part };
  for (const listener of listeners) listener();
};
export const clearDraft = (): void => setDraft(EMPTY);

export const useDraft = (): YearDraft => useSyncExternalStore(subscribe, () => draft);

export const isEmptyDraft = ({ rooms, school, movesUp }: YearDraft): boolean =>
  rooms.size === 0 && Object.keys(school).length === 0 && !movesUp;

/** What the draft says of a room, or that it stays as it is. */
export const roomPlanOf = ({ rooms }: Pick<YearDraft, 'rooms'>, room: Room): RoomPlan =>
  withRoomDifference(room, rooms.get(room.id));

/** Puts plans of rooms into the draft; a plan that changes nothing goes. */
export const planRooms = (plans: readonly RoomPlan[], known: ReadonlyMap<RoomId, Room>): void => {
  const rooms = new Map(draft.rooms);
  for (const plan of plans) {
    const room = known.get(plan.roomId);
    if (room === undefined) continue;
    const difference = roomDifference(plan, room);
    if (difference === null) rooms.delete(room.id);
    else rooms.set(room.id, difference);
  }
  setDraft({ rooms });
};

/** The numbers of the school as they will be. */
export const numbersOf = (
  { school: difference }: Pick<YearDraft, 'school'>,
  school: School,
): ReturnType<typeof withSchoolDifference> => withSchoolDifference(school, difference);

/** Puts numbers into the draft; those that the school has anyway go. */
export const planNumbers = (part: SchoolYearPlan['school'], school: School): void =>
  setDraft({ school: schoolDifference({ ...numbersOf(draft, school), ...part }, school) });

const textOrNull = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

/** The plan to work with: texts as they will be stored, without the spaces that stand there while somebody types. */
export const planOf = (planned: YearDraft, inventory: Inventory): SchoolYearPlan => {
  const known = new Map(inventory.rooms.map((room) => [room.id, room]));
  return {
    movesUp: planned.movesUp,
    school: Object.keys(planned.school).length === 0 ? {} : numbersOf(planned, inventory.school),
    rooms: [...planned.rooms].map(([roomId, difference]) => {
      const room = known.get(roomId);
      // Named as gone.
      if (room === undefined)
        return { roomId, use: null, name: null, roomTypes: [], devices: 'stay', ...difference };
      const plan = withRoomDifference(room, difference);
      return { ...plan, use: textOrNull(plan.use), name: textOrNull(plan.name) };
    }),
  };
};
