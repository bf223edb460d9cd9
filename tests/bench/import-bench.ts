import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { planImport } from '#core/import/plan-import.ts';
import { proposeMapping } from '#core/import/propose-mapping.ts';
import { EMPTY_INVENTORY } from '#core/inventory/inventory.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import { readList } from '#excel/read/read-list.ts';
import type { BenchRow } from './bench-row.ts';
import { largeSchool } from './large-school.ts';
import { alternately, median } from './measure.ts';

const ROWS = 10_000;
const RUNS = 5;
const LIMIT = 1.25;

const HEAD = [
  'Inventarnummer',
  'Seriennummer',
  'Gerät',
  'Hersteller',
  'Modell',
  'Gebäude',
  'Raum',
  'Anzahl',
  'Zustand',
  'Anschaffung',
  'Preis',
  'Lieferant',
  'Rechnung',
  'Förderung',
  'Garantie bis',
  'MAC-Adresse',
  'Name im Netz',
  'Bemerkung',
  'Farbe',
  'Regal',
];

/** A grown list of 20 columns, as ExcelJS writes it. */
const makeList = async (): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Geräte');
  sheet.addRow(HEAD);
  largeSchool(300, ROWS).devices.forEach((device, index) => {
    sheet.addRow([
      device.assetTag,
      device.serialNumber,
      ['Beamer', 'iPad', 'Notebook', 'Drucker', 'Monitor'][index % 5],
      device.manufacturer,
      device.model,
      `Haus ${'ABC'[index % 3]}`,
      String(100 + (index % 300)),
      1,
      ['in Betrieb', 'defekt', 'Lager'][index % 3],
      new Date(Date.UTC(2018 + (index % 8), index % 12, 1 + (index % 28))),
      (device.purchasePriceCents ?? 0) / 100,
      'Meier GmbH',
      `R-${index}`,
      'DigitalPakt',
      `31.12.${2022 + (index % 6)}`,
      '00:1B:44:11:3A:B7',
      `pc-${index}`,
      index % 7 === 0 ? 'steht im Schrank' : null,
      'weiß',
      index % 40,
    ]);
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
};

/** Reading a list into checked domain objects, against ExcelJS merely reading the same file. */
export const run = async (): Promise<BenchRow[]> => {
  const parsed = parseProfile(JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')));
  if (!parsed.ok) throw new Error('The profile does not fit its schema');
  const profile = parsed.value;
  const bytes = await makeList();
  let next = 0;
  const id = (): string => `id-${next++}`;
  const ours = (): void => {
    const book = readList(bytes, 'liste.xlsx');
    if (!book.ok) throw new Error(book.error.code);
    const mapping = proposeMapping(book.value, { profile, remembered: [] });
    if (!mapping.ok) throw new Error(mapping.error.code);
    const plan = planImport(book.value, mapping.value, {
      inventory: EMPTY_INVENTORY,
      profile,
      ids: { device: id, room: id },
      defaultRoomType: null,
    });
    if (plan.counts.newDevices !== ROWS) throw new Error(`read ${plan.counts.newDevices} devices`);
  };
  const plainly = async (): Promise<void> => {
    const buffer = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(buffer).set(bytes);
    await new ExcelJS.Workbook().xlsx.load(buffer);
  };
  const [mine = [], plain = []] = await alternately(RUNS, ours, plainly);
  return [
    {
      name: `Liste einlesen, ${ROWS} Zeilen × ${HEAD.length} Spalten`,
      medianMs: median(mine),
      ratio: median(mine) / median(plain),
      limit: LIMIT,
      note: `gegen ExcelJS, das die Datei nur liest: ${Math.round(median(plain))} ms`,
    },
  ];
};
