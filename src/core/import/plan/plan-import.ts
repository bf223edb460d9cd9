import type { Change } from '../../history/change-set.ts';
import { emptyDevice, type Device } from '../../inventory/device.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { deviceId, type DeviceId } from '../../shared/ids.ts';
import type { TargetProfile } from '../../targets/target-profile.ts';
import { classifier } from '../dictionary/category-words.ts';
import { changedFields } from './changed-fields.ts';
import { columnHabits, type ColumnHabits } from '../columns/column-habits.ts';
import { findTable } from '../columns/find-table.ts';
import { bucketOf, createMatcher } from './match.ts';
import { OUTSIDE_CATEGORY } from '../dictionary/own-categories.ts';
import { emptiedFields } from '../rows/own-list.ts';
import type { ImportChoices } from './plan-choices.ts';
import {
  aboutRow,
  merged,
  outcomeOf,
  reportConflict,
  winnerOf,
  type Draft,
  type RowWork,
} from './plan-row.ts';
import { countsOf, hiddenColumns, newCategoriesOf, sheetsLeftOut, similarRoomIssue } from './plan-totals.ts';
import { roomsAbove, sectionLine, withinSection } from '../rows/row-place.ts';
import { readRow } from '../rows/read-row.ts';
import { createRoomBook } from '../rooms/room-book.ts';
import { enterSection, sectionText, type SectionPlace } from '../rooms/room-place.ts';
import type {
  FieldChange,
  IdSource,
  ImportIssue,
  ImportMapping,
  ImportPlan,
  PlannedDevice,
  RawBook,
  RawRow,
  RowSource,
  TableMapping,
} from '../types.ts';
import { cellText } from '../words.ts';

