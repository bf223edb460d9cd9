/** How PostgreSQL takes a column; `docs/sql/traeger-schema.sql` says the same, and a test compares the two. */
export type CsvType = 'text' | 'integer' | 'numeric' | 'boolean' | 'date' | 'timestamptz';
export type CsvColumn = { readonly name: string; readonly type: CsvType };
/** Amounts of money are decimals already, `19.90`: text, so that no digit is lost. null = unknown. */
export type CsvValue = string | number | boolean | null;
export type CsvTable = {
  /** Stable, snake_case: name of the table and, with `.csv`, of the file. */
  readonly name: string;
  readonly columns: readonly CsvColumn[];
  readonly rows: readonly (readonly CsvValue[])[];
};

/** 1990 → `19.90`: whole cents as a decimal number, without floating point. */
export const decimalOf = (cents: number | null): string | null => {
  if (cents === null) return null;
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Quoted is what would otherwise be read as something else; an empty text is `""`, the unknown is nothing at all. */
const NEEDS_QUOTES = /^$|[",\r\n]|^\s|\s$|^\\\.$/;

/**
 * No database takes a NUL character, and `\.` alone on a line of a text ends the data for older psql: a blank goes
 * between. These are the only two changes that a text ever gets.
 */
const storable = (text: string): string => text.replaceAll('\0', '\uFFFD').replace(/^\\\.(?=\r?$)/gm, '\\ .');

const cellText = (value: CsvValue): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = storable(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * One file of the CSV set: comma, a head, `\n`, quotes where needed, for UTF-8 without a mark in front. Exactly what
 * `COPY … WITH (FORMAT csv, HEADER)` reads back to the same values.
 *
 * Texts stay as they are, also one that begins with `=`: a database must keep what the school has written. So a CSV file
 * is not for a double click in a spreadsheet program but for its import from text, which calculates nothing.
 */
export const csvText = ({ columns, rows }: Pick<CsvTable, 'columns' | 'rows'>): string => {
  const lines = [columns.map(({ name }) => name).join(',')];
  for (const row of rows) lines.push(row.map(cellText).join(','));
  return `${lines.join('\n')}\n`;
};
