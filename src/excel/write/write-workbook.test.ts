import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS, { type Cell, type CellFormulaValue } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '#core/report/build-report.ts';
import { parseReportData } from '#core/report/report-data.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { ReportInput } from '#core/report/report-input.ts';
import { VISIBLE_SHEETS } from '#core/report/report-model.ts';
import { aDevice, aRoom, anInventory, aSchool } from '#core/testing/builders.ts';
import { aReportInput, sampleInventory } from '#core/testing/sample-report.ts';
import { readList } from '#excel/read/read-list.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { convertDocument, findLibreOffice } from '../../../tests/harness/libre-office.ts';
import { writeWorkbook } from './write-workbook.ts';

const write = (input: ReportInput): Promise<Uint8Array> => writeWorkbook(buildReport(input, REPORT_TEXTS));

const open = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
};
const sheetOf = (workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
};
const columnOf = (sheet: ExcelJS.Worksheet, heading: string): number => {
  for (let column = 1; column <= sheet.columnCount; column += 1)
    if (resultOf(sheet.getRow(1).getCell(column)) === heading) return column;
  return -1;
};
/** ExcelJS leaves a stored result of 0 out of `value`, not out of `result`. */
const resultOf = (cell: Cell): unknown =>
  cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;

type FormulaCell = { readonly formula: string; readonly result: unknown };
/** Every formula of the workbook with its stored result, by `sheet!address`. */
const formulasOf = (workbook: ExcelJS.Workbook): ReadonlyMap<string, FormulaCell> => {
  const found = new Map<string, FormulaCell>();
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const { value } = cell;
        if (typeof value === 'object' && value !== null && 'formula' in value)
          found.set(`${sheet.name}!${cell.address}`, { formula: value.formula ?? '', result: cell.result });
      }),
    ),
  );
  return found;
};

