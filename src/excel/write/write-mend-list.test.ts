import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#core/history/apply-changes.ts';
import { changesOfPlan } from '#core/import/plan/plan-import.ts';
import type { RawBook } from '#core/import/types.ts';
import { EMPTY_INVENTORY, type Inventory } from '#core/inventory/inventory.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import { aBook, mappingOf, planOf } from '#core/testing/import-lists.ts';
import profileFile from '../../../resources/profiles/mv-vorschlag-2026.json';
import { readList } from '../read/read-list.ts';
import { writeMendList } from './write-mend-list.ts';

const parsed = parseProfile(profileFile);
if (!parsed.ok) throw new Error('profile');
const profile = parsed.value;

const LIST = aBook({
  Technik: [
    ['Bestand 2026'],
    ['Inv.-Nr.', 'Gerät', 'Raum', 'Kaufdatum', 'Preis', 'Farbe'],
    ['0001', 'Beamer', '101', { kind: 'date', date: '2020-05-17' }, 649, 'weiß'],
    ['0002', 'Beamer', '101', '31.02.2020', 499.5, 'rot'],
    [null, 'Drucker', '102', { kind: 'date', date: '2021-05-17' }, 'teuer', null],
    [null, null, '102', null, 20, null],
  ],
});

const write = async (book: RawBook) => {
  const plan = planOf(book, profile);
  const bytes = await writeMendList(book, mappingOf(book, profile), plan);
  const { inventory } = applyChanges(
    { inventory: EMPTY_INVENTORY, profiles: new Map(), settings: new Map() },
    changesOfPlan(plan),
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return { plan, bytes, inventory, workbook };
};

const readAgain = (bytes: Uint8Array, inventory: Inventory) => {
  const read = readList(bytes, 'Zu klären_liste.xlsx');
  if (!read.ok) throw new Error(read.error.code);
  const mapping = mappingOf(read.value, profile);
  return { mapping, plan: planOf(read.value, profile, { inventory, mapping }) };
};

describe('writeMendList', () => {
  it('writes original cells as what they were, behind row and reasons', async () => {
    const { workbook } = await write(LIST);
    const sheet = workbook.getWorksheet('Technik');
    const texts = (row: number): unknown[] => [...(sheet?.getRow(row).values as unknown[])].slice(1);
    expect(texts(1)).toEqual([
      'Geräte-ID',
      'Zeile der Liste',
      'Zu klären',
      'Inv.-Nr.',
      'Gerät',
      'Raum',
      'Kaufdatum',
      'Preis',
      'Farbe',
    ]);
    expect(sheet?.getColumn(1).hidden).toBe(true);
    expect(sheet?.rowCount).toBe(4);
    expect(sheet?.getCell('B2').value).toBe(4);
    expect(String(sheet?.getCell('C2').value)).toMatch(/^Kaufdatum: „31.02.2020“ ist kein mögliches Datum/);
    expect(sheet?.getCell('D2').value).toBe('0002');
    expect(sheet?.getCell('H2').value).toBe(499.5);
    expect(sheet?.getCell('G3').value).toEqual(new Date(Date.UTC(2021, 4, 17)));
  });

  it('lists every remark with sheet, row, column, value and reason', async () => {
    const { workbook, plan } = await write(LIST);
    const notes = workbook.getWorksheet('Hinweise');
    expect(notes?.rowCount).toBe(1 + plan.issues.length + plan.rejected.length);
    const rows = notes?.getSheetValues().slice(2) as unknown[][];
    expect(rows.map((row) => row.slice(1, 5))).toContainEqual(['Technik', 4, 'Kaufdatum', '31.02.2020']);
  });

  it('is read again as the same devices, none doubled', async () => {
    const { bytes, inventory } = await write(LIST);
    expect(inventory.devices).toHaveLength(3);
    const { mapping, plan } = readAgain(bytes, inventory);
    expect(mapping.tables.filter(({ included }) => included).map(({ table }) => table.sheet)).toEqual([
      'Technik',
    ]);
    expect(plan.counts).toMatchObject({ newDevices: 0, conflictRows: 0 });
    expect(plan.devices.map(({ matchedBy }) => matchedBy)).toEqual(['id', 'id']);
  });

  it('takes what was mended, also in a device that has no number of its own', async () => {
    const { workbook, inventory } = await write(LIST);
    const sheet = workbook.getWorksheet('Technik');
    if (sheet === undefined) throw new Error('sheet');
    sheet.getCell('G2').value = '28.02.2020';
    sheet.getCell('H3').value = 99;
    sheet.getCell('E4').value = 'Tablet';
    const { plan } = readAgain(new Uint8Array(await workbook.xlsx.writeBuffer()), inventory);
    const fields = plan.devices.map(({ action, device }) => [
      action,
      device.purchasedOn,
      device.purchasePriceCents,
    ]);
    expect(fields).toEqual([
      ['changed', '2020-02-28', 49950],
      ['changed', '2021-05-17', 9900],
      ['new', null, 2000],
    ]);
  });

  it('keeps the rooms of a list that names them between the rows', async () => {
    const { bytes, inventory } = await write(
      aBook({
        Blöcke: [
          ['Inventarnr.', 'Gerät', 'Kaufdatum'],
          ['Raum 101'],
          ['1', 'Beamer', '31.02.2020'],
          ['Raum 103'],
          ['3', 'Beamer', '30.02.2020'],
        ],
      }),
    );
    const { plan } = readAgain(bytes, inventory);
    expect(plan.counts).toMatchObject({ newDevices: 0, newRooms: 0 });
    expect(plan.devices.map(({ device }) => device.roomId)).toEqual(
      inventory.devices.map(({ roomId }) => roomId),
    );
  });
});
