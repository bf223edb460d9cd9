import { paysIn } from '../../plan/funding-check.ts';
import { purchasePlan } from '../../plan/purchase-plan.ts';
import type { CategoryId } from '../../shared/ids.ts';
import type { CellValue, TableSheet } from '../report-model.ts';
import { cellOf, column, times } from './columns.ts';
import { categoryName, requirementName, type ReportContext } from './context.ts';

/**
 * A programme of the profile names only the categories that it caps, and it pays for those. What else it pays for, and
 * other programmes, the profile does not tell: null = not decidable.
 */
const fundable = (
  { profile, texts }: ReportContext,
  categoryId: CategoryId | null,
  year: number,
): string | null => {
  const programmes = profile.programmes.filter(
    ({ categories }) => categoryId !== null && categories.includes(categoryId),
  );
  if (programmes.length === 0) return null;
  const paying = programmes.find((programme) => paysIn(programme, year));
  return paying === undefined ? texts.fundable.no(programmes) : texts.fundable.yes(paying);
};

/** „Beschaffungsliste“: each gap with what would close it and what that costs. */
export const purchaseSheet = (context: ReportContext): TableSheet => {
  const { texts, analysis, profile, requirementById, roomById } = context;
  const plan = purchasePlan(analysis, profile);
  return {
    kind: 'table',
    id: 'purchases',
    name: texts.sheets.purchases.name,
    columns: [
      column(texts, 'schoolId', 'identifier'),
      column(texts, 'priority', 'text'),
      column(texts, 'building', 'text'),
      column(texts, 'floor', 'text'),
      column(texts, 'room', 'identifier', {
        link: { sheet: 'rooms', keys: plan.map(({ roomId }) => roomId) },
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
      column(texts, 'roomId', 'identifier', { hidden: true }),
    ],
    rows: plan.map(
      ({ line, roomId, categoryId, units, repairable, unitPriceCents, costCents }): readonly CellValue[] => {
        const room = roomId === null ? undefined : roomById.get(roomId);
        const requirement = requirementById.get(line.requirementId);
        const others = requirement?.categories.slice(1) ?? [];
        return [
          context.schoolId,
          texts.priorities[line.priority],
          room?.building ?? null,
          room?.floor ?? null,
          room?.roomNumber ?? texts.schoolWide,
          line.requirementId,
          requirementName(context, line.requirementId),
          categoryId === null ? null : categoryName(context, categoryId),
          units,
          repairable,
          others.length === 0 ? null : others.map((id) => categoryName(context, id)).join('; '),
          unitPriceCents,
          costCents,
          fundable(context, categoryId, line.dueYear),
          line.dueYear,
          requirement?.basis ?? null,
          roomId,
        ];
      },
    ),
    rowKeys: null,
    totals: { label: texts.sum, where: [] },
    frozenColumns: 5,
    legend: texts.fundable.legend,
  };
};
