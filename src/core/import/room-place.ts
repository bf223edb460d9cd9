import { remembered } from './remembered.ts';
import { foldText, isPlaceholder } from './words.ts';

/** Where something is, as far as a text says it. */
export type Place = {
  /** As people call the room: `101`, `1.04`, `Lehrerzimmer`; null = only building or floor are named. */
  readonly roomNumber: string | null;
  readonly name: string | null;
  readonly building: string | null;
  readonly floor: string | null;
};

const BUILDING =
  /^((?:schul)?(?:haus|geb(?:äude|aeude|\.)?|bau(?:teil)?|trakt|block|pavillon|container|standort)\s*[\p{L}\d]{1,12}|(?:alt|neu|haupt|neben|erweiterungs|an)(?:bau|gebäude|gebaeude)|[\p{L}]{3,20}(?:gebäude|gebaeude|trakt|pavillon))(?=$|[\s,;/:>›|–-])/iu;
const FLOOR =
  /^((?:\d{1,2}\s*\.?\s*)?(?:og|obergeschoss|obergeschoß|stock(?:werk)?|etage|ug|untergeschoss|eg|erdgeschoss|erdgeschoß|dg|dachgeschoss|kg|keller(?:geschoss)?)(?:\s*\d{1,2})?)(?=$|[\s,;/:>›|–-])/iu;
const SEPARATOR = /^[\s,;/:>›|\\–-]+/u;
/** `Raum 101`, `R. 1.04`, `Zimmer Nr. 7`; `R104` may be how the school numbers it and stays. */
const ROOM_WORD =
  /^(?:(?:raum(?:nummer|nr\.?)?|zimmer|room)\s*|(?:rm|zi|r)(?:\.\s*|\s+))(?:nr\.?\s*)?(?=\d)/iu;
const NUMBER =
  /^(?=[\p{L}]{0,3}[\s.-]?\d)[\p{L}]{0,3}[\s.-]?\d{1,4}(?:[./-]\d{1,4}){0,2}\s?[a-z]?(?=$|[\s,;:(–-])/iu;

const cut = (text: string, pattern: RegExp): readonly [found: string | null, rest: string] => {
  const match = pattern.exec(text);
  return match === null
    ? [null, text]
    : [match[1] ?? match[0], text.slice(match[0].length).replace(SEPARATOR, '')];
};

/** Building and floor in front of a room, `Haus A, 1. OG, Raum 104 Physik`, apart from it. */
export const readPlace = (text: string): Place => {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  const [building, afterBuilding] = cut(trimmed, BUILDING);
  const [floor, rest] = cut(afterBuilding, FLOOR);
  // "Keller" or "Neubau" alone is what the place is called.
  if (rest === '') return { roomNumber: trimmed, name: null, building: null, floor: null };
  return { ...readRoom(rest), building, floor };
};

/** Number and name of a room in whichever order: `Raum 1.04 Physik`, `Lehrerzimmer (Raum 014)`, `Chemie 201`. */
const readRoom = (text: string): Pick<Place, 'roomNumber' | 'name'> => {
  const bare = text.replace(ROOM_WORD, '');
  const first = NUMBER.exec(bare)?.[0].trim() ?? null;
  if (first !== null) return { roomNumber: first, name: nameOf(bare.slice(first.length)) };
  const named = NAMED_NUMBER.exec(text) ?? LAST_NUMBER.exec(text);
  const [, before = '', number = '', behind = ''] = named ?? [];
  return named === null
    ? { roomNumber: text, name: null }
    : { roomNumber: number.trim(), name: nameOf(`${before} ${behind}`) };
};

/** Without the brackets and dashes that part it from the number. */
const nameOf = (text: string): string | null =>
  text
    .replace(/[()[\]]/g, ' ')
    .replace(/(?<=^|\s)[,;/:>›|–-]+(?=\s|$)|^[,;/:>›|–-]+|[,;/:>›|–-]+$/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim() || null;

/** Behind a name, with its "Raum": `PC-Kabinett – Raum 210`, `Musikraum (R. 301)`. */
const NAMED_NUMBER =
  /^(.+?)(?:[\s(,–]|\s-\s)+(?:raum|zimmer|room|rm\.?|zi\.?|r\.?)\s?(?:nr\.?\s?)?((?=[\p{L}]{0,2}\s?\d)[\p{L}]{0,2}\s?\d{1,4}(?:[./-]\d{1,4})?[a-z]?)(?=$|[\s,;:)–-])(.*)$/iu;
/** Behind a name: three digits and more, or a letter before them; "PC-Kabinett 2" is the second one. */
const LAST_NUMBER = /^(\p{L}[\p{L}.-]{2,}(?:\s[\p{L}.-]{3,})?)\s((?:[a-z]\s?\d{2,4}|\d{3,4})[a-z]?)$/iu;

/** Two spellings of one room number: case, spaces and hyphens do not count, a dot between digits does (`1.01`). */
export const roomKey = remembered((text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9.]+/g, '')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ''),
);

