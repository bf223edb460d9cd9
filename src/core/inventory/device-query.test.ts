import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../shared/ids.ts';
import { runSteps } from '../shared/steps.ts';
import { aDevice, aRoom } from '../testing/builders.ts';
import { aLookup } from '../testing/device-lookup.ts';
import {
  columnValues,
  countViews,
  indexDevices,
  queryDevices,
  readSearchTexts,
  searchTextAt,
  sortDevices,
  sumPrices,
  sumPricesAt,
} from './device-query.ts';
import type { DeviceIndex, DeviceQuery, QueryResult, ViewContext } from './device-query.ts';
import type { Device } from './device.ts';

const rooms = [
  aRoom({ id: 'r-9', roomNumber: '9', name: 'Musik' }),
  aRoom({ id: 'r-10', roomNumber: '10', name: 'Klasse 3a' }),
];
const devices = [
  aDevice({
    id: 'a',
    assetTag: 'GS-10',
    categoryId: 'BEAM',
    roomId: 'r-10',
    purchasedOn: '2016-05',
    purchasePriceCents: 174_000,
  }),
  aDevice({
    id: 'b',
    assetTag: 'GS-9',
    categoryId: 'TAB',
    roomId: 'r-10',
    purchasedOn: '2023',
    quantity: 3,
    purchasePriceCents: 400_00,
  }),
  aDevice({
    id: 'c',
    assetTag: 'GS-2',
    categoryId: 'TAB',
    roomId: 'r-9',
    status: 'defective',
    model: 'Überall',
  }),
  aDevice({ id: 'd', assetTag: null, status: 'in-storage', model: 'Acer' }),
  aDevice({ id: 'e', assetTag: 'GS-1', status: 'decommissioned', purchasedOn: '2001', categoryId: 'BEAM' }),
];
const lookup = aLookup(rooms, devices);
const context: ViewContext = { year: 2026, toClear: new Set<DeviceId>([devices[3]!.id]) };
const index = indexDevices(devices, lookup, rooms, null);
const ALL: DeviceQuery = { view: 'all', search: '', filters: {}, hidesDecommissioned: false, sort: null };

const run = (query: Partial<DeviceQuery>, previous: QueryResult | null = null): QueryResult => {
  const whole = { ...ALL, ...query };
  return queryDevices(index, sortDevices(index, whole.sort), whole, context, previous);
};
const ids = (result: QueryResult): string => [...result.positions].map((at) => devices[at]?.id).join('');

describe('queryDevices', () => {
  it('shows rooms in walking order, without a room last', () => {
    expect(ids(run({}))).toBe('cabed');
  });

  it('finds all words, in any order and case, in cells and the name of the room', () => {
    expect(ids(run({ search: 'klasse BEAMER' }))).toBe('a');
    expect(ids(run({ search: 'musik' }))).toBe('c');
    expect(ids(run({ search: '05/2016' }))).toBe('a');
    expect(ids(run({ search: 'gibt es nicht' }))).toBe('');
  });

  it('narrows the result before when one more letter is typed, and widens again', () => {
    const sorted = sortDevices(index, null);
    const query = (search: string, previous: QueryResult | null): QueryResult =>
      queryDevices(index, sorted, { ...ALL, search }, context, previous);
    const first = query('gs-', null);
    const second = query('gs-1', first);
    expect([ids(first), ids(second)]).toEqual(['cabe', 'ae']);
    expect(ids(query('gs-', second))).toBe('cabe');
    expect(ids(query('acer', second))).toBe('d');
  });

  it('filters by part of a text, by whole values, by empty cells and by comparison', () => {
    expect(ids(run({ filters: { model: 'über' } }))).toBe('c');
    expect(ids(run({ filters: { status: ['defekt', 'Reserve/Lager'] } }))).toBe('cd');
    expect(ids(run({ filters: { purchasedOn: ['2016', ''] } }))).toBe('cad');
    expect(ids(run({ filters: { purchasePriceCents: '> 400' } }))).toBe('a');
    expect(ids(run({ filters: { purchasedOn: '<2017', status: ['in Betrieb'] } }))).toBe('a');
  });

  it('shows the built-in views', () => {
    expect(ids(run({ view: 'defective' }))).toBe('c');
    expect(ids(run({ view: 'over-age' }))).toBe('a');
    expect(ids(run({ view: 'to-clear' }))).toBe('d');
    expect(ids(run({ view: 'reserve' }))).toBe('d');
    expect(ids(run({ hidesDecommissioned: true }))).toBe('cabd');
  });
});

