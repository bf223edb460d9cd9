import { isKindWord } from '../dictionary/category-words.ts';
import { foldHeading, isKnownHeading, isRoomNumberHeading } from '../dictionary/headings.ts';
import type { RawCell, RawRow, RawSheet, SourceColumn, SourceTable } from '../types.ts';
import { cellText, isPlaceholder } from '../words.ts';

/** The head stands in the first rows; further down it would be data. */
const HEAD_SEARCH_ROWS = 30;
const EXAMPLES = 3;

export type FoundTable = {
  readonly table: SourceTable;
  /** The rows below the head, in order. */
  readonly rows: readonly RawRow[];
};

/** Excel row numbers of the head, first and last. */
export type HeadRows = SourceTable['headRows'];

/** Proposing and planning look at the same sheet; forgotten with it. */
const foundTables = new WeakMap<RawSheet, Map<string, FoundTable | null>>();

/**
 * The table of a sheet, or null where nothing looks like a head row.
 *
 * @param head where the user says that the head is; null = find it
 */
export const findTable = (sheet: RawSheet, head: HeadRows | null = null): FoundTable | null => {
  const known = foundTables.get(sheet) ?? new Map<string, FoundTable | null>();
  foundTables.set(sheet, known);
  const key = head === null ? '' : `${head.first}-${head.last}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const found = findTableAnew(sheet, head);
  known.set(key, found);
  // Planning asks by the head that was found.
  if (found !== null) known.set(`${found.table.headRows.first}-${found.table.headRows.last}`, found);
  return found;
};

const findTableAnew = (sheet: RawSheet, head: HeadRows | null): FoundTable | null => {
  const rows = fillMerged(sheet);
  const range = head === null ? withHeadAbove(findHead(rows), rows, sheet) : rangeOf(rows, head);
  if (range === null) return null;
  const headRows = rows.slice(range.from, range.to);
  const body = rows.slice(range.to);
  const [first] = headRows;
  const last = headRows.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    rows: body,
    table: {
      sheet: sheet.name,
      headRows: { first: first.row, last: last.row },
      firstRow: body[0]?.row ?? last.row + 1,
      lastRow: body.at(-1)?.row ?? last.row,
      columns: columnsOf(headRows, body, sheet.merges),
      rowCount: body.length,
      titleLines: rows.slice(0, range.from).map(lineOf).filter(Boolean),
    },
  };
};

/** The different values of a row, once each: merged titles repeat theirs. */
const lineOf = ({ cells }: RawRow): string => [...new Set(cells.map(cellText).filter(Boolean))].join(' ');

/** From the first row of the head to the one behind it, as indexes into the rows. */
type HeadRange = { readonly from: number; readonly to: number };

const rangeOf = (rows: readonly RawRow[], { first, last }: HeadRows): HeadRange | null => {
  const from = rows.findIndex(({ row }) => row >= first && row <= last);
  if (from < 0) return null;
  const behind = rows.findIndex(({ row }) => row > last);
  return { from, to: behind < 0 ? rows.length : behind };
};

/**
 * A line of group headings above the head belongs to it: cells merged down into the head, or several merged across
 * some of its columns each. A title across the whole table does not.
 */
const withHeadAbove = (
  found: HeadRange | null,
  rows: readonly RawRow[],
  { merges }: RawSheet,
): HeadRange | null => {
  const head = found === null ? undefined : rows[found.from];
  const above = found === null ? undefined : rows[found.from - 1];
  if (found === null || head === undefined || above === undefined) return found;
  if (found.to - found.from > 1 || above.row !== head.row - 1) return found;
  const reachesDown = merges.some(({ firstRow, lastRow }) => firstRow === above.row && lastRow === head.row);
  const groups = merges.filter(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      firstRow === above.row && lastRow === above.row && lastColumn > firstColumn,
  );
  return reachesDown || groups.length >= 2 ? { from: found.from - 1, to: found.to } : found;
};

const findHead = (rows: readonly RawRow[]): HeadRange | null => {
  let best: (HeadRange & { readonly score: number }) | null = null;
  for (let index = 0; index < Math.min(rows.length, HEAD_SEARCH_ROWS); index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    const single = headScore(headingsOf([row]));
    if (single > (best?.score ?? 0)) best = { from: index, to: index + 1, score: single };
    const next = rows[index + 1];
    if (next === undefined || next.row !== row.row + 1 || !isAllText(next)) continue;
    const double = headScore(headingsOf([row, next]));
    // Only where the second line adds much: a first line of data is no second line of the head.
    const lower = headScore(headingsOf([next]));
    if (double >= single + 2 && double >= lower + 0.5 && double > (best?.score ?? 0))
      best = { from: index, to: index + 2, score: double };
  }
  return best === null || best.score < 2 ? null : best;
};

/** Merged cells carry their value in the first cell only; a reader sees it in all of them. */
const fillMerged = ({ rows, merges }: RawSheet): readonly RawRow[] => {
  if (merges.length === 0) return rows;
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const filled = new Map<number, RawCell[]>();
  for (const merge of merges) {
    const value = byRow.get(merge.firstRow)?.cells[merge.firstColumn] ?? null;
    // A line across the sheet is a title, not a value of each column.
    if (value === null || merge.lastRow === merge.firstRow) continue;
    for (let number = merge.firstRow + 1; number <= merge.lastRow; number += 1) {
      const row = byRow.get(number);
      if (row === undefined) continue;
      const cells = filled.get(number) ?? [...row.cells];
      while (cells.length <= merge.firstColumn) cells.push(null);
      cells[merge.firstColumn] ??= value;
      filled.set(number, cells);
    }
  }
  return rows.map((row) => {
    const cells = filled.get(row.row);
    return cells === undefined ? row : { ...row, cells };
  });
};

const headingsOf = (rows: readonly RawRow[]): readonly string[] => {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = rows.map(({ cells }) => cellText(cells[column])).filter(Boolean);
    return [...new Set(parts)].join(' ');
  });
};

/** Known headings count 1, other words that could be headings a little. */
const headScore = (headings: readonly string[]): number => {
  let score = 0;
  // "Raum, Beamer, Tablets": a list of rooms with a column of counts for each kind.
  const namesRoom = headings.some((heading) => isRoomNumberHeading(foldHeading(heading)));
  const seen = new Set<string>();
  for (const heading of headings) {
    const folded = foldHeading(heading);
    if (folded === '' || seen.has(folded)) continue;
    seen.add(folded);
    if (isNearlyKnown(folded)) score += 1;
    else if (namesRoom && isKindWord(heading)) score += 0.7;
    else if (heading.length <= 60 && /[a-z]{3}/.test(folded) && !/\d{3}/.test(folded)) score += 0.1;
  }
  return score;
};

/** `Betrag inkl. MWSt. (brutto)` is known by its first words, `Kauf Datum` by its last. */
const isNearlyKnown = (folded: string): boolean => {
  if (isKnownHeading(folded)) return true;
  const words = folded.split(' ');
  return (
    words.length > 1 &&
    words.length <= 6 &&
    (isKnownHeading(words.slice(0, 2).join(' ')) || isKnownHeading(words.at(-1) ?? ''))
  );
};

/** "Nr." below "Raum", merged across some columns, is the "Raum Nr.". */
const alternativesOf = (
  headRows: readonly RawRow[],
  merges: RawSheet['merges'],
  column: number,
): readonly string[] => {
  const [upper, second] = headRows;
  const lower = cellText(second?.cells[column]);
  if (upper === undefined || second === undefined || lower === '') return [];
  const group = merges.find(
    ({ firstRow, firstColumn, lastColumn }) =>
      firstRow === upper.row && firstColumn <= column && lastColumn >= column && lastColumn > firstColumn,
  );
  const title = group === undefined ? '' : cellText(upper.cells[group.firstColumn]);
  return title === '' ? [lower] : [lower, `${title} ${lower}`];
};

const isAllText = ({ cells }: RawRow): boolean =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && !/\d{2}/.test(cell)));

/** `A`, `Z`, `AA`, `AAA`. */
const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const columnsOf = (
  headRows: readonly RawRow[],
  rows: readonly RawRow[],
  merges: RawSheet['merges'],
): readonly SourceColumn[] => {
  const headings = headingsOf(headRows);
  // A spread of 200,000 rows would overflow the stack.
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headings.length);
  const columns: SourceColumn[] = [];
  const used = new Map<string, number>();
  for (let index = 0; index < width; index += 1) {
    const distinct = new Set<string>();
    let filled = 0;
    for (const { cells } of rows) {
      const text = cellText(cells[index]);
      if (isPlaceholder(text)) continue;
      filled += 1;
      if (distinct.size < 5000) distinct.add(text);
    }
    const header = headings[index] ?? '';
    // A column without heading and content is no column.
    if (header === '' && filled === 0) continue;
    const name = header === '' ? `Spalte ${columnName(index)}` : header;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    columns.push({
      index,
      // Two columns of one name would end in one extra field, and one of the values would be gone.
      header: times === 1 ? name : `${name} (${times})`,
      alternatives: alternativesOf(headRows, merges, index),
      examples: [...distinct].slice(0, EXAMPLES),
      filled,
      distinct: distinct.size,
    });
  }
  return columns;
};
