import type { DeviceCategory, TargetProfile } from '../../targets/target-profile.ts';
import { ownCategory } from '../dictionary/own-categories.ts';
import { aboutRow } from './plan-row.ts';
import type {
  ImportCounts,
  ImportIssue,
  ImportPlan,
  Outcome,
  PlannedDevice,
  RawBook,
  RowOutcome,
  SimilarRooms,
  TableMapping,
} from '../types.ts';

/** A sheet with rows that is not read is told: what stands there does not come in. */
export const sheetsLeftOut = (book: RawBook, tables: readonly TableMapping[]): readonly ImportIssue[] => {
  const read = new Set(tables.map(({ table }) => table.sheet));
  if (tables.some(({ isOwn }) => isOwn)) return [];
  return book.sheets
    .filter(({ name, rows }) => rows.length > 1 && !read.has(name))
    .map(({ name, rows }): ImportIssue => ({
      ...aboutRow({ sheet: name, row: rows[0]?.row ?? 1 }),
      code: 'SHEET_LEFT_OUT',
      severity: 'info',
      params: { rows: rows.length },
    }));
};

/** Columns that the list hides are read like all others, and that is said once. */
export const hiddenColumns = (book: RawBook, tables: readonly TableMapping[]): readonly ImportIssue[] =>
  tables
    .filter(({ isOwn }) => !isOwn)
    .flatMap(({ table, columns }) => {
      const hidden = new Set(book.sheets.find(({ name }) => name === table.sheet)?.hiddenColumns ?? []);
      return columns
        .filter(({ column }) => hidden.has(column))
        .map(({ header, field }): ImportIssue => ({
          ...aboutRow({ sheet: table.sheet, row: table.headRows.last }),
          column: header,
          field,
          code: 'HIDDEN_COLUMN',
          severity: 'info',
        }));
    });

export const similarRoomIssue = ({ source, numbers }: SimilarRooms): ImportIssue => ({
  ...aboutRow(source),
  field: 'roomNumber',
  value: numbers.join(', '),
  code: 'SIMILAR_ROOM',
  severity: 'info',
});

export const newCategoriesOf = (
  devices: readonly PlannedDevice[],
  profile: TargetProfile,
): readonly DeviceCategory[] => {
  const known = new Set(profile.categories.map(({ id }) => id));
  const wanted = new Set(
    devices.flatMap(({ device, action }) => (action === 'same' ? [] : (device.categoryId ?? []))),
  );
  return [...wanted].filter((id) => !known.has(id)).flatMap((id) => ownCategory(id) ?? []);
};

export const countsOf = (
  rows: readonly RowOutcome[],
  devices: readonly PlannedDevice[],
  rooms: ImportPlan['rooms'],
): ImportCounts => {
  const rowsOf = (outcome: Outcome): number => rows.filter((row) => row.outcome === outcome).length;
  const of = (list: readonly { readonly action: string }[], action: string): number =>
    list.filter((entry) => entry.action === action).length;
  return {
    rowsRead: rows.length,
    newRows: rowsOf('new'),
    changedRows: rowsOf('changed'),
    sameRows: rowsOf('same'),
    conflictRows: rowsOf('conflict'),
    rejectedRows: rowsOf('rejected'),
    keptRows: rows.filter(({ isKept }) => isKept).length,
    toClearRows: rows.filter(({ toClear }) => toClear).length,
    newDevices: of(devices, 'new'),
    changedDevices: of(devices, 'changed'),
    sameDevices: of(devices, 'same'),
    newRooms: of(rooms, 'new'),
    changedRooms: of(rooms, 'changed'),
    sameRooms: of(rooms, 'same'),
  };
};
