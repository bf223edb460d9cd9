import type { LabelContent } from '#core/labels/label-content.ts';
import type { LabelBox } from '#core/labels/label-sheet.ts';
import {
  layoutLabel,
  LEAST_MODULE,
  LEAST_TYPE,
  type CodeSize,
  type LabelLayout,
  type MeasureText,
} from '#core/labels/layout-label.ts';
import { codeShape, type CodeShape } from '#print/code-shape.ts';

export type DrawnLabel = {
  readonly box: LabelBox;
  readonly shape: CodeShape | null;
  readonly layout: LabelLayout;
  /** Wanted, but its text is too long for any. */
  readonly lacksCode: boolean;
};

/** The labels of one sheet, ready to be drawn. */
export const drawLabels = (
  boxes: readonly LabelBox[],
  contents: readonly LabelContent[],
  kind: CodeSize['kind'],
  measure: MeasureText,
): readonly DrawnLabel[] =>
  boxes.flatMap((box) => {
    const content = contents[box.index];
    if (content === undefined) return [];
    const shape = content.code === null ? null : codeShape(kind, content.code);
    return [
      {
        box,
        shape,
        layout: layoutLabel(box, shape, content.lines, measure),
        lacksCode: content.code !== null && shape === null,
      },
    ];
  });

/** How many labels of a sheet will be hard to read, and why. */
export const doubtsOf = (
  drawn: readonly DrawnLabel[],
): { readonly narrow: number; readonly small: number; readonly noCode: number } => ({
  narrow: drawn.filter(({ layout }) => layout.moduleSize < LEAST_MODULE).length,
  small: drawn.filter(({ layout }) => layout.smallestType < LEAST_TYPE).length,
  noCode: drawn.filter(({ lacksCode }) => lacksCode).length,
});
