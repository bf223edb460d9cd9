import { describe, expect, it } from 'vitest';
import { columnHabits, NO_HABIT, type ColumnHabit } from './column-habits.ts';
import type { ImportField, RawCell } from '../types.ts';

const habitOf = (field: ImportField | null, ...cells: readonly RawCell[]): ColumnHabit | undefined =>
  columnHabits(
    cells.map((cell, index) => ({ row: index + 2, cells: [cell], hidden: false })),
    [{ column: 0, header: 'Spalte', field, confidence: 1, reason: { code: 'heading' }, categoryId: null }],
  ).get(0);

describe('columnHabits', () => {
  it.each([
    [['3/4/2021', '13/10/2021'], 'day-month'],
    [['3/4/2021', '10/13/2021'], 'month-day'],
    [['13/10/2021', '10/13/2021'], 'mixed'],
    [['3/4/2021', '5.6.2020', 2019], null],
  ])('knows the order of day and month in %j', (cells, order) => {
    expect(habitOf('purchasedOn', ...cells)?.order).toBe(order);
  });
  it('knows a column full of days without signs', () => {
    expect(habitOf('purchasedOn', '20210304', 20200101, '20191224')?.isCompact).toBe(true);
    expect(habitOf('purchasedOn', '20210304', '5.6.2020', '2019')?.isCompact).toBe(false);
  });
  it.each([
    [['1.234', '49,90 €'], 'comma'],
    [['1.234', '450,-'], 'comma'],
    [['1.234', '1,234.56'], 'point'],
    [['1.234', '49.90'], 'point'],
    [['49,90', '49.90'], 'mixed'],
    [['1.234', '14.9.2018', 12.5, 450], null],
  ])('knows the sign before the cents in %j', (cells, decimals) => {
    expect(habitOf('purchasePriceCents', ...cells)?.decimals).toBe(decimals);
  });
  it('proves nothing by an empty column, and asks no other columns', () => {
    expect(habitOf('purchasePriceCents', null, 'x', '-')).toEqual(NO_HABIT);
    expect(habitOf('name', '13/10/2021')).toBeUndefined();
  });
});
