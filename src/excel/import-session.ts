import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { GapOptions, GapTotals, StandardResult } from '#core/gaps/gap-analysis.ts';
import { applyChanges } from '#core/history/apply-changes.ts';
import type { Change } from '#core/history/change-set.ts';
import { findTable } from '#core/import/columns/find-table.ts';
import { withOwnCategories } from '#core/import/dictionary/own-categories.ts';
import type { ImportChoices } from '#core/import/plan/plan-choices.ts';
import { changesOfPlan, planImport } from '#core/import/plan/plan-import.ts';
import {
  lineDetail,
  previewLines,
  type DetailEntry,
  type LineFilter,
  type PreviewLine,
} from '#core/import/plan/preview-lines.ts';
import {
  proposeMapping,
  remapTable,
  type MappingContext,
  type TableChange,
} from '#core/import/columns/propose-mapping.ts';
import type { SavedTable } from '#core/import/columns/saved-mapping.ts';
import { summarizePlan, type PlanSummary } from '#core/import/plan/summarize-plan.ts';
import {
  rowKey,
  type ImportMapping,
  type ImportPlan,
  type RawBook,
  type RawSheet,
  type ReadFailure,
  type RowSource,
  type TableMapping,
  type TextFormat,
} from '#core/import/types.ts';
import { cellText } from '#core/import/words.ts';
import { EMPTY_INVENTORY, type Inventory } from '#core/inventory/inventory.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { readList, readPastedText, type ReadOptions } from './read/read-list.ts';

export type ReadRequest = {
  readonly source:
    | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly name: string }
    | { readonly kind: 'text'; readonly text: string; readonly name: string };
  readonly options: ReadOptions;
  readonly profile: TargetProfile;
  readonly remembered: readonly SavedTable[];
};
export type ReadAnswer = Result<
  {
    readonly mapping: ImportMapping;
    readonly textFormat: TextFormat | null;
    /** By the name of the sheet. */
    readonly sheets: Readonly<Record<string, SheetFacts>>;
  },
  ReadFailure
>;
/** What the wizard shows of a sheet besides its columns. */
export type SheetFacts = {
  readonly isHidden: boolean;
  readonly hiddenRows: number;
  /** 0 = A. */
  readonly hiddenColumns: readonly number[];
  /** The first rows as a reader sees them, for choosing the head by eye. */
  readonly firstRows: readonly FirstRow[];
};
export type FirstRow = { readonly row: number; readonly texts: readonly string[] };

export type RemapRequest = {
  readonly table: TableMapping;
  readonly change: TableChange;
  readonly profile: TargetProfile;
  readonly remembered: readonly SavedTable[];
};

/** What is there now, piece by piece: 100,000 devices at once would stop the window. */
export type InventoryPiece = {
  /** With the first piece, which replaces what was handed over before. */
  readonly start: Omit<Inventory, 'devices'> | null;
  readonly devices: Inventory['devices'];
};

/** Against the inventory that was handed over last. */
export type PlanRequest = {
  readonly mapping: ImportMapping;
  readonly profile: TargetProfile;
  readonly view: GapOptions;
  readonly choices: ImportChoices;
};
export type Effect = { readonly totals: GapTotals; readonly standard: StandardResult | null };
export type PlanAnswer = PlanSummary & { readonly after: Effect };

export type LinesRequest = { readonly filter: LineFilter; readonly from: number; readonly to: number };

/** How far a step is; `what` names it for the progress bar. */
export type ImportProgress = {
  readonly what: 'reading' | 'planning' | 'fetching';
  readonly done: number;
  readonly of: number;
};

/**
 * One list on its way in. The rows and the plan stay here, in the worker: handing 100,000 of them over at once would
 * stop the window for seconds, so the window asks for what it shows and takes the changes piece by piece.
 */
export type ImportSession = {
  readonly read: (request: ReadRequest) => ReadAnswer;
  readonly inventory: (piece: InventoryPiece) => null;
  /** Of the list that was read last. */
  readonly remap: (request: RemapRequest) => TableMapping;
  readonly plan: (request: PlanRequest) => PlanAnswer;
  /** Of the plan that was made last; `to` is exclusive. */
  readonly lines: (request: LinesRequest) => readonly PreviewLine[];
  /** Everything about one row of that plan. */
  readonly detail: (key: string) => readonly DetailEntry[];
  readonly changes: (size: number) => Generator<readonly Change[]>;
  readonly changeCount: () => number;
  /** The rows that were rejected or are doubtful, as a workbook to mend and read again. */
  readonly mendList: () => Promise<Uint8Array>;
};

/** Rows above and around the head that the user can choose from. */
const FIRST_ROWS = 40;
const FIRST_COLUMNS = 12;

