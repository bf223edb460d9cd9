import type { CellValue, ReportColumn, TableSheet, ValueKind } from '../../report/report-model.ts';
import type { ReportColumnKey } from '../../report/report-texts.ts';
import {
  cellOf,
  column as reportColumn,
  GAP_FORMULA,
  namedColumn,
  over,
  times,
} from '../../report/sheets/columns.ts';
import { PRIORITIES } from '../../targets/target-profile.ts';
import type { ComparedLine } from '../compared-gaps.ts';
import type { Consolidation } from '../consolidate.ts';
import { fulfilmentOf, pupilsPerDeviceOf } from '../school-figures.ts';
import type { AuthorityColumnKey, AuthoritySheet, AuthorityTexts } from './authority-texts.ts';

type Options = Parameters<typeof namedColumn>[3];

/** One of the columns that only this workbook has. */
export const own = (
  texts: AuthorityTexts,
  key: AuthorityColumnKey,
  kind: ValueKind,
  options: Options = {},
): ReportColumn => namedColumn(key, texts.columns[key], kind, options);
/** One that the report has as well, under the same heading. */
const known = (
  texts: AuthorityTexts,
  key: ReportColumnKey,
  kind: ValueKind,
  options: Options = {},
): ReportColumn => reportColumn(texts.report, key, kind, options);

export const table = (
  texts: AuthorityTexts,
  id: AuthoritySheet,
  columns: readonly ReportColumn[],
  rows: readonly (readonly CellValue[])[],
  frozenColumns = 2,
): TableSheet => ({
  kind: 'table',
  id,
  name: texts.sheets[id].name,
  columns,
  rows,
  rowKeys: null,
  totals: columns.some(({ total }) => total) ? { label: texts.report.sum, where: [] } : null,
  frozenColumns,
  legend: null,
});

const SUM = { total: true };
const GAP = { total: true, isGap: true };

/** „Schulen“: one row per school, all figures side by side. */
export const schoolsSheet = ({ schools }: Consolidation, texts: AuthorityTexts): TableSheet =>
  table(
    texts,
    'authority-schools',
    [
      known(texts, 'schoolId', 'identifier'),
      own(texts, 'school', 'text'),
      own(texts, 'schoolType', 'text'),
      own(texts, 'schoolAuthority', 'text'),
      own(texts, 'asOf', 'date'),
      own(texts, 'profile', 'text'),
      known(texts, 'stage', 'year'),
      own(texts, 'pupils', 'integer', SUM),
      own(texts, 'rooms', 'integer', SUM),
      own(texts, 'devices', 'integer', SUM),
      own(texts, 'standardMet', 'integer', SUM),
      own(texts, 'standardOf', 'integer', SUM),
      known(texts, 'target', 'integer', SUM),
      known(texts, 'actual', 'integer', SUM),
      known(texts, 'gap', 'integer', { ...GAP, formula: GAP_FORMULA }),
      own(texts, 'fulfilment', 'percent', { formula: over(cellOf('actual'), cellOf('target')) }),
      own(texts, 'must', 'integer', SUM),
      own(texts, 'should', 'integer', SUM),
      own(texts, 'could', 'integer', SUM),
      known(texts, 'repairable', 'integer', SUM),
      own(texts, 'roomsWithGap', 'integer', SUM),
      own(texts, 'pupilsPerDevice', 'decimal'),
      known(texts, 'cost', 'money', SUM),
      known(texts, 'overAge', 'integer', SUM),
      known(texts, 'defective', 'integer', SUM),
      own(texts, 'defectiveUnreported', 'integer', SUM),
      known(texts, 'missing', 'integer', SUM),
      own(texts, 'file', 'text'),
      own(texts, 'writtenOn', 'date'),
      own(texts, 'appVersion', 'identifier'),
    ],
    schools.map(({ id, name, figures, report: { inventory, profile, analysis, ...report } }) => {
      const { school } = inventory;
      return [
        id,
        name,
        school.schoolType === null ? null : texts.report.schoolTypes[school.schoolType],
        school.schoolAuthority,
        analysis.asOf,
        texts.profile(profile.title, profile.edition),
        analysis.stage,
        school.pupils,
        figures.rooms,
        figures.devices,
        figures.standardMet,
        figures.standardOf,
        figures.target,
        figures.actual,
        figures.gap,
        fulfilmentOf(figures),
        ...PRIORITIES.map((priority) => figures.gapByPriority[priority]),
        figures.repairable,
        figures.roomsWithGap,
        pupilsPerDeviceOf(figures),
        figures.costCents,
        figures.overAge,
        figures.defective,
        figures.defectiveUnreported,
        figures.missing,
        report.fileName,
        report.writtenAt.slice(0, 10),
        report.appVersion,
      ];
    }),
  );

/** Gaps of each school by category or by group of requirements. */
export const gapsSheet = (
  { schools }: Consolidation,
  texts: AuthorityTexts,
  id: AuthoritySheet,
  lines: readonly ComparedLine[],
): TableSheet =>
  table(
    texts,
    id,
    [
      known(texts, 'schoolId', 'identifier'),
      own(texts, 'school', 'text'),
      ...lines.map((line) => namedColumn(`line:${line.id}`, line.shortName, 'integer', GAP)),
      own(texts, 'total', 'integer', GAP),
      known(texts, 'cost', 'money', SUM),
    ],
    schools.map((school, at) => [
      school.id,
      school.name,
      ...lines.map(({ cells }) => cells[at]?.gap ?? null),
      school.figures.gap,
      school.figures.costCents,
    ]),
  );

