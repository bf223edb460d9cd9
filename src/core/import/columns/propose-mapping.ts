import { failed, ok, type Result } from '../../shared/result.ts';
import type { TargetProfile } from '../../targets/target-profile.ts';
import { classifier, type Classify } from '../dictionary/category-words.ts';
import { countShare, sampleValues } from './column-content.ts';
import { findTable, type FoundTable, type HeadRows } from './find-table.ts';
import { foldHeading } from '../dictionary/headings.ts';
import { mapColumns } from './map-columns.ts';
import { placeOfTitle, readPlace, sectionOf } from '../rooms/room-place.ts';
import { savedTableFor, type SavedTable } from './saved-mapping.ts';
import type {
  ColumnMapping,
  ImportField,
  ImportMapping,
  Layout,
  RawBook,
  ReadFailure,
  TableKind,
  TableMapping,
} from '../types.ts';
import { cellText } from '../words.ts';

/** Our own report: its other sheets show the same rooms and devices again. */
const OWN_DATA_SHEET = '_Daten';
const OWN_LIST_SHEETS: ReadonlySet<string> = new Set(['Geräte', 'Räume']);

export type MappingContext = {
  readonly profile: TargetProfile;
  /** How lists were assigned before; the one with the same headings is taken. */
  readonly remembered: readonly SavedTable[];
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
    tables.push({ ...mapping, included: isWanted && mapping.included });
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
    context: change.headRows === undefined ? { ...context, remembered: [] } : context,
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

const fieldsOf = ({ columns }: TableMapping): ReadonlySet<ImportField | null> =>
  new Set(columns.map(({ field }) => field));

/** Something that names a device, several columns that only devices have, or a room list with its numbers. */
const holdsList = (mapping: TableMapping): boolean => {
  const fields = fieldsOf(mapping);
  if (mapping.kind === 'rooms') return fields.has('roomNumber');
  const byHeading = (names: readonly ImportField[]): number =>
    mapping.columns.filter(
      ({ field, reason }) => field !== null && names.includes(field) && reason.code !== 'content',
    ).length;
  // Kinds below a heading that says nothing may be the lines of a pivot table. Where several headings tell of devices, an
  // unknown one over their names is to be chosen by hand, and no reason to refuse the list.
  return byHeading(NAMING_FIELDS) > 0 || byHeading(DEVICE_ONLY) >= 3;
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
  const headings = found.table.columns.map(({ header }) => header);
  const saved = wish.kind === null ? savedTableFor(context.remembered, headings) : null;
  const layout = saved?.layout ?? wish.layout;
  const asDevices = mapColumns(found, 'devices', classify);
  const asRooms = mapColumns(found, 'rooms', classify);
  const base = { table: found.table, included: saved?.included ?? true, roomText: null, isOwn };
  const counted =
    layout === null || layout === 'count-columns'
      ? countColumns(found, asDevices, asRooms, classify, layout !== null)
      : null;
  if (counted !== null)
    return { ...base, kind: 'devices', layout: 'count-columns', columns: recallAll(counted, saved) };
  const kind = saved?.kind ?? wish.kind ?? kindOf(asDevices, asRooms);
  const columns = recallAll(kind === 'rooms' ? asRooms : asDevices, saved);
  if (kind === 'rooms') return { ...base, kind, layout: 'row-per-room', columns };
  return { ...base, kind, columns, ...layoutOf(found, columns, layout) };
};

/** "Art" may be that of a room or of a device: its values have to fit. */
const SURE_ENOUGH = 0.7;

const kindOf = (asDevices: readonly ColumnMapping[], asRooms: readonly ColumnMapping[]): TableKind => {
  const count = (columns: readonly ColumnMapping[], fields: readonly ImportField[]): number =>
    columns.filter(
      ({ field, confidence }) => field !== null && fields.includes(field) && confidence >= SURE_ENOUGH,
    ).length;
  const kinds = asDevices.filter(
    ({ field, reason }) => field === 'categoryId' && /content$/.test(reason.code),
  ).length;
  return count(asRooms, ROOM_ONLY) > count(asDevices, DEVICE_ONLY) + kinds ? 'rooms' : 'devices';
};

/** The room of the title; a sheet "R102" below "Klassenraum 5a" gives the number, its title the name. */
const titleRoom = ({ titleLines, sheet }: FoundTable['table']): string | null => {
  const line = titleLines.findLast((text) => placeOfTitle(text) !== null) ?? null;
  const isSureLine = line !== null && placeOfTitle(line)?.isSure === true;
  const ofSheet = placeOfTitle(sheet);
  if (line === null || isSureLine || ofSheet?.isSure !== true) return line;
  return readPlace(line).roomNumber === line ? `${sheet} ${line}` : line;
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
  const title = titleRoom(table);
  const hasSections = rows.some(({ cells }) => sectionOf(cells.map(cellText))?.kind === 'room');
  if (wished === 'blocks' || (wished === null && hasSections)) return { layout: 'blocks', roomText: title };
  return wished === 'sheet-per-room' || title !== null
    ? { layout: 'sheet-per-room', roomText: title }
    : { layout: 'row-per-device', roomText: null };
};

/** Counts of what is wished for, lacking or broken are no stock. */
const NO_COUNT_HEADING =
  /bedarf|wunsch|\bsoll\b|fehlend|benoetigt|ausreichend|geplant|defekt|\bneu\b|bestellt/;
/** So many of the cells have to say how many. */
const MOSTLY = 0.8;
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
  const fields = new Set(columns.map(({ field }) => field));
  if (!isWished && (!fields.has('roomNumber') || SINGLE_DEVICE.some((field) => fields.has(field))))
    return null;
  const counted = columns.map((column, index): ColumnMapping => {
    const kind = classify(column.header);
    const values = sampleValues(found, column.column);
    const ofRoom = asRooms[index];
    // A row is a room: whatever a column says, it says of the room. Sockets are counted too, but are fields of it.
    const isOfRoom = ofRoom !== undefined && ofRoom.field !== null && ofRoom.confidence >= column.confidence;
    const isCount =
      !isOfRoom &&
      kind !== null &&
      kind.confidence >= SURE_KIND &&
      !NO_COUNT_HEADING.test(foldHeading(column.header)) &&
      values.length > 0 &&
      (countShare(values) >= MOSTLY || (1 - countShare(values)) * values.length <= 1);
    if (isOfRoom) return { ...ofRoom, field: ROOM_FIELD_OF_DEVICE[ofRoom.field ?? 'note'] ?? ofRoom.field };
    // Devices that are only counted have no names of their own.
    if (!isCount && column.field === 'name') return { ...column, field: 'roomName' };
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
/** What a device list calls the fields of its rooms. */
const ROOM_FIELD_OF_DEVICE: Readonly<Partial<Record<ImportField, ImportField>>> = {
  name: 'roomName',
  roomTypes: 'roomType',
  seats: 'roomSeats',
};
const SINGLE_DEVICE = [
  'assetTag',
  'serialNumber',
  'categoryId',
  'model',
  'manufacturer',
  'quantity',
] as const satisfies readonly ImportField[];

/** Where a list of this shape was read before, the fields of last time; all other columns as proposed. */
const recallAll = (columns: readonly ColumnMapping[], saved: SavedTable | null): readonly ColumnMapping[] =>
  saved === null
    ? columns
    : columns.map((column, index): ColumnMapping => {
        const before = saved.columns[index];
        return before === undefined
          ? column
          : {
              ...column,
              field: before.field,
              categoryId: before.categoryId,
              confidence: 1,
              reason: { code: 'remembered' },
            };
      });
