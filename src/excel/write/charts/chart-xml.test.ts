import { parseChart } from 'hucre/ooxml';
import { describe, expect, it } from 'vitest';
import type { BoundChart } from './chart.ts';
import { chartXml } from './chart-xml.ts';

const ODD = `R&D <Küche> 'A' "B"`;
const REF = `'R&D <Küche> ''A'''!$B$2:$B$4`;

const aChart = (chart: Partial<BoundChart> = {}): BoundChart => ({
  kind: 'bars',
  stacking: 'stacked',
  title: ODD,
  description: 'Balken je Raum',
  categories: { ref: REF, values: ['101 Küche', ODD, null] },
  series: [
    {
      name: ODD,
      values: { ref: `'Blatt'!$C$2:$C$4`, values: [2, 0.5, null] },
      colour: '1F3A5F',
      exceptions: new Map([[1, 'B3331A']]),
      label: { format: '#,##0;;', colour: 'FFFFFF', at: 'end' },
    },
  ],
  categoryAxis: 'Räume',
  valueAxis: { title: 'Einheiten', format: '#,##0', max: 10, step: 2 },
  ...chart,
});
/** As another library reads it. */
const read = (chart: BoundChart) => {
  const found = parseChart(chartXml(chart));
  if (found === undefined) throw new Error('No chart');
  return found;
};

describe('chartXml', () => {
  it('says titles, axes, cells and colours so that another library reads them', () => {
    const chart = read(aChart());
    expect(chart).toMatchObject({ kinds: ['bar'], title: ODD, barGrouping: 'stacked', overlap: 100 });
    expect(chart.series).toEqual([
      expect.objectContaining({
        name: ODD,
        categoriesRef: REF,
        valuesRef: `'Blatt'!$C$2:$C$4`,
        color: '1F3A5F',
      }),
    ]);
    expect(chart.axes?.x).toMatchObject({ title: 'Räume', reverse: true });
    expect(chart.axes?.y).toMatchObject({
      title: 'Einheiten',
      numberFormat: { formatCode: '#,##0' },
      scale: { min: 0, max: 10, majorUnit: 2 },
    });
  });

  it('keeps the values of the cells, and nothing for empty ones', () => {
    const xml = chartXml(aChart());
    expect(xml).toContain(
      '<c:ptCount val="3"/><c:pt idx="0"><c:v>2</c:v></c:pt><c:pt idx="1"><c:v>0.5</c:v></c:pt></c:numCache>',
    );
    expect(xml).toContain('<c:pt idx="0"><c:v>101 Küche</c:v></c:pt>');
  });

  it('leaves out rows that a filter hides, and the corners square', () => {
    const xml = chartXml(aChart());
    expect(xml).toContain('<c:plotVisOnly val="1"/>');
    expect(xml).toContain('<c:roundedCorners val="0"/>');
  });

  it('fixes the end of shares at 1, whatever the values', () => {
    const chart = read(
      aChart({ stacking: 'share', valueAxis: { title: null, format: '0 %', max: null, step: 0.25 } }),
    );
    expect(chart.barGrouping).toBe('percentStacked');
    expect(chart.axes?.y).toMatchObject({ scale: { min: 0, max: 1, majorUnit: 0.25 } });
    expect(chart.axes?.y?.title).toBeUndefined();
  });

  it.each([
    ['bars', 'none', 'outEnd'],
    ['columns', 'stacked', 'inEnd'],
    ['bars', 'share', 'inEnd'],
    ['lines', 'none', 't'],
  ] as const)('labels %s (%s) where Excel allows it: %s', (kind, stacking, place) => {
    expect(read(aChart({ kind, stacking })).series?.[0]?.dataLabels).toMatchObject({ position: place });
  });

  it('has a legend only where there are several series', () => {
    const [series] = aChart().series;
    if (series === undefined) throw new Error('No series');
    expect(chartXml(aChart())).not.toContain('<c:legend>');
    expect(read(aChart({ series: [series, { ...series, name: 'fehlt' }] })).legend).toBe('top');
  });

  it('draws lines with their points', () => {
    const xml = chartXml(aChart({ kind: 'lines', stacking: 'none' }));
    expect(read(aChart({ kind: 'lines', stacking: 'none' })).kinds).toEqual(['line']);
    expect(xml).toContain('<c:smooth val="0"/>');
    expect(xml).toContain('<c:symbol val="circle"/>');
  });
});
