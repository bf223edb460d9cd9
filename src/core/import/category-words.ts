import type { CategoryId } from '../shared/ids.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { foldText } from './words.ts';

/**
 * What words in a list mean, by the ids of the issued categories; a profile that lacks a category just never gets it.
 * Matched against folded text. From 0.8 a word says what the thing is; below it only hints at it (a model line that
 * is mostly, not always, of that kind).
 */
type Entry = readonly [pattern: RegExp, category: CategoryId, confidence: number];

const ENTRIES: readonly Entry[] = [
  [
    /interaktive[sr]? (display|tafel|whiteboard|board|panel)|digitale tafel|activ ?panel|smart ?board|active ?board|touch ?(display|tafel|panel)|\bctouch\b|\bprowise\b/,
    'DISP',
    0.95,
  ],
  [/rollbare[sr]? display|mobile[sr]? display|display rollbar|display mobil/, 'DISPM', 0.95],
  [/grossbild(monitor|schirm)|\bgrossbild\b/, 'DISPP', 0.95],
  [/\bfernseher\b|\btv geraet\b|\bsmart tv\b|\bflachbildfernseher\b/, 'DISPP', 0.75],
  [/\bbeamer|projektor|\bprojector\b/, 'BEAM', 0.95],
  [/dokumenten ?kamera|\bvi[sz]uali[sz]er\b|document camera|\bdokucam\b|\bdok kamera\b/, 'DOK', 0.95],
  [/tablet ?halter|ipad ?halter|tablet ?halterung|ipad ?halterung/, 'HALT', 0.9],
  [
    /apple ?tv|\bchromecast\b|\bmiracast\b|funk ?bild|bilduebertragung|drahtlose bild|wireless presentation|\bairtame\b|\bclickshare\b/,
    'CAST',
    0.9,
  ],
  [/lautsprecher|\baktivbox|\bsoundbar\b|audio ?system|\bspeaker|\bbeschallung/, 'AUD', 0.9],
  [
    /lehrer ?(pc|rechner|computer|arbeitsplatz)|lehrkraefte ?(pc|rechner)|arbeitsplatz lehr|\blehrerarbeitsplatz/,
    'LAP',
    0.9,
  ],
  [
    /(lehrer|lehrkraefte|lehrkraft) ?(leih)? ?(geraet|ipad|tablet|notebook|laptop)|\bdienst(geraet|laptop|notebook|ipad)|leihgeraet(e)? (fuer )?lehr/,
    'LGT',
    0.9,
  ],
  [
    /(tablet|ipad|notebook|laptop|lade) ?(koffer|wagen|trolley|schrank)|charging cart|\bparaproject\b/,
    'KOF',
    0.9,
  ],
  [
    /\bi ?pads?\b|\btablets?\b|\b(schueler|sus|kinder|klassen)(tablet|ipad)s?\b|galaxy tab|\bsurface go\b|\blenovo tab\b/,
    'TAB',
    0.95,
  ],
  [
    /\bnotebooks?\b|\blaptops?\b|\b(schueler|sus|kinder|klassen)(notebook|laptop)s?\b|chromebook|macbook|\bnetbook\b|\bconvertible\b/,
    'NB',
    0.95,
  ],
  [/\bthinkpad\b|\bprobook\b|\belitebook\b|\blatitude\b|\blifebook\b|\btravelmate\b/, 'NB', 0.75],
  [/access ?point|\bwlan ap\b|\baccesspoint/, 'AP', 0.95],
  [/\baironet\b|\baruba ap\b|\bunifi (ap|u6|uap)\b/, 'AP', 0.8],
  [/lan (doppel)?dose|netzwerk ?dose|daten ?dose/, 'LAN', 0.95],
  [/steckdosen|ladestromkreis/, 'STR', 0.8],
  [/\bswitch(es)?\b/, 'SWI', 0.9],
  [/\bserver\b|\bschulserver\b|\bnas\b|\bsynology\b|\bqnap\b/, 'SRV', 0.85],
  [/\busv\b|unterbrechungsfreie|\bsmart ups\b/, 'USV', 0.95],
  [/multifunktions|\bkopierer\b|\bkopiergeraet|\bmfp\b|multifunction|\bcopier\b/, 'MFP', 0.9],
  [/\bdrucker\b|laserdrucker|tintenstrahldrucker|\bprinter\b|farblaser/, 'DRU', 0.9],
  [/\blaserjet\b|\bofficejet\b/, 'DRU', 0.7],
  [/schwarzes brett|\binfo ?(display|bildschirm|terminal|screen|monitor|brett)/, 'INFO', 0.9],
  [
    /robot|lego (mindstorms|spike|education)|\bcalliope|bee ?bot|blue ?bot|ozobot|micro ?bit|\barduino/,
    'ROB',
    0.85,
  ],
  [/messwert|daten ?logger|sensor ?(set|koffer|box)|\bcassy\b/, 'MESS', 0.85],
  [/kopfhoerer|\bheadsets?\b|headphone/, 'KOPF', 0.95],
  [
    /\bpcs?\b|\bdesktop|\brechner\b|\bcomputer\b|\bworkstation\b|thin ?client|\bmini ?pc\b|\bimac\b/,
    'PC',
    0.9,
  ],
  [/\b(pc|computer) ?arbeitsplatz/, 'PC', 0.9],
  [/\boptiplex\b|\besprimo\b|\bthinkcentre\b|\bprodesk\b|\belitedesk\b|\bveriton\b/, 'PC', 0.75],
];

