import type { TargetProfile } from '../targets/target-profile.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { classifier, SURE_CATEGORY, type Classify } from './category-words.ts';
import { findTable, type FoundTable, type HeadRows } from './find-table.ts';
import { DEVICE_HEADINGS, ROOM_HEADINGS } from './headings.ts';
import { readDate, readMoney, readStatus } from './read-cells.ts';
import { placeOfTitle, sectionRoomOf } from './room-place.ts';
import type {
  ColumnMapping,
  ImportField,
  ImportMapping,
  Layout,
  MappingReason,
  RawBook,
  ReadFailure,
  SourceColumn,
  TableKind,
  TableMapping,
} from './types.ts';
import { cellText, foldText, isEmptyWord, similarity } from './words.ts';

/** From here on a column is taken without asking; below `LIKELY` nothing is proposed. */
export const SURE = 0.85;
export const LIKELY = 0.6;

/** Our own report: its other sheets show the same rooms and devices again. */
const OWN_DATA_SHEET = '_Daten';
const OWN_LIST_SHEETS: ReadonlySet<string> = new Set(['Geräte', 'Räume']);

export type MappingContext = {
  readonly profile: TargetProfile;
  /** Field by heading of a list of the same shape, from last time; null = set aside. */
  readonly remembered: (headings: readonly string[]) => Readonly<Record<string, string | null>> | null;
};

/** Proposes which sheets hold lists and what each column is. Nothing is read from the rows but examples. */
export const proposeMapping = (
  book: RawBook,
  context: MappingContext,
): Result<ImportMapping, ReadFailure> => {
  const isOwn = isOwnBook(book);
  const classify = classifier(context.profile);
  const tables: TableMapping[] = [];
  for (const sheet of book.sheets) {
    const found = findTable(sheet);
    if (found === null) continue;
    const mapping = mapTable(found, { isOwn, classify, context, kind: null, layout: null });
    const isWanted = isOwn ? OWN_LIST_SHEETS.has(sheet.name) : !sheet.hidden && holdsList(mapping);
    tables.push({ ...mapping, included: isWanted });
  }
  if (!tables.some(({ included }) => included)) {
    const [table] = tables;
    return failed({
      code: 'NO_HEAD_ROW',
      fileName: book.fileName,
      sheet: table?.table.sheet ?? book.sheets[0]?.name ?? null,
      params: { sheets: book.sheets.map(({ name }) => name).join(', ') },
    });
  }
  return ok({ tables: withRoomsOfSheets(tables) });
};

const isOwnBook = ({ sheets }: RawBook): boolean => sheets.some(({ name }) => name === OWN_DATA_SHEET);

/** What the user says about a sheet; absent = as it was proposed. */
export type TableChange = {
  readonly headRows?: HeadRows;
  readonly kind?: TableKind;
  readonly layout?: Layout;
};

/** Proposes the columns of one sheet anew, after the user has said where its head is or how it is laid out. */
export const remapTable = (
  book: RawBook,
  before: TableMapping,
  change: TableChange,
  context: MappingContext,
): TableMapping => {
  const sheet = book.sheets.find(({ name }) => name === before.table.sheet);
  const found = sheet === undefined ? null : findTable(sheet, change.headRows ?? before.table.headRows);
  if (found === null) return before;
  const mapping = mapTable(found, {
    isOwn: isOwnBook(book),
    classify: classifier(context.profile),
    context: change.headRows === undefined ? { ...context, remembered: () => null } : context,
    kind: change.kind ?? (change.layout === undefined ? null : kindOfLayout(change.layout)),
    layout: change.layout ?? null,
  });
  const roomText =
    mapping.layout === 'sheet-per-room' ? (mapping.roomText ?? before.table.sheet) : mapping.roomText;
  return { ...mapping, roomText, included: before.included };
};

const kindOfLayout = (layout: Layout): TableKind => (layout === 'row-per-room' ? 'rooms' : 'devices');

/** Where no column and no title names the room, several sheets named like rooms are one room each. */
const withRoomsOfSheets = (tables: readonly TableMapping[]): readonly TableMapping[] => {
  const places = new Map(
    tables
      .filter(({ layout, included }) => included && layout === 'row-per-device')
      .filter((table) => !fieldsOf(table).has('roomNumber'))
      .flatMap((table) => {
        const place = placeOfTitle(table.table.sheet);
        return place === null ? [] : [[table, place] as const];
      }),
  );
  return tables.map((table) => {
    const place = places.get(table);
    return place !== undefined && (place.isSure || places.size > 1)
      ? { ...table, layout: 'sheet-per-room', roomText: table.table.sheet }
      : table;
  });
};

/** Recognises a list of the same shape. */
export const signatureOf = (headings: readonly string[]): string => headings.join('\u0001');

