import type { DeviceLookup } from '#core/inventory/device-columns.ts';
import { compareRooms } from '#core/inventory/room-order.ts';
import type { Room } from '#core/inventory/room.ts';
import type { CategoryId, RoomId } from '#core/shared/ids.ts';
import type { AppState } from '#state/app-state.ts';
import { derivedOnce } from '#state/derived.ts';
import { gapAnalysisOf } from '#state/use-gap-analysis.ts';
import { DEVICE_TEXTS } from '#texts/devices.ts';

/** Rooms as one walks through the school. */
export const roomsInOrder = derivedOnce((rooms: readonly Room[]): readonly Room[] =>
  rooms.toSorted(compareRooms),
);

export type RoomOption = {
  readonly room: Room;
  /** As it is written into a cell. */
  readonly text: string;
  readonly name: string;
  /** „Lücke 1“, „erfüllt“, „bisher“ or nothing. */
  readonly detail: string;
};

/** All rooms to choose from, those with a gap of this category first. */
export const roomOptions = (
  state: AppState,
  lookup: DeviceLookup,
  categoryId: CategoryId | null,
  current: RoomId | null,
): readonly RoomOption[] => {
  const wanted = new Set(
    state.profile.requirements.flatMap((requirement) =>
      categoryId !== null && requirement.categories.includes(categoryId) ? [requirement.id] : [],
    ),
  );
  const gaps = new Map<RoomId, number>();
  if (wanted.size > 0) {
    for (const line of gapAnalysisOf(state).rooms) {
      if (!wanted.has(line.requirementId) || line.exempt || line.gap === null) continue;
      gaps.set(line.roomId, (gaps.get(line.roomId) ?? 0) + line.gap);
    }
  }
  const options = roomsInOrder(state.inventory.rooms).map((room): RoomOption => {
    const gap = gaps.get(room.id);
    return {
      room,
      text: lookup.finder.textOf(room),
      name: room.name ?? room.use ?? '',
      detail:
        room.id === current
          ? DEVICE_TEXTS.roomNow
          : gap === undefined
            ? ''
            : gap > 0
              ? DEVICE_TEXTS.roomGap(gap)
              : DEVICE_TEXTS.roomMet,
    };
  });
  const hasGap = ({ room }: RoomOption): boolean => (gaps.get(room.id) ?? 0) > 0 && room.id !== current;
  return [...options.filter(hasGap), ...options.filter((option) => !hasGap(option))];
};