describe('writeWorkbook', () => {
  const input = aReportInput();
  const { totals, rooms } = input.analysis;
  let bytes: Uint8Array;
  let workbook: ExcelJS.Workbook;
  beforeAll(async () => {
    bytes = await write(input);
    workbook = await open(bytes);
  });

  it('writes the figures of the analysis, with live formulas that carry them', () => {
    const sheet = sheetOf(workbook, 'Soll-Ist je Raum');
    const gap = columnOf(sheet, 'Lücke');
    rooms.forEach((line, index) => {
      const cell = sheet.getRow(index + 2).getCell(gap);
      expect(resultOf(cell)).toBe(line.gap);
      expect((cell.value as CellFormulaValue).formula).toBe(`M${index + 2}-N${index + 2}`);
    });
    expect(resultOf(sheet.getRow(rooms.length + 2).getCell(gap))).toBe(totals.roomGap);
  });

  it('says the same totals on Übersicht and Deckblatt', () => {
    const names = new Map<string, unknown>();
    for (const { name, ranges } of workbook.definedNames.model) {
      const [sheet, address] = (ranges[0] ?? '').split('!');
      if (sheet === undefined || address === undefined || name.startsWith('_')) continue;
      names.set(
        name,
        resultOf(sheetOf(workbook, sheet.replace(/'/g, '')).getCell(address.replace(/\$/g, ''))),
      );
    }
    expect(names.get('Luecken_gesamt')).toBe(totals.gap);
    expect(names.get('Soll_gesamt')).toBe(totals.target);
    expect(names.get('Kosten_gesamt')).toBe(totals.costCents / 100);
    expect(names.get('Standard_1_erfuellt')).toBe(input.analysis.standards[0]!.met);
    expect(names.get('Schule_ID')).toBe('07512345');
    const cover = formulasOf(workbook);
    const coverGaps = [...cover].find(
      ([at, value]) => at.startsWith('Deckblatt!') && value.formula === 'Luecken_gesamt',
    );
    expect(coverGaps?.[1].result).toBe(totals.gap);
  });

  it('writes identifiers as text, money and dates as numbers with German formats', () => {
    const sheet = sheetOf(workbook, 'Geräte');
    const tag = columnOf(sheet, 'Inventarnummer');
    const price = columnOf(sheet, 'Preis je Stück (€)');
    const bought = columnOf(sheet, 'Anschaffung');
    const row = sheet
      .getRows(2, sheet.rowCount - 1)!
      .find((entry) => entry.getCell(tag).value === 'GSL-0001')!;
    expect(row.getCell(price).value).toBe(4980);
    expect(row.getCell(price).numFmt).toBe('[$-407]#,##0.00 "€"');
    expect(row.getCell(bought).value).toBeInstanceOf(Date);
    expect(row.getCell(bought).numFmt).toBe('DD.MM.YYYY');
    const old = sheet.getRows(2, sheet.rowCount - 1)!.find((entry) => entry.getCell(tag).value === '00517')!;
    expect(old.getCell(bought).numFmt).toBe('YYYY');
  });

  it('sets up paper, repeated heads, frozen panes and filters on every table', () => {
    const tables = VISIBLE_SHEETS.filter((id) => id !== 'cover' && id !== 'overview');
    for (const sheet of tables.map((id) => sheetOf(workbook, REPORT_TEXTS.sheets[id].name))) {
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToHeight: 0,
      });
      expect(sheet.pageSetup.printTitlesRow).toBe('1:1');
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.autoFilter).toMatch(/^A1:/);
      expect(sheet.headerFooter.oddFooter).toContain('Seite &P von &N');
    }
    expect(sheetOf(workbook, 'Deckblatt').pageSetup).toMatchObject({ fitToWidth: 1, fitToHeight: 1 });
  });

  it('hides _Daten and lets it be read back', () => {
    const sheet = sheetOf(workbook, '_Daten');
    expect(sheet.state).toBe('hidden');
    const cells = sheet.getRows(1, sheet.rowCount)!.map((row) => (row.values as readonly unknown[]).slice(1));
    const data = parseReportData(cells);
    expect(data.ok && data.value.inventory.devices.length).toBe(sampleInventory().devices.length);
  });

  it('is read by our own reader with every device, date and price as it was', () => {
    const book = readList(bytes, 'bericht.xlsx');
    if (!book.ok) throw new Error(book.error.code);
    const sheet = book.value.sheets.find(({ name }) => name === 'Geräte')!;
    const head = sheet.rows[0]!.cells;
    const at = (heading: string): number => head.indexOf(heading);
    const read = new Map(sheet.rows.slice(1).map(({ cells }) => [cells[at('Geräte-ID')], cells]));
    for (const device of sampleInventory().devices) {
      const cells = read.get(device.id)!;
      expect(cells[at('Seriennummer')] ?? null).toBe(device.serialNumber);
      const bought = cells[at('Anschaffung')] ?? null;
      expect(typeof bought === 'object' && bought !== null && 'date' in bought ? bought.date : bought).toBe(
        device.purchasedOn,
      );
      const price = cells[at('Preis je Stück (€)')] ?? null;
      expect(typeof price === 'number' ? Math.round(price * 100) : price).toBe(device.purchasePriceCents);
    }
  });

  it.each(['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland'])(
    'writes the same day in %s',
    async (zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        const inventory = anInventory({
          devices: [aDevice({ purchasedOn: '2026-08-01', warrantyUntil: '2027-03-28' })],
        });
        const book = readList(await write(aReportInput(inventory)), 'b.xlsx');
        if (!book.ok) throw new Error(book.error.code);
        const sheet = book.value.sheets.find(({ name }) => name === 'Geräte')!;
        expect(sheet.rows[1]!.cells).toContainEqual({ kind: 'date', date: '2026-08-01' });
        expect(sheet.rows[1]!.cells).toContainEqual({ kind: 'date', date: '2027-03-28' });
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    },
  );

  it('keeps texts that look like formulas or codes as texts', async () => {
    const nasty = [
      '=HYPERLINK("http://x";"y")',
      '+1',
      '-2',
      '@SUM(A1)',
      '_x0041_',
      'a\u0000b\ud800c',
      '<&>"\'',
    ];
    const inventory = anInventory({
      school: aSchool({ name: '9 & "Co" = <Schule>' }),
      rooms: [aRoom({ roomNumber: '=1+1"' })],
      devices: nasty.map((name, index) => aDevice({ id: `d-${index}`, name, roomId: 'r-1' })),
    });
    const written = await write(aReportInput(inventory));
    const book = readList(written, 'b.xlsx');
    if (!book.ok) throw new Error(book.error.code);
    const sheet = book.value.sheets.find(({ name }) => name === 'Geräte')!;
    const names = sheet.rows.slice(1).map(({ cells }) => cells[sheet.rows[0]!.cells.indexOf('Bezeichnung')]);
    expect(names).toEqual([...nasty.slice(0, 5), 'abc', '<&>"\'']);
    const formulas = [...formulasOf(await open(written)).values()].map(({ formula }) => formula);
    expect(formulas.every((formula) => !formula.includes('http'))).toBe(true);
  });

  it('keeps heads of printed pages within what Excel takes', async () => {
    const name = 'Grundschule & Hort '.repeat(30);
    const long = await open(await write(aReportInput(anInventory({ school: aSchool({ name }) }))));
    const printed = long.worksheets.filter(({ state }) => state === 'visible');
    expect(printed).toHaveLength(VISIBLE_SHEETS.length);
    for (const { headerFooter } of printed) {
      expect(headerFooter.oddHeader).toContain('Grundschule && Hort');
      expect(headerFooter.oddHeader?.length).toBeLessThanOrEqual(255);
    }
  });

  it('says „keine Einträge“ on a sheet without rows', async () => {
    const empty = await open(await write(aReportInput(anInventory())));
    expect(sheetOf(empty, 'Matrix').getCell('A2').value).toBe('keine Einträge');
    expect(sheetOf(empty, 'Räume').getCell('A2').value).toBe('keine Einträge');
  });

  it('tells each state of the matrix by a sign, not by colour alone', () => {
    const formats = new Set<string>();
    sheetOf(workbook, 'Matrix').eachRow((row) => row.eachCell((cell) => formats.add(cell.numFmt)));
    for (const sign of ['"✓"', '"◐ −"0', '"−"0']) expect(formats).toContain(sign);
  });
});

