import type { ProfileEntry, ProfileList } from '#core/targets/own-changes.ts';
import type { ProfileColumn } from '#core/targets/profile-columns.ts';
import type { ProfileTableTexts } from '#core/targets/profile-tables.ts';
import type { Check, Figure, Requirement, TargetProfile } from '#core/targets/target-profile.ts';
import { PRIORITY_LABELS, SCHOOL_TYPE_LABELS, SCOPE_LABELS } from './fields.ts';
import { anyOfText } from './gaps.ts';
import { REPORT_TEXTS } from './report.ts';

export const PROFILE_LIST_LABELS = {
  stages: 'Ausbaustufen',
  categories: 'Kategorien',
  roomTypes: 'Raumtypen',
  groups: 'Gruppen',
  requirements: 'Ziele',
  standards: 'Standards',
  checks: 'Prüfungen',
  figures: 'Kennzahlen',
  programmes: 'Förderprogramme',
} as const satisfies Record<ProfileList, string>;

export const CATEGORY_KIND_LABELS = {
  display: 'Bild',
  accessory: 'Zubehör',
  workplace: 'Arbeitsplätze',
  network: 'Netz',
  power: 'Strom',
} as const;

export const PROFILE_CHOICE_LABELS = {
  origin: REPORT_TEXTS.origins,
  priority: PRIORITY_LABELS,
  scope: SCOPE_LABELS,
  categoryKind: CATEGORY_KIND_LABELS,
  schoolType: SCHOOL_TYPE_LABELS,
  appliesTo: { rooms: 'je Raum', school: 'ganze Schule' },
  quantityKind: {
    fixed: 'feste Menge',
    'per-seats': 'nach Plätzen',
    'per-pupils': 'nach SuS',
    'per-teachers': 'nach Lehrkräften',
    'per-classes': 'nach Klassen',
    dependent: 'nach anderem Soll',
    conditional: 'bei langsamem Internet',
  },
  coveredBy: {
    'lan-sockets': 'LAN-Doppeldosen',
    'power-groups': 'Steckdosengruppen',
    'wlan-full': 'volle WLAN-Abdeckung',
  },
  checkKind: { bandwidth: 'Internet', 'room-share': 'Anteil der Räume', 'room-count': 'Zahl der Räume' },
  has: { wlan: 'WLAN', lan: 'LAN-Doppeldose' },
  figureKind: { constant: 'fester Wert', 'units-per': 'nach Geräten', 'per-pupil-cents': 'Betrag je SuS' },
} as const;

/** Headings of the sheets: by the key of the column. */
export const PROFILE_COLUMN_LABELS: Readonly<Record<string, string>> = {
  formatVersion: 'Format',
  edition: 'Edition',
  title: 'Titel',
  note: 'Hinweis',
  issuedOn: 'Herausgegeben am',
  id: 'Kennung',
  name: 'Name',
  shortName: 'Kurzname',
  origin: 'Herkunft',
  basis: 'Grundlage',
  stage: 'Ausbaustufe',
  dueYear: 'Zieljahr',
  categoryKind: 'Art',
  serviceLifeYears: 'Nutzungsdauer (Jahre)',
  guidePrice: 'Richtpreis (€, brutto)',
  minimumFeatures: 'Mindestmerkmale',
  movable: 'Beweglich',
  piecesPerUnit: 'Stück je Einheit',
  scope: 'Bereich',
  categories: 'Kategorien',
  appliesTo: 'Gilt für',
  roomTypes: 'Raumtypen',
  schoolTypes: 'Schularten',
  quantityKind: 'Mengenart',
  units: 'Menge',
  per: 'je',
  grades: 'Jahrgänge',
  fallbackUnits: 'Menge ohne Plätze',
  dependsOn: 'Soll von',
  below: 'unter (Mbit/s)',
  priority: 'Verbindlichkeit',
  ladder: 'Stufenfolge',
  group: 'Gruppe',
  waivedBy: 'Entfällt durch',
  coveredBy: 'Auch erfüllt durch',
  rule: 'In Worten (wird nicht gelesen)',
  parts: 'Teile',
  replaceableBy: 'Ersetzbar durch',
  checkKind: 'Prüfart',
  has: 'Merkmal',
  wanted: 'Anteil (%)',
  atLeast: 'mindestens',
  mbitPer: 'Mbit/s',
  pupilsPer: 'je SuS',
  classesPerRoom: 'Klassen je Raum',
  orCategories: 'Ersatzgeräte',
  orUnits: 'Ersatzgeräte (Menge)',
  figureKind: 'Art der Kennzahl',
  value: 'Wert',
  unitsPer: 'Geräte je Einheit',
  perPupil: 'Betrag je SuS (€)',
  unit: 'Einheit',
  maxPerSchool: 'höchstens je Schule (€)',
  maxPercent: 'höchstens % des Trägers',
  fromYear: 'von Jahr',
  untilYear: 'bis Jahr',
  earmarkYears: 'Zweckbindung (Jahre)',
};