const fieldsOf = ({ columns }: TableMapping): ReadonlySet<ImportField | null> =>
  new Set(columns.map(({ field }) => field));

/** At least something that names a device, or a room list with more than a number. */
const holdsList = (mapping: TableMapping): boolean => {
  const fields = fieldsOf(mapping);
  if (mapping.kind === 'rooms') return fields.has('roomNumber');
  return NAMING_FIELDS.some((field) => fields.has(field));
};

const NAMING_FIELDS = [
  'assetTag',
  'serialNumber',
  'categoryId',
  'name',
  'model',
  'count',
] as const satisfies readonly ImportField[];
/** Columns that only a list of rooms has, and such that only a list of devices has. */
const ROOM_ONLY = ['seats', 'areaM2', 'lanSockets', 'powerGroups', 'wlanCoverage', 'roomTypes'] as const;
const DEVICE_ONLY = [
  'assetTag',
  'serialNumber',
  'model',
  'manufacturer',
  'quantity',
  'purchasedOn',
  'purchasePriceCents',
  'status',
  'macAddress',
] as const;

type TableWish = {
  readonly isOwn: boolean;
  readonly classify: Classify;
  readonly context: MappingContext;
  /** null = find out. */
  readonly kind: TableKind | null;
  readonly layout: Layout | null;
};

const mapTable = (found: FoundTable, wish: TableWish): TableMapping => {
  const { classify, context, isOwn } = wish;
  const asDevices = mapColumns(found, 'devices', classify);
  const asRooms = mapColumns(found, 'rooms', classify);
  const base = { table: found.table, included: true, roomText: null, isOwn };
  const counted =
    wish.layout === null || wish.layout === 'count-columns'
      ? countColumns(found, asDevices, asRooms, classify, wish.layout !== null)
      : null;
  if (counted !== null) return { ...base, kind: 'devices', layout: 'count-columns', columns: counted };
  const kind = wish.kind ?? kindOf(asDevices, asRooms);
  const proposed = kind === 'rooms' ? asRooms : asDevices;
  const remembered = context.remembered(found.table.columns.map(({ header }) => header));
  const columns = remembered === null ? proposed : proposed.map((column) => recall(column, remembered, kind));
  if (kind === 'rooms') return { ...base, kind, layout: 'row-per-room', columns };
  return { ...base, kind, columns, ...layoutOf(found, columns, wish.layout) };
};

const kindOf = (asDevices: readonly ColumnMapping[], asRooms: readonly ColumnMapping[]): TableKind => {
  const count = (columns: readonly ColumnMapping[], fields: readonly ImportField[]): number =>
    columns.filter(
      ({ field, confidence }) => field !== null && fields.includes(field) && confidence >= LIKELY,
    ).length;
  return count(asRooms, ROOM_ONLY) > count(asDevices, DEVICE_ONLY) ? 'rooms' : 'devices';
};

/** Where the rooms of a device list stand: in a column, in lines between the devices, or in the title. */
const layoutOf = (
  { rows, table }: FoundTable,
  columns: readonly ColumnMapping[],
  wished: Layout | null,
): Pick<TableMapping, 'layout' | 'roomText'> => {
  if (wished === 'row-per-device') return { layout: wished, roomText: null };
  const hasRoomColumn = columns.some(({ field }) => field === 'roomNumber');
  if (wished === null && hasRoomColumn) return { layout: 'row-per-device', roomText: null };
  const title = table.titleLines.findLast((line) => placeOfTitle(line) !== null) ?? null;
  const hasSections = rows.some(({ cells }) => sectionRoomOf(cells.map(cellText)) !== null);
  if (wished === 'blocks' || (wished === null && hasSections)) return { layout: 'blocks', roomText: title };
  return wished === 'sheet-per-room' || title !== null
    ? { layout: 'sheet-per-room', roomText: title }
    : { layout: 'row-per-device', roomText: null };
};

/** Surely a kind by its heading alone. */
const SURE_KIND = 0.8;

/**
 * A list of rooms whose other columns count devices of a kind each: there is a room, nothing that names single devices,
 * and at least two headings are kinds over nothing but counts. null = it is not laid out so.
 */
