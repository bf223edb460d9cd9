import type { IconName } from '#ui/icons.tsx';

/** A cell in words; a sign stands before its text, so that it can be read without colour. */
export type PrintCell = string | { readonly sign: IconName; readonly text: string };

export type PrintColumn = {
  readonly label: string;
  readonly align?: 'right' | 'center';
  /** Serial numbers and the like: every letter as wide as the other. */
  readonly isMono?: boolean;
};

export type PrintRow = {
  readonly cells: readonly PrintCell[];
  /** The first cell reaches over so many columns; those behind it are empty. */
  readonly span?: number;
  /** A head over the rows that follow, or the sum of those before; null = an entry. */
  readonly kind?: 'group' | 'sum';
};

export type PrintTable = {
  readonly heading?: string;
  readonly note?: string;
  /** What signs mean, before the table. */
  readonly key?: readonly (readonly [sign: PrintCell, meaning: string])[];
  readonly columns: readonly PrintColumn[];
  readonly rows: readonly PrintRow[];
};

/** A list as it is printed: data only, so that a screen needs nothing of the drawing until somebody prints. */
export type PrintList = {
  readonly kind: 'list';
  readonly title: string;
  /** Whose list it is; without, it is the school's on its Stichtag. */
  readonly owner?: string;
  /** What was chosen, in words: view, filters, order. */
  readonly facts: readonly string[];
  /** No number of entries in the head: of several tables that tell different things it says nothing. */
  readonly isUncounted?: true;
  readonly tables: readonly PrintTable[];
};

/** The tables of the screen as it shows them. */
export type PrintTables = Omit<PrintList, 'kind' | 'tables'> & { readonly kind: 'tables' };

export const rowCount = ({ tables }: PrintList): number =>
  tables.reduce((sum, { rows }) => sum + rows.length, 0);

/** Heads and sums are no entries. */
export const entryCount = ({ tables }: PrintList): number =>
  tables.reduce((sum, { rows }) => sum + rows.filter(({ kind }) => kind === undefined).length, 0);
