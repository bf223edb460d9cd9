/** A whole day, `YYYY-MM-DD`. Text on purpose: it has no time zone and sorts as it reads. */
export type IsoDate = string;
/** A date as exactly as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. No day is ever invented. */
export type PartialDate = string;
/** A moment, ISO 8601 in UTC with milliseconds. */
export type Timestamp = string;

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether the text is a real date of any precision: `2024-02-30` and `2024-13` are not. */
export const isPartialDate = (text: string): boolean => {
  const match = PARTIAL.exec(text);
  if (match === null) return false;
  const [, yearText, monthText, dayText] = match;
  if (monthText === undefined) return true;
  const month = Number(monthText);
  if (month < 1 || month > 12) return false;
  if (dayText === undefined) return true;
  const day = Number(dayText);
  return day >= 1 && day <= daysInMonth(Number(yearText), month);
};

/** Whether the text is a real whole day. */
export const isIsoDate = (text: string): boolean => text.length === 10 && isPartialDate(text);

/** The year of a date of any precision. */
export const yearOf = (date: PartialDate): number => Number(date.slice(0, 4));

const DAY_MS = 86_400_000;

/** Days from the first to the second; negative when it comes earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
