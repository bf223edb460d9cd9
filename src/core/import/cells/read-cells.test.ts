import { describe, expect, it } from 'vitest';
import { readCountCell, readDate, readDateCell, readMoney, readMoneyCell } from './read-cells.ts';
import { isDoubtfulCount } from './read-count.ts';
import { isGift } from './read-money.ts';

const ZONES = ['Europe/Berlin', 'UTC', 'America/New_York'];

/** Texts with one reading, as exactly as they say it. */
const PLAIN_DATES: readonly (readonly [text: string, date: string])[] = [
  ['17.09.2020', '2020-09-17'],
  ['1.8.24', '2024-08-01'],
  ['14. 9. 2018', '2018-09-14'],
  ['2024-04-26', '2024-04-26'],
  ['2021-03-04T10:22:00Z', '2021-03-04'],
  ['04.03.2021 10:22', '2021-03-04'],
  ['2021/03/04', '2021-03-04'],
  ['2021.03.04', '2021-03-04'],
  ['17/4/2021', '2021-04-17'],
  ['10/13/2021', '2021-10-13'],
  ['4/4/2021', '2021-04-04'],
  ['2017', '2017'],
  ['03/2021', '2021-03'],
  ['2021/03', '2021-03'],
  ['Nov. 2019', '2019-11'],
  ['Dez 2019', '2019-12'],
  ['Mrz 99', '1999-03'],
  ['15. März 2021', '2021-03-15'],
  ['Mo, 15. März 2021', '2021-03-15'],
  ['5. Mai 20', '2020-05-05'],
  ['Mar 4, 2021', '2021-03-04'],
  ['4 March 2021', '2021-03-04'],
  ['4th March 2021', '2021-03-04'],
  ['Thu Mar 04 2021 00:00:00 GMT+0100', '2021-03-04'],
];

/** Texts that say more, or may mean something else too. */
const DOUBTFUL_DATES: readonly (readonly [text: string, date: string])[] = [
  ['3/4/2021', '2021-04-03'],
  ['3-4-2021', '2021-04-03'],
  ['1.1.65', '2065-01-01'],
  ['2021-03-03T23:00:00.000Z', '2021-03-03'],
  ['20210304', '2021-03-04'],
  ['43000', '2017-09-22'],
  ['03/21', '2021-03'],
  ['Mrz 21', '2021-03'],
  ['Mar-21', '2021-03'],
  ['bis Nov. 2019', '2019-11'],
  ['ca. 2015', '2015'],
  ['~2016', '2016'],
  ['2016?', '2016'],
  ['(2016)', '2016'],
  ['vor 2015', '2015'],
  ['Anfang 2019', '2019'],
  ['Ende März 2021', '2021-03'],
  ['Q1/2021', '2021'],
  ['1. Quartal 2021', '2021'],
  ['Sommer 2020', '2020'],
  ['KW 12/2021', '2021'],
  ['2017/18', '2017'],
  ['2019/2020', '2019'],
  ['20/21', '2020'],
  ['SJ 2020/21', '2020'],
  ['2011/12', '2011'],
  ['2015 oder 2016', '2015'],
  ['2018-2020', '2018'],
  ['1.1.2020 - 31.12.2022', '2020-01-01'],
  ['laut Lieferschein 12.3.2019', '2019-03-12'],
  ['Rechnung 4711 vom 12.3.2019', '2019-03-12'],
  ['xx.03.2021', '2021-03'],
];

const NO_DATES = [
  '31.02.2020',
  '13/2021',
  '2021-13-01',
  '14.9.',
  '1066',
  '01.01.1900',
  '31.12.9999',
  'laut Lieferschein 31.02.2020',
  'INV-2019-0012',
  'Rechnung 2019/0045',
  '24 Monate',
  'HG',
  '96 800.00',
  '12.5',
  '',
];

describe.each(ZONES)('readDateCell in %s', (zone) => {
  const read = (cell: Parameters<typeof readDateCell>[0]) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    const date = readDateCell(cell);
    process.env['TZ'] = before;
    return date;
  };
  it.each(PLAIN_DATES)('reads %j as exactly as it is written', (text, date) => {
    expect(read(text)).toEqual({ date, isDoubtful: false });
  });
  it.each(DOUBTFUL_DATES)('reads %j and doubts it', (text, date) => {
    expect(read(text)).toEqual({ date, isDoubtful: true });
  });
  it.each(NO_DATES)('refuses %j', (text) => {
    expect(read(text)).toBeNull();
  });
  it('reads cells that are dates, years or days of Excel', () => {
    expect(read({ kind: 'date', date: '2020-09-17' })).toEqual({ date: '2020-09-17', isDoubtful: false });
    expect(read({ kind: 'date', date: '1900-01-12' })).toBeNull();
    expect(read(2019)).toEqual({ date: '2019', isDoubtful: false });
    expect(read(43000)).toEqual({ date: '2017-09-22', isDoubtful: true });
    expect(read(43000.99)).toEqual({ date: '2017-09-22', isDoubtful: true });
    expect(read(20210304)).toEqual({ date: '2021-03-04', isDoubtful: true });
    expect(read(12)).toBeNull();
    expect(read({ kind: 'error', code: '#NV' })).toBeNull();
  });
});

