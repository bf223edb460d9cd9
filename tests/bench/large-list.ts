import { largeSchool } from './large-school.ts';

const ROOMS = 300;

export const LARGE_LIST_HEAD = [
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
] as const;

export type LargeListCell = string | number | Date | null;

const macAddress = (index: number): string =>
  `001B44${index.toString(16).toUpperCase().padStart(6, '0')}`.replace(/..(?=.)/g, '$&:');

/** The rows of a grown list of 20 columns. */
export const largeListRows = (rows: number): readonly (readonly LargeListCell[])[] =>
  largeSchool(ROOMS, rows).devices.map((device, index) => [
    device.assetTag,
    device.serialNumber,
    ['Beamer', 'iPad', 'Notebook', 'Drucker', 'Monitor'][index % 5] ?? null,
    device.manufacturer,
    device.model,
    `Haus ${'ABC'[index % 3] ?? ''}`,
    String(100 + (index % ROOMS)),
    1,
    ['in Betrieb', 'defekt', 'Lager'][index % 3] ?? null,
    new Date(Date.UTC(2018 + (index % 8), index % 12, 1 + (index % 28))),
    (device.purchasePriceCents ?? 0) / 100,
    'Meier GmbH',
    `R-${index}`,
    'DigitalPakt',
    `31.12.${2022 + (index % 6)}`,
    macAddress(index),
    `pc-${index}`,
    index % 7 === 0 ? 'steht im Schrank' : null,
    'weiß',
    index % 40,
  ]);

const csvCell = (cell: LargeListCell): string => {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
};

/** The same list as text, as Excel saves it. */
export const largeListCsv = (rows: number): string =>
  [LARGE_LIST_HEAD, ...largeListRows(rows)]
    .map((row) => row.map((cell) => csvCell(cell)).join(';'))
    .join('\r\n');
