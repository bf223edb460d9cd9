import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ownCategory, OUTSIDE_CATEGORY } from '#core/import/dictionary/own-categories.ts';
import { planImport } from '#core/import/plan/plan-import.ts';
import { proposeMapping } from '#core/import/columns/propose-mapping.ts';
import type { ImportMapping, ImportPlan, TableMapping } from '#core/import/types.ts';
import { EMPTY_INVENTORY } from '#core/inventory/inventory.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import { readList } from '#excel/read/read-list.ts';

const field = z.string().nullable();
const labelledRow = z.object({
  row: z.number(),
  category: z.string().nullable().optional(),
  purchasedOn: z.string().optional(),
  priceCents: z.number().optional(),
  room: z.string().optional(),
  status: z.string().optional(),
  doubtful: z.array(z.string()).default([]),
});
const labelledTable = z.object({
  sheet: z.string(),
  kind: z.string(),
  layout: z.string(),
  headRows: z.object({ first: z.number(), last: z.number() }),
  columns: z.array(
    z.object({
      header: z.string(),
      field: z.union([field, z.array(field)]),
      category: z.string().optional(),
    }),
  ),
  rows: z.array(labelledRow),
});
const labels = z.object({ tables: z.array(labelledTable) });
type LabelledTable = z.infer<typeof labelledTable>;
type LabelledRow = z.infer<typeof labelledRow>;

/** So many were looked at, so many right; what was not, with its place. */
export type Score = { right: number; of: number; wrong: string[] };
export const ASPECTS = [
  'layouts',
  'columns',
  'categories',
  'outside',
  'dates',
  'prices',
  'rooms',
  'status',
] as const;
export type Aspect = (typeof ASPECTS)[number];
export type ListScore = { readonly file: string; readonly scores: Readonly<Record<Aspect, Score>> };

const emptyScores = (): Record<Aspect, Score> => ({
  layouts: { right: 0, of: 0, wrong: [] },
  columns: { right: 0, of: 0, wrong: [] },
  categories: { right: 0, of: 0, wrong: [] },
  outside: { right: 0, of: 0, wrong: [] },
  dates: { right: 0, of: 0, wrong: [] },
  prices: { right: 0, of: 0, wrong: [] },
  rooms: { right: 0, of: 0, wrong: [] },
  status: { right: 0, of: 0, wrong: [] },
});

const judge = (score: Score, isRight: boolean, where: string): void => {
  score.of += 1;
  if (isRight) score.right += 1;
  else score.wrong.push(where);
};

/** Reads one labelled list as the app would, nobody correcting anything, and compares it with its labels. */
export const measureList = (folder: string, file: string, profileFile: string): ListScore => {
  const parsed = parseProfile(JSON.parse(readFileSync(profileFile, 'utf8')));
  if (!parsed.ok) throw new Error('profile');
  const profile = parsed.value;
  const name = file.replace(/\.[^.]+$/, '');
  const { tables } = labels.parse(JSON.parse(readFileSync(join(folder, `${name}.labels.json`), 'utf8')));
  const scores = emptyScores();
  const book = readList(new Uint8Array(readFileSync(join(folder, file))), file);
  if (!book.ok) throw new Error(`${file}: ${book.error.code}`);
  const mapping = proposeMapping(book.value, { profile, remembered: [] });
  // A list that is refused has nothing right.
  const found: ImportMapping = mapping.ok ? mapping.value : { tables: [] };
  let next = 0;
  const id = (): string => `neu-${(next += 1)}`;
  const plan = planImport(book.value, found, {
    inventory: EMPTY_INVENTORY,
    profile,
    ids: { device: id, room: id },
    defaultRoomType: null,
  });
  for (const table of tables) {
    scoreTable(table, tableOf(found, table), scores);
    for (const row of table.rows) scoreRow(table, row, plan, scores);
  }
  const wanted = new Set(tables.map(({ sheet }) => sheet));
  for (const { table, included } of found.tables)
    if (included && !wanted.has(table.sheet))
      judge(scores.layouts, false, `${table.sheet}: read, but is no list`);
  return { file, scores };
};

const tableOf = ({ tables }: ImportMapping, { sheet }: LabelledTable): TableMapping | undefined =>
  tables.find(({ table, included }) => included && table.sheet === sheet);

