import type { RawCell } from './types.ts';

const foldAnew = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9²]+/g, ' ')
    .trim();

/** A column of 10,000 rows has a few words, again and again; folding each anew was a third of the whole import. */
const folded = new Map<string, string>();
const MOST_FOLDED = 20_000;

/** For comparing headings and words: lower case, umlauts written out, accents dropped, anything else one space. */
export const foldText = (text: string): string => {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const value = foldAnew(text);
  if (folded.size >= MOST_FOLDED) folded.clear();
  folded.set(text, value);
  return value;
};

/** Days as Germans write them, `17.09.2020`; less exact dates as they are. */
const dateText = (date: string): string => {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  return day === undefined ? `${month}/${year}` : `${day}.${month}.${year}`;
};

/** What a reader would see in the cell; line breaks become spaces. */
export const cellText = (cell: RawCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.replace(/[\s\u00a0]+/g, ' ').trim();
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nein';
  return cell.kind === 'date' ? dateText(cell.date) : cell.code;
};

const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '/',
  '.',
  '?',
  '??',
  '???',
  '#',
  'k.a.',
  'k. a.',
  'ka',
  'k.a',
  'n/a',
  'n.a.',
  'na',
  'keine angabe',
  'null',
  'none',
  'nan',
  'undefined',
]);

/** People fill empty cells with these; they mean nothing. */
export const isPlaceholder = (text: string): boolean =>
  text.length <= LONGEST_PLACEHOLDER && PLACEHOLDERS.has(text.toLowerCase());
const LONGEST_PLACEHOLDER = Math.max(...[...PLACEHOLDERS].map(({ length }) => length));

/** The same where a word is wanted: a lone `x` only says that something belongs there. */
export const isEmptyWord = (text: string): boolean => isPlaceholder(text) || text.toLowerCase() === 'x';

/** Share of letter pairs that two folded texts have in common, 0–1 (Dice 1945): `seriennummer` and `seriennumer` are 0.95. */
export const similarity = (a: string, b: string): number => {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at += 1) {
    const pair = a.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at < b.length - 1; at += 1) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * common) / (a.length + b.length - 2);
};
