import { describe, expect, it } from 'vitest';
import { columnLetter, formulaText, quoteSheet } from './formulas.ts';

const ADDRESSES = {
  range: (sheet: string, column: string): string => `${sheet}!${column}`,
  cell: (column: string): string => `${column}7`,
};

describe('columnLetter', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('names column %i %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter);
  });
});

describe('quoteSheet', () => {
  it('doubles apostrophes', () => {
    expect(quoteSheet("Haus 'A'")).toBe("'Haus ''A'''");
  });
});

describe('formulaText', () => {
  it('subtracts cells of the same row', () => {
    const cell = (column: string) => ({ op: 'cell' as const, column });
    expect(formulaText({ op: '-', of: [cell('M'), cell('N')] }, ADDRESSES)).toBe('M7-N7');
  });

  it('never divides by nothing', () => {
    const name = (text: string) => ({ op: 'name' as const, name: text });
    expect(formulaText({ op: '/', of: [name('Ist'), name('Soll')] }, ADDRESSES)).toBe(
      'IF(Soll=0,0,Ist/Soll)',
    );
  });

  it('takes wildcards, quotes and empty cells of a condition literally', () => {
    const formula = formulaText(
      {
        op: 'sum',
        sheet: 'room-gaps',
        column: 'gap',
        where: [
          { column: 'building', equals: 'Haus "*" ~?' },
          { column: 'floor', equals: null },
        ],
      },
      ADDRESSES,
    );
    expect(formula).toBe('SUMIFS(room-gaps!gap,room-gaps!building,"=Haus ""~*"" ~~~?",room-gaps!floor,"=")');
  });
});
