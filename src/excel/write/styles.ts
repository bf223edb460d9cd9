import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';
import type { ChartColour, ChartFormat } from '#core/report/report-chart.ts';
import type { MatrixState, PageCell, ValueKind } from '#core/report/report-model.ts';

/** The house colours (design.md §9), as Excel wants them. */
export const COLOURS = {
  house: 'FF1F3A5F',
  head: 'FFE6EEF8',
  ink: 'FF1A2026',
  muted: 'FF47515B',
  line: 'FFD8DDE2',
  hairline: 'FFD5DBE1',
  rule: 'FFB9C4D0',
  link: 'FF1B4E8F',
  gapInk: 'FF96200A',
  gapFill: 'FFFBE3DC',
  gapSolid: 'FFB3331A',
  partialInk: 'FF7A4B00',
  partialFill: 'FFFDF0D5',
  metInk: 'FF1E6B45',
  bar: 'FFB9CFEA',
  white: 'FFFFFFFF',
} as const;

/** German separators also where the program itself speaks another language. */
const GERMAN = '[$-407]';

/** What a chart is drawn with; `ink` stands on the colour. The kinds have their colours of the screen (tokens.css). */
export const CHART_COLOURS = {
  display: { fill: '1F3A5F', ink: 'FFFFFF' },
  accessory: { fill: 'D39A2C', ink: '10151A' },
  workplace: { fill: '7A3B5E', ink: 'FFFFFF' },
  network: { fill: 'A9C2DC', ink: '10151A' },
  power: { fill: '237C73', ink: 'FFFFFF' },
  covered: { fill: '1F3A5F', ink: 'FFFFFF' },
  gap: { fill: 'B3331A', ink: 'FFFFFF' },
  regular: { fill: '8FA8C4', ink: '10151A' },
  overdue: { fill: '1F3A5F', ink: 'FFFFFF' },
} as const satisfies Record<ChartColour, { readonly fill: string; readonly ink: string }>;

/** Texts, axes and ground of charts. */
export const CHART_LOOK = {
  title: '1F3A5F',
  label: '1A2026',
  axis: 'B9C4D0',
  grid: 'E3E8ED',
  paper: 'FFFFFF',
} as const;

/** Of axes and labels; the second part hides zeros in labels. */
export const CHART_FORMATS = {
  integer: `${GERMAN}#,##0`,
  percent: '0 %',
  euros: `${GERMAN}#,##0 "€"`,
  'thousand-euros': `${GERMAN}#,##0.0,`,
} as const satisfies Record<ChartFormat, string>;

const FONT_NAME = 'Calibri';
const font = (options: Partial<Font> = {}): Partial<Font> => ({
  name: FONT_NAME,
  size: 11,
  color: { argb: COLOURS.ink },
  ...options,
});
const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const bottom = (argb: string, style: 'thin' | 'medium' | 'hair' = 'thin'): Partial<Borders> => ({
  bottom: { style, color: { argb } },
});

const HAIRLINE = bottom(COLOURS.hairline);

export const NUMBER_FORMATS = {
  text: '@',
  identifier: '@',
  wrapped: '@',
  integer: `${GERMAN}#,##0`,
  year: '0',
  decimal: `${GERMAN}#,##0.0#`,
  money: `${GERMAN}#,##0.00 "€"`,
  date: 'DD.MM.YYYY',
  percent: '0 %',
  of: `${GERMAN}"von "#,##0`,
  state: '0',
} as const satisfies Record<ValueKind, string>;
export const YEAR_FORMAT = 'YYYY';
export const MONTH_FORMAT = 'MM/YYYY';

const isText = (kind: ValueKind): boolean => kind === 'text' || kind === 'identifier' || kind === 'wrapped';

const alignmentOf = (kind: ValueKind, wraps: boolean): Partial<Alignment> => ({
  vertical: 'top',
  horizontal: isText(kind) ? 'left' : kind === 'state' ? 'center' : 'right',
  // Keeps a text off the right-aligned number before it.
  ...(isText(kind) && { indent: 1 }),
  ...(wraps && { wrapText: true }),
});

/** One object per look: ExcelJS recognises a style it has written by the identity of its object. */
const memo = <Args extends readonly unknown[]>(make: (...args: Args) => Partial<Style>) => {
  const known = new Map<string, Partial<Style>>();
  return (...args: Args): Partial<Style> => {
    const key = JSON.stringify(args);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(...args);
    known.set(key, made);
    return made;
  };
};

const HEAD_STYLE: Partial<Style> = {
  font: font({ bold: true }),
  fill: solid(COLOURS.head),
  border: bottom(COLOURS.house),
  alignment: { vertical: 'top', horizontal: 'left', indent: 1, wrapText: true },
};
const NUMBER_HEAD_STYLE: Partial<Style> = {
  ...HEAD_STYLE,
  alignment: { vertical: 'top', horizontal: 'right', wrapText: true },
};
const CENTRED_HEAD_STYLE: Partial<Style> = {
  ...HEAD_STYLE,
  alignment: { vertical: 'top', horizontal: 'center', wrapText: true },
};
export const headStyle = (kind: ValueKind): Partial<Style> =>
  isText(kind) ? HEAD_STYLE : kind === 'state' ? CENTRED_HEAD_STYLE : NUMBER_HEAD_STYLE;

