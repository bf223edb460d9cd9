import type { CellValue, ValueKind } from '#core/report/report-model.ts';
import { formatDate, formatEuros, formatNumber, formatPercent, MINUS } from '#texts/format.ts';
import { REPORT_TEXTS } from '#texts/report.ts';

const numberText = (value: number, kind: ValueKind): string => {
  switch (kind) {
    case 'money':
      return formatEuros(value);
    case 'percent':
      return formatPercent(value);
    case 'year':
      return String(value);
    case 'decimal':
      return formatNumber(value, 1);
    case 'of':
      return `${REPORT_TEXTS.pageOf} ${formatNumber(value)}`;
    default:
      return formatNumber(value);
  }
};

/** A cell of the report as the workbook would show it. */
export const cellText = (value: CellValue, kind: ValueKind): string => {
  if (value === null) return '';
  if (typeof value === 'string') return kind === 'date' ? formatDate(value) : value;
  if (typeof value === 'number') return numberText(value, kind);
  if ('as' in value) return numberText(value.value, value.as);
  switch (value.state) {
    case 'not-computable':
      return REPORT_TEXTS.signs.notComputable;
    case 'not-asked':
      return REPORT_TEXTS.signs.notAsked;
    case 'exempt':
      return REPORT_TEXTS.signs.exempt;
    case 'met':
      return '✓';
    case 'partial':
      return `◐ ${MINUS}${value.gap}`;
    case 'missing':
      return `${MINUS}${value.gap}`;
  }
};

/** Whether the cell counts something missing that matters. */
export const isGapCell = (value: CellValue): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'state' in value &&
  (value.state === 'missing' || value.state === 'partial') &&
  value.scored;
