import type { LabelSheet } from './label-sheet.ts';

type Cut = readonly [
  columns: number,
  rows: number,
  width: number,
  height: number,
  left: number,
  top: number,
  stepX: number,
  stepY: number,
];

const sheet = (
  id: string,
  maker: string,
  name: string,
  [columns, rows, width, height, left, top, stepX, stepY]: Cut,
): LabelSheet => ({ id, maker, name, columns, rows, width, height, left, top, stepX, stepY });

const AVERY = 'Avery Zweckform';
const HERMA = 'Herma';

/**
 * Sheets that schools buy, the smallest labels first. Measures are facts of the articles, from the label definitions of
 * gLabels (`zweckform-iso-templates.xml`, `avery-iso-templates.xml`, `herma-iso-templates.xml`, given in points or
 * millimetres there), compared with other public lists of the same articles. Where lists differ by less than a millimetre, the cut is
 * taken that lies in the middle of the paper. No entry has been held against a sheet:
 * that is what the test page is for.
 */
export const KNOWN_SHEETS: readonly LabelSheet[] = [
  sheet('avery-l4731', AVERY, 'L4731REV, L6008', [7, 27, 25.4, 10, 8.6, 13.5, 27.9, 10]),
  sheet('herma-10001', HERMA, '10001', [7, 27, 25.4, 10, 8.6, 13.5, 27.9, 10]),
  sheet('avery-l4732', AVERY, 'L4732REV', [5, 16, 35.6, 16.9, 11, 13.3, 38.1, 16.9]),
  sheet('herma-4336', HERMA, '4336', [5, 16, 35.6, 16.9, 11, 13.3, 38.1, 16.9]),
  sheet('avery-3666', AVERY, '3666, 6121', [5, 13, 38, 21.2, 10, 10.7, 38, 21.2]),
  sheet('avery-l7651', AVERY, 'L7651, L8651', [5, 13, 38.1, 21.2, 4.65, 10.7, 40.65, 21.2]),
  sheet('herma-4606', HERMA, '4606, 4270', [5, 13, 38, 21.2, 10, 10.7, 38, 21.2]),
  sheet('avery-l4736', AVERY, 'L4736REV, L6009, L4778', [4, 12, 45.7, 21.2, 9.76, 21.3, 48.26, 21.2]),
  sheet('herma-4346', HERMA, '4346, 4221, 10004', [4, 12, 45.7, 21.2, 9.76, 21.3, 48.26, 21.2]),
  sheet('avery-3657', AVERY, '3657, 4780', [4, 10, 48.5, 25.4, 8, 21.5, 48.5, 25.4]),
  sheet('avery-l4737', AVERY, 'L4737REV', [3, 9, 63.5, 29.6, 7.21, 15.3, 66.04, 29.6]),
  sheet('herma-4347', HERMA, '4347, 4098, 10006', [3, 9, 63.5, 29.6, 7.21, 15.3, 66.04, 29.6]),
  sheet('avery-l4773', AVERY, 'L4773, L6146, L7159', [3, 8, 63.5, 33.9, 7.21, 12.9, 66.04, 33.9]),
  sheet('avery-3658', AVERY, '3658, 6091', [3, 8, 64.6, 33.8, 8.1, 13.3, 64.6, 33.8]),
  sheet('herma-4614', HERMA, '4614, 4670', [3, 8, 66, 33.8, 6, 13.3, 66, 33.8]),
  sheet('avery-3475', AVERY, '3475, 3490', [3, 8, 70, 36, 0, 4.5, 70, 36]),
  sheet('avery-3474', AVERY, '3474', [3, 8, 70, 37, 0, 0.5, 70, 37]),
  sheet('herma-4464', HERMA, '4464', [3, 8, 70, 37, 0, 0.5, 70, 37]),
  sheet('avery-l7160', AVERY, 'L7160', [3, 7, 63.5, 38.1, 7.21, 15.15, 66.04, 38.1]),
];
