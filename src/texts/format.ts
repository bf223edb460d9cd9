import type { IsoDate, PartialDate, Timestamp } from '#core/shared/iso-date.ts';

/**
 * Numbers, money and dates as German readers write them. The `Intl` instances are made once: making one costs
 * about as much as formatting a hundred values.
 */
const LOCALE = 'de-DE';
const wholeNumber = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const euros = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'EUR' });
const wholeEuros = new Intl.NumberFormat(LOCALE, {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const dayAndTime = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const timeOfDay = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });
const decimals = new Map<number, Intl.NumberFormat>([[0, wholeNumber]]);

const decimalFormat = (digits: number): Intl.NumberFormat => {
  const known = decimals.get(digits);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  decimals.set(digits, made);
  return made;
};

/** What stands for an unknown value. */
export const UNKNOWN = '–';
/** U+2212, the minus sign of set type; the hyphen of the keyboard is too short beside figures. */
export const MINUS = '\u2212';

const withMinus = (text: string): string => text.replace('-', MINUS);

/** `2026-11-16` → `16.11.2026`, `2021-03` → `03/2021`, `2019` → `2019`. Works on the text, so no time zone can shift a day. */
export const formatDate = (date: PartialDate | null): string => {
  if (date === null || date === '') return UNKNOWN;
  const [year = '', month, day] = date.slice(0, 10).split('-');
  if (month === undefined) return year;
  return day === undefined ? `${month}/${year}` : `${day}.${month}.${year}`;
};

/** `1740` → `1.740`; with `digits` exactly so many decimals: `5.4, 1` → `5,4`. */
export const formatNumber = (value: number | null, digits = 0): string =>
  value === null ? UNKNOWN : withMinus(decimalFormat(digits).format(value));

/** Cents to `26.356 €`, or `1.740,50 €` where the cents are not zero. */
export const formatEuros = (cents: number | null): string => {
  if (cents === null) return UNKNOWN;
  const format = cents % 100 === 0 ? wholeEuros : euros;
  return withMinus(format.format(cents / 100));
};

/** A share 0–1 to `88 %`, rounded down above 99 %, so that `100 %` always means all. */
export const formatPercent = (share: number | null): string => {
  if (share === null) return UNKNOWN;
  return percent.format(share > 0.99 && share < 1 ? 0.99 : share);
};

/** Local day and time, `16.11.2026, 10:42`. */
export const formatTimestamp = (at: Timestamp): string => dayAndTime.format(new Date(at));

/** Local time of day, `10:42`. */
export const formatTime = (at: Timestamp): string => timeOfDay.format(new Date(at));

/** A gap with its sign: `3` → `−3`, `0` → `0`, unknown → `–`. */
export const formatGap = (gap: number | null): string =>
  gap === null ? UNKNOWN : gap === 0 ? '0' : `${MINUS}${wholeNumber.format(gap)}`;

/** A difference with its sign: `+2`, `−3`, `0`. */
export const formatDifference = (difference: number): string =>
  difference > 0 ? `+${wholeNumber.format(difference)}` : formatNumber(difference);

/** `1 Gerät`, `5 Geräte`: the number with the word that fits it. */
export const formatCount = (count: number, one: string, many: string): string =>
  `${wholeNumber.format(count)} ${count === 1 ? one : many}`;

/** The calendar day where the user sits, not in Greenwich: `2026-11-16`. */
export const localDay = (at: Timestamp | Date): IsoDate => {
  const moment = new Date(at);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
};
