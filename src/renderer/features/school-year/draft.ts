import { useSyncExternalStore } from 'react';
import { unchangedRoom } from '#core/plan/move-up.ts';
import type { RoomPlan, SchoolYearPlan } from '#core/plan/school-year.ts';
import { isSameValue } from '#core/history/same-value.ts';
import type { Room } from '#core/inventory/room.ts';
import type { RoomId } from '#core/shared/ids.ts';

export const YEAR_STEPS = ['rooms', 'numbers', 'preview'] as const;
export type YearStep = (typeof YEAR_STEPS)[number];

/** What was planned so far. Of rooms only those that change, so that the others follow what is done elsewhere. */
export type YearDraft = {
  readonly step: YearStep;
  readonly movesUp: boolean;
  readonly rooms: ReadonlyMap<RoomId, RoomPlan>;
  readonly school: SchoolYearPlan['school'];
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
  rooms.get(room.id) ?? unchangedRoom(room);

/** Puts plans of rooms into the draft; a plan that changes nothing goes. */
export const planRooms = (plans: readonly RoomPlan[], known: ReadonlyMap<RoomId, Room>): void => {
  const rooms = new Map(draft.rooms);
  for (const plan of plans) {
    const room = known.get(plan.roomId);
    if (room !== undefined && isSameValue(plan, unchangedRoom(room))) rooms.delete(plan.roomId);
    else rooms.set(plan.roomId, plan);
  }
  setDraft({ rooms });
};

const textOrNull = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

/** The plan to work with: texts as they will be stored, without the spaces that stand there while somebody types. */
export const planOf = ({ movesUp, rooms, school }: YearDraft): SchoolYearPlan => ({
  movesUp,
  school,
  rooms: [...rooms.values()].map((plan) => ({
    ...plan,
    use: textOrNull(plan.use),
    name: textOrNull(plan.name),
  })),
});
