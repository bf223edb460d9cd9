import { savedTableFor, type SavedTable } from '#core/import/columns/saved-mapping.ts';
import type { ColumnMapping, ImportField, ImportMapping, TableMapping } from '#core/import/types.ts';

/** From here on a proposal needs no second look. */
export const SURE = 0.85;

/** Several columns may be left out, kept as extra fields or count something; any other field has one column. */
const isShared = (field: ImportField | null): boolean =>
  field === null || field === 'ignore' || field === 'count';

export const changeTable = (
  { tables }: ImportMapping,
  sheet: string,
  change: (table: TableMapping) => TableMapping,
): ImportMapping => ({
  tables: tables.map((table) => (table.table.sheet === sheet ? change(table) : table)),
});

/**
 * The column that had the field before becomes an extra field. A column with the rooms means that they stand neither
 * between the rows nor above them.
 */
export const chooseField = (
  table: TableMapping,
  column: number,
  field: ImportField | null,
  categoryId: string | null = null,
): TableMapping => ({
  ...table,
  ...(field === 'roomNumber' &&
    (table.layout === 'blocks' || table.layout === 'sheet-per-room') && {
      layout: 'row-per-device',
      roomText: null,
    }),
  columns: table.columns.map((entry): ColumnMapping => {
    if (entry.column === column)
      return { ...entry, field, categoryId, confidence: 1, reason: { code: 'chosen' } };
    return !isShared(field) && entry.field === field
      ? { ...entry, field: null, confidence: 0, reason: { code: 'no-match' } }
      : entry;
  }),
});

/** Wants a look: only guessed, or nothing fits although something stands in it. */
export const isToCheck = ({ field, confidence, reason }: ColumnMapping): boolean =>
  field === null
    ? reason.code === 'no-match' || reason.code === 'taken'
    : field !== 'ignore' && confidence < SURE;

/** Blocks with a room line above their devices, and sheets whose title names a room, need no column for it. */
export const namesRoom = ({ layout, columns }: TableMapping): boolean =>
  layout === 'blocks' || layout === 'sheet-per-room' || columns.some(({ field }) => field === 'roomNumber');

export const isRemembered = ({ columns }: TableMapping): boolean =>
  columns.some(({ reason }) => reason.code === 'remembered');

/** Remembered tables with these on top; of two with the same headings the newer one stays. */
export const rememberTables = <Entry extends { readonly table: SavedTable }>(
  older: readonly Entry[],
  newer: readonly Entry[],
  most: number,
): readonly Entry[] => {
  const renewed = newer.map(({ table }) => table);
  const kept = older.filter(
    ({ table }) =>
      savedTableFor(
        renewed,
        table.columns.map(({ header }) => header),
      ) === null,
  );
  return [...kept, ...newer].slice(-most);
};

/** `A`, `Z`, `AA`. */
export const columnLetter = (index: number): string =>
  (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
