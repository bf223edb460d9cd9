import type { BadCell } from '#core/inventory/device-block.ts';
import type { CellIssue, DeviceColumnId, DeviceWords } from '#core/inventory/device-columns.ts';
import type { BuiltInView } from '#core/inventory/device-query.ts';
import type { DeviceCheck } from '#core/report/report-checks.ts';
import { DEVICE_FIELD_LABELS, OWNER_LABELS, STATUS_LABELS, USER_GROUP_LABELS } from './fields.ts';
import { formatCount, formatDate, formatNumber } from './format.ts';

/** What is understood for closed choices in cells; the first word is the one that is shown. */
export const DEVICE_WORDS: DeviceWords = {
  status: {
    'in-use': [STATUS_LABELS['in-use'], 'Betrieb', 'aktiv', 'ok', 'i. O.', 'in Ordnung', 'genutzt'],
    'in-storage': [STATUS_LABELS['in-storage'], 'Reserve', 'Lager', 'auf Lager', 'eingelagert'],
    'on-loan': [STATUS_LABELS['on-loan'], 'ausgeliehen', 'Leihe'],
    defective: [STATUS_LABELS.defective, 'kaputt', 'Defekt'],
    'in-repair': [STATUS_LABELS['in-repair'], 'Reparatur', 'zur Reparatur'],
    missing: [STATUS_LABELS.missing, 'fehlt', 'verloren', 'gestohlen'],
    decommissioned: [STATUS_LABELS.decommissioned, 'ausgemustert', 'verschrottet', 'entsorgt'],
  },
  userGroup: {
    pupils: [USER_GROUP_LABELS.pupils, 'SuS', 'Schüler'],
    teachers: [USER_GROUP_LABELS.teachers, 'Lehrer', 'LuL', 'Kollegium'],
    administration: [USER_GROUP_LABELS.administration, 'Sekretariat', 'Schulleitung'],
    room: [USER_GROUP_LABELS.room, 'fest im Raum'],
  },
  owner: {
    'school-authority': [OWNER_LABELS['school-authority'], 'Träger', 'Stadt', 'Gemeinde'],
    state: [OWNER_LABELS.state, 'Bundesland'],
    association: [OWNER_LABELS.association, 'Verein', 'Schulverein'],
    'after-school': [OWNER_LABELS['after-school'], 'Ganztag'],
    private: [OWNER_LABELS.private, 'eigen'],
    unknown: [OWNER_LABELS.unknown, 'nicht bekannt'],
  },
  formatDate,
};

/** Headings of the table: as short as they stay clear. */
export const DEVICE_COLUMN_HEADS = {
  assetTag: 'Inventarnr.',
  categoryId: 'Kategorie',
  name: 'Bezeichnung',
  manufacturer: 'Hersteller',
  model: 'Modell',
  serialNumber: 'Seriennummer',
  building: 'Gebäude',
  floor: 'Etage',
  room: 'Raum',
  containerTag: 'Behälter',
  quantity: 'Anzahl',
  status: 'Zustand',
  userGroup: 'Nutzergruppe',
  owner: 'Eigentümer',
  purchasedOn: 'Anschaffung',
  replacementYear: 'Ersatz',
  purchasePriceCents: 'Preis',
  supplier: 'Lieferant',
  invoiceNumber: 'Rechnungsnr.',
  fundingSource: 'Förderquelle',
  earmarkedUntil: 'Zweckbindung',
  warrantyUntil: 'Garantie bis',
  serviceLifeYears: 'Nutzungsd.',
  macAddress: 'MAC-Adresse',
  hostname: 'Name im Netz',
  externalId: 'Fremd-ID',
  defectText: 'Defekt',
  defectSince: 'Defekt seit',
  defectReportedOn: 'Gemeldet am',
  defectTicket: 'Ticket',
  defectRepairedOn: 'Repariert am',
  defectDaysOpen: 'Tage offen',
  decommissionedOn: 'Ausgesondert',
  decommissionReason: 'Aussonderungsgrund',
  lastSeenOn: 'Zuletzt gesehen',
  note: 'Bemerkung',
} as const satisfies Record<DeviceColumnId, string>;

