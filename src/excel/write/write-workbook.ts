import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import type { DataSheet, PageSheet, ReportModel, SheetId, TableSheet } from '#core/report/report-model.ts';
import { makeChartBoard, type ChartBoard } from './charts/chart-board.ts';
import { finishPackage } from './finish-package.ts';
import { columnLetter, quoteSheet } from './formulas.ts';
import { safeSheetName } from './sheet-names.ts';
import { makeStyles, type Styles } from './styles.ts';
import { writePage } from './write-page.ts';
import { sealParts } from './write-seals.ts';
import { FIRST_ROW, writableText, writeTable } from './write-table.ts';

/** What the parts of the writer share for one workbook. */
export type WriteContext = {
  readonly workbook: Workbook;
  readonly model: ReportModel;
  readonly styles: Styles;
  readonly charts: ChartBoard;
  readonly sheetName: (id: SheetId) => string;
  /** The first page, to which every table leads back; null = there is none. */
  readonly frontSheet: string | null;
  /** Absolute range of the rows of a column, with the sheet's name. */
  readonly range: (sheet: SheetId, column: string) => string;
  /** `'Räume'!B7`: the row with that key; null = no such row. */
  readonly rowAddress: (sheet: SheetId, key: string) => string | null;
};

/** How far writing has come. */
export type WriteProgress = {
  /** The sheet that is being written; null = all are, and the file is being packed. */
  readonly sheet: string | null;
  /** Of the whole work, 0–1, as far as it can be told beforehand. */
  readonly share: number;
};

/** Measured with 1,000 and 10,000 devices: until the cells are filled about this much has passed, the rest is packing. */
const SHARE_OF_SHEETS = 0.4;

/** What has been done before each sheet, by the number of its cells. */
const progressThrough = (model: ReportModel): ((sheet: ReportModel['sheets'][number]) => WriteProgress) => {
  const cellsOf = (sheet: ReportModel['sheets'][number]): number =>
    sheet.kind === 'table' ? sheet.rows.length * sheet.columns.length + 1 : 1;
  const all = model.sheets.reduce((sum, sheet) => sum + cellsOf(sheet), 0);
  let done = 0;
  return (sheet) => {
    const share = (done / all) * SHARE_OF_SHEETS;
    done += cellsOf(sheet);
    return { sheet: sheet.name, share };
  };
};

const A4 = 9;
/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

/** Excel refuses heads and feet of more than 255 characters, codes included. */
const MAX_PRINT_TEXT = 80;
/** `&` starts a code in heads and feet; a digit after a size would belong to it. */
const printText = (text: string): string => {
  const short = text.length > MAX_PRINT_TEXT ? `${text.slice(0, MAX_PRINT_TEXT - 1)}…` : text;
  return ` ${writableText(short).replace(/&/g, '&&')}`;
};

const setUpPrint = (sheet: Worksheet, model: ReportModel, pages: 'one' | 'as-many'): void => {
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: pages === 'one' ? 1 : 0,
    margins: MARGINS,
  });
  const { printHead, pageFoot, properties } = model;
  sheet.headerFooter.oddHeader = `&L&9${printText(printHead.left)} – &A&R&9${printText(printHead.right)}`;
  sheet.headerFooter.oddFooter = `&L&9${printText(properties.creator)}&R&9${printText(pageFoot.page)} &P ${pageFoot.of} &N`;
};

/** The data in the first column, what stood on the visible sheets in the second. */
const writeData = (sheet: Worksheet, { head, parts }: DataSheet, seals: readonly string[]): void => {
  sheet.state = 'hidden';
  sheet.addRow([...head]);
  for (let at = 0; at < Math.max(parts.length, seals.length); at += 1)
    sheet.addRow([parts[at] ?? null, seals[at] ?? null]);
};

