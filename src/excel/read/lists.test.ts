import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { planImport } from '#core/import/plan/plan-import.ts';
import { proposeMapping } from '#core/import/columns/propose-mapping.ts';
import type { ImportPlan, PlannedDevice } from '#core/import/types.ts';
import { EMPTY_INVENTORY } from '#core/inventory/inventory.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import { readList } from './read-list.ts';

const ROOT = join(import.meta.dirname, '../../..');
const parsed = parseProfile(
  JSON.parse(readFileSync(join(ROOT, 'resources/profiles/mv-vorschlag-2026.json'), 'utf8')),
);
if (!parsed.ok) throw new Error('profile');
const profile = parsed.value;

const planOf = (bytes: Uint8Array, fileName: string): ImportPlan => {
  const book = readList(bytes, fileName);
  if (!book.ok) throw new Error(book.error.code);
  const mapping = proposeMapping(book.value, { profile, remembered: [] });
  if (!mapping.ok) throw new Error(mapping.error.code);
  let next = 0;
  const id = (): string => `neu-${(next += 1)}`;
  return planImport(book.value, mapping.value, {
    inventory: EMPTY_INVENTORY,
    profile,
    ids: { device: id, room: id },
    defaultRoomType: null,
  });
};
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(ROOT, 'tests/fixtures/lists', name)));
const deviceAt = (plan: ImportPlan, row: number): PlannedDevice['device'] | undefined =>
  plan.devices.find(({ source }) => source.row === row)?.device;
const roomOf = (plan: ImportPlan, row: number): string | undefined =>
  plan.rooms.find(({ room }) => room.id === deviceAt(plan, row)?.roomId)?.room.roomNumber;
const issuesAt = (plan: ImportPlan, row: number): readonly string[] =>
  plan.issues.filter((issue) => issue.row === row).map(({ code, column }) => `${code} ${column}`.trim());

describe.each(['Europe/Berlin', 'UTC', 'America/New_York'])('a grown list in UTF-8, time zone %s', (zone) => {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  const plan = planOf(fixture('erlenteich-utf8.csv'), 'erlenteich-utf8.csv');
  process.env['TZ'] = before;

  it('knows the columns below the title lines', () => {
    expect(plan.columns.map(({ header, field }) => [header, field])).toEqual([
      ['Lfd. Nr.', null],
      ['InvNr', 'assetTag'],
      ['Gerät', 'categoryId'],
      ['Fabrikat', 'manufacturer'],
      ['Typ', 'model'],
      ['SerNr', 'serialNumber'],
      ['Raum', 'roomNumber'],
      ['gekauft am', 'purchasedOn'],
      ['Preis (brutto)', 'purchasePriceCents'],
      ['Stk.', 'quantity'],
      ['Bemerkung', 'note'],
      ['Förderung', 'fundingSource'],
    ]);
  });

  it('reads each row as a careful person would, rows as Excel counts them', () => {
    expect(deviceAt(plan, 5)).toMatchObject({
      assetTag: '0007',
      categoryId: 'BEAM',
      manufacturer: 'Epson',
      model: 'EB-W12',
      serialNumber: 'X4GL801234',
      purchasedOn: '2018-09-14',
      purchasePriceCents: 174_000,
      quantity: 1,
      fundingSource: 'DigitalPakt',
      extra: { 'Lfd. Nr.': '1' },
    });
    expect(deviceAt(plan, 6)).toMatchObject({
      categoryId: 'TAB',
      purchasedOn: '2021-03',
      purchasePriceCents: 37_900,
      quantity: 16,
      note: 'liegen im\nKoffer',
    });
    expect(deviceAt(plan, 7)).toMatchObject({
      categoryId: 'NB',
      purchasedOn: null,
      purchasePriceCents: 70_000,
      note: 'gekauft am: 31.02.2020',
    });
    expect(deviceAt(plan, 8)).toMatchObject({
      categoryId: 'BEAM-ZUB',
      name: 'Beamerlampe',
      purchasedOn: '2019',
    });
    expect(deviceAt(plan, 9)).toMatchObject({ status: 'missing', purchasedOn: '2019-11', roomId: null });
    expect(deviceAt(plan, 10)).toMatchObject({ status: 'defective', defect: { since: '2026-03' } });
    expect(deviceAt(plan, 13)).toMatchObject({
      categoryId: 'DOK',
      serialNumber: null,
      purchasePriceCents: null,
    });
    expect(deviceAt(plan, 14)).toMatchObject({ status: 'decommissioned', note: 'ENTSORGT' });
  });

  it('makes each room once', () => {
    expect(plan.rooms.map(({ room }) => room.roomNumber)).toEqual(['104', '105', 'Lehrerzimmer', 'Aula']);
    expect([5, 6, 7, 8].map((row) => roomOf(plan, row))).toEqual(['104', '105', '105', '104']);
    expect(plan.rooms.map(({ roomTypes }) => roomTypes)).toEqual([[], [], ['LZ'], ['AU']]);
  });

  it('says what was doubtful, and where', () => {
    expect(issuesAt(plan, 7)).toEqual(expect.arrayContaining(['IMPOSSIBLE_DATE gekauft am']));
    expect(issuesAt(plan, 7).some((text) => text.startsWith('DOUBLED_ASSET_TAG'))).toBe(true);
    expect(issuesAt(plan, 8)).toEqual([]);
    expect(issuesAt(plan, 9)).toEqual(['STATUS_FROM_TEXT Raum', 'NO_PRICE Preis (brutto)']);
    expect(issuesAt(plan, 13)).toEqual(['FOREIGN_CURRENCY Preis (brutto)']);
  });

  it('rejects what is no device and lets each row end in one outcome', () => {
    expect(plan.rejected.map(({ row, code }) => [row, code])).toEqual([
      [11, 'PATTERN_ROW'],
      [12, 'REPEATED_HEAD'],
      [16, 'SUM_ROW'],
    ]);
    const { rowsRead, newRows, changedRows, sameRows, rejectedRows } = plan.counts;
    expect(newRows + changedRows + sameRows + rejectedRows).toBe(rowsRead);
  });
});

