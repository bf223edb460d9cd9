import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RawBook, RawCell, RawSheet } from '#core/import/types.ts';
import { readList } from './read-list.ts';

type Parts = {
  /** The content of `worksheet`. */
  readonly sheet?: string;
  /** The whole part, instead. */
  readonly sheetPart?: string | Uint8Array;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
};
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The smallest package with one sheet. */
const packageOf = (parts: Parts): Uint8Array => {
  const sheet = parts.sheetPart ?? `<worksheet ${MAIN}>${parts.sheet ?? ''}</worksheet>`;
  const workbook =
    parts.workbook ??
    `<workbook ${MAIN}><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="a" Type="${TYPE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(workbook),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="rId1" Type="${TYPE}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${TYPE}/sharedStrings" Target="sharedStrings.xml"/>` +
        `<Relationship Id="rId3" Type="${TYPE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? strToU8(sheet) : sheet,
    ...(parts.strings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': strToU8(`<sst>${parts.strings}</sst>`) }),
    ...(parts.styles === undefined
      ? {}
      : { 'xl/styles.xml': strToU8(`<styleSheet>${parts.styles}</styleSheet>`) }),
  });
};
const bookOf = (parts: Parts): RawBook => {
  const result = readList(packageOf(parts), 'liste.xlsx');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const sheetOf = (parts: Parts): RawSheet => {
  const [sheet] = bookOf(parts).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};
const cellsOf = (parts: Parts): readonly (readonly RawCell[])[] =>
  sheetOf(parts).rows.map(({ cells }) => cells);
const codeOf = (parts: Parts): string => {
  const result = readList(packageOf(parts), 'liste.xlsx');
  return result.ok ? 'read' : result.error.code;
};
const data = (rows: string): Parts => ({ sheet: `<sheetData>${rows}</sheetData>` });
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));

describe('cells of a workbook that Excel did not write', () => {
  it('says that a formula has no stored result, and takes an empty text for one', () => {
    expect(
      cellsOf(
        data(
          '<row r="1"><c r="A1"><f>SUM(B1)</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f t="shared" si="0"/><v/></c>' +
            '<c r="D1" t="str"><f>IF(1,"","")</f><v></v></c><c r="E1"><f>2+3</f><v>5</v></c></row>',
        ),
      ),
    ).toEqual([
      [{ kind: 'error', code: '#?' }, { kind: 'error', code: '#?' }, { kind: 'error', code: '#?' }, null, 5],
    ]);
  });

  it('reads ISO dates, as exact as their format', () => {
    expect(
      cellsOf({
        ...data(
          '<row><c t="d"><v>2021-03-01T00:00:00Z</v></c><c t="d" s="1"><v>2021-01-01</v></c><c t="d"><v>10:30</v></c></row>',
        ),
        styles:
          '<numFmts><numFmt numFmtId="200" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="14"/><xf numFmtId="200"/></cellXfs>',
      }),
    ).toEqual([[{ kind: 'date', date: '2021-03-01' }, { kind: 'date', date: '2021' }, '10:30']]);
  });

  it('reads inline and shared texts with runs, links, blanks and CDATA, without phonetic guides', () => {
    expect(
      cellsOf({
        ...data(
          '<row r="1"><c t="inlineStr"><is><r><t>Bea</t></r><r><t xml:space="preserve">mer </t></r></is></c>' +
            '<c t="s"><v>0</v></c><c t="s"><v> 1 </v></c><c t="str"><v><![CDATA[a<b & c]]></v></c><c t="inlineStr"><is><t><!-- - -->x&#10;y_x000D_</t></is></c></row>',
        ),
        strings:
          '<si><r><t>東</t></r><rPh sb="0" eb="1"><t>ひがし</t></rPh><r><t>京</t></r></si><si><t><![CDATA[<t>&amp;]]> u. a.</t></si>',
      }),
    ).toEqual([['Beamer ', '東京', '<t>&amp; u. a.', 'a<b & c', 'x\ny\n']]);
  });

  it('counts rows and cells that say no place, and jumps where they do', () => {
    expect(
      sheetOf(
        data(
          '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
        ),
      ).rows.map(({ row, cells }) => [row, cells]),
    ).toEqual([
      [1, [1, 2]],
      [4, [null, null, 3, 4]],
      [5, [5]],
    ]);
  });

  it('reads prefixed tags, single quotes, `>` and look-alikes inside attributes', () => {
    expect(
      cellsOf({
        sheetPart: `<?xml version="1.0"?><x:worksheet xmlns:x='m'><x:sheetData><x:row note='a > b r="9"' r = '2'><x:c r='B2' t='inlineStr'><x:is><x:t>ja</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
        workbook: `<x:workbook xmlns:x='m'><x:sheets><x:sheet name='Liste id="rId9" x' r:id='rId1'/></x:sheets></x:workbook>`,
      }),
    ).toEqual([[null, 'ja']]);
  });

  it('reads strict workbooks', () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const bytes = zipSync({
      '_rels/.rels': strToU8(
        `<Relationships><Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${strict}/spreadsheetml/main" conformance="strict"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships><Relationship Id="r1" Type="${strict}/officeDocument/relationships/worksheet" Target="worksheets/a.xml"/></Relationships>`,
      ),
      'xl/worksheets/a.xml': strToU8(
        '<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>',
      ),
    });
    const result = readList(bytes, 'strict.xlsx');
    expect(result.ok && result.value.sheets[0]?.rows[0]?.cells).toEqual([7]);
  });

  it('reads parts in UTF-16, with and without mark', () => {
    const xml =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>Küche – €</t></is></c></row></sheetData></worksheet>';
    expect(cellsOf({ sheetPart: utf16(`\uFEFF${xml}`) })).toEqual([['Küche – €']]);
    expect(cellsOf({ sheetPart: utf16(xml) })).toEqual([['Küche – €']]);
  });

  it('shows numbers as Excel does: 15 digits, codes with zeros and letters, percentages', () => {
    expect(
      cellsOf({
        ...data(
          '<row><c><v>2.9999999999999996</v></c><c s="1"><v>42</v></c><c s="2"><v>42</v></c><c s="3"><v>0.19</v></c><c s="4"><v>0.125</v></c><c s="5"><v>499.9</v></c><c s="6"><v>3</v></c><c><v>1E3</v></c></row>',
        ),
        styles:
          '<numFmts><numFmt numFmtId="170" formatCode="00000"/><numFmt numFmtId="171" formatCode="&quot;INV-&quot;0000"/><numFmt numFmtId="172" formatCode="0.0%"/><numFmt numFmtId="173" formatCode="&quot;€&quot;\\ 0.00"/><numFmt numFmtId="174" formatCode="0&quot; Stück&quot;"/></numFmts>' +
          '<cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="9"/><xf numFmtId="172"/><xf numFmtId="173"/><xf numFmtId="174"/></cellXfs>',
      }),
    ).toEqual([[3, '00042', 'INV-0042', '19%', '12,5%', 499.9, 3, 1000]]);
  });

  it('does without styles', () => {
    expect(cellsOf(data('<row><c s="4"><v>43831</v></c></row>'))).toEqual([[43831]]);
  });

  it('never expands an entity', () => {
    const bomb =
      '<!DOCTYPE worksheet [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>';
    expect(
      cellsOf({
        sheetPart: `${bomb}<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;&c;</t></is></c></row></sheetData></worksheet>`,
      }),
    ).toEqual([['&b;&c;']]);
  });
});