const HINTS: Readonly<Record<string, string>> = {
  id: 'Kurze Kennung, in ihrer Liste nur einmal. Andere Blätter nennen sie.',
  categories:
    'Kennungen aus dem Blatt „Kategorien“, die bevorzugte zuerst, getrennt durch Strichpunkt: DISP; BEAM',
  roomTypes: 'Kennungen aus dem Blatt „Raumtypen“, getrennt durch Strichpunkt: KR; FN',
  schoolTypes: 'Schularten, getrennt durch Strichpunkt; leer = alle',
  per: '1 Gerät je so viele. Bei mehreren Jahrgangsgruppen eine Zahl je Gruppe: 2 | 1',
  grades:
    'Jahrgänge, getrennt durch Strichpunkt; Gruppen durch senkrechten Strich: 5; 6 | 7; 8; leer = alle SuS',
  fallbackUnits: 'Gilt, solange die Zahl der Plätze eines Raums fehlt',
  dependsOn: 'Kennungen aus dem Blatt „Ziele“, getrennt durch Strichpunkt',
  ladder: 'Ziele mit derselben Stufenfolge lösen einander ab; es gilt das der höchsten Ausbaustufe',
  group: 'Kennung aus dem Blatt „Gruppen“',
  waivedBy: 'Kennungen aus dem Blatt „Kategorien“; steht eine im Raum, entfällt das Ziel',
  dueYear: 'Leer = das Jahr der Ausbaustufe',
  parts: 'Kennungen aus dem Blatt „Gruppen“, getrennt durch Strichpunkt',
  replaceableBy: 'Je Teil die Kennung eines Ziels oder –, in derselben Reihenfolge; leer = keines',
  orCategories: 'Kennungen aus dem Blatt „Kategorien“; so viele Geräte gelten als ein Raum',
  piecesPerUnit: 'Nur bei Sätzen: so viele Stück zählen als eine Einheit',
};

const where = ({ appliesTo }: Requirement, profile: TargetProfile): string =>
  appliesTo.kind === 'school'
    ? 'Für die ganze Schule'
    : `Je ${appliesTo.roomTypes
        .map((id) => profile.roomTypes.find((type) => type.id === id)?.name ?? id)
        .join(', ')}`;

/** A requirement as a sentence: `Je Klassenraum: 1 Interaktives Display oder Beamer. Pflicht, ab Stufe 1 (2027).` */
export const requirementSentence = (requirement: Requirement, profile: TargetProfile): string => {
  const names = requirement.categories.map(
    (id) => profile.categories.find((category) => category.id === id)?.name ?? id,
  );
  const quantity = REPORT_TEXTS.quantity(
    requirement.quantity,
    (id) => profile.requirements.find((entry) => entry.id === id)?.name ?? id,
  );
  const { dueYear, stage } = requirement;
  const year = dueYear ?? profile.stages.find((entry) => entry.stage === stage)?.dueYear;
  return `${where(requirement, profile)}: ${quantity} · ${anyOfText(names)}. ${PRIORITY_LABELS[requirement.priority]}, ab Stufe ${stage}${year === undefined ? '' : ` (${year})`}.`;
};

const ruleText = (list: ProfileList, entry: ProfileEntry, profile: TargetProfile): string | null => {
  switch (list) {
    case 'requirements':
      return requirementSentence(entry as Requirement, profile);
    case 'checks':
      return REPORT_TEXTS.check(entry as Check);
    case 'figures':
      return REPORT_TEXTS.figure(entry as Figure);
    default:
      return null;
  }
};

/** Words of the workbook that holds a profile for editing. */
export const PROFILE_TABLE_TEXTS: ProfileTableTexts = {
  sheets: { profile: 'Profil', ...PROFILE_LIST_LABELS },
  headings: PROFILE_COLUMN_LABELS,
  factHeads: { field: 'Angabe', value: 'Wert' },
  choices: PROFILE_CHOICE_LABELS,
  yes: 'ja',
  no: 'nein',
  all: 'alle',
  none: '–',
  rule: ruleText,
  hint: ({ key }: ProfileColumn) => HINTS[key] ?? null,
};

/** The sheet that explains the others; it is not read. */
export const PROFILE_GUIDE = {
  sheet: 'Anleitung',
  heads: { sheet: 'Blatt', column: 'Spalte', text: 'Was hineingehört' },
  words: (words: readonly string[]) => `Eines von: ${words.join(', ')}`,
  general: [
    'Eine Zeile je Eintrag; neue Einträge kommen in die nächste freie Zeile, gelöschte Zeilen entfallen.',
    'Die Reihenfolge der Ziele bestimmt die Reihenfolge in allen Ansichten.',
    'Die Spalte „In Worten“ erklärt die Regel und wird nicht gelesen.',
    'Geben Sie der Datei eine neue Edition (Blatt „Profil“), damit sie neben der alten steht und beide sich vergleichen lassen.',
  ],
  title: (profile: string) => `Ausstattungsprofil ${profile}`,
} as const;