const addressesOf = (
  model: ReportModel,
  sheetName: (id: SheetId) => string,
): Pick<WriteContext, 'range' | 'rowAddress'> => {
  const tables = new Map(
    model.sheets.flatMap((sheet) => (sheet.kind === 'table' ? [[sheet.id, sheet] as const] : [])),
  );
  const rows = new Map<SheetId, ReadonlyMap<string, number>>();
  const rowsOf = (sheet: TableSheet): ReadonlyMap<string, number> => {
    const known = rows.get(sheet.id);
    if (known !== undefined) return known;
    const made = new Map(sheet.rowKeys?.map((key, index) => [key, index + FIRST_ROW]));
    rows.set(sheet.id, made);
    return made;
  };
  return {
    range: (id, key) => {
      const sheet = tables.get(id);
      const index = sheet?.columns.findIndex((column) => column.key === key) ?? -1;
      if (sheet === undefined || index < 0) throw new Error(`No column ${key} on sheet ${id}`);
      const letter = columnLetter(index);
      const last = FIRST_ROW + Math.max(1, sheet.rows.length) - 1;
      return `${quoteSheet(sheetName(id))}!$${letter}$${FIRST_ROW}:$${letter}$${last}`;
    },
    rowAddress: (id, key) => {
      const sheet = tables.get(id);
      const row = sheet === undefined ? undefined : rowsOf(sheet).get(key);
      if (sheet === undefined || row === undefined) return null;
      const visible = sheet.columns.findIndex(({ hidden }) => !hidden);
      return `${quoteSheet(sheetName(id))}!${columnLetter(Math.max(0, visible))}${row}`;
    },
  };
};

const addSheet = (workbook: Workbook, name: string, sheet: TableSheet | PageSheet | DataSheet): Worksheet =>
  workbook.addWorksheet(
    name,
    sheet.kind === 'page'
      ? { views: [{ showGridLines: false }] }
      : sheet.kind === 'table'
        ? {
            views: [
              {
                state: 'frozen',
                xSplit: sheet.frozenColumns,
                ySplit: FIRST_ROW - 1,
                topLeftCell: `${columnLetter(sheet.frozenColumns)}${FIRST_ROW}`,
              },
            ],
          }
        : {},
  );

/**
 * Turns the report into the bytes of an .xlsx workbook. Dates are written at UTC midnight, so that no time zone shifts
 * a day; formulas and charts carry the values of the model as their stored results.
 *
 * @param onProgress told before each sheet, and before the sheets are packed
 * @throws Error when a formula names a column that is not there: a bug of the model
 */
export const writeWorkbook = async (
  model: ReportModel,
  onProgress: (progress: WriteProgress) => void = () => undefined,
): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const { title, subject, creator, company, keywords, writtenAt } = model.properties;
  const at = new Date(writtenAt);
  const named = { title, subject, company, keywords };
  for (const [name, text] of Object.entries(named)) Object.assign(workbook, { [name]: writableText(text) });
  Object.assign(workbook, { creator, lastModifiedBy: creator, created: at, modified: at });
  workbook.views = [
    { x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  const names = new Map<SheetId, string>();
  const taken = new Set<string>();
  for (const { id, name } of model.sheets) {
    const safe = safeSheetName(name, taken);
    names.set(id, safe);
    taken.add(safe.toLowerCase());
  }
  const sheetName = (id: SheetId): string => names.get(id) ?? id;
  const front = model.sheets.find(({ kind }) => kind === 'page');
  const context: WriteContext = {
    workbook,
    model,
    styles: makeStyles(),
    charts: makeChartBoard(model, sheetName),
    sheetName,
    frontSheet: front === undefined ? null : sheetName(front.id),
    ...addressesOf(model, sheetName),
  };
  const progressOf = progressThrough(model);
  for (const sheet of model.sheets) {
    onProgress(progressOf(sheet));
    const target = addSheet(workbook, sheetName(sheet.id), sheet);
    switch (sheet.kind) {
      case 'data':
        writeData(target, sheet, sealParts(workbook, model, sheetName));
        break;
      case 'table':
        setUpPrint(target, model, 'as-many');
        writeTable(target, sheet, context);
        break;
      case 'page':
        setUpPrint(target, model, 'one');
        writePage(target, sheet, context);
        break;
    }
  }
  onProgress({ sheet: null, share: SHARE_OF_SHEETS });
  return finishPackage(workbook, context.charts.placed(), at);
};
