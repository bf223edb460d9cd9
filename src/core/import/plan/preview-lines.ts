import { groupBy } from '../../shared/group-by.ts';
import { isSameValue } from '../../history/same-value.ts';
import type { Device } from '../../inventory/device.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { Room } from '../../inventory/room.ts';
import type { CategoryId } from '../../shared/ids.ts';
import {
  rowKey,
  type FieldChange,
  type ImportIssue,
  type ImportPlan,
  type MatchedBy,
  type Outcome,
  type PlannedRoom,
  type RejectCode,
  type Winner,
} from '../types.ts';

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
  readonly assetTag: string | null;
  /** The device or room in words, without its inventory number; of a rejected row its cells. */
  readonly text: string;
  readonly categoryIds: readonly (CategoryId | null)[];
  readonly roomNumber: string | null;
  /** Old and new value of each field, the parts of a defect and each extra field for itself; a room by its number. */
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
      assetTag: own[0]?.device.assetTag ?? null,
      text:
        refusal?.text ??
        [
          ...new Set([
            ...own.map(({ device, categoryText }) => deviceText(device, categoryText)),
            ...ownRooms.map(roomText),
          ]),
        ].join(', '),
      categoryIds: [...new Set(own.map(({ device }) => device.categoryId))],
      roomNumber: nameOf(own[0]?.device.roomId) ?? ownRooms[0]?.room.roomNumber ?? null,
      changes: [...own, ...ownRooms].flatMap(({ changes }) =>
        changes.flatMap((change) => partsOf(change, nameOf)),
      ),
      rejected: refusal?.code ?? null,
      issues: issues.get(key) ?? [],
    };
  });
};

type Parts = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Parts => typeof value === 'object' && value !== null;
const partOf = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : null;

/** `defect` by its parts under the names of their columns, `extra` by its headings, a room by its number. */
const partsOf = (change: FieldChange, nameOf: RoomNames): readonly FieldChange[] => {
  const { field, before, after } = change;
  if (field === 'roomId') return [{ field: 'roomNumber', before: nameOf(before), after: nameOf(after) }];
  if (field !== 'extra' && field !== 'defect') return [change];
  const keys = new Set([before, after].flatMap((value) => (isRecord(value) ? Object.keys(value) : [])));
  return [...keys]
    .map((key) => ({
      field: field === 'extra' ? extraField(key) : `defect${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      before: partOf(before, key),
      after: partOf(after, key),
    }))
    .filter((part) => part.before !== part.after);
};

const EXTRA = 'extra:';
const extraField = (heading: string): string => `${EXTRA}${heading}`;
/** The heading of a column that fits no field; null = a field of ours. */
export const extraHeading = (field: string): string | null =>
  field.startsWith(EXTRA) ? field.slice(EXTRA.length) : null;

/** One device or room that a row means: every field that is or was filled. */
export type DetailEntry = {
  readonly kind: 'device' | 'room';
  readonly action: 'new' | 'changed' | 'same';
  readonly title: string;
  /** Where both are the same, the list says nothing new. */
  readonly fields: readonly FieldChange[];
};

/** What a panel beside the list shows of one row; empty for a rejected one. */
export const lineDetail = (plan: ImportPlan, inventory: Inventory, key: string): readonly DetailEntry[] => {
  const nameOf = roomNames(plan, inventory);
  const entry = (
    kind: DetailEntry['kind'],
    action: DetailEntry['action'],
    before: Device | Room | null,
    after: Device | Room,
    title: string,
  ): DetailEntry => ({ kind, action, title, fields: allFields(before, after, nameOf) });
  const here = plan.onlyHere.find(({ id }) => id === key);
  if (here !== undefined) return [entry('device', 'same', here, here, deviceText(here))];
  return [
    ...plan.devices
      .filter(({ source }) => rowKey(source) === key)
      .map(({ action, before, device, changes, categoryText }) =>
        // Where the inventory wins, the panel still shows what the list says.
        entry('device', action, before, withChanges(device, changes), deviceText(device, categoryText)),
      ),
    ...plan.rooms
      .filter(({ source }) => source !== null && rowKey(source) === key)
      .map((planned) => entry('room', planned.action, planned.before, planned.room, roomText(planned))),
  ];
};

const withChanges = (device: Device, changes: readonly FieldChange[]): Device => ({
  ...device,
  ...Object.fromEntries(changes.map(({ field, after }) => [field, after])),
});

const allFields = (
  before: Device | Room | null,
  after: Device | Room,
  nameOf: RoomNames,
): readonly FieldChange[] => {
  const old: Parts = before === null ? {} : { ...before };
  return Object.entries(after)
    .filter(([field]) => field !== 'id')
    .flatMap(([field, value]) => {
      const change = { field, before: old[field] ?? null, after: value };
      return isRecord(value) && !Array.isArray(value)
        ? everyPart(change, nameOf)
        : isSameValue(change.before, value)
          ? [field === 'roomId' ? sameRoom(change, nameOf) : change]
          : partsOf(change, nameOf);
    })
    .filter((change) => isFilled(change.before) || isFilled(change.after));
};

const sameRoom = (change: FieldChange, nameOf: RoomNames): FieldChange => ({
  field: 'roomNumber',
  before: nameOf(change.before),
  after: nameOf(change.after),
});

/** Of a defect or of the extra fields also what stays. */
const everyPart = ({ field, before, after }: FieldChange, nameOf: RoomNames): readonly FieldChange[] => {
  const all = partsOf({ field, before: null, after }, nameOf);
  const old = partsOf({ field, before, after: null }, nameOf);
  const names = [...new Set([...old, ...all].map((part) => part.field))];
  return names.map((name) => ({
    field: name,
    before: old.find((part) => part.field === name)?.before ?? null,
    after: all.find((part) => part.field === name)?.after ?? null,
  }));
};

const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

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
    assetTag: device.assetTag,
    text: deviceText(device),
    categoryIds: [device.categoryId],
    roomNumber: nameOf(device.roomId),
    changes: [],
    rejected: null,
    issues: [],
  }));
};

/** What it is called; without any name its kind as the list has it, else a number. */
const deviceText = (
  { name, manufacturer, model, serialNumber, assetTag }: Device,
  categoryText: string | null = null,
): string =>
  [name, manufacturer, model === name ? null : model].filter(Boolean).join(' · ') ||
  (categoryText ?? serialNumber ?? assetTag ?? '');

const roomText = ({ room }: PlannedRoom): string => [room.roomNumber, room.name].filter(Boolean).join(' ');
