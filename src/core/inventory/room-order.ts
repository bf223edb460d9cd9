import type { Room } from './room.ts';

type Place = Pick<Room, 'building' | 'floor' | 'roomNumber' | 'id'>;

/** Floors from the cellar up: `UG`, `EG`, `1. OG`, `2. OG`, `DG`; a floor that is not recognised follows by its name. */
export const floorLevel = (floor: string): number => {
  const text = floor.trim().toLowerCase();
  const digits = /\d+/.exec(text);
  const number = digits === null ? null : Number(digits[0]);
  if (/keller|souterrain|^-|(^|\W)(ug|kg)\b|untergeschoss/.test(text)) return -(number ?? 1);
  if (/^(eg|e)\b|erdgeschoss|parterre/.test(text)) return 0;
  if (/^dg\b|dach/.test(text)) return 90 + (number ?? 0);
  return number ?? 99;
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Numbers inside a text compare as numbers: `9` before `10`, `A2` before `A10`. Written out instead of
 * `Intl.Collator`, so that every machine sorts alike (what ties in the assignment goes by this order).
 */
export const compareNatural = (a: string, b: string): number => {
  if (a === b) return 0;
  const partsA = a.match(/\d+|\D+/g) ?? [];
  const partsB = b.match(/\d+|\D+/g) ?? [];
  for (let at = 0; at < Math.min(partsA.length, partsB.length); at += 1) {
    const partA = partsA[at] ?? '';
    const partB = partsB[at] ?? '';
    if (partA === partB) continue;
    const difference = Number(partA) - Number(partB);
    // NaN when either is no number: then the texts decide.
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    const byText = compareText(partA.toLowerCase(), partB.toLowerCase());
    if (byText !== 0) return byText;
  }
  return partsA.length - partsB.length || compareText(a, b);
};

/** Floors as one walks up; without a floor comes last. */
export const compareFloors = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return floorLevel(a) - floorLevel(b) || compareNatural(a, b);
};

/** The order of every list of rooms: building, floor, room number; what is the same in all three by id. */
export const compareRooms = (a: Place, b: Place): number =>
  compareBuildings(a.building, b.building) ||
  compareFloors(a.floor, b.floor) ||
  compareNatural(a.roomNumber, b.roomNumber) ||
  compareText(a.id, b.id);

/** Without a building comes first: a school with one building names none. */
export const compareBuildings = (a: string | null, b: string | null): number =>
  compareNatural(a ?? '', b ?? '');
