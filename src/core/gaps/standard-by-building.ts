import type { Room } from '../inventory/room.ts';
import type { RoomId } from '../shared/ids.ts';
import type { GapAnalysis } from './gap-analysis.ts';

/** How many rooms of a building meet a standard, of those that it names. */
export type BuildingStandard = {
  /** null = no building entered. */
  readonly building: string | null;
  readonly met: number;
  readonly of: number;
  /** Scored gap of all rooms of the building, also of those that the standard does not name. */
  readonly gap: number;
};

/**
 * The result of one standard by building, as one walks; buildings without a room that it names are left out. The sums of
 * `met` and `of` are those of `analysis.standards`.
 */
export const standardByBuilding = (
  { roomSummaries }: GapAnalysis,
  rooms: ReadonlyMap<RoomId, Room>,
  standardId: string,
): readonly BuildingStandard[] => {
  const buildings = new Map<string | null, { met: number; of: number; gap: number }>();
  for (const { roomId, scored, gap, standards } of roomSummaries) {
    const building = rooms.get(roomId)?.building ?? null;
    const sums = buildings.get(building) ?? { met: 0, of: 0, gap: 0 };
    buildings.set(building, sums);
    if (scored) sums.gap += gap;
    const standard = standards.find((entry) => entry.standardId === standardId);
    if (standard === undefined) continue;
    sums.of += 1;
    if (standard.met) sums.met += 1;
  }
  return [...buildings].flatMap(([building, sums]) => (sums.of === 0 ? [] : [{ building, ...sums }]));
};
