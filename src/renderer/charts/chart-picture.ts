/** What a picture keeps of an element's looks: the page's style sheets do not reach into it. */
const KEPT_STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const GAP = 12;
/** Dots per px: sharp in a document and on a projector. */
const RESOLUTION = 2;

/** A copy that looks the same anywhere: every computed style is written into its element. */
const selfContained = (source: SVGSVGElement): SVGSVGElement => {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const sources = [source, ...source.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const original = sources[index];
    if (original === undefined) return;
    const computed = getComputedStyle(original);
    element.removeAttribute('class');
    element.removeAttribute('style');
    for (const name of KEPT_STYLES) element.setAttribute(name, computed.getPropertyValue(name));
  });
  return copy;
};

/** The drawings below each other on the background of their sheet, as one drawing that needs nothing from outside. */
const sheetOf = (
  sheet: HTMLElement,
  drawings: readonly SVGSVGElement[],
): { readonly root: SVGSVGElement; readonly width: number; readonly height: number } => {
  const root = document.createElementNS(SVG, 'svg');
  const paper = document.createElementNS(SVG, 'rect');
  paper.setAttribute('fill', getComputedStyle(sheet).backgroundColor);
  root.append(paper);
  let y = MARGIN;
  let widest = 0;
  for (const drawing of drawings) {
    const { width, height } = drawing.getBoundingClientRect();
    const copy = selfContained(drawing);
    copy.setAttribute('x', String(MARGIN));
    copy.setAttribute('y', String(y));
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(height));
    copy.setAttribute('overflow', 'visible');
    root.append(copy);
    y += height + GAP;
    widest = Math.max(widest, width);
  }
  const width = Math.ceil(widest + 2 * MARGIN);
  const height = Math.ceil(y - GAP + MARGIN);
  for (const element of [root, paper]) {
    element.setAttribute('width', String(width));
    element.setAttribute('height', String(height));
  }
  return { root, width, height };
};

/**
 * Draws everything on a sheet of the page as one PNG at twice its size.
 *
 * @param sheet holds the SVG drawings, one below the other; in the page, in light colours
 * @returns the picture; rejects when the browser cannot draw it
 */
export const pictureOf = async (sheet: HTMLElement): Promise<Blob> => {
  const drawings = [...sheet.querySelectorAll('svg')].filter(
    (drawing) => drawing.parentElement?.closest('svg') === null,
  );
  const { root, width, height } = sheetOf(sheet, drawings);
  const text = new XMLSerializer().serializeToString(root);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * RESOLUTION;
    canvas.height = height * RESOLUTION;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (picture) => (picture === null ? reject(new Error('no picture')) : resolve(picture)),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
};
