import { isBroken, openSince } from '../../inventory/defect.ts';
import { daysBetween } from '../../shared/iso-date.ts';
import type { CellValue, Formula, ReportColumn, TableSheet } from '../report-model.ts';
import { cellOf, column, minus, nameOf } from './columns.ts';
import { categoryName, deviceName, type ReportContext } from './context.ts';
import { placedDevices } from './place.ts';

const SINCE_COLUMNS = { since: 'defectSince', reportedOn: 'reportedOn' } as const;

/** „Defekte“: what is broken or in repair, as a list for the tickets. */
export const defectsSheet = (context: ReportContext): TableSheet => {
  const { texts, analysis, includeFreeTexts } = context;
  const broken = placedDevices(context).filter(({ device }) => isBroken(device));
  const opened = broken.map(({ device: { defect } }) => (defect === null ? null : openSince(defect)));
  const withText = <Entry>(entry: Entry): readonly Entry[] => (includeFreeTexts ? [entry] : []);
  return {
    kind: 'table',
    id: 'defects',
    name: texts.sheets.defects.name,
    columns: [
      column(texts, 'schoolId', 'identifier'),
      column(texts, 'assetTag', 'identifier'),
      column(texts, 'device', 'text', {
        link: { sheet: 'devices', keys: broken.map(({ device }) => device.id) },
      }),
      column(texts, 'category', 'text'),
      column(texts, 'serialNumber', 'identifier'),
      column(texts, 'pieces', 'integer', { total: true }),
      column(texts, 'building', 'text'),
      column(texts, 'floor', 'text'),
      column(texts, 'room', 'identifier', {
        link: { sheet: 'rooms', keys: broken.map(({ room }) => room?.id ?? null) },
      }),
      ...withText<ReportColumn>(column(texts, 'defectText', 'wrapped')),
      column(texts, 'defectSince', 'date'),
      column(texts, 'reportedOn', 'date'),
      column(texts, 'ticket', 'identifier'),
      column(texts, 'status', 'text'),
      column(texts, 'daysOpen', 'integer', {
        formula: opened.map((from): Formula | null =>
          from === null ? null : minus(nameOf('Stichtag'), cellOf(SINCE_COLUMNS[from.by])),
        ),
      }),
      column(texts, 'deviceId', 'identifier', { hidden: true }),
    ],
    rows: broken.map(({ device, room }, at): readonly CellValue[] => {
      const from = opened[at] ?? null;
      return [
        context.schoolId,
        device.assetTag,
        deviceName(context, device),
        device.categoryId === null ? null : categoryName(context, device.categoryId),
        device.serialNumber,
        device.quantity,
        room?.building ?? null,
        room?.floor ?? null,
        room?.roomNumber ?? texts.stocktake.storage,
        ...withText(device.defect?.text ?? null),
        device.defect?.since ?? null,
        device.defect?.reportedOn ?? null,
        device.defect?.ticket ?? null,
        texts.statuses[device.status],
        from === null ? null : daysBetween(from.day, analysis.asOf),
        device.id,
      ];
    }),
    rowKeys: null,
    totals: { label: texts.sum, where: [] },
    frozenColumns: 3,
    legend: texts.defects.legend,
  };
};
