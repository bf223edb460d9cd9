import { describe, expect, it } from 'vitest';
import { REPORT_TEXTS } from '#texts/report.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { anInventory } from '../../testing/builders.ts';
import { generatedSchool } from '../../testing/generated-school.ts';
import { aReportInput, sampleInventory } from '../../testing/sample-report.ts';
import { buildReport } from '../build-report.ts';
import type { ChartSpec } from '../report-chart.ts';
import type { PageBlock, PageSheet, ReportModel, TableSheet } from '../report-model.ts';
import { wholeAxis } from './chart-parts.ts';

const modelOf = (inventory: Inventory): ReportModel => buildReport(aReportInput(inventory), REPORT_TEXTS);
const overviewOf = ({ sheets }: ReportModel): PageSheet => {
  const page = sheets.find(({ id }) => id === 'overview');
  if (page?.kind !== 'page') throw new Error('no Übersicht');
  return page;
};
const matrixOf = ({ sheets }: ReportModel): TableSheet => {
  const table = sheets.find(({ id }) => id === 'matrix');
  if (table?.kind !== 'table') throw new Error('no Matrix');
  return table;
};
const blocksOf = (page: PageSheet): readonly PageBlock[] =>
  [page, ...(page.further ?? [])].flatMap(({ left, right }) => [...left, ...right]);
const chartsOf = (model: ReportModel): readonly ChartSpec[] =>
  blocksOf(overviewOf(model)).flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
const roomCharts = (model: ReportModel): readonly ChartSpec[] =>
  chartsOf(model).filter(({ title }) => title.startsWith('Lücken je Raum'));
const school = (rooms: number): Inventory =>
  generatedSchool({ seed: 5, kind: 'regional', rooms, devices: rooms * 10 });

describe('the charts of the Übersicht', () => {
  it('are the four that KSM asks for, each with title, axis and alternative text', () => {
    const charts = chartsOf(modelOf(sampleInventory()));
    const titles = charts.map(({ title }) => title);
    expect(titles).toContain('Erfüllung nach Ziel');
    expect(titles).toContain('Ersatzkosten je Jahr (Tausend Euro, geschätzt)');
    expect(titles).toContain('Altersstruktur der Geräte');
    expect(titles.some((title) => title.startsWith('Lücken je Raum'))).toBe(true);
    for (const { description, valueAxis, series } of charts) {
      expect(description.length).toBeGreaterThan(40);
      expect(valueAxis.title).not.toBeNull();
      expect(series.length).toBeGreaterThan(0);
    }
  });

  it.each([
    [12, 1],
    [40, 2],
    [120, 4],
    [300, 8],
  ])('show the gaps of %i rooms in %i charts, each room once and in order', (rooms, count) => {
    const charts = roomCharts(modelOf(school(rooms)));
    expect(charts).toHaveLength(count);
    const ranges = charts.map(({ categories }) => ('sheet' in categories ? categories.rows : null));
    expect(ranges[0]?.[0]).toBe(0);
    ranges.slice(1).forEach((range, at) => expect(range?.[0]).toBe(ranges[at]?.[1]));
    expect(ranges.at(-1)?.[1]).toBe(Math.min(rooms, 240));
    // Charts beside each other are compared: one axis for all.
    expect(new Set(charts.map(({ valueAxis }) => valueAxis.max)).size).toBe(1);
  });

  it('count the same gaps by kind as the Matrix by room', () => {
    const inventory = school(40);
    const matrix = matrixOf(modelOf(inventory));
    const { totals } = aReportInput(inventory).analysis;
    const sum = matrix.columns.reduce(
      (all, { key }, at) =>
        key.startsWith('kind:')
          ? all + matrix.rows.reduce((own, row) => own + (typeof row[at] === 'number' ? row[at] : 0), 0)
          : all,
      0,
    );
    expect(sum).toBe(totals.roomGap);
  });

  it('say in words what an empty school has none of', () => {
    const model = modelOf(anInventory());
    expect(roomCharts(model)).toEqual([]);
    const texts = blocksOf(overviewOf(model)).flatMap((block) =>
      block.kind === 'text' ? block.paragraphs : [],
    );
    expect(texts).toContain('Noch keine Räume.');
  });
});

describe('wholeAxis', () => {
  it('has whole steps, at most five, and holds the largest value', () => {
    for (let most = 0; most <= 1200; most += 1) {
      const { max, step } = wholeAxis(most);
      expect(Number.isInteger(step)).toBe(true);
      expect(max).toBeGreaterThanOrEqual(most);
      expect(max).toBeGreaterThan(0);
      expect(max / step).toBeLessThanOrEqual(5);
    }
  });
});
