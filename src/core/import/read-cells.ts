import { foldWord, readCents, readCount, readPartialDate } from '../inventory/cell-input.ts';
import type { DeviceStatus, Owner, UserGroup } from '../inventory/device.ts';
import type { WlanCoverage } from '../inventory/room.ts';
import { isPartialDate, type PartialDate } from '../shared/iso-date.ts';
import type { RawCell } from './types.ts';
import { cellText, foldText } from './words.ts';

const MONTHS: Readonly<Record<string, string>> = {
  jan: '01',
  jaen: '01',
  feb: '02',
  mar: '03',
  maer: '03',
  mrz: '03',
  apr: '04',
  mai: '05',
  may: '05',
  jun: '06',
  jul: '07',
  aug: '08',
  sep: '09',
  okt: '10',
  oct: '10',
  nov: '11',
  dez: '12',
  dec: '12',
};

export type ReadDate = {
  readonly date: PartialDate;
  /** Read, but another reading is possible, or words stood around it. */
  readonly isDoubtful: boolean;
};

/** `Nov. 2019`, `November 2019`, `15. März 2021`. */
const readMonthName = (text: string): PartialDate | null => {
  const match = /^(?:(\d{1,2})\.? )?([a-z]{3,9})\.? ?(\d{4})$/.exec(foldText(text));
  if (match === null) return null;
  const [, day, name = '', year = ''] = match;
  const month = MONTHS[name.slice(0, 4)] ?? MONTHS[name.slice(0, 3)];
  if (month === undefined) return null;
  const date = day === undefined ? `${year}-${month}` : `${year}-${month}-${day.padStart(2, '0')}`;
  return isPartialDate(date) ? date : null;
};

/**
 * A date of any precision out of a text: what `readPartialDate` reads, month names, `2017/18` as its first year, and
 * the same behind words such as "bis", "seit", "ca." (doubtful then). null = no date.
 */
export const readDate = (text: string): ReadDate | null => {
  const plain = readPartialDate(text) ?? readMonthName(text);
  if (plain !== null) {
    const slashes = /^(\d{1,2})\/(\d{1,2})\/\d{2,4}$/.exec(text.trim());
    // 3/4/2021 is March for some and April for others.
    const isDoubtful = slashes !== null && Number(slashes[1]) <= 12 && slashes[1] !== slashes[2];
    return { date: plain, isDoubtful };
  }
  const schoolYear = /^(\d{4})\/(\d{2}|\d{4})$/.exec(text.trim());
  if (schoolYear !== null && isPartialDate(schoolYear[1] ?? ''))
    return { date: schoolYear[1] ?? '', isDoubtful: true };
  const behind = /^(?:bis|seit|ab|ca\.?|circa|etwa|vor|nach|um|am|vom|sj|schuljahr|jahr)\s+(.+)$/i.exec(
    text.trim(),
  );
  if (behind === null) return null;
  const inner = readDate(behind[1] ?? '');
  return inner === null ? null : { date: inner.date, isDoubtful: true };
};

/** Serial days of Excel, 1982 to 2064: a number where a date belongs, without its format. */
const EXCEL_DAYS = { first: 30_000, last: 60_000 };

const dateFromExcelDay = (day: number): PartialDate => {
  // Days are counted from 30 December 1899; whole days have no time zone.
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(day) * 86_400_000);
  return date.toISOString().slice(0, 10);
};

export const readDateCell = (cell: RawCell): ReadDate | null => {
  if (typeof cell === 'object' && cell !== null)
    return cell.kind === 'date' ? { date: cell.date, isDoubtful: false } : null;
  if (typeof cell === 'number') {
    if (Number.isInteger(cell) && cell >= 1970 && cell <= 2100)
      return { date: String(cell), isDoubtful: false };
    return cell >= EXCEL_DAYS.first && cell <= EXCEL_DAYS.last
      ? { date: dateFromExcelDay(cell), isDoubtful: true }
      : null;
  }
  return readDate(cellText(cell));
};

export type ReadMoney =
  | { readonly kind: 'cents'; readonly cents: number; readonly isDoubtful: boolean }
  | { readonly kind: 'foreign'; readonly currency: string }
  | { readonly kind: 'none' };

const FOREIGN = /kč|czk|chf|sfr|\$|usd|£|gbp|\bdm\b|zł|pln/i;

/** `1.234,56 €`, `1,234.56`, `14 790.00`, `ca. 450`; other currencies are named, never taken as euros. */
export const readMoney = (text: string): ReadMoney => {
  const foreign = FOREIGN.exec(text);
  if (foreign !== null && /\d/.test(text)) return { kind: 'foreign', currency: foreign[0] };
  const words = /^\s*(?:ca\.?|circa|etwa|rund|~|je|à|a)\s*/i;
  const tail = /\s*(?:brutto|inkl\.?.*|incl\.?.*|pro st(?:ü|ue)ck|je st(?:ü|ue)ck|\/\s*st(?:k|ück)\.?)\s*$/i;
  const bare = text.replace(words, '').replace(tail, '');
  const cents = readCents(bare) ?? readLongDecimals(bare);
  if (cents === null) return { kind: 'none' };
  return { kind: 'cents', cents, isDoubtful: /^\s*(ca|circa|etwa|rund|~)/i.test(text) };
};

/** Exports of other programs write `449.0000`. */
const readLongDecimals = (text: string): number | null => {
  const match = /^(\d+)[.,](\d{3,})$/.exec(text.trim());
  if (match === null || (match[2]?.length ?? 0) === 3) return null;
  return Math.round(Number(`${match[1] ?? ''}.${match[2] ?? ''}`) * 100);
};

