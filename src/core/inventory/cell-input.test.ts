import { describe, expect, it } from 'vitest';
import { readCents, readChoice, readCount, readDecimal, readPartialDate } from './cell-input.ts';

describe('readPartialDate', () => {
  it.each([
    ['2021', '2021'],
    ['03/2022', '2022-03'],
    ['3.2022', '2022-03'],
    ['2022-3', '2022-03'],
    ['14.9.18', '2018-09-14'],
    ['14.09.2018', '2018-09-14'],
    ['14. 9. 2018', '2018-09-14'],
    ['1.1.99', '1999-01-01'],
    ['2018-09-14', '2018-09-14'],
    ['2018/9/14', '2018-09-14'],
    ['2018-09-14T10:22:00Z', '2018-09-14'],
    ['14.09.2018 00:00', '2018-09-14'],
    ['29.02.2024', '2024-02-29'],
  ])('reads %s as exactly as it is written', (text, date) => {
    expect(readPartialDate(text)).toBe(date);
  });

  it.each(['31.02.2020', '29.02.2023', '13/2022', '0.1.2020', 'Mai 2020', '14.9.', '', '12345'])(
    'refuses %s',
    (text) => {
      expect(readPartialDate(text)).toBeNull();
    },
  );
});

describe('readCents', () => {
  it.each([
    ['1.740,-', 174_000],
    ['1740,-', 174_000],
    ['1.740', 174_000],
    ['1740', 174_000],
    ['1740,50 €', 174_050],
    ['1740.50', 174_050],
    ['1.740,5', 174_050],
    ['1,740.50', 174_050],
    ['12.50', 1250],
    ['EUR 12', 1200],
    ['459,--', 45_900],
    ['1 740,00 €', 174_000],
    ['0', 0],
    ['1.234.567,89', 123_456_789],
    ['14 790.00', 1_479_000],
    ["1'234.50", 123_450],
    ['EUR 1.234,--', 123_400],
    ['450.-', 45_000],
  ])('reads %s', (text, cents) => {
    expect(readCents(text)).toBe(cents);
  });

  it.each(['12 € 50', '0.500', '1.234 567', '459,- / 2', '-5', '1.74,50', 'ca. 500', '12,345,6', '', '€'])(
    'refuses %s',
    (text) => {
      expect(readCents(text)).toBeNull();
    },
  );
});

describe('readCount', () => {
  it('reads whole numbers with thousands and a unit', () => {
    expect([readCount('30'), readCount('1.200'), readCount('30 Stück'), readCount('5 Jahre')]).toEqual([
      30, 1200, 30, 5,
    ]);
  });

  it('refuses what is no whole number', () => {
    expect([readCount('1,5'), readCount('-1'), readCount('viele'), readCount('')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('readDecimal', () => {
  it('reads comma and point and drops the unit', () => {
    expect([readDecimal('62,5'), readDecimal('62.5'), readDecimal('62 m²'), readDecimal('x')]).toEqual([
      62.5,
      62.5,
      62,
      null,
    ]);
  });
});

describe('readChoice', () => {
  const words = { 'in-repair': ['in Reparatur'], 'in-use': ['in Betrieb', 'aktiv'], missing: ['vermißt'] };

  it('knows each word whatever its case and signs, and the stored literal', () => {
    expect(readChoice('In  betrieb', words)).toBe('in-use');
    expect(readChoice('AKTIV', words)).toBe('in-use');
    expect(readChoice('vermisst', words)).toBe('missing');
    expect(readChoice('in-repair', words)).toBe('in-repair');
  });

  it('completes a beginning only when one choice has it', () => {
    expect(readChoice('akt', words)).toBe('in-use');
    expect(readChoice('in', words)).toBeNull();
    expect(readChoice('', words)).toBeNull();
  });
});
