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
const NEEDS_CARE = /^\s|\s$|\s\s|[\u0000-\u001f\u00a0\ufffe\uffff\ud800-\udfff]/;
/** A cell with a format in percent is read as text, of an .ods as it is shown. */
const PERCENT = /^-?\d+(?:,\d+)?(?:e[+-]?\d+)?\s?%$/;
const plainPercent = (percent: number): string => `p${Math.round(Number(percent.toPrecision(12)))}`;

const plainText = (text: string): string =>
  NEEDS_CARE.test(text) ? text.replace(UNWRITABLE, '').trim().replace(/\s+/g, ' ').slice(0, MAX_TEXT) : text;

const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e9 ? String(value) : String(Number(value.toPrecision(9)));

/** '' = nothing in it. */
const canonical = (value: HashedValue): string => {
  if (typeof value === 'number') return `n${plainNumber(value)}`;
  if (typeof value === 'object' && 'share' in value) return plainPercent(value.share * 100);
  if (typeof value === 'object') return `d${(value.date + '-01-01').slice(0, 10)}`;
  const text = plainText(value);
  if (text === '') return '';
  if (text.endsWith('%') && PERCENT.test(text))
    return plainPercent(Number(text.slice(0, -1).replace(',', '.')));
  return `t${text}`;
};

/** FNV-1a with the mixing of MurmurHash3 behind it. */
const hashText = (text: string, seed: number): number => {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & MASK;
};

/** @param column what the cell stands under: the same value in another column has another hash */
export const columnSeed = (column: string): number => hashText(plainText(column), 0x811c9dc5);

/** 0 when nothing is in the cell. */
export const cellHash = (value: HashedValue, seed: number): number => {
  const text = canonical(value);
  return text === '' ? 0 : hashText(text, seed);
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
