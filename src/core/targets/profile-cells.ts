import { readPartialDate } from '../inventory/cell-input.ts';
import type { RawCell } from '../import/types.ts';
import { isIsoDate } from '../shared/iso-date.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { ProfileCellKind, ProfileChoice } from './profile-columns.ts';

/** Words of the cells; the German ones stand in the texts. */
export type ProfileCellWords = {
  readonly choices: Readonly<Record<ProfileChoice, Readonly<Record<string, string>>>>;
  readonly yes: string;
  readonly no: string;
  /** All pupils, among the grades of several terms. */
  readonly all: string;
  /** No id, among several. */
  readonly none: string;
};

/** What a cell of ours holds: euros and percent as people read them, dates as `YYYY-MM-DD`. */
export type ProfileCell = string | number | null;

/** Why a cell cannot be read, with what it holds. */
export type CellProblem = {
  readonly code:
    'ERROR_CELL' | 'NO_NUMBER' | 'NO_DATE' | 'NO_YES_NO' | 'UNKNOWN_WORD' | 'NO_LIST' | 'ONE_ONLY';
  readonly text: string;
  /** For `UNKNOWN_WORD`: the words that there are. */
  readonly allowed: readonly string[];
};

const LIST = '; ';
const TERMS = ' | ';

/** Fifteen digits: what Excel shows and keeps of a number. */
const digits15 = (value: number): number => Number(value.toPrecision(15));

