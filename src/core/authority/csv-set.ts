import {
  CATEGORIES,
  PURCHASES,
  REPLACEMENTS,
  REQUIREMENTS,
  ROOM_GAPS,
  SCHOOL_GAPS,
  SURPLUS,
} from './csv-gap-tables.ts';
import { DEVICES, EXEMPTIONS, GRADES, ROOMS, SCHOOLS } from './csv-inventory-tables.ts';
import type { CsvReport } from './csv-table-plan.ts';
import type { CsvTable } from './csv-table.ts';

/** A school under the name by which the consolidation tells it apart from the others. */
export type CsvSchool = { readonly id: string; readonly report: CsvReport };

/** In the order in which a database can load them: what others refer to comes first. */
const TABLES = [
  SCHOOLS,
  GRADES,
  CATEGORIES,
  REQUIREMENTS,
  ROOMS,
  EXEMPTIONS,
  DEVICES,
  ROOM_GAPS,
  SCHOOL_GAPS,
  SURPLUS,
  PURCHASES,
  REPLACEMENTS,
];

/**
 * The reports of many schools as tables for databases and pivot: every row of every school, with the school's id first.
 * What each column means: `docs/data-format.md`; tables and columns are only ever added, columns at the end.
 */
export const csvSet = (schools: readonly CsvSchool[]): readonly CsvTable[] =>
  TABLES.map(({ name, columns: own, rowsOf }) => ({
    name,
    columns: [{ name: 'school_id', type: 'text' }, ...own],
    rows: schools.flatMap(({ id, report }) => rowsOf(report).map((row) => [id, ...row])),
  }));