describe('the shape of a sheet', () => {
  it('clips hidden columns and merges to what has content', () => {
    const sheet = sheetOf({
      sheet:
        '<cols><col min="2" max="16384" hidden="1"/><col min="1" max="1" width="0"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row></sheetData>' +
        '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A1:A1048576"/><mergeCell ref="Z1:Z9"/><mergeCell ref="A9:A10"/><mergeCell ref="nonsense"/></mergeCells>',
    });
    expect(sheet.hiddenColumns).toEqual([0, 1, 2]);
    expect(sheet.merges).toEqual([
      { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2 },
      { firstRow: 1, lastRow: 3, firstColumn: 0, lastColumn: 0 },
    ]);
  });

  it('skips data validations and a million empty formatted rows', () => {
    const empty = Array.from(
      { length: 50_000 },
      (_, index) => `<row r="${index + 2}" s="1" customFormat="1"/>`,
    );
    const sheet = sheetOf({
      sheet: `<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${empty.join('')}<row r="1048576"><c r="A1048576" s="1"/></row></sheetData><dataValidations count="1"><dataValidation sqref="A1"><formula1>1</formula1><row r="2"><c><v>9</v></c></row></dataValidation></dataValidations>`,
    });
    expect(sheet.rows).toHaveLength(1);
  });

  it('sorts rows that stand in disorder', () => {
    const rows = '<row r="3"><c><v>3</v></c></row><row r="1"><c><v>1</v></c></row>';
    expect(sheetOf(data(rows)).rows.map(({ row }) => row)).toEqual([1, 3]);
  });

  it.each<[string, Parts, string]>([
    ['a text that is not there', data('<row><c t="s"><v>5</v></c></row>'), 'DAMAGED'],
    [
      'two rows of one number',
      data('<row r="2"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>'),
      'DAMAGED',
    ],
    ['cells that stand in no row', data('<row><c><v>1</v></c></row><c><v>2</v></c></row>'), 'DAMAGED'],
    ['a column beyond the last', data('<row><c r="ZZZZZZZZZ1"><v>1</v></c></row>'), 'DAMAGED'],
    ['a row beyond the last', data('<row r="1e300"><c><v>1</v></c></row>'), 'DAMAGED'],
    ['a sheet cut off', { sheetPart: '<worksheet><sheetData><row><c><v>1</v></c></row>' }, 'DAMAGED'],
    ['an unclosed text', { sheetPart: '<worksheet><row><c><is><t>x</worksheet>' }, 'DAMAGED'],
    ['a text document', { workbook: '<w:document><w:body/></w:document>' }, 'NOT_A_WORKBOOK'],
    ['a sheet of nothing', { sheetPart: '<worksheet/>' }, 'NO_ROWS'],
  ])('refuses %s', (_what, parts, code) => {
    expect(codeOf(parts)).toBe(code);
  });

  it('refuses more cells than memory has room for, small as the file may be', () => {
    const rows = Array.from({ length: 400 }, (_, index) => `<row><c r="XFD${index + 1}"><v>1</v></c></row>`);
    expect(readList(packageOf(data(rows.join(''))), 'liste.xlsx')).toMatchObject({
      ok: false,
      error: { code: 'TOO_MANY_CELLS', sheet: 'Liste', params: { maxCells: 5_000_000 } },
    });
  });

  it('tells how far it is', () => {
    const row = '<row><c t="inlineStr"><is><t>Beamer im Lehrerzimmer</t></is></c></row>';
    const seen: (readonly [number, string])[] = [];
    const result = readList(
      packageOf(data(row.repeat(150_000))),
      'liste.xlsx',
      undefined,
      ({ done, of, what }) => seen.push([done / of, what]),
    );
    expect(result.ok && result.value.sheets[0]?.rows.length).toBe(150_000);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.length).toBeLessThan(20);
    expect(seen.at(-1)).toEqual([1, 'Liste']);
  });
});
