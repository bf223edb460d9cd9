/** Chance that repeats itself: the same seed always gives the same school. */
export type SeededRandom = {
  /** A whole number, both ends included. */
  readonly between: (from: number, to: number) => number;
  /** True in this share of the calls, 0–1. */
  readonly chance: (share: number) => boolean;
  readonly pick: <Value>(values: readonly [Value, ...Value[]]) => Value;
  /** A serial number: the prefix and so many capital letters and digits. */
  readonly serial: (prefix: string, letters?: number) => string;
};

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

/** mulberry32, as the generator of the sample school uses it. */
export const seededRandom = (seed: number): SeededRandom => {
  let state = seed | 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  return {
    between,
    chance: (share) => random() < share,
    pick: (values) => values[between(0, values.length - 1)] ?? values[0],
    serial: (prefix, letters = 8) =>
      prefix + Array.from({ length: letters }, () => LETTERS[between(0, LETTERS.length - 1)]).join(''),
  };
};

export const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');
