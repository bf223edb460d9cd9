import { groupBy } from '../../shared/group-by.ts';
import { findTable } from '../columns/find-table.ts';
import { enterSection, sectionOf, sectionText, type SectionPlace } from '../rooms/room-place.ts';
import type { SavedTable } from '../columns/saved-mapping.ts';
import {
  rowKey,
  type ImportIssue,
  type ImportMapping,
  type ImportPlan,
  type RawBook,
  type RawCell,
  type RejectCode,
  type RejectedRow,
  type TableMapping,
} from '../types.ts';
import { cellText } from '../words.ts';

/** Why a row is on the list: it was rejected, or a value in it was doubtful. */
export type MendReason =
  | { readonly kind: 'issue'; readonly column: string; readonly issue: ImportIssue }
  | { readonly kind: 'rejected'; readonly rejected: RejectedRow };

export type MendRow = {
  /** As Excel counts in the list it came from; null = only names the room of the rows below it. */
  readonly row: number | null;
  /** Of the one device or room that the row makes or changes, so that the mended row finds it again. */
  readonly id: string | null;
  readonly reasons: readonly MendReason[];
  /** As they stood there, by the columns of the sheet. */
  readonly cells: readonly RawCell[];
};

export type MendSheet = {
  readonly name: string;
  readonly kind: TableMapping['kind'];
  readonly headings: readonly string[];
  readonly rows: readonly MendRow[];
};

/** Rows to look at again, sheet by sheet, and every remark of the import. */
export type MendList = {
  readonly sheets: readonly MendSheet[];
  readonly notes: readonly MendReason[];
};

/** Headings of the columns that the list has besides those of the school; known to the reader. */
export type MendHeadings = {
  readonly deviceId: string;
  readonly roomId: string;
  readonly row: string;
  readonly reasons: string;
};

/** Nothing to mend: there is nothing in it, it only heads the list, or the user wants it left out. */
const NOTHING_TO_MEND: ReadonlySet<RejectCode> = new Set([
  'EMPTY_ROW',
  'REPEATED_HEAD',
  'ROOM_LINE',
  'OUTSIDE',
]);

/** Whether the room of the rows stands above them instead of in a column. */
const isSectioned = ({ layout }: Pick<TableMapping, 'layout'>): boolean =>
  layout === 'blocks' || layout === 'sheet-per-room';

/** The list of all that was rejected or is doubtful, with the original cells, to be mended and read again. */
export const mendListOf = (
  book: RawBook,
  mapping: ImportMapping,
  plan: ImportPlan,
  headings: MendHeadings,
): MendList => {
  const issues = groupBy(plan.issues, rowKey);
  const rejected = new Map(plan.rejected.map((entry) => [rowKey(entry), entry]));
  const devices = groupBy(plan.devices, ({ source }) => rowKey(source));
  const rooms = groupBy(plan.rooms, ({ source }) => (source === null ? null : rowKey(source)));
  const own: ReadonlySet<string> = new Set(Object.values(headings));

  const idOf = (key: string): string | null => {
    const [device, another] = devices.get(key) ?? [];
    if (device !== undefined)
      return another === undefined && device.action !== 'same' ? device.device.id : null;
    const [room] = rooms.get(key) ?? [];
    return room === undefined || room.action === 'same' ? null : room.room.id;
  };

  const sheetOf = (table: TableMapping): MendSheet | null => {
    const sheet = book.sheets.find(({ name }) => name === table.table.sheet);
    const found = sheet === undefined ? null : findTable(sheet, table.table.headRows);
    if (found === null) return null;
    const columns = found.table.columns.filter(({ header }) => !own.has(header));
    const rows: MendRow[] = [];
    let place: SectionPlace = { building: null, floor: null, room: table.roomText };
    let written: string | null = null;
    for (const raw of found.rows) {
      const key = rowKey({ sheet: found.table.sheet, row: raw.row });
      const section = table.layout === 'blocks' ? sectionOf(raw.cells.map(cellText)) : null;
      if (section !== null) place = enterSection(place, section);
      const room = sectionText(place);
      const refusal = rejected.get(key);
      const reasons: readonly MendReason[] = [
        ...(refusal === undefined || NOTHING_TO_MEND.has(refusal.code)
          ? []
          : [{ kind: 'rejected' as const, rejected: refusal }]),
        ...(issues.get(key) ?? [])
          .filter(({ severity }) => severity !== 'info')
          .map((issue) => ({ kind: 'issue' as const, column: columnOf(issue, table), issue })),
      ];
      if (reasons.length === 0) continue;
      if (isSectioned(table) && room !== null && room !== written) {
        // A line of its own, as the layout "blocks" has it.
        rows.push({ row: null, id: null, reasons: [], cells: [room] });
        written = room;
      }
      rows.push({
        row: raw.row,
        id: idOf(key),
        reasons,
        cells: columns.map(({ index }) => raw.cells[index] ?? null),
      });
    }
    return rows.length === 0
      ? null
      : { name: table.table.sheet, kind: table.kind, headings: columns.map(({ header }) => header), rows };
  };

  const tables = mapping.tables.filter(({ included }) => included);
  const tableOf = new Map(tables.map((table) => [table.table.sheet, table]));
  return {
    sheets: tables.flatMap((table) => sheetOf(table) ?? []),
    notes: [
      ...plan.rejected.map((entry) => ({ kind: 'rejected' as const, rejected: entry })),
      ...plan.issues.map((issue) => ({
        kind: 'issue' as const,
        column: columnOf(issue, tableOf.get(issue.sheet)),
        issue,
      })),
    ],
  };
};

/** The column that an issue speaks of; '' = the whole row. */
const columnOf = ({ column, field }: ImportIssue, table: TableMapping | undefined): string =>
  column !== '' || field === null
    ? column
    : (table?.columns.find((entry) => entry.field === field)?.header ?? '');

/** How to read the mended list: like the list it came from, with the columns that were put in front. */
export const mendedTableOf = (
  { kind, layout, columns }: TableMapping,
  headings: MendHeadings,
): SavedTable => {
  const own: ReadonlySet<string> = new Set(Object.values(headings));
  return {
    kind,
    layout: isSectioned({ layout }) ? 'blocks' : layout,
    included: true,
    columns: [
      { header: kind === 'rooms' ? headings.roomId : headings.deviceId, field: 'id', categoryId: null },
      { header: headings.row, field: 'ignore', categoryId: null },
      { header: headings.reasons, field: 'ignore', categoryId: null },
      ...columns
        .filter(({ header }) => !own.has(header))
        .map(({ header, field, categoryId }) => ({ header, field, categoryId })),
    ],
  };
};
