import type { DeviceStatus } from '../../inventory/device.ts';
import type { PartialDate } from '../../shared/iso-date.ts';
import { readWlanCoverage } from '../cells/read-choices.ts';
import {
  readCountCell,
  readDateCell,
  readMoneyCell,
  readStatus,
  readStrayStatus,
} from '../cells/read-cells.ts';
import { isDoubtfulCount } from '../cells/read-count.ts';
import { isGift, type ReadMoney } from '../cells/read-money.ts';
import { linesOf, readWords } from './field-texts.ts';
import { keep, report, reportAndKeep, type CellAt, type RowDraft } from './row-draft.ts';
import { takeMeaning, takeStray, takeWord } from './row-status.ts';
import { isEmptyWord, isPlaceholder } from '../words.ts';

const YES = /^(x|ja|j|yes|y|wahr|true|1)$/i;
const NO = /^(nein|n|no|kein(e|er)?|falsch|false|0|ohne)$/i;

/** "bis Nov. 2019" is what a field with an end means. */
const UNTIL = /^(?:(?:gültig|läuft|garantie)\s+)?bis(?:\s+zum)?\s+/i;

const SHAPED_LIKE_DATE = /^\d{1,4}[./-]\d{1,2}([./-]\d{1,4})?$/;

const readAnyDate = (
  draft: RowDraft,
  at: CellAt,
  cell: CellAt['cell'],
  isEnd: boolean,
): PartialDate | null => {
  const read = readDateCell(cell, { ...at.habit, isEnd });
  if (read === null) {
    reportAndKeep(draft, at, SHAPED_LIKE_DATE.test(at.text) ? 'IMPOSSIBLE_DATE' : 'NO_DATE');
    return null;
  }
  if (read.isDoubtful) reportAndKeep(draft, at, 'DOUBTFUL_DATE', 'warning', { read: read.date });
  return read.date;
};

/** Whether a status stands there instead of the value; behind a value ("2019, defekt") the value is read too. */
const takesStatus = (draft: RowDraft, at: CellAt): boolean => {
  if (!/\p{L}{4}/u.test(at.text)) return false;
  if (takeStray(draft, at)) return true;
  const read = readStrayStatus(at.text);
  if (read !== null) takeWord(draft, read, at);
  return false;
};

/** A date; "entsorgt 2023" is a status, and 2023 no day of purchase. */
export const readDateField = (draft: RowDraft, at: CellAt): PartialDate | null =>
  isEmptyWord(at.text) || takesStatus(draft, at) ? null : readAnyDate(draft, at, at.cell, false);

export const readEndField = (draft: RowDraft, at: CellAt): PartialDate | null =>
  isEmptyWord(at.text) || takesStatus(draft, at)
    ? null
    : readAnyDate(draft, at, typeof at.cell === 'string' ? at.text.replace(UNTIL, '') : at.cell, true);

/** "Ausgesondert: x" says that, not when. */
export const readDecommissionedOn = (draft: RowDraft, at: CellAt): void => {
  if (typeof at.cell !== 'number' && NO.test(at.text)) return;
  const isYes = typeof at.cell !== 'number' && YES.test(at.text);
  const date = isYes ? null : readDateField(draft, at);
  if (date !== null) draft.fields.decommissionedOn = date;
  if (isYes || date !== null) takeMeaning(draft, 'decommissioned', at);
};

/** "Verlust" and "defekt, Gelenk gebrochen" tell the state as well. */
export const readReason = (draft: RowDraft, at: CellAt): string | null => {
  const text = readWords(draft, at);
  const read = text === null ? null : readStrayStatus(text);
  if (read !== null) takeWord(draft, read, at);
  return text;
};

export const readDefectDay = (draft: RowDraft, at: CellAt, field: 'reportedOn' | 'repairedOn'): void => {
  const date = readDateField(draft, at);
  if (date === null) return;
  // A report and a repair have a day; a month alone is kept in words.
  if (date.length === 10) draft.defect[field] = date;
  else keep(draft, at);
};

/** A column "Defekt" often only says yes or no. */
export const readDefectText = (draft: RowDraft, at: CellAt): void => {
  if (NO.test(at.text)) return;
  if (YES.test(at.text)) return takeMeaning(draft, 'defective', at);
  const text = readWords(draft, at, linesOf(at));
  if (text === null) return;
  const read = readStatus(text);
  if (read?.status === 'in-use') return keep(draft, at);
  draft.defect.text = text;
  const stray = readStrayStatus(text);
  if (stray !== null && stray.status !== 'defective') takeMeaning(draft, stray.status, at);
};

