import type { DeviceStatus } from '../../inventory/device.ts';
import type { PartialDate } from '../../shared/iso-date.ts';
import { MONTH_PATTERN } from '../dictionary/month-names.ts';
import { datesBesideStatus, NO_DATE_HABIT, readDateText, type ReadDate } from './read-date.ts';
import {
  BUILT_IN,
  CIRCUMSTANCE,
  FILLERS,
  NOT_THIS_ONE,
  PART,
  RECOVERED,
  STATUS_WORDS,
  UNSURE,
} from '../dictionary/status-words.ts';
import { foldText } from '../words.ts';

export type ReadStatus = {
  readonly status: DeviceStatus;
  readonly on: PartialDate | null;
  /** More was said than the word. */
  readonly hasMore: boolean;
  /** "defekt?", "vermutlich entsorgt", or a date of two readings. */
  readonly isDoubtful: boolean;
  /** It stands first: the text is about it. */
  readonly leads: boolean;
  /** `recovered`: it works again ("repariert"); `fixed`: it stands and works where it is built in. */
  readonly kind: Kind;
};
type Kind = 'word' | 'recovered' | 'fixed';

/** Of two states of one device the later one in its life holds. */
const FINALITY: readonly DeviceStatus[] = [
  'in-use',
  'in-storage',
  'on-loan',
  'defective',
  'in-repair',
  'missing',
  'decommissioned',
];
export const isMoreFinal = (a: DeviceStatus, b: DeviceStatus): boolean =>
  FINALITY.indexOf(a) > FINALITY.indexOf(b);

const STATUS_BY_WORD: ReadonlyMap<string, DeviceStatus> = new Map(
  (Object.entries(STATUS_WORDS) as readonly (readonly [DeviceStatus, readonly string[]])[]).flatMap(
    ([status, words]) => words.map((word) => [word, status] as const),
  ),
);

/** Words that in any other column say that the device is not there or does not work. */
const TELLING: ReadonlySet<DeviceStatus> = new Set([
  'defective',
  'missing',
  'decommissioned',
  'in-repair',
  'on-loan',
]);

const CLAUSES =
  /\s*[,;()[\]–—\n]\s*|:\s+|\s+[-/|]\s+|\s*(?:->|→)\s*|(?<=\p{L}{3})\/(?=\p{L}{3})|(?<=\p{L}{4})[.!]\s+(?=\p{L})|\s+(?:und|u\.|aber|dann|sowie)\s+/u;

const PREPOSITION =
  '(?:(?:seit|am|ab|vom|im|in|zum|bis|ca\\.?|anfang|mitte|ende|sommer|herbst|winter|frühjahr) )*';
/** Times without a year: "seit März", "seit 2 Jahren", "am 12.3." */
const VAGUE_TIME = new RegExp(
  `(?<!\\d)\\d{1,2}\\.\\d{1,2}\\.(?!\\d)|\\b(?:seit|im|ab|ende|anfang|mitte) (?:(?:${MONTH_PATTERN})\\b|(?:\\d+|ein(?:em|er|igen)?|zwei|drei|langem|längerem|kurzem)(?: (?:tag|woche|monat|jahr)\\w*)?)`,
  'iu',
);
const SOURCE =
  /\b(?:laut|lt|gemaess|gem|nach angabe von|nach aussage von)\s+(?:(?:herrn?|frau|hr|fr|dem|der|den|letzter)\s+)*[a-z]+\s*/g;

type Found = { readonly status: DeviceStatus; readonly kind: Kind };
type Clause = {
  readonly found: Found | null;
  readonly date: ReadDate | null;
  readonly isDateOnly: boolean;
};

const splitDate = (clause: string): { readonly rest: string; readonly date: ReadDate | null } => {
  const dates = datesBesideStatus(clause);
  const [token] = dates;
  if (token === undefined) return { rest: clause.replace(VAGUE_TIME, ' '), date: null };
  const at = clause.indexOf(token);
  const before = clause.slice(0, at).replace(new RegExp(`${PREPOSITION}$`, 'i'), '');
  const isEnd = /\bbis\s+(?:zum\s+)?$/i.test(clause.slice(0, at));
  return {
    rest: `${before} ${clause.slice(at + token.length)}`,
    date: dates.length > 1 || isEnd ? null : readDateText(token, NO_DATE_HABIT),
  };
};

const word = (status: DeviceStatus | undefined): Found | null =>
  status === undefined ? null : { status, kind: 'word' };

/** "nicht mehr defekt" is well; "nicht neu" says nothing. */
const readDenied = (what: string): Found | null => {
  const denied = STATUS_BY_WORD.get(what);
  return denied !== undefined && TELLING.has(denied) ? { status: 'in-use', kind: 'recovered' } : null;
};

const statusOfWords = (words: readonly string[]): Found | null => {
  const text = words.join(' ');
  const exact = STATUS_BY_WORD.get(text);
  if (exact !== undefined) return word(exact);
  if (RECOVERED.has(text)) return { status: 'in-use', kind: 'recovered' };
  if (BUILT_IN.test(text)) return { status: 'in-use', kind: 'fixed' };
  const denied = /^(?:nicht|keine?) (?:mehr )?(.+)$/.exec(text);
  if (denied !== null) return readDenied(denied[1] ?? '');
  const end = words.findIndex((each, index) => index > 0 && CIRCUMSTANCE.has(each));
  return end < 0 ? null : word(STATUS_BY_WORD.get(words.slice(0, end).join(' ')));
};