const countColumns = (
  found: FoundTable,
  columns: readonly ColumnMapping[],
  asRooms: readonly ColumnMapping[],
  classify: Classify,
  isWished: boolean,
): readonly ColumnMapping[] | null => {
  // Sockets are counted too, but are fields of the room.
  const ofRoom = new Set(
    asRooms
      .filter(({ field }) => field !== null && ROOM_ONLY.some((name) => name === field))
      .map(({ column }) => column),
  );
  const fields = new Set(columns.map(({ field }) => field));
  if (!isWished && (!fields.has('roomNumber') || SINGLE_DEVICE.some((field) => fields.has(field))))
    return null;
  const counted = columns.map((column): ColumnMapping => {
    const kind = classify(column.header);
    const values = sampleValues(found, column.column);
    const isCount =
      column.field === null &&
      !ofRoom.has(column.column) &&
      kind !== null &&
      kind.confidence >= SURE_KIND &&
      values.length > 0 &&
      (contentShare('quantity', values, classify) ?? 0) === 1;
    return isCount
      ? {
          ...column,
          field: 'count',
          confidence: kind.confidence,
          reason: { code: 'heading-and-content' },
          categoryId: kind.categoryId,
        }
      : column;
  });
  return isWished || counted.filter(({ field }) => field === 'count').length >= 2 ? counted : null;
};
const SINGLE_DEVICE = [
  'assetTag',
  'serialNumber',
  'categoryId',
  'model',
  'manufacturer',
  'quantity',
] as const satisfies readonly ImportField[];

const recall = (
  column: ColumnMapping,
  remembered: Readonly<Record<string, string | null>>,
  kind: TableKind,
): ColumnMapping => {
  if (!Object.hasOwn(remembered, column.header)) return column;
  const field = remembered[column.header] ?? null;
  const fields: readonly string[] = Object.keys(kind === 'rooms' ? ROOM_HEADINGS : DEVICE_HEADINGS);
  if (field !== null && !fields.includes(field)) return column;
  return { ...column, field: field as ImportField | null, confidence: 1, reason: { code: 'remembered' } };
};

type Candidate = {
  readonly column: SourceColumn;
  readonly field: ImportField;
  readonly confidence: number;
  readonly reason: MappingReason;
};

/** Best candidates first, each field once, each column once. */
const mapColumns = (found: FoundTable, kind: TableKind, classify: Classify): readonly ColumnMapping[] => {
  const { columns } = found.table;
  const candidates = columns.flatMap((column) => candidatesOf(column, found, kind, classify));
  candidates.sort((a, b) => b.confidence - a.confidence || a.column.index - b.column.index);
  const byColumn = new Map<number, Candidate>();
  const takenBy = new Map<ImportField, SourceColumn>();
  for (const candidate of candidates) {
    if (candidate.confidence < LIKELY || byColumn.has(candidate.column.index) || takenBy.has(candidate.field))
      continue;
    byColumn.set(candidate.column.index, candidate);
    takenBy.set(candidate.field, candidate.column);
  }
  return columns.map((column): ColumnMapping => {
    const chosen = byColumn.get(column.index);
    const base = { column: column.index, header: column.header, categoryId: null };
    if (chosen !== undefined)
      return { ...base, field: chosen.field, confidence: chosen.confidence, reason: chosen.reason };
    const wish = candidates.find(
      (candidate) => candidate.column === column && candidate.confidence >= LIKELY,
    );
    const taker = wish === undefined ? undefined : takenBy.get(wish.field);
    const reason: MappingReason =
      taker !== undefined
        ? { code: 'taken', by: taker.header }
        : column.filled === 0
          ? { code: 'empty' }
          : { code: 'no-match' };
    return { ...base, field: null, confidence: 0, reason };
  });
};

/** Amounts that are no price of one device, gross: taken for it they would be wrong without anybody seeing. */
const OTHER_AMOUNT =
  /\bnetto|gesamt|summe|\btotal\b|restwert|zeitwert|buchwert|\bmonat|leasing|\brate\b|\bafa\b/;
/** Codes that look like serial numbers. */
const OTHER_CODE =
  /lizenz|licen[cs]e|schluessel|\bkey\b|passwor[td]|telefon|rufnummer|\bsim\b|iban|konto|vertrag|kunden/;
const NEEDS_PLAIN_HEADING: ReadonlySet<ImportField> = new Set([
  'purchasedOn',
  'purchasePriceCents',
  'status',
]);
const PLAIN_HEADING = /^(spalte [a-z]{1,3}|datum|date|wert|betrag|info|angaben)$/;

const SAMPLE_ROWS = 200;

