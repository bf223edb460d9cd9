import { SURE_CATEGORY, type Classify } from '../dictionary/category-words.ts';
import type { FoundTable } from './find-table.ts';
import { readDate, readMoney, readStatus } from '../cells/read-cells.ts';
import { readOwner, readUserGroup } from '../cells/read-choices.ts';
import type { ImportField } from '../types.ts';
import { cellText, isEmptyWord } from '../words.ts';

const SAMPLE_ROWS = 200;

export const sampleValues = (found: FoundTable, column: number): readonly string[] => {
  const values: string[] = [];
  for (const { cells } of found.rows) {
    const text = cellText(cells[column]);
    if (!isEmptyWord(text)) values.push(text);
    if (values.length >= SAMPLE_ROWS) break;
  }
  return values;
};

const SERIAL = /^(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{7,25}$/;
const MAC = /^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$|^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i;

/** How many of the values say how many there are: `16`, `35 Stk.`, `x`, `2 (mobil)`, `-`. */
export const countShare = (values: readonly string[]): number =>
  shareOf(values, (value) =>
    /^(\d{1,4}(\s?[x×]|\s?\p{L}{0,6}\.?)?(\s*\(.*\))?|x|ja|nein|j|n|–|-)$/iu.test(value),
  );

const shareOf = (values: readonly string[], fits: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(fits).length / values.length;

/** How many of the values make sense for the field, 0–1; null where any text does, or there is nothing to judge. */
export const contentShare = (
  field: ImportField,
  values: readonly string[],
  classify: Classify,
): number | null => {
  if (values.length === 0) return null;
  switch (field) {
    case 'purchasedOn':
    case 'warrantyUntil':
    case 'earmarkedUntil':
    case 'decommissionedOn':
    case 'lastSeenOn':
    case 'defectSince':
    case 'defectReportedOn':
      return shareOf(values, (value) => readDate(value) !== null);
    case 'purchasePriceCents':
      return shareOf(values, (value) => readMoney(value).kind !== 'none');
    case 'quantity':
    case 'seats':
    case 'roomSeats':
    case 'serviceLifeYears':
    case 'lanSockets':
    case 'powerGroups':
      return shareOf(values, (value) => /^\d{1,5}(\s?\p{L}*\.?)?$/u.test(value));
    case 'macAddress':
      return shareOf(values, (value) => MAC.test(value));
    case 'status':
      // A few values may well be words that we do not know yet.
      return values.length < 3 ? null : shareOf(values, (value) => readStatus(value) !== null);
    case 'userGroup':
      return shareOf(values, (value) => readUserGroup(value) !== null);
    case 'owner':
      return shareOf(values, (value) => readOwner(value) !== null);
    case 'serialNumber':
      return shareOf(values, (value) => !/\s\p{L}{3,}\s/u.test(value) && /\d/.test(value));
    case 'roomNumber':
      // 1, 2, 3 … count the rows.
      return isRunning(values) ? 0 : shareOf(values, (value) => value.length <= 30);
    case 'roomTypes':
    case 'roomType':
      // "Art" may be that of a device.
      return 1 - kindShare(values, classify);
    case 'categoryId':
      return Math.max(
        0.4,
        shareOf(values, (value) => (classify(value)?.confidence ?? 0) >= SURE_CATEGORY),
      );
    default:
      return null;
  }
};

/** Fields that show by their values alone, whatever the heading says. */
export const contentOnly = (
  values: readonly string[],
  classify: Classify,
): readonly (readonly [ImportField, number])[] =>
  values.length < 3
    ? []
    : [
        ['macAddress', shareOf(values, (value) => MAC.test(value))],
        ['serialNumber', isVaried(values) ? shareOf(values, (value) => SERIAL.test(value)) : 0],
        [
          'purchasedOn',
          shareOf(
            values,
            (value) => /^\d{1,2}\.\d{1,2}\.(\d{2}|\d{4})$/.test(value) && readDate(value) !== null,
          ),
        ],
        [
          'purchasePriceCents',
          shareOf(values, (value) => /€|\bEUR\b/i.test(value) && readMoney(value).kind === 'cents'),
        ],
        ['status', shareOf(values, (value) => readStatus(value) !== null)],
        // A few words again and again, most of them kinds of devices.
        ['categoryId', kindShare(values, classify)],
        ['roomNumber', shareOf(values, (value) => /^(raum|r\.|zimmer|zi\.)\s?\w+/i.test(value))],
      ];

const isKind = (value: string, classify: Classify): boolean =>
  value.length <= 30 && (classify(value)?.confidence ?? 0) >= 0.9;

/** How many of the values are words for a kind of device. */
export const kindShare = (values: readonly string[], classify: Classify): number =>
  shareOf(values, (value) => isKind(value, classify));

const isRunning = (values: readonly string[]): boolean =>
  values.length >= 2 && values.every((value, index) => Number(value) === index + 1);

const isVaried = (values: readonly string[]): boolean => new Set(values).size > values.length * 0.8;
