import type { RawCell, RawRow, RawSheet } from '../import/types.ts';
import type { JsonPath } from '../shared/json-text.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { PROFILE_LISTS, type ProfileList } from './own-changes.ts';
import type { ProfileIssue } from './parse-profile.ts';
import { valueOf, type CellProblem } from './profile-cells.ts';
import {
  closeParts,
  placeOf,
  PROFILE_COLUMNS,
  PROFILE_FACTS,
  putAt,
  valueAt,
  type ProfileColumn,
} from './profile-columns.ts';
import { placeInProfile } from './profile-place.ts';
import type { ProfileTableTexts } from './profile-tables.ts';
import { readProfileValue, type ProfileRepair } from './repair-profile.ts';
import type { TargetProfile } from './target-profile.ts';

/** A place in a workbook. `row` as Excel counts, 0 = the whole sheet; `column` its heading, '' = the whole row. */
export type CellPlace = { readonly sheet: string; readonly row: number; readonly column: string };

export type SheetProblem =
  | { readonly kind: 'cell'; readonly problem: CellProblem }
  | { readonly kind: 'sheet-missing' | 'no-heads' | 'column-missing' | 'column-twice' }
  /** The cell says something that entries of this kind do not have. */
  | { readonly kind: 'not-for-kind'; readonly text: string }
  /** Two lists of one entry have different lengths. */
  | { readonly kind: 'lengths-differ'; readonly entries: number; readonly wanted: number }
  | { readonly kind: 'profile'; readonly issue: ProfileIssue };
export type TableIssue = CellPlace & { readonly what: SheetProblem };

export type TableNote =
  | (CellPlace & { readonly kind: 'repair'; readonly repair: ProfileRepair })
  /** A column or sheet of somebody's own, left out. */
  | (CellPlace & { readonly kind: 'unknown-column' | 'unknown-sheet' });

export type ReadTables = { readonly profile: TargetProfile; readonly notes: readonly TableNote[] };

/** Sheets of ours that only explain, and are passed over. */
type Sheets = readonly Pick<RawSheet, 'name' | 'rows'>[];
type Draft = Record<string, unknown>;
type Found = { readonly sheet: string; readonly rows: readonly number[] };

/** Editions from before there were any have no such sheet. */
const OPTIONAL: ReadonlySet<ProfileList> = new Set(['programmes']);
/** Heads may stand below a title. */
const HEAD_ROWS = 10;

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
const isSame = (left: string, right: string): boolean => folded(left) === folded(right);
const textOf = (cell: RawCell | undefined): string => (typeof cell === 'string' ? cell : '');
const isBlank = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/**
 * Reads the sheets that `profileTables` lays out, as somebody has edited them.
 *
 * @param ignored names of sheets that are passed over without a word
 * @returns the profile and what was mended or left out, or everything that stands against it, by cell
 */
export const readProfileTables = (
  sheets: Sheets,
  texts: ProfileTableTexts,
  ignored: readonly string[],
): Result<ReadTables, readonly TableIssue[]> => {
  const issues: TableIssue[] = [];
  const notes: TableNote[] = [];
  const found = new Map<string, Found>();
  const value: Draft = readFacts(sheets, texts, issues, found);
  for (const list of PROFILE_LISTS) value[list] = readList(sheets, list, texts, issues, notes, found);
  const known = [...Object.values(texts.sheets), ...ignored];
  for (const { name, rows } of sheets)
    if (rows.length > 0 && !known.some((each) => isSame(each, name)))
      notes.push({ kind: 'unknown-sheet', sheet: name, row: 0, column: '' });
  // Without its sheets or columns, whatever the rest lacks is only their consequence.
  if (issues.some(({ what: { kind } }) => STRUCTURAL.has(kind))) return failed(issues);

  const read = readProfileValue(value);
  const placed = (path: JsonPath): CellPlace => cellPlace(path, found, texts);
  if (!read.ok) {
    const bad = new Set(issues.map(keyOf));
    for (const issue of read.error) {
      const place = placed(placeInProfile(value, issue));
      // What could not be read was said already.
      if (!bad.has(keyOf(place))) issues.push({ ...place, what: { kind: 'profile', issue } });
    }
  }
  if (!read.ok || issues.length > 0) return failed(issues);
  const repairs = read.value.repairs.map((repair): TableNote => ({
    ...placed(repair.path),
    kind: 'repair',
    repair,
  }));
  return ok({ profile: read.value.profile, notes: [...notes, ...repairs] });
};