const candidatesOf = (
  column: SourceColumn,
  found: FoundTable,
  kind: TableKind,
  classify: Classify,
): readonly Candidate[] => {
  const values = sampleValues(found, column.index);
  const candidates: Candidate[] = [];
  const headings: readonly (readonly [string, readonly string[]])[] = Object.entries(
    kind === 'rooms' ? ROOM_HEADINGS : DEVICE_HEADINGS,
  );
  const folded = foldText(column.header);
  for (const [name, words] of headings) {
    const field = name as ImportField;
    const byHeading = headingConfidence(folded, words);
    if (byHeading === 0 || (field === 'purchasePriceCents' && OTHER_AMOUNT.test(folded))) continue;
    const fitting = contentShare(field, values, classify);
    // A heading alone is believed as far as the values do not speak against it.
    const confidence = fitting === null ? byHeading : byHeading * (0.65 + 0.35 * fitting);
    const code =
      byHeading === 1
        ? 'own-heading'
        : byHeading < SURE
          ? 'heading-similar'
          : fitting !== null && fitting > 0.8
            ? 'heading-and-content'
            : 'heading';
    candidates.push({ column, field, confidence, reason: { code } });
  }
  if (kind === 'devices' && !OTHER_CODE.test(folded))
    for (const [field, share] of contentOnly(values)) {
      // Dates under "Geprüft am" are not the day of purchase: there the heading has to say nothing at all.
      if (NEEDS_PLAIN_HEADING.has(field) && !PLAIN_HEADING.test(folded)) continue;
      if (share < 0.7) continue;
      candidates.push({ column, field, confidence: 0.55 + 0.25 * share, reason: { code: 'content', share } });
    }
  return candidates;
};

const sampleValues = (found: FoundTable, column: number): readonly string[] => {
  const values: string[] = [];
  for (const { cells } of found.rows) {
    const text = cellText(cells[column]);
    if (!isEmptyWord(text)) values.push(text);
    if (values.length >= SAMPLE_ROWS) break;
  }
  return values;
};

/** 1 own heading, 0.95 a known word, 0.8 known words at its beginning or end, 0.7 nearly a known word. */
const headingConfidence = (folded: string, words: readonly string[]): number => {
  if (folded === '') return 0;
  if (folded === words[0]) return 1;
  if (words.includes(folded)) return 0.95;
  let best = 0;
  for (const word of words) {
    if (word.length >= 4 && (folded.startsWith(`${word} `) || folded.endsWith(` ${word}`)))
      best = Math.max(best, folded.startsWith(`${word} `) ? 0.82 : 0.75);
    if (word.length >= 6 && folded.length >= 6) {
      const alike = similarity(folded, word);
      if (alike >= 0.8) best = Math.max(best, 0.4 + 0.4 * alike);
    }
  }
  return best;
};

const SERIAL = /^(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{7,25}$/;
const MAC = /^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$|^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i;

const shareOf = (values: readonly string[], fits: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(fits).length / values.length;

/** How many of the values make sense for the field, 0–1; null where any text does, or there is nothing to judge. */
const contentShare = (field: ImportField, values: readonly string[], classify: Classify): number | null => {
  if (values.length === 0) return null;
  switch (field) {
    case 'purchasedOn':
    case 'warrantyUntil':
    case 'earmarkedUntil':
    case 'decommissionedOn':
    case 'lastSeenOn':
    case 'defectSince':
    case 'defectReportedOn':
      return shareOf(values, (value) => readDate(value) !== null);
    case 'purchasePriceCents':
      return shareOf(values, (value) => readMoney(value).kind !== 'none');
    case 'quantity':
    case 'seats':
    case 'roomSeats':
    case 'serviceLifeYears':
    case 'lanSockets':
    case 'powerGroups':
      return shareOf(values, (value) => /^\d{1,5}(\s?\p{L}*\.?)?$/u.test(value));
    case 'macAddress':
      return shareOf(values, (value) => MAC.test(value));
    case 'status':
      return Math.max(
        0.5,
        shareOf(values, (value) => readStatus(value) !== null),
      );
    case 'serialNumber':
      return shareOf(values, (value) => !/\s\p{L}{3,}\s/u.test(value) && /\d/.test(value));
    case 'roomNumber':
      return shareOf(values, (value) => value.length <= 30);
    case 'categoryId':
      return Math.max(
        0.4,
        shareOf(values, (value) => (classify(value)?.confidence ?? 0) >= SURE_CATEGORY),
      );
    default:
      return null;
  }
};

/** Fields that show by their values alone, whatever the heading says. */
const contentOnly = (values: readonly string[]): readonly (readonly [ImportField, number])[] =>
  values.length < 3
    ? []
    : [
        ['macAddress', shareOf(values, (value) => MAC.test(value))],
        ['serialNumber', isVaried(values) ? shareOf(values, (value) => SERIAL.test(value)) : 0],
        [
          'purchasedOn',
          shareOf(
            values,
            (value) => /^\d{1,2}\.\d{1,2}\.(\d{2}|\d{4})$/.test(value) && readDate(value) !== null,
          ),
        ],
        [
          'purchasePriceCents',
          shareOf(values, (value) => /€|\bEUR\b/i.test(value) && readMoney(value).kind === 'cents'),
        ],
        ['status', shareOf(values, (value) => readStatus(value) !== null)],
        ['roomNumber', shareOf(values, (value) => /^(raum|r\.|zimmer|zi\.)\s?\w+/i.test(value))],
      ];

const isVaried = (values: readonly string[]): boolean => new Set(values).size > values.length * 0.8;
