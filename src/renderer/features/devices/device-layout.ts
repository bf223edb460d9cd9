import { z } from '#core/shared/zod.ts';
import { DEVICE_COLUMNS, isDeviceColumnId, type DeviceColumnId } from '#core/inventory/device-columns.ts';
import type { ColumnFilter, DeviceFilters, DeviceQuery } from '#core/inventory/device-query.ts';
import { defineSetting, type DeviceView } from '#state/settings.ts';

/** The columns that are shown until the user chooses. */
export const DEFAULT_COLUMNS: readonly DeviceColumnId[] = [
  'assetTag',
  'categoryId',
  'manufacturer',
  'model',
  'serialNumber',
  'room',
  'status',
  'purchasedOn',
  'replacementYear',
  'purchasePriceCents',
];

/** Chosen columns of the built-in views, in their order; own views carry theirs. */
export const DEVICE_TABLE_COLUMNS = defineSetting<readonly string[]>(
  'device-columns',
  z.array(z.string()),
  DEFAULT_COLUMNS,
);

/** Those of the view „Defekt“: what is asked about a defect. */
export const DEFECT_TABLE_COLUMNS = defineSetting<readonly string[]>(
  'device-columns:defective',
  z.array(z.string()),
  [
    'assetTag',
    'categoryId',
    'room',
    'status',
    'defectText',
    'defectSince',
    'defectDaysOpen',
    'defectReportedOn',
    'defectTicket',
    'serialNumber',
    'model',
  ],
);

/** Stored column ids that today's table knows; the default where none is left. */
export const knownColumns = (ids: readonly string[]): readonly DeviceColumnId[] => {
  const known = ids.filter(isDeviceColumnId);
  return known.length === 0 ? DEFAULT_COLUMNS : known;
};

/** Width in px at least, and how much of what is left over it takes. */
const WIDTHS: Readonly<Partial<Record<DeviceColumnId, readonly [min: number, share: number]>>> = {
  assetTag: [96, 2],
  categoryId: [144, 4],
  name: [130, 4],
  manufacturer: [86, 2],
  model: [124, 4],
  serialNumber: [120, 3],
  building: [84, 2],
  floor: [64, 1],
  room: [120, 3],
  status: [106, 2],
  purchasedOn: [92, 1],
  replacementYear: [72, 1],
  purchasePriceCents: [76, 1],
  quantity: [64, 1],
  note: [180, 5],
  defectText: [160, 4],
  defectDaysOpen: [72, 1],
};

export const gridTemplate = (columns: readonly DeviceColumnId[]): string =>
  columns
    .map((column) => {
      const [min, share] = WIDTHS[column] ?? [112, 2];
      return `minmax(${min}px, ${share}fr)`;
    })
    .join(' ');

export const minWidth = (columns: readonly DeviceColumnId[]): number =>
  columns.reduce((sum, column) => sum + (WIDTHS[column]?.[0] ?? 112), 40);

const RIGHT: ReadonlySet<DeviceColumnId> = new Set([
  'quantity',
  'purchasedOn',
  'replacementYear',
  'purchasePriceCents',
  'earmarkedUntil',
  'warrantyUntil',
  'serviceLifeYears',
  'defectSince',
  'defectReportedOn',
  'defectRepairedOn',
  'defectDaysOpen',
  'decommissionedOn',
  'lastSeenOn',
]);
export const isRightAligned = (column: DeviceColumnId): boolean => RIGHT.has(column);

const MONO: ReadonlySet<DeviceColumnId> = new Set(['serialNumber', 'macAddress']);
export const isMono = (column: DeviceColumnId): boolean => MONO.has(column);

/** Marks in a stored view that decommissioned devices are shown. */
const SHOWS_DECOMMISSIONED = 'decommissioned';

/** What a stored view asks for. */
export const queryOfView = (view: DeviceView): Omit<DeviceQuery, 'view'> => ({
  search: view.search,
  filters: Object.fromEntries(
    Object.entries(view.filters).filter(([id]) => isDeviceColumnId(id)),
  ) as DeviceFilters,
  hidesDecommissioned: view.filters[SHOWS_DECOMMISSIONED] === undefined,
  sort:
    view.sort !== null && isDeviceColumnId(view.sort.column)
      ? { column: view.sort.column, direction: view.sort.direction }
      : null,
});

/** The stored form of what is seen now. */
export const viewOfQuery = (
  id: string,
  name: string,
  columns: readonly DeviceColumnId[],
  query: DeviceQuery,
): DeviceView => ({
  id,
  name,
  columns,
  sort: query.sort,
  search: query.search,
  filters: {
    ...Object.fromEntries(filterEntries(query.filters)),
    ...(!query.hidesDecommissioned && { [SHOWS_DECOMMISSIONED]: 'shown' }),
  },
});

/** The set filters in the order of the columns. */
export const filterEntries = (filters: DeviceFilters): readonly (readonly [DeviceColumnId, ColumnFilter])[] =>
  DEVICE_COLUMNS.flatMap(({ id }) => {
    const filter = filters[id];
    return filter === undefined ? [] : [[id, filter] as const];
  });
