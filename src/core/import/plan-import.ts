import { changedFields } from './changed-fields.ts';
import type { Change } from '../history/change-set.ts';
import { emptyDevice, type Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { deviceId, type CategoryId, type DeviceId, type RoomTypeId } from '../shared/ids.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { classifier } from './category-words.ts';
import { columnHabits } from './column-habits.ts';
import { findTable } from './find-table.ts';
import { createMatcher } from './match.ts';
import { readRow, type RowRead } from './read-row.ts';
import { sectionRoomOf } from './reject-row.ts';
import { createRoomBook } from './room-book.ts';
import type {
  IdSource,
  ImportCounts,
  ImportIssue,
  ImportMapping,
  ImportPlan,
  PlannedDevice,
  RawBook,
  RejectedRow,
  RowOutcome,
  RowSource,
  TableMapping,
} from './types.ts';
import { cellText } from './words.ts';

export type ImportContext = {
  /** What is there now; nothing of it is changed. */
  readonly inventory: Inventory;
  readonly profile: TargetProfile;
  readonly ids: IdSource;
  /** Given to rooms whose type the list does not tell; null = they stay without. */
  readonly defaultRoomType: RoomTypeId | null;
  /** Category by the text of the kind, where a person has chosen it; wins over every guess. */
  readonly categoryChoices?: Readonly<Record<string, CategoryId>>;
};

/**
 * Everything that taking the list over would do: which devices and rooms would be new or changed, which rows are
 * rejected and why, and every value that was doubtful. Nothing is written. Each row that was read ends in exactly one
 * outcome, and no value is lost: what could not be understood stands in the note of its device and in the issues.
 */
export const planImport = (book: RawBook, mapping: ImportMapping, context: ImportContext): ImportPlan => {
  const classify = classifier(context.profile);
  const rooms = createRoomBook(context);
  const matcher = createMatcher(context.inventory.devices);
  const knownRooms = new Set<string>(context.inventory.rooms.map(({ id }) => id));
  const issues: ImportIssue[] = [];
  const rejected: RejectedRow[] = [];
  const devices: PlannedDevice[] = [];
  const rows: RowOutcome[] = [];

  const finishRow = (source: RowSource, outcome: RowOutcome['outcome'], firstIssue: number): void => {
    const toClear = issues.slice(firstIssue).some(({ severity }) => severity !== 'info');
    rows.push({ ...source, outcome, toClear });
  };

  /** Our own ids come back as they were; one that stands twice would make one device of two. */
  const newId = (wanted: string | null, source: RowSource): DeviceId => {
    if (wanted === null) return deviceId(context.ids.device());
    const holder = matcher.holderOfId(wanted);
    if (holder === null) return deviceId(wanted);
    const row = holder === 'inventory' ? null : holder;
    issues.push({
      ...source,
      column: '',
      field: 'id',
      value: wanted,
      code: 'DOUBLED_ID',
      severity: 'warning',
      params: { otherSheet: row?.sheet ?? null, otherRow: row?.row ?? null, inInventory: row === null },
    });
    return deviceId(context.ids.device());
  };

  const takeDevice = (read: RowRead, source: RowSource): PlannedDevice => {
    const match = matcher.find(read);
    const base = match === null ? emptyDevice(newId(read.id, source)) : match.device;
    // A category that is already there was chosen by a person or is as good a guess.
    const keepsCategory = base.categoryId !== null && read.categoryConfidence !== 1;
    const place = rooms.place(read, source, issues);
    const device: Device = {
      ...base,
      ...read.fields,
      ...(keepsCategory && { categoryId: base.categoryId }),
      ...(place !== undefined && { roomId: place }),
      note: joinNotes(base.note, read.note),
      extra: { ...base.extra, ...read.extra },
    };
    matcher.take(device, source, issues);
    const changes = match === null ? [] : changedFields(match.device, device);
    return {
      source,
      action: match === null ? 'new' : changes.length === 0 ? 'same' : 'changed',
      device: match !== null && changes.length === 0 ? match.device : device,
      before: match?.device ?? null,
      matchedBy: match?.by ?? null,
      changes,
      categoryConfidence: read.categoryConfidence,
      categoryText: read.categoryText,
    };
  };

  const readTable = (table: TableMapping): void => {
    const sheet = book.sheets.find(({ name }) => name === table.table.sheet);
    const found = sheet === undefined ? null : findTable(sheet);
    if (found === null) return;
    const habits = columnHabits(found.rows, table.columns);
    let sectionRoom: string | null = null;
    for (const row of found.rows) {
      const source: RowSource = { sheet: table.table.sheet, row: row.row };
      const firstIssue = issues.length;
      if (row.hidden)
        issues.push({
          ...source,
          column: '',
          field: null,
          value: '',
          code: 'HIDDEN_ROW',
          severity: 'info',
          params: {},
        });
      const result = readRow(row, table, {
        source,
        classify,
        categoryChoices: context.categoryChoices ?? {},
        issues,
        sectionRoom,
        habits,
      });
      if (!result.ok) {
        if (result.error.code === 'ROOM_LINE') sectionRoom = sectionRoomOf(row.cells.map(cellText), table);
        rejected.push({ ...source, ...result.error });
        issues.length = firstIssue;
        finishRow(source, 'rejected', firstIssue);
        continue;
      }
      if (table.kind === 'rooms') {
        finishRow(source, rooms.takeRow(result.value, source, issues), firstIssue);
        continue;
      }
      const [first] = result.value;
      if (first?.isRoomOnly === true) {
        const room = rooms.place(first, source, issues);
        finishRow(source, knownRooms.has(room ?? '') ? 'same' : 'new', firstIssue);
        continue;
      }
      // Several serial numbers in one cell are several devices of the same row.
      const planned = result.value.map((read) => takeDevice(read, source));
      devices.push(...planned);
      const outcome = planned.some(({ action }) => action === 'new')
        ? 'new'
        : planned.some(({ action }) => action === 'changed')
          ? 'changed'
          : 'same';
      finishRow(source, outcome, firstIssue);
    }
  };

  const included = mapping.tables.filter((table) => table.included);
  // Room lists first: devices then find their rooms.
  for (const table of included) if (table.kind === 'rooms') readTable(table);
  for (const table of included) if (table.kind === 'devices') readTable(table);
  const plannedRooms = rooms.planned();
  return {
    fileName: book.fileName,
    counts: countsOf(rows, devices, plannedRooms),
    columns: included.flatMap(({ table, columns }) =>
      columns.map((column) => ({ ...column, sheet: table.sheet })),
    ),
    rows,
    devices,
    rooms: plannedRooms,
    rejected,
    issues,
  };
};

const joinNotes = (before: string | null, added: string | null): string | null => {
  if (added === null || added === before) return before;
  if (before === null || added.includes(before)) return added;
  return before.includes(added) ? before : `${before}\n${added}`;
};

const countsOf = (
  rows: readonly RowOutcome[],
  devices: readonly PlannedDevice[],
  rooms: ImportPlan['rooms'],
): ImportCounts => {
  const rowsOf = (outcome: RowOutcome['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length;
  const of = (list: readonly { readonly action: string }[], action: string): number =>
    list.filter((entry) => entry.action === action).length;
  return {
    rowsRead: rows.length,
    newRows: rowsOf('new'),
    changedRows: rowsOf('changed'),
    sameRows: rowsOf('same'),
    rejectedRows: rowsOf('rejected'),
    toClearRows: rows.filter(({ toClear }) => toClear).length,
    newDevices: of(devices, 'new'),
    changedDevices: of(devices, 'changed'),
    sameDevices: of(devices, 'same'),
    newRooms: of(rooms, 'new'),
    changedRooms: of(rooms, 'changed'),
    sameRooms: of(rooms, 'same'),
  };
};

/** The changes that take the plan over, rooms before their devices. */
export const changesOfPlan = ({ rooms, devices }: ImportPlan): readonly Change[] => {
  const changes: Change[] = [];
  for (const { action, room, before } of rooms)
    if (action !== 'same') changes.push({ entity: 'room', id: room.id, before, after: room });
  // A device that two rows touch ends as the last one left it.
  for (const { action, device, before } of devices)
    if (action !== 'same') changes.push({ entity: 'device', id: device.id, before, after: device });
  return changes;
};
