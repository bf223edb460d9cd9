import { PAPER, type LabelSheet } from './label-sheet.ts';

/** What is typed for a sheet of one's own; null = not readable as a number. */
export type SheetMeasures = Omit<LabelSheet, 'id' | 'maker' | 'name'>;
export type SheetField = keyof SheetMeasures | 'name';
export type SheetDraft = { readonly name: string } & {
  readonly [Field in keyof SheetMeasures]: number | null;
};

export type SheetIssue =
  | { readonly field: SheetField; readonly code: 'MISSING' | 'TOO_SMALL'; readonly least: number }
  | {
      readonly field: SheetField;
      readonly code: 'OFF_PAPER' | 'OVERLAP' | 'TOO_MANY';
      /** What is possible at most, or at least for a step. */
      readonly limit: number;
    };

/** Below these no code can be read; in mm. */
const LEAST_WIDTH = 10;
const LEAST_HEIGHT = 6;
const MOST_LABELS = 500;
/** Sums of tenths are no exact numbers. */
const TOLERANCE = 0.005;

const LEAST: Readonly<Record<keyof SheetMeasures, number>> = {
  columns: 1,
  rows: 1,
  width: LEAST_WIDTH,
  height: LEAST_HEIGHT,
  left: 0,
  top: 0,
  stepX: 0,
  stepY: 0,
};
const FIELDS: readonly (keyof SheetMeasures)[] = [
  'width',
  'height',
  'columns',
  'rows',
  'left',
  'top',
  'stepX',
  'stepY',
];

/** What is wrong with a sheet; nothing = it can be printed. One issue per field, the first that has to be mended. */
export const checkSheet = (draft: SheetDraft): readonly SheetIssue[] => {
  const missing: SheetIssue[] =
    draft.name.trim() === '' ? [{ field: 'name', code: 'MISSING', least: 0 }] : [];
  for (const field of FIELDS) {
    const value = draft[field];
    const isWhole = field === 'columns' || field === 'rows';
    if (value === null || (isWhole && !Number.isInteger(value)))
      missing.push({ field, code: 'MISSING', least: LEAST[field] });
    else if (value < LEAST[field]) missing.push({ field, code: 'TOO_SMALL', least: LEAST[field] });
  }
  const measures = measuresOf(draft);
  return missing.some(({ field }) => field !== 'name') || measures === null
    ? missing
    : [...missing, ...checkPlaces(measures)];
};

const checkPlaces = ({
  columns,
  rows,
  width,
  height,
  left,
  top,
  stepX,
  stepY,
}: SheetMeasures): readonly SheetIssue[] => {
  if (columns * rows > MOST_LABELS) return [{ field: 'rows', code: 'TOO_MANY', limit: MOST_LABELS }];
  const issues: SheetIssue[] = [];
  if (columns > 1 && stepX < width - TOLERANCE)
    issues.push({ field: 'stepX', code: 'OVERLAP', limit: width });
  if (rows > 1 && stepY < height - TOLERANCE) issues.push({ field: 'stepY', code: 'OVERLAP', limit: height });
  if (left + (columns - 1) * stepX + width > PAPER.width + TOLERANCE)
    issues.push({ field: 'left', code: 'OFF_PAPER', limit: PAPER.width - (columns - 1) * stepX - width });
  if (top + (rows - 1) * stepY + height > PAPER.height + TOLERANCE)
    issues.push({ field: 'top', code: 'OFF_PAPER', limit: PAPER.height - (rows - 1) * stepY - height });
  return issues;
};

/** The measures where all of them are numbers. */
export const measuresOf = ({
  columns,
  rows,
  width,
  height,
  left,
  top,
  stepX,
  stepY,
}: SheetDraft): SheetMeasures | null =>
  columns === null ||
  rows === null ||
  width === null ||
  height === null ||
  left === null ||
  top === null ||
  stepX === null ||
  stepY === null
    ? null
    : { columns, rows, width, height, left, top, stepX, stepY };