export type ImportContext = ImportChoices & {
  /** What is there now; nothing of it is changed. */
  readonly inventory: Inventory;
  readonly profile: TargetProfile;
  readonly ids: IdSource;
  /** Told after each of many rows. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** Rows between two messages about progress. */
const PROGRESS_STEP = 1000;

/**
 * Everything that taking the list over would do: which devices and rooms would be new or changed, which rows are
 * rejected and why, and every value that was doubtful. Nothing is written. Each row that was read ends in exactly one
 * outcome, and no value is lost: what could not be understood stands in the note of its device and in the issues.
 */
export const planImport = (book: RawBook, mapping: ImportMapping, context: ImportContext): ImportPlan => {
  const { inventory, profile, ids } = context;
  const classify = classifier(profile);
  const rooms = createRoomBook(context);
  const matcher = createMatcher(inventory.devices);
  const knownRooms = new Set<string>(inventory.rooms.map(({ id }) => id));
  const included = mapping.tables.filter((table) => table.included);
  // Room lists first: devices then find their rooms.
  const tables = [...included].sort((a, b) => Number(a.kind === 'devices') - Number(b.kind === 'devices'));
  const total = tables.reduce((sum, { table }) => sum + table.rowCount, 0);
  const works: RowWork[] = [];

  const readWork = (
    row: RawRow,
    table: TableMapping,
    section: SectionPlace,
    habits: ColumnHabits,
  ): RowWork => {
    const source: RowSource = { sheet: table.table.sheet, row: row.row };
    const issues: ImportIssue[] = [];
    const base = { source, issues, rejected: null, room: null, drafts: [] } as const;
    if (row.hidden) issues.push({ ...aboutRow(source), code: 'HIDDEN_ROW', severity: 'info' });
    const result = readRow(row, table, {
      source,
      classify,
      categoryChoices: context.categoryChoices ?? {},
      issues,
      sectionRoom: sectionText(section),
      habits,
    });
    if (!result.ok) return { ...base, issues: [], rejected: { ...source, ...result.error } };
    const reads = result.value.map((read) => withinSection(read, section));
    if (table.kind === 'rooms') return { ...base, room: rooms.takeRow(reads, source, issues) };
    if (reads[0]?.isRoomOnly === true) {
      const id = rooms.place(reads[0], source, issues);
      return { ...base, room: knownRooms.has(id ?? '') ? 'same' : 'new' };
    }
    if (context.outside === 'skip' && reads.every(({ fields }) => fields.categoryId === OUTSIDE_CATEGORY))
      return { ...base, issues: [], rejected: { ...source, code: 'OUTSIDE', text: rowText(row) } };
    const emptied = table.isOwn ? emptiedFields(row, table) : {};
    const drafts = reads.map((read): Draft => {
      const place = rooms.place(read, source, issues) ?? ('roomId' in emptied ? null : undefined);
      return { read, table, place, emptied, match: null, planned: null };
    });
    return { ...base, drafts };
  };

  const placeLine = ({ row }: RawRow, { table }: TableMapping, text: string): RowWork => ({
    source: { sheet: table.sheet, row },
    issues: [],
    rejected: { sheet: table.sheet, row, code: 'ROOM_LINE', text },
    room: null,
    drafts: [],
  });

  const readTable = (table: TableMapping): void => {
    const sheet = book.sheets.find(({ name }) => name === table.table.sheet);
    const found = sheet === undefined ? null : findTable(sheet, table.table.headRows);
    if (found === null) return;
    const habits = columnHabits(found.rows, table.columns);
    const fillDown = table.layout === 'row-per-device' ? roomsAbove(found.rows, table) : null;
    let section: SectionPlace = { building: null, floor: null, room: table.roomText };
    for (const row of found.rows) {
      const line = table.kind === 'devices' ? sectionLine(row, table) : null;
      if (line !== null) section = enterSection(section, line);
      if (fillDown !== null) section = { ...section, room: fillDown.get(row.row) ?? null };
      works.push(line === null ? readWork(row, table, section, habits) : placeLine(row, table, line.text));
      if (works.length % PROGRESS_STEP === 0) context.onProgress?.(works.length, total);
    }
  };

  const changesIf =
    (draft: Draft) =>
    (device: Device): readonly FieldChange[] =>
      changedFields(device, merged(device, draft));

  /** First by numbers, then rows without any that are there just so, then those that changed in their room. */
  const matchAll = (): void => {
    const drafts = works.flatMap((work) => work.drafts);
    // Nothing can be found in an empty inventory.
    if (inventory.devices.length === 0) return;
    const nameless: Draft[] = [];
    for (const draft of drafts)
      if (matcher.isNameless(draft.read)) nameless.push(draft);
      else draft.match = matcher.find(draft.read, changesIf(draft));
    const byContent = (find: (bucket: string, draft: Draft) => Device | null): void => {
      for (const draft of nameless) {
        const device = draft.match === null ? find(bucketOf(draft.read.fields), draft) : null;
        if (device !== null) draft.match = { kind: 'match', device, by: 'content' };
      }
    };
    byContent((bucket, draft) => matcher.findSame(bucket, changesIf(draft)));
    byContent((bucket, { place }) => matcher.findAlike(bucket, place ?? null));
  };

  /** Our own ids come back as they were; one that stands twice would make one device of two. */
  const newId = (wanted: string | null, { source, issues }: RowWork): DeviceId => {
    if (wanted === null) return deviceId(ids.device(source));
    const holder = matcher.holderOfId(wanted);
    if (holder === null) return deviceId(wanted);
    const row = holder === 'inventory' ? null : holder;
    issues.push({
      ...aboutRow(source),
      field: 'id',
      value: wanted,
      code: 'DOUBLED_ID',
      severity: 'warning',
      params: { otherSheet: row?.sheet ?? null, otherRow: row?.row ?? null, inInventory: row === null },
    });
    return deviceId(ids.device(source));
  };

  const planDraft = (draft: Draft, work: RowWork): PlannedDevice => {
    const { read } = draft;
    const match = draft.match ?? { kind: 'none' };
    const winner = match.kind === 'none' ? 'new' : winnerOf(match, work.source, context);
    if (match.kind === 'conflict') reportConflict(match, work, winner);
    const before = match.kind === 'none' || winner === 'new' ? null : match.device;
    if (match.kind === 'conflict' && before !== null) matcher.claim(before);
    const changes = before === null ? [] : changesIf(draft)(before);
    const device =
      before === null
        ? merged(emptyDevice(newId(read.id, work)), draft)
        : changes.length === 0 || winner === 'inventory'
          ? before
          : merged(before, draft);
    matcher.take(device, work.source, work.issues);
    return {
      source: work.source,
      action: before === null ? 'new' : device === before ? 'same' : 'changed',
      device,
      before,
      matchedBy: match.kind === 'none' ? null : match.by,
      changes,
      winner: match.kind === 'conflict' || changes.length > 0 ? winner : null,
      categoryConfidence: read.categoryConfidence,
      categoryText: read.categoryText,
    };
  };

  for (const table of tables) readTable(table);
  matchAll();
  for (const work of works) for (const draft of work.drafts) draft.planned = planDraft(draft, work);

  const devices = works.flatMap(({ drafts }) => drafts.flatMap(({ planned }) => planned ?? []));
  const rows = works.map((work) => outcomeOf(work, context));
  const plannedRooms = rooms.planned();
  const similarRooms = rooms.similar();
  return {
    fileName: book.fileName,
    counts: countsOf(rows, devices, plannedRooms),
    columns: included.flatMap(({ table, columns }) =>
      columns.map((column) => ({ ...column, sheet: table.sheet })),
    ),
    rows,
    devices,
    rooms: plannedRooms,
    rejected: works.flatMap(({ rejected }) => rejected ?? []),
    issues: [
      ...sheetsLeftOut(book, included),
      ...hiddenColumns(book, included),
      ...works.flatMap(({ issues }) => issues),
      ...similarRooms.filter(({ isAgreed }) => !isAgreed).map(similarRoomIssue),
    ],
    newCategories: newCategoriesOf(devices, profile),
    similarRooms,
    onlyHere: inventory.devices.filter(
      (device) => device.status !== 'decommissioned' && !matcher.isUsed(device),
    ),
  };
};

const rowText = ({ cells }: RawRow): string => cells.map(cellText).filter(Boolean).join(' | ');

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
