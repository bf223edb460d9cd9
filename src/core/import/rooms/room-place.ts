import { remembered } from '../remembered.ts';
import { foldText, isPlaceholder } from '../words.ts';

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
  /^(?:(?:raum(?:nummer|nr\.?)?|zimmer|room)\s+(?:nr\.?\s*)?(?=\p{L}{0,2}\d)|(?:raum|zimmer|room)(?:nr\.?\s*)?(?=\d)|(?:rm|zi|r)(?:\.\s*|\s+)(?:nr\.?\s*)?(?=\d))/iu;
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
  const trimmed = withoutPath(text.replace(/\s+/g, ' ').trim());
  const [building, afterBuilding] = cut(trimmed, BUILDING);
  const [floor, rest] = cut(afterBuilding, FLOOR);
  // "Keller" or "Neubau" alone is what the place is called.
  if (rest === '') return { roomNumber: trimmed, name: null, building: null, floor: null };
  const { roomNumber, name } = readRoom(rest);
  // "104 (1. OG)" tells the floor.
  const isFloor = name !== null && FLOOR.exec(name)?.[0] === name;
  return { roomNumber, name: isFloor ? null : name, building, floor: isFloor ? (floor ?? name) : floor };
};

/** `Schule > Haus 1 > EG > LZ`, `A/EG/004`: the last part is the room; of the others those count that are places. */
const withoutPath = (text: string): string => {
  const parts = text.split(/\s*[>›\\]\s*|\s+\/\s+/).filter(Boolean);
  const steps = parts.length > 1 ? parts : text.split('/');
  const [first = '', second = ''] = steps;
  const isStorey = (part: string): boolean => FLOOR.exec(part)?.[0] === part;
  if (
    parts.length < 2 &&
    !(steps.length === 3 && isStorey(second)) &&
    !(steps.length === 2 && isStorey(first))
  )
    return text;
  // Several rooms at once are no path.
  if (steps.every((part) => /^\d+$/.test(part))) return text;
  const last = steps.at(-1) ?? '';
  const places = steps.slice(0, -1).filter((part) => isStorey(part) || BUILDING.exec(part)?.[0] === part);
  const wing = steps.length === 3 && /^\p{L}{1,2}\d?$/u.test(first) ? [`Haus ${first}`] : [];
  return [...wing, ...places, last].join(', ');
};

/** Number and name of a room in whichever order: `Raum 1.04 Physik`, `Lehrerzimmer (Raum 014)`, `Chemie 201`. */
const readRoom = (text: string): Pick<Place, 'roomNumber' | 'name'> => {
  const bare = text.replace(ROOM_WORD, '');
  const first = NUMBER.exec(bare)?.[0].trim() ?? null;
  const behindFirst = first === null ? '' : bare.slice(first.length);
  // "302 / 303": two rooms, and nobody knows which.
  if (/^\s*[/,+&]\s*\d/.test(behindFirst)) return { roomNumber: text, name: null };
  if (first !== null) return { roomNumber: first, name: nameOf(behindFirst) };
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

/** What people write where no room is to be named. */
const NOWHERE =
  /^(kein(er|e|en)?( fester)?( raum)?|ohne( raum)?|mobil|unterwegs|wandert|wechselnd|variabel|flexibel|zu ?hause|home ?office|unbekannt|div(erse)?|verschieden(e|es)?|mehrere|alle( raeume)?|ueberall|dienstgeraet|bei .*|(frau|fr|herrn?|hr) .*|koll(ege|egin)? .*|privat|leihe|ausleihe)$/;
export const isNowhere = (text: string): boolean => NOWHERE.test(foldText(text));

/** Words that name a place without a number. */
const PLACE_WORD =
  /zimmer|raum\b|\braum|kabinett|labor|werkstatt|\baula\b|halle|mensa|bibliothek|mediothek|buecherei|sekretariat|schulleitung|direktion|verwaltung|\bbuero|lager|keller|archiv|foyer|\bflur|eingang|kueche|\bhort|sammlung|vorbereitung|\bklasse\b|^(klasse )?\d{1,2} ?[a-e]$|^(r|rm|zi) ?\d|informatik|physik|chemie|biologie|nawi|musik|kunst|werken|hausmeister|^\d{1,4}[a-e]?$|^[a-z] ?\d{1,4}$|^\d ?\d{2,3}$/;
/** What heads a list or a sum, not a room. */
const NO_PLACE =
  /liste|inventar|bestand|uebersicht|\bstand\b|summe|gesamt|stunden|\bplan\b|raeume\b|schule\b|gymnasium|geraete|ausstattung|tabelle/;
const SURE_PLACE = /^(raum|zimmer|room|r|rm|zi)(?=[ \d]|$)/;

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

/** What a line alone in its row names for the rows below it. */
export type Section = { readonly kind: 'room' | 'building' | 'floor'; readonly text: string };

/**
 * The room, building or floor that a line names for the rows below it; null = a row like others.
 *
 * @param texts the cells of the row as a reader sees them
 */
export const sectionOf = (texts: readonly string[]): Section | null => {
  const values = [...new Set(texts.filter((text) => !isPlaceholder(text)))];
  const [only = ''] = values;
  if (values.length !== 1) return null;
  if (BUILDING.exec(only)?.[0] === only) return { kind: 'building', text: only };
  if (FLOOR.exec(only)?.[0] === only && !/keller/i.test(only)) return { kind: 'floor', text: only };
  return placeOfTitle(only) === null ? null : { kind: 'room', text: only };
};

/** Where the rows below the lines read so far stand. */
export type SectionPlace = {
  readonly building: string | null;
  readonly floor: string | null;
  readonly room: string | null;
};

/** A line of a building ends the room above it, one of a room does not end its building. */
export const enterSection = (before: SectionPlace, { kind, text }: Section): SectionPlace => {
  switch (kind) {
    case 'building':
      return { building: text, floor: null, room: null };
    case 'floor':
      return { ...before, floor: text, room: null };
    case 'room':
      return { ...before, room: text };
  }
};

/** The room with what its lines say of building and floor, as `readPlace` takes it apart; null = no room yet. */
export const sectionText = ({ building, floor, room }: SectionPlace): string | null =>
  room === null ? null : [building, floor, room].filter((part) => part !== null).join(', ');
