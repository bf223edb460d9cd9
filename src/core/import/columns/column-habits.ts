import type { DateHabit } from '../cells/read-date.ts';
import type { DecimalSign } from '../cells/read-money.ts';
import type { ColumnMapping, ImportField, RawRow } from '../types.ts';
import { cellText, isEmptyWord } from '../words.ts';

/** How the values of a column are written, as far as its cells prove it. */
export type ColumnHabit = Pick<DateHabit, 'order' | 'isCompact'> & { readonly decimals: DecimalSign };
/** By column. */
export type ColumnHabits = ReadonlyMap<number, ColumnHabit>;

export const NO_HABIT: ColumnHabit = { order: null, isCompact: false, decimals: null };

const DEPENDENT: ReadonlySet<ImportField | null> = new Set([
  'purchasedOn',
  'decommissionedOn',
  'lastSeenOn',
  'earmarkedUntil',
  'warrantyUntil',
  'defectSince',
  'defectReportedOn',
  'purchasePriceCents',
]);

const SLASHED = /^(\d{1,2})([/-])(\d{1,2})\2\d{2,4}(?!\d)/;
/** Who counts half days writes the month first. */
const HALF_DAYS = /\d\s?[AP]M$/i;
const COMPACT = /^(?:19[7-9]\d|20\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const DECIMAL_COMMA = /\d,(?:\d{1,2}(?![\d.,])|-)|\d\.\d{3}\.\d{3}/;
const DECIMAL_POINT = /\d\.\d{1,2}(?![\d.,])|\d,\d{3},\d{3}/;

const both = <Name extends string>(
  first: Name,
  isFirst: boolean,
  second: Name,
  isSecond: boolean,
): Name | 'mixed' | null => (isFirst ? (isSecond ? 'mixed' : first) : isSecond ? second : null);

const habitOf = (texts: readonly string[]): ColumnHabit => {
  const slashed = texts.map((text) => SLASHED.exec(text)).filter((match) => match !== null);
  return {
    order: both(
      'day-month',
      slashed.some(([, first, , second]) => Number(first) > 12 && Number(second) <= 12),
      'month-day',
      slashed.some(([, first, , second]) => Number(first) <= 12 && Number(second) > 12) ||
        texts.some((text) => HALF_DAYS.test(text)),
    ),
    isCompact: texts.length >= 3 && texts.filter((text) => COMPACT.test(text)).length >= texts.length * 0.8,
    decimals: both(
      'comma',
      texts.some((text) => DECIMAL_COMMA.test(text)),
      'point',
      texts.some((text) => DECIMAL_POINT.test(text)),
    ),
  };
};

/** One pass over the columns whose cells can be read in two ways. */
export const columnHabits = (rows: readonly RawRow[], columns: readonly ColumnMapping[]): ColumnHabits =>
  new Map(
    columns
      .filter(({ field }) => DEPENDENT.has(field))
      .map(({ column }) => [column, habitOf(distinctTexts(rows, column))]),
  );

const distinctTexts = (rows: readonly RawRow[], column: number): readonly string[] => {
  const texts = new Set<string>();
  for (const { cells } of rows) {
    const cell = cells[column];
    // 12.5 as a number says nothing about how the column writes it.
    if (typeof cell !== 'string' && !Number.isInteger(cell)) continue;
    const text = cellText(cell);
    if (!isEmptyWord(text)) texts.add(text);
  }
  return [...texts];
};
