import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { proposeMapping } from '#core/import/columns/propose-mapping.ts';
import type { RawBook, RawCell, ReadFailureCode } from '#core/import/types.ts';
import { aProfile } from '#core/testing/builders.ts';
import { MAX_FILE_BYTES, readList, readPastedText } from './read-list.ts';

const utf16 = (text: string): readonly number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
/** The head of an OLE container and a directory entry: what tells encrypted and old workbooks apart. */
const oleWith = (stream: string): Uint8Array =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(504).fill(0), ...utf16(stream)]);

const failureOf = (bytes: Uint8Array, fileName: string): ReadFailureCode | null => {
  const result = readList(bytes, fileName);
  return result.ok ? null : result.error.code;
};
const bookOf = (bytes: Uint8Array, fileName = 'liste.csv'): RawBook => {
  const result = readList(bytes, fileName);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const cellsOf = (book: RawBook, sheet = 0): readonly (readonly RawCell[])[] =>
  book.sheets[sheet]?.rows.map(({ cells }) => cells) ?? [];
const workbook = async (fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

/** A zip whose directory claims that a part unpacks to this size. */
const zipClaiming = (size: number): Uint8Array => {
  const bytes = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return bytes;
};

describe('readList with what is no list', () => {
  it.each<[string, Uint8Array, string, ReadFailureCode]>([
    ['an empty file', new Uint8Array(), 'liste.xlsx', 'EMPTY_FILE'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'liste.xlsx', 'NOT_A_WORKBOOK'],
    ['a PDF called .csv', strToU8('%PDF-1.7 …'), 'liste.csv', 'NOT_A_WORKBOOK'],
    ['text called .xlsx', strToU8('Raum;Gerät\n1;Beamer\n'), 'liste.xlsx', 'NOT_A_WORKBOOK'],
    ['a program', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'liste.csv', 'NOT_A_WORKBOOK'],
    ['an encrypted workbook', oleWith('EncryptedPackage'), 'liste.xlsx', 'ENCRYPTED'],
    ['an .xls of 1997', oleWith('Workbook'), 'liste.xls', 'OLD_EXCEL'],
    ['a Word file of 1997', oleWith('WordDocument'), 'liste.doc', 'NOT_A_WORKBOOK'],
    ['a web page called .xls', strToU8('<html><table></table></html>'), 'liste.xls', 'OLD_EXCEL'],
    ['a zip of something else', zipSync({ 'foto.txt': strToU8('x') }), 'fotos.zip', 'NOT_A_WORKBOOK'],
    ['only blanks', strToU8('\n\n;;\n'), 'liste.csv', 'NO_ROWS'],
    ['a file of 51 MB', new Uint8Array(MAX_FILE_BYTES + 1), 'liste.csv', 'TOO_LARGE'],
    ['a zip that unpacks to 300 MB', zipClaiming(300 * 1024 * 1024), 'liste.xlsx', 'TOO_LARGE_UNPACKED'],
    ['more than 200,000 rows', strToU8('Raum;Gerät\n1;2\n'.repeat(100_001)), 'liste.csv', 'TOO_MANY_ROWS'],
  ])('refuses %s', (_what, bytes, fileName, code) => {
    expect(failureOf(bytes, fileName)).toBe(code);
  });

  it('refuses a workbook cut off in the middle', async () => {
    const whole = await workbook((book) => void book.addWorksheet('Liste').addRow(['Raum', 'Gerät']));
    expect(failureOf(whole.slice(0, whole.length / 2), 'liste.xlsx')).toBe('DAMAGED');
  });

  it('refuses a workbook with a broken part', async () => {
    const whole = await workbook((book) => void book.addWorksheet('Liste').addRow(['Raum', 'Gerät']));
    const at = whole.length / 3;
    expect(['DAMAGED', 'NOT_A_WORKBOOK', 'NO_ROWS']).toContain(
      failureOf(
        whole.map((byte, index) => (Math.abs(index - at) < whole.length / 4 && index > 60 ? 0x55 : byte)),
        'liste.xlsx',
      ),
    );
  });

  it('refuses an empty workbook and one without a head row', async () => {
    expect(failureOf(await workbook((book) => void book.addWorksheet('Leer')), 'leer.xlsx')).toBe('NO_ROWS');
    const book = bookOf(strToU8('1;2;3\n4;5;6\n'));
    expect(proposeMapping(book, { profile: aProfile(), remembered: [] })).toMatchObject({
      ok: false,
      error: { code: 'NO_HEAD_ROW', fileName: 'liste.csv', sheet: 'liste' },
    });
  });

  it('refuses a chosen encoding that the bytes contradict, with the line', () => {
    const bytes = Uint8Array.from([...strToU8('Raum\n1\nK'), 0xfc, ...strToU8('che\n')]);
    expect(readList(bytes, 'liste.csv', { encoding: 'utf-8', separator: null })).toMatchObject({
      ok: false,
      error: { code: 'WRONG_ENCODING', params: { line: 3 } },
    });
  });
});

describe('readList of text', () => {
  const umlauts = 'Raum;Gerät\nKüche;Straße\n';
  it.each([
    ['UTF-8', strToU8(umlauts), 'utf-8', false],
    ['UTF-8 with mark', strToU8(`\uFEFF${umlauts}`), 'utf-8', false],
    [
      'Windows-1252',
      Uint8Array.from([...umlauts].map((letter) => letter.charCodeAt(0))),
      'windows-1252',
      true,
    ],
    ['UTF-16 with mark', Uint8Array.from([0xff, 0xfe, ...utf16(umlauts)]), 'utf-16le', false],
  ] as const)('reads %s', (_name, bytes, encoding, encodingGuessed) => {
    const book = bookOf(bytes);
    expect(cellsOf(book)).toEqual([
      ['Raum', 'Gerät'],
      ['Küche', 'Straße'],
    ]);
    expect(book.textFormat).toEqual({ encoding, separator: ';', encodingGuessed });
  });

  it('reads the signs that only Windows-1252 has', () => {
    const bytes = Uint8Array.from([
      ...strToU8('Preis;Notiz\n499,'),
      0x96,
      0x20,
      0x80,
      ...strToU8(';K'),
      0xfc,
      ...strToU8('che '),
      0x84,
      0x31,
      0x93,
    ]);
    expect(cellsOf(bookOf(bytes))[1]).toEqual(['499,– €', 'Küche „1“']);
  });

  it('reads umlauts of an old Mac', () => {
    const bytes = Uint8Array.from([
      ...strToU8('Raum;Ger'),
      0x8a,
      ...strToU8('t\nK'),
      0x9f,
      ...strToU8('che;B'),
      0x9a,
      ...strToU8('gen\n'),
    ]);
    expect(cellsOf(bookOf(bytes))).toEqual([
      ['Raum', 'Gerät'],
      ['Küche', 'Bögen'],
    ]);
  });

  it.each([
    ['semicolon', 'a;b;c\n1,5;2;3\n4,5;5;6\n', ';'],
    ['comma', 'a,b,c\n1;2,2,3\n4,5,6\n', ','],
    ['tab', 'a\tb\tc\n1,5\t2;2\t3\n', '\t'],
    ['named in the first line', 'sep=,\na,b;c\n1,2;3\n', ','],
  ])('finds the separator: %s', (_name, text, separator) => {
    expect(bookOf(strToU8(text)).textFormat?.separator).toBe(separator);
  });

  it('counts rows as Excel does: breaks inside quotes stay, blank lines count', () => {
    const book = bookOf(strToU8('Raum;Notiz\r\n1;"a\r\nb"\r\n\r\n2;c\r\n'));
    expect(book.sheets[0]?.rows.map(({ row, cells }) => [row, cells[1]])).toEqual([
      [1, 'Notiz'],
      [2, 'a\nb'],
      [4, 'c'],
    ]);
  });

  it('keeps zeros that a program protected by a formula', () => {
    expect(cellsOf(bookOf(strToU8('Nr;Raum\n="0042";007\n')))[1]).toEqual(['0042', '007']);
  });
});

describe('readPastedText', () => {
  it('reads cells copied from Excel', () => {
    const result = readPastedText('Raum\tGerät\n101\tBeamer, alt\n', 'Eingefügt');
    expect(result.ok && cellsOf(result.value)).toEqual([
      ['Raum', 'Gerät'],
      ['101', 'Beamer, alt'],
    ]);
  });

  it('refuses nothing', () => {
    expect(readPastedText(' \n', 'Eingefügt')).toMatchObject({ ok: false, error: { code: 'EMPTY_FILE' } });
  });
});

describe.each(['Europe/Berlin', 'UTC', 'America/New_York'])('readList of a workbook in %s', (zone) => {
  it('takes each cell for what it shows', async () => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Liste');
      sheet.addRow(['was', 'Wert']);
      const day = new Date(Date.UTC(2020, 0, 1));
      const values: readonly [unknown, string?][] = [
        [day],
        [day, 'mm/yyyy'],
        [day, 'yyyy'],
        [new Date(Date.UTC(2020, 6, 31, 23, 30)), 'dd.mm.yyyy hh:mm'],
        [42, '00000'],
        [1740.5, '#,##0.00 "€"'],
        ['0042'],
        [true],
        [{ formula: 'A1&"x"', result: 'ergibt' }],
        [{ formula: '1/0', result: { error: '#DIV/0!' } }],
        [{ richText: [{ text: 'fett' }, { text: ' und dünn' }] }],
        [{ text: 'Angebot', hyperlink: 'https://example.org' }],
        ['a\nb'],
        [2019],
      ];
      values.forEach(([value, format], index) => {
        const cell = sheet.getCell(index + 2, 2);
        cell.value = value as ExcelJS.CellValue;
        if (format !== undefined) cell.numFmt = format;
      });
    });
    const cells = cellsOf(bookOf(bytes, 'liste.xlsx'))
      .slice(1)
      .map((row) => row[1]);
    process.env['TZ'] = before;
    expect(cells).toEqual([
      { kind: 'date', date: '2020-01-01' },
      { kind: 'date', date: '2020-01' },
      { kind: 'date', date: '2020' },
      { kind: 'date', date: '2020-07-31' },
      '00042',
      1740.5,
      '0042',
      true,
      'ergibt',
      { kind: 'error', code: '#DIV/0!' },
      'fett und dünn',
      'Angebot',
      'a\nb',
      2019,
    ]);
  });
});

