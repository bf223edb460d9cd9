import type { SchoolYearProblem } from '#core/plan/school-year.ts';
import { formatCount, formatNumber } from './format.ts';

const devices = (count: number): string => formatCount(count, 'Gerät', 'Geräte');
const rooms = (count: number): string => formatCount(count, 'Raum', 'Räume');

/** How things that a problem points to are called. */
export type ProblemNames = {
  readonly room: (id: string) => string;
  readonly device: (id: string) => string;
};

const AND = new Intl.ListFormat('de-DE', { type: 'conjunction' });

/** What to look at, and where. */
export const problemText = (problem: SchoolYearProblem, names: ProblemNames): string => {
  switch (problem.code) {
    case 'ROOM_GONE':
      return 'Ein geplanter Raum wurde inzwischen gelöscht; er bleibt außer Acht.';
    case 'SEVERAL_CLASSES':
      return `Raum ${names.room(problem.roomId)} bekommt mehrere Klassen: ${problem.use}.`;
    case 'CLASS_IN_SEVERAL_ROOMS':
      return `${problem.use} steht in mehreren Räumen: ${AND.format(problem.roomIds.map(names.room))}. Geräte ziehen deshalb nicht mit.`;
    case 'CLASS_WITHOUT_ROOM':
      return `${problem.use} hat keinen Raum (bisher ${names.room(problem.roomId)}).`;
    case 'NOWHERE_TO_GO':
      return `${devices(problem.devices)} in Raum ${names.room(problem.roomId)} bleiben dort: Für die bisherige Nutzung ist kein einzelner neuer Raum eingetragen.`;
    case 'FIXED_STAYS':
      return `${names.device(problem.deviceId)} ist fest eingebaut und bleibt in Raum ${names.room(problem.roomId)}.`;
    case 'BULK_GOES':
      return `${names.device(problem.deviceId)} ist ein Sammelposten und zieht mit allen ${formatNumber(problem.pieces)} Stück um. Soll ein Teil bleiben, trennen Sie ihn vorher ab.`;
  }
};

export const SCHOOL_YEAR_TEXTS = {
  title: 'Schuljahreswechsel',
  open: 'Schuljahreswechsel …',
  settingsLink: 'Neues Schuljahr einrichten …',
  fact: (changed: number) =>
    changed === 0
      ? 'Räume, Klassen und Zahlen für das neue Schuljahr planen. Bis zum Übernehmen ändert sich nichts.'
      : `${rooms(changed)} geplant. Bis zum Übernehmen ändert sich nichts.`,
  stepsLabel: 'Schritte des Schuljahreswechsels',
  stepDone: 'erledigt',
  steps: { rooms: 'Klassen und Räume', numbers: 'Zahlen', preview: 'Vorschau' },
  discard: 'Verwerfen',
  discardTitle: 'Planung verwerfen?',
  discardText: 'Die Planung des Schuljahreswechsels geht verloren. Am Bestand ändert sich nichts.',
  discardDo: 'Planung verwerfen',
  keep: 'Weiter planen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  next: 'Weiter',
  back: 'Zurück',
  toRooms: 'Räume öffnen',
  noRooms: 'Noch keine Räume. Legen Sie zuerst die Räume der Schule an.',
  moveUp: 'Klassen rücken auf',
  movesUp: 'Klassen heißen danach einen Jahrgang höher (5a wird 6a)',
  swap: 'Zwei Räume tauschen …',
  swapTitle: 'Zwei Räume tauschen',
  swapText: 'Nutzung, Raumname und Raumtyp werden getauscht.',
  swapOne: 'Raum',
  swapOther: 'tauscht mit',
  swapDo: 'Tauschen',
  swapDevices: 'Geräte ziehen mit ihrer Klasse um',
  devicesMenu: 'Geräte',
  allGo: 'Alle Geräte ziehen mit ihrer Klasse um',
  allStay: 'Alle Geräte bleiben im Raum',
  reset: 'Alles wie bisher',
  search: 'Raum oder Klasse suchen',
  onlyUsed: 'nur Räume mit Klasse oder Fach',
  shownOf: (shown: number, of: number) => `${formatNumber(shown)} von ${formatNumber(of)}`,
  noMatch: 'Kein Raum passt dazu.',
  nothingFits: 'Nichts passt dazu.',
  tableLabel: 'Räume im neuen Schuljahr',
  heads: {
    room: 'Raum',
    before: 'bisher',
    after: 'künftig',
    name: 'Raumname',
    type: 'Raumtyp',
    devices: 'Geräte',
  },
  free: 'frei',
  changed: 'geändert',
  fieldFor: (field: string, room: string) => `${field}, Raum ${room}`,
  stay: (count: number) => `${formatNumber(count)} bleiben`,
  go: (count: number) => `${formatNumber(count)} ziehen mit`,
  noType: 'kein Raumtyp',
  hints: (count: number) => `${formatCount(count, 'Hinweis', 'Hinweise')}, siehe Vorschau.`,
  numbersMoveUp: 'Zahlen rücken auf',
  numbersHint:
    'Der Jahrgang, der neu beginnt, ist noch unbekannt. Was leer ist, gilt als unbekannt; Ziele, die danach rechnen, sind dann nicht berechenbar.',
  countClasses: 'Klassen aus den Räumen zählen',
  grade: 'Jahrgang',
  gradeValue: (grade: string) => `Jahrgang ${grade}`,
  pupilsBefore: 'SuS bisher',
  pupilsAfter: 'SuS künftig',
  classesBefore: 'Klassen bisher',
  classesAfter: 'Klassen künftig',
  sum: 'Summe',
  total: 'gesamt',
  numberError: 'Bitte eine ganze Zahl eingeben, zum Beispiel 404.',
  dateError: 'Bitte ein Datum wie 15.09.2027 eingeben.',
  byGrade: 'Je Jahrgang',
  effect: 'Wirkung',
  before: 'bisher',
  after: 'künftig',
  roomsChanged: 'Räume',
  roomsChangedFact: (count: number) => `${rooms(count)} ändern sich`,
  noRoomChanged: 'Kein Raum ändert sich.',
  moves: 'Geräte, die umziehen',
  movesFact: (count: number) => devices(count),
  noMoves: 'Kein Gerät zieht um.',
  device: 'Gerät',
  from: 'von',
  to: 'nach',
  moreMoves: (count: number) => `Alle ${devices(count)} zeigen`,
  problems: 'Hinweise',
  problemsFact: (count: number) =>
    count === 0 ? 'keine' : `${formatNumber(count)}, kein Hindernis. Sie können so übernehmen.`,
  moreProblems: (count: number) => `Alle ${formatNumber(count)} Hinweise zeigen`,
  numbers: 'Zahlen der Schule',
  noNumbers: 'Die Zahlen der Schule bleiben, wie sie sind.',
  figure: 'Angabe',
  nothing: 'Noch nichts geplant. Ändern Sie Räume oder Zahlen in den Schritten davor.',
  apply: 'Übernehmen',
} as const;
