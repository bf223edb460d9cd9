import headings from './headings.json';
import type { DeviceImportField, DeviceRoomField, ImportField, RoomImportField } from '../types.ts';
import { foldText } from '../words.ts';

/**
 * Headings as schools, administrations and programs write them, folded by `foldHeading`; kept as data in
 * `dictionary/headings.json`. Each word stands with one field only; the first word of a field is our own heading. A few
 * Czech and Austrian words come from real lists that were tried.
 */
export const DEVICE_HEADINGS: Readonly<
  Record<DeviceImportField | DeviceRoomField | 'ignore', readonly string[]>
> = headings.devices;
export const ROOM_HEADINGS: Readonly<Record<RoomImportField, readonly string[]>> = headings.rooms;

/** What a heading may mean where a better column already has its field: a second "Standort" is the building. */
export const SECOND_CHOICE: Readonly<Partial<Record<ImportField, readonly string[]>>> = headings.second;

/** By the word: a heading has at most one field of each kind of list. */
const fieldsByWord = (words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ImportField> =>
  new Map(Object.entries(words).flatMap(([field, list]) => list.map((word) => [word, field as ImportField])));
const DEVICE_FIELDS = fieldsByWord(DEVICE_HEADINGS);
const ROOM_FIELDS = fieldsByWord(ROOM_HEADINGS);

/** Whether the folded heading stands in the dictionary. */
export const isKnownHeading = (folded: string): boolean =>
  DEVICE_FIELDS.has(folded) || ROOM_FIELDS.has(folded);
export const isRoomNumberHeading = (folded: string): boolean =>
  DEVICE_FIELDS.get(folded) === 'roomNumber' || ROOM_FIELDS.get(folded) === 'roomNumber';

/**
 * A heading as the dictionary writes it. `SerialNumber` and `DeviceUDID` are read in words where they are not known as
 * they stand (`ReDat`); a hyphen at a line's end only divides (`Dokumenten- kamera`).
 */
export const foldHeading = (heading: string): string => {
  const joined = heading.replace(/(\p{Ll})-\s+(?=\p{Ll})/gu, '$1');
  const plain = foldText(joined);
  return isKnownHeading(plain) ? plain : foldText(joined.replace(WORD_STARTS, '$& '));
};
/** Where a capital begins a new word. */
const WORD_STARTS = /(\p{Ll}|\d)(?=\p{Lu}\p{Ll})|(\p{Ll})(?=\p{Lu}{2,})|(\p{Lu}{2,})(?=\p{Lu}\p{Ll})/gu;