// ------------------------------------------------------------------------------------------------------ LibreOffice

const office = findLibreOffice('tests that open the report in LibreOffice');

/** Removes the stored results of all formulas, so that a reader has to compute them. */
const withoutResults = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts))
    if (name.startsWith('xl/worksheets/sheet'))
      parts[name] = strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
  return zipSync(parts);
};

describe.skipIf(office === null)('the report in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bericht-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const convert = (name: string, to: string, outdir: string): string =>
    convertDocument(office ?? '', folder, join(folder, name), to, outdir);

  /** Places that a condition of a formula could misread: nothing, wildcards, comparisons. */
  const oddPlaces = (): Inventory => {
    const { school, rooms, devices } = sampleInventory();
    const buildings = [null, 'Haus *', 'Haus A', '=1', '<5', 'A "B" ~?'];
    return {
      school,
      rooms: rooms.map((room, index) => ({
        ...room,
        building: buildings[index % buildings.length] ?? null,
        floor: index % 4 === 0 ? null : room.floor,
      })),
      devices,
    };
  };

  it.each([
    ['the sample school', sampleInventory, 2],
    ['rooms in odd places', oddPlaces, 1],
  ])(
    'computes every formula of %s to the value that the report stores',
    { timeout: 180_000 },
    async (_name, inventory, stage) => {
      const bytes = await write(aReportInput(inventory(), { stage }));
      writeFileSync(join(folder, 'bericht.xlsx'), withoutResults(bytes));
      convert('bericht.xlsx', 'xlsx', join(folder, 'neu'));
      const stored = formulasOf(await open(bytes));
      const computed = await open(new Uint8Array(readFileSync(join(folder, 'neu', 'bericht.xlsx'))));
      expect(stored.size).toBeGreaterThan(400);
      const differing = [...stored].flatMap(([place, { formula, result }]) => {
        const [sheet = '', address = ''] = place.split('!');
        const found = resultOf(sheetOf(computed, sheet).getCell(address));
        const isSame =
          typeof result === 'number' && typeof found === 'number'
            ? Math.abs(found - result) < 1e-6
            : found === result ||
              (typeof found === 'object' && String(Object.values(found ?? {})[0]) === result);
        return isSame ? [] : [{ place, formula, result, found }];
      });
      expect(differing).toEqual([]);
    },
  );

  it('prints to PDF', { timeout: 180_000 }, async () => {
    writeFileSync(join(folder, 'druck.xlsx'), await write(aReportInput()));
    convert('druck.xlsx', 'pdf', folder);
    expect(statSync(join(folder, 'druck.pdf')).size).toBeGreaterThan(20_000);
  });
});
