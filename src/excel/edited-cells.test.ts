import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '#core/report/build-report.ts';
import { aReportInput } from '#core/testing/sample-report.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { convertDocument, findLibreOffice } from '../../tests/harness/libre-office.ts';
import { findEdits, type ReportEdits } from './edited-cells.ts';
import { readReport } from './read-report.ts';
import { writeWorkbook } from './write/write-workbook.ts';

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await writeWorkbook(buildReport(aReportInput(), REPORT_TEXTS));
});

const editsOf = (report: Uint8Array): ReportEdits => {
  const read = readReport(report, 'bericht.xlsx');
  if (!read.ok || read.value.seals === null) throw new Error('The report cannot be read');
  return findEdits(read.value.book, read.value.seals);
};
const NOTHING: ReportEdits = { cells: [], rows: [], columns: [], missingSheets: [] };
/** What KSM does with it: opened, changed, saved. */
const after = async (change: (workbook: ExcelJS.Workbook) => void): Promise<ReportEdits> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  change(workbook);
  return editsOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
};
const sheetOf = (workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => workbook.getWorksheet(name)!;
const named = ({ cells }: ReportEdits) =>
  cells.map(({ sheet, address, heading, value }) => [sheet, address, heading, value]);

describe('findEdits', () => {
  it('names nothing in a report as it was written', () => {
    expect(editsOf(bytes)).toEqual(NOTHING);
  });

  it('names nothing when another library saved it again', async () => {
    expect(await after(() => undefined)).toEqual(NOTHING);
  });

  it('names a changed, an emptied and a filled cell with heading and what stands there now', async () => {
    const edits = await after((workbook) => {
      const devices = sheetOf(workbook, 'Geräte');
      devices.getCell('F5').value = 'Modell X';
      devices.getCell('D9').value = null;
      sheetOf(workbook, 'Beschaffungsliste').getCell('N3').value = 'ja';
    });
    expect(edits.rows).toEqual([]);
    expect(named(edits).sort()).toEqual([
      ['Beschaffungsliste', 'N3', 'Förderfähig?', 'ja'],
      ['Geräte', 'D9', 'Bezeichnung', null],
      ['Geräte', 'F5', 'Modell', 'Modell X'],
    ]);
  });

  it('names the cell that was changed, not those that are computed from it', async () => {
    const edits = await after((workbook) => {
      const sheet = sheetOf(workbook, 'Soll-Ist je Raum');
      sheet.getCell('N4').value = 7;
      sheet.getCell('O4').value = { formula: 'M4-N4', result: Number(sheet.getCell('M4').value) - 7 };
    });
    expect(named(edits)).toEqual([['Soll-Ist je Raum', 'N4', 'Ist', 7]]);
  });

  it('names a formula that was overwritten', async () => {
    const edits = await after((workbook) => {
      sheetOf(workbook, 'Soll-Ist je Raum').getCell('O4').value = 99;
    });
    expect(named(edits)).toEqual([['Soll-Ist je Raum', 'O4', 'Lücke', 99]]);
  });

  it('names a changed word on a page', async () => {
    const edits = await after((workbook) => {
      sheetOf(workbook, 'Deckblatt').getCell('B2').value = 'Andere Schule';
    });
    expect(named(edits)).toEqual([['Deckblatt', 'B2', null, 'Andere Schule']]);
  });

  it('takes sorting, filtering and moved columns for no change', async () => {
    const edits = await after((workbook) => {
      const devices = sheetOf(workbook, 'Geräte');
      const rows = devices.getRows(2, devices.rowCount - 1)!.map((row) => row.values as ExcelJS.CellValue[]);
      rows.reverse().forEach((values, at) => {
        devices.getRow(at + 2).values = values;
        devices.getRow(at + 2).hidden = at % 3 === 0;
      });
      const rooms = sheetOf(workbook, 'Räume');
      rooms.eachRow((row) => {
        const [first, second] = [row.getCell(1).value, row.getCell(2).value];
        row.getCell(1).value = second;
        row.getCell(2).value = first;
      });
    });
    expect(edits).toEqual(NOTHING);
  });

  it('counts rows that came and went, and names columns and sheets that are gone', async () => {
    const edits = await after((workbook) => {
      const devices = sheetOf(workbook, 'Geräte');
      devices.spliceRows(4, 2);
      const rooms = sheetOf(workbook, 'Räume');
      rooms.addRow(['999', 'Anbau']);
      sheetOf(workbook, 'Beschaffungsliste').getCell('B1').value = 'Wichtigkeit';
      workbook.removeWorksheet('Profil');
    });
    expect(edits.cells).toEqual([]);
    expect(edits.rows).toEqual([
      { sheet: 'Geräte', added: [], gone: 2 },
      { sheet: 'Räume', added: [expect.any(Number)], gone: 0 },
    ]);
    expect(edits.columns).toEqual([{ sheet: 'Beschaffungsliste', heading: 'Verbindlichkeit' }]);
    expect(edits.missingSheets).toEqual(['Profil']);
  });
});

const office = findLibreOffice('reports that LibreOffice saved again');

describe.skipIf(office === null)('a report that LibreOffice saved again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bericht-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const convert = (file: string, to: string, outdir: string): string =>
    convertDocument(office ?? '', folder, file, to, join(folder, outdir));

  it('keeps its data in .xlsx, .ods and by way of an old .xls, without a cell named; a changed one then is', async () => {
    const original = join(folder, 'bericht.xlsx');
    writeFileSync(original, bytes);
    const again = convert(original, 'xlsx', 'xlsx');
    const old = convert(original, 'xls:MS Excel 97', 'xls');
    const ods = convert(original, 'ods', 'ods');
    const data = readReport(bytes, 'bericht.xlsx');
    for (const file of [again, ods, convert(old, 'xlsx', 'aus-xls')]) {
      const saved = new Uint8Array(readFileSync(file));
      const read = readReport(saved, file);
      expect(read.ok && read.value.data).toEqual(data.ok && data.value.data);
      expect(editsOf(saved), file).toEqual(NOTHING);
    }
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync(again).buffer as ArrayBuffer);
    sheetOf(workbook, 'Geräte').getCell('F5').value = 'Modell X';
    const changed = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(named(editsOf(changed))).toEqual([['Geräte', 'F5', 'Modell', 'Modell X']]);
  }, 120_000);
});
