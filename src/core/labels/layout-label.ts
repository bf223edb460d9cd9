import type { LabelLine } from './label-content.ts';

/** The size of a drawn code in its modules, the white around it left out. */
export type CodeSize = {
  readonly kind: 'qr' | 'code128';
  /** In modules. */
  readonly width: number;
};

/** How wide a text is, in em. */
export type MeasureText = (text: string, isBold: boolean) => number;

export type PlacedText = {
  readonly text: string;
  readonly isMain: boolean;
  /** Left end of the base line, and the size of the type; all in mm, within the label. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
};

export type LabelLayout = {
  /** Where the code stands, without the white around it; null = there is none. */
  readonly code: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly texts: readonly PlacedText[];
  /** In mm; infinite without a code. A label printer and a cheap scanner want this much. */
  readonly moduleSize: number;
  /** The smallest type, in mm; infinite without text. */
  readonly smallestType: number;
};

/** No printer meets the edge of a label. */
const EDGE = 1;
const GAP = 1.2;
/** White around a code in modules, as ISO/IEC 18004 and ISO/IEC 15417 want it. */
const QUIET = { qr: 4, code128: 10 } as const;
/** Larger modules make no code easier to read. */
const LARGEST_MODULE = { qr: 0.8, code128: 0.5 } as const;
/** Bars are read across; below this nobody hits them. */
const LEAST_BAR_HEIGHT = 4;
/** Of type, in mm: 11 pt at most, and about where eyes give up. */
const LARGEST_TYPE = 3.9;
export const LEAST_TYPE = 1.4;
/** Type that is read without strain: as long as it can be smaller, but one line is broken. */
const EASY_TYPE = 1.8;
/** Below this, office printers and scanners fail, in mm. */
export const LEAST_MODULE = 0.19;
const MAIN = 1.35;
const LINE_HEIGHT = 1.18;
/** From the upper edge of a line to its base. */
const ASCENT = 0.92;

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/**
 * Sets code and texts into a label: a QR code to the left of the texts, or above them on a tall label; bars below them.
 * Texts are as large as they all fit, wrapped between words and in the end within them; nothing is cut.
 *
 * @param label width and height in mm
 */
export const layoutLabel = (
  label: { readonly width: number; readonly height: number },
  code: CodeSize | null,
  lines: readonly LabelLine[],
  measure: MeasureText,
): LabelLayout => {
  const inner: Area = {
    x: EDGE,
    y: EDGE,
    width: label.width - 2 * EDGE,
    height: label.height - 2 * EDGE,
  };
  if (code === null) return { code: null, moduleSize: Infinity, ...setTexts(lines, inner, measure) };
  if (code.kind === 'code128') return layoutBars(label, code, lines, inner, measure);
  const isTall = label.height > label.width * 1.1;
  const share = lines.length === 0 ? 1 : isTall ? 0.7 : 0.55;
  const across = isTall ? inner.width : inner.width * share;
  const down = isTall ? inner.height * share : inner.height;
  const modules = code.width + 2 * QUIET.qr;
  const moduleSize = Math.min(
    // The white may reach to the edge of the label, the code itself not.
    Math.min(label.height, label.width) / modules,
    Math.min(across, down) / code.width,
    LARGEST_MODULE.qr,
  );
  const side = moduleSize * code.width;
  const margin = Math.max(EDGE, moduleSize * QUIET.qr);
  const alone = lines.length === 0;
  const x = isTall || alone ? (label.width - side) / 2 : margin;
  const y = isTall && !alone ? margin : (label.height - side) / 2;
  const beside = moduleSize * QUIET.qr;
  const area: Area = isTall
    ? { ...inner, y: y + side + beside, height: inner.y + inner.height - y - side - beside }
    : { ...inner, x: x + side + beside, width: inner.x + inner.width - x - side - beside };
  return { code: { x, y, width: side, height: side }, moduleSize, ...setTexts(lines, area, measure) };
};

const layoutBars = (
  label: { readonly width: number; readonly height: number },
  code: CodeSize,
  lines: readonly LabelLine[],
  inner: Area,
  measure: MeasureText,
): LabelLayout => {
  const moduleSize = Math.min(
    label.width / (code.width + 2 * QUIET.code128),
    inner.width / code.width,
    LARGEST_MODULE.code128,
  );
  const width = moduleSize * code.width;
  const height =
    lines.length === 0
      ? inner.height
      : Math.min(inner.height, Math.max(LEAST_BAR_HEIGHT, Math.min(12, inner.height * 0.42)));
  const y = inner.y + inner.height - height;
  const area: Area = { ...inner, height: Math.max(0.1, inner.height - height - GAP / 2) };
  return {
    code: { x: (label.width - width) / 2, y, width, height },
    moduleSize,
    ...setTexts(lines, area, measure),
  };
};

/** The largest type in which all lines have room; steps small enough that nobody sees them. */
const setTexts = (
  lines: readonly LabelLine[],
  area: Area,
  measure: MeasureText,
): Pick<LabelLayout, 'texts' | 'smallestType'> => {
  if (lines.length === 0) return { texts: [], smallestType: Infinity };
  for (let size = LARGEST_TYPE; ; size *= 0.96) {
    const wrapped = lines.map(({ text, isMain }) => {
      const type = isMain ? size * MAIN : size;
      return { isMain, size: type, ...wrap(text, area.width / type, isMain, measure) };
    });
    const set = wrapped.flatMap(({ parts, ...line }) => parts.map((text) => ({ ...line, text })));
    const height = set.reduce((sum, { size: type }) => sum + type * LINE_HEIGHT, 0);
    // Below a tenth of a millimetre there is no type: the area is no area.
    const isLast = size < 0.1;
    const isBroken = size > LEAST_TYPE && wrapped.some(({ isTorn }) => isTorn);
    const isRagged = size > EASY_TYPE && set.length > lines.length + 1;
    if (!isLast && (height > area.height || isBroken || isRagged)) continue;
    let y = area.y + Math.max(0, (area.height - height) / 2);
    const texts = set.map(({ text, isMain, size: type }) => {
      const placed = { text, isMain, x: area.x, y: y + type * ASCENT, size: type };
      y += type * LINE_HEIGHT;
      return placed;
    });
    return { texts, smallestType: Math.min(...texts.map(({ size: type }) => type)) };
  }
};

/** Broken between words, and torn within one only where a line does not hold it. */
const wrap = (
  text: string,
  width: number,
  isBold: boolean,
  measure: MeasureText,
): { readonly parts: readonly string[]; readonly isTorn: boolean } => {
  if (measure(text, isBold) <= width) return { parts: [text], isTorn: false };
  const parts: string[] = [];
  let isTorn = false;
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer, isBold) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') parts.push(line);
    line = '';
    for (const sign of word) {
      if (line !== '' && measure(line + sign, isBold) > width) {
        parts.push(line);
        line = '';
        isTorn = true;
      }
      line += sign;
    }
  }
  return { parts: line === '' ? parts : [...parts, line], isTorn };
};
