import type { CellValue, Formula, PageCell, ReportColumn, SheetId, ValueKind } from '../report-model.ts';
import type { ReportColumnKey, ReportTexts } from '../report-texts.ts';

type ColumnOptions = Partial<
  Pick<ReportColumn, 'total' | 'totalCell' | 'formula' | 'hidden' | 'isGap' | 'bar' | 'link' | 'heading'>
>;

/** A column under a heading from elsewhere: a field, a group of the profile. */
export const namedColumn = (
  key: string,
  heading: string,
  kind: ValueKind,
  options: ColumnOptions = {},
): ReportColumn => ({
  key,
  heading,
  kind,
  total: false,
  totalCell: null,
  formula: null,
  hidden: false,
  isGap: false,
  bar: null,
  link: null,
  ...options,
});

/** A column under one of the report's own headings. */
export const column = (
  texts: ReportTexts,
  key: ReportColumnKey,
  kind: ValueKind,
  options: ColumnOptions = {},
): ReportColumn => namedColumn(key, texts.columns[key], kind, options);

export const cellOf = (key: string): Formula => ({ op: 'cell', column: key });
export const nameOf = (name: string): Formula => ({ op: 'name', name });
export const minus = (a: Formula, b: Formula): Formula => ({ op: '-', of: [a, b] });
export const plus = (a: Formula, b: Formula): Formula => ({ op: '+', of: [a, b] });
export const times = (a: Formula, b: Formula): Formula => ({ op: '*', of: [a, b] });
export const over = (a: Formula, b: Formula): Formula => ({ op: '/', of: [a, b] });
export const sumOf = (
  sheet: SheetId,
  key: string,
  where: Readonly<Record<string, string | null>> = {},
): Formula => ({
  op: 'sum',
  sheet,
  column: key,
  where: Object.entries(where).map(([name, equals]) => ({ column: name, equals })),
});
export const countOf = (sheet: SheetId, where: Readonly<Record<string, string | null>>): Formula => ({
  op: 'count',
  sheet,
  where: Object.entries(where).map(([name, equals]) => ({ column: name, equals })),
});

/** Lücke = Soll − Ist, live in every row. */
export const GAP_FORMULA = minus(cellOf('target'), cellOf('actual'));

/** A cell of a page. */
export const pageCell = (
  value: CellValue,
  kind: ValueKind = 'text',
  options: Partial<Pick<PageCell, 'formula' | 'name' | 'tone' | 'link'>> = {},
): PageCell => ({ value, kind, formula: null, name: null, tone: 'normal', link: null, ...options });
