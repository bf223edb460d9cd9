/**
 * How wide a text is in Calibri 11, in widths of a digit: the unit of Excel's column widths. Measured classes instead
 * of a font file: a column may be a little too wide, never too narrow.
 */
const NARROW = "ijl.,:;|'!‘’`";
const SLIM = 'frt()[]{}-/\\ "„“I·';
const WIDE = 'mwMWÄÖÜOQGDNHU@%–—€ABCKPRSTVXYZE&';
const WIDEST = 'MWmw@%—';

const ADVANCES = new Float32Array(0x2200).fill(1);
for (const letter of NARROW) ADVANCES[letter.charCodeAt(0)] = 0.5;
for (const letter of SLIM) ADVANCES[letter.charCodeAt(0)] = 0.72;
for (const letter of WIDE) ADVANCES[letter.charCodeAt(0)] = 1.25;
for (const letter of WIDEST) ADVANCES[letter.charCodeAt(0)] = 1.7;
/** Emoji and scripts of wide letters. */
const WIDE_UNKNOWN = 1.6;

export const textWidth = (text: string): number => {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += ADVANCES[text.charCodeAt(at)] ?? WIDE_UNKNOWN;
  return width;
};

/** Bold letters are about a tenth wider. */
export const BOLD = 1.1;

/** Breaks a text into lines of at most `width` digits; a word that is longer stays whole. */
export const wrapText = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
};

/** How many lines a text takes in a cell of that width, where a longer word is broken. */
export const countLines = (text: string, width: number): number =>
  wrapText(text, width).reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0);

/** The widest word, which must never be cut. */
export const widestWord = (text: string): number =>
  text.split(/[\s]+/).reduce((widest, word) => Math.max(widest, textWidth(word)), 0);