describe('a list in Windows-1252 with tabs', () => {
  const plan = planOf(fixture('lindenhof-windows-1252.txt'), 'lindenhof-windows-1252.txt');

  it('reads umlauts and dashes', () => {
    expect(plan.rooms.map(({ room }) => room.roomNumber)).toEqual(['101', 'Flur 1. OG', 'Küche']);
    expect(deviceAt(plan, 3)).toMatchObject({
      name: 'PC für Schüler',
      categoryId: 'PC',
      status: 'defective',
      purchasedOn: '2020',
      purchasePriceCents: 59_900,
      extra: { Prüfplakette: 'ja' },
    });
    expect(deviceAt(plan, 4)).toMatchObject({
      categoryId: 'AP',
      status: 'in-use',
      serialNumber: '74ACB9001122',
    });
    expect(deviceAt(plan, 5)).toMatchObject({ name: 'Spüle', categoryId: 'AUSSERHALB' });
  });
});

describe('a workbook with a merged two-line head', () => {
  it('joins the head lines and fills merged rooms', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Deckblatt').addRow(['Inventar der Schule']);
    const sheet = book.addWorksheet('Technik');
    sheet.addRow(['Bestand 2026']);
    sheet.addRow([]);
    sheet.addRow(['Ort', 'Gerät', null, 'Kauf', null]);
    sheet.addRow(['Raum', 'Bezeichnung', 'Seriennummer', 'Kaufdatum', 'Kaufpreis']);
    sheet.addRow(['201', 'Beamer', 'B1234567', new Date(Date.UTC(2019, 4, 6)), 899.9]);
    sheet.addRow([null, 'Laptop', 'L1234567', new Date(Date.UTC(2020, 0, 1)), 650]);
    sheet.addRow(['202', 'iPad', 'I1234567', 2021, 379]);
    sheet.mergeCells('A5:A6');
    sheet.getCell('D6').numFmt = 'yyyy';
    sheet.getRow(7).hidden = true;
    const plan = planOf(new Uint8Array(await book.xlsx.writeBuffer()), 'technik.xlsx');
    expect(
      plan.devices.map(({ source, device }) => [source.row, device.purchasedOn, device.purchasePriceCents]),
    ).toEqual([
      [5, '2019-05-06', 89_990],
      [6, '2020', 65_000],
      [7, '2021', 37_900],
    ]);
    expect([5, 6, 7].map((row) => roomOf(plan, row))).toEqual(['201', '201', '202']);
    expect(issuesAt(plan, 7)).toContain('HIDDEN_ROW');
  });
});
