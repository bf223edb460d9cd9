import type { GapAnalysis, RoomGap, RoomSummary } from '#core/gaps/gap-analysis.ts';
import type { Room } from '#core/inventory/room.ts';
import type { RoomId } from '#core/shared/ids.ts';
import { PRIORITIES, type Priority, type TargetProfile } from '#core/targets/target-profile.ts';

/** One column per group of requirements that asks for something in some room. */
export type MatrixColumn = {
  readonly group: string;
  readonly name: string;
  readonly shortName: string;
  readonly priority: Priority;
};

export type MatrixRoom = {
  readonly kind: 'room';
  readonly room: Room;
  readonly summary: RoomSummary;
  readonly cells: ReadonlyMap<string, RoomGap>;
};
export type MatrixFloor = {
  readonly kind: 'floor';
  readonly key: string;
  readonly label: string;
  readonly rooms: number;
  readonly target: number;
  readonly actual: number;
  readonly gap: number;
  readonly gaps: ReadonlyMap<string, number>;
};
export type MatrixRow = MatrixRoom | MatrixFloor;

export type MatrixFilter = {
  readonly building: string | null;
  readonly roomType: string | null;
  readonly scope: string | null;
  readonly priority: Priority | null;
  readonly onlyGaps: boolean;
};
export const NO_FILTER: MatrixFilter = {
  building: null,
  roomType: null,
  scope: null,
  priority: null,
  onlyGaps: false,
};

/** Columns by priority, inside it in the order of the profile. A group counts with its strictest requirement. */
export const matrixColumns = (profile: TargetProfile, analysis: GapAnalysis): readonly MatrixColumn[] => {
  const strictest = new Map<string, Priority>();
  for (const { group, priority } of analysis.rooms) {
    const known = strictest.get(group);
    if (known === undefined || PRIORITIES.indexOf(priority) < PRIORITIES.indexOf(known))
      strictest.set(group, priority);
  }
  return PRIORITIES.flatMap((priority) =>
    profile.groups
      .filter(({ id }) => strictest.get(id) === priority)
      .map(({ id, name, shortName }) => ({ group: id, name, shortName, priority })),
  );
};

/** Rooms that pass the filter, as one walks, with a line per floor above its rooms. */
export const matrixRows = (
  analysis: GapAnalysis,
  rooms: ReadonlyMap<RoomId, Room>,
  profile: TargetProfile,
  filter: MatrixFilter,
  noFloor: string,
): readonly MatrixRow[] => {
  const scopes = new Map(profile.roomTypes.map(({ id, scope }) => [id, scope]));
  const lines = new Map<RoomId, Map<string, RoomGap>>();
  for (const line of analysis.rooms) {
    if (filter.priority !== null && line.priority !== filter.priority) continue;
    const cells = lines.get(line.roomId) ?? new Map<string, RoomGap>();
    lines.set(line.roomId, cells);
    // An exempt line beside one in force of the same group is not what the cell is about.
    if (!line.exempt || !cells.has(line.group)) cells.set(line.group, line);
  }
  const rows: MatrixRow[] = [];
  let floor: MatrixRoom[] = [];
  let label = '';
  const endFloor = (): void => {
    if (floor.length > 0) rows.push(floorOf(label, floor), ...floor);
    floor = [];
  };
  for (const summary of analysis.roomSummaries) {
    const room = rooms.get(summary.roomId);
    if (room === undefined) continue;
    const cells = lines.get(room.id) ?? new Map<string, RoomGap>();
    if (!passes(room, cells, filter, scopes)) continue;
    const here = [room.building, room.floor].filter(Boolean).join(' · ') || noFloor;
    if (here !== label) endFloor();
    label = here;
    floor.push({ kind: 'room', room, summary, cells });
  }
  endFloor();
  return rows;
};

const passes = (
  room: Room,
  cells: ReadonlyMap<string, RoomGap>,
  filter: MatrixFilter,
  scopes: ReadonlyMap<string, string>,
): boolean => {
  if (cells.size === 0) return false;
  if (filter.building !== null && (room.building ?? '') !== filter.building) return false;
  if (filter.roomType !== null && !room.roomTypes.includes(filter.roomType)) return false;
  if (filter.scope !== null && !room.roomTypes.some((type) => scopes.get(type) === filter.scope))
    return false;
  return !filter.onlyGaps || [...cells.values()].some(({ gap }) => gap !== null && gap > 0);
};

const floorOf = (label: string, rooms: readonly MatrixRoom[]): MatrixFloor => {
  const gaps = new Map<string, number>();
  let target = 0;
  let actual = 0;
  let gap = 0;
  for (const { cells } of rooms)
    for (const line of cells.values()) {
      if (!line.scored || line.exempt) continue;
      target += line.target ?? 0;
      actual += line.actual ?? 0;
      gap += line.gap ?? 0;
      gaps.set(line.group, (gaps.get(line.group) ?? 0) + (line.gap ?? 0));
    }
  const first = rooms[0]?.room.id ?? '';
  return { kind: 'floor', key: `${label}-${first}`, label, rooms: rooms.length, target, actual, gap, gaps };
};

export type CellState = 'none' | 'exempt' | 'met' | 'part' | 'gap' | 'unknown';

/** What a cell shows; administration shows its gap too, marked as not scored. */
export const cellState = (line: RoomGap | undefined): CellState => {
  if (line === undefined) return 'none';
  if (line.exempt) return 'exempt';
  if (line.target === null || line.gap === null) return 'unknown';
  if (line.target === 0) return 'none';
  if (line.gap === 0) return 'met';
  return (line.actual ?? 0) === 0 ? 'gap' : 'part';
};

/** Gap of a room over the cells that are shown. */
export const roomGapOf = ({ cells }: MatrixRoom): number =>
  [...cells.values()].reduce((sum, { gap, exempt }) => sum + (exempt ? 0 : (gap ?? 0)), 0);
