import { describe, expect, it } from 'vitest';
import { textWidth, widestWord, wrapText } from './text-width.ts';

describe('textWidth', () => {
  it('counts digits as one, narrow letters less, wide ones more', () => {
    expect(textWidth('2026')).toBe(4);
    expect(textWidth('illi')).toBeLessThan(3);
    expect(textWidth('MWM')).toBeGreaterThan(4);
  });
});

describe('wrapText', () => {
  it('breaks between words and keeps a long word whole', () => {
    expect(wrapText('0000 1111 2222', 10)).toEqual(['0000 1111', '2222']);
    expect(wrapText('00 1111111111111 2', 6)).toEqual(['00', '1111111111111', '2']);
  });
});

describe('widestWord', () => {
  it('measures the word that needs the most room', () => {
    expect(widestWord('1 22222 333')).toBe(5);
  });
});
