import { describe, expect, it } from 'vitest';
import { REPORT_TEXTS } from '#texts/report.ts';
import { ageStructure } from '../../gaps/age-structure.ts';
import { replacementByYear, replacementPlan } from '../../plan/replacement-plan.ts';
import { anInventory, aProfile } from '../../testing/builders.ts';
import { aReportInput } from '../../testing/sample-report.ts';
import type { ChartSpec } from '../report-chart.ts';
import type { CellValue, PageBlock, PageSheet } from '../report-model.ts';
import { ageBlocks, fulfilmentChart, replacementBlocks } from './overview-charts.ts';
import { overviewSheet } from './overview-sheet.ts';
import { reportContext } from './context.ts';

type Table = Extract<PageBlock, { readonly kind: 'table' }>;
const context = reportContext(aReportInput(), REPORT_TEXTS);
const page: PageSheet = overviewSheet(context);
const blocks = [page, ...(page.further ?? [])].flatMap(({ left, right }) => [...left, ...right]);

const chartOf = (block: PageBlock): ChartSpec => {
  if (block.kind !== 'chart') throw new Error(block.heading);
  return block.chart;
};
const tableOf = (key: string): Table => {
  const table = blocks.find((block): block is Table => block.kind === 'table' && block.key === key);
  if (table === undefined) throw new Error(key);
  return table;
};
/** What stands in the cells of the page that a chart names. */
const shownBy = ({ series }: ChartSpec): Readonly<Record<string, readonly CellValue[]>> =>
  Object.fromEntries(
    series.map(({ name, values }) => {
      if (!('block' in values)) throw new Error('Bound to a sheet');
      const { columns, rows } = tableOf(values.block);
      const at = columns.findIndex(({ key }) => key === values.column);
      return [name, rows.map((row) => row[at]?.value ?? null)];
    }),
  );

describe('the charts of the Übersicht', () => {
  it('are of all four kinds, each with title, axis and a text for those who do not see it', () => {
    const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
    const titles = charts.map(({ title }) => title);
    for (const title of ['Erfüllung', 'Ersatzkosten', 'Lücken je Raum', 'Altersstruktur'])
      expect(
        titles.some((entry) => entry.startsWith(title)),
        title,
      ).toBe(true);
    for (const { description, valueAxis } of charts) {
      expect(description.length).toBeGreaterThan(40);
      expect(valueAxis.title).not.toBeNull();
    }
  });

  it('show what the analysis says of each group', () => {
    const { byGroup } = context.analysis;
    const asked = byGroup.filter(({ target }) => target > 0);
    const shown = shownBy(chartOf(fulfilmentChart(context)));
    expect(shown['vorhanden']).toEqual(asked.map(({ actual }) => actual));
    expect(shown['fehlt']).toEqual(asked.map(({ target, actual }) => target - actual));
  });

  it('show the backlog and then every year of the plan', () => {
    const { inventory, profile, analysis } = context;
    const { backlog, years } = replacementByYear(replacementPlan(inventory.devices, profile, analysis.asOf));
    const chart = chartOf(replacementBlocks(context).chart);
    expect(Object.values(shownBy(chart))).toEqual([
      [backlog.costCents, ...years.map(({ costCents }) => costCents)],
    ]);
    expect(backlog.costCents).toBeGreaterThan(0);
    // The backlog is no year and looks different.
    expect([...(chart.series[0]?.exceptions ?? [])]).toEqual([[0, 'overdue']]);
  });

  it('show every counted unit by age', () => {
    const { inventory, profile, analysis } = context;
    const groups = ageStructure(analysis, inventory.devices, profile);
    const shown = shownBy(chartOf(ageBlocks(context).chart));
    expect(shown['überaltert']).toEqual(groups.map(({ overAge }) => overAge));
    expect(shown['in der Nutzungsdauer']).toEqual(groups.map(({ units, overAge }) => units - overAge));
  });

  it('give way to a note where nothing is asked', () => {
    const empty = reportContext(aReportInput(anInventory(), { profile: aProfile() }), REPORT_TEXTS);
    expect(fulfilmentChart(empty)).toEqual({
      kind: 'text',
      heading: 'Erfüllung nach Ziel',
      paragraphs: ['Noch gilt kein Ziel für diese Schule.'],
    });
  });
});
