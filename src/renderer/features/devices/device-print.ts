import {
  cellText,
  replacementYear,
  type DeviceColumnId,
  type DeviceLookup,
} from '#core/inventory/device-columns.ts';
import type { ColumnFilter, DeviceQuery } from '#core/inventory/device-query.ts';
import type { Device } from '#core/inventory/device.ts';
import type { PrintCell, PrintList } from '#print/print-list.ts';
import { BUILT_IN_VIEW_NAMES, DEVICE_COLUMN_LABELS, DEVICE_TEXTS } from '#texts/devices.ts';
import { formatEuros, UNKNOWN } from '#texts/format.ts';
import { PRINT_TEXTS } from '#texts/print.ts';
import { filterEntries, isMono, isRightAligned } from './device-layout.ts';

const cellOf = (device: Device, column: DeviceColumnId, lookup: DeviceLookup, year: number): PrintCell => {
  const text = cellText(device, column, lookup);
  if (text === '') return UNKNOWN;
  switch (column) {
    case 'purchasePriceCents':
      return formatEuros(device.purchasePriceCents);
    case 'status':
      return device.status === 'defective' || device.status === 'in-repair'
        ? { sign: 'bolt', text }
        : device.status === 'missing'
          ? { sign: 'half', text }
          : text;
    case 'replacementYear': {
      const due = replacementYear(device, lookup);
      return due !== null && due < year && device.status !== 'decommissioned'
        ? { sign: 'clock', text }
        : text;
    }
    case 'room': {
      const room = lookup.roomOf(device);
      return [text, room?.name ?? room?.use].filter(Boolean).join(' ');
    }
    default:
      return text;
  }
};

/** Every value that is asked for: on paper nobody can look up what „3 Werte" are. */
const filterWords = (filter: ColumnFilter): string =>
  typeof filter === 'string'
    ? filter
    : filter.map((value) => (value === '' ? DEVICE_TEXTS.emptyValue : value)).join(', ');

/** View, search, filters and order in words. */
export const queryFacts = (query: DeviceQuery, ownView: string | null): readonly string[] => [
  ownView ?? BUILT_IN_VIEW_NAMES[query.view],
  ...(query.search.trim() === '' ? [] : [PRINT_TEXTS.search(query.search.trim())]),
  ...filterEntries(query.filters).map(([column, filter]) =>
    DEVICE_TEXTS.filterChip(DEVICE_COLUMN_LABELS[column], filterWords(filter)),
  ),
  ...(query.hidesDecommissioned ? [DEVICE_TEXTS.withoutDecommissioned] : []),
  ...(query.sort === null
    ? []
    : [PRINT_TEXTS.sortedBy(DEVICE_COLUMN_LABELS[query.sort.column], query.sort.direction === 'descending')]),
];

/** The devices in their order with the chosen columns, as they are printed. */
export const deviceList = ({
  devices,
  columns,
  lookup,
  year,
  facts,
}: {
  readonly devices: readonly Device[];
  readonly columns: readonly DeviceColumnId[];
  readonly lookup: DeviceLookup;
  /** Of the Stichtag; what was to be replaced before is marked. */
  readonly year: number;
  readonly facts: readonly string[];
}): PrintList => ({
  kind: 'list',
  title: DEVICE_TEXTS.title,
  facts,
  tables: [
    {
      columns: columns.map((column) => ({
        label: DEVICE_COLUMN_LABELS[column],
        ...(isRightAligned(column) && { align: 'right' as const }),
        ...(isMono(column) && { isMono: true }),
      })),
      rows: devices.map((device) => ({
        cells: columns.map((column) => cellOf(device, column, lookup, year)),
      })),
    },
  ],
});
