/**
 * Short hashes of cells that are the same for what was written and for what a spreadsheet program saved again: numbers to
 * nine digits, shares to the whole percent that is shown, dates as full ISO days, texts without their outer and doubled blanks. They find what people changed; against
 * somebody who wants to deceive they protect nothing.
 */
export type HashedValue = string | number | { readonly date: string } | { readonly share: number };

/** Sums of hashes stay whole numbers below it. */
export const HASH_RANGE = 2 ** 30;
const MASK = HASH_RANGE - 1;
const HASH_LETTERS = 5;
/** Longer texts are told apart by their beginning: a cell holds 32,767 characters, and saving may cost it some. */
const MAX_TEXT = 30_000;

/** What XML cannot hold and no writer writes. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/g;
/** A cell with a format in percent is read as text, of an .ods as it is shown. */
const PERCENT = /^-?\d+(?:,\d+)?(?:e[+-]?\d+)?\s?%$/;
const plainPercent = (percent: number): string => `p${Math.round(Number(percent.toPrecision(12)))}`;

const plainText = (text: string): string =>
  text.replace(UNWRITABLE, '').trim().replace(/\s+/g, ' ').slice(0, MAX_TEXT);

const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e9 ? String(value) : String(Number(value.toPrecision(9)));

const START = 0x811c9dc5;

/** FNV-1a. */
const addText = (text: string, start: number): number => {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
};
/** The mixing of MurmurHash3. */
const mixed = (start: number): number => {
  let hash = Math.imul(start ^ (start >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & MASK;
};

const BLANK = 32;
const PERCENT_SIGN = 37;
/** From here on: halves of an emoji, and what XML cannot hold; below come letters of all scripts. */
const FIRST_ODD = 0xd800;
const NO_BREAK_SPACE = 0xa0;

/**
 * Nearly all texts are plain as they are, which is found out while they are hashed: at 300,000 cells a look beforehand would
 * cost as much as the hash. null = not plain.
 */
const hashPlain = (text: string, seed: number): number | null => {
  let hash = seed;
  let before = BLANK;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < BLANK || code >= FIRST_ODD || code === NO_BREAK_SPACE || (code === BLANK && before === BLANK))
      return null;
    hash = Math.imul(hash ^ code, 0x01000193);
    before = code;
  }
  return before === BLANK || before === PERCENT_SIGN || text.length > MAX_TEXT ? null : mixed(hash);
};

const hashText = (text: string, seed: number): number => {
  const hash = hashPlain(text, seed);
  if (hash !== null) return hash;
  const plain = plainText(text);
  if (plain === '') return 0;
  if (PERCENT.test(plain))
    return mixed(addText(plainPercent(Number(plain.slice(0, -1).replace(',', '.'))), addText('\n', seed)));
  return mixed(addText(plain, seed));
};

/** @param column what the cell stands under: the same value in another column has another hash */
export const columnSeed = (column: string): number => mixed(addText(plainText(column), START));

/** 0 when nothing is in the cell. A line break in front, which no text has, keeps the kinds apart. */
export const cellHash = (value: HashedValue, seed: number): number => {
  if (typeof value === 'string') return hashText(value, seed);
  const text =
    typeof value === 'number'
      ? plainNumber(value)
      : 'share' in value
        ? plainPercent(value.share * 100)
        : `d${(value.date + '-01-01').slice(0, 10)}`;
  return mixed(addText(text, addText('\n', seed)));
};

export const addHashes = (a: number, b: number): number => (a + b) & MASK;
export const hashDifference = (a: number, b: number): number => (a - b) & MASK;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.';

/** Five letters. */
export const writeHash = (hash: number): string => {
  let text = '';
  for (let shift = 24; shift >= 0; shift -= 6) text += LETTERS[(hash >>> shift) & 63] ?? '';
  return text;
};

export const readHashes = (text: string): readonly number[] => {
  const hashes: number[] = [];
  for (let at = 0; at + HASH_LETTERS <= text.length; at += HASH_LETTERS) {
    let hash = 0;
    for (let letter = at; letter < at + HASH_LETTERS; letter += 1)
      hash = (hash << 6) | Math.max(0, LETTERS.indexOf(text[letter] ?? ''));
    hashes.push(hash & MASK);
  }
  return hashes;
};
