import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RawSheet } from '#core/import/types.ts';
import type { Result } from '#core/shared/result.ts';
import { readList } from './read-list.ts';

const packageOf = (tables: string, styles = '', common = ''): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(
      `<office:document-styles><office:styles>${common}</office:styles></office:document-styles>`,
    ),
  });
const read = (tables: string, styles = '', common = ''): Result<readonly RawSheet[], string> => {
  const result = readList(packageOf(tables, styles, common), 'liste.ods');
  return result.ok ? { ok: true, value: result.value.sheets } : { ok: false, error: result.error.code };
};
const sheetsOf = (tables: string, styles = '', common = ''): readonly RawSheet[] => {
  const result = read(tables, styles, common);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};
const table = (rows: string, more = ''): string => `<table:table table:name="T"${more}>${rows}</table:table>`;
const row = (cells: string, more = ''): string => `<table:table-row${more}>${cells}</table:table-row>`;
const text = (value: string, more = ''): string =>
  `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`;
const firstCells = (rows: string, styles = '', common = ''): unknown =>
  sheetsOf(table(rows), styles, common)[0]?.rows.map(({ cells }) => cells);

describe('cells of an OpenDocument sheet', () => {
  const date = (shown: string, more = '', value = '2021-01-01'): string =>
    `<table:table-cell office:value-type="date" office:date-value="${value}"${more}><text:p>${shown}</text:p></table:table-cell>`;

  it('keeps dates as exact as their style or their text shows them', () => {
    const styles =
      '<number:date-style style:name="N1"><number:month/><number:text>/</number:text><number:year/></number:date-style>' +
      '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="ce2" style:family="table-cell" style:parent-style-name="Jahr"/>';
    const common =
      '<number:date-style style:name="N2"><number:year number:style="long"/></number:date-style><style:style style:name="Jahr" style:family="table-cell" style:data-style-name="N2"/>';
    expect(
      firstCells(
        '<table:table-column/><table:table-column table:number-columns-repeated="3" table:default-cell-style-name="ce1"/>' +
          row(
            date('01.01.21') +
              date('xx') +
              date('', ' table:style-name="ce2"') +
              date('', '', '2021-03-15T10:00:00') +
              date('2021') +
              date('Jan 21') +
              date('01/2021') +
              date('01.01.2021'),
          ),
        styles,
        common,
      ),
    ).toEqual([
      ['2021-01-01', '2021-01', '2021', '2021-03', '2021', '2021-01', '2021-01', '2021-01-01'].map((day) => ({
        kind: 'date',
        date: day,
      })),
    ]);
  });

  it('reads errors, percentages, codes and formulas without result', () => {
    expect(
      firstCells(
        row(
          '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>' +
            '<table:table-cell office:value-type="percentage" office:value="0.19"><text:p>19 %</text:p></table:table-cell>' +
            '<table:table-cell office:value-type="percentage" office:value="0.125"/>' +
            '<table:table-cell office:value-type="float" office:value="42"><text:p>INV-0042</text:p></table:table-cell>' +
            '<table:table-cell office:value-type="currency" office:value="499.9"><text:p>499,90 €</text:p></table:table-cell>' +
            '<table:table-cell table:formula="of:=SUM([.A1])"/>' +
            '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>' +
            '<table:table-cell office:value-type="string" office:string-value="nur hier"/>',
        ),
      ),
    ).toEqual([
      [
        { kind: 'error', code: '#DIV/0!' },
        '19 %',
        '12,5%',
        'INV-0042',
        499.9,
        { kind: 'error', code: '#?' },
        null,
        'nur hier',
      ],
    ]);
  });

  it('takes only the text of the cell: no notes, drawings, guides or tables inside', () => {
    expect(
      firstCells(
        row(
          '<table:table-cell office:value-type="string"><office:annotation><text:p>Notiz</text:p></office:annotation><draw:frame><draw:text-box><text:p>Bild</text:p></draw:text-box></draw:frame><text:p>Raum<text:s text:c="2"/><text:a xlink:href="x"><text:span>1</text:span></text:a><text:ruby><text:ruby-base>01</text:ruby-base><text:ruby-text>eins</text:ruby-text></text:ruby></text:p><text:p/><text:p>oben &amp; <![CDATA[<unten>]]></text:p><table:table><table:table-row><table:table-cell><text:p>innen</text:p></table:table-cell></table:table-row></table:table></table:table-cell>' +
            text('<text:s text:c="999999999"/>x').replace(/^/, ''),
        ),
      ),
    ).toEqual([['Raum  101\n\noben & <unten>', `${' '.repeat(1000)}x`]]);
  });
});

describe('the shape of an OpenDocument sheet', () => {
  it('says what is hidden and merged', () => {
    const [sheet, hidden] = sheetsOf(
      table(
        '<table:table-column/><table:table-column-group><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/></table:table-column-group><table:table-column table:visibility="filter" table:number-columns-repeated="16000"/>' +
          `<table:table-header-rows>${row(text('a', ' table:number-columns-spanned="3"') + '<table:covered-table-cell table:number-columns-repeated="2"/>')}</table:table-header-rows>` +
          row(text('b', ' table:number-rows-spanned="1000000"') + text('c'), ' table:visibility="filter"') +
          row('<table:covered-table-cell/>' + text('d')),
      ) + table(row(text('x')), ' table:style-name="ta2"'),
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
    );
    expect(sheet?.hiddenColumns).toEqual([1]);
    expect(sheet?.rows.map(({ row: number, hidden: isHidden }) => [number, isHidden])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(sheet?.merges).toEqual([
      { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 1 },
      { firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 0 },
    ]);
    expect([sheet?.hidden, hidden?.hidden]).toEqual([false, true]);
  });

  it('passes over tables that are no sheets', () => {
    const inner = table(row(text('fremd')));
    const sheets = sheetsOf(
      `<table:tracked-changes><table:deletion>${row(text('gelöscht'))}</table:deletion></table:tracked-changes>` +
        table(`<table:shapes><draw:frame>${inner}</draw:frame></table:shapes>${row(text('echt'))}`) +
        `<table:dde-links>${inner}</table:dde-links>`,
    );
    expect(sheets.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([[['echt']]]);
  });

  it.each([
    [
      'a million copies of a row',
      table(row(text('x'), ' table:number-rows-repeated="1000000"')),
      'TOO_MANY_ROWS',
    ],
    ['endless copies', table(row(text('x'), ' table:number-rows-repeated="1e300"')), 'TOO_MANY_ROWS'],
    [
      'rows of 16,384 copies of a cell',
      table(row(text('x', ' table:number-columns-repeated="16384"')).repeat(400)),
      'TOO_MANY_CELLS',
    ],
    [
      'more columns than there are',
      table(row(text('x', ' table:number-columns-repeated="20000"'))),
      'DAMAGED',
    ],
    [
      'a cell without end',
      table('<table:table-row><table:table-cell><text:p>x</table:table-row>'),
      'DAMAGED',
    ],
  ])('refuses %s', (_what, tables, code) => {
    expect(read(tables)).toEqual({ ok: false, error: code });
  });

  it('is not misled by a text document', () => {
    const bytes = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8(
        '<office:document-content xmlns:table="urn:spreadsheet"><office:body><office:text/></office:body></office:document-content>',
      ),
    });
    expect(readList(bytes, 'brief.odt')).toMatchObject({ ok: false, error: { code: 'NOT_A_WORKBOOK' } });
  });
});
