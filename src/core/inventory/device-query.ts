import { ageStateOf } from '../gaps/replacement.ts';
import type { CategoryId, DeviceId } from '../shared/ids.ts';
import { yearOf } from '../shared/iso-date.ts';
import { ITEMS_PER_STEP, type Steps } from '../shared/steps.ts';
import { cellText, columnKind, DEVICE_COLUMNS, replacementYear } from './device-columns.ts';
import type { DeviceColumnId, DeviceLookup } from './device-columns.ts';
import { daysOpen, isBroken } from './defect.ts';
import type { Device } from './device.ts';
import { naturalKey } from './room-order.ts';
import type { Room } from './room.ts';

/**
 * Devices with their default order and one search text each. Made once, then again from the one before: only what
 * changed is computed, so that a keystroke or an edit in 100,000 devices fits into a frame.
 */
export type DeviceIndex = {
  readonly devices: readonly Device[];
  readonly lookup: DeviceLookup;
  /** By position, filled as they are asked for: a list can be shown before it is searched. Read with `searchTextAt`. */
  readonly texts: (string | undefined)[];
  /** Positions by place, category and tag. */
  readonly order: Int32Array;
  /** Where each position stands in `order`. */
  readonly ranks: Int32Array;
  readonly keys: readonly string[];
};

export type SortDirection = 'ascending' | 'descending';
export type DeviceSort = { readonly column: DeviceColumnId; readonly direction: SortDirection };

/** Wanted part of the text, or wanted whole values (`''` = empty), by column. */
export type ColumnFilter = string | readonly string[];
export type DeviceFilters = Readonly<Partial<Record<DeviceColumnId, ColumnFilter>>>;

/** The views that are always there. */
export const BUILT_IN_VIEWS = ['all', 'defective', 'over-age', 'to-clear', 'reserve'] as const;
export type BuiltInView = (typeof BUILT_IN_VIEWS)[number];

export type DeviceQuery = {
  readonly view: BuiltInView;
  readonly search: string;
  readonly filters: DeviceFilters;
  /** Leaves decommissioned devices out. */
  readonly hidesDecommissioned: boolean;
  readonly sort: DeviceSort | null;
};

/** What the views need besides the device itself. */
export type ViewContext = {
  /** Budget year of the comparison. */
  readonly year: number;
  /** Devices with a data problem. */
  readonly toClear: ReadonlySet<DeviceId>;
  /** Only these are shown: what a check before sending has found. null or absent = no such limit. */
  readonly only?: ReadonlySet<DeviceId> | null;
};

const SEARCHED: readonly DeviceColumnId[] = DEVICE_COLUMNS.map((column) => column.id).filter(
  (id) => id !== 'replacementYear' && id !== 'defectDaysOpen',
);

const SEPARATOR = '\n';

/** Everything that can be searched of a device, in lower case: what its cells show and its room's name. */
export const searchText = (device: Device, lookup: DeviceLookup): string => {
  const parts: string[] = [];
  for (const column of SEARCHED) {
    const text = cellText(device, column, lookup);
    if (text !== '') parts.push(text);
  }
  const room = lookup.roomOf(device);
  if (room?.name) parts.push(room.name);
  if (room?.use) parts.push(room.use);
  const short = device.categoryId === null ? undefined : lookup.categories.get(device.categoryId)?.shortName;
  if (short !== undefined) parts.push(short);
  for (const value of Object.values(device.extra)) parts.push(value);
  return parts.join(SEPARATOR).toLowerCase();
};

/** Sorts as German readers expect: umlauts beside their vowel, numbers as numbers. */
const textKey = (text: string): string =>
  naturalKey(text.toLowerCase().replace(/ä/g, 'a').replace(/ö/g, 'o').replace(/ü/g, 'u').replace(/ß/g, 'ss'));

/** Behind every other text and number. */
const LAST = '\uffff';
const rankKey = (rank: number | undefined): string =>
  String.fromCharCode(Math.min(0xfffe, (rank ?? 0xfffd) + 32));

/** Ranks of rooms and categories, once per lookup. */
type Ranks = {
  readonly rooms: ReadonlyMap<Room, number>;
  readonly categories: ReadonlyMap<CategoryId, number>;
};

const ranksOf = (lookup: DeviceLookup, rooms: readonly Room[]): Ranks => ({
  rooms: new Map(rooms.map((room, rank) => [room, rank])),
  categories: new Map([...lookup.categories.keys()].map((id, rank) => [id, rank])),
});

