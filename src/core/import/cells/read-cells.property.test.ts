import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIsoDate, type IsoDate } from '../../shared/iso-date.ts';
import { readDateCell, readMoney } from './read-cells.ts';

const two = (value: number): string => String(value).padStart(2, '0');

const anyDay: fc.Arbitrary<IsoDate> = fc
  .tuple(
    fc.integer({ min: 1970, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`)
  .filter(isIsoDate);

const GERMAN = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
  ' ',
);
const ENGLISH = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** How people and programs write a day. */
const DAY_HABITS: Readonly<Record<string, (year: string, month: number, day: number) => string>> = {
  german: (year, month, day) => `${two(day)}.${two(month)}.${year}`,
  'german, short': (year, month, day) => `${day}.${month}.${year.slice(2)}`,
  'german, spaced': (year, month, day) => `${day}. ${month}. ${year}`,
  'german, named': (year, month, day) => `${day}. ${GERMAN[month - 1]} ${year}`,
  iso: (year, month, day) => `${year}-${two(month)}-${two(day)}`,
  'iso with time': (year, month, day) => `${year}-${two(month)}-${two(day)} 10:22`,
  'iso with slashes': (year, month, day) => `${year}/${month}/${day}`,
  british: (year, month, day) => `${two(day)}/${two(month)}/${year}`,
  american: (year, month, day) => `${month}/${day}/${year}`,
  'american, short': (year, month, day) => `${month}/${day}/${year.slice(2)}`,
  'american, named': (year, month, day) => `${ENGLISH[month - 1]} ${day}, ${year}`,
  'english, dashed': (year, month, day) => `${day}-${ENGLISH[month - 1]}-${year}`,
  compact: (year, month, day) => `${year}${two(month)}${two(day)}`,
};

/** Two digits of a year are near us. */
const isFarYear = (date: IsoDate, text: string): boolean =>
  !text.includes(date.slice(0, 4)) && (date < '1985' || date >= '2070');

describe('readDateCell on any day in any habit', () => {
  it.each(Object.entries(DAY_HABITS))('reads %s back, or doubts it', (_name, format) => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const text = format(date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8)));
        const read = readDateCell(text);
        expect(read).not.toBeNull();
        if (read?.isDoubtful === true || isFarYear(date, text)) return;
        expect(read?.date).toBe(date);
      }),
      { numRuns: 500, seed: 20261126 },
    );
  });
});

const grouped = (euros: string, sign: string): string => euros.replace(/\B(?=(\d{3})+$)/g, sign);

const AMOUNT_HABITS: Readonly<Record<string, (euros: string, cents: string) => string>> = {
  german: (euros, cents) => `${grouped(euros, '.')},${cents} €`,
  'german, ungrouped': (euros, cents) => `${euros},${cents}`,
  'german, no cents': (euros, cents) => (cents === '00' ? `${grouped(euros, '.')},-` : `${euros},${cents}`),
  'german, whole': (euros, cents) => (cents === '00' ? grouped(euros, '.') : `${euros},${cents}`),
  english: (euros, cents) => `${grouped(euros, ',')}.${cents}`,
  'english, whole': (euros, cents) => (cents === '00' ? grouped(euros, ',') : `${euros}.${cents}`),
  'with spaces': (euros, cents) => `${grouped(euros, ' ')}.${cents}`,
  swiss: (euros, cents) => `EUR ${grouped(euros, "'")}.${cents}`,
  export: (euros, cents) => `${euros}.${cents}00`,
  'export, three decimals': (euros, cents) => `${euros},${cents}0`,
};

describe('readMoney on any amount in any habit', () => {
  const amount = fc.oneof(
    fc.integer({ min: 0, max: 100_000_000 }),
    fc.integer({ min: 0, max: 1_000_000 }).map((euros) => euros * 100),
  );
  it.each(Object.entries(AMOUNT_HABITS))('reads %s back, or doubts it', (_name, format) => {
    fc.assert(
      fc.property(amount, (cents) => {
        const text = format(String(Math.floor(cents / 100)), two(cents % 100));
        const read = readMoney(text);
        expect(read.kind).toBe('cents');
        if (read.kind === 'cents' && read.doubt === null) expect(read.cents).toBe(cents);
      }),
      { numRuns: 500, seed: 20261127 },
    );
  });
});
