import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { nextEntryRow, periodStart, rowsByDay } from './history-rows.ts';

const entry = (seq: number, at: string): HistoryEntry => ({
  header: { seq, at, label: { code: 'device-changed', params: {} }, action: { kind: 'do' } },
  changeCount: 1,
  kinds: new Set(),
  counts: {},
  names: [],
  fields: [],
  text: '',
  deletions: [],
});
const local = (day: number, hour: number): string => new Date(2026, 10, day, hour, 30).toISOString();

describe('rowsByDay', () => {
  it('puts a line above each day of the place where the user sits', () => {
    const rows = rowsByDay([
      entry(4, local(16, 23)),
      entry(3, local(16, 0)),
      entry(2, local(15, 23)),
      entry(1, local(15, 23)),
    ]);
    expect(rows.map((row) => (row.kind === 'day' ? 'day' : row.entry.header.seq))).toEqual([
      'day',
      4,
      3,
      'day',
      2,
      1,
    ]);
    expect(nextEntryRow(rows, 0, 1)).toBe(1);
    expect(nextEntryRow(rows, 3, -1)).toBe(2);
    expect(nextEntryRow(rows, 0, -1)).toBeNull();
  });
});

describe('periodStart', () => {
  it('begins at midnight, at the last report, or never', () => {
    const now = new Date(2026, 10, 16, 10, 42);
    expect(periodStart('today', null, now)).toBe(new Date(2026, 10, 16).toISOString());
    expect(periodStart('month', null, now)).toBe(new Date(2026, 9, 17).toISOString());
    expect(periodStart('report', '2026-05-15T10:10:00.000Z', now)).toBe('2026-05-15T10:10:00.000Z');
    expect(periodStart('all', null, now)).toBeNull();
  });
});
