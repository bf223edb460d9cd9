import { z } from '../shared/zod.ts';
import { addHashes, cellHash, columnSeed, writeHash, type HashedValue } from './cell-hash.ts';
import type { CellValue, ReportColumn, ReportModel, TableSheet, ValueKind } from './report-model.ts';

/**
 * What stands on the visible sheets, as hashes: whoever reads the report sees which cells were changed by hand. Kept in the
 * second column of the hidden sheet, beside the data, where earlier readers do not look.
 */
export type TableSeal = {
  readonly kind: 'table';
  readonly name: string;
  /** Heading, whether formulas stand in it, sum of the hashes of its cells. */
  readonly columns: readonly (readonly [heading: string, isComputed: 0 | 1, sum: string])[];
  /** Sum of the hashes of each row's cells, side by side; sorting does not change what is in it. */
  readonly rows: string;
  /** Hash of the first cell of rows that are none: totals, legend, lines to sign, „keine Einträge“. */
  readonly foot: string;
};
export type PageSeal = {
  readonly kind: 'page';
  readonly name: string;
  /** Addresses without formulas, and their hashes side by side. */
  readonly cells: readonly string[];
  readonly hashes: string;
};
export type SheetSeal = TableSeal | PageSeal;

/** Of two columns with one heading the second is another one. */
export const seedsOf = (headings: readonly string[]): readonly number[] => {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const times = seen.get(heading) ?? 0;
    seen.set(heading, times + 1);
    return columnSeed(times === 0 ? heading : `${heading}\n${times}`);
  });
};

/** Of a first cell, wherever it stands. */
export const FOOT_SEED = columnSeed('');

const DATE = /^(?:19|[2-9]\d)\d\d(?:-\d\d)?(?:-\d\d)?$/;

/** „von 23“ is a number in one format and a text in another. */
const writtenNumber = (value: number, kind: ValueKind): HashedValue | null =>
  kind === 'of' ? null : kind === 'percent' ? { share: value } : kind === 'money' ? value / 100 : value;

/** What the writer makes of a value, null = nothing. */
const writtenValue = (
  value: CellValue,
  { kind }: ReportColumn,
  signs: ReportModel['signs'],
): HashedValue | null => {
  if (value === null) return null;
  if (typeof value === 'string')
    return kind === 'date' && DATE.test(value) && value >= '1901' ? { date: value } : value;
  if (typeof value === 'number') return writtenNumber(value, kind);
  if ('as' in value) return writtenNumber(value.value, value.as);
  switch (value.state) {
    case 'not-computable':
      return signs.notComputable;
    case 'not-asked':
      return signs.notAsked;
    case 'exempt':
      return signs.exempt;
    default:
      return value.gap;
  }
};

/** Serial numbers are not worth remembering. */
const MAX_KNOWN = 500;

/** @param foot the first text of each row below the rows, as it is written there */
export const sealTable = (
  sheet: TableSheet,
  name: string,
  signs: ReportModel['signs'],
  foot: readonly string[],
): TableSeal => {
  const { columns, rows } = sheet;
  const seeds = seedsOf(columns.map(({ heading }) => heading));
  const sums = columns.map(() => 0);
  // Most columns repeat a few values.
  const known = columns.map(() => new Map<string | number, number>());
  const rowSums = rows.map((row) => {
    let rowSum = 0;
    for (let at = 0; at < columns.length; at += 1) {
      const value = row[at] ?? null;
      const column = columns[at];
      if (value === null || column === undefined) continue;
      const isRepeated = typeof value !== 'object';
      let hash = isRepeated ? known[at]?.get(value) : undefined;
      if (hash === undefined) {
        const written = writtenValue(value, column, signs);
        hash = written === null ? 0 : cellHash(written, seeds[at] ?? 0);
        const values = known[at];
        if (isRepeated && values !== undefined && values.size < MAX_KNOWN) values.set(value, hash);
      }
      rowSum = addHashes(rowSum, hash);
      sums[at] = addHashes(sums[at] ?? 0, hash);
    }
    return rowSum;
  });
  return {
    kind: 'table',
    name,
    columns: columns.map(({ heading, formula }, at) => [
      heading,
      formula === null ? 0 : 1,
      writeHash(sums[at] ?? 0),
    ]),
    rows: rowSums.map(writeHash).join(''),
    foot: foot.map((line) => writeHash(cellHash(line, FOOT_SEED))).join(''),
  };
};

const seals = z.array(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('table'),
      name: z.string(),
      columns: z.array(z.tuple([z.string(), z.union([z.literal(0), z.literal(1)]), z.string()])),
      rows: z.string(),
      foot: z.string(),
    }),
    z.object({ kind: z.literal('page'), name: z.string(), cells: z.array(z.string()), hashes: z.string() }),
  ]),
);

/** The seals as text; null when there are none or nobody can read them: reports of before have none. */
export const parseSeals = (text: string): readonly SheetSeal[] | null => {
  try {
    const parsed = seals.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};
