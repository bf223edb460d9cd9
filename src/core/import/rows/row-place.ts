import type { RowRead } from './read-row.ts';
import { sectionOf, type Section, type SectionPlace } from '../rooms/room-place.ts';
import type { RawRow, TableMapping } from '../types.ts';
import { cellText, isPlaceholder } from '../words.ts';

/**
 * The line of a room, building or floor above its rows; null = a row like others. A list with a column of rooms has at
 * most lines of buildings and floors.
 */
export const sectionLine = ({ cells }: RawRow, { layout, columns }: TableMapping): Section | null => {
  if (layout !== 'blocks' && layout !== 'row-per-device') return null;
  const section = sectionOf(cells.map(cellText));
  if (section === null || layout === 'blocks') return section;
  const hasColumn = (field: string): boolean => columns.some((column) => column.field === field);
  return section.kind !== 'room' && hasColumn('roomNumber') && !hasColumn(section.kind) ? section : null;
};

/** Building and floor of the lines above, where the row itself names none. */
export const withinSection = (read: RowRead, { building, floor, room }: SectionPlace): RowRead =>
  room !== null || (building === null && floor === null)
    ? read
    : { ...read, building: read.building ?? building, floor: read.floor ?? floor };

/**
 * The room of each row by its Excel number, in lists that write it only in the first row of each group; null = the list
 * writes it in every row. It is such a list when most rows have none and no room stands twice in a row.
 */
export const roomsAbove = (
  rows: readonly RawRow[],
  { columns }: TableMapping,
): ReadonlyMap<number, string> | null => {
  const column = columns.find(({ field }) => field === 'roomNumber')?.column;
  if (column === undefined) return null;
  const texts = rows.map(({ cells }) => cellText(cells[column]));
  const written = texts.filter((text) => !isPlaceholder(text));
  const isOnce = new Set(written).size === written.length;
  if (written.length < 2 || !isOnce || written.length > rows.length / 2 || texts[0] !== written[0])
    return null;
  const above = new Map<number, string>();
  let room = '';
  rows.forEach(({ row }, index) => {
    const text = texts[index] ?? '';
    if (!isPlaceholder(text)) room = text;
    above.set(row, room);
  });
  return above;
};
