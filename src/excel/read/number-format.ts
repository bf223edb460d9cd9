import type { PartialDate } from '#core/shared/iso-date.ts';

export type Precision = 'year' | 'month' | 'day';

/**
 * What a number format makes of a number: a date of some precision, a code (`00042`, `INV-042`), a percentage, or nothing
 * special.
 */
export type NumberMeaning =
  | { readonly kind: 'number' }
  | { readonly kind: 'code'; readonly prefix: string; readonly digits: number }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date'; readonly precision: Precision };

const NUMBER: NumberMeaning = { kind: 'number' };
const DAY: NumberMeaning = { kind: 'date', precision: 'day' };
const MONTH: NumberMeaning = { kind: 'date', precision: 'month' };
const YEAR: NumberMeaning = { kind: 'date', precision: 'year' };

/** The built-in formats that show a date (ECMA-376 part 1, 18.8.30, and the East Asian ones). */
const builtIn = (id: number): NumberMeaning => {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if (id === 17) return MONTH;
  if (id === 14 || id === 15 || id === 16 || id === 22) return DAY;
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return DAY;
  return NUMBER;
};

/** Reads a format code such as `dd.mm.yyyy`, `[$-407]mmm yy` or `00000`. Ids below 164 without a code are built in. */
export const meaningOfFormat = (id: number, code: string | undefined): NumberMeaning => {
  if (code === undefined) return builtIn(id);
  const [, prefix = '', zeros = ''] = /^((?:"[^"]*"|\\.|-)*)(0+)(?:;|$)/.exec(code) ?? [];
  const shownPrefix = prefix.replace(/"([^"]*)"|\\(.)/g, '$1$2');
  // Letters before the number make it a code, unless they are a currency.
  const isCode = zeros.length > 1 || /[A-Za-z]/.test(shownPrefix);
  if (zeros !== '' && isCode && !/EUR|USD|CHF|[€$£]/.test(shownPrefix))
    return { kind: 'code', prefix: shownPrefix, digits: zeros.length };
  const section = (code.split(';')[0] ?? '').replace(/"[^"]*"/g, '').replace(/\\./g, '');
  if (/^[0#?.,]+\s*%$/.test(section.trim())) return { kind: 'percent' };
  const bare = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .toLowerCase();
  if (/general|standard|[0#?]/.test(bare) && !/[yd]/.test(bare)) return NUMBER;
  const hasYear = /[yje]/.test(bare) && !/e[+-]/.test(bare);
  const hasDay = /[dt]/.test(bare);
  const hasMonth = /m/.test(bare);
  if (hasYear && hasDay) return DAY;
  if (hasYear && hasMonth) return MONTH;
  if (hasYear) return YEAR;
  if (hasDay && hasMonth) return DAY;
  return NUMBER;
};

const DAYS_TO_1970 = 25_569;
const DAYS_1900_TO_1904 = 1462;
const LAST_SERIAL = 2_958_465;

const two = (value: number): string => (value < 10 ? `0${String(value)}` : String(value));

/** Year, month, day of a count of days since 1970-01-01, by pure arithmetic: no time zone can shift it. */
const civilFromDays = (days: number): { year: number; month: number; day: number } => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthShifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthShifted < 10 ? monthShifted + 3 : monthShifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthShifted + 2) / 5) + 1,
  };
};

/** A first of month under a month format, a first of January under a year format stay as inexact as they are shown. */
export const dateAsShown = (isoDate: string, precision: Precision): PartialDate =>
  isoDate.slice(0, SHOWN_LENGTH[precision]);
const SHOWN_LENGTH: Readonly<Record<Precision, number>> = { year: 4, month: 7, day: 10 };

/**
 * The date behind an Excel serial number; null when there is none (0, negative, beyond the year 9999).
 * Serial 60 is the 29 February 1900 that never was; below it Excel counts one day less.
 */
export const dateFromSerial = (serial: number, precision: Precision, is1904: boolean): PartialDate | null => {
  const whole = Math.floor(serial) + (is1904 ? DAYS_1900_TO_1904 : 0);
  if (whole < 1 || whole > LAST_SERIAL || whole === 60) return null;
  const { year, month, day } = civilFromDays(whole - DAYS_TO_1970 + (whole < 60 ? 1 : 0));
  return dateAsShown(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`, precision);
};

/** `19%`, `12,5%`: the share that the cell shows, without the error of a product in binary. */
export const percentText = (value: number): string =>
  `${String(Number((value * 100).toPrecision(12))).replace('.', ',')}%`;
