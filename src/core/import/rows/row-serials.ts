import { readStrayStatus } from '../cells/read-cells.ts';
import { keep, report, reportAndKeep, type CellAt, type RowDraft } from './row-draft.ts';
import { isPlaceholder } from '../words.ts';

const BREAKS = /\s*[;,\n|]\s*|\s+[/&+]\s+|\s+(?:und|u\.)\s+/;

/** Excel shows long numbers as 5,02E+11 and a CSV file then keeps only that. */
const EXPONENT = /^\d([.,]\d+)?E\+?\d+$/i;

const isSerial = (part: string): boolean => /^[\w./:-]{4,40}$/.test(part) && /\d/.test(part);

/** "5CD1234ABC 5CD1234ABD": long codes of one length are one each; a space may also stand inside of one. */
const splitAtSpaces = (text: string): readonly string[] => {
  const parts = text.split(/\s+/);
  const isList = parts.every(
    (part) => part.length === parts[0]?.length && /^(?=.*\d)[A-Z\d]{8,}$/.test(part),
  );
  return isList ? parts : [text];
};

/** Several values of one cell. */
export const splitList = (text: string): readonly string[] => text.split(BREAKS).filter(Boolean);

/** "DMP100–DMP105": which numbers lie between cannot be told. */
const isRange = (text: string): boolean => {
  const match = /^(\D*)(\d+)(?:\s*(?:[-–—]|\.{2,3})\s*|\s+bis\s+)(\D*)(\d+)$/i.exec(text);
  if (match === null) return false;
  const [, prefix = '', first = '', otherPrefix = '', last = ''] = match;
  if (otherPrefix !== '' && prefix !== otherPrefix) return false;
  if (/bis|[–—]|\.\./i.test(text)) return true;
  const distance = Number(last) - Number(first);
  return (
    prefix === otherPrefix &&
    first.length >= (prefix === '' ? 5 : 2) &&
    first.length === last.length &&
    distance > 0 &&
    distance < 1000
  );
};

/** Words where a serial number belongs: what stands there is something else. */
const isProse = (text: string): boolean => {
  const words = text.split(/\s+/).filter((word) => /\p{L}{3,}/u.test(word) && !/\d/.test(word)).length;
  return words >= 2 || (!/\d/.test(text) && text.includes(' '));
};

const takeList = (draft: RowDraft, at: CellAt, parts: readonly string[]): void => {
  draft.serials = parts.filter(isSerial);
  for (const part of parts.filter((entry) => !isSerial(entry) && !isPlaceholder(entry))) {
    const rest = { ...at, text: part };
    if (readStrayStatus(part) === null) reportAndKeep(draft, rest, 'NOT_A_SERIAL');
    else keep(draft, rest);
  }
};

const LABEL = /^(?:s\/?n|seriennummer|ser\.?-?nr\.?)\s*:\s*/i;

export const readSerials = (draft: RowDraft, at: CellAt): void => {
  draft.serialsAt = at;
  // Line breaks part serial numbers.
  const raw = typeof at.cell === 'string' ? at.cell.trim() : at.text;
  // Our own list has one number in a cell, whatever it looks like.
  if (draft.isOwn) draft.fields.serialNumber = at.text;
  else takeForeign(draft, at, raw.replace(LABEL, ''));
};

const takeForeign = (draft: RowDraft, at: CellAt, text: string): void => {
  if (EXPONENT.test(text)) return reportAndKeep(draft, at, 'NOT_A_SERIAL');
  if (isRange(text)) return reportAndKeep(draft, at, 'SERIAL_RANGE');
  const listed = splitList(text);
  const parts = listed.length > 1 ? listed : splitAtSpaces(at.text);
  if (parts.length > 1 && parts.some(isSerial) && !isProse(parts.filter((part) => !isSerial(part)).join(' ')))
    return takeList(draft, at, parts);
  if (isProse(at.text)) return reportAndKeep(draft, at, 'NOT_A_SERIAL');
  draft.serials = [text.replace(/\s+/g, ' ')];
};

/** More would be a slip of the pen, and a list nobody can look through. */
const MOST_DEVICES = 500;

/**
 * One entry per device that count and serial numbers make of the row, with its serial number where it has one; null =
 * the row stays one device or Sammelposten.
 */
export const devicesOfSerials = (draft: RowDraft): readonly (string | null)[] | null => {
  const { serials, serialsAt, fields } = draft;
  if (serials.length === 0 || serialsAt === null) return null;
  const count = fields.quantity ?? serials.length;
  const params = { count: serials.length, quantity: count };
  if (fields.quantity !== undefined && count > MOST_DEVICES) {
    reportAndKeep(draft, serialsAt, 'SERIALS_AND_COUNT', 'warning', params);
    return null;
  }
  if (count !== serials.length) report(draft, serialsAt, 'SERIALS_AND_COUNT', 'warning', params);
  else if (count > 1) report(draft, serialsAt, 'SEVERAL_SERIALS', 'info', params);
  return [...serials, ...Array<null>(Math.max(0, count - serials.length)).fill(null)];
};
