import type { PrintCell, PrintList, PrintRow } from '#print/print-list.ts';
import { formatGap, formatNumber, UNKNOWN } from '#texts/format.ts';
import { PRINT_TEXTS } from '#texts/print.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import { missingText } from './missing-text.ts';
import { ROOM_COLUMNS, type RoomFilter, type RoomLine, type RoomRow, type RoomSort } from './room-rows.ts';

/** Filters and order in words. */
export const roomFacts = (
  filter: RoomFilter,
  sort: RoomSort | null,
  typeName: string | null,
  isUntyped: boolean,
): readonly string[] => [
  ...(filter.search.trim() === '' ? [] : [PRINT_TEXTS.search(filter.search.trim())]),
  ...(typeName === null ? [] : [PRINT_TEXTS.choice(ROOM_TEXTS.type, typeName)]),
  ...(filter.onlyGaps ? [ROOM_TEXTS.onlyGaps] : []),
  ...(isUntyped ? [ROOM_TEXTS.untyped] : []),
  ...(sort === null
    ? []
    : [PRINT_TEXTS.sortedBy(ROOM_TEXTS.heads[sort.column], sort.direction === 'descending')]),
];

const groupRow = (line: Extract<RoomLine, { readonly kind: 'group' }>): PrintRow => ({
  kind: 'group',
  span: 3,
  cells: [
    [
      ROOM_TEXTS.place(line.building ?? ROOM_TEXTS.noBuilding, line.floor ?? ROOM_TEXTS.noFloor),
      ROOM_TEXTS.groupCount(line.rooms),
    ].join(' · '),
    '',
    '',
    formatNumber(line.sums.seats),
    formatNumber(line.sums.devices),
    formatNumber(line.sums.target),
    formatNumber(line.sums.actual),
    formatGap(line.sums.gap),
    '',
  ],
});

const roomRow = ({ room, typeNames, devices, summary, standard }: RoomRow): PrintRow => {
  const figures: readonly PrintCell[] =
    summary?.counted === true
      ? [formatNumber(summary.target), formatNumber(summary.actual), formatGap(summary.gap)]
      : [UNKNOWN, UNKNOWN, UNKNOWN];
  return {
    cells: [
      room.roomNumber,
      [room.name, room.use].filter(Boolean).join(' · ') || UNKNOWN,
      typeNames === '' ? { sign: 'question', text: ROOM_TEXTS.noType } : typeNames,
      formatNumber(room.seats),
      formatNumber(devices),
      ...figures,
      standard === null
        ? summary?.counted === true && !summary.scored
          ? ROOM_TEXTS.notScored
          : ''
        : standard.missing === 0
          ? { sign: 'tick', text: ROOM_TEXTS.standardMet }
          : { sign: 'half', text: missingText(standard) },
    ],
  };
};

/** The rooms as the list shows them: with its floors, of closed ones only the sums. */
export const roomList = (lines: readonly RoomLine[], facts: readonly string[]): PrintList => ({
  kind: 'list',
  title: ROOM_TEXTS.title,
  facts,
  tables: [
    {
      columns: ROOM_COLUMNS.map(({ id, isRight }) => ({
        label: ROOM_TEXTS.heads[id],
        ...(isRight && { align: 'right' as const }),
      })),
      rows: lines.map((line) => (line.kind === 'group' ? groupRow(line) : roomRow(line.row))),
    },
  ],
});
