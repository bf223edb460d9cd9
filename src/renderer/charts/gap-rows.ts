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

const toRow = (room: Room, { gap, gapByKind }: RoomSummary): GapRow => ({
  roomId: room.id,
  number: room.roomNumber,
  name: room.name ?? '',
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
): readonly GapRow[] =>
  roomSummaries
    .flatMap((summary) => {
      const room = rooms.get(summary.roomId);
      return room === undefined || !summary.scored || summary.gap === 0 ? [] : [toRow(room, summary)];
    })
    .toSorted((a, b) => b.total - a.total);

/** Missing units by kind over all rows, only kinds that lack something. */
export const kindSums = (rows: readonly GapRow[]): readonly (readonly [CategoryKind, number])[] =>
  CATEGORY_KINDS.map((kind) => [kind, rows.reduce((sum, row) => sum + row[kind], 0)] as const).filter(
    ([, sum]) => sum > 0,
  );
