import type { RoomGap, SchoolGap } from '../../gaps/gap-analysis.ts';
import { PRIORITIES } from '../../targets/target-profile.ts';
import type { CellValue, TableSheet } from '../report-model.ts';
import { cellOf, column, times } from './columns.ts';
import { categoryName, requirementName, type ReportContext } from './context.ts';

type OpenLine = { readonly line: RoomGap | SchoolGap; readonly roomId: string | null };

/** Scored gaps, must before should before could; within these as one walks, the school-wide ones last. */
const openLines = ({ analysis }: ReportContext): readonly OpenLine[] => {
  const open: readonly OpenLine[] = [
    ...analysis.rooms
      .filter(({ scored, gap }) => scored && gap !== null && gap > 0)
      .map((line) => ({ line, roomId: line.roomId })),
    ...analysis.school.filter(({ gap }) => gap !== null && gap > 0).map((line) => ({ line, roomId: null })),
  ];
  return PRIORITIES.flatMap((priority) => open.filter(({ line }) => line.priority === priority));
};

/** „Beschaffungsliste“: each gap with what would close it and what that costs. */
export const purchaseSheet = (context: ReportContext): TableSheet => {
  const { texts, categoryById, requirementById, roomById } = context;
  const lines = openLines(context);
  return {
    kind: 'table',
    id: 'purchases',
    name: texts.sheets.purchases.name,
    columns: [
      column(texts, 'schoolId', 'identifier'),
      column(texts, 'roomId', 'identifier', { hidden: true }),
      column(texts, 'priority', 'text'),
      column(texts, 'building', 'text'),
      column(texts, 'floor', 'text'),
      column(texts, 'room', 'identifier', {
        link: { sheet: 'rooms', keys: lines.map(({ roomId }) => roomId) },
      }),
      column(texts, 'requirementId', 'text'),
      column(texts, 'requirement', 'wrapped'),
      column(texts, 'category', 'wrapped'),
      column(texts, 'lacking', 'integer', { total: true, isGap: true }),
      column(texts, 'repairable', 'integer', { total: true }),
      column(texts, 'alternative', 'wrapped'),
      column(texts, 'unitPrice', 'money'),
      column(texts, 'sum', 'money', { total: true, formula: times(cellOf('lacking'), cellOf('unitPrice')) }),
      column(texts, 'fundable', 'text'),
      column(texts, 'wishYear', 'year'),
      column(texts, 'reason', 'wrapped'),
    ],
    rows: lines.map(({ line, roomId }): readonly CellValue[] => {
      const room = roomId === null || !('roomId' in line) ? undefined : roomById.get(line.roomId);
      const requirement = requirementById.get(line.requirementId);
      const [preferred, ...others] = requirement?.categories ?? [];
      const price = preferred === undefined ? undefined : categoryById.get(preferred)?.guidePriceCents;
      return [
        context.schoolId,
        roomId,
        texts.priorities[line.priority],
        room?.building ?? null,
        room?.floor ?? null,
        room?.roomNumber ?? texts.schoolWide,
        line.requirementId,
        requirementName(context, line.requirementId),
        preferred === undefined ? null : categoryName(context, preferred),
        line.gap ?? 0,
        line.repairable,
        others.length === 0 ? null : others.map((id) => categoryName(context, id)).join('; '),
        price ?? null,
        line.costCents ?? 0,
        null,
        line.dueYear,
        requirement?.basis ?? null,
      ];
    }),
    rowKeys: null,
    totals: { label: texts.sum, where: [] },
    frozenColumns: 6,
    legend: null,
  };
};
