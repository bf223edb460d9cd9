import { describe, expect, it } from 'vitest';
import type { DeviceQuery } from '#core/inventory/device-query.ts';
import { DEFAULT_COLUMNS, knownColumns, queryOfView, viewOfQuery } from './device-layout.ts';

const query: DeviceQuery = {
  view: 'all',
  search: 'tablet',
  filters: { status: ['defekt'], model: 'Pad' },
  hidesDecommissioned: false,
  sort: { column: 'room', direction: 'descending' },
};

describe('queryOfView', () => {
  it('gives back what viewOfQuery stored', () => {
    const { view: _view, ...stored } = query;
    expect(queryOfView(viewOfQuery('v', 'Tablets', DEFAULT_COLUMNS, query))).toEqual(stored);
  });

  it('passes columns over that today does not know', () => {
    const view = viewOfQuery('v', 'Alt', DEFAULT_COLUMNS, query);
    const old = {
      ...view,
      sort: { column: 'gone', direction: 'ascending' as const },
      filters: { gone: 'x' },
    };
    expect(queryOfView(old)).toMatchObject({ sort: null, filters: {}, hidesDecommissioned: true });
  });
});

describe('knownColumns', () => {
  it('keeps the known ones in their order, and the default where none is known', () => {
    expect(knownColumns(['room', 'gone', 'model'])).toEqual(['room', 'model']);
    expect(knownColumns(['gone'])).toEqual(DEFAULT_COLUMNS);
  });
});