describe('readList of a workbook', () => {
  it('marks hidden sheets, rows and columns and names merged cells', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Liste');
      sheet.addRow(['Raum', 'Gerät', 'intern']);
      sheet.addRow(['1', 'Beamer']);
      sheet.addRow([]);
      sheet.addRow(['2', 'iPad']);
      sheet.getRow(2).hidden = true;
      sheet.getColumn(3).hidden = true;
      sheet.mergeCells('A4:A5');
      sheet.getCell('B5').value = 'Stift';
      book.addWorksheet('Werte', { state: 'hidden' }).addRow(['x']);
    });
    const book = bookOf(bytes, 'liste.xlsx');
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Liste', false],
      ['Werte', true],
    ]);
    expect(book.sheets[0]?.rows.map(({ row, hidden }) => [row, hidden])).toEqual([
      [1, false],
      [2, true],
      [4, false],
      [5, false],
    ]);
    expect(book.sheets[0]?.hiddenColumns).toEqual([2]);
    expect(book.sheets[0]?.merges).toEqual([{ firstRow: 4, lastRow: 5, firstColumn: 0, lastColumn: 0 }]);
  });

  it('reads days of the calendar of old Macs', async () => {
    const bytes = await workbook((book) => {
      book.properties.date1904 = true;
      const sheet = book.addWorksheet('Liste');
      sheet.addRow(['Datum']);
      sheet.addRow([new Date(Date.UTC(2020, 1, 29))]);
    });
    expect(cellsOf(bookOf(bytes, 'liste.xlsx'))[1]).toEqual([{ kind: 'date', date: '2020-02-29' }]);
  });

  it('reads an OpenDocument sheet', () => {
    const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Geräte">
<table:table-row><table:table-cell office:value-type="string"><text:p>Raum</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Kauf &amp; Co</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="42"><text:p>0042</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2020-02-29"><text:p>29.02.20</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>`;
    const bytes = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8(content),
    });
    const book = bookOf(bytes, 'liste.ods');
    expect(book.format).toBe('ods');
    expect(book.sheets[0]?.rows.map(({ row, cells }) => [row, cells])).toEqual([
      [1, ['Raum', 'Kauf & Co']],
      [2, ['0042', { kind: 'date', date: '2020-02-29' }]],
      [3, ['0042', { kind: 'date', date: '2020-02-29' }]],
    ]);
  });
});