const defaultKey = (device: Device, lookup: DeviceLookup, ranks: Ranks): string => {
  const room = lookup.roomOf(device);
  const place = room === undefined ? LAST : rankKey(ranks.rooms.get(room));
  const category = device.categoryId === null ? LAST : rankKey(ranks.categories.get(device.categoryId));
  return `${place}${category}${device.assetTag === null ? LAST : textKey(device.assetTag)}`;
};

const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * @param rooms in walking order (`compareRooms`)
 * @param previous the index of an earlier state; kept for what did not change
 */
export const indexDevices = (
  devices: readonly Device[],
  lookup: DeviceLookup,
  rooms: readonly Room[],
  previous: DeviceIndex | null,
): DeviceIndex => {
  const ranks = ranksOf(lookup, rooms);
  const known = previous !== null && previous.lookup === lookup ? previous : null;
  const texts = new Array<string | undefined>(devices.length);
  const keys: string[] = new Array<string>(devices.length);
  let isSameOrder = known !== null && known.order.length === devices.length;
  devices.forEach((device, at) => {
    // A contained device stands where its container stands, which may have moved.
    const isKnown = known !== null && known.devices[at] === device && device.containerTag === null;
    if (isKnown) texts[at] = known.texts[at];
    keys[at] = (isKnown ? known.keys[at] : undefined) ?? defaultKey(device, lookup, ranks);
    if (isSameOrder && keys[at] !== known?.keys[at]) isSameOrder = false;
  });
  if (known !== null && isSameOrder) {
    return { devices, lookup, texts, keys, order: known.order, ranks: known.ranks };
  }
  const start =
    known !== null && known.order.length === devices.length ? known.order : positions(devices.length);
  // Sorting what is nearly sorted takes one pass.
  const order = Int32Array.from(
    Array.from(start).sort((a, b) => compareKeys(keys[a] ?? '', keys[b] ?? '') || a - b),
  );
  const orderRanks = new Int32Array(devices.length);
  order.forEach((position, rank) => {
    orderRanks[position] = rank;
  });
  return { devices, lookup, texts, keys, order, ranks: orderRanks };
};

/** What the device at a position is found by. */
export const searchTextAt = ({ devices, lookup, texts }: DeviceIndex, position: number): string => {
  const known = texts[position];
  if (known !== undefined) return known;
  const device = devices[position];
  const text = device === undefined ? '' : searchText(device, lookup);
  texts[position] = text;
  return text;
};

/** All search texts, so that the first letter typed does not have to wait for them. */
export function* readSearchTexts(index: DeviceIndex): Steps<null> {
  for (let position = 0; position < index.devices.length; position += 1) {
    if (position % ITEMS_PER_STEP === 0) yield;
    searchTextAt(index, position);
  }
  return null;
}

const positions = (length: number): Int32Array => Int32Array.from({ length }, (_, at) => at);

/** The value that a column sorts by; null = unknown, always last. */
const sortValue = (device: Device, column: DeviceColumnId, lookup: DeviceLookup): string | number | null => {
  switch (column) {
    case 'quantity':
      return device.quantity;
    case 'purchasePriceCents':
      return device.purchasePriceCents;
    case 'serviceLifeYears':
      return device.serviceLifeYears;
    case 'replacementYear':
      return replacementYear(device, lookup);
    case 'purchasedOn':
    case 'earmarkedUntil':
    case 'warrantyUntil':
    case 'decommissionedOn':
    case 'lastSeenOn':
      return device[column];
    case 'defectSince':
      return device.defect?.since ?? null;
    case 'defectReportedOn':
      return device.defect?.reportedOn ?? null;
    case 'defectRepairedOn':
      return device.defect?.repairedOn ?? null;
    case 'defectDaysOpen':
      return daysOpen(device, lookup.today);
    default: {
      const text = cellText(device, column, lookup);
      return text === '' ? null : textKey(text);
    }
  }
};

