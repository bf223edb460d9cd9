import { ROOM_TEXTS } from '#texts/rooms.ts';
import type { StandardState } from './room-rows.ts';

/** „2 von 4 fehlen“. */
export const missingText = ({ missing, of }: StandardState): string =>
  missing === 1 ? ROOM_TEXTS.standardMissing(missing, of) : ROOM_TEXTS.standardMissingMany(missing, of);
