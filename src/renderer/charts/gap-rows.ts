import type { GapAnalysis, RoomSummary } from '#core/gaps/gap-analysis.ts';
import type { Room } from '#core/inventory/room.ts';
import { CATEGORY_KINDS, type CategoryKind } from '#core/targets/target-profile.ts';
import type { RoomId } from '#core/shared/ids.ts';

/** One bar: a room and what it lacks, by kind. */
export type GapRow = {
  readonly roomId: RoomId;
  readonly number: string;
  readonly name: string;
  readonly total: number;
} & Readonly<Record<CategoryKind, number>>;

const toRow = (room: Room, { gap, gapByKind }: RoomSummary, isShared: boolean): GapRow => ({
  roomId: room.id,
  number: room.roomNumber,
  // Two buildings may share a number: then the building tells them apart.
  name: [isShared ? room.building : null, room.name].filter(Boolean).join(' · '),
  total: gap,
  display: gapByKind.display ?? 0,
  accessory: gapByKind.accessory ?? 0,
  workplace: gapByKind.workplace ?? 0,
  network: gapByKind.network ?? 0,
  power: gapByKind.power ?? 0,
});

/** Scored rooms with a gap, the largest first, then as one walks. */
export const gapRows = (
  { roomSummaries }: GapAnalysis,
  rooms: ReadonlyMap<RoomId, Room>,
): readonly GapRow[] => {
  const isShared = sharedNumbers(rooms.values());
  return roomSummaries
    .flatMap((summary) => {
      const room = rooms.get(summary.roomId);
      return room === undefined || !summary.scored || summary.gap === 0
        ? []
        : [toRow(room, summary, isShared(room))];
    })
    .toSorted((a, b) => b.total - a.total);
};

/** Whether another room has the same number. */
const sharedNumbers = (rooms: Iterable<Room>): ((room: Room) => boolean) => {
  const counts = new Map<string, number>();
  for (const { roomNumber } of rooms) counts.set(roomNumber, (counts.get(roomNumber) ?? 0) + 1);
  return ({ roomNumber }) => (counts.get(roomNumber) ?? 0) > 1;
};

/** Missing units by kind over all rows, only kinds that lack something. */
export const kindSums = (rows: readonly GapRow[]): readonly (readonly [CategoryKind, number])[] =>
  CATEGORY_KINDS.map((kind) => [kind, rows.reduce((sum, row) => sum + row[kind], 0)] as const).filter(
    ([, sum]) => sum > 0,
  );