/** Positions of all devices in the order of a column; equal values in the default order. */
export const sortDevices = (index: DeviceIndex, sort: DeviceSort | null): Int32Array => {
  if (sort === null) return index.order;
  const { column, direction } = sort;
  if (column === 'room') return direction === 'ascending' ? index.order : reversed(index.order);
  const values = index.devices.map((device) => sortValue(device, column, index.lookup));
  const sign = direction === 'ascending' ? 1 : -1;
  return Int32Array.from(
    Array.from(index.order).sort((a, b) => {
      const [left, right] = [values[a] ?? null, values[b] ?? null];
      if (left !== right) {
        if (left === null) return 1;
        if (right === null) return -1;
        return left < right ? -sign : sign;
      }
      return (index.ranks[a] ?? 0) - (index.ranks[b] ?? 0);
    }),
  );
};

const reversed = (order: Int32Array): Int32Array => order.slice().reverse();

/** Words of a search: all must be found, in any order. */
const searchWords = (search: string): readonly string[] =>
  search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

const NUMBER_FILTER = /^(<=|>=|<|>|=)\s*([\d.,]+)$/;

/** `>500`, `<= 2019` on columns of numbers, money and dates; otherwise a part of the text, whatever its case. */
const textFilter = (
  column: DeviceColumnId,
  wanted: string,
  lookup: DeviceLookup,
): ((device: Device) => boolean) => {
  const comparison = NUMBER_FILTER.exec(wanted.trim());
  const part = wanted.trim().toLowerCase();
  if (comparison === null || !isNumeric(column)) {
    return (device) => cellText(device, column, lookup).toLowerCase().includes(part);
  }
  const [, sign, digits = ''] = comparison;
  const limit = Number(digits.replace(/\./g, '').replace(',', '.'));
  return (device) => {
    const value = numericValue(device, column, lookup);
    if (value === null) return false;
    if (sign === '<') return value < limit;
    if (sign === '<=') return value <= limit;
    if (sign === '>') return value > limit;
    return sign === '>=' ? value >= limit : value === limit;
  };
};

const isNumeric = (column: DeviceColumnId): boolean =>
  ['money', 'count', 'years', 'date', 'day'].includes(columnKind(column)) ||
  column === 'replacementYear' ||
  column === 'defectDaysOpen';

/** Euros, pieces, years; a date counts as its year. */
const numericValue = (device: Device, column: DeviceColumnId, lookup: DeviceLookup): number | null => {
  const value = sortValue(device, column, lookup);
  if (typeof value === 'string') return yearOf(value);
  return value !== null && column === 'purchasePriceCents' ? value / 100 : value;
};

const columnFilter = (
  column: DeviceColumnId,
  filter: ColumnFilter,
  lookup: DeviceLookup,
): ((device: Device) => boolean) => {
  if (typeof filter === 'string') return textFilter(column, filter, lookup);
  const wanted = new Set(filter);
  return (device) => wanted.has(filterValue(device, column, lookup));
};

/** The value by which a column is filtered from its list: years for dates, the cell's text for the rest. */
export const filterValue = (device: Device, column: DeviceColumnId, lookup: DeviceLookup): string => {
  const kind = columnKind(column);
  if (kind !== 'date' && kind !== 'day') return cellText(device, column, lookup);
  const value = sortValue(device, column, lookup);
  return value === null ? '' : String(value).slice(0, 4);
};

const viewFilter = (
  view: BuiltInView,
  { year, toClear }: ViewContext,
  lookup: DeviceLookup,
): ((device: Device) => boolean) | null => {
  switch (view) {
    case 'all':
      return null;
    case 'defective':
      return isBroken;
    case 'over-age':
      return (device) =>
        device.status !== 'decommissioned' &&
        ageStateOf(
          device,
          device.categoryId === null ? undefined : lookup.categories.get(device.categoryId),
          year,
        ) === 'over-age';
    case 'to-clear':
      return (device) => toClear.has(device.id);
    case 'reserve':
      return (device) => device.status === 'in-storage';
  }
};

/** A list that was found, kept so that the next letter need not begin anew. */
export type QueryResult = {
  readonly positions: Int32Array;
  /** What passes everything but the search, in order: the search alone is what changes while someone types. */
  readonly candidates: Int32Array;
  readonly index: DeviceIndex;
  readonly sorted: Int32Array;
  readonly base: string;
  readonly context: ViewContext;
  readonly words: readonly string[];
};

const baseKey = (query: DeviceQuery): string =>
  JSON.stringify([query.view, query.filters, query.hidesDecommissioned]);