const STRUCTURAL: ReadonlySet<SheetProblem['kind']> = new Set([
  'sheet-missing',
  'no-heads',
  'column-missing',
]);
const keyOf = ({ sheet, row, column }: CellPlace): string => [sheet, row, column].join('\n');

const readFacts = (
  sheets: Sheets,
  texts: ProfileTableTexts,
  issues: TableIssue[],
  found: Map<string, Found>,
): Draft => {
  const name = texts.sheets.profile;
  const sheet = sheets.find((each) => isSame(each.name, name));
  const draft: Draft = {};
  if (sheet === undefined) {
    issues.push({ sheet: name, row: 0, column: '', what: { kind: 'sheet-missing' } });
    return draft;
  }
  const rows = PROFILE_FACTS.map(({ key }) =>
    sheet.rows.find(({ cells }) => isSame(textOf(cells[0]), texts.headings[key] ?? key)),
  );
  if (rows.every((row) => row === undefined)) {
    issues.push({ sheet: sheet.name, row: 0, column: '', what: { kind: 'no-heads' } });
    return draft;
  }
  PROFILE_FACTS.forEach(({ key, kind, choice }, index) => {
    const row = rows[index];
    const read = valueOf(kind, choice, row?.cells[1] ?? null, texts);
    if (read.ok) draft[key] = read.value;
    else
      issues.push({
        sheet: sheet.name,
        row: row?.row ?? 0,
        column: texts.headings[key] ?? key,
        what: { kind: 'cell', problem: read.error },
      });
  });
  found.set('profile', { sheet: sheet.name, rows: rows.map((row) => row?.row ?? 0) });
  return draft;
};

const readList = (
  sheets: Sheets,
  list: ProfileList,
  texts: ProfileTableTexts,
  issues: TableIssue[],
  notes: TableNote[],
  found: Map<string, Found>,
): readonly Draft[] => {
  const name = texts.sheets[list];
  const sheet = sheets.find((each) => isSame(each.name, name));
  const complain = (what: SheetProblem, row = 0, column = ''): void => {
    issues.push({ sheet: sheet?.name ?? name, row, column, what });
  };
  if (sheet === undefined) {
    if (!OPTIONAL.has(list)) complain({ kind: 'sheet-missing' });
    return [];
  }
  const columns = PROFILE_COLUMNS[list];
  const headingOf = ({ key }: ProfileColumn): string => texts.headings[key] ?? key;
  const head = sheet.rows
    .slice(0, HEAD_ROWS)
    .find(({ cells }) =>
      columns.slice(0, 2).every((column) => cells.some((cell) => isSame(textOf(cell), headingOf(column)))),
    );
  if (head === undefined) {
    complain({ kind: 'no-heads' });
    return [];
  }
  const at = columns.map((column) => {
    const places = head.cells.flatMap((cell, index) =>
      isSame(textOf(cell), headingOf(column)) ? [index] : [],
    );
    if (places.length > 1) complain({ kind: 'column-twice' }, head.row, headingOf(column));
    if (places.length === 0 && column.kind !== 'words')
      complain({ kind: 'column-missing' }, head.row, headingOf(column));
    return places[0] ?? -1;
  });
  const body = sheet.rows.filter(({ row }) => row > head.row);
  const rows = body.filter(({ cells }) =>
    columns.some(({ kind }, index) => kind !== 'words' && !isBlank(cells[at[index] ?? -1])),
  );
  noteUnknownColumns(sheet.name, head, body, new Set(at), notes);
  found.set(list, { sheet: sheet.name, rows: rows.map(({ row }) => row) });
  return rows.map(({ row, cells }) =>
    readEntry(
      columns,
      (index) => cells[at[index] ?? -1] ?? null,
      texts,
      (column, what) => complain(what, row, headingOf(column)),
    ),
  );
};

