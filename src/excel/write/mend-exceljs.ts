// What ExcelJS writes against the schema or against what Excel reads.

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

const PRINT_AREA = /<definedName name="_xlnm\.Print_Area" localSheetId="(\d+)">([^<]*)<\/definedName>\s*/g;

/** ExcelJS writes a name for each print area; Excel wants one per sheet that lists them all. */
export const mendPrintAreas = (xml: string): string => {
  const areas = new Map<string, string>();
  for (const [, sheet = '', area = ''] of xml.matchAll(PRINT_AREA)) {
    const known = areas.get(sheet);
    areas.set(sheet, known === undefined ? area : `${known},${area}`);
  }
  return xml.replace(PRINT_AREA, (_, sheet: string) => {
    const all = areas.get(sheet);
    areas.delete(sheet);
    return all === undefined
      ? ''
      : `<definedName name="_xlnm.Print_Area" localSheetId="${sheet}">${all}</definedName>`;
  });
};