/** Fresh per workbook, because ExcelJS notes in them what it has written. */
export const makeStyles = () => ({
  cell: memo((kind: ValueKind, wraps: boolean, format: string): Partial<Style> => ({
    font: font(),
    numFmt: format,
    border: HAIRLINE,
    alignment: alignmentOf(kind, wraps),
  })),
  link: memo((kind: ValueKind, wraps: boolean): Partial<Style> => ({
    font: font({ underline: true, color: { argb: COLOURS.link } }),
    // A formula in a cell of the format text would turn into its own text when somebody edits it.
    ...(!isText(kind) && { numFmt: NUMBER_FORMATS[kind] }),
    border: HAIRLINE,
    alignment: alignmentOf(kind, wraps),
  })),
  linkHead: {
    ...HEAD_STYLE,
    font: font({ bold: true, underline: true, color: { argb: COLOURS.link } }),
  } satisfies Partial<Style>,
  signHead: {
    font: font({ color: { argb: COLOURS.muted } }),
    alignment: { vertical: 'top', horizontal: 'left', indent: 1 },
  } satisfies Partial<Style>,
  signLine: {
    font: font(),
    border: bottom(COLOURS.muted),
    alignment: { vertical: 'bottom', horizontal: 'left', indent: 1 },
  } satisfies Partial<Style>,
  unknown: memo((): Partial<Style> => ({
    font: font({ color: { argb: COLOURS.muted } }),
    border: HAIRLINE,
    alignment: { vertical: 'top', horizontal: 'right' },
  })),
  blank: { font: font() } satisfies Partial<Style>,
  note: memo((): Partial<Style> => ({
    font: font({ italic: true, color: { argb: COLOURS.muted } }),
    alignment: { vertical: 'top', horizontal: 'left', indent: 1 },
  })),
  total: memo((kind: ValueKind): Partial<Style> => ({
    font: font({ bold: true }),
    numFmt: NUMBER_FORMATS[kind === 'state' ? 'integer' : kind],
    border: { top: { style: 'thin', color: { argb: COLOURS.house } } },
    alignment: alignmentOf(kind, false),
  })),
  state: memo((state: MatrixState['state'], scored: boolean): Partial<Style> => {
    const centred = { vertical: 'top', horizontal: 'center' } as const;
    switch (state) {
      case 'met':
        return {
          font: font({ color: { argb: scored ? COLOURS.metInk : COLOURS.muted } }),
          numFmt: '"✓"',
          border: HAIRLINE,
          alignment: centred,
        };
      case 'partial':
        return {
          font: font({ bold: scored, color: { argb: scored ? COLOURS.partialInk : COLOURS.muted } }),
          ...(scored && { fill: solid(COLOURS.partialFill) }),
          numFmt: '"◐ −"0',
          border: HAIRLINE,
          alignment: centred,
        };
      case 'missing':
        return {
          font: font({ bold: scored, color: { argb: scored ? COLOURS.white : COLOURS.muted } }),
          ...(scored && { fill: solid(COLOURS.gapSolid) }),
          numFmt: '"−"0',
          border: HAIRLINE,
          alignment: centred,
        };
      case 'exempt':
        return {
          font: font({ italic: true, color: { argb: COLOURS.muted } }),
          border: {
            top: { style: 'dashed', color: { argb: COLOURS.rule } },
            bottom: { style: 'dashed', color: { argb: COLOURS.rule } },
            left: { style: 'dashed', color: { argb: COLOURS.rule } },
            right: { style: 'dashed', color: { argb: COLOURS.rule } },
          },
          alignment: centred,
        };
      case 'not-asked':
        return { font: font({ color: { argb: COLOURS.muted } }), border: HAIRLINE, alignment: centred };
    }
  }),
  page: memo(
    (
      kind: ValueKind,
      tone: PageCell['tone'],
      align: 'left' | 'right',
      isTotal: boolean,
      isLink: boolean,
      isGap: boolean,
    ): Partial<Style> => ({
      font: font({
        bold: tone === 'strong' || isGap,
        ...(isLink && { underline: true }),
        color: {
          argb: isLink
            ? COLOURS.link
            : isGap
              ? COLOURS.gapInk
              : tone === 'muted'
                ? COLOURS.muted
                : COLOURS.ink,
        },
      }),
      numFmt: NUMBER_FORMATS[kind],
      border: isTotal ? { top: { style: 'thin', color: { argb: COLOURS.house } } } : bottom(COLOURS.hairline),
      alignment: { horizontal: align, vertical: 'middle' },
    }),
  ),
  /** A label that takes several lines of its own cell: charts read one cell per row. */
  boundLabel: memo((tone: PageCell['tone'], isTotal: boolean): Partial<Style> => ({
    font: font({ bold: tone === 'strong', color: { argb: COLOURS.ink } }),
    numFmt: NUMBER_FORMATS.text,
    border: isTotal ? { top: { style: 'thin', color: { argb: COLOURS.house } } } : bottom(COLOURS.hairline),
    alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
  })),
  pageHead: memo((align: 'left' | 'right'): Partial<Style> => ({
    ...HEAD_STYLE,
    border: {},
    alignment: { horizontal: align, vertical: 'middle', wrapText: true },
  })),
  kicker: { font: font({ color: { argb: COLOURS.muted } }) } satisfies Partial<Style>,
  title: {
    font: font({ size: 20, bold: true, color: { argb: COLOURS.house } }),
    alignment: { vertical: 'middle' },
  } satisfies Partial<Style>,
  subtitle: { font: font({ color: { argb: COLOURS.muted } }) } satisfies Partial<Style>,
  titleRule: { border: bottom(COLOURS.house, 'medium') } satisfies Partial<Style>,
  heading: {
    font: font({ size: 12, bold: true, color: { argb: COLOURS.house } }),
    border: bottom(COLOURS.rule),
  } satisfies Partial<Style>,
  paragraph: { font: font(), alignment: { vertical: 'middle' } } satisfies Partial<Style>,
});
export type Styles = ReturnType<typeof makeStyles>;
