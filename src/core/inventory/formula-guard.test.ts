import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBlock, parseBlock } from './device-block.ts';
import { guardFormula, unguardFormula } from './formula-guard.ts';

describe('guardFormula', () => {
  it.each([
    `=cmd|'/C calc'!A1`,
    '=1+1',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    ' =1+1',
    '\n=1+1',
    '＝1+1',
    '＠SUM(A1)',
    '- ohne Netzteil',
    "'=1+1",
  ])('puts an apostrophe before %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });
  it.each(['Beamer', '0001', '-5', '+3,50 €', '-1.200,00', '-', '---', '', "'", 'a=b', '12-34', "'-5"])(
    'leaves %j',
    (text) => {
      expect(guardFormula(text)).toBe(text);
    },
  );

  const texts = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", ' ', '\t', '\n', '"', '1', ',', 'a', '|'),
    maxLength: 8,
  });
  it('is taken back by unguardFormula, whatever the text', () => {
    fc.assert(fc.property(texts, (text) => unguardFormula(guardFormula(text)) === text));
  });
  it('survives the clipboard: a copied block is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 4 }), (block) => {
        expect(parseBlock(`${formatBlock(block)}\n`)).toEqual(block);
      }),
    );
  });
});
