import type { RowState } from '#core/targets/catalogue-rows.ts';
import type { EntryIssue, NeededField, RangedField } from '#core/targets/check-entry.ts';
import type { EntryUse } from '#core/targets/entry-uses.ts';
import type { OwnChange, ProfileList } from '#core/targets/own-changes.ts';
import type { Check, Figure } from '#core/targets/target-profile.ts';
import { formatCount, formatDate, formatEuros, formatNumber, formatPercent } from './format.ts';
import { profileIssueText } from './profile.ts';
import { TARGETS_TEXTS } from './targets.ts';

/** What an entry of a list is called: `Kategorie „Tablet“`. */
export const entryText = (list: ProfileList, name: string): string =>
  `${TARGETS_TEXTS.lists[list]} „${name}“`;

const NEW_WORDS: Readonly<Record<ProfileList, string>> = {
  stages: 'neue Ausbaustufe',
  categories: 'neue Kategorie',
  roomTypes: 'neuer Raumtyp',
  groups: 'neue Gruppe',
  requirements: 'neues Ziel',
  standards: 'neuer Standard',
  checks: 'neue Prüfung',
  figures: 'neue Kennzahl',
  programmes: 'neues Förderprogramm',
};

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

export const CATALOGUE_TEXTS = {
  reason: 'Grund Ihrer Änderungen',
  reasonHint: 'Gilt für alle folgenden Änderungen und steht bei jeder als Begründung.',
  defaultReason: 'Festlegung der Schule',
  keys: 'Pfeiltasten wählen eine Zelle, Eingabe oder Tippen bearbeitet sie, Tab speichert und geht weiter, Esc stellt sie wieder her.',
  newName: (list: ProfileList) => `Name (${NEW_WORDS[list]})`,
  add: (list: ProfileList) => `${TARGETS_TEXTS.lists[list]} anlegen`,
  nameMissing: 'Bitte zuerst einen Namen eingeben.',
  ownBasis: 'Festlegung der Schule',
  origin: 'Herkunft',
  fromProfile: 'Profil',
  actions: 'Änderung',
  suspend: 'Aussetzen',
  remove: 'Entfernen',
  reset: 'Zurücksetzen',
  resume: 'Wieder aufnehmen',
  suspended: 'ausgesetzt',
  leftOut: 'passt nicht',
  issued: (value: string) => `Im Profil: ${value}`,
  changed: (column: string, before: string, after: string) => `${column} ${short(before)} → ${short(after)}`,
  editCell: (column: string, row: string, value: string) => `${column}, ${row}: ${value}`,
  empty: '–',
  yes: 'ja',
  no: 'nein',
  dialogClose: 'Schließen',
  apply: 'Übernehmen',
  cancel: 'Abbrechen',
  filter: 'Liste durchsuchen',
  nothingFits: 'Nichts passt dazu.',
  chosen: (count: number) => `${formatNumber(count)} gewählt`,
  errors: {
    count: 'Bitte eine ganze Zahl eingeben. Beispiel: 5',
    money: (text: string) => `„${text}“ ist kein Betrag. Beispiel: 5.500,00`,
    year: (text: string) => `„${text}“ ist kein Jahr. Beispiel: 2027`,
    percent: (text: string) => `„${text}“ ist kein Anteil. Beispiel: 20 %`,
    decimal: (text: string) => `„${text}“ ist keine Zahl. Beispiel: 0,5`,
    required: 'Hier darf nichts fehlen.',
  },
  categories: {
    caption: 'Kategorien des Ausstattungsprofils',
    columns: {
      name: 'Kategorie',
      shortName: 'Kurzname',
      kind: 'Art',
      serviceLifeYears: 'Zyklus (Jahre)',
      guidePriceCents: 'Richtpreis',
      minimumFeatures: 'Mindestmerkmale',
      movable: 'beweglich',
      piecesPerUnit: 'Stück je Einheit',
      basis: 'Grundlage',
      devices: 'Geräte',
      targets: 'Ziele',
    },
  },
  roomTypes: {
    title: 'Raumtypen',
    caption: 'Raumtypen des Ausstattungsprofils',
    columns: { name: 'Raumtyp', scope: 'Bereich', rooms: 'Räume hier', targets: 'Ziele' },
  },
  standards: {
    caption: 'Standards',
    columns: { name: 'Standard', roomTypes: 'Raumtypen', basis: 'Grundlage' },
    parts: (name: string) => `Bestandteile von „${name}“`,
    part: 'Bestandteil',
    replaceableBy: 'ersetzbar durch',
    replaceableHint:
      'Ersetzbar: Der Bestandteil gilt in jedem Raum als erfüllt, solange das genannte Ziel der Schule keine Lücke hat.',
    notReplaceable: 'nichts',
    requirement: (name: string, stage: number) => `${name} (ab Stufe ${formatNumber(stage)})`,
    newHint: 'Ein neuer Standard beginnt wie der erste.',
    addPart: 'Bestandteil hinzufügen',
    choosePart: 'bitte wählen',
    removePartOf: (part: string) => `Bestandteil „${part}“ entfernen`,
    none: 'Das Profil hat keinen Standard.',
  },
  stages: {
    caption: 'Ausbaustufen des Ausstattungsprofils',
    columns: {
      stage: 'Stufe',
      name: 'Name',
      dueYear: 'Zieljahr',
      targets: 'Ziele',
      automatic: 'Am Stichtag',
    },
    automatic: (day: string) => `automatisch am ${formatDate(day)}`,
    hint: 'Ohne eigene Wahl gilt die erste Stufe, deren Zieljahr nicht vor dem Jahr des Stichtags liegt, sonst die letzte.',
    number: 'Nummer',
    year: 'Zieljahr',
  },
  programmes: {
    caption: 'Förderprogramme des Ausstattungsprofils',
    columns: {
      name: 'Programm',
      categories: 'Kategorien',
      maxPerSchoolCents: 'Höchstbetrag je Schule',
      maxPercentOfAuthority: 'Höchstanteil',
      fromYear: 'ab Jahr',
      untilYear: 'bis Jahr',
      earmarkYears: 'Zweckbindung (Jahre)',
      sum: 'Gesamtbetrag des Schulträgers',
      share: 'Höchstens daraus',
      basis: 'Grundlage',
    },
    sumHint:
      'Den Gesamtbetrag des Schulträgers kennt das Profil nicht. Tragen Sie ihn ein, damit der Höchstanteil geprüft werden kann.',
    notCheckable: 'nicht prüfbar',
    noShare: 'kein Anteil vorgesehen',
    sumError: 'Bitte einen Betrag über 0 € und bis 100 Mio. € eingeben. Leer = unbekannt.',
    none: 'Das Profil nennt kein Förderprogramm.',
  },
  checks: {
    caption: 'Prüfungen',
    columns: {
      name: 'Prüfung',
      rule: 'Regel',
      wanted: 'Wert',
      perPupil: 'Mbit/s je SuS',
      classesPerRoom: 'Klassen je Raum',
      stage: 'ab Stufe',
      basis: 'Grundlage',
      state: 'Hier',
    },
    met: 'erfüllt',
    notMet: 'nicht erfüllt',
    notComputable: 'nicht berechenbar',
    notInForce: 'gilt nicht',
  },
  figures: {
    caption: 'Kennzahlen zur Information',
    columns: {
      name: 'Kennzahl',
      rule: 'Rechnung',
      value: 'Wert',
      unit: 'Einheit',
      basis: 'Grundlage',
      here: 'Hier',
    },
  },
} as const;