describe('readDate in a column with a habit', () => {
  const habit = { order: null, isCompact: false, isEnd: false } as const;
  it('follows the proven order of day and month without doubt', () => {
    const isDoubtful = false;
    expect(readDate('3/4/2021', { ...habit, order: 'month-day' })).toEqual({
      date: '2021-03-04',
      isDoubtful,
    });
    expect(readDate('3/4/2021', { ...habit, order: 'day-month' })).toEqual({
      date: '2021-04-03',
      isDoubtful,
    });
  });
  it('doubts where the column has both orders', () => {
    expect(readDate('3/4/2021', { ...habit, order: 'mixed' })?.isDoubtful).toBe(true);
  });
  it('believes days without signs in a column full of them', () => {
    expect(readDate('20210304', { ...habit, isCompact: true })?.isDoubtful).toBe(false);
  });
  it('takes the later date of a range for an end', () => {
    const end = { ...habit, isEnd: true };
    expect(readDate('2018-2020', end)?.date).toBe('2020');
    expect(readDate('2020/21', end)?.date).toBe('2021');
    expect(readDate('1.1.2020 - 31.12.2022', end)?.date).toBe('2022-12-31');
  });
});

describe('readMoney', () => {
  it.each([
    ['1.234,56 €', 123456],
    ['1,234.56', 123456],
    ['14 790.00', 1479000],
    ["1'234.50", 123450],
    ['1.740,-', 174000],
    ['EUR 1.234,--', 123400],
    ['1.234,- €', 123400],
    ['450.-', 45000],
    ['1.234', 123400],
    ['449.0000', 44900],
    ['0.500', 50],
    ['129.99999999', 13000],
    ['499 € brutto', 49900],
    ['450 € (brutto)', 45000],
    ['499,00 inkl. 19 % MwSt.', 49900],
    ['je 450 €', 45000],
    ['450€/St.', 45000],
    ['450 € pro Gerät', 45000],
    ['0', 0],
  ])('reads %j', (text, cents) => {
    expect(readMoney(text)).toEqual({ kind: 'cents', cents, doubt: null });
  });
  it.each([
    ['ca. 450', 45000, 'about'],
    ['~450', 45000, 'about'],
    ['450?', 45000, 'about'],
    ['450 ca.', 45000, 'about'],
    ['450 netto', 45000, 'net'],
    ['netto 450', 45000, 'net'],
    ['420 zzgl. MwSt.', 42000, 'net'],
    ['1.200 € gesamt', 120000, 'total'],
    ['1,234', 123400, 'reading'],
    ['12.2019', 1220, 'reading'],
  ])('reads %j and doubts it', (text, cents, doubt) => {
    expect(readMoney(text)).toEqual({ kind: 'cents', cents, doubt });
  });
  it.each(['14 790 Kč', '$ 300', 'CHF 20.50', '100 DM', '450 € (880 DM)'])(
    'names the currency of %j',
    (text) => {
      expect(readMoney(text).kind).toBe('foreign');
    },
  );
  it.each([
    '',
    'kostenlos',
    '459,- / 2',
    '2x450 €',
    '450 - 500',
    '12 € 50',
    '-5',
    '(450)',
    '450-',
    'A450',
    '14.790.00',
  ])('refuses %j', (text) => {
    expect(readMoney(text).kind).toBe('none');
  });
  it('follows the sign before the cents that the column proves', () => {
    expect(readMoney('1,234', 'point')).toMatchObject({ cents: 123400, doubt: null });
    expect(readMoney('1,234', 'comma')).toMatchObject({ cents: 123, doubt: 'reading' });
    expect(readMoney('1.234', 'comma')).toMatchObject({ cents: 123400, doubt: null });
    expect(readMoney('1.234', 'point')).toMatchObject({ cents: 123, doubt: 'reading' });
    expect(readMoney('1.234', 'mixed')).toMatchObject({ cents: 123400, doubt: 'reading' });
  });
  it('takes numbers as euros', () => {
    expect(readMoneyCell(127)).toMatchObject({ cents: 12700 });
    expect(readMoneyCell(0.1 + 0.2)).toMatchObject({ cents: 30 });
    expect(readMoneyCell(129.99999999)).toMatchObject({ cents: 13000 });
    expect(readMoneyCell(-1).kind).toBe('none');
  });
  it('knows what cost nothing', () => {
    expect(['geschenkt', 'Spende', 'kostenlos', 'gebraucht'].map(isGift)).toEqual([true, true, true, false]);
  });
});

describe('readCountCell', () => {
  it.each([
    [35, 35],
    ['35 Stk.', 35],
    ['35 St', 35],
    ['35x', 35],
    ['je 5', 5],
    ['2 Sätze', 2],
    ['ca. 30', 30],
    ['1,0', 1],
    ['1.200', 1200],
    ['ein', 1],
    ['zwölf', 12],
    ['fünf Stück', 5],
    ['x', 1],
    ['ja', 1],
    [true, 1],
    [2.5, null],
    ['30/28', null],
    ['1,200', null],
    ['viele', null],
  ])('reads %j', (cell, count) => {
    expect(readCountCell(cell)).toBe(count);
  });
  it('doubts what is about so many, or counts something else', () => {
    expect(['ca. 30', '30?', '5 defekt'].map(isDoubtfulCount)).toEqual([true, true, true]);
    expect(['30', '35 Stk.', 'x', 'zwölf', '1,0'].some(isDoubtfulCount)).toBe(false);
  });
});
