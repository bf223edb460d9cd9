import type { Room } from '#core/inventory/room.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import { missingText } from './missing-text.ts';
import type { StandardState } from './room-rows.ts';

/** What one room is, for the head of its print: place, types, whether it has the standard. */
export const roomPageFacts = (
  room: Room,
  { roomTypes }: Pick<TargetProfile, 'roomTypes'>,
  standard: StandardState | null,
): readonly string[] => [
  ...[ROOM_TEXTS.place(room.building, room.floor)].filter((place) => place !== ''),
  ...room.roomTypes.map((type) => roomTypes.find(({ id }) => id === type)?.name ?? type),
  ...(standard === null
    ? []
    : [
        standard.missing === 0
          ? ROOM_TEXTS.standardTag(standard.name)
          : ROOM_TEXTS.standardTagMissing(standard.name, missingText(standard)),
      ]),
];
