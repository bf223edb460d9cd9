import type { LeftOutReason, ScenarioStep, SchoolNumbers } from '#core/plan/scenario.ts';
import { SCHOOL_FIELD_LABELS } from './fields.ts';
import { formatCount, formatDate, formatEuros, formatNumber } from './format.ts';

/** How things that steps point to are called; null = they are gone. */
export type StepNames = {
  readonly room: (id: string) => string | null;
  readonly category: (id: string) => string | null;
  readonly device: (id: string) => string | null;
  readonly profile: (key: string) => string | null;
};

const GONE_ROOM = 'gelöschter Raum';
const GONE_DEVICE = 'gelöschtes Gerät';

const numbersText = (numbers: Partial<SchoolNumbers>): string =>
  [
    ...(['pupils', 'classes', 'teachers', 'bandwidthMbit'] as const).flatMap((field) => {
      const value = numbers[field];
      return value === undefined ? [] : [`${SCHOOL_FIELD_LABELS[field]} ${formatNumber(value)}`];
    }),
    ...(numbers.pupilsByGrade === undefined ? [] : ['SuS je Jahrgang']),
    ...(numbers.classesByGrade === undefined ? [] : ['Klassen je Jahrgang']),
  ].join(', ');

/** A step as a sentence of the list: `3 × Beamer für 204`. */
export const stepText = (step: ScenarioStep, names: StepNames): string => {
  switch (step.kind) {
    case 'buy': {
      const what = names.category(step.categoryId) ?? step.categoryId;
      const where = step.roomId === null ? 'für die Schule' : `für ${names.room(step.roomId) ?? GONE_ROOM}`;
      return `${formatNumber(step.units)} × ${what} ${where}`;
    }
    case 'move': {
      const what = names.device(step.deviceId) ?? GONE_DEVICE;
      const count = step.units === 1 ? '' : `${formatNumber(step.units)} Stück von `;
      return step.toRoomId === null
        ? `${count}${what} aus dem Raum nehmen`
        : `${count}${what} nach ${names.room(step.toRoomId) ?? GONE_ROOM}`;
    }
    case 'repair':
      return names.device(step.deviceId) ?? GONE_DEVICE;
    case 'school':
      return numbersText(step.numbers);
    case 'edition':
      return names.profile(step.profileKey) ?? step.profileKey;
    case 'view':
      return [
        step.asOf === null ? null : `Stichtag ${formatDate(step.asOf)}`,
        step.stage === null ? null : `Ausbaustufe ${formatNumber(step.stage)}`,
      ]
        .filter((part) => part !== null)
        .join(', ');
  }
};

export const LEFT_OUT_TEXTS: Readonly<Record<LeftOutReason, string>> = {
  DEVICE_GONE: 'Das Gerät gibt es nicht mehr.',
  ROOM_GONE: 'Den Raum gibt es nicht mehr.',
  CATEGORY_GONE: 'Die Kategorie steht nicht im Profil.',
  PROFILE_GONE: 'Diese Edition ist nicht mehr da.',
  STAGE_GONE: 'Diese Ausbaustufe hat das Profil nicht.',
  NOT_BROKEN: 'Das Gerät ist nicht defekt.',
  ALREADY_THERE: 'Das Gerät steht schon dort.',
  NOT_ENOUGH: 'So viele Stück hat der Sammelposten nicht.',
};

