/**
 * What a German PC reads when a scanner presses the keys of an American keyboard, and what was meant. Keys that wait for a second
 * one (´ ^ `) are left out: what comes of them depends on the next letter.
 */
const MEANT: Readonly<Record<string, string>> = {
  y: 'z',
  Y: 'Z',
  z: 'y',
  Z: 'Y',
  ß: '-',
  '?': '_',
  '-': '/',
  _: '?',
  ö: ';',
  Ö: ':',
  ä: "'",
  Ä: '"',
  ü: '[',
  Ü: '{',
  '+': ']',
  '*': '}',
  '#': '\\',
  "'": '|',
  ';': '<',
  ':': '>',
  '"': '@',
  '§': '#',
  '&': '^',
  '/': '&',
  '(': '*',
  ')': '(',
  '=': ')',
};

/** The text as the scanner meant it. */
export const mendLayout = (text: string): string => [...text].map((sign) => MEANT[sign] ?? sign).join('');

/**
 * What a text says of the scanner's keyboard: every label of ours begins with `AK1:`, which an American one turns into `AK1Ö`. So each
 * label is a test code. null = the text says nothing.
 */
export const layoutOf = (text: string): 'german' | 'american' | null => {
  const match = /^AK1([:Ö])[DR]\1/i.exec(text.trim());
  return match === null ? null : match[1] === ':' ? 'german' : 'american';
};
