import { dateOf, fullYear, readPartialDate } from '../../inventory/cell-input.ts';
import { yearOf, type PartialDate } from '../../shared/iso-date.ts';
import { MONTH_PATTERN, monthOfName } from '../dictionary/month-names.ts';
import { foldText } from '../words.ts';

export type ReadDate = {
  readonly date: PartialDate;
  /** Read, but another reading is possible, or words stood around it. */
  readonly isDoubtful: boolean;
};

/** What the other cells of the column prove about its dates. */
export type DateHabit = {
  /** `10/13/2021` proves month before day; `mixed` where the column proves both; null = nothing is proven. */
  readonly order: 'day-month' | 'month-day' | 'mixed' | null;
  /** The column is full of `20210304`. */
  readonly isCompact: boolean;
  /** The field means an end: of a range the later date counts. */
  readonly isEnd: boolean;
};

export const NO_DATE_HABIT: DateHabit = { order: null, isCompact: false, isEnd: false };

/** No school device is older, and no promise reaches further. */
const YEARS = { first: 1970, last: 2100 };

/** Serial days of Excel, 1982 to 2064: a number where a date belongs, without its format. */
const EXCEL_DAYS = { first: 30_000, last: 60_000 };

export const dateFromExcelDay = (day: number): PartialDate | null => {
  if (day < EXCEL_DAYS.first || day > EXCEL_DAYS.last) return null;
  // Days are counted from 30 December 1899; whole days have no time zone.
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(day) * 86_400_000);
  return date.toISOString().slice(0, 10);
};

export const isPlausible = (date: PartialDate): boolean =>
  yearOf(date) >= YEARS.first && yearOf(date) <= YEARS.last;

const read = (date: PartialDate | null, isDoubtful: boolean): ReadDate | null =>
  date === null || !isPlausible(date) ? null : { date, isDoubtful };

/** `65` is 2065 or 1965: neither is a year of a school device. */
const isOddYear = (year: string): boolean => year.length === 2 && Number(year) >= 40 && Number(year) < 70;

type Form = readonly [
  pattern: RegExp,
  /** null = it has the form and is still no date, such as the 31st of February. */
  reader: (parts: readonly string[], habit: DateHabit) => ReadDate | null,
];

/** `3/4/2021` is March for some and April for others; `10/13/2021` can only be one. */
const readSlashed: Form[1] = ([, first = '', sign, second = '', year = ''], { order }) => {
  const dayFirst = dateOf(year, second, first);
  const monthFirst = dateOf(year, first, second);
  const isOdd = isOddYear(year) || (sign === '-' && year.length === 2);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst)
    return read(dayFirst ?? monthFirst, isOdd);
  const isProven = order === 'day-month' || order === 'month-day';
  return read(order === 'month-day' ? monthFirst : dayFirst, !isProven || isOdd);
};

const isNextYear = (year: string, next: string): boolean =>
  (Number(year) + 1) % 100 === Number(next) % 100 && (next.length === 2 || Number(next) === Number(year) + 1);

/** `2020/21` is a school year, `2021/03` a month, `2011/12` may be either. */
const readYearSlash: Form[1] = ([, year = '', next = ''], { isEnd }) => {
  if (next.length === 4 || isNextYear(year, next))
    return read(dateOf(isEnd ? fullEnd(year, next) : year), true);
  return read(dateOf(year, next), next.length !== 2);
};

const fullEnd = (year: string, end: string): string => (end.length === 4 ? end : year.slice(0, 2) + end);

/** `03/21` is a month, or the 21st of one; `20/21` a school year. */
const readShortSlash: Form[1] = ([, first = '', second = ''], { isEnd }) => {
  if (Number(first) > 12)
    return isNextYear(first, second) ? read(dateOf(isEnd ? second : first), true) : null;
  return read(dateOf(fullYear(second), first), true);
};

/** Forms of digits alone, besides those of `readPartialDate`. */
const DIGIT_FORMS: readonly Form[] = [
  [/^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/, readSlashed],
  [
    /^(\d{4})(\d{2})(\d{2})$/,
    ([, year = '', month, day], { isCompact }) => read(dateOf(year, month, day), !isCompact),
  ],
  [/^(\d{5})(?:[.,]\d+)?$/, ([, day = '']) => read(dateFromExcelDay(Number(day)), true)],
  [/^(\d{4}) ?\/ ?(\d{4}|\d{2})$/, readYearSlash],
  [/^(\d{1,2})\/(\d{2})$/, readShortSlash],
  [
    /^(\d{4}) ?(?:[-–—]|bis|oder) ?(\d{4}|(?:1[3-9]|[2-9]\d))$/,
    ([, year = '', end = ''], { isEnd }) => read(dateOf(isEnd ? fullEnd(year, end) : year), true),
  ],
  // A day that nobody knows: the month does not become the first of it.
  [
    /^(?:00|0|xx?|\?\??|__?|--?)[./](\d{1,2})[./](\d{4})$/i,
    ([, month, year = '']) => read(dateOf(year, month), true),
  ],
];

const readNamed = (
  name: string,
  year: string,
  day: string | undefined,
  isDoubtful = false,
): ReadDate | null => {
  const month = monthOfName(name);
  return month === undefined ? null : read(dateOf(year, month, day), isDoubtful || isOddYear(year));
};

const YEAR = '((?:19|20)\\d{2})';
const QUARTER = '(?:q ?[1-4]|[1-4] ?(?:q|quartal)|i{1,3} quartal|iv quartal|[12] ?(?:hj|halbjahr))';
const SEASON = '(?:fruehjahr|fruehling|sommer|herbst|winter|ostern|weihnachten|spring|summer|autumn|fall)';
const vague = (pattern: string): Form => [
  new RegExp(`^${pattern}$`),
  ([, year = '']) => read(dateOf(year), true),
];