export const readMoneyCell = (cell: RawCell): ReadMoney =>
  typeof cell === 'number' && Number.isFinite(cell) && cell >= 0
    ? { kind: 'cents', cents: Math.round(cell * 100), isDoubtful: false }
    : readMoney(cellText(cell));

/** A whole number from 0 on; `x` and `ja` in a column of counts are 1. */
export const readCountCell = (cell: RawCell): number | null => {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 ? cell : null;
  if (cell === true) return 1;
  const text = cellText(cell);
  if (/^(x|ja|yes)$/i.test(text)) return 1;
  return readCount(text.replace(/\.$/, ''));
};

const STATUS_WORDS: Readonly<Record<DeviceStatus, readonly string[]>> = {
  'in-use': [
    'in betrieb',
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
    'ausser betrieb',
    'nicht funktionsfaehig',
    'damaged',
    'schadhaft',
  ],
  'in-repair': [
    'in reparatur',
    'reparatur',
    'zur reparatur',
    'repair',
    'in repair',
    'eingeschickt',
    'beim service',
  ],
  missing: [
    'vermisst',
    'fehlt',
    'verloren',
    'verschwunden',
    'gestohlen',
    'missing',
    'lost',
    'stolen',
    'nicht auffindbar',
    'nicht gefunden',
    'unauffindbar',
    'abgaengig',
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
    'abgeschrieben und entsorgt',
    'entinventarisiert',
    'verkauft',
    'ausser dienst',
    'abgang',
  ],
};

const STATUS_BY_WORD: ReadonlyMap<string, DeviceStatus> = new Map(
  (Object.entries(STATUS_WORDS) as readonly (readonly [DeviceStatus, readonly string[]])[]).flatMap(
    ([status, words]) => words.map((word) => [word, status] as const),
  ),
);

export type ReadStatus = {
  readonly status: DeviceStatus;
  readonly on: PartialDate | null;
  /** More was said than the word. */
  readonly hasMore: boolean;
};

/** A status by its word, also with a date or a remark behind it: "defekt seit 03/2024", "ausgeschieden am 2024-04-26". */
export const readStatus = (text: string): ReadStatus | null => {
  const folded = foldText(text);
  const exact = STATUS_BY_WORD.get(folded);
  if (exact !== undefined) return { status: exact, on: null, hasMore: false };
  const dated = /^(.*?)\s*[,(:]?\s*(?:seit|am|ab|vom|:)\s+(.+?)\)?$/i.exec(text.trim());
  if (dated !== null) {
    const status = STATUS_BY_WORD.get(foldText(dated[1] ?? ''));
    if (status !== undefined) return { status, on: readDate(dated[2] ?? '')?.date ?? null, hasMore: true };
  }
  const first = /^([\p{L} ]+?)\s*[,;:(–-]\s*.+$/u.exec(text.trim());
  const status = first === null ? undefined : STATUS_BY_WORD.get(foldText(first[1] ?? ''));
  return status === undefined ? null : { status, on: null, hasMore: true };
};

/** Words that in any other column say that the device is not there or does not work; only as the whole cell. */
const TELLING: ReadonlySet<DeviceStatus> = new Set(['defective', 'missing', 'decommissioned', 'in-repair']);

/** A status word where none belongs ("ENTSORGT" as a room). "Lager" and "neu" are no news there, "Netzteil fehlt" is no device. */
export const readStrayStatus = (text: string): ReadStatus | null => {
  const read = readStatus(text);
  return read !== null && TELLING.has(read.status) ? read : null;
};

const byWords = <Choice extends string>(
  words: Readonly<Record<Choice, readonly string[]>>,
): ((text: string) => Choice | null) => {
  const byWord = new Map(
    (Object.keys(words) as Choice[]).flatMap((choice) =>
      [choice, ...words[choice]].map((word) => [foldWord(word), choice] as const),
    ),
  );
  return (text) => byWord.get(foldWord(text)) ?? null;
};

export const readUserGroup = byWords<UserGroup>({
  pupils: [
    'Schülerinnen und Schüler',
    'Schüler',
    'SuS',
    'Schüler/innen',
    'Schüler*innen',
    'Kinder',
    'students',
    'pupils',
  ],
  teachers: ['Lehrkräfte', 'Lehrer', 'Lehrkraft', 'Lehrer/innen', 'Kollegium', 'teachers', 'staff', 'LuL'],
  administration: ['Verwaltung', 'Sekretariat', 'Schulleitung', 'administration', 'office'],
  room: ['Raum', 'Raumausstattung', 'Klassenraum', 'fest verbaut', 'room'],
});

export const readOwner = byWords<Owner>({
  'school-authority': [
    'Schulträger',
    'Stadt',
    'Gemeinde',
    'Kommune',
    'Landkreis',
    'Kreis',
    'Schule',
    'school',
    'Träger',
    'Amt',
  ],
  state: ['Land', 'Land MV', 'Land M-V', 'Bund', 'Ministerium', 'state'],
  association: ['Förderverein', 'Schulverein', 'Verein', 'association', 'Spende'],
  'after-school': ['Hort', 'Ganztag'],
  private: ['privat', 'Privatbesitz', 'private', 'privates Gerät', 'BYOD'],
  unknown: ['unbekannt', 'unknown'],
});

export const readWlanCoverage = byWords<WlanCoverage>({
  none: ['keine', 'kein', 'nein', 'none', 'no', 'nicht vorhanden'],
  partial: ['teilweise', 'schwach', 'partial', 'lückenhaft', 'mangelhaft', 'schlecht'],
  full: ['voll', 'ja', 'gut', 'vollständig', 'full', 'yes', 'flächendeckend', 'vorhanden', 'sehr gut'],
});
