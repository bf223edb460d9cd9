import { describe, expect, it } from 'vitest';
import type { Budget } from './plan-settings.ts';
import { defaultBudget, nextYear, parseAmount, withAmount, withoutYear, withYear } from './budget-edits.ts';

const BUDGET: Budget = {
  years: [
    { year: 2027, amountCents: 2_000_000 },
    { year: 2029, amountCents: null },
  ],
  repairsFirst: true,
  carriesOver: false,
};
const STAGES = [
  { stage: 1, name: 'A', dueYear: 2028 },
  { stage: 2, name: 'B', dueYear: 2027 },
  { stage: 3, name: 'C', dueYear: 2028 },
];

describe('parseAmount', () => {
  it.each([
    ['', null],
    ['20.000', 2_000_000],
    ['20.000 €', 2_000_000],
    ['1740,50', 174_050],
    ['0', 0],
  ])('reads „%s“', (text, value) => {
    expect(parseAmount(text)).toEqual({ ok: true, value });
  });

  it.each(['viel', '-5', '1,234,5', '2.000.000.000'])('names what is wrong with „%s“', (text) => {
    expect(parseAmount(text).ok).toBe(false);
  });
});

describe('years of a budget', () => {
  it('offers each due year once, in order', () => {
    expect(defaultBudget(STAGES).years.map(({ year }) => year)).toEqual([2027, 2028]);
    expect(nextYear(BUDGET, STAGES)).toBe(2030);
    expect(nextYear({ ...BUDGET, years: [] }, STAGES)).toBe(2027);
    expect(nextYear({ ...BUDGET, years: [] }, [])).toBeNull();
  });

  it('puts a year where it belongs, and refuses what is none or is there', () => {
    const more = withYear(BUDGET, ' 2028 ');
    expect(more.ok && more.value.years.map(({ year }) => year)).toEqual([2027, 2028, 2029]);
    for (const text of ['2027', '28', 'bald', '1999', '2101']) expect(withYear(BUDGET, text).ok).toBe(false);
  });

  it('changes and removes one year only', () => {
    expect(withAmount(BUDGET, 2029, 500).years).toEqual([
      { year: 2027, amountCents: 2_000_000 },
      { year: 2029, amountCents: 500 },
    ]);
    expect(withoutYear(BUDGET, 2027).years).toEqual([{ year: 2029, amountCents: null }]);
  });
});
