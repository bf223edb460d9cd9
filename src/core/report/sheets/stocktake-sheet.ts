import type { Device } from '../../inventory/device.ts';
import type { Room } from '../../inventory/room.ts';
import type { CellValue, TableSheet } from '../report-model.ts';
import { stocktakeCounts, yearBefore } from '../stocktake-counts.ts';
import { cellOf, column, minus, over } from './columns.ts';
import type { ReportContext } from './context.ts';
import { placedDevices } from './place.ts';

const SEEN_SHARE = over(cellOf('seenLately'), cellOf('pieces'));

/** „Inventur“: room by room what was seen when, with lines to sign. */
export const stocktakeSheet = (context: ReportContext): TableSheet => {
  const { texts, analysis } = context;
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
        link: { sheet: 'rooms', keys: places.map(({ room }) => room?.id ?? null) },
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
      column(texts, 'roomId', 'identifier', { hidden: true }),
    ],
    rows: places.map(({ room, ...counts }): readonly CellValue[] => [
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
      room?.id ?? null,
    ]),
    rowKeys: null,
    totals: { label: texts.sum, where: [] },
    frozenColumns: 4,
    legend: texts.stocktake.legend(texts.date(yearBefore(analysis.asOf)), texts.date(analysis.asOf)),
    signatures: {
      heading: texts.stocktake.sign,
      columns: texts.stocktake.signColumns,
      roles: texts.stocktake.roles,
    },
  };
};
