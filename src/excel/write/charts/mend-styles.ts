/** Order of what a font consists of (ECMA-376, CT_Font). */
const ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

const inOrder = (children: string): string =>
  [...children.matchAll(/<(\w+)[^>]*\/>/g)]
    .toSorted(([, a = ''], [, b = '']) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([element]) => element)
    .join('');

/** ExcelJS writes the parts of fonts in an order that the schema does not allow. */
export const mendStyles = (xml: string): string =>
  xml.replace(/<font>(.*?)<\/font>/g, (_, children: string) => `<font>${inOrder(children)}</font>`);