/** A whole number; null where there is none, which the issues then tell. */
export const readNumberField = (draft: RowDraft, at: CellAt): number | null => {
  if (isPlaceholder(at.text)) return null;
  const count = readCountCell(at.cell);
  if (count === null) {
    if (!takesStatus(draft, at)) reportAndKeep(draft, at, at.field === 'quantity' ? 'NO_COUNT' : 'NO_NUMBER');
  } else if (isDoubtfulCount(at.text)) {
    reportAndKeep(draft, at, 'DOUBTFUL_COUNT', 'warning', { read: count });
  }
  return count;
};

export const readQuantity = (draft: RowDraft, at: CellAt): void => {
  const count = readNumberField(draft, at);
  if (count === 0) draft.isNone = true;
  else if (count !== null) draft.fields.quantity = count;
};

const MONTHS = /^(\d{1,3})\s*(?:monate?n?|mon\.?|months?)$/i;

/** "60 Monate" are 5 years. */
export const readYears = (draft: RowDraft, at: CellAt): void => {
  const months = Number(MONTHS.exec(at.text)?.[1] ?? Number.NaN);
  if (months % 12 === 0 && months > 0) {
    draft.fields.serviceLifeYears = months / 12;
    return;
  }
  if (!Number.isNaN(months)) return reportAndKeep(draft, at, 'NO_NUMBER');
  const years = readNumberField(draft, at);
  if (years !== null && years > 0) draft.fields.serviceLifeYears = years;
};

export const readArea = (draft: RowDraft, at: CellAt): void => {
  if (isPlaceholder(at.text)) return;
  const area =
    typeof at.cell === 'number'
      ? at.cell
      : Number(at.text.replace(/\s*(?:m²?2?|qm)$/i, '').replace(',', '.'));
  if (Number.isFinite(area) && area >= 0) draft.roomFields.areaM2 = area;
  else reportAndKeep(draft, at, 'NO_NUMBER');
};

export type KindCount = {
  readonly quantity: number;
  readonly status: DeviceStatus | null;
  /** Words beside the count. */
  readonly note: string | null;
};

/** "2 (mobil)", "x (defekt)", "3 alt": a count or a cross, and words about it. */
const COUNT_AND_WORDS = /^(\d{1,4}|x|ja)\s*[x×]?\s*(?:\((.+)\)|[,;:–-]\s*(.+)|(\p{L}.*))$/iu;

/**
 * How many devices of the column's kind the room has. A word about them ("kaputt") speaks of these, not of the others of
 * the row; null = the cell says nothing that could be counted, which the issues tell.
 */
export const readKindCount = (draft: RowDraft, at: CellAt): KindCount | null => {
  if (isPlaceholder(at.text) || NO.test(at.text)) return null;
  const plain = readCountCell(at.cell);
  if (plain !== null && !isDoubtfulCount(at.text)) return { quantity: plain, status: null, note: null };
  const parts = COUNT_AND_WORDS.exec(at.text);
  const words = parts?.[2] ?? parts?.[3] ?? parts?.[4] ?? (parts === null ? at.text : '');
  const status = readStrayStatus(words)?.status ?? null;
  const quantity = plain ?? (parts === null || !/^\d/.test(parts[1] ?? '') ? 1 : Number(parts[1]));
  if (parts === null && status === null) report(draft, at, 'NO_COUNT');
  else report(draft, at, 'DOUBTFUL_COUNT', 'warning', { read: quantity });
  return { quantity, status, note: `${at.header}: ${at.text}` };
};

const takeCents = (
  draft: RowDraft,
  at: CellAt,
  { cents, doubt }: ReadMoney & { readonly kind: 'cents' },
): void => {
  draft.fields.purchasePriceCents = cents;
  if (doubt === null) draft.priceAt = at;
  if (cents === 0) report(draft, at, 'DOUBTFUL_PRICE', 'info', { doubt: 'zero', cents });
  // "ca. 450" is told; two readings, or a sum that is not the price of one device, want a look.
  if (doubt === 'about') report(draft, at, 'DOUBTFUL_PRICE', 'info', { doubt, cents });
  else if (doubt !== null) reportAndKeep(draft, at, 'DOUBTFUL_PRICE', 'warning', { doubt, cents });
};

export const readPrice = (draft: RowDraft, at: CellAt): void => {
  if (isEmptyWord(at.text)) return;
  const money = readMoneyCell(at.cell, at.habit.decimals);
  if (money.kind === 'cents') return takeCents(draft, at, money);
  if (money.kind === 'none' && takesStatus(draft, at)) return;
  if (money.kind === 'foreign') reportAndKeep(draft, at, 'FOREIGN_CURRENCY');
  else reportAndKeep(draft, at, 'NO_PRICE', isGift(at.text) ? 'info' : 'warning');
};

export const readWlan = (draft: RowDraft, at: CellAt): void => {
  if (isEmptyWord(at.text)) return;
  const coverage = readWlanCoverage(at.text);
  if (coverage === null) reportAndKeep(draft, at, 'UNKNOWN_VALUE');
  else draft.roomFields.wlanCoverage = coverage;
};
