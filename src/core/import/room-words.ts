import type { RoomTypeId } from '../shared/ids.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { foldText } from './words.ts';

/** What the name of a room says about its type, by the ids of the issued room types. */
const ENTRIES: readonly (readonly [pattern: RegExp, type: RoomTypeId])[] = [
  [/informatik|computer ?raum|\bpc ?raum|computer ?kabinett|\bedv\b|\bit ?(labor|raum)/, 'PC'],
  [/\bphysik|\bchemie|\bbiologie|\bbio\b|naturwissenschaft|\bnawi\b/, 'FN'],
  [/\bmusik/, 'MU'],
  [/\bwerk(en|raum|statt)|\bkunst|\bawt\b|\btechnik(unterricht|raum)/, 'WE'],
  [/lehr ?kueche|hauswirtschaft|\bschulkueche/, 'HW'],
  [/gruppenraum|foerderraum|\bdaz\b|teilungsraum|differenzierung/, 'GR'],
  [/mediothek|bibliothek|buecherei/, 'ME'],
  [/\baula\b|mehrzweck/, 'AU'],
  [/sporthalle|turnhalle|\bsport\b/, 'SP'],
  [/\bhort|ganztag/, 'GT'],
  [/lehrerzimmer|lehrkraefte ?zimmer|kollegium/, 'LZ'],
  [/vorbereitung|sammlung/, 'VB'],
  [/sekretariat|schulleitung|schulleiter|verwaltung|\bbuero\b|konrektor|rektor/, 'VW'],
  [/\bflur\b|foyer|eingang|\bgang\b/, 'FL'],
  [/server ?raum|technik ?zentrale|netzwerk ?raum|\bedv schrank/, 'TR'],
  [/\blager\b|abstell|archiv|keller/, 'LA'],
  [/klassen ?(raum|zimmer)|unterrichtsraum|\bklasse \d|^(klasse )?\d{1,2} ?[a-e]$/, 'KR'],
];

/** The profile's room type that the text names: by its name or id, else by what such rooms are called; null = none. */
export const roomTypeFinder = (profile: TargetProfile): ((text: string) => RoomTypeId | null) => {
  const known = new Set(profile.roomTypes.map(({ id }) => id));
  const exact = new Map<string, RoomTypeId>();
  for (const { id, name } of profile.roomTypes)
    for (const text of [id, name, ...name.split(/[/,]/)])
      if (!exact.has(foldText(text))) exact.set(foldText(text), id);
  return (text) => {
    const folded = foldText(text);
    if (folded === '') return null;
    const own = exact.get(folded);
    if (own !== undefined) return own;
    return ENTRIES.find(([pattern, type]) => known.has(type) && pattern.test(folded))?.[1] ?? null;
  };
};
