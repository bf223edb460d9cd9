import type { Cell, Workbook, Worksheet } from 'exceljs';
import { cellHash, columnSeed, writeHash, type HashedValue } from '#core/report/cell-hash.ts';
import { MAX_CELL_CHARACTERS, toAscii } from '#core/report/report-data.ts';
import type { ReportModel, SheetId } from '#core/report/report-model.ts';
import { sealTable, type PageSeal, type SheetSeal } from '#core/report/seal.ts';
import { NUMBER_FORMATS } from './styles.ts';
import { FIRST_ROW } from './write-table.ts';

/**
 * null = empty, or computed: what a formula gives changes with what it is computed from. „von 23“ is a number in one format
 * and a text in another.
 */
const plainValue = ({ value, numFmt }: Cell): HashedValue | null => {
  if (typeof value === 'number' && numFmt === NUMBER_FORMATS.of) return null;
  if (typeof value === 'number' && numFmt === NUMBER_FORMATS.percent) return { share: value };
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value instanceof Date ? { date: value.toISOString().slice(0, 10) } : null;
};

/** Where a text of a page breaks into rows is known only once it is written. */
const sealPage = (sheet: Worksheet, name: string): PageSeal => {
  const cells: string[] = [];
  let hashes = '';
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      const value = plainValue(cell);
      if (value === null) return;
      cells.push(cell.address);
      hashes += writeHash(cellHash(value, columnSeed(cell.address)));
    }),
  );
  return { kind: 'page', name, cells, hashes };
};

/** Where a legend breaks into rows, too, is known only then. */
const footOf = (sheet: Worksheet, rowCount: number): readonly string[] => {
  const lines: string[] = [];
  for (let number = FIRST_ROW + rowCount; number <= sheet.rowCount; number += 1) {
    let first: string | null = null;
    sheet.findRow(number)?.eachCell(({ value }) => {
      if (first === null && typeof value === 'string') first = value;
    });
    if (first !== null) lines.push(first);
  }
  return lines;
};

/**
 * The hashes of every visible sheet as text, in parts that fit into cells.
 *
 * @param workbook with all pages and tables of the model written
 */
export const sealParts = (
  workbook: Workbook,
  model: ReportModel,
  sheetName: (id: SheetId) => string,
): readonly string[] => {
  const seals = model.sheets.flatMap((sheet): readonly SheetSeal[] => {
    const name = sheetName(sheet.id);
    const written = workbook.getWorksheet(name);
    if (written === undefined || sheet.kind === 'data') return [];
    return [
      sheet.kind === 'page'
        ? sealPage(written, name)
        : sealTable(sheet, name, model.signs, footOf(written, sheet.rows.length)),
    ];
  });
  const text = toAscii(JSON.stringify(seals));
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += MAX_CELL_CHARACTERS)
    parts.push(text.slice(at, at + MAX_CELL_CHARACTERS));
  return parts;
};
