import { readFileSync } from 'node:fs';
import ExcelJS, { type CellValue, type Column, type Style } from 'exceljs';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import { parseInventoryFile } from '#core/inventory/inventory-file.ts';
import { buildReport } from '#core/report/build-report.ts';
import type { ReportInput } from '#core/report/report-input.ts';
import { deviceId, roomId } from '#core/shared/ids.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { generatedSchool } from '#core/testing/generated-school.ts';
import { writeWorkbook } from '#excel/write/write-workbook.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import type { BenchRow } from './bench-row.ts';

const DEVICES = 10_000;
const RUNS = 5;
const LIMIT = 1.25;
/** The file against the one of ExcelJS alone. */
const SIZE_LIMIT = 1.2;
/** A school as large as KSM's largest. */
const USUAL = { devices: 1_000, rooms: 60 } as const;
const USUAL_LIMIT_MS = 2_000;

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The sample school again and again, each copy in buildings of its own, until there are enough devices. */
const largeSchool = ({ school, rooms, devices }: Inventory): Inventory => {
  const copies = Math.ceil(DEVICES / devices.length);
  const numbers = Array.from({ length: copies }, (_, copy) => copy);
  return {
    school,
    rooms: numbers.flatMap((copy) =>
      rooms.map((room) => ({
        ...room,
        id: roomId(`${room.id}-${copy}`),
        building: `${room.building ?? 'Haus'} ${copy}`,
      })),
    ),
    devices: numbers
      .flatMap((copy) =>
        devices.map((device) => ({
          ...device,
          id: deviceId(`${device.id}-${copy}`),
          assetTag: device.assetTag === null ? null : `${device.assetTag}-${copy}`,
          containerTag: device.containerTag === null ? null : `${device.containerTag}-${copy}`,
          serialNumber: device.serialNumber === null ? null : `${device.serialNumber}${copy}`,
          roomId: device.roomId === null ? null : roomId(`${device.roomId}-${copy}`),
        })),
      )
      .slice(0, DEVICES),
  };
};

type PlainCell = {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly style: Partial<Style>;
};
type PlainSheet = {
  readonly name: string;
  readonly state: ExcelJS.WorksheetState;
  readonly widths: readonly (number | undefined)[];
  readonly cells: readonly PlainCell[];
};

/** What stands in the report, so that ExcelJS alone can write it once more. */
const plainSheetsOf = async (bytes: Uint8Array): Promise<readonly PlainSheet[]> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook.worksheets.map((sheet) => {
    const cells: PlainCell[] = [];
    sheet.eachRow((row, number) =>
      row.eachCell({ includeEmpty: false }, (cell, column) =>
        cells.push({ row: number, column, value: cell.value, style: cell.style }),
      ),
    );
    const columns: readonly (Partial<Column> | undefined)[] = sheet.columns ?? [];
    return { name: sheet.name, state: sheet.state, widths: columns.map((column) => column?.width), cells };
  });
};

/** ExcelJS merely writing the same cells and styles: no model, no measuring, no formulas to make. */
const writePlainly = async (sheets: readonly PlainSheet[]): Promise<number> => {
  const workbook = new ExcelJS.Workbook();
  for (const { name, state, widths, cells } of sheets) {
    const sheet = workbook.addWorksheet(name, { state });
    widths.forEach((width, index) => {
      if (width !== undefined) sheet.getColumn(index + 1).width = width;
    });
    for (const { row, column, value, style } of cells) {
      const cell = sheet.getRow(row).getCell(column);
      cell.value = value;
      cell.style = style;
    }
  }
  return (await workbook.xlsx.writeBuffer()).byteLength;
};

const millisecondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const inputOf = (inventory: Inventory, profile: TargetProfile): ReportInput => ({
  inventory,
  profile,
  analysis: analyzeGaps(inventory, profile, { asOf: '2026-11-24', stage: 1 }),
  programmeSums: {},
  includeFreeTexts: false,
  writtenAt: '2026-11-24T09:30:00.000Z',
  writtenOn: '2026-11-24',
  appVersion: '0.1.0',
  previous: null,
});
const writeReport = (input: ReportInput): Promise<Uint8Array> =>
  writeWorkbook(buildReport(input, REPORT_TEXTS));

/** The report complete with its charts, from the inventory to the bytes. */
const usualRow = async (profile: TargetProfile): Promise<BenchRow> => {
  const inventory = generatedSchool({ seed: 1, kind: 'regional', ...USUAL });
  const times: number[] = [];
  for (let number = 0; number < RUNS; number += 1)
    times.push(await millisecondsOf(() => writeReport(inputOf(inventory, profile))));
  return {
    name: `Bericht mit Soll-Ist, ${USUAL.devices} Geräte in ${USUAL.rooms} Räumen`,
    medianMs: median(times),
    limitMs: USUAL_LIMIT_MS,
  };
};

/** Writing the report of 10,000 devices against ExcelJS writing the same cells, alternating; the two files by size. */
export const run = async (): Promise<BenchRow[]> => {
  const profile = parseProfile(readJson('resources/profiles/mv-vorschlag-2026.json'));
  const sample = parseInventoryFile(readJson('resources/sample-school/raeume-und-geraete.json'));
  if (!profile.ok || !sample.ok) throw new Error('The files of the bench do not fit their schemas');
  const input = inputOf(largeSchool(sample.value), profile.value);
  const report = await writeReport(input);
  const sheets = await plainSheetsOf(report);
  const plainSize = await writePlainly(sheets);
  const ours: number[] = [];
  const plain: number[] = [];
  for (let number = 0; number < RUNS; number += 1) {
    ours.push(await millisecondsOf(() => writeReport(input)));
    plain.push(await millisecondsOf(() => writePlainly(sheets)));
  }
  const cells = sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  return [
    {
      name: `Bericht schreiben, ${DEVICES} Geräte`,
      medianMs: median(ours),
      ratio: median(ours) / median(plain),
      limit: LIMIT,
      note: `gegen ExcelJS mit denselben ${cells} Zellen: ${Math.round(median(plain))} ms`,
    },
    {
      name: `Datei des Berichts, ${DEVICES} Geräte`,
      medianMs: report.byteLength / 1000,
      unit: 'kB',
      ratio: report.byteLength / plainSize,
      limit: SIZE_LIMIT,
      note: `gegen ExcelJS mit denselben Zellen: ${Math.round(plainSize / 1000)} kB`,
    },
    await usualRow(profile.value),
  ];
};
