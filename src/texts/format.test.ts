import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDate,
  formatDifference,
  formatEuros,
  formatGap,
  formatNumber,
  formatPercent,
} from './format.ts';

describe('formatDate', () => {
  it('shows a date as exactly as it is known', () => {
    expect(formatDate('2026-11-16')).toBe('16.11.2026');
    expect(formatDate('2021-03')).toBe('03/2021');
    expect(formatDate('2019')).toBe('2019');
  });

  it('shows a dash for an unknown date', () => {
    expect(formatDate(null)).toBe('–');
  });

  it('keeps the first day of a year in every time zone', () => {
    expect(formatDate('2026-01-01')).toBe('01.01.2026');
  });
});

describe('formatNumber', () => {
  it('groups thousands and writes decimals with a comma', () => {
    expect(formatNumber(12740)).toBe('12.740');
    expect(formatNumber(5.43, 1)).toBe('5,4');
  });

  it('writes a true minus sign', () => {
    expect(formatNumber(-3)).toBe('\u22123');
  });
});

describe('formatEuros', () => {
  it('leaves out the cents of whole euros', () => {
    expect(formatEuros(2_635_600)).toBe('26.356\u00a0€');
  });

  it('writes both decimals where there are cents', () => {
    expect(formatEuros(174_050)).toBe('1.740,50\u00a0€');
  });
});

describe('formatPercent', () => {
  it('rounds to whole percent', () => {
    expect(formatPercent(0.8807)).toBe('88\u00a0%');
  });

  it('never says 100 % where something is missing', () => {
    expect(formatPercent(0.998)).toBe('99\u00a0%');
    expect(formatPercent(1)).toBe('100\u00a0%');
  });
});

describe('formatGap', () => {
  it('signs a gap and leaves zero bare', () => {
    expect(formatGap(4)).toBe('\u22124');
    expect(formatGap(0)).toBe('0');
    expect(formatGap(null)).toBe('–');
  });
});

describe('formatDifference', () => {
  it('signs growth and loss', () => {
    expect(formatDifference(2)).toBe('+2');
    expect(formatDifference(-3)).toBe('\u22123');
    expect(formatDifference(0)).toBe('0');
  });
});

describe('formatCount', () => {
  it('chooses the word by the number', () => {
    expect(formatCount(1, 'Gerät', 'Geräte')).toBe('1 Gerät');
    expect(formatCount(1200, 'Gerät', 'Geräte')).toBe('1.200 Geräte');
  });
});
