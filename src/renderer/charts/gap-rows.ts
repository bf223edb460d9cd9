import type { GapAnalysis, RoomSummary } from '#core/gaps/gap-analysis.ts';
import type { Room } from '#core/inventory/room.ts';
import { CATEGORY_KINDS, type CategoryKind } from '#core/targets/target-profile.ts';
import type { RoomId } from '#core/shared/ids.ts';

/** One bar: what is missing somewhere, by kind. */
export type GapBar = {
  readonly key: string;
  readonly number: string;
  readonly name: string;
  readonly total: number;
} & Readonly<Record<CategoryKind, number>>;

/** The bar of a room. */
export type GapRow = GapBar & { readonly roomId: RoomId };

/** The bar of a floor, with those of its rooms. */
export type FloorRow = GapBar & { readonly rooms: readonly GapRow[] };

const toRow = (room: Room, { gap, gapByKind }: RoomSummary, isShared: boolean): GapRow => ({
  key: room.id,
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
export const sharedNumbers = (rooms: Iterable<Room>): ((room: Room) => boolean) => {
  const counts = new Map<string, number>();
  for (const { roomNumber } of rooms) counts.set(roomNumber, (counts.get(roomNumber) ?? 0) + 1);
  return ({ roomNumber }) => (counts.get(roomNumber) ?? 0) > 1;
};

/** The same rows by building and floor, the largest first; `label` names a floor. */
export const floorRows = (
  rows: readonly GapRow[],
  rooms: ReadonlyMap<RoomId, Room>,
  label: (building: string | null, floor: string | null) => string,
): readonly FloorRow[] => {
  const floors = new Map<string, GapRow[]>();
  for (const row of rows) {
    const room = rooms.get(row.roomId);
    const name = label(room?.building ?? null, room?.floor ?? null);
    const known = floors.get(name);
    if (known === undefined) floors.set(name, [row]);
    else known.push(row);
  }
  return [...floors]
    .map(([name, members]) => ({
      key: `floor:${name}`,
      number: '',
      name,
      total: members.reduce((sum, { total }) => sum + total, 0),
      ...sumsByKind(members),
      rooms: members,
    }))
    .toSorted((a, b) => b.total - a.total);
};

const sumsByKind = (rows: readonly GapBar[]): Record<CategoryKind, number> => {
  const sums = { display: 0, accessory: 0, workplace: 0, network: 0, power: 0 };
  for (const row of rows) for (const kind of CATEGORY_KINDS) sums[kind] += row[kind];
  return sums;
};

/** Missing units by kind over all rows, only kinds that lack something. */
export const kindSums = (rows: readonly GapBar[]): readonly (readonly [CategoryKind, number])[] => {
  const sums = sumsByKind(rows);
  return CATEGORY_KINDS.map((kind) => [kind, sums[kind]] as const).filter(([, sum]) => sum > 0);
};

/** Whole steps of an axis from 0, at most six, the last one not above `most`. */
export const wholeTicks = (most: number): readonly number[] => {
  const STEPS = [1, 2, 5];
  let factor = 1;
  for (;;) {
    for (const step of STEPS) {
      const width = step * factor;
      if (most / width <= 5) {
        const count = Math.floor(most / width) + 1;
        return Array.from({ length: count }, (_, index) => index * width);
      }
    }
    factor *= 10;
  }
};