/** „Beschaffungsliste“: by school, priority and category. */
export const purchasesSheet = (
  { schools, purchases, categories }: Consolidation,
  texts: AuthorityTexts,
): TableSheet => {
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  return table(
    texts,
    'authority-purchases',
    [
      known(texts, 'schoolId', 'identifier'),
      own(texts, 'school', 'text'),
      known(texts, 'priority', 'text'),
      own(texts, 'categoryId', 'identifier'),
      known(texts, 'category', 'text'),
      known(texts, 'lacking', 'integer', GAP),
      known(texts, 'repairable', 'integer', SUM),
      own(texts, 'movable', 'integer', SUM),
      own(texts, 'fromOthers', 'integer', SUM),
      known(texts, 'unitPrice', 'money'),
      known(texts, 'sum', 'money', { ...SUM, formula: times(cellOf('lacking'), cellOf('unitPrice')) }),
    ],
    purchases.map((entry) => [
      schools[entry.school]?.id ?? '',
      schools[entry.school]?.name ?? '',
      texts.report.priorities[entry.priority],
      entry.categoryId,
      names.get(entry.categoryId ?? '') ?? entry.categoryId,
      entry.units,
      entry.repairable,
      entry.movable,
      entry.fromOthers,
      entry.unitPriceCents,
      entry.costCents,
    ]),
  );
};

/** „Umverteilung zwischen Schulen“: what goes where, and what it closes there. */
export const exchangeSheet = ({ schools, exchange }: Consolidation, texts: AuthorityTexts): TableSheet => {
  const looked = schools.map(({ report: { inventory, profile } }) => ({
    rooms: new Map(inventory.rooms.map((room) => [room.id, room])),
    devices: new Map(inventory.devices.map((device) => [device.id, device])),
    categories: new Map(profile.categories.map(({ id, name }) => [id, name])),
    requirements: new Map(profile.requirements.map(({ id, name }) => [id, name])),
  }));
  const roomText = (school: number, id: Parameters<(typeof looked)[0]['rooms']['get']>[0] | null): string => {
    const room = id === null ? undefined : looked[school]?.rooms.get(id);
    return room === undefined
      ? texts.report.schoolWide
      : [room.building, room.roomNumber].filter((part) => part !== null).join(' · ');
  };
  return table(
    texts,
    'authority-exchange',
    [
      own(texts, 'fromId', 'identifier'),
      own(texts, 'fromSchool', 'text'),
      own(texts, 'toId', 'identifier'),
      own(texts, 'toSchool', 'text'),
      known(texts, 'priority', 'text'),
      known(texts, 'category', 'text'),
      own(texts, 'units', 'integer', SUM),
      own(texts, 'assetTag', 'identifier'),
      own(texts, 'device', 'text'),
      own(texts, 'fromRoom', 'text'),
      own(texts, 'toRoom', 'text'),
      known(texts, 'requirement', 'wrapped'),
      known(texts, 'scored', 'text'),
      own(texts, 'purchasedOn', 'date'),
      own(texts, 'earmarkedUntil', 'date'),
      own(texts, 'deviceId', 'identifier', { hidden: true }),
    ],
    exchange.moves.map((move) => {
      const device = looked[move.from]?.devices.get(move.deviceId);
      const name = [device?.manufacturer, device?.model ?? device?.name].filter((part) => part !== null);
      return [
        schools[move.from]?.id ?? '',
        schools[move.from]?.name ?? '',
        schools[move.to]?.id ?? '',
        schools[move.to]?.name ?? '',
        texts.report.priorities[move.priority],
        looked[move.from]?.categories.get(move.categoryId) ?? move.categoryId,
        move.units,
        device?.assetTag ?? null,
        name.length === 0 ? null : name.join(' '),
        roomText(move.from, move.fromRoomId),
        roomText(move.to, move.toRoomId),
        looked[move.to]?.requirements.get(move.requirementId) ?? move.requirementId,
        move.scored ? texts.report.yes : texts.report.no,
        device?.purchasedOn ?? null,
        move.earmarkedUntil,
        move.deviceId,
      ];
    }),
    0,
  );
};

/** „Ersatzplanung“: cost by school, category and year. */
export const replacementSheet = (
  { schools, replacement, categories }: Consolidation,
  texts: AuthorityTexts,
): TableSheet => {
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  return table(
    texts,
    'authority-replacement',
    [
      known(texts, 'schoolId', 'identifier'),
      own(texts, 'school', 'text'),
      own(texts, 'categoryId', 'identifier'),
      known(texts, 'category', 'text'),
      ...replacement.times.map((time) =>
        namedColumn(`time:${time}`, texts.replacementTime(time), 'money', SUM),
      ),
      own(texts, 'units', 'integer', SUM),
      own(texts, 'cost', 'money', SUM),
    ],
    replacement.schools.flatMap(({ rows }, at) =>
      rows.map(({ categoryId, byTime, total }): readonly CellValue[] => [
        schools[at]?.id ?? '',
        schools[at]?.name ?? '',
        categoryId,
        names.get(categoryId) ?? categoryId,
        ...replacement.times.map((time) => byTime.get(time)?.costCents ?? null),
        total.units,
        total.costCents,
      ]),
    ),
  );
};
