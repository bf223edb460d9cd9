import ExcelJS from 'exceljs';
import { mendListOf, type MendReason, type MendSheet } from '#core/import/plan/mend-list.ts';
import type { ImportMapping, ImportPlan, RawBook, RawCell } from '#core/import/types.ts';
import { cellText } from '#core/import/words.ts';
import { importIssueText, MEND_TEXTS, mendReasonText, rejectionText } from '#texts/import.ts';
import { safeSheetName } from './sheet-names.ts';
import { makeStyles, NUMBER_FORMATS, type Styles } from './styles.ts';
import { MAX_WIDTH, textCell, writeRows, type Cell, type Column } from './write-rows.ts';
import { excelDate } from './write-table.ts';

const REASONS_WIDTH = 60;
/** A number as it stands, without separators: it may be a price, a year or an identifier. */
const PLAIN_NUMBER = '0.##########';

/**
 * The rejected and doubtful rows as a workbook: mended there and read again, each finds the device that it became. The
 * original cells keep their kind: dates are dates, numbers numbers, and texts, leading zeros included, texts.
 */
export const writeMendList = async (
  book: RawBook,
  mapping: ImportMapping,
  plan: ImportPlan,
): Promise<Uint8Array> => {
  const list = mendListOf(book, mapping, plan, MEND_TEXTS.headings);
  const workbook = new ExcelJS.Workbook();
  workbook.title = MEND_TEXTS.title(plan.fileName);
  const styles = makeStyles();
  // The sheet of remarks keeps its name: it is known not to be a list.
  const taken = new Set([MEND_TEXTS.notesSheet.toLowerCase()]);
  for (const sheet of list.sheets) {
    const name = safeSheetName(sheet.name, taken);
    taken.add(name.toLowerCase());
    writeRows(workbook, name, columnsOf(sheet), sheetRows(sheet, styles));
  }
  const notes = list.notes.map((reason) => noteRow(reason, styles));
  writeRows(workbook, MEND_TEXTS.notesSheet, NOTE_COLUMNS, notes);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const column = (heading: string, maxWidth = MAX_WIDTH, isHidden = false): Column => ({
  heading,
  maxWidth,
  isHidden,
});

const columnsOf = ({ kind, headings }: MendSheet): readonly Column[] => [
  column(kind === 'rooms' ? MEND_TEXTS.headings.roomId : MEND_TEXTS.headings.deviceId, MAX_WIDTH, true),
  column(MEND_TEXTS.headings.row),
  column(MEND_TEXTS.headings.reasons, REASONS_WIDTH),
  ...headings.map((heading) => column(heading)),
];

const NOTE_COLUMNS: readonly Column[] = [
  column(MEND_TEXTS.notes.sheet),
  column(MEND_TEXTS.notes.row),
  column(MEND_TEXTS.notes.column),
  column(MEND_TEXTS.notes.value, REASONS_WIDTH),
  column(MEND_TEXTS.notes.reason, REASONS_WIDTH),
];

const sheetRows = ({ rows }: MendSheet, styles: Styles): readonly (readonly Cell[])[] =>
  rows.map(({ row, id, reasons, cells }) => [
    textCell(id, styles),
    numberCell(row, styles),
    textCell(reasons.map(mendReasonText).join('\n') || null, styles, true),
    ...cells.map((cell) => rawCell(cell, styles)),
  ]);

const noteRow = (reason: MendReason, styles: Styles): readonly Cell[] => {
  const { sheet, row } = reason.kind === 'issue' ? reason.issue : reason.rejected;
  return [
    textCell(sheet, styles),
    numberCell(row, styles),
    textCell(reason.kind === 'issue' ? reason.column : '', styles),
    textCell(reason.kind === 'issue' ? reason.issue.value : reason.rejected.text, styles, true),
    textCell(
      reason.kind === 'issue' ? importIssueText(reason.issue) : rejectionText(reason.rejected),
      styles,
      true,
    ),
  ];
};

const numberCell = (value: number | null, styles: Styles): Cell => ({
  value,
  style: styles.cell('integer', false, NUMBER_FORMATS.year),
});

const rawCell = (cell: RawCell, styles: Styles): Cell => {
  if (typeof cell === 'number') return { value: cell, style: styles.cell('decimal', false, PLAIN_NUMBER) };
  if (typeof cell === 'object' && cell !== null && cell.kind === 'date') {
    const { value, format } = excelDate(cell.date);
    return { value, style: styles.cell('date', false, format) };
  }
  return textCell(typeof cell === 'string' ? cell : cellText(cell), styles);
};