/**
 * Positions of the devices that fit, in the wanted order.
 *
 * @param sorted `sortDevices(index, query.sort)`, kept by the caller as long as neither changes
 * @param previous the result before this keystroke
 */
export const queryDevices = (
  index: DeviceIndex,
  sorted: Int32Array,
  query: DeviceQuery,
  context: ViewContext,
  previous: QueryResult | null,
): QueryResult => {
  const words = searchWords(query.search);
  const base = baseKey(query);
  const known =
    previous !== null &&
    previous.index === index &&
    previous.sorted === sorted &&
    previous.context === context &&
    previous.base === base
      ? previous
      : null;
  const candidates = known?.candidates ?? keepFitting(sorted, index, predicates(index, query, context));
  const isNarrower = known !== null && known.words.every((word, at) => words[at]?.includes(word) === true);
  const positions = keepMatching(isNarrower ? known.positions : candidates, index, words);
  return { positions, candidates, index, sorted, base, context, words };
};

const keepFitting = (
  from: Int32Array,
  { devices }: DeviceIndex,
  tests: readonly ((device: Device) => boolean)[],
): Int32Array => {
  if (tests.length === 0) return from;
  const kept = new Int32Array(from.length);
  let count = 0;
  for (const position of from) {
    const device = devices[position];
    if (device === undefined || !tests.every((test) => test(device))) continue;
    kept[count] = position;
    count += 1;
  }
  return kept.slice(0, count);
};

/** Those whose text holds every word. */
const keepMatching = (from: Int32Array, index: DeviceIndex, words: readonly string[]): Int32Array => {
  let rest = from;
  for (const word of words) {
    const kept = new Int32Array(rest.length);
    let count = 0;
    // Indexed: the iterator of typed arrays costs as much as the comparison.
    for (let at = 0; at < rest.length; at += 1) {
      const position = rest[at] ?? 0;
      if (!searchTextAt(index, position).includes(word)) continue;
      kept[count] = position;
      count += 1;
    }
    rest = kept.subarray(0, count);
  }
  return rest;
};

const predicates = (
  { lookup }: DeviceIndex,
  query: DeviceQuery,
  context: ViewContext,
): readonly ((device: Device) => boolean)[] => {
  const tests: ((device: Device) => boolean)[] = [];
  if (query.hidesDecommissioned) tests.push((device) => device.status !== 'decommissioned');
  const view = viewFilter(query.view, context, lookup);
  if (view !== null) tests.push(view);
  const { only = null } = context;
  if (only !== null) tests.push((device) => only.has(device.id));
  for (const { id } of DEVICE_COLUMNS) {
    const filter = query.filters[id];
    if (filter !== undefined) tests.push(columnFilter(id, filter, lookup));
  }
  return tests;
};

/** How many devices each built-in view shows; decommissioned ones count in none. */
export const countViews = (
  devices: readonly Device[],
  lookup: DeviceLookup,
  context: ViewContext,
): Readonly<Record<BuiltInView, number>> => {
  const counts = { all: 0, defective: 0, 'over-age': 0, 'to-clear': 0, reserve: 0 };
  const tests = BUILT_IN_VIEWS.map((view) => ({ view, test: viewFilter(view, context, lookup) }));
  for (const device of devices) {
    if (device.status === 'decommissioned') continue;
    for (const { view, test } of tests) if (test === null || test(device)) counts[view] += 1;
  }
  return counts;
};

/** `sumPrices` of a found list. */
export const sumPricesAt = (devices: readonly Device[], positions: Int32Array): number => {
  let cents = 0;
  for (let at = 0; at < positions.length; at += 1) {
    const device = devices[positions[at] ?? -1];
    if (device !== undefined) cents += (device.purchasePriceCents ?? 0) * device.quantity;
  }
  return cents;
};

/** Σ price × quantity of those whose price is known. */
export const sumPrices = (devices: Iterable<Device>): number => {
  let cents = 0;
  for (const device of devices) cents += (device.purchasePriceCents ?? 0) * device.quantity;
  return cents;
};

/** The different values of a column with their numbers, in natural order, empty first: for the filter's list. */
export const columnValues = (
  index: DeviceIndex,
  column: DeviceColumnId,
): readonly { readonly value: string; readonly count: number }[] => {
  const counts = new Map<string, number>();
  for (const device of index.devices) {
    const value = filterValue(device, column, index.lookup);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => compareKeys(textKey(a.value), textKey(b.value)));
};
