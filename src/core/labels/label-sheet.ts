/** A sheet of paper with labels in rows and columns. All measures in millimetres, from the upper left corner of the paper. */
export type LabelSheet = {
  readonly id: string;
  /** `Avery Zweckform`, `Herma`; '' = a sheet of the user's own. */
  readonly maker: string;
  /** The articles of the maker that are cut like this, or what the user called it. */
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  /** Where the first label begins. */
  readonly left: number;
  readonly top: number;
  /** From the beginning of one label to that of the next. */
  readonly stepX: number;
  readonly stepY: number;
};

/** A4, upright: what schools print on. */
export const PAPER = { width: 210, height: 297 } as const;

/** How far the printer is off, in millimetres: to the right and down. */
export type PrintOffset = { readonly x: number; readonly y: number };
export const NO_OFFSET: PrintOffset = { x: 0, y: 0 };

/** Printers are off by a few millimetres; more is a slip of the finger. */
export const LARGEST_OFFSET = 10;

export type LabelBox = {
  /** Which of the labels asked for, from 0. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export const labelsPerSheet = ({ columns, rows }: LabelSheet): number => columns * rows;

/** The place of one label of a sheet, counted from 0 along the rows. */
export const boxAt = (
  { columns, left, top, stepX, stepY, width, height }: LabelSheet,
  place: number,
): Omit<LabelBox, 'index'> => ({
  x: left + (place % columns) * stepX,
  y: top + Math.floor(place / columns) * stepY,
  width,
  height,
});

/**
 * Where labels are printed.
 *
 * @param startAt the first label of the first sheet that is still there, from 1; more than a sheet has means its last
 * @param offset what is added so that a printer that is off meets the labels
 * @returns one list per sheet of paper; none for no labels
 */
export const placeLabels = (
  sheet: LabelSheet,
  count: number,
  startAt = 1,
  offset: PrintOffset = NO_OFFSET,
): readonly (readonly LabelBox[])[] => {
  const perSheet = labelsPerSheet(sheet);
  const first = Math.min(Math.max(1, Math.trunc(startAt)), perSheet) - 1;
  const pages: LabelBox[][] = [];
  for (let index = 0; index < count; index += 1) {
    const place = first + index;
    const box = boxAt(sheet, place % perSheet);
    const page = Math.floor(place / perSheet);
    (pages[page] ??= []).push({ ...box, index, x: box.x + offset.x, y: box.y + offset.y });
  }
  return pages;
};
