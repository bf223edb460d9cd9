import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { collectParts } from './collect-parts.ts';

it('gives the very parts that ExcelJS packs', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Räume');
  sheet.addRow(['Übersicht', 3, new Date('2026-11-24'), { text: 'Gerät', hyperlink: 'https://example.org' }]);
  sheet.getCell('A1').note = 'Hinweis';
  workbook.addWorksheet('leer');
  // Its zip holds folders as well, which a package does without.
  const packed = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()), {
    filter: ({ name }) => !name.endsWith('/'),
  });
  const parts = await collectParts(workbook);
  expect(Object.keys(parts)).toEqual(Object.keys(packed));
  for (const [path, part] of Object.entries(packed))
    expect(Buffer.from(parts[path] ?? []).toString(), path).toBe(Buffer.from(part).toString());
});
