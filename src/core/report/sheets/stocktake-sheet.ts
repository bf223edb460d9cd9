import type { Device } from '../../inventory/device.ts';
import type { Room } from '../../inventory/room.ts';
import type { CountedRoomSummary } from '../../stocktake/stocktake-summary.ts';
import type { CellValue, ReportColumn, TableSheet } from '../report-model.ts';
import { stocktakeCounts, yearBefore } from '../stocktake-counts.ts';
import { cellOf, column, minus, over } from './columns.ts';
import type { ReportContext } from './context.ts';
import { placedDevices } from './place.ts';

const SEEN_SHARE = over(cellOf('seenLately'), cellOf('pieces'));

/** What the last stocktake found in a room; a column for each only where there was one. */
const countColumns = (texts: ReportContext['texts']): readonly ReportColumn[] => [
  column(texts, 'countedOn', 'date'),
  column(texts, 'countExpected', 'integer', { total: true }),
  column(texts, 'countFound', 'integer', { total: true }),
  column(texts, 'countElsewhere', 'integer', { total: true }),
  column(texts, 'countMissing', 'integer', { total: true, isGap: true }),
  column(texts, 'countOthers', 'integer', { total: true }),
];

const countCells = (counted: CountedRoomSummary | undefined): readonly CellValue[] =>
  counted === undefined
    ? [null, null, null, null, null, null]
    : [
        counted.countedOn,
        counted.figures.expected,
        counted.figures.found,
        counted.figures.elsewhere,
        counted.figures.missing,
        counted.figures.others,
      ];

/** „Inventur“: room by room what was seen when and how the last stocktake came out, with lines to sign. */
export const stocktakeSheet = (context: ReportContext): TableSheet => {
  const { texts, analysis, stocktake = null } = context;
  const counted = new Map(stocktake?.rooms.map((room) => [room.roomId, room]));
  const gone = stocktake?.rooms.filter(({ roomId }) => !context.roomById.has(roomId)) ?? [];
  const byRoom = new Map<Room | null, Device[]>([...context.rooms, null].map((room) => [room, []]));
  for (const { device, room } of placedDevices(context)) byRoom.get(room)?.push(device);
  const places = [...byRoom]
    .map(([room, devices]) => ({ room, ...stocktakeCounts(devices, analysis.asOf) }))
    .filter(({ room, pieces }) => room !== null || pieces > 0);
  const all = places.reduce((sum, { pieces }) => sum + pieces, 0);
  const seen = places.reduce((sum, { seenLately }) => sum + seenLately, 0);
  return {
    kind: 'table',
    id: 'stocktake',
    name: texts.sheets.stocktake.name,
    columns: [
      column(texts, 'schoolId', 'identifier'),
      column(texts, 'building', 'text'),
      column(texts, 'floor', 'text'),
      column(texts, 'room', 'identifier', {
        link: {
          sheet: 'rooms',
          keys: [...places.map(({ room }) => room?.id ?? null), ...gone.map(() => null)],
        },
      }),
      column(texts, 'use', 'text'),
      column(texts, 'pieces', 'integer', { total: true }),
      column(texts, 'lastSeenOn', 'date'),
      column(texts, 'seenLately', 'integer', { total: true }),
      column(texts, 'seenShare', 'percent', {
        bar: 'share',
        formula: SEEN_SHARE,
        totalCell: { value: all === 0 ? 0 : seen / all, formula: SEEN_SHARE },
      }),
      column(texts, 'seenEarlier', 'integer', {
        total: true,
        formula: minus(minus(cellOf('pieces'), cellOf('seenLately')), cellOf('neverSeen')),
      }),
      column(texts, 'neverSeen', 'integer', { total: true }),
      column(texts, 'missing', 'integer', { total: true, isGap: true }),
      ...(stocktake === null ? [] : countColumns(texts)),
      column(texts, 'roomId', 'identifier', { hidden: true }),
    ],
    rows: [
      ...places.map(({ room, ...counts }): readonly CellValue[] => [
        context.schoolId,
        room?.building ?? null,
        room?.floor ?? null,
        room?.roomNumber ?? texts.stocktake.storage,
        room?.use ?? room?.name ?? null,
        counts.pieces,
        counts.lastSeenOn,
        counts.seenLately,
        counts.pieces === 0 ? null : counts.seenLately / counts.pieces,
        counts.seenEarlier,
        counts.neverSeen,
        counts.missing,
        ...(stocktake === null ? [] : countCells(room === null ? undefined : counted.get(room.id))),
        room?.id ?? null,
      ]),
      ...gone.map((room): readonly CellValue[] => [
        context.schoolId,
        room.building,
        room.floor,
        room.roomNumber,
        texts.stocktake.goneRoom,
        0,
        null,
        0,
        null,
        0,
        0,
        0,
        ...countCells(room),
        room.roomId,
      ]),
    ],
    rowKeys: null,
    totals: { label: texts.sum, where: [] },
    frozenColumns: 4,
    legend:
      texts.stocktake.legend(texts.date(yearBefore(analysis.asOf)), texts.date(analysis.asOf)) +
      (stocktake === null
        ? ''
        : texts.stocktake.counted(texts.date(stocktake.startedOn), texts.date(stocktake.finishedOn))),
    signatures: {
      heading: texts.stocktake.sign,
      columns: texts.stocktake.signColumns,
      roles: texts.stocktake.roles,
    },
  };
};
