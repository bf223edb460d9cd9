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
  /** A head over the rows that follow, or the sum of those before; null = an entry. */
  readonly kind?: 'group' | 'sum';
};

export type PrintTable = {
  readonly heading?: string;
  readonly note?: string;
  readonly columns: readonly PrintColumn[];
  readonly rows: readonly PrintRow[];
};

/** A list as it is printed: data only, so that a screen needs nothing of the drawing until somebody prints. */
export type PrintList = {
  readonly kind: 'list';
  readonly title: string;
  /** What was chosen, in words: view, filters, order. */
  readonly facts: readonly string[];
  readonly tables: readonly PrintTable[];
};

export const rowCount = ({ tables }: PrintList): number =>
  tables.reduce((sum, { rows }) => sum + rows.length, 0);
