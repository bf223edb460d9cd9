import { unzipSync } from 'fflate';
import { addCharts } from './charts/add-charts.ts';
import type { PlacedChart } from './charts/chart.ts';
import { readPart, writePart } from './charts/package-parts.ts';
import { mendPrintAreas, mendStyles } from './mend-exceljs.ts';
import { packParts } from './pack-parts.ts';

/** For ExcelJS: it only puts the parts together. `finishPackage` compresses them, once and faster. */
export const STORED = { zip: { compression: 'STORE' } } as const;

/**
 * What ExcelJS wrote, made into the file: charts added, what is against the schema mended, compressed.
 *
 * @param stored a package whose parts are not compressed
 * @param writtenAt stands at the parts in the zip, instead of the clock
 */
export const finishPackage = (
  stored: ArrayBuffer | Uint8Array,
  charts: readonly PlacedChart[],
  writtenAt: Date,
): Promise<Uint8Array> => {
  const parts = unzipSync(new Uint8Array(stored));
  writePart(parts, 'xl/styles.xml', mendStyles(readPart(parts, 'xl/styles.xml')));
  writePart(parts, 'xl/workbook.xml', mendPrintAreas(readPart(parts, 'xl/workbook.xml')));
  addCharts(parts, charts);
  return packParts(parts, writtenAt);
};
