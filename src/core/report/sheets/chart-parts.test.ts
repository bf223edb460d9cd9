import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeAxis } from './chart-parts.ts';

describe('wholeAxis', () => {
  it.each([
    [0, 1, 1],
    [1, 1, 1],
    [5, 5, 1],
    [6, 6, 2],
    [11, 15, 5],
    [26, 30, 10],
    [1234, 1500, 500],
  ])('holds %i with an end of %i in steps of %i', (most, max, step) => {
    expect(wholeAxis(most)).toEqual({ max, step });
  });

  it('has at most five whole steps, the last one no longer than needed', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (most) => {
        const { max, step } = wholeAxis(most);
        expect(max % step).toBe(0);
        expect(max / step).toBeLessThanOrEqual(5);
        expect(max).toBeGreaterThanOrEqual(most);
        expect(max - step).toBeLessThan(Math.max(1, most));
      }),
    );
  });
});
