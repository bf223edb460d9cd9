import {
  BinaryBitmap,
  Code128Reader,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';

/** A box on the paper in millimetres, from the upper left corner. */
export type PaperBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const MM_PER_POINT = 25.4 / 72;
/** 300 dpi, as office printers print. */
const SCALE = 300 / 72;
const PIXELS_PER_MM = SCALE / MM_PER_POINT;

export type LabelPdf = {
  readonly pages: number;
  /** Size of a page in mm. */
  readonly sizeOf: (page: number) => Promise<{ readonly width: number; readonly height: number }>;
  /** The boxes around all paths of a page, filled or stroked, as the PDF places them. */
  readonly pathsOf: (page: number) => Promise<readonly PaperBox[]>;
  /** What a second library reads out of pictures of these parts of the page; null = nothing. */
  readonly codesIn: (
    page: number,
    boxes: readonly PaperBox[],
    kind: 'qr' | 'code128',
  ) => Promise<readonly (string | null)[]>;
  readonly textOf: (page: number) => Promise<string>;
};

type Matrix = readonly [number, number, number, number, number, number];
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

/** Opens a PDF of labels with pdf.js, so that neither our drawing nor Chromium's own viewer judges itself. */
export const openLabelPdf = async (bytes: Uint8Array): Promise<LabelPdf> => {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { createCanvas } = await import('@napi-rs/canvas');

  const pathsOf = async (number: number): Promise<readonly PaperBox[]> => {
    const page = await pdf.getPage(number);
    const [, , , top = 0] = page.view;
    const { fnArray, argsArray } = await page.getOperatorList();
    const boxes: PaperBox[] = [];
    const stack: Matrix[] = [];
    let matrix: Matrix = [1, 0, 0, 1, 0, 0];
    fnArray.forEach((operation, index) => {
      const args: unknown = argsArray[index];
      if (operation === OPS.save) stack.push(matrix);
      else if (operation === OPS.restore) matrix = stack.pop() ?? matrix;
      else if (operation === OPS.transform) matrix = times(matrix, args as Matrix);
      else if (operation === OPS.constructPath) {
        const [, , bounds] = args as readonly [unknown, unknown, ArrayLike<number> | null];
        if (bounds === null) return;
        const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(bounds);
        const at = (x: number, y: number): readonly [number, number] => {
          const [, , , , dx, dy] = times(matrix, [1, 0, 0, 1, x, y]);
          return [dx * MM_PER_POINT, (top - dy) * MM_PER_POINT];
        };
        const [ax, ay] = at(x0, y0);
        const [bx, by] = at(x1, y1);
        boxes.push({
          x: Math.min(ax, bx),
          y: Math.min(ay, by),
          width: Math.abs(bx - ax),
          height: Math.abs(by - ay),
        });
      }
    });
    return boxes;
  };

  const codesIn: LabelPdf['codesIn'] = async (number, boxes, kind) => {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: SCALE });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const context = canvas.getContext('2d');
    await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
    return boxes.map((box) => {
      const left = Math.max(0, Math.round(box.x * PIXELS_PER_MM));
      const top = Math.max(0, Math.round(box.y * PIXELS_PER_MM));
      const width = Math.min(canvas.width - left, Math.round(box.width * PIXELS_PER_MM));
      const height = Math.min(canvas.height - top, Math.round(box.height * PIXELS_PER_MM));
      const { data } = context.getImageData(left, top, width, height);
      const grey = new Uint8ClampedArray(width * height);
      for (let pixel = 0; pixel < grey.length; pixel += 1) grey[pixel] = data[pixel * 4] ?? 255;
      const source = new RGBLuminanceSource(grey, width, height);
      // A scanner looks more than once, too: each of the library's ways to tell black from white misses a code now and then.
      for (const binarizer of [new HybridBinarizer(source), new GlobalHistogramBinarizer(source)]) {
        try {
          const reader = kind === 'qr' ? new QRCodeReader() : new Code128Reader();
          return reader.decode(new BinaryBitmap(binarizer)).getText();
        } catch {
          // The library throws where it finds nothing.
        }
      }
      return null;
    });
  };

  return {
    pages: pdf.numPages,
    sizeOf: async (number) => {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (await pdf.getPage(number)).view;
      return { width: (x1 - x0) * MM_PER_POINT, height: (y1 - y0) * MM_PER_POINT };
    },
    pathsOf,
    codesIn,
    textOf: async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join('\n');
    },
  };
};
