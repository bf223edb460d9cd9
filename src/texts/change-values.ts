import type { Change, EntityKind } from '#core/history/change-set.ts';
import type { Device } from '#core/inventory/device.ts';
import type { Room } from '#core/inventory/room.ts';
import {
  DEVICE_FIELD_LABELS,
  OWNER_LABELS,
  ROOM_FIELD_LABELS,
  SCHOOL_FIELD_LABELS,
  SCHOOL_TYPE_LABELS,
  STATUS_LABELS,
  USER_GROUP_LABELS,
  WLAN_COVERAGE_LABELS,
} from './fields.ts';
import { formatCount, formatDate, formatEuros, formatNumber } from './format.ts';
import { SETTINGS_TEXTS } from './settings.ts';

/** Names of what fields point to; null = it is not known any more. */
export type ChangeNames = {
  readonly room: (id: string) => string | null;
  readonly category: (id: string) => string | null;
  readonly roomType: (id: string) => string | null;
  readonly requirement: (id: string) => string | null;
};

/** `204 Klasse 8b`. */
export const roomText = ({ roomNumber, name }: Pick<Room, 'roomNumber' | 'name'>): string =>
  [roomNumber, name].filter((part) => part !== null && part !== '').join(' ');

const deviceText = (device: Device, { category }: ChangeNames): string =>
  [
    device.assetTag,
    device.name,
    [device.manufacturer, device.model].filter(Boolean).join(' '),
    device.serialNumber,
    device.categoryId === null ? null : category(device.categoryId),
  ].find((part) => part !== null && part !== '') ?? 'Gerät ohne Nummer';

const SETTING_NAMES: Readonly<Record<string, string>> = {
  'active-profile': 'Gewähltes Ausstattungsprofil',
  appearance: 'Helligkeit',
  density: 'Tabellenzeilen',
  start: 'Beginn',
  'device-views': 'Ansichten der Geräte',
  'device-columns': 'Spalten der Gerätetabelle',
  'import-mappings': 'Gemerkte Zuordnungen',
  'category-choices': 'Gemerkte Kategorien',
  'own-categories': 'Eigene Kategorien',
  'own-changes': 'Eigene Änderungen der Ziele',
  'programme-sums': 'Summen der Förderprogramme',
  budget: 'Budget je Jahr',
  reports: 'Geschriebene Berichte',
  'report-recipient': 'Empfänger des Berichts',
  scenarios: 'Szenarien',
  'history-size': 'Umfang des Verlaufs',
  labels: 'Etiketten',
  'label-sheets': 'Eigene Etikettenbogen',
  'defect-contact': 'Rückfragen zu Störungen',
  'tag-scheme': 'Schema der Inventarnummern',
  stocktake: 'Inventur',
  'stocktake-sound': 'Ton beim Scannen',
  'scanner-american': 'Scanner mit amerikanischer Tastatur',
};

/** How a changed thing is called. */
export const changedThingText = ({ entity, id, before, after }: Change, names: ChangeNames): string => {
  switch (entity) {
    case 'device': {
      const device = after ?? before;
      return device === null ? 'Gerät' : deviceText(device, names);
    }
    case 'room': {
      const room = after ?? before;
      return room === null ? 'Raum' : roomText(room);
    }
    case 'school':
      return 'Schule';
    case 'profile': {
      const profile = after ?? before;
      return profile === null ? 'Profil' : `${profile.title}, Edition ${profile.edition}`;
    }
    case 'setting':
      // A stocktake has a record for each scan: `stocktake:<id>:scan:000001`.
      return SETTING_NAMES[id] ?? SETTING_NAMES[id.split(':')[0] ?? ''] ?? 'Einstellung';
  }
};

/** Everything by which a changed thing is looked for. */
export const changedThingSearchText = (change: Change, names: ChangeNames): string => {
  const thing = changedThingText(change, names);
  const parts = [change.before, change.after].flatMap((state): readonly (string | null)[] => {
    if (state === null) return [];
    if (change.entity === 'device' && 'assetTag' in state)
      return [
        state.assetTag,
        state.serialNumber,
        state.name,
        state.manufacturer,
        state.model,
        state.categoryId === null ? null : names.category(state.categoryId),
        state.roomId === null ? null : names.room(state.roomId),
      ];
    if (change.entity === 'room' && 'roomNumber' in state)
      return [state.roomNumber, state.name, state.building, state.floor];
    return [];
  });
  return [...new Set([thing, ...parts])].filter((part) => part !== null && part !== '').join(' ');
};

const DEVICE_LABELS: Readonly<Record<string, string>> = {
  ...DEVICE_FIELD_LABELS,
  roomId: DEVICE_FIELD_LABELS.roomNumber,
  'defect.since': DEVICE_FIELD_LABELS.defectSince,
  'defect.text': DEVICE_FIELD_LABELS.defectText,
  'defect.reportedOn': DEVICE_FIELD_LABELS.defectReportedOn,
  'defect.ticket': DEVICE_FIELD_LABELS.defectTicket,
  'defect.repairedOn': DEVICE_FIELD_LABELS.defectRepairedOn,
};
const LABELS: Readonly<Record<EntityKind, Readonly<Record<string, string>>>> = {
  device: DEVICE_LABELS,
  room: { ...ROOM_FIELD_LABELS, exemptions: 'Ausnahmen' },
  school: SCHOOL_FIELD_LABELS,
  profile: { '': 'Profil' },
  setting: { '': 'Wert' },
};
const GRADES: Readonly<Record<string, string>> = { pupilsByGrade: 'SuS', classesByGrade: 'Klassen' };

