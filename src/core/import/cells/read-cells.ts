import {
  NO_DATE_HABIT,
  dateFromExcelDay,
  isPlausible,
  readDateText,
  type DateHabit,
  type ReadDate,
} from './read-date.ts';
import { readCountText } from './read-count.ts';
import { readMoneyText, type DecimalSign, type ReadMoney } from './read-money.ts';
import { isTelling, readStatusText, type ReadStatus } from './read-status.ts';
import { remembered } from '../remembered.ts';
import type { RawCell } from '../types.ts';
import { cellText } from '../words.ts';

/** The readers of texts and cells, whose answers are kept: a column repeats its texts. */

const dateReaders = new Map<string, (text: string) => ReadDate | null>();
const dateReader = (habit: DateHabit): ((text: string) => ReadDate | null) => {
  const key = `${habit.order} ${habit.isCompact} ${habit.isEnd}`;
  const reader = dateReaders.get(key) ?? remembered((text) => readDateText(text, habit));
  dateReaders.set(key, reader);
  return reader;
};

export const readDate = (text: string, habit: DateHabit = NO_DATE_HABIT): ReadDate | null =>
  dateReader(habit)(text);

const readDateNumber = (value: number, habit: DateHabit): ReadDate | null => {
  const day = dateFromExcelDay(value);
  if (day !== null) return { date: day, isDoubtful: true };
  return Number.isInteger(value) ? readDate(String(value), habit) : null;
};

export const readDateCell = (cell: RawCell, habit: DateHabit = NO_DATE_HABIT): ReadDate | null => {
  if (typeof cell === 'number') return readDateNumber(cell, habit);
  if (typeof cell !== 'object' || cell === null) return readDate(cellText(cell), habit);
  return cell.kind === 'date' && isPlausible(cell.date) ? { date: cell.date, isDoubtful: false } : null;
};

const moneyReaders: Readonly<Record<NonNullable<DecimalSign> | 'none', (text: string) => ReadMoney>> = {
  comma: remembered((text) => readMoneyText(text, 'comma')),
  point: remembered((text) => readMoneyText(text, 'point')),
  mixed: remembered((text) => readMoneyText(text, 'mixed')),
  none: remembered((text) => readMoneyText(text, null)),
};

export const readMoney = (text: string, decimals: DecimalSign = null): ReadMoney =>
  moneyReaders[decimals ?? 'none'](text);

/** Numbers are euros, rounded to cents: formulas leave `129.99999999`. */
export const readMoneyCell = (cell: RawCell, decimals: DecimalSign = null): ReadMoney =>
  typeof cell === 'number' && Number.isFinite(cell) && cell >= 0
    ? { kind: 'cents', cents: Math.round(cell * 100), doubt: null }
    : readMoney(cellText(cell), decimals);

/** A whole number from 0 on; `x` and `ja` in a column of counts are 1. */
export const readCountCell = (cell: RawCell): number | null => {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 ? cell : null;
  return readCountText(cellText(cell));
};

export const readStatus: (text: string) => ReadStatus | null = remembered(readStatusText);

/** A status where none belongs ("ENTSORGT" as a room). "Lager" and "neu" are no news there, "Netzteil fehlt" is no device. */
export const readStrayStatus = (text: string): ReadStatus | null => {
  const read = readStatus(text);
  return read !== null && isTelling(read) ? read : null;
};
