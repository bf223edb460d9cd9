import { unzipSync, zipSync } from 'fflate';
import { addCharts } from './charts/add-charts.ts';
import type { PlacedChart } from './charts/chart.ts';
import { readPart, writePart } from './charts/package-parts.ts';
import { mendPrintAreas, mendStyles } from './mend-exceljs.ts';

/** For ExcelJS: it only puts the parts together. `finishPackage` compresses them, once and faster. */
export const STORED = { zip: { compression: 'STORE' } } as const;

/** A tenth faster than level 6 with 10,000 devices, for a file that is some percent larger. */
const LEVEL = 4;

/** Years that a zip can name. */
const zipTime = (at: Date): Date => {
  const year = at.getFullYear();
  return year >= 1980 && year < 2100 ? at : new Date(1980, 0, 1);
};

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
): Uint8Array => {
  const parts = unzipSync(new Uint8Array(stored));
  writePart(parts, 'xl/styles.xml', mendStyles(readPart(parts, 'xl/styles.xml')));
  writePart(parts, 'xl/workbook.xml', mendPrintAreas(readPart(parts, 'xl/workbook.xml')));
  addCharts(parts, charts);
  return zipSync(parts, { level: LEVEL, mtime: zipTime(writtenAt) });
};
