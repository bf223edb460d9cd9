import type { GapAnalysis, RoomSummary } from '#core/gaps/gap-analysis.ts';
import { locator } from '#core/gaps/units.ts';
import type { Device } from '#core/inventory/device.ts';
import { compareNatural } from '#core/inventory/room-order.ts';
import type { Room } from '#core/inventory/room.ts';
import type { RoomId } from '#core/shared/ids.ts';
import type { RoomType, TargetProfile } from '#core/targets/target-profile.ts';
import { derivedOnce } from '#state/derived.ts';

/** Devices by the room in which they stand: with their container, when they have one. Decommissioned ones are gone. */
export const devicesByPlace = derivedOnce((devices: readonly Device[]) => {
  const locate = locator(devices);
  const groups = new Map<RoomId, Device[]>();
  for (const device of devices) {
    if (device.status === 'decommissioned') continue;
    const id = locate(device);
    if (id === null) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [device]);
    else group.push(device);
  }
  const readonlyGroups: ReadonlyMap<RoomId, readonly Device[]> = groups;
  return readonlyGroups;
});

const summariesById = derivedOnce(
  (analysis: GapAnalysis): ReadonlyMap<RoomId, RoomSummary> =>
    new Map(analysis.roomSummaries.map((summary) => [summary.roomId, summary])),
);
export const summaryOf = (analysis: GapAnalysis, id: RoomId): RoomSummary | undefined =>
  summariesById(analysis).get(id);

/** One room as its list shows it. */
export type RoomRow = {
  readonly room: Room;
  readonly typeNames: string;
  /** Pieces, Sammelposten with all of theirs. */
  readonly devices: number;
  readonly summary: RoomSummary | undefined;
  readonly standard: StandardState | null;
};
/** `missing` parts of `of`. */
export type StandardState = { readonly name: string; readonly missing: number; readonly of: number };

export type RoomColumn =
  'number' | 'name' | 'type' | 'seats' | 'devices' | 'target' | 'actual' | 'gap' | 'standard';
/** In their order on the screen and on paper. */
export const ROOM_COLUMNS: readonly { readonly id: RoomColumn; readonly isRight: boolean }[] = [
  { id: 'number', isRight: false },
  { id: 'name', isRight: false },
  { id: 'type', isRight: false },
  { id: 'seats', isRight: true },
  { id: 'devices', isRight: true },
  { id: 'target', isRight: true },
  { id: 'actual', isRight: true },
  { id: 'gap', isRight: true },
  { id: 'standard', isRight: false },
];
export type RoomSort = { readonly column: RoomColumn; readonly direction: 'ascending' | 'descending' };

export const standardOf = (
  summary: RoomSummary | undefined,
  profile: TargetProfile,
): StandardState | null => {
  const [result] = summary?.standards ?? [];
  const standard = profile.standards.find(({ id }) => id === result?.standardId);
  return result === undefined || standard === undefined
    ? null
    : { name: standard.name, missing: result.missing.length, of: standard.parts.length };
};

export const roomRows = (
  rooms: readonly Room[],
  devices: readonly Device[],
  analysis: GapAnalysis,
  profile: TargetProfile,
  types: ReadonlyMap<string, RoomType>,
): readonly RoomRow[] => {
  const byPlace = devicesByPlace(devices);
  return rooms.map((room) => {
    const summary = summaryOf(analysis, room.id);
    return {
      room,
      typeNames: room.roomTypes.map((id) => types.get(id)?.name ?? id).join(', '),
      devices: (byPlace.get(room.id) ?? []).reduce((sum, { quantity }) => sum + quantity, 0),
      summary,
      standard: standardOf(summary, profile),
    };
  });
};

export type RoomFilter = { readonly search: string; readonly type: string; readonly onlyGaps: boolean };

export const filterRows = (rows: readonly RoomRow[], filter: RoomFilter): readonly RoomRow[] => {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ room, typeNames, summary }) => {
    if (filter.type !== '' && !room.roomTypes.includes(filter.type)) return false;
    if (filter.onlyGaps && (summary?.gap ?? 0) === 0) return false;
    const text = [room.roomNumber, room.name, room.building, room.floor, room.use, typeNames, room.note]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
};

const sortValue = (
  { room, typeNames, devices, summary, standard }: RoomRow,
  column: RoomColumn,
): string | number | null => {
  switch (column) {
    case 'number':
      return room.roomNumber;
    case 'name':
      return room.name ?? room.use;
    case 'type':
      return typeNames === '' ? null : typeNames;
    case 'seats':
      return room.seats;
    case 'devices':
      return devices;
    case 'target':
    case 'actual':
    case 'gap':
      return summary?.counted === true ? summary[column] : null;
    case 'standard':
      return standard?.missing ?? null;
  }
};

/** Rows in walking order stay so when nothing else is wanted; unknown values last, both ways. */
export const sortRows = (rows: readonly RoomRow[], sort: RoomSort | null): readonly RoomRow[] => {
  if (sort === null) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [left, right] = [sortValue(a, sort.column), sortValue(b, sort.column)];
    if (left === right) return 0;
    if (left === null) return 1;
    if (right === null) return -1;
    return (
      sign *
      (typeof left === 'number' && typeof right === 'number'
        ? left - right
        : compareNatural(String(left), String(right)))
    );
  });
};

/** What a list shows line by line: a floor with its sums, then its rooms. */
export type RoomLine =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly building: string | null;
      readonly floor: string | null;
      readonly rooms: number;
      readonly sums: {
        readonly seats: number | null;
        readonly devices: number;
        readonly target: number;
        readonly actual: number;
        readonly gap: number;
      };
    }
  | { readonly kind: 'room'; readonly row: RoomRow };

/** Floors in the order of the rows. Sums hold scored rooms only, as everywhere; seats and devices hold all. */
export const groupRows = (rows: readonly RoomRow[], collapsed: ReadonlySet<string>): readonly RoomLine[] => {
  const groups = new Map<string, RoomRow[]>();
  for (const row of rows) {
    const key = `${row.room.building ?? ''}\n${row.room.floor ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups].flatMap(([key, members]): readonly RoomLine[] => {
    const sum = (value: (row: RoomRow) => number): number =>
      members.reduce((total, row) => total + value(row), 0);
    const scored = (field: 'target' | 'actual' | 'gap'): number =>
      sum(({ summary }) => (summary?.scored === true ? summary[field] : 0));
    const [first] = members;
    return [
      {
        kind: 'group',
        key,
        building: first?.room.building ?? null,
        floor: first?.room.floor ?? null,
        rooms: members.length,
        sums: {
          seats: members.every(({ room }) => room.seats === null) ? null : sum(({ room }) => room.seats ?? 0),
          devices: sum(({ devices }) => devices),
          target: scored('target'),
          actual: scored('actual'),
          gap: scored('gap'),
        },
      },
      ...(collapsed.has(key) ? [] : members.map((row): RoomLine => ({ kind: 'room', row }))),
    ];
  });
};