export const createImportSession = (tell: (progress: ImportProgress) => void): ImportSession => {
  let book: RawBook | null = null;
  let inventory: Inventory = EMPTY_INVENTORY;
  let made: {
    readonly plan: ImportPlan;
    readonly inventory: Inventory;
    readonly mapping: ImportMapping;
  } | null = null;
  let changes: readonly Change[] | null = null;
  /** A row keeps the ids of its devices from plan to plan: a list to mend that was saved in between names them. */
  let deviceIds = new Map<string, string>();

  const opened = (): RawBook => {
    if (book === null) throw new Error('asked before a list was read');
    return book;
  };
  const planned = (): NonNullable<typeof made> => {
    if (made === null) throw new Error('asked before a plan was made');
    return made;
  };
  const allChanges = (): readonly Change[] => (changes ??= changesOfPlan(planned().plan));

  return {
    read: ({ source, options, profile, remembered }) => {
      const result =
        source.kind === 'file'
          ? readList(source.bytes, source.name, options, ({ done, of }) =>
              tell({ what: 'reading', done, of }),
            )
          : readPastedText(source.text, source.name);
      if (!result.ok) return result;
      const mapping = proposeMapping(result.value, { profile, remembered });
      if (!mapping.ok) return failed(mapping.error);
      book = result.value;
      deviceIds = new Map();
      made = null;
      return ok({
        mapping: { tables: withLeftOut(book, mapping.value.tables, { profile, remembered }) },
        textFormat: book.textFormat,
        sheets: Object.fromEntries(book.sheets.map((sheet) => [sheet.name, factsOf(sheet)])),
      });
    },
    inventory: ({ start, devices }) => {
      inventory =
        start === null
          ? { ...inventory, devices: inventory.devices.concat(devices) }
          : { ...start, devices: [...devices] };
      return null;
    },
    remap: ({ table, change, profile, remembered }) =>
      remapTable(opened(), table, change, { profile, remembered }),
    plan: (request) => {
      const { mapping, profile, view, choices } = request;
      const timesOfRow = new Map<string, number>();
      const idOf = (source: RowSource): string => {
        const row = rowKey(source);
        const times = timesOfRow.get(row) ?? 0;
        timesOfRow.set(row, times + 1);
        const key = `${row}\n${times}`;
        const id = deviceIds.get(key) ?? crypto.randomUUID();
        deviceIds.set(key, id);
        return id;
      };
      const plan = planImport(opened(), mapping, {
        ...choices,
        inventory,
        profile,
        ids: { device: idOf, room: () => crypto.randomUUID() },
        onProgress: (done, of) => tell({ what: 'planning', done, of }),
      });
      made = { plan, inventory, mapping };
      changes = null;
      const state = applyChanges({ inventory, profiles: new Map(), settings: new Map() }, allChanges());
      const extended = withOwnCategories(profile, plan.newCategories);
      const { totals, standards } = analyzeGaps(state.inventory, extended, view);
      return { ...summarizePlan(plan), after: { totals, standard: standards[0] ?? null } };
    },
    lines: ({ filter, from, to }) => {
      const { plan, inventory: compared } = planned();
      return previewLines(plan, compared, filter).slice(from, to);
    },
    detail: (key) => {
      const { plan, inventory: compared } = planned();
      return lineDetail(plan, compared, key);
    },
    *changes(size) {
      const all = allChanges();
      for (let start = 0; start < all.length; start += size) {
        yield all.slice(start, start + size);
        tell({ what: 'fetching', done: Math.min(start + size, all.length), of: all.length });
      }
    },
    changeCount: () => allChanges().length,
    mendList: async () => {
      const { writeMendList } = await import('./write/write-mend-list.ts');
      return writeMendList(opened(), planned().mapping, planned().plan);
    },
  };
};

const factsOf = ({ hidden, hiddenColumns, rows }: RawSheet): SheetFacts => ({
  isHidden: hidden,
  hiddenRows: rows.filter((row) => row.hidden).length,
  hiddenColumns,
  firstRows: rows.slice(0, FIRST_ROWS).map(({ row, cells }) => ({
    row,
    texts: cells.slice(0, FIRST_COLUMNS).map(cellText),
  })),
});

/** Sheets without anything that looks like a head are offered too, left out: the user may know better. */
const withLeftOut = (
  { sheets }: RawBook,
  tables: readonly TableMapping[],
  context: MappingContext,
): readonly TableMapping[] =>
  sheets.flatMap((sheet) => {
    const known = tables.find(({ table }) => table.sheet === sheet.name);
    if (known !== undefined) return [known];
    const [first] = sheet.rows;
    const found = first === undefined ? null : findTable(sheet, { first: first.row, last: first.row });
    if (found === null) return [];
    const empty: TableMapping = {
      table: found.table,
      kind: 'devices',
      layout: 'row-per-device',
      included: false,
      columns: [],
      roomText: null,
      isOwn: false,
    };
    const book = { fileName: '', format: 'xlsx', textFormat: null, sheets: [sheet] } as const;
    return [remapTable(book, empty, {}, { ...context, remembered: [] })];
  });
