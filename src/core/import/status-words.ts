import type { DeviceStatus } from '../inventory/device.ts';

/** What lists call each state, folded. */
export const STATUS_WORDS: Readonly<Record<DeviceStatus, readonly string[]>> = {
  'in-use': [
    'in betrieb',
    'in verwendung',
    'verwendet',
    'in gebrauch',
    'im gebrauch',
    'ready to deploy deployed',
    'deployed deployed',
    'ok',
    'o k',
    'gut',
    'sehr gut',
    'neu',
    'neuwertig',
    'funktioniert',
    'funktionsfaehig',
    'aktiv',
    'vorhanden',
    'in use',
    'active',
    'deployed',
    'gebraucht',
    'in ordnung',
    'einsatzbereit',
    'im einsatz',
    'in nutzung',
    'ready to deploy',
    'i o',
    'intakt',
    'fair',
    'good',
  ],
  'in-storage': [
    'reserve lager',
    'ready to deploy deployable',
    'deployable',
    'pending',
    'pending pending',
    'spare',
    'verfuegbar',
    'available',
    'noch nicht ausgegeben',
    'ovp',
    'reserve ovp',
    'reserve',
    'lager',
    'im lager',
    'ersatz',
    'ersatzgeraet',
    'eingelagert',
    'in stock',
    'storage',
    'unbenutzt',
    'nicht in gebrauch',
    'reservegeraet',
  ],
  'on-loan': ['verliehen', 'ausgeliehen', 'leihe', 'verleih', 'on loan', 'lent', 'in ausleihe'],
  defective: [
    'defekt',
    'kaputt',
    'beschaedigt',
    'broken',
    'defective',
    'funktioniert nicht',
    'displayschaden',
    'displaybruch',
    'glasbruch',
    'wasserschaden',
    'broken not fixable',
    'broken not fixable undeployable',
    'undeployable',
    'ausser betrieb',
    'nicht funktionsfaehig',
    'damaged',
    'schadhaft',
    'defekte',
    'defektes',
    'defekter',
    'ausgefallen',
    'geht nicht',
    'geht nicht mehr',
    'funktioniert nicht mehr',
    'totalschaden',
    'irreparabel',
    'nicht reparierbar',
    'muss repariert werden',
    'nicht ok',
    'nicht in ordnung',
    'nicht einsatzbereit',
    'nicht intakt',
  ],
  'in-repair': [
    'in reparatur',
    'reparatur',
    'zur reparatur',
    'repair',
    'in repair',
    'out for repair',
    'out for repair undeployable',
    'out for diagnostics',
    'eingeschickt',
    'beim service',
    'wird repariert',
    'in der reparatur',
    'in werkstatt',
    'in der werkstatt',
  ],
  missing: [
    'vermisst',
    'verlust',
    'fehlt',
    'verloren',
    'verschwunden',
    'gestohlen',
    'missing',
    'lost',
    'stolen',
    'lost stolen',
    'lost stolen archived',
    'nicht auffindbar',
    'nicht gefunden',
    'unauffindbar',
    'abgaengig',
    'geklaut',
    'diebstahl',
    'verloren gegangen',
    'verlorengegangen',
    'verschollen',
    'abhanden gekommen',
    'nicht vorhanden',
    'nicht mehr vorhanden',
    'nicht mehr auffindbar',
    'weg',
  ],
  decommissioned: [
    'ausgesondert',
    'entsorgt',
    'verschrottet',
    'ausgemustert',
    'ausgeschieden',
    'retired',
    'disposed',
    'archived',
    'archived archived',
    'abgeschrieben und entsorgt',
    'entinventarisiert',
    'verkauft',
    'ausser dienst',
    'abgang',
    'verschenkt',
    'zurueckgegeben',
    'abgegeben',
    'recycelt',
    'ausser bestand',
    'nicht mehr im bestand',
  ],
};

/** The device is well again, whatever was said before it in the same text. */
export const RECOVERED: ReadonlySet<string> = new Set([
  'repariert',
  'wieder repariert',
  'behoben',
  'gefunden',
  'wieder gefunden',
  'wiedergefunden',
  'reparatur abgeschlossen',
  'aus reparatur zurueck',
  'zurueck aus reparatur',
  'aufgetaucht',
  'wieder aufgetaucht',
  'wieder da',
  'wieder ok',
  'wieder in ordnung',
  'wieder in betrieb',
  'wieder im einsatz',
  'funktioniert wieder',
  'geht wieder',
  'laeuft wieder',
  'kein defekt',
  'keine defekte',
  'kein mangel',
  'keine maengel',
  'ohne maengel',
]);

/** They name the device whose state it is: "Beamer defekt". */
const KIND_WORDS = 'beamer projektor laptop notebook pc rechner computer tablet ipad drucker'.split(' ');
export const KIND = new RegExp(`\\b(?:${KIND_WORDS.join('|')})\\b`);

/** Words around a status that say nothing of their own. */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    'geraet geraete das der die dieses ist sind wurde wurden worden leider komplett total voellig vollstaendig ganz ' +
    'endgueltig inzwischen mittlerweile bereits schon seit am im in ab vom zum um bei der nach jahr jahre monat ' +
    'teilweise leicht stark stand status zustand aktuell derzeit momentan noch lange laengerem langem ' +
    'vermutlich wahrscheinlich evtl eventuell vielleicht angeblich wohl moeglicherweise scheinbar ' +
    'inventur hausmeister uhr aber dann und jetzt nun ' +
    KIND_WORDS.join(' ')
  ).split(' '),
);

export const UNSURE =
  /\?|\b(?:vermutlich|wahrscheinlich|evtl|eventuell|vielleicht|angeblich|wohl|möglicherweise|scheinbar)\b/i;

/** Behind a status they begin its circumstances: "entsorgt durch die Stadt". */
export const CIRCUMSTANCE: ReadonlySet<string> = new Set(
  'an am bei zu zur durch wegen fuer mit ohne aufgrund von nach da weil bis seit laut lt'.split(' '),
);

/** Parts and papers of a device: when they are missing or broken, it is not the device. Folded. */
export const PART =
  /netzteil|ladegeraet|netzgeraet|kabel|\bakkus?\b|batterie|fernbedienung|lampe|stift|\bpens?\b|pencil|huelle|tasche|\bmaus\b|tastatur|adapter|deckel|\btasten?\b|display|bildschirm|monitor|luefter|festplatte|\bssd\b|\bram\b|toner|patrone|scharnier|gehaeuse|\bglas\b|scheibe|anschluss|buchse|\bports?\b|stecker|halterung|\bfuss\b|staender|\brad\b|rollen|schloss|schluessel|software|lizenz|treiber|anleitung|handbuch|rechnung|lieferschein|garantie|beleg|aufkleber|etikett|label|nummer|filter|sensor|dongle|verpackung|karton|zubehoer|\bteile?\b|pruef|protokoll|unterlagen|mikrofon|webcam|lautsprecher/;

/** The text speaks of another device, or of what may happen. */
export const NOT_THIS_ONE =
  /\b(?:ersatz fuer|ersetzt|statt|anstelle|vorgaenger|altgeraet|altes geraet|falls|wenn|bei verlust)\b/;

/** Where it is fixed: it stands and works there. */
export const BUILT_IN =
  /^(?:fest )?(?:eingebaut|verbaut|angebaut|angeschraubt)(?: (?:in|an|im|am) .+)?$|^(?:fest )?(?:installiert|montiert)(?: (?:in|an|im|am) .+)?$|^(?:an|in) (?:der )?(?:decke|wand) (?:montiert|installiert)$/;
