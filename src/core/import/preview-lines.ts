import type { Inventory } from '../inventory/inventory.ts';
import type { CategoryId } from '../shared/ids.ts';
import {
  rowKey,
  type FieldChange,
  type ImportIssue,
  type ImportPlan,
  type MatchedBy,
  type Outcome,
  type PlannedDevice,
  type PlannedRoom,
  type RejectCode,
  type Winner,
} from './types.ts';

/** What the list of the preview shows. */
export const LINE_FILTERS = [
  'all',
  'to-clear',
  'new',
  'changed',
  'same',
  'conflict',
  'rejected',
  'only-here',
] as const;
export type LineFilter = (typeof LINE_FILTERS)[number];

/** One row of the list, or one device that only the inventory has. */
export type PreviewLine = {
  /** `rowKey` of the row; the id of a device that is only here. */
  readonly key: string;
  readonly sheet: string;
  /** As Excel counts; 0 for a device that is only here. */
  readonly row: number;
  readonly outcome: Outcome | 'only-here';
  readonly winner: Winner | null;
  readonly isKept: boolean;
  readonly matchedBy: MatchedBy | null;
  /** The device or room in words; of a rejected row its cells. */
  readonly text: string;
  readonly categoryIds: readonly (CategoryId | null)[];
  readonly roomNumber: string | null;
  /** Old and new value of each field; a room by its number. */
  readonly changes: readonly FieldChange[];
  readonly rejected: RejectCode | null;
  readonly issues: readonly ImportIssue[];
};

const linesOfPlan = new WeakMap<ImportPlan, Map<LineFilter, readonly PreviewLine[]>>();

/** The lines that the filter shows, in the order of the list. Kept with the plan: the window asks for a few at a time. */
export const previewLines = (
  plan: ImportPlan,
  inventory: Inventory,
  filter: LineFilter,
): readonly PreviewLine[] => {
  const known = linesOfPlan.get(plan) ?? new Map<LineFilter, readonly PreviewLine[]>();
  linesOfPlan.set(plan, known);
  const cached = known.get(filter);
  if (cached !== undefined) return cached;
  const lines =
    filter === 'all'
      ? allLines(plan, inventory)
      : filter === 'only-here'
        ? onlyHereLines(plan, inventory)
        : previewLines(plan, inventory, 'all').filter((line) => isShown(line, filter, plan));
  known.set(filter, lines);
  return lines;
};

const isShown = (line: PreviewLine, filter: LineFilter, plan: ImportPlan): boolean =>
  filter === 'to-clear' ? toClear(plan).has(line.key) : line.outcome === filter;

const toClearKeys = new WeakMap<ImportPlan, ReadonlySet<string>>();
const toClear = (plan: ImportPlan): ReadonlySet<string> => {
  const keys =
    toClearKeys.get(plan) ?? new Set(plan.rows.filter((row) => row.toClear).map((row) => rowKey(row)));
  toClearKeys.set(plan, keys);
  return keys;
};

const groupBy = <Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string | null) => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null) continue;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [entry]);
    else list.push(entry);
  }
  return groups;
};

type RoomNames = (id: unknown) => string | null;

const roomNames = (plan: ImportPlan, inventory: Inventory): RoomNames => {
  const numbers = new Map<unknown, string>(inventory.rooms.map(({ id, roomNumber }) => [id, roomNumber]));
  for (const { room } of plan.rooms) numbers.set(room.id, room.roomNumber);
  return (id) => numbers.get(id) ?? null;
};

const allLines = (plan: ImportPlan, inventory: Inventory): readonly PreviewLine[] => {
  const nameOf = roomNames(plan, inventory);
  const devices = groupBy(plan.devices, ({ source }) => rowKey(source));
  const issues = groupBy(plan.issues, rowKey);
  const rooms = groupBy(plan.rooms, ({ source }) => (source === null ? null : rowKey(source)));
  const rejected = new Map(plan.rejected.map((entry) => [rowKey(entry), entry]));
  return plan.rows.map((row): PreviewLine => {
    const key = rowKey(row);
    const own = devices.get(key) ?? [];
    const refusal = rejected.get(key);
    const ownRooms = rooms.get(key) ?? [];
    return {
      key,
      sheet: row.sheet,
      row: row.row,
      outcome: row.outcome,
      winner: own.find(({ winner }) => winner !== null)?.winner ?? null,
      isKept: row.isKept,
      matchedBy: own.find(({ matchedBy }) => matchedBy !== null)?.matchedBy ?? null,
      text:
        refusal?.text ??
        [...own.map(({ device }) => deviceText(device)), ...ownRooms.map(roomText)].join(', '),
      categoryIds: [...new Set(own.map(({ device }) => device.categoryId))],
      roomNumber: nameOf(own[0]?.device.roomId) ?? ownRooms[0]?.room.roomNumber ?? null,
      changes: [...own, ...ownRooms].flatMap(({ changes }) => changes.map((change) => named(change, nameOf))),
      rejected: refusal?.code ?? null,
      issues: issues.get(key) ?? [],
    };
  });
};

const named = (change: FieldChange, nameOf: RoomNames): FieldChange =>
  change.field === 'roomId'
    ? { ...change, before: nameOf(change.before), after: nameOf(change.after) }
    : change;

const onlyHereLines = (plan: ImportPlan, inventory: Inventory): readonly PreviewLine[] => {
  const nameOf = roomNames(plan, inventory);
  return plan.onlyHere.map((device): PreviewLine => ({
    key: device.id,
    sheet: '',
    row: 0,
    outcome: 'only-here',
    winner: null,
    isKept: false,
    matchedBy: null,
    text: deviceText(device),
    categoryIds: [device.categoryId],
    roomNumber: nameOf(device.roomId),
    changes: [],
    rejected: null,
    issues: [],
  }));
};

const deviceText = ({ assetTag, name, manufacturer, model, serialNumber }: PlannedDevice['device']): string =>
  [assetTag, name, manufacturer, model === name ? null : model].filter(Boolean).join(' · ') ||
  (serialNumber ?? '');

const roomText = ({ room }: PlannedRoom): string => [room.roomNumber, room.name].filter(Boolean).join(' ');