/** The name of a changed field; an entry of an imported column has the name of its column. */
export const changedFieldLabel = (entity: EntityKind, field: string): string => {
  const known = LABELS[entity][field];
  if (known !== undefined) return known;
  const [record = '', ...rest] = field.split('.');
  const key = rest.join('.');
  const grades = GRADES[record];
  return grades === undefined ? (key === '' ? field : key) : `${grades}, Jahrgang ${key}`;
};

const DATE_FIELDS: ReadonlySet<string> = new Set([
  'purchasedOn',
  'earmarkedUntil',
  'warrantyUntil',
  'decommissionedOn',
  'lastSeenOn',
  'countedOn',
  'defect.since',
  'defect.reportedOn',
  'defect.repairedOn',
]);
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: STATUS_LABELS,
  userGroup: USER_GROUP_LABELS,
  // „unbekannt“ is the empty value of this field.
  owner: { ...OWNER_LABELS, unknown: '' },
  schoolType: SCHOOL_TYPE_LABELS,
  wlanCoverage: WLAN_COVERAGE_LABELS,
};
const GONE_ROOM = 'gelöschter Raum';

/** A value of a field as the screens show it; '' where nothing is known. */
export const changedValueText = (
  entity: EntityKind,
  field: string,
  value: unknown,
  names: ChangeNames,
): string => {
  if (value === null || value === undefined) return '';
  if (entity === 'profile') return profileText(value);
  if (entity === 'setting') return settingText(value);
  if (field === 'exemptions') return exemptionsText(value, names);
  if (field === 'roomTypes' && Array.isArray(value))
    return value.map((id) => names.roomType(String(id)) ?? String(id)).join(', ');
  if (typeof value === 'number') {
    if (field === 'purchasePriceCents') return formatEuros(value);
    return formatNumber(value, Number.isInteger(value) ? 0 : 1);
  }
  if (typeof value !== 'string') return '';
  if (field === 'roomId') return names.room(value) ?? GONE_ROOM;
  if (field === 'categoryId') return names.category(value) ?? value;
  if (DATE_FIELDS.has(field)) return formatDate(value);
  return CHOICES[field]?.[value] ?? value;
};

const profileText = (value: unknown): string =>
  isRecord(value) ? `Edition ${String(value['edition'])}` : '';

const SETTING_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  appearance: SETTINGS_TEXTS.appearances,
  density: SETTINGS_TEXTS.densities,
  start: { sample: 'Beispielschule', own: 'eigene Schule' },
};

/** `2027: 20.000 €, 2029: ohne Betrag, Reparaturen zuerst, Rest verfällt`. */
const budgetText = ({ years, repairsFirst, carriesOver }: Readonly<Record<string, unknown>>): string =>
  [
    ...(Array.isArray(years) ? years.filter(isRecord) : []).map(({ year, amountCents }) => {
      const amount = typeof amountCents === 'number' ? formatEuros(amountCents) : 'ohne Betrag';
      return `${String(year)}: ${amount}`;
    }),
    repairsFirst === true ? 'Reparaturen zuerst' : 'ohne Reparaturen',
    carriesOver === true ? 'Rest wird übertragen' : 'Rest verfällt',
  ].join(', ');

const sumsText = (sums: Readonly<Record<string, unknown>>): string =>
  Object.values(sums)
    .map((cents) => (typeof cents === 'number' ? formatEuros(cents) : ''))
    .join(', ');

/** Most lists and records of settings are told by their size: what is in them, their own screens show. */
const settingText = (setting: unknown): string => {
  if (!isRecord(setting)) return '';
  const { id, value } = setting;
  if (id === 'budget' && isRecord(value)) return budgetText(value);
  if (id === 'programme-sums' && isRecord(value)) return sumsText(value);
  if (Array.isArray(value)) return formatCount(value.length, 'Eintrag', 'Einträge');
  if (isRecord(value)) {
    const sizes = Object.values(value).map((entry) => (Array.isArray(entry) ? entry.length : 1));
    return formatCount(
      sizes.reduce((sum, size) => sum + size, 0),
      'Eintrag',
      'Einträge',
    );
  }
  if (value === null || value === undefined) return '';
  const text = typeof value === 'number' ? formatNumber(value) : String(value);
  return SETTING_VALUES[String(id)]?.[text] ?? text;
};

const exemptionsText = (value: unknown, { requirement }: ChangeNames): string =>
  Array.isArray(value)
    ? value
        .filter(isRecord)
        .map(({ requirement: id, until, reason }) => {
          const end = typeof until === 'string' ? ` bis ${formatDate(until)}` : '';
          return `${requirement(String(id)) ?? String(id)}${end} (${String(reason)})`;
        })
        .join(', ')
    : '';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
