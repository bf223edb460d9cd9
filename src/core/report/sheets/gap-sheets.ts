import type { RoomGap } from '../../gaps/gap-analysis.ts';
import type { Formula, MatrixState, TableSheet } from '../report-model.ts';
import { column, GAP_FORMULA, namedColumn } from './columns.ts';
import { chartRoomName, kindColumn, kindGap, kindsInRooms } from './room-gap-charts.ts';
import { exemptionText, figure, requirementName, roomTypeNames, type ReportContext } from './context.ts';

/** „Soll-Ist je Raum“: one row per room and requirement, made to be filtered and put together with other schools. */
export const roomGapsSheet = (context: ReportContext): TableSheet => {
  const { texts, analysis, roomById } = context;
  return {
    kind: 'table',
    id: 'room-gaps',
    name: texts.sheets['room-gaps'].name,
    columns: [
      column(texts, 'schoolId', 'identifier'),
      column(texts, 'roomId', 'identifier', { hidden: true }),
      column(texts, 'building', 'text'),
      column(texts, 'floor', 'text'),
      column(texts, 'room', 'identifier', {
        link: { sheet: 'rooms', keys: analysis.rooms.map(({ roomId }) => roomId) },
      }),
      column(texts, 'roomType', 'text'),
      column(texts, 'requirementId', 'text'),
      column(texts, 'requirement', 'text'),
      column(texts, 'priority', 'text'),
      column(texts, 'stage', 'year'),
      column(texts, 'dueYear', 'year'),
      column(texts, 'scored', 'text'),
      column(texts, 'target', 'integer', { total: true }),
      column(texts, 'actual', 'integer', { total: true }),
      column(texts, 'gap', 'integer', { total: true, formula: GAP_FORMULA, isGap: true }),
      column(texts, 'surplus', 'integer', { total: true }),
      column(texts, 'defective', 'integer', { total: true }),
      column(texts, 'missing', 'integer', { total: true }),
      column(texts, 'overAge', 'integer', { total: true }),
      column(texts, 'exemption', 'wrapped'),
      column(texts, 'cost', 'money', { total: true }),
    ],
    rows: analysis.rooms.map((line) => {
      const room = roomById.get(line.roomId);
      return [
        context.schoolId,
        line.roomId,
        room?.building ?? null,
        room?.floor ?? null,
        room?.roomNumber ?? '',
        room === undefined ? null : roomTypeNames(context, room),
        line.requirementId,
        requirementName(context, line.requirementId),
        texts.priorities[line.priority],
        line.stage,
        line.dueYear,
        line.scored ? texts.yes : texts.no,
        figure(line.target),
        figure(line.actual),
        figure(line.gap),
        line.surplus,
        line.defective,
        line.missing,
        line.overAge,
        line.exempt ? exemptionText(context, room, line.requirementId) : null,
        figure(line.costCents),
      ];
    }),
    rowKeys: null,
    totals: { label: texts.sumOfScored, where: [{ column: 'scored', equals: texts.yes }] },
    frozenColumns: 0,
    legend: null,
  };
};

const stateOf = (line: RoomGap): MatrixState => {
  if (line.exempt) return { state: 'exempt' };
  const { target, actual, gap, scored } = line;
  if (target === null || actual === null || gap === null || target === 0) return { state: 'not-asked' };
  if (gap === 0) return { state: 'met', gap, scored };
  return { state: actual === 0 ? 'missing' : 'partial', gap, scored };
};

/** Whether each kind's gap is the sum of the cells of its groups: one line and one kind per group. */
const isSumOfCells = (
  { rooms }: ReportContext['analysis'],
  lines: ReadonlyMap<string, RoomGap>,
  kindOf: ReadonlyMap<string, RoomGap['kind']>,
): boolean =>
  rooms.every(
    (line) => line.exempt || (lines.get(keyOf(line)) === line && kindOf.get(line.group) === line.kind),
  );

const keyOf = ({ roomId, group }: Pick<RoomGap, 'roomId' | 'group'>): string => `${roomId}|${group}`;

