import type { Workbook } from 'exceljs';
import { addCharts } from './charts/add-charts.ts';
import type { PlacedChart } from './charts/chart.ts';
import { readPart, writePart } from './charts/package-parts.ts';
import { collectParts } from './collect-parts.ts';
import { mendPrintAreas, mendStyles } from './mend-exceljs.ts';
import { packParts } from './pack-parts.ts';

/**
 * The workbook made into the file: what ExcelJS writes against the schema mended, charts added, compressed.
 *
 * @param writtenAt stands at the parts in the zip, instead of the clock
 */
export const finishPackage = async (
  workbook: Workbook,
  charts: readonly PlacedChart[],
  writtenAt: Date,
): Promise<Uint8Array> => {
  const parts = await collectParts(workbook);
  writePart(parts, 'xl/styles.xml', mendStyles(readPart(parts, 'xl/styles.xml')));
  writePart(parts, 'xl/workbook.xml', mendPrintAreas(readPart(parts, 'xl/workbook.xml')));
  addCharts(parts, charts);
  return packParts(parts, writtenAt);
};