const noteUnknownColumns = (
  sheet: string,
  head: RawRow,
  body: readonly RawRow[],
  known: ReadonlySet<number>,
  notes: TableNote[],
): void => {
  const width = Math.max(0, ...body.slice(0, 5000).map(({ cells }) => cells.length));
  for (let index = 0; index < width; index += 1)
    if (!known.has(index) && body.some(({ cells }) => !isBlank(cells[index])))
      notes.push({
        kind: 'unknown-column',
        sheet,
        row: 0,
        column: textOf(head.cells[index]) || `#${index + 1}`,
      });
};

const readEntry = (
  columns: readonly ProfileColumn[],
  cellAt: (index: number) => RawCell,
  texts: ProfileTableTexts,
  complain: (column: ProfileColumn, what: SheetProblem) => void,
): Draft => {
  const draft: Draft = {};
  columns.forEach((column, index) => {
    if (column.kind === 'words') return;
    const cell = cellAt(index);
    const path = placeOf(draft, column);
    if (path === null) {
      if (!isBlank(cell)) complain(column, { kind: 'not-for-kind', text: String(textOf(cell) || cell) });
      return;
    }
    const read = valueOf(column.kind, column.choice, cell, texts);
    if (!read.ok) {
      complain(column, { kind: 'cell', problem: read.error });
      return;
    }
    const fitted = fitValue(draft, column, path, read.value);
    if ('what' in fitted) complain(column, fitted.what);
    else putAt(draft, path, fitted.value);
  });
  closeParts(draft);
  return draft;
};

/** Lists beside each other must be of one length; a single count is a number where the entry has one only. */
const fitValue = (
  draft: Draft,
  { kind }: ProfileColumn,
  path: string,
  value: unknown,
): { readonly value: unknown } | { readonly what: SheetProblem } => {
  if (kind === 'counts' && !path.includes('*') && Array.isArray(value)) {
    if (value.length <= 1) return { value: value[0] ?? null };
    return { what: { kind: 'cell', problem: { code: 'ONE_ONLY', text: value.join(' | '), allowed: [] } } };
  }
  if (kind !== 'grades' && kind !== 'ids-or-none') return { value };
  const beside = valueAt(draft, path.slice(0, path.indexOf('.*')));
  const wanted = Array.isArray(beside) ? beside.length : 0;
  const values = value === null ? Array.from({ length: wanted }, () => null) : (value as readonly unknown[]);
  return values.length === wanted
    ? { value: values }
    : { what: { kind: 'lengths-differ', entries: values.length, wanted } };
};

/** The cell of a place in what was read: of several columns the one that its path leads to, else the first on the way. */
const cellPlace = (
  path: JsonPath,
  found: ReadonlyMap<string, Found>,
  texts: ProfileTableTexts,
): CellPlace => {
  const [list = '', entry, ...rest] = path;
  const facts = PROFILE_FACTS.findIndex(({ key }) => key === list);
  if (facts >= 0) {
    const at = found.get('profile');
    const key = PROFILE_FACTS[facts]?.key ?? '';
    return {
      sheet: at?.sheet ?? texts.sheets.profile,
      row: at?.rows[facts] ?? 0,
      column: texts.headings[key] ?? key,
    };
  }
  if (!isList(list)) return { sheet: texts.sheets.profile, row: 0, column: '' };
  const at = found.get(list);
  const sheet = at?.sheet ?? texts.sheets[list];
  if (typeof entry !== 'number') return { sheet, row: 0, column: '' };
  const column = columnFor(list, rest);
  return {
    sheet,
    row: at?.rows[entry] ?? 0,
    column: column === null ? '' : (texts.headings[column.key] ?? column.key),
  };
};

const isList = (name: string | number): name is ProfileList => PROFILE_LISTS.some((list) => list === name);

const columnFor = (list: ProfileList, path: JsonPath): ProfileColumn | null => {
  if (path.length === 0) return null;
  const wanted = path.map((key) => (typeof key === 'number' ? '*' : key));
  let best: ProfileColumn | null = null;
  let longest = 0;
  for (const column of PROFILE_COLUMNS[list])
    for (const { path: place } of column.places) {
      const keys = place.split('.');
      const common = keys.findIndex((key, index) => key !== wanted[index]);
      const length = common < 0 ? keys.length + 1 : common;
      if (length > longest) [best, longest] = [column, length];
    }
  return best;
};