export const SCENARIO_TEXTS = {
  empty:
    'Noch kein Szenario. Probieren Sie Käufe, Umzüge, Reparaturen, andere Zahlen oder eine andere Edition aus und sehen Sie daneben, was sich gegenüber heute ändert. Am Bestand ändert sich nichts, bis Sie es übernehmen.',
  create: 'Szenario anlegen',
  createFromMust: 'Alle Lücken mit Pflicht kaufen',
  tryMust: 'Kauf aller Pflicht-Lücken als Szenario durchrechnen',
  list: 'Szenarien',
  steps: 'Schritte',
  stepCount: (count: number) => formatCount(count, 'Schritt', 'Schritte'),
  createdOn: (day: string) => `angelegt am ${day}`,
  newName: (count: number) => `Szenario ${formatNumber(count)}`,
  mustName: 'Alle Pflicht-Lücken kaufen',
  copyName: (name: string) => `${name} (Kopie)`,
  name: 'Name',
  nameMissing: 'Bitte einen Namen eingeben.',
  note: 'Bemerkung',
  apply: 'Übernehmen …',
  discard: 'Verwerfen',
  duplicate: 'Duplizieren',
  more: 'Mehr',
  noSteps: 'Noch kein Schritt. Fügen Sie hinzu, was Sie ausprobieren möchten.',
  addStep: 'Schritt hinzufügen',
  add: 'Hinzufügen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  removeStep: (text: string) => `Schritt entfernen: ${text}`,
  showAll: (count: number) => `Alle ${formatNumber(count)} Schritte zeigen`,
  kinds: {
    buy: 'Kauf',
    move: 'Umzug',
    repair: 'Reparatur',
    school: 'Zahlen der Schule',
    edition: 'Edition',
    view: 'Stichtag und Stufe',
  } as const satisfies Record<ScenarioStep['kind'], string>,
  kindForms: {
    buy: 'Kauf hinzufügen',
    move: 'Umzug hinzufügen',
    repair: 'Reparatur hinzufügen',
    school: 'Andere Zahlen der Schule',
    edition: 'Andere Edition des Profils',
    view: 'Anderer Stichtag, andere Stufe',
  } as const satisfies Record<ScenarioStep['kind'], string>,
  mustSteps: 'Alle Lücken mit Pflicht kaufen',
  category: 'Kategorie',
  units: 'Anzahl',
  unitsError: (max: number) => `Bitte eine ganze Zahl von 1 bis ${formatNumber(max)} eingeben.`,
  room: 'Raum',
  wholeSchool: 'für die Schule, in keinem Raum',
  noRoom: 'in keinen Raum',
  price: 'Preis je Einheit (€)',
  priceHint: (guide: string) => `leer = Richtpreis ${guide}`,
  priceError: 'Das ist kein Betrag. Beispiel: 459,00',
  device: 'Gerät',
  deviceBroken: 'Defektes Gerät',
  noneBroken: 'Zurzeit ist kein Gerät defekt oder in Reparatur.',
  toRoom: 'Wohin',
  pieces: (of: number) => `Stück (von ${formatNumber(of)})`,
  numbersHint: 'Was Sie nicht ändern, bleibt wie heute.',
  edition: 'Edition',
  editionOption: (title: string, edition: string) => `${title}, Edition ${edition}`,
  oneEdition: 'Es gibt nur dieses eine Profil. Weitere nehmen Sie unter Einstellungen auf.',
  asOf: 'Stichtag',
  stage: 'Ausbaustufe',
  likeScreen: 'wie in der Ansicht',
  nothingFits: 'Nichts passt dazu.',
  numberError: 'Bitte eine ganze Zahl eingeben, zum Beispiel 404.',
  dateError: 'Bitte ein Datum wie 15.09.2027 eingeben.',
  incomplete: {
    buy: 'Bitte Kategorie und Anzahl angeben.',
    move: 'Bitte Gerät und Ziel angeben.',
    repair: 'Bitte ein Gerät auswählen.',
    school: 'Bitte mindestens eine Zahl ändern.',
    edition: 'Bitte eine Edition auswählen.',
    view: 'Bitte Stichtag oder Ausbaustufe angeben.',
  } as const satisfies Record<ScenarioStep['kind'], string>,
  pupilsTotal: 'SuS gesamt',
  pupilsByGrade: 'SuS je Jahrgang',
  grade: (grade: string) => `Jahrgang ${grade}`,
  compare: 'Vergleich',
  compareWith: 'Verglichen mit',
  compareOf: (one: string, other: string) => `Vergleich: ${one} und ${other}`,
  today: 'Heute',
  scenario: 'Szenario',
  otherScenario: 'anderes Szenario',
  thisScenario: 'dieses Szenario',
  bought: (units: number, cents: number) =>
    `${formatCount(units, 'Einheit', 'Einheiten')} gekauft für ${formatEuros(cents)}`,
  movedCount: (count: number) => `${formatCount(count, 'Gerät', 'Geräte')} umgezogen`,
  repairedCount: (count: number) => `${formatCount(count, 'Gerät', 'Geräte')} repariert`,
  viewLine: (day: string, stage: number) => `Stichtag ${day}, Ausbaustufe ${formatNumber(stage)}`,
  leftOut: (count: number) =>
    `${formatCount(count, 'Schritt ist', 'Schritte sind')} nicht berücksichtigt. Der Grund steht beim Schritt.`,
  applyTitle: (name: string) => `„${name}“ übernehmen`,
  applyText: 'Das Szenario wird Wirklichkeit, in einem Schritt, den Sie zurücknehmen können:',
  applyDevices: (count: number) => `${formatCount(count, 'Gerät wird', 'Geräte werden')} angelegt`,
  applyChanged: (count: number) => `${formatCount(count, 'Gerät wird', 'Geräte werden')} geändert`,
  applyRooms: (count: number) => `${formatCount(count, 'Raum wird', 'Räume werden')} geändert`,
  applySchool: 'Die Zahlen der Schule werden geändert',
  applyProfile: (name: string) => `Verglichen wird dann mit „${name}“`,
  applyView: 'Stichtag und Ausbaustufe der Ansicht bleiben, wie sie sind.',
  before: 'vorher',
  after: 'nachher',
  applyLeftOut: (count: number) =>
    count === 1
      ? '1 Schritt bleibt weg, weil er nicht mehr möglich ist.'
      : `${formatNumber(count)} Schritte bleiben weg, weil sie nicht mehr möglich sind.`,
  applyDo: 'Übernehmen',
  applyNothing: 'Dieses Szenario ändert nichts am Bestand.',
} as const;
