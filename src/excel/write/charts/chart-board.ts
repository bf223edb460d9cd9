import type { ChartCells, ChartSpec } from '#core/report/report-chart.ts';
import type { CellValue, PageBlock, ReportModel, SheetId, ValueKind } from '#core/report/report-model.ts';
import { columnLetter, quoteSheet } from '../formulas.ts';
import { FIRST_ROW, numberFor, writableText } from '../write-table.ts';
import { bindChart } from './bind-chart.ts';
import type { BoundCells, PlacedChart } from './chart.ts';

type TableBlock = Extract<PageBlock, { readonly kind: 'table' }>;
type Place = Pick<PlacedChart, 'from' | 'to'>;

/** Notes while pages are written where charts and the blocks that they show have come to stand. */
export type ChartBoard = {
  readonly addChart: (sheet: SheetId, chart: ChartSpec, place: Place) => void;
  /** `row` = row of the block's first line, `column` = first column of its half, both from 1. */
  readonly addBlock: (sheet: SheetId, block: TableBlock, row: number, column: number) => void;
  /** Once everything is written: the charts with addresses and values. */
  readonly placed: () => readonly PlacedChart[];
};

const chartValue = (value: CellValue, kind: ValueKind): string | number | null => {
  if (typeof value === 'string') return writableText(value);
  if (typeof value === 'number') return numberFor(value, kind);
  if (value === null) return null;
  if ('as' in value) return numberFor(value.value, value.as);
  return 'gap' in value ? value.gap : null;
};

type KnownBlock = { readonly block: TableBlock; readonly row: number; readonly column: number };

/** @throws Error (from `placed`) when a chart names cells that are not there: a bug of the model */
export const makeChartBoard = (model: ReportModel, sheetName: (id: SheetId) => string): ChartBoard => {
  const blocks = new Map<string, KnownBlock>();
  const charts: { readonly sheet: SheetId; readonly chart: ChartSpec; readonly place: Place }[] = [];

  const reference = (sheet: SheetId, column: number, first: number, count: number): string => {
    const letter = columnLetter(column);
    return `${quoteSheet(sheetName(sheet))}!$${letter}$${first}:$${letter}$${first + count - 1}`;
  };

  const cellsOfBlock = (sheet: SheetId, key: string, columnKey: string): BoundCells => {
    const known = blocks.get(JSON.stringify([sheet, key]));
    const index = known?.block.columns.findIndex((column) => column.key === columnKey) ?? -1;
    const at = known?.block.columns[index]?.at;
    if (known === undefined || at === undefined) throw new Error(`No cells ${key}.${columnKey} for a chart`);
    const { block, row, column } = known;
    return {
      ref: reference(sheet, column - 1 + at, row, block.rows.length),
      values: block.rows.map((cells) => {
        const cell = cells[index];
        return cell === null || cell === undefined ? null : chartValue(cell.value, cell.kind);
      }),
    };
  };

  const cellsOf = (sheet: SheetId, cells: ChartCells): BoundCells => {
    if ('block' in cells) return cellsOfBlock(sheet, cells.block, cells.column);
    const table = model.sheets.find(({ id }) => id === cells.sheet);
    const index = table?.kind === 'table' ? table.columns.findIndex(({ key }) => key === cells.column) : -1;
    const column = table?.kind === 'table' ? table.columns[index] : undefined;
    if (table?.kind !== 'table' || column === undefined)
      throw new Error(`No column ${cells.column} on sheet ${cells.sheet} for a chart`);
    const [from, until] = cells.rows ?? [0, table.rows.length];
    return {
      ref: reference(cells.sheet, index, FIRST_ROW + from, until - from),
      values: table.rows.slice(from, until).map((row) => chartValue(row[index] ?? null, column.kind)),
    };
  };

  return {
    addChart: (sheet, chart, place) => charts.push({ sheet, chart, place }),
    addBlock: (sheet, block, row, column) =>
      block.key !== undefined && blocks.set(JSON.stringify([sheet, block.key]), { block, row, column }),
    placed: () =>
      charts.map(({ sheet, chart, place }) => ({
        sheetName: sheetName(sheet),
        ...place,
        chart: bindChart(chart, (cells) => cellsOf(sheet, cells)),
      })),
  };
};