/** What a changed entry is and why, for its mark: `Geändert am 25.11.2026: Festlegung der Schule`. */
export const changeReasonText = (state: RowState, { reason, changedOn }: OwnChange): string => {
  const word = {
    issued: '',
    changed: 'Geändert',
    added: 'Angelegt',
    suspended: 'Ausgesetzt',
    'left-out': '',
  }[state];
  if (state === 'left-out')
    return `Die Änderung vom ${formatDate(changedOn)} passt nicht zu dieser Edition und gilt deshalb nicht: ${reason}`;
  return `${word} am ${formatDate(changedOn)}: ${reason}`;
};

const NEEDED_TEXTS: Readonly<Record<NeededField, string>> = {
  name: 'Der Name fehlt.',
  shortName: 'Der Kurzname fehlt.',
  categories: 'Mindestens eine Kategorie muss gewählt sein.',
  roomTypes: 'Mindestens ein Raumtyp muss gewählt sein.',
  parts: 'Ein Standard braucht mindestens einen Bestandteil. Setzen Sie ihn sonst ganz aus.',
  basis: 'Die Grundlage fehlt. Nennen Sie, worauf sich der Wert stützt.',
};

const years = (value: number): string => formatCount(value, 'Jahr', 'Jahre');
const plainYear = (value: number): string => String(value);
const RANGE_TEXTS: Readonly<Record<RangedField, readonly [what: string, format: (value: number) => string]>> =
  {
    serviceLifeYears: ['Der Planungszyklus', years],
    guidePriceCents: ['Der Richtpreis', formatEuros],
    piecesPerUnit: ['Stück je Einheit', formatNumber],
    stage: ['Die Nummer der Stufe', formatNumber],
    dueYear: ['Das Zieljahr', plainYear],
    fromYear: ['Das erste Jahr', plainYear],
    untilYear: ['Das letzte Jahr', plainYear],
    maxPerSchoolCents: ['Der Höchstbetrag', formatEuros],
    maxPercentOfAuthority: ['Der Höchstanteil', (value) => `${formatNumber(value)} %`],
    earmarkYears: ['Die Zweckbindung', years],
    atLeast: ['Der Wert', formatNumber],
    wanted: ['Der Anteil', formatPercent],
    classesPerRoom: ['Klassen je Raum', formatNumber],
    value: ['Der Wert', formatNumber],
    divide: ['Der Teiler', formatNumber],
    cents: ['Der Betrag', formatEuros],
  };

