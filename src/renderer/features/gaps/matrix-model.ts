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
/** The head of a building or of a floor, with the sums of its rooms that are shown. */
export type MatrixGroup = {
  readonly kind: 'building' | 'floor';
  readonly key: string;
  readonly label: string;
  readonly rooms: number;
  readonly target: number;
  readonly actual: number;
  readonly gap: number;
  readonly gaps: ReadonlyMap<string, number>;
};
export type MatrixRow = MatrixRoom | MatrixGroup;

export const GAP_STATES = ['gap', 'repairable', 'surplus', 'over-age'] as const;
export type GapState = (typeof GAP_STATES)[number];

export type MatrixFilter = {
  readonly building: string | null;
  readonly roomType: string | null;
  readonly scope: string | null;
  readonly priority: Priority | null;
  /** Only targets that came with this stage. */
  readonly stage: number | null;
  /** Only rooms with a cell of this state. */
  readonly state: GapState | null;
};
export const NO_FILTER: MatrixFilter = {
  building: null,
  roomType: null,
  scope: null,
  priority: null,
  stage: null,
  state: null,
};

const isShown = (line: RoomGap, { priority, stage }: MatrixFilter): boolean =>
  (priority === null || line.priority === priority) && (stage === null || line.stage === stage);

const IS_STATE: Readonly<Record<GapState, (line: RoomGap) => boolean>> = {
  gap: ({ gap }) => gap !== null && gap > 0,
  repairable: ({ repairable }) => repairable > 0,
  surplus: ({ surplus }) => surplus > 0,
  'over-age': ({ overAge }) => overAge > 0,
};

/** Columns by priority, inside it in the order of the profile. A group counts with its strictest requirement. */
export const matrixColumns = (
  profile: TargetProfile,
  analysis: Pick<GapAnalysis, 'rooms'>,
  filter: MatrixFilter,
): readonly MatrixColumn[] => {
  const strictest = new Map<string, Priority>();
  for (const line of analysis.rooms) {
    if (!isShown(line, filter)) continue;
    const known = strictest.get(line.group);
    if (known === undefined || PRIORITIES.indexOf(line.priority) < PRIORITIES.indexOf(known))
      strictest.set(line.group, line.priority);
  }
  return PRIORITIES.flatMap((priority) =>
    profile.groups
      .filter(({ id }) => strictest.get(id) === priority)
      .map(({ id, name, shortName }) => ({ group: id, name, shortName, priority })),
  );
};

/** How heads are called where a room names no building or no floor. */
export type GroupNames = { readonly noBuilding: string; readonly noFloor: string };

/**
 * Rooms that pass the filter, as one walks, with a line per floor above its rooms and, where there are several buildings,
 * one per building above its floors.
 */
export const matrixRows = (
  analysis: Pick<GapAnalysis, 'rooms' | 'roomSummaries'>,
  rooms: ReadonlyMap<RoomId, Room>,
  profile: TargetProfile,
  filter: MatrixFilter,
  names: GroupNames,
): readonly MatrixRow[] => {
  const scopes = new Map(profile.roomTypes.map(({ id, scope }) => [id, scope]));
  const lines = new Map<RoomId, Map<string, RoomGap>>();
  for (const line of analysis.rooms) {
    if (!isShown(line, filter)) continue;
    const cells = lines.get(line.roomId) ?? new Map<string, RoomGap>();
    lines.set(line.roomId, cells);
    // An exempt line beside one in force of the same group is not what the cell is about.
    if (!line.exempt || !cells.has(line.group)) cells.set(line.group, line);
  }
  const shown = analysis.roomSummaries.flatMap((summary): readonly MatrixRoom[] => {
    const room = rooms.get(summary.roomId);
    const cells = room === undefined ? undefined : lines.get(room.id);
    return room === undefined || cells === undefined || !passes(room, cells, filter, scopes)
      ? []
      : [{ kind: 'room', room, summary, cells }];
  });
  const buildings = runsOf(shown, ({ room }) => room.building ?? '');
  const floorsOf = (members: readonly MatrixRoom[]): readonly MatrixRow[] =>
    runsOf(members, ({ room }) => room.floor ?? '').flatMap((floor) => [
      groupOf('floor', floorLabel(floor[0]?.room, names), floor),
      ...floor,
    ]);
  if (buildings.length < 2) return floorsOf(shown);
  return buildings.flatMap((members) => [
    groupOf('building', members[0]?.room.building ?? names.noBuilding, members),
    ...floorsOf(members),
  ]);
};

/** Entries that follow each other with the same key. */
const runsOf = <Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly (readonly Entry[])[] => {
  const runs: Entry[][] = [];
  let key: string | null = null;
  for (const entry of entries) {
    const next = keyOf(entry);
    if (next !== key) runs.push([]);
    key = next;
    runs.at(-1)?.push(entry);
  }
  return runs;
};

const floorLabel = (room: Room | undefined, { noFloor }: GroupNames): string =>
  [room?.building, room?.floor].filter(Boolean).join(' · ') || noFloor;

const passes = (
  room: Room,
  cells: ReadonlyMap<string, RoomGap>,
  filter: MatrixFilter,
  scopes: ReadonlyMap<string, string>,
): boolean => {
  if (filter.building !== null && (room.building ?? '') !== filter.building) return false;
  if (filter.roomType !== null && !room.roomTypes.includes(filter.roomType)) return false;
  if (filter.scope !== null && !room.roomTypes.some((type) => scopes.get(type) === filter.scope))
    return false;
  return filter.state === null || [...cells.values()].some(IS_STATE[filter.state]);
};

const groupOf = (kind: MatrixGroup['kind'], label: string, rooms: readonly MatrixRoom[]): MatrixGroup => {
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
  return { kind, key: `${kind}-${first}`, label, rooms: rooms.length, target, actual, gap, gaps };
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
export const roomGapOf = ({ cells }: MatrixRoom): number => {
  let sum = 0;
  for (const { gap, exempt } of cells.values()) if (!exempt) sum += gap ?? 0;
  return sum;
};
