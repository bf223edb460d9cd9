import { describe, expect, it } from 'vitest';
import { cellText, isGapCell } from './cell-text.ts';

describe('cellText', () => {
  it.each([
    [null, 'integer', ''],
    ['2026-08-01', 'date', '01.08.2026'],
    [174050, 'money', '1.740,50 €'],
    [0.88, 'percent', '88 %'],
    [2027, 'year', '2027'],
    [1234, 'of', 'von 1.234'],
    [{ value: 0.5, as: 'percent' }, 'integer', '50 %'],
    [{ state: 'not-computable' }, 'integer', '?'],
    [{ state: 'met', gap: 0, scored: true }, 'state', '✓'],
    [{ state: 'partial', gap: 2, scored: true }, 'state', '◐ −2'],
    [{ state: 'missing', gap: 1, scored: true }, 'state', '−1'],
    [{ state: 'exempt' }, 'state', 'Ausn.'],
  ] as const)('shows %j as %s', (value, kind, text) => {
    expect(cellText(value, kind).replace(/\u00a0/g, ' ')).toBe(text);
  });
});

describe('isGapCell', () => {
  it('marks what is missing where it is scored', () => {
    expect(isGapCell({ state: 'missing', gap: 1, scored: true })).toBe(true);
    expect(isGapCell({ state: 'missing', gap: 1, scored: false })).toBe(false);
    expect(isGapCell(3)).toBe(false);
  });
});
