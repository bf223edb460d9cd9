import ExcelJS, { type Workbook } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { addCharts } from './add-charts.ts';
import type { PlacedChart } from './chart.ts';
import type { PackageParts } from './package-parts.ts';

const ODD = `R&D <Küche> 'A' "B"`;
const cells = { ref: `'Zahlen'!$A$1:$A$2`, values: [1, 2] };
const placed = (sheetName: string, title: string, row = 3): PlacedChart => ({
  sheetName,
  from: { column: 1, row },
  to: { column: 6, row: row + 10 },
  chart: {
    kind: 'columns',
    stacking: 'none',
    title,
    description: `Säulen zu „${title}“ & mehr`,
    categories: cells,
    series: [{ name: 'Reihe', values: cells, colour: '1F3A5F', exceptions: new Map(), label: null }],
    categoryAxis: null,
    valueAxis: { title: null, format: '0', max: null, step: null },
  },
});

const partsOf = async (make: (book: Workbook) => void): Promise<PackageParts> => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Zahlen').addRow([1]);
  make(book);
  return unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
};
const text = (parts: PackageParts, path: string): string => strFromU8(parts[path] ?? new Uint8Array());
const count = (whole: string, part: string): number => whole.split(part).length - 1;

describe('addCharts', () => {
  it('puts charts on several sheets, whatever these are called', async () => {
    const parts = await partsOf((book) => book.addWorksheet(ODD).addRow(['x']));
    addCharts(parts, [placed(ODD, 'A'), placed('Zahlen', 'B'), placed(ODD, 'C', 20)]);
    expect(Object.keys(parts).filter((path) => path.startsWith('xl/charts/'))).toHaveLength(3);
    const [first, second] = [1, 2].map((number) => text(parts, `xl/drawings/drawing${number}.xml`));
    expect([...(first ?? '').matchAll(/ name="(\w)"/g)].map(([, name]) => name)).toEqual(['A', 'C']);
    expect(first).toContain('descr="Säulen zu „A“ &amp; mehr"');
    expect([...(second ?? '').matchAll(/ name="(\w)"/g)].map(([, name]) => name)).toEqual(['B']);
    expect(text(parts, 'xl/worksheets/_rels/sheet2.xml.rels')).toContain('../drawings/drawing1.xml');
    expect(text(parts, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain('../drawings/drawing2.xml');
    expect(count(text(parts, '[Content_Types].xml'), 'drawingml.chart+xml')).toBe(3);
  });

  it('keeps links, and stands behind rules but before what belongs to the end of the sheet', async () => {
    const parts = await partsOf((book) => {
      const sheet = book.addWorksheet('Übersicht');
      sheet.getCell('A1').value = { text: 'Link', hyperlink: 'https://example.org' };
      sheet.getCell('A2').note = 'Eine Notiz hat eine alte Zeichnung';
      sheet.addConditionalFormatting({
        ref: 'A1:A9',
        // Data bars have an extLst of their own, and one more at the end of the sheet.
        rules: [{ type: 'dataBar', priority: 1, cfvo: [{ type: 'min' }, { type: 'max' }] }],
      });
    });
    const before = text(parts, 'xl/worksheets/sheet2.xml');
    expect(count(before, '<extLst')).toBeGreaterThan(1);
    addCharts(parts, [placed('Übersicht', 'A')]);
    const xml = text(parts, 'xl/worksheets/sheet2.xml');
    const order = ['</conditionalFormatting>', '<hyperlinks>', '<drawing ', '<legacyDrawing '].map((tag) =>
      xml.lastIndexOf(tag),
    );
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(count(xml, '<drawing ')).toBe(1);
    const id = /<drawing [^>]*r:id="(\w+)"/.exec(xml)?.[1] ?? '';
    const links = text(parts, 'xl/worksheets/_rels/sheet2.xml.rels');
    expect(links).toMatch(new RegExp(`Id="${id}"[^>]*Target="../drawings/drawing1.xml"`));
    expect(count(links, `Id="${id}"`)).toBe(1);
    expect(links).toContain('https://example.org');
  });

  it('changes nothing without charts', async () => {
    const parts = await partsOf(() => undefined);
    const before = { ...parts };
    addCharts(parts, []);
    expect(parts).toEqual(before);
  });

  it('names a sheet that is missing, and one that has a drawing', async () => {
    const parts = await partsOf(() => undefined);
    expect(() => addCharts(parts, [placed('Fehlt', 'A')])).toThrow('Fehlt');
    addCharts(parts, [placed('Zahlen', 'A')]);
    expect(() => addCharts(parts, [placed('Zahlen', 'A')])).toThrow('has a drawing already');
  });
});
