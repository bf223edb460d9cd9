import { describe, expect, it } from 'vitest';
import {
  readCountCell,
  readDateCell,
  readMoney,
  readMoneyCell,
  readStatus,
  readStrayStatus,
} from './read-cells.ts';

describe.each(['Europe/Berlin', 'UTC', 'America/New_York'])('readDateCell in %s', (zone) => {
  const read = (cell: Parameters<typeof readDateCell>[0]) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    const date = readDateCell(cell)?.date ?? null;
    process.env['TZ'] = before;
    return date;
  };
  it.each([
    ['17.09.2020', '2020-09-17'],
    ['1.8.24', '2024-08-01'],
    ['2024-04-26', '2024-04-26'],
    ['2017', '2017'],
    ['03/2021', '2021-03'],
    ['Nov. 2019', '2019-11'],
    ['15. März 2021', '2021-03-15'],
    ['bis Nov. 2019', '2019-11'],
    ['ca. 2015', '2015'],
    ['2017/18', '2017'],
    ['31.02.2020', null],
    ['13/2021', null],
    ['HG', null],
    ['96 800.00', null],
  ])('reads %j', (text, date) => {
    expect(read(text)).toBe(date);
  });
  it('reads cells that are dates, years or days of Excel', () => {
    expect(read({ kind: 'date', date: '2020-09-17' })).toBe('2020-09-17');
    expect(read(2019)).toBe('2019');
    expect(read(43000)).toBe('2017-09-22');
    expect(read(12)).toBeNull();
    expect(read({ kind: 'error', code: '#NV' })).toBeNull();
  });
});

describe('readDateCell', () => {
  it('doubts what can be read in two ways', () => {
    expect(readDateCell('3/4/2021')?.isDoubtful).toBe(true);
    expect(readDateCell('17/4/2021')?.isDoubtful).toBe(false);
    expect(readDateCell('bis 2019')?.isDoubtful).toBe(true);
  });
});

describe('readMoney', () => {
  it.each([
    ['1.234,56 €', 123456],
    ['1,234.56', 123456],
    ['14 790.00', 1479000],
    ['1.740,-', 174000],
    ['ca. 450', 45000],
    ['449.0000', 44900],
    ['499 € brutto', 49900],
  ])('reads %j', (text, cents) => {
    expect(readMoney(text)).toMatchObject({ kind: 'cents', cents });
  });
  it.each(['14 790 Kč', '$ 300', 'CHF 20.50', '100 DM'])('names the currency of %j', (text) => {
    expect(readMoney(text).kind).toBe('foreign');
  });
  it.each(['', 'kostenlos', '459,- / 2', '-5'])('refuses %j', (text) => {
    expect(readMoney(text).kind).toBe('none');
  });
  it('takes numbers as euros', () => {
    expect(readMoneyCell(127)).toMatchObject({ cents: 12700 });
    expect(readMoneyCell(0.1 + 0.2)).toMatchObject({ cents: 30 });
    expect(readMoneyCell(-1).kind).toBe('none');
  });
});

describe('readCountCell', () => {
  it.each([
    [35, 35],
    ['35 Stk.', 35],
    ['1.200', 1200],
    ['x', 1],
    ['ja', 1],
    [2.5, null],
    ['viele', null],
  ])('reads %j', (cell, count) => {
    expect(readCountCell(cell)).toBe(count);
  });
});

describe('readStatus', () => {
  it.each([
    ['ENTSORGT', 'decommissioned', null],
    ['defekt seit 03/2024', 'defective', '2024-03'],
    ['ausgeschieden am 2024-04-26', 'decommissioned', '2024-04-26'],
    ['i.O.', 'in-use', null],
    ['defekt (Lampe)', 'defective', null],
  ])('reads %j', (text, status, on) => {
    expect(readStatus(text)).toMatchObject({ status, on });
  });
  it.each(['Netzteil fehlt', 'Raum 101', 'kein Defekt bekannt'])('does not take %j for a status', (text) => {
    expect(readStatus(text)).toBeNull();
  });
  it('takes no news from words that belong elsewhere too', () => {
    expect(readStrayStatus('Lager')).toBeNull();
    expect(readStrayStatus('neu')).toBeNull();
    expect(readStrayStatus('fehlt')?.status).toBe('missing');
  });
});