describe('sortDevices', () => {
  const sorted = (
    column: 'assetTag' | 'model' | 'purchasedOn' | 'room',
    direction: 'ascending' | 'descending',
  ) => ids(run({ sort: { column, direction } }));

  it('sorts numbers in texts as numbers and unknown last, both ways', () => {
    expect(sorted('assetTag', 'ascending')).toBe('ecbad');
    expect(sorted('assetTag', 'descending')).toBe('abced');
  });

  it('puts umlauts beside their vowel', () => {
    expect(sorted('model', 'descending').slice(0, 2)).toBe('cd');
  });

  it('sorts dates of any precision', () => {
    expect(sorted('purchasedOn', 'ascending').slice(0, 3)).toBe('eab');
  });
});

describe('indexDevices', () => {
  const withTexts = (full: DeviceIndex): DeviceIndex => {
    runSteps(readSearchTexts(full));
    return full;
  };

  it('keeps what did not change and finds what did', () => {
    const changed = devices.map((device): Device =>
      device.id === 'b' ? { ...device, model: 'Neu' } : device,
    );
    const full = withTexts(indexDevices(devices, lookup, rooms, null));
    const next = indexDevices(changed, lookup, rooms, full);
    expect(next.texts[0]).toBe(searchTextAt(full, 0));
    expect(searchTextAt(next, 1)).toContain('neu');
    expect(withTexts(next)).toEqual(withTexts(indexDevices(changed, lookup, rooms, null)));
    expect(next.order).toBe(full.order);
  });

  it('orders anew when a device gets another number or room', () => {
    const changed = devices.map((device): Device =>
      device.id === 'c' ? { ...device, assetTag: 'GS-99', roomId: devices[0]!.roomId } : device,
    );
    const next = indexDevices(changed, lookup, rooms, index);
    expect(next.order).not.toEqual(index.order);
    expect(withTexts(next)).toEqual(withTexts(indexDevices(changed, lookup, rooms, null)));
  });

  it('orders anew when devices come and go', () => {
    const fewer = devices.slice(1);
    expect(withTexts(indexDevices(fewer, lookup, rooms, index))).toEqual(
      withTexts(indexDevices(fewer, lookup, rooms, null)),
    );
  });
});

describe('countViews', () => {
  it('counts without decommissioned devices', () => {
    expect(countViews(devices, lookup, context)).toEqual({
      all: 4,
      defective: 1,
      'over-age': 1,
      'to-clear': 1,
      reserve: 1,
    });
  });
});

describe('sumPrices', () => {
  it('multiplies by quantity and passes unknown prices over', () => {
    expect(sumPrices(devices)).toBe(174_000 + 3 * 400_00);
  });
});

describe('sumPricesAt', () => {
  it('sums a found list only', () => {
    expect(sumPricesAt(devices, run({ search: 'gs-9' }).positions)).toBe(3 * 400_00);
  });
});

describe('columnValues', () => {
  it('lists years of a date column with their numbers, empty first', () => {
    expect(columnValues(index, 'purchasedOn')).toEqual([
      { value: '', count: 2 },
      { value: '2001', count: 1 },
      { value: '2016', count: 1 },
      { value: '2023', count: 1 },
    ]);
  });
});
