import { describe, expect, it } from 'vitest';
import { breaksBehind, scaleFor } from './page-breaks.ts';

describe('scaleFor', () => {
  it('fits the wider and the taller, never enlarges, and stays readable', () => {
    expect(scaleFor(400, 200)).toBe(100);
    expect(scaleFor(1000, 200)).toBe(Math.floor((98.5 * 784) / 1000));
    expect(scaleFor(400, 700)).toBe(Math.floor((98.5 * 508) / 700));
    expect(scaleFor(5000, 200)).toBe(55);
  });
});

describe('breaksBehind', () => {
  it('puts as many bands on a sheet of paper as fit', () => {
    expect(breaksBehind([200, 200, 200, 200], 100)).toEqual([1]);
    expect(breaksBehind([200, 200, 200, 200], 50)).toEqual([]);
    expect(breaksBehind([400, 400, 400], 100)).toEqual([0, 1]);
  });
  it('leaves no sheet empty where one band is taller than the paper', () => {
    expect(breaksBehind([900, 100], 100)).toEqual([0]);
    expect(breaksBehind([], 100)).toEqual([]);
  });
});
