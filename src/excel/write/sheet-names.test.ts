import { describe, expect, it } from 'vitest';
import { safeSheetName } from './sheet-names.ts';

describe('safeSheetName', () => {
  it.each([
    ['Räume', 'Räume'],
    ['Raum 1/2: [EG]', 'Raum 1-2- -EG-'],
    ["'Haus A'", 'Haus A'],
    ['', 'Blatt'],
    ['Ein Name, der viel länger ist, als Excel erlaubt', 'Ein Name, der viel länger ist,'],
  ])('makes %j one that Excel takes', (wished, name) => {
    expect(safeSheetName(wished, new Set())).toBe(name);
  });

  it('tells names apart that differ only in case', () => {
    expect(safeSheetName('RÄUME', new Set(['räume']))).toBe('RÄUME (2)');
  });
});
