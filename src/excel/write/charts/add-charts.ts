import { xmlAttribute } from './xml-text.ts';
import type { PlacedChart } from './chart.ts';
import { chartXml } from './chart-xml.ts';
import { anchorXml, drawingXml } from './drawing-xml.ts';
import {
  addContentType,
  addRelationship,
  freePath,
  OFFICE,
  readPart,
  relationshipsOf,
  writePart,
  type PackageParts,
} from './package-parts.ts';

const TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

/** What comes behind `drawing` in a worksheet (ECMA-376, CT_Worksheet). */
const BEHIND_DRAWING =
  /<(?:legacyDrawing|legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[\s/>]|<\/worksheet>/;

const withDrawing = (xml: string, id: string): string => {
  // Rules of conditional formatting have an extLst of their own.
  const start = Math.max(xml.lastIndexOf('</sheetData>'), xml.lastIndexOf('</conditionalFormatting>'));
  const at = start + xml.slice(start).search(BEHIND_DRAWING);
  return `${xml.slice(0, at)}<drawing xmlns:r="${OFFICE}" r:id="${id}"/>${xml.slice(at)}`;
};

/** Path of the sheet's part, by way of the workbook's relationships. */
const sheetPath = (parts: PackageParts, name: string): string => {
  const workbook = readPart(parts, 'xl/workbook.xml');
  const sheet = [...workbook.matchAll(/<sheet [^>]*>/g)].find(
    ([element]) => xmlAttribute(element, 'name') === name,
  );
  const id = sheet === undefined ? null : xmlAttribute(sheet[0], 'r:id');
  const relationship = [
    ...readPart(parts, relationshipsOf('xl/workbook.xml')).matchAll(/<Relationship [^>]*>/g),
  ].find(([element]) => xmlAttribute(element, 'Id') === id);
  const target = relationship === undefined ? null : xmlAttribute(relationship[0], 'Target');
  if (id === null || target === null) throw new Error(`The workbook has no sheet ${name}`);
  return `xl/${target}`;
};

const addDrawing = (parts: PackageParts, name: string, charts: readonly PlacedChart[]): void => {
  const sheet = sheetPath(parts, name);
  const xml = readPart(parts, sheet);
  if (xml.includes('<drawing ')) throw new Error(`Sheet ${name} has a drawing already`);
  const drawing = freePath(parts, 'xl/drawings/drawing');
  // Put down first, so that its path is taken and relationships can be added to it.
  writePart(parts, drawing, '');
  addContentType(parts, drawing, TYPES.drawing);
  const anchors = charts.map((placed, index) => {
    const chart = freePath(parts, 'xl/charts/chart');
    writePart(parts, chart, chartXml(placed.chart));
    addContentType(parts, chart, TYPES.chart);
    const id = addRelationship(parts, drawing, {
      type: 'chart',
      target: chart.replace('xl/', '../'),
    });
    return anchorXml(placed, index, id);
  });
  writePart(parts, drawing, drawingXml(anchors));
  const id = addRelationship(parts, sheet, { type: 'drawing', target: drawing.replace('xl/', '../') });
  writePart(parts, sheet, withDrawing(xml, id));
};

/**
 * Adds native charts to the parts of a workbook: chart, drawing, relationships and content types. ExcelJS writes none.
 *
 * @throws Error when a sheet is missing or has a drawing already: a bug of the writer
 */
export const addCharts = (parts: PackageParts, charts: readonly PlacedChart[]): void => {
  const bySheet = new Map<string, PlacedChart[]>();
  for (const chart of charts) {
    const known = bySheet.get(chart.sheetName);
    if (known === undefined) bySheet.set(chart.sheetName, [chart]);
    else known.push(chart);
  }
  for (const [name, placed] of bySheet) addDrawing(parts, name, placed);
};