/** What is left of a number when all habits of writing are taken away: `R 101`, `1.01`, `0101` are `101`. */
export const looseRoomKey = remembered((text: string): string => {
  const bare = foldText(text.replace(ROOM_WORD, '').replace(/^(raum|zimmer|room|rm|zi|r)\.?(?=\s?\d)/i, ''));
  const digits = bare.replace(/ /g, '');
  return /^\d+[a-z]?$/.test(digits) ? digits.replace(/^0+(?=\d)/, '') : digits;
});

/** Words that name a place without a number. */
const PLACE_WORD =
  /zimmer|raum\b|\braum|kabinett|labor|werkstatt|\baula\b|halle|mensa|bibliothek|mediothek|buecherei|sekretariat|schulleitung|direktion|verwaltung|\bbuero|lager|keller|archiv|foyer|\bflur|eingang|kueche|\bhort|sammlung|vorbereitung|\bklasse\b|^(klasse )?\d{1,2} ?[a-e]$|^(r|rm|zi) ?\d|informatik|physik|chemie|biologie|nawi|musik|kunst|werken|hausmeister|^\d{1,4}[a-e]?$|^[a-z] ?\d{1,4}$|^\d ?\d{2,3}$/;
/** What heads a list or a sum, not a room. */
const NO_PLACE =
  /liste|inventar|bestand|uebersicht|\bstand\b|summe|gesamt|stunden|\bplan\b|raeume\b|schule\b|gymnasium|geraete|ausstattung|tabelle/;
const SURE_PLACE = /^(raum|zimmer|room|r|rm|zi)\b/;

/**
 * The room that a line or a sheet's name stands for: `Raum 1.04 Physik`, `Lehrerzimmer`, `R 101 – Klasse 5a`; null where
 * it is about something else. `isSure`: it says "Raum", "Zimmer" or the like.
 */
export const placeOfTitle = (text: string): (Place & { readonly isSure: boolean }) | null => {
  const trimmed = text.replace(/\s+/g, ' ').trim().replace(/:$/, '');
  const folded = foldText(trimmed);
  if (trimmed === '' || trimmed.length > 60 || !PLACE_WORD.test(folded)) return null;
  const isSure = SURE_PLACE.test(folded);
  return NO_PLACE.test(folded) ? null : { ...readPlace(trimmed), isSure };
};

/**
 * The room that a line names for the rows below it: one value alone in its row that is a place. null = a row like others.
 *
 * @param texts the cells of the row as a reader sees them
 */
export const sectionRoomOf = (texts: readonly string[]): string | null => {
  const values = [...new Set(texts.filter((text) => !isPlaceholder(text)))];
  const [only] = values;
  return values.length === 1 && only !== undefined && placeOfTitle(only) !== null ? only : null;
};