const namesText = (names: readonly string[], shownNames = 4): string => {
  const more = names.length - shownNames;
  const shown = names.slice(0, shownNames).join(', ');
  return more > 0 ? `${shown} und ${formatNumber(more)} weitere` : shown;
};
const quoted = (names: readonly string[]): readonly string[] => names.map((name) => `„${name}“`);

const useText = ({ by, names, count }: EntryUse): string => {
  switch (by) {
    case 'rooms':
      return `${formatCount(count, 'Raum', 'Räume')} dieser Schule (${namesText(names)})`;
    case 'devices':
      return `${formatCount(count, 'Gerät', 'Geräte')} dieser Schule`;
    default:
      return `${USE_WORDS[by]} ${namesText(quoted(names))}`;
  }
};
const USE_WORDS = {
  requirements: 'Ziele',
  standards: 'Standards',
  checks: 'Prüfungen',
  figures: 'Kennzahlen',
  programmes: 'Förderprogramme',
} as const;

/** Why a change of the school is not stored, and what to do. */
export const entryIssueText = (issue: EntryIssue): string => {
  switch (issue.code) {
    case 'MISSING':
      return NEEDED_TEXTS[issue.field];
    case 'NAME_DOUBLED':
      return `„${issue.name}“ gibt es schon. Wählen Sie einen anderen Namen.`;
    case 'OUT_OF_RANGE': {
      const [what, format] = RANGE_TEXTS[issue.field];
      return `${what} muss zwischen ${format(issue.min)} und ${format(issue.max)} liegen.`;
    }
    case 'STAGE_DOUBLED':
      return `Die Ausbaustufe ${formatNumber(issue.stage)} gibt es schon. Wählen Sie eine andere Nummer.`;
    case 'YEARS_NOT_ASCENDING': {
      const { stage, dueYear } = issue.other;
      return `Das Zieljahr muss ${issue.isAfter ? 'nach' : 'vor'} dem der Ausbaustufe ${formatNumber(stage)} (${dueYear}) liegen.`;
    }
    case 'YEARS_REVERSED':
      return `Das letzte Jahr (${issue.untilYear}) liegt vor dem ersten (${issue.fromYear}).`;
    case 'LAST_STAGE':
      return 'Die letzte Ausbaustufe lässt sich nicht aussetzen: Ohne Stufe gilt kein Ziel.';
    case 'IN_USE':
      return `Wird noch gebraucht: ${issue.uses.map(useText).join('; ')}. Ändern Sie das zuerst.`;
    case 'STRUCTURE':
      return 'Dieser Wert passt in kein Ausstattungsprofil. Kürzen Sie den Text oder prüfen Sie die Zahl.';
    case 'CONTRADICTION':
      return `Das widerspricht dem Profil. ${profileIssueText(issue.issue)}`;
  }
};

/** The rule of a check in words. */
export const checkRuleText = (check: Check, roomTypeName: (id: string) => string): string => {
  switch (check.kind) {
    case 'bandwidth': {
      const least = `mindestens ${formatNumber(check.atLeast)} Mbit/s`;
      if (check.perPupil === null) return least;
      return `${least}, und mindestens ${formatRatio(check.perPupil)} Mbit/s je Schülerin und Schüler`;
    }
    case 'room-share':
      return `${formatPercent(check.wanted)} der Räume mit ${check.has === 'wlan' ? 'WLAN' : 'LAN-Doppeldose'} (${namesText(check.roomTypes.map(roomTypeName), 2)})`;
    case 'room-count': {
      const least = `mindestens ${formatCount(check.atLeast, 'Raum', 'Räume')} (${namesText(check.roomTypes.map(roomTypeName), 2)})`;
      const perClasses =
        check.classesPerRoom === null ? '' : `, und 1 je ${formatNumber(check.classesPerRoom)} Klassen`;
      const instead =
        check.orUnits === null
          ? ''
          : `; ${formatNumber(check.orUnits.units)} freie mobile Geräte gelten als ein Raum`;
      return `${least}${perClasses}${instead}`;
    }
  }
};

/** How a figure is computed, in words. */
export const figureRuleText = (figure: Figure, categoryName: (id: string) => string): string => {
  switch (figure.kind) {
    case 'constant':
      return 'fester Richtwert';
    case 'units-per':
      return `Geräte (${namesText(figure.categories.map(categoryName), 3)}) geteilt durch ${formatNumber(figure.divide)}`;
    case 'per-pupil-cents':
      return `Schülerinnen und Schüler mal ${formatEuros(figure.cents)}`;
  }
};

/** `1 ÷ 2` → `0,5`: as many decimals as it needs, at most three. */
export const formatRatio = ({
  multiply,
  divide,
}: {
  readonly multiply: number;
  readonly divide: number;
}): string => {
  const value = multiply / divide;
  const digits = [0, 1, 2].find((count) => Math.abs(value - Number(value.toFixed(count))) < 1e-9) ?? 3;
  return formatNumber(value, digits);
};
