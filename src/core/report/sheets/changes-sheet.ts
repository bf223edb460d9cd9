import { changeGroups, type ChangeGroup } from '../changes/change-groups.ts';
import { compareReports } from '../changes/compare-reports.ts';
import type { CellValue, TableSheet } from '../report-model.ts';
import { column } from './columns.ts';
import type { ReportContext } from './context.ts';

type Compared = { readonly groups: readonly ChangeGroup[]; readonly legend: string };

/** „Änderungen“: what is different since the report before; how often on top, then each change. */
export const changesSheet = (context: ReportContext): TableSheet => {
  const { texts, schoolId, roomById } = context;
  const { groups, legend } = compared(context);
  const changes = groups.flatMap(({ side, kind, rows }) => rows.map((row) => ({ side, kind, row })));
  // What is not there any more leads nowhere.
  const nowhere = groups.map(() => null);
  const devices = new Set(context.inventory.devices.map(({ id }) => id));
  return {
    kind: 'table',
    id: 'changes',
    name: texts.sheets.changes.name,
    columns: [
      column(texts, 'schoolId', 'identifier'),
      column(texts, 'side', 'text'),
      column(texts, 'changeKind', 'text'),
      column(texts, 'building', 'text'),
      column(texts, 'floor', 'text'),
      column(texts, 'room', 'identifier', {
        link: {
          sheet: 'rooms',
          keys: [
            ...nowhere,
            ...changes.map(({ row: { room } }) => (room !== null && roomById.has(room.id) ? room.id : null)),
          ],
        },
      }),
      column(texts, 'assetTag', 'identifier', {
        link: {
          sheet: 'devices',
          keys: [
            ...nowhere,
            ...changes.map(({ row: { deviceId } }) =>
              deviceId !== null && devices.has(deviceId) ? deviceId : null,
            ),
          ],
        },
      }),
      column(texts, 'subject', 'wrapped'),
      column(texts, 'field', 'text'),
      column(texts, 'before', 'wrapped'),
      column(texts, 'after', 'wrapped'),
      column(texts, 'units', 'integer'),
      column(texts, 'on', 'date'),
      column(texts, 'remark', 'wrapped'),
      column(texts, 'roomId', 'identifier', { hidden: true }),
      column(texts, 'deviceId', 'identifier', { hidden: true }),
    ],
    rows: [
      ...groups.map(({ side, kind, count }): readonly CellValue[] => [
        schoolId,
        texts.changes.sides[side],
        texts.changes.count,
        null,
        null,
        null,
        null,
        texts.changes.kinds[kind],
        null,
        null,
        count,
        null,
        null,
        null,
        null,
        null,
      ]),
      ...changes.map(({ side, kind, row }): readonly CellValue[] => [
        schoolId,
        texts.changes.sides[side],
        texts.changes.kinds[kind],
        row.room?.building ?? null,
        row.room?.floor ?? null,
        row.room?.roomNumber ?? null,
        row.assetTag,
        row.subject,
        row.field,
        row.before,
        row.after,
        row.units,
        row.on,
        row.remark,
        row.room?.id ?? null,
        row.deviceId,
      ]),
    ],
    rowKeys: null,
    totals: null,
    frozenColumns: 3,
    legend,
  };
};

const compared = ({ texts, inventory, profile, analysis, previous }: ReportContext): Compared => {
  if (previous === null) return { groups: [], legend: texts.changes.first };
  const { fileName, data } = previous;
  const writtenOn = texts.date(previous.writtenAt.slice(0, 10));
  if (data === null) return { groups: [], legend: texts.changes.unreadable(fileName, writtenOn) };
  const now = { inventory, profile, asOf: analysis.asOf, stage: analysis.stage };
  const changes = compareReports(data, now, analysis);
  if (!changes.ok)
    return { groups: [], legend: texts.changes.otherSchool(changes.error.before, changes.error.after) };
  const groups = changeGroups(changes.value, data, now, texts);
  return {
    groups,
    legend:
      groups.length === 0
        ? texts.changes.nothing(fileName, writtenOn)
        : texts.changes.since(fileName, writtenOn, texts.date(data.asOf)),
  };
};
