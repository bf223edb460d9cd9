import type { ChartSpec } from './report-chart.ts';

/**
 * The report as typed tables, before any library has touched it: what stands in which cell, what is computed from
 * what, and how it is meant to be read. `excel/write/write-workbook.ts` turns it into a workbook.
 */
export const VISIBLE_SHEETS = [
  'cover',
  'overview',
  'room-gaps',
  'matrix',
  'school-gaps',
  'purchases',
  'redistribution',
  'replacement',
  'age',
  'defects',
  'changes',
  'devices',
  'rooms',
  'funding',
  'stocktake',
  'profile',
] as const;
export type VisibleSheetId = (typeof VISIBLE_SHEETS)[number];
/** Sheets of the workbook over many schools (`core/authority/workbook`). */
export type AuthoritySheetId = `authority-${string}`;
export type SheetId = VisibleSheetId | 'data' | AuthoritySheetId;

/**
 * How a value is meant:
 * `money` whole cents, `date` a PartialDate, `percent` a share 0–1, `year` a number without separators,
 * `identifier` text that looks like a number, `wrapped` text that may take several lines,
 * `decimal` one or two digits after the comma, `of` a number read as „von 23“, `state` a `MatrixState`.
 */
export type ValueKind =
  | 'text'
  | 'identifier'
  | 'wrapped'
  | 'integer'
  | 'year'
  | 'decimal'
  | 'money'
  | 'date'
  | 'percent'
  | 'of'
  | 'state';

/** „nicht berechenbar“: never shown as 0 and never as nothing. */
export const NOT_COMPUTABLE = { state: 'not-computable' } as const;

/** One room against one group of requirements. `gap` counts units; colour and sign say the rest. */
export type MatrixState =
  | { readonly state: 'met' | 'partial' | 'missing'; readonly gap: number; readonly scored: boolean }
  | { readonly state: 'not-asked' | 'exempt' };

/** A number that is meant otherwise than its column: a share among counts. */
export type TypedNumber = { readonly value: number; readonly as: ValueKind };

export type CellValue = string | number | null | typeof NOT_COMPUTABLE | MatrixState | TypedNumber;

export type Condition = {
  readonly column: string;
  /** null = the cell is empty. */
  readonly equals: string | null;
};

/** What a cell is computed from. Columns go by their key; `cell` is the cell of that column in the same row. */
export type Formula =
  | { readonly op: 'cell'; readonly column: string }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: '+' | '-' | '*' | '/'; readonly of: readonly [Formula, Formula] }
  | {
      readonly op: 'sum';
      readonly sheet: SheetId;
      readonly column: string;
      readonly where: readonly Condition[];
    }
  | { readonly op: 'count'; readonly sheet: SheetId; readonly where: readonly Condition[] }
  /** Sum of cells of the same row, signs counting as 0; 0 where the row does not fit the conditions. */
  | { readonly op: 'row-sum'; readonly columns: readonly string[]; readonly where: readonly Condition[] };

export type ReportColumn = {
  readonly key: string;
  readonly heading: string;
  readonly kind: ValueKind;
  /** Summed in the totals row. */
  readonly total: boolean;
  /** Stands in the totals row instead of a sum: a share or a mean. A formula reads cells of that row. */
  readonly totalCell: { readonly value: CellValue; readonly formula: Formula | null } | null;
  /** Computed in each row, or one for each row; the values of the rows are what it gives. */
  readonly formula: Formula | readonly (Formula | null)[] | null;
  /** Kept for machines and out of sight: ids. */
  readonly hidden: boolean;
  /** Numbers above 0 are shown as gaps. */
  readonly isGap: boolean;
  /** A bar behind the number: `share` from 0 to 1, `amount` from 0 to the largest. */
  readonly bar: 'share' | 'amount' | null;
  /** Each row's cell leads to the row with this key on another sheet; null = leads nowhere. */
  readonly link: { readonly sheet: SheetId; readonly keys: readonly (string | null)[] } | null;
};