/** Full names, for forms, the column list and screen readers. */
export const DEVICE_COLUMN_LABELS = {
  ...DEVICE_COLUMN_HEADS,
  assetTag: DEVICE_FIELD_LABELS.assetTag,
  containerTag: DEVICE_FIELD_LABELS.containerTag,
  replacementYear: 'Ersatzjahr',
  purchasePriceCents: DEVICE_FIELD_LABELS.purchasePriceCents,
  invoiceNumber: DEVICE_FIELD_LABELS.invoiceNumber,
  earmarkedUntil: DEVICE_FIELD_LABELS.earmarkedUntil,
  serviceLifeYears: DEVICE_FIELD_LABELS.serviceLifeYears,
  defectReportedOn: DEVICE_FIELD_LABELS.defectReportedOn,
  decommissionedOn: DEVICE_FIELD_LABELS.decommissionedOn,
  decommissionReason: DEVICE_FIELD_LABELS.decommissionReason,
  lastSeenOn: DEVICE_FIELD_LABELS.lastSeenOn,
} as const satisfies Record<DeviceColumnId, string>;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} oder ${words.at(-1) ?? ''}`;

/** Why a cell does not take its text, and what would fit. */
export const cellIssueText = (issue: CellIssue): string => {
  const value = `„${issue.value.length > 40 ? `${issue.value.slice(0, 40)}…` : issue.value}“`;
  switch (issue.code) {
    case 'NO_DATE':
      return `${value} ist kein Datum. Beispiele: 14.09.2018, 03/2022 oder 2021`;
    case 'NO_DAY':
      return `${value} ist kein Tag. Beispiel: 14.09.2018`;
    case 'NO_PRICE':
      return `${value} ist kein Betrag. Beispiel: 459,00`;
    case 'NO_COUNT':
      return `${value} ist keine Anzahl. Beispiel: 30`;
    case 'NO_YEARS':
      return `${value} ist keine Zahl von Jahren zwischen 1 und 50.`;
    case 'READ_ONLY':
      return `${DEVICE_COLUMN_LABELS[issue.column]} ergibt sich aus anderen Angaben und lässt sich hier nicht ändern.`;
    case 'TOO_LONG':
      return 'Der Text ist zu lang. Höchstens 32.767 Zeichen passen in eine Zelle.';
    case 'UNKNOWN_CHOICE':
      return `${value} ist hier nicht möglich. Möglich: ${listed(issue.choices)}`;
    case 'UNKNOWN_CATEGORY':
      return issue.choices.length === 0
        ? `Die Kategorie ${value} gibt es im Ausstattungsprofil nicht. Bitte aus der Liste wählen.`
        : `${value} passt zu mehreren Kategorien: ${listed(issue.choices)}`;
    case 'ROOM_UNKNOWN':
      return issue.suggestion === null
        ? `Raum ${value} gibt es nicht. Bitte unter Räume anlegen oder einen anderen wählen.`
        : `Raum ${value} gibt es nicht. Gemeint vielleicht ${issue.suggestion}?`;
    case 'ROOM_AMBIGUOUS':
      return `Raum ${value} gibt es mehrmals: ${listed(issue.places)}. Bitte mit Gebäude angeben.`;
  }
};

/** Where a bad cell of a pasted block lies, and why it is bad. */
export const badCellText = ({ blockRow, assetTag, issue }: BadCell): string =>
  `Zeile ${formatNumber(blockRow)}${assetTag === null ? '' : ` (${assetTag})`}, ${DEVICE_COLUMN_LABELS[issue.column]}: ${cellIssueText(issue)}`;

export const BUILT_IN_VIEW_NAMES = {
  all: 'Alle',
  defective: 'Defekt',
  'over-age': 'Überaltert',
  'to-clear': 'Zu klären',
  reserve: 'Reserve',
} as const satisfies Record<BuiltInView, string>;

const devices = (count: number): string => formatCount(count, 'Gerät', 'Geräte');

const cells = (count: number): string => formatCount(count, 'Zelle', 'Zellen');

/** Page, table and panel of devices. */
export const DEVICE_TEXTS = {
  title: 'Geräte',
  count: devices,
  fact: (count: number, money: string) => `${devices(count)}, ${money} Anschaffungswert`,
  grid: 'Geräte',
  close: 'Schließen',
  cancel: 'Abbrechen',
  views: 'Ansichten',
  saveView: 'Ansicht speichern …',
  deleteView: 'Ansicht löschen',
  viewName: 'Name der Ansicht',
  viewSaveTitle: 'Ansicht speichern',
  viewSaveText: 'Spalten, Reihenfolge, Suche und Filter stehen dann als eigener Reiter bereit.',
  viewSave: 'Ansicht speichern',
  viewNameMissing: 'Bitte einen Namen eingeben.',
  search: 'In der Liste suchen',
  searchKeys: 'Strg F',
  withoutDecommissioned: 'Ohne ausgesonderte',
  removeFilter: (text: string) => `Filter „${text}“ entfernen`,
  filterChip: (column: string, value: string) => `${column}: ${value}`,
  filterValues: (count: number) => `${formatNumber(count)} Werte`,
  emptyValue: '(leer)',
  addFilter: 'Filter hinzufügen',
  addFilterTitle: 'Filter hinzufügen',
  filterColumn: 'Spalte',
  resetFilters: 'Filter zurücksetzen',
  showDecommissioned: 'Ausgesonderte ausblenden',
  shownOf: (shown: number, of: number, money: string) =>
    `${formatNumber(shown)} von ${formatNumber(of)} · ${money}`,
  columnsButton: (shown: number, of: number) => `Spalten ${shown}/${of}`,
  columnsTitle: 'Spalten der Tabelle',
  columnsSearch: 'Spalte suchen',
  columnsHint: 'Haken zeigt die Spalte. Alt ↑ und Alt ↓ verschieben sie.',
  columnsReset: 'Standard wiederherstellen',
  columnUp: (name: string) => `${name} nach vorn`,
  columnDown: (name: string) => `${name} nach hinten`,
  columnMenu: (name: string) => `Filter und Sortierung für ${name}`,
  filterTitle: (name: string) => `${name} filtern`,
  filterText: 'Enthält',
  filterTextHint: 'Bei Zahlen und Daten auch: >500 oder <2019',
  filterValuesTitle: 'Werte',
  filterApply: 'Filter setzen',
  filterClear: 'Filter entfernen',
  sortAscending: 'Aufsteigend sortieren',
  sortDescending: 'Absteigend sortieren',
  newDevice: 'Neues Gerät',
  create: 'Gerät anlegen',
  newKeys: (isReserved: boolean) => (isReserved ? 'Strg N' : 'Alt N'),
  openHint: 'Alle Angaben (Strg Eingabe)',
  openDevice: (name: string) => `${name} öffnen`,
  unnamed: 'Gerät ohne Nummer',
  noCategory: 'Ohne Kategorie',
  noRoom: 'kein Raum',
  inRoom: (room: string) => `Raum ${room}`,
  notGiven: 'keine Angabe',
  nothingFits: 'Nichts passt dazu.',
  roomNow: 'bisher',
  roomMet: 'erfüllt',
  roomGap: (gap: number) => `Lücke ${formatNumber(gap)}`,
  missing: 'fehlt',
  doubled: 'mehrfach vergeben:',
  selectAll: 'Alle gefilterten Geräte auswählen',
  select: (name: string) => `${name} auswählen`,
  twin: (place: string, others: number) =>
    others > 1
      ? `Diese Nummer tragen noch ${formatNumber(others)} Geräte, eines davon: ${place}.`
      : `Diese Nummer trägt noch ein Gerät: ${place}.`,
  panelActions: {
    move: 'Umziehen …',
    duplicate: 'Duplizieren …',
    split: 'Aufteilen …',
    decommission: 'Aussondern …',
    remove: 'Löschen',
  },
  groups: {
    device: 'Gerät',
    place: 'Standort und Zustand',
    defect: 'Defekt',
    purchase: 'Anschaffung',
    network: 'Netz',
    note: 'Bemerkung',
    decommissioning: 'Aussonderung',
    extra: 'Weitere Spalten der eingelesenen Liste',
  },
  empty: 'Noch keine Geräte. Lesen Sie Ihre Liste ein oder legen Sie das erste Gerät an.',
  import: 'Liste einlesen',
  emptyByFilter: 'Kein Gerät passt zu diesen Filtern.',
  /** What a check before sending has found. */
  checks: {
    'doubled-tags': 'Zu klären: Inventarnummer doppelt',
    'doubled-serials': 'Zu klären: Seriennummer doppelt',
    category: 'Zu klären: ohne Kategorie',
    room: 'Zu klären: ohne Raum',
    unreported: 'Zu klären: Defekt ohne Meldung',
    earmarked: 'Zu klären: vor Ende der Zweckbindung ausgesondert',
    year: 'Zu klären: ohne Kaufjahr',
  } as const satisfies Record<DeviceCheck, string>,
  allCleared: 'Hier ist nichts mehr zu klären.',
  backToReports: 'Zurück zum Bericht',
} as const;

/** Bar and dialogs for many devices at once. */
export const BULK_TEXTS = {
  bar: 'Ausgewählte Geräte',
  selected: (count: number, hidden: number) =>
    hidden === 0
      ? `${formatNumber(count)} ausgewählt`
      : `${formatNumber(count)} ausgewählt, ${formatNumber(hidden)} davon nicht sichtbar`,
  clear: 'Aufheben',
  move: (count: number) => `${devices(count)} umziehen …`,
  status: 'Zustand ändern …',
  field: 'Feld ändern …',
  duplicate: 'Duplizieren …',
  split: 'Aufteilen …',
  labels: 'Etiketten …',
  tags: 'Nummern vergeben …',
  decommission: 'Aussondern …',
  remove: 'Löschen',
  moveTitle: (count: number) => `${devices(count)} umziehen`,
  moveTo: 'Wohin',
  moveContents: (count: number) => `${devices(count)} im Behälter ziehen mit um.`,
  moveTakenOut: (count: number) => `${devices(count)} werden dabei aus dem Behälter genommen.`,
  moveDo: (count: number) => `${devices(count)} umziehen`,
  effect: 'Wirkung',
  effectGaps: (before: string, after: string) => `Lücken ${before} → ${after}`,
  effectRooms: (before: string, after: string) => `Räume im Standard ${before} → ${after}`,
  effectCost: (before: string, after: string) => `Kosten (geschätzt) ${before} → ${after}`,
  effectNone: 'Lücken, Räume im Standard und Kosten bleiben gleich.',
  statusTitle: (count: number) => `Zustand von ${devices(count)} ändern`,
  statusLabel: 'Neuer Zustand',
  statusDo: 'Zustand ändern',
  fieldTitle: (count: number) => `Ein Feld von ${devices(count)} ändern`,
  fieldColumn: 'Feld',
  fieldValue: 'Neuer Wert',
  fieldHint: 'Leer löscht den Wert bei allen.',
  fieldDo: (count: number) => `${devices(count)} ändern`,
  duplicateTitle: (count: number) => `${devices(count)} duplizieren`,
  duplicateCount: 'Wie oft',
  duplicateCountError: 'Bitte eine Zahl von 1 bis 500 eingeben.',
  duplicateTags: (first: string, last: string) =>
    first === last ? `Neue Inventarnummer: ${first}` : `Neue Inventarnummern: ${first} bis ${last}`,
  duplicateNoTags: 'Die Kopien erhalten keine Inventarnummer.',
  duplicateHint: 'Seriennummer, MAC-Adresse und Defekt bleiben leer.',
  duplicateDo: (count: number) => `${devices(count)} anlegen`,
  decommissionTitle: (count: number) => `${devices(count)} aussondern?`,
  decommissionText: 'Ausgesonderte Geräte bleiben mit allen Angaben erhalten und zählen nicht mehr mit.',
  decommissionEarmarked: (count: number, until: string) =>
    count === 1
      ? `1 davon ist bis ${until} zweckgebunden.`
      : `${formatNumber(count)} davon sind zweckgebunden, längstens bis ${until}.`,
  decommissionOn: 'Ausgesondert am',
  decommissionReason: 'Grund',
  decommissionDateError: 'Das ist kein Datum. Beispiele: 14.09.2026 oder 2026',
  decommissionDo: (count: number) => `${devices(count)} aussondern`,
  splitTitle: (name: string) => `${name} aufteilen`,
  splitCount: 'Stück abtrennen',
  splitCountError: (max: number) => `Bitte eine Zahl von 1 bis ${formatNumber(max)} eingeben.`,
  splitHint: (count: number) => `Der Posten hat ${formatNumber(count)} Stück.`,
  splitRoom: 'Standort des abgetrennten Teils',
  splitStatus: 'Zustand des abgetrennten Teils',
  splitDo: 'Aufteilen',
} as const;

/** Blocks from and to Excel. */
export const BLOCK_TEXTS = {
  copied: (count: number) => `${cells(count)} kopiert.`,
  pasteButton: 'Aus Excel einfügen',
  pasteTitle: 'Geräte aus Excel einfügen',
  pasteLabel: 'Kopierter Bereich',
  pasteHint:
    'In Excel markieren und kopieren, hier mit Strg V einfügen. Mit Kopfzeile erkennt die Tabelle die Spalten, ohne gilt die Reihenfolge der sichtbaren Spalten.',
  pasteCount: (count: number) =>
    count === 1 ? '1 neues Gerät erkannt.' : `${formatNumber(count)} neue Geräte erkannt.`,
  pasteColumnsLeft: (count: number) =>
    count === 1
      ? '1 Spalte wird nicht übernommen.'
      : `${formatNumber(count)} Spalten werden nicht übernommen.`,
  pasteDo: (count: number) => `${devices(count)} anlegen`,
  badTitle: 'Nicht alles lässt sich einfügen',
  badText: (bad: number) =>
    bad === 1
      ? '1 Zelle passt nicht. Noch ist nichts geändert.'
      : `${formatNumber(bad)} Zellen passen nicht. Noch ist nichts geändert.`,
  rowsLeft: (count: number) =>
    `Unter der Schreibmarke ist für ${formatCount(count, 'Zeile', 'Zeilen')} des Bereichs kein Gerät mehr.`,
  columnsLeft: (count: number) =>
    `Rechts der Schreibmarke ist für ${formatCount(count, 'Spalte', 'Spalten')} des Bereichs kein Platz.`,
  more: (count: number) => `… und ${formatNumber(count)} weitere`,
  pasteRest: (count: number) => `${cells(count)} einfügen, den Rest auslassen`,
  pasteNothing: 'Nichts einfügen',
  noClipboard:
    'Die Zwischenablage lässt sich hier nicht beschreiben. Bitte mit Strg C in der Tabelle kopieren.',
} as const;
