import { code128, qrcode, type DrawingContext } from 'bwip-js/generic';
import type { CodeSize } from '#core/labels/layout-label.ts';

/** A code as one filled shape: an SVG path in modules, from its upper left corner, even-odd. */
export type CodeShape = CodeSize & {
  /** In modules; bars reach over any height and are drawn 1 high. */
  readonly height: number;
  readonly path: string;
};

/**
 * Takes the shapes that the library draws instead of its SVG: no text ever becomes markup. With one unit to the module all
 * of its numbers are whole.
 */
const collector = (): DrawingContext<{
  readonly width: number;
  readonly height: number;
  readonly path: string;
}> => {
  let size = { width: 0, height: 0 };
  const parts: string[] = [];
  return {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => {
      size = { width, height };
    },
    // Bars: `x` is the middle, for odd widths half a module to the right.
    line: (x, _y0, _x1, _y1, barWidth) => {
      parts.push(`M${Math.ceil(x - barWidth / 2) - (barWidth % 2)} 0h${barWidth}v1h${-barWidth}z`);
    },
    polygon: (points) => {
      parts.push(`M${points.map(([x, y]) => `${x} ${y}`).join('L')}z`);
    },
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ ...size, path: parts.join('') }),
  };
};

const known = new Map<string, CodeShape | null>();

/**
 * Draws a code.
 *
 * @returns null = the text does not fit into such a code at all
 */
export const codeShape = (kind: CodeSize['kind'], text: string): CodeShape | null => {
  const key = `${kind} ${text}`;
  const drawn = known.get(key);
  if (drawn !== undefined) return drawn;
  const shape = draw(kind, text);
  // Some thousand labels of a school are some megabytes of paths; a preview that redraws must not compute them again.
  if (known.size > 5000) known.clear();
  known.set(key, shape);
  return shape;
};

/** Level M of the QR code mends scratches of 15 %, enough for a label. Its options are not in the types of the library. */
const QR_OPTIONS = { bcid: 'qrcode', eclevel: 'M', scale: 1 };
const BAR_OPTIONS = { bcid: 'code128', includetext: false, scale: 1, height: 10 };

const draw = (kind: CodeSize['kind'], text: string): CodeShape | null => {
  try {
    return kind === 'qr'
      ? { kind, ...qrcode({ ...QR_OPTIONS, text }, collector()) }
      : { kind, ...code128({ ...BAR_OPTIONS, text }, collector()), height: 1 };
  } catch (error) {
    // The library throws what it has to say about a text as `bwipp.…`; anything else is a bug.
    if (error instanceof Error && /bwipp|bwip-js/.test(`${error.name} ${error.message}`)) return null;
    throw error;
  }
};