/** What belongs to a device is none: a projector's lamp, a tablet's sleeve, a licence. */
const ACCESSORY =
  /netzteil|ladegeraet|kabel\b|\bkabel|tisch\b|staender\b|stativ\b|halterung\b|\bschloss\b|\bcontroller\b|\bkonsole\b|\bnintendo\b|\bbeamer ?(wagen|schrank)|\b(pc|computer|rechner) ?raum|\b(hdmi|kvm|usb|vga|displayport|audio|video|licht) switch|\bwacom\b|\bxp pen\b|grafik ?tablet|zeichen ?tablet|\bdisk\b|\bhdd\b|\b(dia|film|tageslicht) ?projektor|\badapter|\bhuelle|\btasche|schutzfolie|\bmaus\b|\bmaeuse\b|tastatur|keyboard|\bmouse\b|lizenz|software|dockingstation|\bdock\b|lampe|leinwand|\btoner\b|patrone|fernbedienung|\bakku\b|batterie|festplatte|\bssd\b|\bram\b|speicherkarte|usb stick|\bstift\b|pencil|decken ?halter|wand ?halter|beamer ?halter|monitor(e)?\b|bildschirm\b|\bhub\b|\bserver ?(schrank|raum)|\b3d ?drucker|overhead|\bbrasna|\bobal\b|\bdrzak|\blicen[cs]e|\bsw\b|\bcase\b|\bsleeve\b|\bbag\b|\bcover\b|\bmount\b|\bcable\b|\bcharger\b/;

/** Whether a short text, folded, is the word for a kind of device: the heading of a column of counts. */
export const isKindWord = (folded: string): boolean =>
  folded.length <= 30 &&
  !ACCESSORY.test(folded) &&
  ENTRIES.some(([pattern, , confidence]) => confidence >= 0.8 && pattern.test(folded));

const FOR_THE_OFFICE =
  /\bverwaltung|\bsekretariat|\bschulleit|\bschulbuero|\bhausmeister|\bhort ?(buero|leitung)/;

export type Classified = {
  readonly categoryId: CategoryId;
  /** 0–1; from `SURE_CATEGORY` on it is taken. */
  readonly confidence: number;
};

/** Below it the kind is said to be doubtful and left empty: a wrong guess is worse than none. */
export const SURE_CATEGORY = 0.7;

/** What the text of a list calls a kind of device; null where it names none. */
export type Classify = (text: string) => Classified | null;

/** Answers are kept: a list of 10,000 rows has a few hundred different texts. */
export const classifier = (profile: TargetProfile): Classify => {
  const known = new Set(profile.categories.map(({ id }) => id));
  const exact = new Map<string, CategoryId>();
  for (const { id, name, shortName } of profile.categories)
    for (const text of [id, name, shortName]) if (!exact.has(foldText(text))) exact.set(foldText(text), id);
  const answers = new Map<string, Classified | null>();
  return (text) => {
    const answer = answers.get(text);
    if (answer !== undefined) return answer;
    const found = classifyText(foldText(text.replace(/\s[+&]\s/g, ' mit ')), exact, known);
    answers.set(text, found);
    return found;
  };
};

const classifyText = (
  folded: string,
  exact: ReadonlyMap<string, CategoryId>,
  known: ReadonlySet<CategoryId>,
): Classified | null => {
  if (folded === '') return null;
  const own = exact.get(folded);
  if (own !== undefined) return { categoryId: own, confidence: 1 };
  const hits = ENTRIES.filter(([pattern, category]) => known.has(category) && pattern.test(folded));
  const [first] = hits;
  if (first === undefined) return null;
  const [, categoryId, confidence] = first;
  // "PC inkl. Monitor und Maus" is a PC.
  const [ownPart = folded] = folded.split(/ (?:inkl|incl|mit|samt|und|with|inclusive|inklusive) /);
  if (ACCESSORY.test(ownPart) && !['INFO', 'DISPP', 'HALT', 'KOPF'].includes(categoryId))
    return { categoryId, confidence: 0.3 };
  // More special words stand first ("Lehrer-Notebook" before "Notebook"); two kinds apart from these are doubtful.
  // Devices of the office are no places of work for pupils.
  if (FOR_THE_OFFICE.test(folded) && ['PC', 'NB', 'TAB', 'LAP'].includes(categoryId))
    return { categoryId, confidence: 0.4 };
  const others = hits.filter(([, other]) => other !== categoryId && !includesKind(categoryId, other));
  return { categoryId, confidence: others.length === 0 ? confidence : Math.min(confidence, 0.5) };
};

/** Kinds whose words contain those of another kind: a "Tabletkoffer" is no doubt about a tablet. */
const INCLUDED: Readonly<Record<CategoryId, readonly CategoryId[]>> = {
  KOF: ['TAB', 'NB', 'LGT'],
  LGT: ['TAB', 'NB', 'LAP'],
  LAP: ['PC', 'NB'],
  HALT: ['TAB'],
  DISPM: ['DISP'],
  MFP: ['DRU'],
  INFO: ['DISP', 'DISPP'],
  CAST: ['BEAM'],
  TAB: ['NB'],
  NB: ['PC', 'TAB'],
  SRV: ['PC'],
  ROB: ['TAB'],
};
const includesKind = (kind: CategoryId, other: CategoryId): boolean =>
  INCLUDED[kind]?.includes(other) === true;
