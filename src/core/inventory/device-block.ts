import type { DeviceId } from '../shared/ids.ts';
import { deviceChange, type DeviceChange } from './device-actions.ts';
import { cellText, isEditableColumn, parseCell } from './device-columns.ts';
import type { CellIssue, DeviceColumnId, DeviceLookup } from './device-columns.ts';
import type { Device } from './device.ts';
import { guardFormula, unguardFormula } from './formula-guard.ts';

/** Rows of cells, as Excel puts them on the clipboard. */
export type Block = readonly (readonly string[])[];

/**
 * Reads tab-separated text as Excel and LibreOffice copy it: cells with tabs, line breaks or quotes are in quotes,
 * quotes inside doubled; the last line end closes the last row.
 */
export const parseBlock = (text: string): Block => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = 0;
  const endCell = (): void => {
    row.push(unguardFormula(cell));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  const source = text.replace(/\r\n?/g, '\n');
  while (at < source.length) {
    const sign = source[at] ?? '';
    const end = sign === '"' && cell === '' ? closingQuote(source, at) : -1;
    if (end >= 0) {
      cell = source.slice(at + 1, end).replace(/""/g, '"');
      at = end + 1;
      continue;
    }
    if (sign === '\t') endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
    at += 1;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
};

/** Position of the quote that closes the cell, or -1 when the quote is just a sign (`"Beamer" alt`, 15"). */
const closingQuote = (source: string, start: number): number => {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') at += 1;
    else return at + 1 === source.length || /[\t\n]/.test(source[at + 1] ?? '') ? at : -1;
  }
  return -1;
};

const quoteCell = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** Cells as tab-separated text for Excel, none of them a formula; `parseBlock` reads it back. */
export const formatBlock = (block: Block): string =>
  block.map((row) => row.map((text) => quoteCell(guardFormula(text))).join('\t')).join('\n');

/** The texts of devices × columns. */
export const copyBlock = (
  devices: readonly Device[],
  columns: readonly DeviceColumnId[],
  lookup: DeviceLookup,
): string => formatBlock(devices.map((device) => columns.map((column) => cellText(device, column, lookup))));

/** A cell that could not take its text: where in the block, and at which device. */
export type BadCell = {
  /** From 1, within the block. */
  readonly blockRow: number;
  readonly blockColumn: number;
  readonly deviceId: DeviceId;
  readonly assetTag: string | null;
  readonly issue: CellIssue;
};

/** What pasting would do. With bad cells nothing is written unless the user says so. */
export type BlockResult = {
  /** Without the bad cells. */
  readonly changes: readonly DeviceChange[];
  /** Cells that would get another value. */
  readonly cells: number;
  readonly bad: readonly BadCell[];
  /** Rows and columns of the block that have no place. */
  readonly rowsLeftOver: number;
  readonly columnsLeftOver: number;
};

type Row = { readonly device: Device; readonly texts: readonly string[] };

const writeRows = (
  rows: readonly Row[],
  columns: readonly DeviceColumnId[],
  lookup: DeviceLookup,
): Pick<BlockResult, 'changes' | 'cells' | 'bad'> => {
  const changes: DeviceChange[] = [];
  const bad: BadCell[] = [];
  let cells = 0;
  rows.forEach(({ device, texts }, rowAt) => {
    let after = device;
    texts.forEach((text, columnAt) => {
      const column = columns[columnAt];
      if (column === undefined) return;
      const parsed = parseCell(after, column, text, lookup);
      if (parsed.ok) {
        if (parsed.value !== after) cells += 1;
        after = parsed.value;
        return;
      }
      bad.push({
        blockRow: rowAt + 1,
        blockColumn: columnAt + 1,
        deviceId: device.id,
        assetTag: device.assetTag,
        issue: parsed.error,
      });
    });
    if (after !== device) changes.push(deviceChange(device, after));
  });
  return { changes, cells, bad };
};

/**
 * Puts a block into the visible rows and columns that begin at the cursor. A single cell fills all rows given: copy
 * one, select many, paste. Nothing is written here: the caller decides on `bad`.
 *
 * @param devices visible rows from the cursor down, or the selected ones
 * @param columns visible columns from the cursor to the right
 */
export const pasteBlock = (
  block: Block,
  devices: readonly Device[],
  columns: readonly DeviceColumnId[],
  lookup: DeviceLookup,
): BlockResult => {
  const [first] = block;
  const single = block.length === 1 && first?.length === 1 ? first : null;
  const rows = devices
    .slice(0, single === null ? block.length : devices.length)
    .map((device, at) => ({ device, texts: single ?? block[at] ?? [] }));
  const width = Math.max(0, ...block.map((row) => row.length));
  return {
    ...writeRows(rows, columns, lookup),
    rowsLeftOver: single === null ? Math.max(0, block.length - devices.length) : 0,
    columnsLeftOver: Math.max(0, width - columns.length),
  };
};

/** Takes the first device's values in these columns down to the others. */
export const fillDown = (
  devices: readonly Device[],
  columns: readonly DeviceColumnId[],
  lookup: DeviceLookup,
): Pick<BlockResult, 'changes' | 'cells' | 'bad'> => {
  const [source, ...targets] = devices;
  if (source === undefined) return { changes: [], cells: 0, bad: [] };
  const texts = columns.map((column) => cellText(source, column, lookup));
  return writeRows(
    targets.map((device) => ({ device, texts })),
    columns,
    lookup,
  );
};

/** Empties cells. */
export const clearCells = (
  devices: readonly Device[],
  columns: readonly DeviceColumnId[],
  lookup: DeviceLookup,
): Pick<BlockResult, 'changes' | 'cells' | 'bad'> => {
  const editable = columns.filter(isEditableColumn);
  return writeRows(
    devices.map((device) => ({ device, texts: editable.map(() => '') })),
    editable,
    lookup,
  );
};

/**
 * New devices from a block. When its first row holds only known headings, they say which column is which; otherwise the
 * cells go into `columns` one after the other. Rows without any text are passed over.
 */
export const createFromBlock = (
  block: Block,
  columns: readonly DeviceColumnId[],
  columnOf: (heading: string) => DeviceColumnId | null,
  blank: () => Device,
  lookup: DeviceLookup,
): BlockResult & { readonly created: number } => {
  const heads = (block[0] ?? []).map((heading) => (heading.trim() === '' ? null : columnOf(heading)));
  const hasHead = heads.length > 1 && heads.filter((head) => head !== null).length * 2 > heads.length;
  const used = hasHead ? heads : columns;
  const places = used.flatMap((column, at) =>
    column !== null && isEditableColumn(column) ? [{ column, at }] : [],
  );
  const rows = block
    .slice(hasHead ? 1 : 0)
    .filter((row) => row.some((text) => text.trim() !== ''))
    .map((row) => ({ device: blank(), texts: places.map(({ at }) => row[at] ?? '') }));
  const written = writeRows(
    rows,
    places.map(({ column }) => column),
    lookup,
  );
  const width = Math.max(0, ...block.map((row) => row.length));
  return {
    ...written,
    changes: written.changes.map(({ after }) => deviceChange(null, after)),
    created: written.changes.length,
    rowsLeftOver: 0,
    columnsLeftOver: hasHead
      ? heads.filter((head) => head === null).length
      : Math.max(0, width - columns.length),
  };
};