/** The status that the words are, once those that say nothing are taken from the beginning, then from the end. */
const statusAmong = (folded: string): Found | null => {
  let words = folded.replace(SOURCE, '').trim().split(' ');
  for (;;) {
    const found = statusOfWords(words);
    if (found !== null || words.length <= 1) return found;
    const [first = ''] = words;
    if (FILLERS.has(first)) words = words.slice(1);
    else if (FILLERS.has(words.at(-1) ?? '')) words = words.slice(0, -1);
    else return null;
  }
};

const readClause = (text: string): Clause => {
  const whole = statusAmong(foldText(text));
  const { rest, date } = splitDate(text);
  const folded = foldText(rest);
  const found = whole ?? statusAmong(folded);
  return { found, date, isDateOnly: found === null && date !== null && folded === '' };
};

type Said = Found & { readonly date: ReadDate | null };

/** What the clauses say together: the more final state, unless a later one says that it is over. */
const join = (before: Said | null, { found, date, isDateOnly }: Clause): Said | null => {
  if (found === null)
    return isDateOnly && before !== null && before.date === null ? { ...before, date } : before;
  const said = { ...found, date };
  if (before === null) return said;
  if (found.kind === 'recovered') return before.status === 'decommissioned' ? before : said;
  return isMoreFinal(found.status, before.status) ? said : before;
};

/** "Akku: defekt", "fehlt: Netzteil": the word belongs to the part, not to the device. */
const isOfPart = (said: Said, clauses: readonly string[], read: readonly Clause[]): boolean => {
  if (read.length === 1 || said.status === 'decommissioned') return false;
  if (!clauses.some((clause) => PART.test(foldText(clause)))) return false;
  const [first] = read;
  const leading = first?.found ?? null;
  if (leading !== null) return leading.status === 'missing';
  return !clauses.some((clause, at) => (read[at]?.found ?? null) !== null && /gerät/i.test(clause));
};

/**
 * A status by its words, not by parts of words: the whole text or a clause of it is the word, besides words that say
 * nothing ("Gerät ist leider defekt"), a date ("am 12.3.24 verschrottet") or circumstances ("entsorgt durch die Stadt").
 * "Netzteil fehlt" and "Raum 101" are none; "nicht defekt" and "eingebaut in PC" are in use.
 */
export const readStatusText = (text: string): ReadStatus | null => {
  const folded = foldText(text);
  const exact = STATUS_BY_WORD.get(folded);
  const isUnsure = UNSURE.test(text);
  if (exact !== undefined)
    return { status: exact, on: null, hasMore: isUnsure, isDoubtful: isUnsure, leads: true, kind: 'word' };
  if (text.length > LONGEST || NOT_THIS_ONE.test(folded)) return null;
  const clauses = text.split(CLAUSES).filter((clause) => /[\p{L}\d]/u.test(clause));
  const read = clauses.map(readClause);
  const said = read.reduce(join, null);
  if (said === null || isOfPart(said, clauses, read)) return null;
  return {
    status: said.status,
    on: said.date?.date ?? null,
    hasMore: true,
    isDoubtful: isUnsure || said.date?.isDoubtful === true,
    leads: (read[0]?.found ?? null) !== null,
    kind: said.kind,
  };
};
/** In a longer text a word may be about anything. */
const LONGEST = 160;

/** Whether it is news in a column that is about something else: "Lager" and "neu" are none. */
export const isTelling = ({ status, kind }: ReadStatus): boolean => kind !== 'word' || TELLING.has(status);

/** "Netzteil fehlt", "Akku defekt": a part, said with a status word. */
export const isAboutPart = (text: string): boolean =>
  text.length <= LONGEST &&
  PART.test(foldText(text)) &&
  foldText(text)
    .split(' ')
    .some((word) => TELLING.has(STATUS_BY_WORD.get(word) ?? 'in-use'));

export type EdgeStatus = {
  /** The text without it. */
  readonly rest: string;
  readonly read: ReadStatus;
};

const BRACKETS = /^(.+?)\s*[([]([^()[\]]+)[)\]]$/;
const DASH = /^(.+?)(?:\s+[-–—]|[,;])\s+([^–—,;]+)$/;
const CAPITALS = /^([A-ZÄÖÜ]{4,})[\s:!]+(?=[\p{L}\d])(.+)$/u;

/** A status at the edge of a name: "Beamer (defekt)", "Laptop – ausgesondert", "ENTSORGT Drucker HP". */
export const statusAtEdge = (text: string): EdgeStatus | null => {
  const [, rest = '', behind = ''] = BRACKETS.exec(text) ?? DASH.exec(text) ?? [];
  const [, before = '', name = ''] = CAPITALS.exec(text) ?? [];
  for (const [word, other] of [
    [behind, rest],
    [before, name],
  ] as const) {
    const read = word === '' ? null : readStatusText(word);
    if (read?.leads === true && isTelling(read)) return { rest: other, read };
  }
  return null;
};
