import type { RoomTypeId } from '../../shared/ids.ts';
import type { TargetProfile } from '../../targets/target-profile.ts';
import { foldText } from '../words.ts';

/** What the name of a room says about its type, by the ids of the issued room types. */
const ENTRIES: readonly (readonly [pattern: RegExp, type: RoomTypeId])[] = [
  [/vorbereitung|sammlung/, 'VB'],
  [
    /informatik|rechner ?raum|computer ?(raum|kabinett|labor|saal)|\bpc ?(raum|kabinett|kab|pool|labor|saal)|\bedv\b|\bit ?(labor|raum)|^pc ?\d{1,2}$/,
    'PC',
  ],
  [
    /\bphysik|\bchemie|\bbiologie|\bbio\b|naturwissenschaft|\bnawi\b|^(ph|phy|ch|che|bio|nw|nawi) ?\d{0,2}$/,
    'FN',
  ],
  [/\bmusik|\bbandraum|\bchorraum/, 'MU'],
  [
    /\bwerk(en|raum|statt)|(holz|metall)werkstatt|\bkunst|\bawt\b|\bwat\b|\btechnik(unterricht|raum)|toepfer|textilraum/,
    'WE',
  ],
  [/lehr ?kueche|hauswirtschaft|\bschulkueche|\bhwr\b/, 'HW'],
  [/gruppenraum|foerderraum|\bdaz\b|teilungsraum|differenzierung|trainingsraum|auszeitraum/, 'GR'],
  [/mediothek|mediathek|bibliothek|buecherei|\bbibo\b|\bleseraum/, 'ME'],
  [/\baula\b|mehrzweck|\bmensa\b|speise(raum|saal)|cafeteria|festsaal|theatersaal/, 'AU'],
  [/sporthalle|turnhalle|\bsport\b|gymnastikraum|schwimmhalle/, 'SP'],
  [/\bhort|ganztag|\bogs\b|betreuungsraum/, 'GT'],
  [/lehrer ?(innen ?)?zimmer|lehrkraefte ?zimmer|lehrerraum|kollegium|^lz ?\d$/, 'LZ'],
  [
    /sekretariat|schulleitung|schulleiter|verwaltung|\bbuero\b|schulbuero|konrektor|rektor|direktion|^(stellv|stv)? ?sl$|^sekr?$/,
    'VW',
  ],
  [/\bflur\b|foyer|eingang|\bgang\b|treppenhaus|korridor/, 'FL'],
  [/server ?raum|technik ?zentrale|netzwerk ?raum|\bedv schrank|verteilerraum|^technik$/, 'TR'],
  [
    /\blager\b|lagerraum|abstell|archiv|keller|\bmagazin\b|\bfundus\b|\bdepot\b|\b(putz|besen|material|lager)?kammer\b|materialraum/,
    'LA',
  ],
  [/klassen ?(raum|zimmer)|unterrichtsraum|\bklasse \d|^(klasse |kl ?)?\d{1,2} ?[a-e]$/, 'KR'],
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