/** Forms with words, matched against folded text. What is less exact than a month is only read as its year. */
const WORD_FORMS: readonly Form[] = [
  [
    /^(\d{1,2}) ?(?:st|nd|rd|th)? ?([a-z]+) (\d{4}|\d{2})$/,
    ([, day, name = '', year = '']) => readNamed(name, year, day),
  ],
  [
    /^([a-z]+) (\d{1,2}) ?(?:st|nd|rd|th)? (\d{4})$/,
    ([, name = '', day, year = '']) => readNamed(name, year, day),
  ],
  [/^(\d{4}) ([a-z]+)(?: (\d{1,2}))?$/, ([, year = '', name = '', day]) => readNamed(name, year, day)],
  // "Mrz 21" may be the 21st of March.
  [
    /^([a-z]+) ?(\d{4}|\d{2})$/,
    ([, name = '', year = '']) => readNamed(name, year, undefined, year.length === 2 && Number(year) <= 31),
  ],
  vague(`${QUARTER} ${YEAR}`),
  vague(`${YEAR} ${QUARTER}`),
  vague(`${SEASON} ${YEAR}(?: \\d{2,4})?`),
  vague(`(?:kw ?\\d{1,2}|\\d{1,2} kw) ${YEAR}`),
  vague(`${YEAR} kw ?\\d{1,2}`),
];

const tryForms = (text: string, forms: readonly Form[], habit: DateHabit): ReadDate | null | undefined => {
  for (const [pattern, reader] of forms) {
    const parts = pattern.exec(text);
    if (parts === null) continue;
    const found = reader(parts, habit);
    if (found !== null) return found;
  }
  return undefined;
};

const WEEKDAY =
  /^(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[.,]*\s+/i;
const TIME = /,?[ T](?:um )?\d{1,2}:\d{2}.*$/;
/** Midnight in Germany as a program in UTC writes it: the day may be the next one. */
const GERMAN_MIDNIGHT = /T2[23]:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)$/;

/** A date and nothing else, in any of its forms. */
const readBare = (text: string, habit: DateHabit): ReadDate | null => {
  const slashed = tryForms(text, DIGIT_FORMS.slice(0, 1), habit);
  if (slashed !== undefined) return slashed;
  const plain = readPartialDate(text);
  if (plain !== null) return read(plain, isOddYear(/[./](\d{2})$/.exec(text)?.[1] ?? ''));
  return (
    tryForms(text, DIGIT_FORMS, habit) ??
    (/\p{L}/u.test(text) ? tryForms(foldText(text), WORD_FORMS, habit) : null) ??
    null
  );
};

const AROUND =
  /^(?:(?:bis|seit|ab|ca|circa|etwa|rund|ungefähr|vor|nach|um|am|vom|im|in|zum|anfang|mitte|ende|sj|schuljahr|jahr|vermutlich|wohl|evtl|spätestens|frühestens|geschätzt)(?:\.\s*|\s+)|[~≈(["„]\s*)+/i;

const inText = (...forms: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d./-])(?:${forms.join('|')})(?![\\p{L}\\d]|[./-]\\d)`, 'giu');

const CLEAR_FORMS = [
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{1,2}\\. ?\\d{1,2}\\. ?(?:\\d{4}|\\d{2})',
  '\\d{1,2}/\\d{1,2}/\\d{4}',
  '\\d{1,2}[./]\\d{4}',
  `(?:\\d{1,2}\\.? )?(?:${MONTH_PATTERN})\\.? (?:\\d{1,2}, )?\\d{4}`,
  YEAR,
] as const;
const DATE_IN_TEXT = inText(...CLEAR_FORMS);
const DATE_BESIDE_STATUS = inText(...CLEAR_FORMS, '\\d{1,2}/\\d{2}');

/** The dates beside a status: "ausgemustert 07/23" too, which in another text could be any number. */
export const datesBesideStatus = (text: string): readonly string[] => text.match(DATE_BESIDE_STATUS) ?? [];

const readAmongWords = (text: string, habit: DateHabit): ReadDate | null => {
  const found = text.match(DATE_IN_TEXT) ?? [];
  const token = habit.isEnd ? found.at(-1) : found[0];
  if (token === undefined) return null;
  const isClear = /\p{L}{2}/u.test(text) || !/\d/.test(text.replace(DATE_IN_TEXT, ''));
  const inner = isClear ? readBare(token, habit) : null;
  return inner === null ? null : { date: inner.date, isDoubtful: true };
};

/**
 * A date of any precision out of a text, as exactly as it is said: no day is ever invented. What has two readings, or
 * stands among words ("bis", "ca.", "laut Lieferschein"), is doubtful. null = no date.
 */
export const readDateText = (text: string, habit: DateHabit): ReadDate | null => {
  const trimmed = text.trim();
  const bare = trimmed.replace(WEEKDAY, '').replace(TIME, '');
  const plain = readBare(bare, habit);
  if (plain !== null) return GERMAN_MIDNIGHT.test(trimmed) ? { ...plain, isDoubtful: true } : plain;
  const inner = bare.replace(AROUND, '').replace(/[\s?!)\]"“.]+$/, '');
  const behind = inner === bare ? null : readBare(inner, habit);
  return behind === null ? readAmongWords(bare, habit) : { date: behind.date, isDoubtful: true };
};
