import type { Condition, Formula, SheetId } from '#core/report/report-model.ts';

/** `0` → `A`, `26` → `AA`. */
export const columnLetter = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);

export const quoteSheet = (name: string): string => `'${name.replace(/'/g, "''")}'`;

/** Where formulas find what they name. */
export type Addresses = {
  /** Absolute range of a column's rows on a sheet, heads and totals left out. */
  readonly range: (sheet: SheetId, column: string) => string;
  /** The cell of that column in the row that the formula stands in. */
  readonly cell: (column: string) => string;
};

/** `=` in front makes a criterion an equality; `* ? ~` stand for themselves. */
const criterion = ({ equals }: Condition): string =>
  equals === null ? '"="' : `"=${equals.replace(/[~*?]/g, '~$&').replace(/"/g, '""')}"`;

const conditions = (sheet: SheetId, where: readonly Condition[], { range }: Addresses): readonly string[] =>
  where.flatMap((condition) => [range(sheet, condition.column), criterion(condition)]);

/** The formula as a workbook stores it: English function names, commas, no leading `=`. */
export const formulaText = (formula: Formula, addresses: Addresses): string => {
  switch (formula.op) {
    case 'cell':
      return addresses.cell(formula.column);
    case 'name':
      return formula.name;
    case 'sum': {
      const summed = addresses.range(formula.sheet, formula.column);
      return formula.where.length === 0
        ? `SUM(${summed})`
        : `SUMIFS(${[summed, ...conditions(formula.sheet, formula.where, addresses)].join(',')})`;
    }
    case 'count':
      return `COUNTIFS(${conditions(formula.sheet, formula.where, addresses).join(',')})`;
    case 'row-sum': {
      const sum = `SUM(${formula.columns.map(addresses.cell).join(',')})`;
      const fits = formula.where.map(
        ({ column, equals }) => `${addresses.cell(column)}="${(equals ?? '').replace(/"/g, '""')}"`,
      );
      if (fits.length === 0) return sum;
      return `IF(${fits.length === 1 ? fits[0] : `AND(${fits.join(',')})`},${sum},0)`;
    }
    case '/': {
      const [dividend, divisor] = formula.of.map((part) => formulaText(part, addresses));
      return `IF(${divisor}=0,0,${dividend}/${divisor})`;
    }
    default: {
      const [left, right] = formula.of.map((part) => formulaText(part, addresses));
      return `${left}${formula.op}${right}`;
    }
  }
};
