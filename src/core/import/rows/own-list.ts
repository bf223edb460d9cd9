import { emptyDevice, type Device } from '../../inventory/device.ts';
import { deviceId } from '../../shared/ids.ts';
import type { DeviceImportField, RawRow, TableMapping } from '../types.ts';
import { cellText, isPlaceholder } from '../words.ts';

const EMPTY = emptyDevice(deviceId(''));
/** Where an empty cell of our own list means "nothing": all but what a device cannot be without. */
const KEPT: ReadonlySet<string> = new Set<DeviceImportField>([
  'id',
  'categoryId',
  'quantity',
  'status',
  'owner',
]);

/**
 * What an edited copy of our own report takes away: the fields whose cells stand empty there, at their empty values.
 * In a foreign list an empty cell says nothing; in ours somebody has emptied it.
 */
export const emptiedFields = (row: RawRow, table: TableMapping): Partial<Device> => {
  const emptied: Record<string, unknown> = {};
  for (const { column, field } of table.columns) {
    const isEmpty = isPlaceholder(cellText(row.cells[column]));
    if (field === null) continue;
    if (field === 'note') emptied['note'] = null;
    else if (isEmpty && field === 'roomNumber') emptied['roomId'] = null;
    else if (isEmpty && Object.hasOwn(EMPTY, field) && !KEPT.has(field))
      emptied[field] = Reflect.get(EMPTY, field);
  }
  return emptied as Partial<Device>;
};

/** Extra fields that the list has a column for: its cells replace what is there. */
export const withoutListed = (extra: Device['extra'], { columns }: TableMapping): Device['extra'] => {
  const listed = new Set(columns.filter(({ field }) => field === null).map(({ header }) => header));
  return Object.fromEntries(Object.entries(extra).filter(([heading]) => !listed.has(heading)));
};
