import { ageStructure, OLDEST_GROUP } from '../../gaps/age-structure.ts';
import { replacementByYear, replacementPlan } from '../../plan/replacement-plan.ts';
import { yearOf } from '../../shared/iso-date.ts';
import type { ChartCells } from '../report-chart.ts';
import type { PageBlock, PageColumn } from '../report-model.ts';
import { chartBlock, series, wholeAxis } from './chart-parts.ts';
import { pageCell } from './columns.ts';
import type { ReportContext } from './context.ts';

const column = (
  key: string,
  heading: string,
  at: number,
  align: PageColumn['align'] = 'right',
): PageColumn => ({
  key,
  at,
  heading,
  align,
});
const cells =
  (block: string) =>
  (name: string): ChartCells => ({ block, column: name });

/** Key of the block „Soll und Ist nach Ziel“, which the chart of the fulfilment shows. */
export const GROUPS_BLOCK = 'groups';

/** Erfüllung nach Ziel: what is there and what is missing, each bar 100 %. */
export const fulfilmentChart = ({ texts, analysis }: ReportContext): PageBlock => {
  const words = texts.overview.charts.fulfilment;
  const groups = analysis.byGroup.filter(({ target }) => target > 0);
  if (groups.length === 0) return { kind: 'text', heading: words.title, paragraphs: [words.none] };
  const at = cells(GROUPS_BLOCK);
  return chartBlock(
    {
      kind: 'bars',
      stacking: 'share',
      title: words.title,
      description: words.summary(groups.length, analysis.totals.fulfilment),
      categories: at('label'),
      series: [series(words.actual, at('actual'), 'covered'), series(words.gap, at('gap'), 'gap')],
      categoryAxis: texts.columns.group,
      valueAxis: { title: words.axis, format: 'percent', max: null, step: 0.25 },
    },
    Math.max(9, groups.length + 5),
  );
};

const REPLACEMENT_BLOCK = 'replacement';

/** Ersatz je Jahr as a chart and the table that it shows. */
export const replacementBlocks = ({
  texts,
  inventory,
  profile,
  analysis,
}: ReportContext): { readonly chart: PageBlock; readonly table: PageBlock } => {
  const words = texts.overview.charts.replacement;
  const { backlog, years } = replacementByYear(replacementPlan(inventory.devices, profile, analysis.asOf));
  const ahead = years.reduce((sum, { costCents }) => sum + costCents, 0);
  const at = cells(REPLACEMENT_BLOCK);
  return {
    chart: chartBlock(
      {
        kind: 'columns',
        stacking: 'none',
        title: words.title,
        description: words.summary(backlog.costCents, ahead, years[0]?.year ?? 0, years.at(-1)?.year ?? 0),
        categories: at('year'),
        series: [
          series(words.cost, at('cost'), 'regular', {
            exceptions: new Map([[0, 'overdue']]),
            label: { format: 'thousand-euros', at: 'end' },
          }),
        ],
        categoryAxis: words.year,
        valueAxis: { title: words.axis, format: 'thousand-euros', max: null, step: null },
      },
      14,
    ),
    table: {
      kind: 'table',
      key: REPLACEMENT_BLOCK,
      heading: words.table,
      columns: [
        column('year', words.year, 0, 'left'),
        column('units', texts.overview.charts.units, 3),
        column('cost', words.cost, 4),
      ],
      rows: [
        [
          pageCell(words.backlog(yearOf(analysis.asOf) - 1), 'text', { tone: 'strong' }),
          pageCell(backlog.units, 'integer'),
          pageCell(backlog.costCents, 'money'),
        ],
        ...years.map(({ year, units, costCents }) => [
          pageCell(year, 'year'),
          pageCell(units, 'integer'),
          pageCell(costCents, 'money'),
        ]),
      ],
      totals: [
        pageCell(texts.sum, 'text', { tone: 'strong' }),
        pageCell(
          years.reduce((sum, { units }) => sum + units, backlog.units),
          'integer',
          { tone: 'strong' },
        ),
        pageCell(backlog.costCents + ahead, 'money', { tone: 'strong' }),
      ],
    },
  };
};

const AGES_BLOCK = 'ages';

/** Altersstruktur as a chart and the table that it shows. */
export const ageBlocks = ({
  texts,
  inventory,
  profile,
  analysis,
}: ReportContext): { readonly chart: PageBlock; readonly table: PageBlock } => {
  const words = texts.overview.charts.ages;
  const groups = ageStructure(analysis, inventory.devices, profile);
  const sum = (of: (group: (typeof groups)[number]) => number): number =>
    groups.reduce((all, group) => all + of(group), 0);
  const units = sum((group) => group.units);
  const overAge = sum((group) => group.overAge);
  const unknown = groups.find(({ age }) => age === null)?.units ?? 0;
  const at = cells(AGES_BLOCK);
  const { step } = wholeAxis(Math.max(...groups.map((group) => group.units)));
  return {
    chart: chartBlock(
      {
        kind: 'columns',
        stacking: 'stacked',
        title: words.title,
        description: words.summary(units, overAge, unknown),
        categories: at('age'),
        series: [
          series(words.inLife, at('inLife'), 'regular'),
          series(words.overAge, at('overAge'), 'overdue'),
        ],
        categoryAxis: words.age,
        valueAxis: { title: texts.overview.charts.units, format: 'integer', max: null, step },
      },
      15,
    ),
    table: {
      kind: 'table',
      key: AGES_BLOCK,
      heading: words.title,
      columns: [
        column('age', words.age, 0, 'left'),
        column('inLife', words.inLife, 2),
        column('overAge', words.overAge, 3),
        column('units', texts.sum, 4),
      ],
      rows: groups.map((group) => [
        group.age === null
          ? pageCell(words.unknown)
          : group.age >= OLDEST_GROUP
            ? pageCell(words.oldest(OLDEST_GROUP))
            : pageCell(group.age, 'integer'),
        pageCell(group.units - group.overAge, 'integer'),
        pageCell(group.overAge, 'integer'),
        pageCell(group.units, 'integer'),
      ]),
      totals: [
        pageCell(texts.sum, 'text', { tone: 'strong' }),
        pageCell(units - overAge, 'integer', { tone: 'strong' }),
        pageCell(overAge, 'integer', { tone: 'strong' }),
        pageCell(units, 'integer', { tone: 'strong' }),
      ],
    },
  };
};
