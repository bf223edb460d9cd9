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
 * Says more of a scanner than a label: how Y, the hyphen and the slash arrive. It is neither device nor room, so it is never counted.
 */
export const SCANNER_TEST_CODE = 'AKY1.T.-/';

/** How scanner and PC agree. */
export type ScannerState =
  | 'right'
  /** The scanner presses the keys of an American keyboard; this is mended. */
  | 'american-scanner'
  /** The scanner is German and the PC is not; this cannot be told by a label, and is not mended. */
  | 'american-pc'
  /** Capital letters come small: nothing is lost, but signs beside the letters may differ. */
  | 'caps-lock';

/** What the test code says of scanner and PC; any label of ours says nearly as much. null = the text says nothing. */
export const scannerStateOf = (text: string): ScannerState | null => {
  const code = text.trim();
  if (/^ak[yz]/.test(code)) return 'caps-lock';
  if (code === 'AKZ1.T./&') return 'american-pc';
  const sign = /^AK([YZ])1\.[DRT]\./i.exec(code)?.[1]?.toUpperCase();
  return sign === undefined ? null : sign === 'Y' ? 'right' : 'american-scanner';
};

/** Whether it is the test code, however the scanner types it. */
export const isScannerTest = (text: string): boolean => /^AK[YZ]1\.T\./i.test(text.trim());

/**
 * What a text says of the scanner's keyboard: every label of ours begins with `AKY1.`, which comes as `AKZ1.` where scanner and PC
 * disagree. So each label is a test code. null = the text says nothing.
 */
export const layoutOf = (text: string): 'german' | 'american' | null => {
  const code = text.trim();
  if (scannerStateOf(code) === 'american-pc') return null;
  const sign = /^AK([YZ])1\.[DRT]\./i.exec(code)?.[1]?.toUpperCase();
  return sign === undefined ? null : sign === 'Y' ? 'german' : 'american';
};

/**
 * What may have been meant by what was typed, the likeliest first, and how the scanner types from here on: a label of ours tells,
 * other codes do not. While it types as an American keyboard, a number typed by hand is still found as it stands.
 *
 * @param wasAmerican what the last label told
 */
export const scannerReadings = (
  typed: string,
  wasAmerican: boolean,
): { readonly readings: readonly [string, ...string[]]; readonly isAmerican: boolean } => {
  const layout = layoutOf(typed);
  const isAmerican = layout === null ? wasAmerican : layout === 'american';
  if (!isAmerican) return { readings: [typed], isAmerican };
  return { readings: layout === null ? [typed, mendLayout(typed)] : [mendLayout(typed)], isAmerican };
};
