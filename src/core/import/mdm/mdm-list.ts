import { failed, ok, type Result } from '../../shared/result.ts';
import { isPartialDate, type IsoDate } from '../../shared/iso-date.ts';
import { cellText, foldText, isPlaceholder } from '../words.ts';
import type { RawBook, RawCell, RawRow } from '../types.ts';

/** What is read of a list from device management. Persons (owner, user, e-mail) are none of it. */
export const MDM_FIELDS = ['serialNumber', 'name', 'model', 'kind', 'assetTag', 'lastSeenOn'] as const;
export type MdmField = (typeof MDM_FIELDS)[number];

/**
 * Headings by which a column is known, as `foldText` leaves them, the most telling first. Gathered from names that the
 * programs show (Jamf School: name, serial number, asset tag, as its API calls them too; Relution: German and English;
 * Apple School Manager: serial number, device, part description) and from lists of other programs of the kind. No export of
 * the three was at hand to verify them (docs/data-format.md): whoever sees another heading chooses the column.
 */
const HEADINGS: Readonly<Record<MdmField, readonly string[]>> = {
  serialNumber: [
    'serial number',
    'seriennummer',
    'serialnumber',
    'device serial number',
    'serial',
    'serial no',
    'seriennr',
    'sn',
  ],
  name: [
    'device name',
    'geraetename',
    'name',
    'devicename',
    'display name',
    'bezeichnung',
    'geraet',
    'hostname',
  ],
  model: [
    'model name',
    'modellname',
    'modell',
    'model',
    'part description',
    'modellbezeichnung',
    'device model',
    'product name',
    'modelname',
    'hardware model',
  ],
  kind: [
    'device type',
    'geraetetyp',
    'device class',
    'type',
    'typ',
    'product family',
    'geraeteart',
    'device family',
    'deviceclass',
    'device',
    'plattform',
    'platform',
  ],
  assetTag: [
    'asset tag',
    'inventarnummer',
    'assettag',
    'asset',
    'inventar nr',
    'inventarnr',
    'asset id',
    'inventory number',
  ],
  lastSeenOn: [
    'last check in',
    'last checkin',
    'letzter check in',
    'letzte verbindung',
    'last seen',
    'zuletzt gesehen',
    'last connection',
    'last contact',
    'letzter kontakt',
    'last connected',
    'zuletzt verbunden',
    'last inventory update',
    'letzte aktualisierung',
    'lastcheckin',
  ],
};

/** Where each field stands; null = in no column. */
export type MdmColumns = Readonly<Record<MdmField, number | null>>;

export type MdmTable = {
  readonly fileName: string;
  readonly sheet: string;
  /** Headings by column; '' = none. */
  readonly headings: readonly string[];
  /** Below the headings. */
  readonly rows: readonly RawRow[];
  readonly columns: MdmColumns;
};

/** A row of such a list. */
export type MdmDevice = Readonly<Record<Exclude<MdmField, 'serialNumber' | 'lastSeenOn'>, string | null>> & {
  /** As Excel counts. */
  readonly row: number;
  readonly serialNumber: string;
  readonly lastSeenOn: IsoDate | null;
};

/** So many lines may stand above the headings. */
const HEAD_ROWS = 30;

const columnOf = (headings: readonly string[], field: MdmField): number | null => {
  const folded = headings.map((heading) =>
    foldText(heading)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  for (const wanted of HEADINGS[field]) {
    const at = folded.indexOf(wanted);
    if (at >= 0) return at;
  }
  return null;
};

const columnsOf = (headings: readonly string[]): MdmColumns => ({
  serialNumber: columnOf(headings, 'serialNumber'),
  name: columnOf(headings, 'name'),
  model: columnOf(headings, 'model'),
  kind: columnOf(headings, 'kind'),
  assetTag: columnOf(headings, 'assetTag'),
  lastSeenOn: columnOf(headings, 'lastSeenOn'),
});

/** Of a text file or workbook that a program of device management wrote. `NO_HEAD`: no line looks like headings. */
export const findMdmTable = (book: RawBook): Result<MdmTable, 'EMPTY' | 'NO_HEAD'> => {
  const sheets = book.sheets.filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) return failed('EMPTY');
  const found = sheets.flatMap((sheet) =>
    sheet.rows.slice(0, HEAD_ROWS).map((row, at) => {
      const headings = row.cells.map((cell) => cellText(cell).trim());
      const columns = columnsOf(headings);
      const known = Object.values(columns).filter((column) => column !== null).length;
      const score = known + (columns.serialNumber === null ? 0 : MDM_FIELDS.length);
      return { sheet, at, headings, columns, score };
    }),
  );
  // The first of the best: a list repeats its headings at most further down.
  const best = found.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score < 2) return failed('NO_HEAD');
  return ok({
    fileName: book.fileName,
    sheet: best.sheet.name,
    headings: best.headings,
    rows: best.sheet.rows.slice(best.at + 1),
    columns: best.columns,
  });
};

const textAt = (row: RawRow, column: number | null): string | null => {
  if (column === null) return null;
  const text = cellText(row.cells[column]).replace(/\s+/g, ' ').trim();
  return text === '' || isPlaceholder(text) ? null : text;
};

const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})/;

/** The day of a check-in, with or without a time. `03/04/2026` may be March or April: it is none. */
export const checkInDay = (cell: RawCell | undefined): IsoDate | null => {
  if (typeof cell === 'object' && cell !== null && cell.kind === 'date')
    return cell.date.length === 10 ? cell.date : null;
  if (typeof cell !== 'string') return null;
  const text = cell.trim();
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  const [, germanDay, germanMonth, germanYear] = DAY_FIRST.exec(text) ?? [];
  const date =
    year !== undefined
      ? `${year}-${month}-${day}`
      : germanYear !== undefined
        ? `${germanYear}-${germanMonth?.padStart(2, '0')}-${germanDay?.padStart(2, '0')}`
        : '';
  return isPartialDate(date) ? date : null;
};

export type MdmRows = {
  readonly devices: readonly MdmDevice[];
  /** Rows that name something, but no serial number: nothing can be said about them. */
  readonly withoutSerial: readonly number[];
};

/** The rows by the columns that were chosen; without one for the serial number there are none. */
export const readMdmRows = (rows: readonly RawRow[], columns: MdmColumns): MdmRows => {
  const devices: MdmDevice[] = [];
  const withoutSerial: number[] = [];
  for (const row of rows) {
    if (row.cells.every((cell) => cellText(cell).trim() === '')) continue;
    const serialNumber = textAt(row, columns.serialNumber);
    if (serialNumber === null) withoutSerial.push(row.row);
    else
      devices.push({
        row: row.row,
        serialNumber,
        name: textAt(row, columns.name),
        model: textAt(row, columns.model),
        kind: textAt(row, columns.kind),
        assetTag: textAt(row, columns.assetTag),
        lastSeenOn: columns.lastSeenOn === null ? null : checkInDay(row.cells[columns.lastSeenOn]),
      });
  }
  return { devices, withoutSerial };
};
