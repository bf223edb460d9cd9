import { replacementPlan, replacementTimes, type ReplacementTime } from '../../plan/replacement-plan.ts';
import { yearOf } from '../../shared/iso-date.ts';
import type { CellValue, Formula, ReportColumn, TableSheet } from '../report-model.ts';
import { cellOf, column, namedColumn, plus, times } from './columns.ts';
import { categoryName, type ReportContext } from './context.ts';

/** So many years behind the year of the Stichtag have columns of their own; the plan's others are „später“. */
const YEARS_AHEAD = 8;

/** One pair of columns: pieces and euros. Keys count from the year of the Stichtag, so that they stay the same. */
type Slot = { readonly key: string; readonly label: string; readonly times: readonly ReplacementTime[] };

const slotsOf = ({ texts, analysis }: ReportContext, all: readonly ReplacementTime[]): readonly Slot[] => {
  const thisYear = yearOf(analysis.asOf);
  const isFar = (time: ReplacementTime): boolean =>
    time === 'later' || (typeof time === 'number' && time > thisYear + YEARS_AHEAD);
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead): Slot => ({
    key: `year${ahead}`,
    label: String(thisYear + ahead),
    times: [thisYear + ahead],
  }));
  return [
    { key: 'backlog', label: texts.replacement.backlog, times: ['backlog'] },
    ...years,
    { key: 'later', label: texts.replacement.later, times: all.filter(isFar) },
    { key: 'unknown', label: texts.replacement.unknown, times: ['unknown'] },
  ];
};

const added = (keys: readonly string[]): Formula => keys.map(cellOf).reduce(plus);

/** „Ersatzplanung“: which categories come due when, in pieces and at the guide prices of today. */
export const replacementSheet = (context: ReportContext): TableSheet => {
  const { texts, inventory, profile, analysis, categoryById } = context;
  const plan = replacementPlan(inventory.devices, profile, analysis.asOf);
  const slots = slotsOf(context, replacementTimes(plan));
  const unitsKey = ({ key }: Slot): string => `units:${key}`;
  const costKey = ({ key }: Slot): string => `cost:${key}`;
  return {
    kind: 'table',
    id: 'replacement',
    name: texts.sheets.replacement.name,
    columns: [
      column(texts, 'schoolId', 'identifier'),
      column(texts, 'category', 'text'),
      column(texts, 'serviceLifeYears', 'integer'),
      column(texts, 'shortGuidePrice', 'money'),
      ...slots.flatMap((slot): readonly ReportColumn[] => [
        namedColumn(unitsKey(slot), texts.replacement.unitsAt(slot.label), 'integer', {
          total: true,
          isGap: slot.key === 'backlog',
        }),
        namedColumn(costKey(slot), texts.replacement.costAt(slot.label), 'money', {
          total: true,
          formula: times(cellOf(unitsKey(slot)), cellOf('shortGuidePrice')),
        }),
      ]),
      column(texts, 'sumUnits', 'integer', { total: true, formula: added(slots.map(unitsKey)) }),
      column(texts, 'sumCost', 'money', { total: true, bar: 'amount', formula: added(slots.map(costKey)) }),
      column(texts, 'earmarkedUnits', 'integer', { total: true }),
      column(texts, 'categoryId', 'identifier', { hidden: true }),
    ],
    rows: plan.rows.map(({ categoryId, cells, total }): readonly CellValue[] => [
      context.schoolId,
      categoryName(context, categoryId),
      categoryById.get(categoryId)?.serviceLifeYears ?? null,
      categoryById.get(categoryId)?.guidePriceCents ?? null,
      ...slots.flatMap((slot): readonly CellValue[] => {
        const found = slot.times.flatMap((time) => cells.get(time) ?? []);
        return found.length === 0
          ? [null, null]
          : [
              found.reduce((sum, { units }) => sum + units, 0),
              found.reduce((sum, { costCents }) => sum + costCents, 0),
            ];
      }),
      total.units,
      total.costCents,
      total.earmarked,
      categoryId,
    ]),
    rowKeys: null,
    totals: { label: texts.sum, where: [] },
    frozenColumns: 2,
    legend: texts.replacement.legend,
  };
};
