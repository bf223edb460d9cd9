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
 * What a text says of the scanner's keyboard: every label of ours begins with `AKY1.`, which comes as `AKZ1.` where scanner and PC
 * disagree. So each label is a test code. null = the text says nothing.
 */
export const layoutOf = (text: string): 'german' | 'american' | null => {
  const sign = /^AK([YZ])1\.[DR]\./i.exec(text.trim())?.[1]?.toUpperCase();
  return sign === undefined ? null : sign === 'Y' ? 'german' : 'american';
};
