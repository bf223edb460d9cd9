import { describe, expect, it } from 'vitest';
import { isFileName, isNameOfKind } from './file-names.ts';

describe('isFileName', () => {
  it.each([
    'Bericht.xlsx',
    'MEP-Bericht_Grundschule Löwenherz_2026-11-24.xlsx',
    'CONTENT.json',
    'com10.csv',
    '.x',
  ])('takes %j', (name) => {
    expect(isFileName(name)).toBe(true);
  });
  it.each([
    '',
    '.',
    '..',
    '...',
    ' ',
    '../x.xlsx',
    '..\\x.xlsx',
    '/etc/x.xlsx',
    'C:x.xlsx',
    '\\\\server\\share\\x.xlsx',
    '\\\\?\\C:\\x.xlsx',
    'x.xlsx:strom',
    'x.xlsx::$DATA',
    'x\u0000.xlsx',
    'x\n.xlsx',
    'x.xlsx.',
    'x.xlsx ',
    'CON',
    'con.xlsx',
    'NUL.tar.gz',
    'nul .xlsx',
    'COM1',
    'LPT9.xlsx',
    'com¹.xlsx',
    'CONIN$',
    'a'.repeat(201),
    'a\ud800.xlsx',
  ])('refuses %j', (name) => {
    expect(isFileName(name)).toBe(false);
  });
});

describe('isNameOfKind', () => {
  it('wants the ending of the kind', () => {
    expect(isNameOfKind('Bericht.XLSX', 'workbook')).toBe(true);
    expect(isNameOfKind('Bericht.xlsx.exe', 'workbook')).toBe(false);
    expect(isNameOfKind('Bericht', 'workbook')).toBe(false);
    expect(isNameOfKind('Bericht.xlsx', 'json')).toBe(false);
  });
});
