import { describe, expect, it } from 'vitest';
import type { ColumnMapping, ImportField, TableMapping } from '#core/import/types.ts';
import { chooseField, columnLetter, isToCheck, rememberTables } from './mapping-actions.ts';

const column = (index: number, field: ImportField | null, confidence = 0.9): ColumnMapping => ({
  column: index,
  header: `Spalte ${index}`,
  field,
  confidence,
  reason: { code: field === null ? 'no-match' : 'heading' },
  categoryId: null,
});
const aTable = (columns: readonly ColumnMapping[], layout: TableMapping['layout']): TableMapping => ({
  table: {
    sheet: 'Liste',
    headRows: { first: 1, last: 1 },
    firstRow: 2,
    lastRow: 9,
    columns: [],
    rowCount: 8,
    titleLines: [],
  },
  kind: 'devices',
  layout,
  included: true,
  columns,
  roomText: layout === 'sheet-per-room' ? 'Raum 101' : null,
  isOwn: false,
});
const fields = ({ columns }: TableMapping) => columns.map(({ field }) => field);

describe('chooseField', () => {
  it('gives a field to one column only', () => {
    const table = aTable([column(0, 'name'), column(1, null)], 'row-per-device');
    expect(fields(chooseField(table, 1, 'name'))).toEqual([null, 'name']);
  });

  it('leaves out as many columns as the user likes', () => {
    const table = aTable([column(0, 'ignore'), column(1, null)], 'row-per-device');
    expect(fields(chooseField(table, 1, 'ignore'))).toEqual(['ignore', 'ignore']);
  });

  it('takes rooms from their column instead of from the title', () => {
    const table = aTable([column(0, null)], 'sheet-per-room');
    expect(chooseField(table, 0, 'roomNumber')).toMatchObject({ layout: 'row-per-device', roomText: null });
  });
});

describe('isToCheck', () => {
  it('wants a look at guesses and at columns that fit nothing, not at what was left out', () => {
    expect([column(0, 'name', 0.9), column(1, 'name', 0.7), column(2, null)].map(isToCheck)).toEqual([
      false,
      true,
      true,
    ]);
    expect(isToCheck(column(3, 'ignore', 0))).toBe(false);
  });
});

describe('rememberTables', () => {
  const entry = (name: string, header: string) => ({
    name,
    table: {
      kind: 'devices' as const,
      layout: 'row-per-device' as const,
      included: true,
      columns: [{ header, field: null, categoryId: null }],
    },
  });

  it('replaces the older of two with the same headings, and forgets the oldest', () => {
    const kept = rememberTables([entry('a', 'A'), entry('b', 'B')], [entry('c', 'A'), entry('d', 'D')], 2);
    expect(kept.map(({ name }) => name)).toEqual(['c', 'd']);
  });
});

describe('columnLetter', () => {
  it('counts like Excel', () => {
    expect([0, 25, 26, 51, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA']);
  });
});