export type TableSheet = {
  readonly kind: 'table';
  readonly id: SheetId;
  readonly name: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** By row: what links to it go by (a room's or a device's id). */
  readonly rowKeys: readonly string[] | null;
  readonly totals: { readonly label: string; readonly where: readonly Condition[] } | null;
  /** Columns that stay in sight; none of them is hidden. */
  readonly frozenColumns: number;
  /** So many columns are printed; the rest serves charts and filters. Default: all. */
  readonly printedColumns?: number;
  /** Explains signs, below the rows. */
  readonly legend: string | null;
  /** Lines to sign on paper, below everything else: one per role, under these headings. */
  readonly signatures?: {
    readonly heading: string;
    readonly columns: readonly [role: string, date: string, signature: string];
    readonly roles: readonly string[];
  };
};

/** A cell on a page. `name` makes it a defined name that formulas elsewhere use. */
export type PageCell = {
  readonly value: CellValue;
  readonly kind: ValueKind;
  readonly formula: Formula | null;
  readonly name: string | null;
  readonly tone: 'normal' | 'strong' | 'muted' | 'gap';
  readonly link: SheetId | null;
};

/** `at` = column of the half page, 0–4; a text may run over free columns to its right. */
export type PageColumn = {
  readonly key: string;
  readonly at: number;
  readonly heading: string | null;
  readonly align: 'left' | 'right';
  /** Shares from 0 to 1, with a bar behind each number. */
  readonly isBar?: true;
};

export type PageBlock =
  | {
      readonly kind: 'table';
      readonly heading: string;
      /** By this name charts of the page find the rows. */
      readonly key?: string;
      readonly columns: readonly PageColumn[];
      /** By column; null = nothing. */
      readonly rows: readonly (readonly (PageCell | null)[])[];
      /** Columns summed below, with the sums. */
      readonly totals: readonly (PageCell | null)[] | null;
    }
  | { readonly kind: 'text'; readonly heading: string; readonly paragraphs: readonly string[] }
  /** Takes the width of the half and so many lines of it. */
  | {
      readonly kind: 'chart';
      readonly heading: string;
      readonly chart: ChartSpec;
      readonly lines: number;
    };

/** Blocks that stay together in print: two halves, each with its blocks below each other. */
export type PageBand = { readonly left: readonly PageBlock[]; readonly right: readonly PageBlock[] };

/** A page to be read, not filtered: bands of two halves with blocks below each other. */
export type PageSheet = {
  readonly kind: 'page';
  readonly id: SheetId;
  readonly name: string;
  readonly kicker: string | null;
  readonly title: string;
  readonly subtitle: string;
  readonly left: readonly PageBlock[];
  readonly right: readonly PageBlock[];
  /** What follows below. With it the page is printed on as many sheets of paper as it needs, otherwise on one. */
  readonly further?: readonly PageBand[];
};

/** Hidden: the report's data for programs, in parts that fit into cells. */
export type DataSheet = {
  readonly kind: 'data';
  readonly id: 'data';
  readonly name: string;
  readonly head: readonly (string | number)[];
  readonly parts: readonly string[];
};

export type ReportSheet = TableSheet | PageSheet | DataSheet;

export type ReportModel = {
  readonly sheets: readonly ReportSheet[];
  /** What stands instead of rows where there are none. */
  readonly emptyText: string;
  /** Left and middle of the head line of printed pages. */
  readonly printHead: { readonly left: string; readonly right: string };
  readonly pageFoot: { readonly page: string; readonly of: string };
  readonly properties: {
    readonly title: string;
    readonly subject: string;
    readonly creator: string;
    /** The school authority; empty when unknown. */
    readonly company: string;
    readonly keywords: string;
    readonly writtenAt: string;
  };
  readonly signs: { readonly notAsked: string; readonly exempt: string; readonly notComputable: string };
};