const quoteId = (text: string, words: ProfileCellWords): string =>
  /[;|"]/.test(text) || text === '-' || isWord(text, words.all) || isWord(text, words.none)
    ? `"${text.replaceAll('"', '""')}"`
    : text;

const isWord = (text: string, word: string): boolean => text.trim().toLowerCase() === word.toLowerCase();

/** Splits at a sign outside of quotes; the quotes stay. null = a quote is not closed. */
const splitQuoted = (text: string, sign: string): readonly string[] | null => {
  const parts: string[] = [''];
  let isQuoted = false;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    if (letter === sign && !isQuoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return isQuoted ? null : parts.map((part) => part.trim());
};

const unquote = (text: string): string =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"')
    : text;

/** What stands in the cell for a value of a profile; undefined and null are empty. */
export const cellOf = (
  kind: ProfileCellKind,
  choice: ProfileChoice | null,
  value: unknown,
  words: ProfileCellWords,
): ProfileCell => {
  if (value === null || value === undefined) return null;
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const idList = (ids: readonly unknown[]): string => ids.map((id) => quoteId(String(id), words)).join(LIST);
  const wordOf = (each: unknown): string =>
    (choice === null ? undefined : words.choices[choice][String(each)]) ?? String(each);
  switch (kind) {
    case 'money':
      return digits15(Number(value) / 100);
    case 'percent':
      return digits15(Number(value) * 100);
    case 'whole':
    case 'year':
    case 'decimal':
      return Number(value);
    case 'flag':
      return value === true ? words.yes : words.no;
    case 'choice':
      return wordOf(value);
    case 'choices':
      return list.map(wordOf).join(LIST);
    case 'ids':
      return list.length === 0 ? null : idList(list);
    case 'counts':
      return list.length === 1 ? Number(list[0]) : list.map(String).join(TERMS);
    case 'grades':
      return list.every((grades) => grades === null)
        ? null
        : list.map((grades) => (Array.isArray(grades) ? idList(grades) : words.all)).join(TERMS);
    case 'ids-or-none':
      return list.every((id) => id === null)
        ? null
        : list.map((id) => (id === null ? words.none : quoteId(String(id), words))).join(LIST);
    default:
      return value === '' ? null : String(value);
  }
};

type Read = Result<unknown, CellProblem>;
const problem = (code: CellProblem['code'], text: string, allowed: readonly string[] = []): Read =>
  failed({ code, text, allowed });

/** What an empty cell of this kind means. */
const emptyValue = (kind: ProfileCellKind): unknown => {
  if (kind === 'free') return '';
  return kind === 'ids' || kind === 'counts' ? [] : null;
};

/** The value that a cell holds, whoever typed it: numbers as text, German dates, words in any case. */
export const valueOf = (
  kind: ProfileCellKind,
  choice: ProfileChoice | null,
  cell: RawCell,
  words: ProfileCellWords,
): Read => {
  const text = textOf(cell, words);
  if (text === null)
    return problem(
      'ERROR_CELL',
      typeof cell === 'object' && cell !== null && 'code' in cell ? cell.code : '',
    );
  if (text === '') return ok(emptyValue(kind));
  switch (kind) {
    case 'money':
      return numberFrom(cell, text.replace(/\s*(?:€|EUR)$/i, ''), (euros) => digits15(euros * 100));
    case 'percent':
      return numberFrom(cell, text.replace(/\s*%$/, ''), (percent) => digits15(percent / 100));
    case 'whole':
    case 'year':
    case 'decimal':
      return numberFrom(cell, text, (value) => value);
    case 'date':
      return dateFrom(text);
    case 'flag':
      if (isWord(text, words.yes) || text === 'true') return ok(true);
      return isWord(text, words.no) || text === 'false' ? ok(false) : problem('NO_YES_NO', text);
    case 'choice':
      return choiceFrom(text, choice, words);
    case 'choices':
      return isWord(text, words.all)
        ? ok(null)
        : eachOf(text, ';', (part) => choiceFrom(part, choice, words));
    case 'ids':
      return eachOf(text, ';', (part) => ok(unquote(part)));
    case 'counts':
      return typeof cell === 'number'
        ? ok([cell])
        : eachOf(text, '|', (part) => numberFrom(null, part, (value) => value));
    case 'grades':
      return eachOf(text, '|', (term) =>
        isWord(term, words.all) ? ok(null) : eachOf(term, ';', (part) => ok(unquote(part))),
      );
    case 'ids-or-none':
      return eachOf(text, ';', (part) => ok(isWord(part, words.none) || part === '-' ? null : unquote(part)));
    default:
      return ok(text);
  }
};

/** null = an error value of a formula. */
const textOf = (cell: RawCell, words: ProfileCellWords): string | null => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? words.yes : words.no;
  if (typeof cell !== 'object') return String(cell).trim();
  return cell.kind === 'date' ? cell.date : null;
};

/** `1.740,50`, `1740.5`, `−3`. */
const GERMAN_NUMBER = /^[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
const PLAIN_NUMBER = /^[-−]?\d+(?:\.\d+)?$/;

const numberFrom = (cell: RawCell, text: string, meaning: (value: number) => number): Read => {
  if (typeof cell === 'number') return ok(meaning(cell));
  const bare = text.trim();
  const plain = GERMAN_NUMBER.test(bare)
    ? bare.replaceAll('.', '').replace(',', '.')
    : PLAIN_NUMBER.test(bare)
      ? bare
      : null;
  return plain === null ? problem('NO_NUMBER', text) : ok(meaning(Number(plain.replace('−', '-'))));
};

const dateFrom = (text: string): Read => {
  if (isIsoDate(text)) return ok(text);
  const date = readPartialDate(text);
  return date !== null && isIsoDate(date) ? ok(date) : problem('NO_DATE', text);
};

const choiceFrom = (text: string, choice: ProfileChoice | null, words: ProfileCellWords): Read => {
  const known = Object.entries(choice === null ? {} : words.choices[choice]);
  const found = known.find(([value, word]) => isWord(text, word) || text === value);
  return found === undefined
    ? problem(
        'UNKNOWN_WORD',
        text,
        known.map(([, word]) => word),
      )
    : ok(found[0]);
};

/** The parts of a list; a sign too many at its end is nothing. */
const eachOf = (text: string, sign: string, read: (part: string) => Read): Read => {
  const parts = splitQuoted(text, sign);
  if (parts === null) return problem('NO_LIST', text);
  const values: unknown[] = [];
  for (const part of parts.at(-1) === '' ? parts.slice(0, -1) : parts) {
    const value = read(part);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(values);
};
