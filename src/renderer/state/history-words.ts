import type { HistoryWords } from '#core/history/history-entry.ts';
import type { Room } from '#core/inventory/room.ts';
import { roomId } from '#core/shared/ids.ts';
import { changeLabelText } from '#texts/change-labels.ts';
import {
  changedFieldLabel,
  changedThingSearchText,
  changedThingText,
  changedValueText,
  roomText,
  type ChangeNames,
} from '#texts/change-values.ts';
import type { AppState } from './app-state.ts';
import { categoriesById, roomsById, roomTypesById } from './derived.ts';

/** Names as of today; rooms that are gone keep the one that the history remembers. */
export const changeNamesOf = (
  { inventory, profile }: Pick<AppState, 'inventory' | 'profile'>,
  goneRooms: ReadonlyMap<string, Room> = new Map(),
): ChangeNames => {
  const rooms = roomsById(inventory.rooms);
  const categories = categoriesById(profile);
  const roomTypes = roomTypesById(profile);
  return {
    room: (id) => {
      const room = rooms.get(roomId(id)) ?? goneRooms.get(id);
      return room === undefined ? null : roomText(room);
    },
    category: (id) => categories.get(id)?.name ?? null,
    roomType: (id) => roomTypes.get(id)?.name ?? null,
    requirement: (id) => profile.requirements.find((requirement) => requirement.id === id)?.name ?? null,
  };
};

export const historyWordsOf = (names: ChangeNames): HistoryWords => ({
  label: changeLabelText,
  thing: (change) => changedThingText(change, names),
  found: (change) => changedThingSearchText(change, names),
  field: changedFieldLabel,
  value: (entity, field, value) => changedValueText(entity, field, value, names),
});
