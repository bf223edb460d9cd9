import type { CellValue, ReportColumn, TableSheet } from '../../report/report-model.ts';

export type SchoolTable = { readonly schoolId: string; readonly sheet: TableSheet };

/**
 * The same sheet of many reports as one: columns go by their keys, those that only some schools have come last, and the school
 * stands in the first column. Links are left out: they lead to sheets that are not here.
 *
 * @param schoolColumn stands first where the sheets have none of its key
 */
export const joinTables = (
  tables: Iterable<SchoolTable>,
  schoolColumn: ReportColumn,
): Pick<TableSheet, 'columns' | 'rows'> => {
  const columns: ReportColumn[] = [schoolColumn];
  const positions = new Map([[schoolColumn.key, 0]]);
  const headings = new Set([schoolColumn.heading]);
  const rows: (readonly CellValue[])[] = [];
  for (const { schoolId, sheet } of tables) {
    const places = sheet.columns.map((column) => {
      const known = positions.get(column.key);
      if (known !== undefined) return known;
      // An extra column of one school may bear the name of a field.
      const heading = headings.has(column.heading) ? `${column.heading} (2)` : column.heading;
      headings.add(heading);
      positions.set(column.key, columns.length);
      return columns.push({ ...column, heading, link: null }) - 1;
    });
    for (const row of sheet.rows) {
      const joined: CellValue[] = [schoolId];
      places.forEach((place, at) => {
        const value = row[at] ?? null;
        while (joined.length <= place) joined.push(null);
        if (place > 0) joined[place] = value;
      });
      rows.push(joined);
    }
  }
  return { columns, rows };
};
