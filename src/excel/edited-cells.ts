import type { RawBook, RawCell, RawRow, RawSheet } from '#core/import/types.ts';
import {
  addHashes,
  cellHash,
  columnSeed,
  hashDifference,
  readHashes,
  type HashedValue,
} from '#core/report/cell-hash.ts';
import { FOOT_SEED, seedsOf, type PageSeal, type SheetSeal, type TableSeal } from '#core/report/seal.ts';
import { columnLetter } from './write/formulas.ts';

export type EditedCell = {
  readonly sheet: string;
  /** `H12`. */
  readonly address: string;
  /** null on a page. */
  readonly heading: string | null;
  /** What stands there now; null = nothing. */
  readonly value: RawCell;
};

/** What was changed by hand on the visible sheets of a report. */
export type ReportEdits = {
  readonly cells: readonly EditedCell[];
  /** Rows that were added, by their numbers, and how many are gone. */
  readonly rows: readonly {
    readonly sheet: string;
    readonly added: readonly number[];
    readonly gone: number;
  }[];
  /** Columns that are gone or under another heading. */
  readonly columns: readonly { readonly sheet: string; readonly heading: string }[];
  readonly missingSheets: readonly string[];
};

const valueOf = (cell: RawCell): HashedValue => {
  if (cell === null) return '';
  if (typeof cell === 'string' || typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return cell ? 'WAHR' : 'FALSCH';
  return cell.kind === 'date' ? { date: cell.date } : cell.code;
};

const textOf = (cell: RawCell | undefined): string => (typeof cell === 'string' ? cell.trim() : '');

/** Heads may have moved down: the row, of the first few, that has most of the headings. */
const HEAD_ROWS = 10;
const headRowOf = ({ rows }: RawSheet, headings: ReadonlySet<string>): RawRow | undefined => {
  const known = ({ cells }: RawRow): number => cells.filter((cell) => headings.has(textOf(cell))).length;
  return rows
    .slice(0, HEAD_ROWS)
    .reduce<RawRow | undefined>(
      (best, row) => (known(row) > (best === undefined ? 0 : known(best)) ? row : best),
      undefined,
    );
};

type Placed = {
  readonly heading: string;
  readonly isComputed: boolean;
  readonly index: number;
  readonly seed: number;
};
type Edits = {
  readonly cells: EditedCell[];
  readonly rows: { sheet: string; added: number[]; gone: number }[];
  readonly columns: { sheet: string; heading: string }[];
};

const checkTable = (sheet: RawSheet, seal: TableSeal, edits: Edits): void => {
  const headings = seal.columns.map(([heading]) => heading.trim());
  const head = headRowOf(sheet, new Set(headings));
  const seeds = seedsOf(headings);
  const there = head?.cells.map(textOf) ?? [];
  const seedsThere = seedsOf(there);
  const placed = seal.columns.flatMap(([heading, isComputed], at): readonly Placed[] => {
    const seed = seeds[at] ?? 0;
    const index = seedsThere.findIndex((other, column) => other === seed && there[column] === headings[at]);
    return index < 0 ? [] : [{ heading, isComputed: isComputed === 1, index, seed }];
  });
  if (placed.length < headings.length) {
    // Without one of its columns no row is what it was.
    for (const heading of headings)
      if (!placed.some((column) => column.heading.trim() === heading))
        edits.columns.push({ sheet: sheet.name, heading });
    return;
  }
  const foot = new Set(readHashes(seal.foot));
  const gone = new Map<number, number>();
  for (const hash of readHashes(seal.rows)) gone.set(hash, (gone.get(hash) ?? 0) + 1);
  const sums = placed.map(() => 0);
  const changed: { readonly row: RawRow; readonly hash: number }[] = [];
  for (const row of sheet.rows) {
    if (head === undefined || row.row <= head.row) continue;
    const first = row.cells.find((cell) => cell !== null) ?? null;
    if (foot.has(cellHash(valueOf(first), FOOT_SEED))) continue;
    let hash = 0;
    placed.forEach(({ index, seed }, at) => {
      const cell = row.cells[index] ?? null;
      if (cell === null) return;
      const own = cellHash(valueOf(cell), seed);
      hash = addHashes(hash, own);
      sums[at] = addHashes(sums[at] ?? 0, own);
    });
    if (hash === 0) continue;
    const left = gone.get(hash) ?? 0;
    if (left > 0) gone.set(hash, left - 1);
    else changed.push({ row, hash });
  }
  const lost = [...gone].flatMap(([hash, count]) => Array.from({ length: count }, () => hash));
  const missing = seal.columns.map(([, , sum], at) => hashDifference(readHashes(sum)[0] ?? 0, sums[at] ?? 0));
  nameCells(sheet, placed, changed, lost, missing, edits);
};

/**
 * Cells stand where a changed row meets a changed column. One whose change alone makes its row one that is gone is certain, and
 * taken out first, so that two changes do not cast suspicion on the other corners of their rectangle.
 */
const nameCells = (
  sheet: RawSheet,
  placed: readonly Placed[],
  changed: readonly { readonly row: RawRow; readonly hash: number }[],
  lost: number[],
  missing: number[],
  edits: Edits,
): void => {
  const name = ({ row, cells }: RawRow, { index, heading }: Placed): void => {
    const address = `${columnLetter(index)}${row}`;
    edits.cells.push({ sheet: sheet.name, address, heading, value: cells[index] ?? null });
  };
  const open = changed.filter(({ row, hash }) => {
    for (const [at, column] of placed.entries()) {
      const change = missing[at] ?? 0;
      const match = change === 0 ? -1 : lost.indexOf(addHashes(hash, change));
      if (match < 0) continue;
      lost.splice(match, 1);
      missing[at] = 0;
      name(row, column);
      return false;
    }
    return true;
  });
  if (lost.length === 0 || open.length === 0) {
    if (lost.length + open.length > 0)
      edits.rows.push({ sheet: sheet.name, added: open.map(({ row }) => row.row), gone: lost.length });
    return;
  }
  const suspects = placed.filter((_, at) => missing[at] !== 0);
  // What a formula gives follows from the cell that was changed.
  const plain = suspects.filter(({ isComputed }) => !isComputed);
  for (const { row } of open) for (const column of plain.length > 0 ? plain : suspects) name(row, column);
};

const ADDRESS = /^([A-Z]+)(\d+)$/;
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const checkPage = (sheet: RawSheet, { cells, hashes }: PageSeal, edits: Edits): void => {
  const rows = new Map(sheet.rows.map((row) => [row.row, row]));
  const written = readHashes(hashes);
  cells.forEach((address, at) => {
    const [, letters = '', number = ''] = ADDRESS.exec(address) ?? [];
    const value = rows.get(Number(number))?.cells[columnOf(letters)] ?? null;
    if (cellHash(valueOf(value), columnSeed(address)) !== written[at])
      edits.cells.push({ sheet: sheet.name, address, heading: null, value });
  });
};

/** Compares every visible sheet with what was written there. Sorting, filtering, moved columns and saving anew are no change. */
export const findEdits = ({ sheets }: RawBook, seals: readonly SheetSeal[]): ReportEdits => {
  const edits: Edits = { cells: [], rows: [], columns: [] };
  const missingSheets: string[] = [];
  for (const seal of seals) {
    const sheet = sheets.find(({ name }) => name === seal.name);
    if (sheet === undefined) missingSheets.push(seal.name);
    else if (seal.kind === 'page') checkPage(sheet, seal, edits);
    else checkTable(sheet, seal, edits);
  }
  return { ...edits, missingSheets };
};
