import { isPartialDate, type PartialDate } from '../shared/iso-date.ts';

/**
 * What people type into a cell, read leniently. Each reader answers the value, or null where the text is none: the
 * caller knows the field and says so.
 */

const twoDigits = (text: string): string => text.padStart(2, '0');

/** Two digits are a year near us: `18` → 2018, `85` → 1985. No school device is older than 1970. */
export const fullYear = (text: string): string =>
  text.length === 4 ? text : String((Number(text) < 70 ? 2000 : 1900) + Number(text));

const real = (date: string): PartialDate | null => (isPartialDate(date) ? date : null);

/** A date of text parts, two digits each where they are short; a month or day left out stays unknown. */
export const dateOf = (year: string, month?: string, day?: string): PartialDate | null =>
  real([fullYear(year), ...[month, day].filter((part) => part !== undefined).map(twoDigits)].join('-'));

/**
 * `2021`, `03/2022`, `3.2022`, `2022-03`, `14.9.18`, `14.09.2018`, `2018-09-14`, `2018/9/14`, a time behind the day is
 * dropped.
 * As exact as written: a month stays a month. An impossible day (`31.02.2020`) is none.
 */
export const readPartialDate = (text: string): PartialDate | null => {
  const trimmed = text.trim().replace(/[ T]\d{1,2}:\d{2}(:\d{2})?.*$/, '');
  if (/^\d{4}$/.test(trimmed)) return real(trimmed);
  const iso =
    /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(trimmed) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(trimmed);
  if (iso !== null) return dateOf(iso[1] ?? '', iso[2], iso[3]);
  const german = /^(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4}|\d{2})$/.exec(trimmed);
  if (german !== null) {
    const [, day = '', month = '', year = ''] = german;
    return dateOf(year, month, day);
  }
  const month = /^(\d{1,2})[./-] ?(\d{4})$/.exec(trimmed);
  return month === null ? null : dateOf(month[2] ?? '', month[1]);
};

/** The digits and signs of an amount: without its currency and the dash that stands for no cents. */
export const bareAmount = (text: string): string =>
  text
    .replace(/€|euros?|eur/gi, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[’´`]/g, "'")
    .trim()
    .replace(/ ?[,.] ?(-+|–+|—+)$/, '');

const GERMAN_AMOUNT = /^(\d+|[1-9]\d{0,2}([. '])\d{3}(?:\2\d{3})*)(?:,(\d{1,2}))?$/;
const ENGLISH_AMOUNT = /^(\d+|[1-9]\d{0,2}([, '])\d{3}(?:\2\d{3})*)(?:\.(\d{1,2}))?$/;

/**
 * `1.740,-`, `1740,50 €`, `1.740`, `1740.50`, `14 790.00`, `1'234.50`, `EUR 12` → cents. A single dot before exactly
 * three digits parts thousands, before one or two it is the decimal point. Spaces only part thousands: `12 € 50` is no
 * 1.250. Never negative.
 */
export const readCents = (text: string): number | null => {
  const bare = bareAmount(text);
  const match = GERMAN_AMOUNT.exec(bare) ?? ENGLISH_AMOUNT.exec(bare);
  if (match === null) return null;
  const euros = Number((match[1] ?? '').replace(/\D/g, ''));
  const cents = euros * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(cents) ? cents : null;
};

/** A whole number from 0 on: `30`, `1.200`, `30 Stück`, `5 Jahre`. */
export const readCount = (text: string): number | null => {
  const match = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:\s*[a-zäöüß.²]+)?$/i.exec(text.trim());
  const value = match === null ? Number.NaN : Number((match[1] ?? '').replace(/\./g, ''));
  return Number.isSafeInteger(value) ? value : null;
};

/** A number with decimals from 0 on: `62,5`, `62.5`, `62 m²`. */
export const readDecimal = (text: string): number | null => {
  const match = /^(\d+)(?:[.,](\d+))?(?:\s*m²?2?)?$/i.exec(text.trim());
  return match === null ? null : Number(`${match[1] ?? ''}.${match[2] ?? '0'}`);
};

/** For comparing words: lower case, umlauts written out, nothing but letters and digits. `In Betrieb` = `in-betrieb`. */
export const foldWord = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '');

/** The choice that the text names: by one of its words, else by the only one with a word that begins so. */
export const readChoice = <Choice extends string>(
  text: string,
  words: Readonly<Record<Choice, readonly string[]>>,
): Choice | null => {
  const wanted = foldWord(text);
  if (wanted === '') return null;
  const choices = Object.keys(words) as Choice[];
  const exact = choices.find(
    (choice) => foldWord(choice) === wanted || words[choice].some((word) => foldWord(word) === wanted),
  );
  if (exact !== undefined) return exact;
  const begins = choices.filter((choice) => words[choice].some((word) => foldWord(word).startsWith(wanted)));
  return begins.length === 1 ? (begins[0] ?? null) : null;
};