const scoreTable = (
  wanted: LabelledTable,
  found: TableMapping | undefined,
  scores: Record<Aspect, Score>,
): void => {
  const { layout, headRows, sheet } = wanted;
  const isRight =
    found?.layout === layout &&
    found.table.headRows.first === headRows.first &&
    found.table.headRows.last === headRows.last;
  judge(
    scores.layouts,
    isRight,
    `${sheet}: ${layout} ${headRows.first}-${headRows.last}, found ${found?.layout ?? 'nothing'} ${found?.table.headRows.first ?? ''}-${found?.table.headRows.last ?? ''}`,
  );
  for (const { header, field: label, category } of wanted.columns) {
    const column = found?.columns.find((entry) => entry.header === header);
    const fields = Array.isArray(label) ? label : [label];
    const fits =
      column !== undefined &&
      fields.includes(column.field) &&
      (column.field !== 'count' || category === undefined || isCategory(category, column.categoryId));
    judge(
      scores.columns,
      fits,
      `${sheet} „${header}“: ${fields.join('|')}${category ?? ''}, found ${column === undefined ? 'no column' : `${column.field ?? 'null'} ${column.categoryId ?? ''}`}`,
    );
  }
};

const isCategory = (wanted: string, found: string | null): boolean =>
  wanted === 'own'
    ? found !== null && found !== OUTSIDE_CATEGORY && ownCategory(found) !== undefined
    : wanted === 'outside'
      ? found === OUTSIDE_CATEGORY
      : wanted === found;

const scoreRow = (
  { sheet, kind }: LabelledTable,
  wanted: LabelledRow,
  plan: ImportPlan,
  scores: Record<Aspect, Score>,
): void => {
  if (kind === 'rooms') {
    const room = plan.rooms.find(({ source }) => source?.sheet === sheet && source.row === wanted.row)?.room;
    judge(
      scores.rooms,
      room !== undefined && (wanted.room === undefined || room.roomNumber === wanted.room),
      `${sheet} ${wanted.row}: ${wanted.room ?? ''}, found ${room?.roomNumber ?? 'nothing'}`,
    );
    return;
  }
  const planned = plan.devices.find(({ source }) => source.sheet === sheet && source.row === wanted.row);
  const device = planned?.device ?? null;
  const at = `${sheet} ${wanted.row}`;
  const isTold = (name: string): boolean =>
    plan.issues.some((issue) => issue.sheet === sheet && issue.row === wanted.row && issue.field === name);
  const { category } = wanted;
  if (category !== undefined && category !== null && category !== 'any')
    judge(
      category === 'outside' ? scores.outside : scores.categories,
      isCategory(category, device?.categoryId ?? null),
      `${at}: ${category}, found ${device === null ? 'no device' : device.categoryId} for „${planned?.categoryText ?? ''}“ ${device?.manufacturer ?? ''} ${device?.model ?? ''}`,
    );
  const value = (
    score: Score,
    name: 'purchasedOn' | 'purchasePriceCents',
    label: string | number | undefined,
    isDoubtful: boolean,
  ): void => {
    const found = device?.[name] ?? null;
    if (label === undefined && !isDoubtful && found === null) return;
    const isRight = isDoubtful ? isTold(name) : found === (label ?? null) || isTold(name);
    judge(
      score,
      device !== null && isRight,
      `${at}: ${label ?? ''}${isDoubtful ? ' doubtful' : ''}, found ${found ?? 'nothing'}`,
    );
  };
  // A count table has neither.
  if (device !== null || wanted.purchasedOn !== undefined) {
    value(scores.dates, 'purchasedOn', wanted.purchasedOn, wanted.doubtful.includes('purchasedOn'));
    value(scores.prices, 'purchasePriceCents', wanted.priceCents, wanted.doubtful.includes('priceCents'));
  }
  if (wanted.room !== undefined) {
    const room = plan.rooms.find(({ room: { id } }) => id === device?.roomId)?.room.roomNumber;
    const isCounted = category === undefined && device === null;
    if (!isCounted)
      judge(scores.rooms, room === wanted.room, `${at}: room ${wanted.room}, found ${room ?? 'none'}`);
  }
  if (wanted.status !== undefined)
    judge(
      scores.status,
      device?.status === wanted.status,
      `${at}: ${wanted.status}, found ${device?.status ?? 'no device'}`,
    );
};

/** The lists of a folder, each with labels beside it. */
export const listsOf = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => /\.(csv|tsv|txt|xlsx|ods)$/.test(file))
    .toSorted();

/** The sum over lists. */
export const totalOf = (lists: readonly ListScore[], aspect: Aspect): Score =>
  lists.reduce(
    (sum, { scores }) => ({
      right: sum.right + scores[aspect].right,
      of: sum.of + scores[aspect].of,
      wrong: [...sum.wrong, ...scores[aspect].wrong],
    }),
    { right: 0, of: 0, wrong: [] as string[] },
  );