/** „Matrix“: rooms × groups of requirements on one look; each cell counts what is missing. */
export const matrixSheet = (context: ReportContext): TableSheet => {
  const { texts, analysis, profile, roomById } = context;
  const used = new Set(analysis.rooms.map(({ group }) => group));
  const groups = profile.groups.filter(({ id }) => used.has(id));
  const lines = new Map<string, RoomGap>();
  for (const line of analysis.rooms) {
    const key = keyOf(line);
    // An exempt line gives way to one that holds.
    if (!lines.has(key) || lines.get(key)?.exempt === true) lines.set(key, line);
  }
  const roomsSheet = { sheet: 'rooms' as const, keys: analysis.roomSummaries.map(({ roomId }) => roomId) };
  const standards = profile.standards;
  const kinds = kindsInRooms(analysis);
  const shown = new Set(groups.map(({ id }) => id));
  const kindOf = new Map(
    analysis.rooms.flatMap(({ group, kind }) => (shown.has(group) ? [[group, kind] as const] : [])),
  );
  const isLive = isSumOfCells(analysis, lines, kindOf);
  const nameOf = chartRoomName(context);
  const gapOfKind = (kind: RoomGap['kind']): Formula | null =>
    isLive
      ? {
          op: 'row-sum',
          columns: groups.filter(({ id }) => kindOf.get(id) === kind).map(({ id }) => `group:${id}`),
          where: [{ column: 'scored', equals: texts.yes }],
        }
      : null;
  const printed = [
    column(texts, 'building', 'text'),
    column(texts, 'floor', 'text'),
    column(texts, 'room', 'identifier', { link: roomsSheet }),
    column(texts, 'use', 'text'),
    column(texts, 'roomType', 'text'),
    column(texts, 'scored', 'text'),
    ...groups.map(({ id, shortName }) => namedColumn(`group:${id}`, shortName, 'state', { total: true })),
    column(texts, 'target', 'integer', { total: true }),
    column(texts, 'actual', 'integer', { total: true }),
    column(texts, 'gap', 'integer', { total: true, formula: GAP_FORMULA, isGap: true }),
    column(texts, 'cost', 'money', { total: true }),
    ...standards.map(({ id, name }) => namedColumn(`standard:${id}`, texts.overview.standard(name), 'text')),
  ];
  return {
    kind: 'table',
    id: 'matrix',
    name: texts.sheets.matrix.name,
    columns: [
      ...printed,
      // What the charts of the Übersicht show.
      column(texts, 'chartRoom', 'text'),
      ...kinds.map((kind) =>
        namedColumn(kindColumn(kind), texts.overview.charts.gapOfKind(kind), 'integer', {
          total: true,
          formula: gapOfKind(kind),
        }),
      ),
    ],
    rows: analysis.roomSummaries.map((summary) => {
      const room = roomById.get(summary.roomId);
      return [
        room?.building ?? null,
        room?.floor ?? null,
        room?.roomNumber ?? '',
        room?.use ?? room?.name ?? null,
        room === undefined ? null : roomTypeNames(context, room),
        summary.counted ? (summary.scored ? texts.yes : texts.no) : null,
        ...groups.map(({ id }): MatrixState => {
          const line = lines.get(`${summary.roomId}|${id}`);
          return line === undefined ? { state: 'not-asked' } : stateOf(line);
        }),
        summary.target,
        summary.actual,
        summary.gap,
        summary.costCents,
        ...standards.map(({ id }) => {
          const found = summary.standards.find(({ standardId }) => standardId === id);
          return found === undefined ? null : found.met ? texts.yes : texts.no;
        }),
        nameOf(room),
        ...kinds.map((kind) => kindGap(summary, kind)),
      ];
    }),
    rowKeys: null,
    totals: { label: texts.sumOfScored, where: [{ column: 'scored', equals: texts.yes }] },
    frozenColumns: 3,
    printedColumns: printed.length,
    legend: texts.matrixLegend,
  };
};
