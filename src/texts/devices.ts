import type { BadCell } from '#core/inventory/device-block.ts';
import type { CellIssue, DeviceColumnId, DeviceWords } from '#core/inventory/device-columns.ts';
import type { BuiltInView } from '#core/inventory/device-query.ts';
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

export const DEVICE_TEXTS = {
  title: 'Geräte',
  count: devices,
  fact: (count: number, money: string) => `${devices(count)}, ${money} Anschaffungswert`,
  grid: 'Geräte',
} as const;
