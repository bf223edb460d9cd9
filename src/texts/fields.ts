import type { DeviceStatus, Owner, UserGroup } from '#core/inventory/device.ts';
import type { WlanCoverage } from '#core/inventory/room.ts';
import type { SchoolType } from '#core/inventory/school.ts';
import type { Priority, Scope } from '#core/targets/target-profile.ts';

/**
 * The German name of each field: heading of tables and exports, label of forms. The import knows every one of them,
 * so that our own workbooks come back with all columns recognised; a heading is therefore unique within its list.
 */
export const DEVICE_FIELD_LABELS = {
  id: 'Geräte-ID',
  assetTag: 'Inventarnummer',
  serialNumber: 'Seriennummer',
  categoryId: 'Kategorie',
  name: 'Bezeichnung',
  manufacturer: 'Hersteller',
  model: 'Modell',
  building: 'Gebäude',
  floor: 'Etage',
  roomNumber: 'Raum',
  containerTag: 'Behälter (Inventarnr.)',
  quantity: 'Anzahl',
  status: 'Zustand',
  userGroup: 'Nutzergruppe',
  owner: 'Eigentümer',
  purchasedOn: 'Anschaffung',
  purchasePriceCents: 'Preis je Stück (€)',
  supplier: 'Lieferant',
  invoiceNumber: 'Rechnungsnummer',
  fundingSource: 'Förderquelle',
  earmarkedUntil: 'Zweckbindung bis',
  warrantyUntil: 'Garantie bis',
  serviceLifeYears: 'Nutzungsdauer (Jahre)',
  macAddress: 'MAC-Adresse',
  hostname: 'Name im Netz',
  externalId: 'Fremd-ID',
  defectSince: 'Defekt seit',
  defectText: 'Defekt',
  defectReportedOn: 'Defekt gemeldet am',
  defectTicket: 'Ticket',
  defectRepairedOn: 'Repariert am',
  decommissionedOn: 'Ausgesondert am',
  decommissionReason: 'Grund der Aussonderung',
  lastSeenOn: 'Zuletzt gesehen am',
  note: 'Bemerkung',
} as const;
export type DeviceFieldLabel = keyof typeof DEVICE_FIELD_LABELS;

export const ROOM_FIELD_LABELS = {
  id: 'Raum-ID',
  roomNumber: 'Raumnummer',
  name: 'Raumname',
  building: 'Gebäude',
  floor: 'Etage',
  roomTypes: 'Raumtyp',
  seats: 'Plätze',
  areaM2: 'Fläche (m²)',
  use: 'Nutzung',
  lanSockets: 'LAN-Doppeldosen',
  powerGroups: 'Steckdosengruppen',
  wlanCoverage: 'WLAN-Abdeckung',
  note: 'Bemerkung',
} as const;
export type RoomFieldLabel = keyof typeof ROOM_FIELD_LABELS;

export const SCHOOL_FIELD_LABELS = {
  name: 'Name der Schule',
  schoolNumber: 'Dienststellennummer',
  schoolType: 'Schulart',
  schoolAuthority: 'Schulträger',
  schoolYear: 'Schuljahr',
  pupils: 'Schülerinnen und Schüler',
  pupilsByGrade: 'Schülerinnen und Schüler je Jahrgang',
  classes: 'Klassen',
  classesByGrade: 'Klassen je Jahrgang',
  teachers: 'Lehrkräfte',
  bandwidthMbit: 'Internet (Mbit/s)',
  countedOn: 'Zahlen erhoben am',
} as const;
export type SchoolFieldLabel = keyof typeof SCHOOL_FIELD_LABELS;

export const STATUS_LABELS = {
  'in-use': 'in Betrieb',
  'in-storage': 'Reserve/Lager',
  'on-loan': 'verliehen',
  defective: 'defekt',
  'in-repair': 'in Reparatur',
  missing: 'vermisst',
  decommissioned: 'ausgesondert',
} as const satisfies Record<DeviceStatus, string>;

export const USER_GROUP_LABELS = {
  pupils: 'Schülerinnen und Schüler',
  teachers: 'Lehrkräfte',
  administration: 'Verwaltung',
  room: 'Raum',
} as const satisfies Record<UserGroup, string>;

export const OWNER_LABELS = {
  'school-authority': 'Schulträger',
  state: 'Land',
  association: 'Förderverein',
  'after-school': 'Hort',
  private: 'privat',
  unknown: 'unbekannt',
} as const satisfies Record<Owner, string>;

export const SCHOOL_TYPE_LABELS = {
  primary: 'Grundschule',
  regional: 'Regionale Schule',
  grammar: 'Gymnasium',
  comprehensive: 'Gesamtschule',
  special: 'Förderschule',
  vocational: 'Berufliche Schule',
} as const satisfies Record<SchoolType, string>;

export const WLAN_COVERAGE_LABELS = {
  none: 'keine',
  partial: 'teilweise',
  full: 'voll',
} as const satisfies Record<WlanCoverage, string>;

export const PRIORITY_LABELS = {
  must: 'Pflicht',
  should: 'Empfehlung',
  could: 'Wunsch',
} as const satisfies Record<Priority, string>;

export const SCOPE_LABELS = {
  teaching: 'Unterricht',
  administration: 'Verwaltung',
  infrastructure: 'Infrastruktur',
} as const satisfies Record<Scope, string>;
