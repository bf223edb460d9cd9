import { agesByCategory, meanAgeOf, type CategoryAges } from '../../gaps/age-structure.ts';
import type { CellValue, TableSheet } from '../report-model.ts';
import { cellOf, column, namedColumn, over, plus } from './columns.ts';
import { categoryName, type ReportContext } from './context.ts';

/** From and to in whole years; null = and more. */
const BANDS = [
  [0, 2],
  [3, 4],
  [5, 6],
  [7, 9],
  [10, null],
] as const satisfies readonly (readonly [number, number | null])[];
const keyOf = (from: number): string => `from${from}`;

const unitsBetween = ({ byAge }: CategoryAges, from: number, to: number | null): number => {
  let sum = 0;
  for (const [age, units] of byAge)
    if (age !== null && age >= from && (to === null || age <= to)) sum += units;
  return sum;
};

/** One digit after the comma says enough. */
const rounded = (years: number | null): number | null =>
  years === null ? null : Math.round(years * 10) / 10;
const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);
const OVER_AGE_SHARE = over(cellOf('overAge'), cellOf('allUnits'));

/** „Altersstruktur“: the counting units of each category by age. */
export const ageSheet = (context: ReportContext): TableSheet => {
  const { texts, inventory, profile, analysis } = context;
  const ages = agesByCategory(analysis, inventory.devices, profile);
  const all = ages.reduce((sum, { units }) => sum + units, 0);
  const old = ages.reduce((sum, { overAge }) => sum + overAge, 0);
  return {
    kind: 'table',
    id: 'age',
    name: texts.sheets.age.name,
    columns: [
      column(texts, 'schoolId', 'identifier'),
      column(texts, 'category', 'text'),
      column(texts, 'serviceLifeYears', 'integer'),
      ...BANDS.map(([from, to]) =>
        namedColumn(keyOf(from), texts.ages.band(from, to), 'integer', { total: true }),
      ),
      column(texts, 'ageUnknown', 'integer', { total: true }),
      column(texts, 'allUnits', 'integer', {
        total: true,
        formula: [...BANDS.map(([from]) => cellOf(keyOf(from))), cellOf('ageUnknown')].reduce(plus),
      }),
      column(texts, 'meanAge', 'decimal', {
        totalCell: { value: rounded(meanAgeOf(ages.map(({ byAge }) => byAge))), formula: null },
      }),
      column(texts, 'overAge', 'integer', { total: true, isGap: true }),
      column(texts, 'overAgeShare', 'percent', {
        bar: 'share',
        formula: OVER_AGE_SHARE,
        totalCell: { value: share(old, all), formula: OVER_AGE_SHARE },
      }),
      column(texts, 'categoryId', 'identifier', { hidden: true }),
    ],
    rows: ages.map((entry): readonly CellValue[] => [
      context.schoolId,
      categoryName(context, entry.categoryId),
      context.categoryById.get(entry.categoryId)?.serviceLifeYears ?? null,
      ...BANDS.map(([from, to]) => unitsBetween(entry, from, to)),
      entry.byAge.get(null) ?? 0,
      entry.units,
      rounded(entry.meanAge),
      entry.overAge,
      share(entry.overAge, entry.units),
      entry.categoryId,
    ]),
    rowKeys: null,
    totals: { label: texts.sum, where: [] },
    frozenColumns: 2,
    legend: texts.ages.legend,
  };
};
