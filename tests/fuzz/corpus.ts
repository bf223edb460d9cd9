import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strToU8, unzipSync } from 'fflate';
import { parseProfile } from '#core/targets/parse-profile.ts';
import { writeProfile } from '#excel/profile/write-profile.ts';
import { zipOf } from './zip-of.ts';

/** A sound file to start from. */
export type Sample = { readonly name: string; readonly kind: 'zip' | 'text'; readonly bytes: Uint8Array };

const HEAD = [
  'Raum',
  'Gerät',
  'Inventarnummer',
  'Seriennummer',
  'Anzahl',
  'Kaufdatum',
  'Preis',
  'Zustand',
  'Bemerkung',
];
const KINDS = ['Beamer', 'iPad', 'Notebook', 'Dokumentenkamera', 'Monitor 24"', 'PC für Schüler'];
const STATES = ['in Betrieb', 'defekt', 'Lager', 'ausgesondert', ''];
const ROWS = 30;

const rowOf = (index: number): readonly string[] => [
  index % 4 === 0 ? 'Küche' : String(100 + (index % 9)),
  KINDS[index % KINDS.length] ?? '',
  `00${index}`,
  index % 5 === 0 ? 'keine' : `SN${1000 + index * 37}`,
  String(1 + (index % 3)),
  ['14.09.2018', '03/2021', '2019', '31.02.2020', ''][index % 5] ?? '',
  ['1.740,00 €', '379', 'ca. 700', '499,–'][index % 4] ?? '',
  STATES[index % STATES.length] ?? '',
  index % 6 === 0 ? 'liegt im\nKoffer; "alt"' : '',
];
const table = [HEAD, ...Array.from({ length: ROWS }, (_, index) => rowOf(index))];

const workbook = async (): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  book.created = new Date(0);
  book.modified = new Date(0);
  const sheet = book.addWorksheet('Technik');
  sheet.addRow(['Bestand 2026']);
  sheet.addRow(HEAD);
  for (let index = 0; index < ROWS; index += 1) {
    const row = sheet.addRow([...rowOf(index)]);
    row.getCell(6).value = new Date(Date.UTC(2018 + (index % 8), index % 12, 1));
    row.getCell(6).numFmt = ['dd.mm.yyyy', 'mm/yyyy', 'yyyy'][index % 3] ?? '';
    row.getCell(5).value = { formula: 'A1+1', result: index % 4 };
    row.getCell(3).numFmt = '"INV-"0000';
    row.getCell(3).value = index;
  }
  sheet.getCell('B5').value = { richText: [{ text: 'iPad' }, { text: ' alt', font: { bold: true } }] };
  sheet.getCell('B6').value = { text: 'Beamer', hyperlink: 'https://example.org' };
  sheet.getCell('I7').value = { formula: '1/0', result: { error: '#DIV/0!' } };
  sheet.getCell('H9').dataValidation = { type: 'list', formulae: ['"in Betrieb,defekt"'] };
  sheet.mergeCells('A4:A6');
  sheet.getRow(8).hidden = true;
  sheet.getColumn(9).hidden = true;
  const rooms = book.addWorksheet('Räume', { state: 'hidden' });
  rooms.addRow(['Raumnummer', 'Raumtyp', 'Plätze', 'Beamer', 'Tablets']);
  for (let index = 0; index < 9; index += 1) rooms.addRow([100 + index, 'Klassenraum', 28, 1, index]);
  return zipOf(unzipSync(new Uint8Array(await book.xlsx.writeBuffer())));
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Inline texts, prefixes, no styles: what other programs write. */
const bareWorkbook = (): Uint8Array => {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rows = table.map(
    (cells) =>
      `<x:row>${cells.map((cell) => `<x:c t="inlineStr"><x:is><x:t>${escaped(cell)}</x:t></x:is></x:c>`).join('')}</x:row>`,
  );
  return zipOf({
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      '<?xml version="1.0"?><x:workbook xmlns:x="m"><x:sheets><x:sheet name="Liste" r:id="b"/></x:sheets></x:workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="b" Type="${type}/worksheet" Target="a.xml"/></Relationships>`,
    ),
    'xl/a.xml': strToU8(
      `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData>${rows.join('')}</x:sheetData></x:worksheet>`,
    ),
  });
};

const openDocument = (): Uint8Array => {
  const cell = (text: string, index: number): string =>
    index === 5 && /^\d\d\.\d\d\.\d{4}$/.test(text)
      ? `<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2018-09-01"><text:p>${text}</text:p></table:table-cell>`
      : text === ''
        ? '<table:table-cell/>'
        : `<table:table-cell office:value-type="string">${text
            .split('\n')
            .map((line) => `<text:p>${escaped(line)}</text:p>`)
            .join('')}</table:table-cell>`;
  const rows = table.map(
    (cells, index) =>
      `<table:table-row${index % 7 === 3 ? ' table:number-rows-repeated="2" table:visibility="collapse"' : ''}>${cells.map(cell).join('')}</table:table-row>`,
  );
  return zipOf({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles><number:date-style style:name="N1"><number:month/><number:year/></number:date-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Geräte"><table:table-column table:number-columns-repeated="9"/>${rows.join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8('<office:document-styles><office:styles/></office:document-styles>'),
  });
};

const separated = (separator: string, lineEnd: string): string =>
  table
    .map((cells) =>
      cells
        .map((cell) => (/[";,\n\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(separator),
    )
    .join(lineEnd);

/** The characters of the samples as a single-byte encoding writes them. */
const singleByte = (text: string, codes: Readonly<Record<string, number>>): Uint8Array =>
  Uint8Array.from(
    [...text].map((letter) => codes[letter] ?? (letter.charCodeAt(0) < 128 ? letter.charCodeAt(0) : 63)),
  );
const wide = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));

const WINDOWS = { ä: 0xe4, ö: 0xf6, ü: 0xfc, ß: 0xdf, '€': 0x80, '–': 0x96 };
const MAC = { ä: 0x8a, ö: 0x9a, ü: 0x9f, ß: 0xa7, '€': 0xdb, '–': 0xd0 };

const PROFILE = 'resources/profiles/mv-vorschlag-2026.json';
const profileWorkbook = async (): Promise<Uint8Array> => {
  const profile = parseProfile(JSON.parse(readFileSync(PROFILE, 'utf8')));
  if (!profile.ok) throw new Error('The profile does not fit its schema');
  return zipOf(unzipSync(await writeProfile(profile.value)));
};

export const makeCorpus = async (): Promise<readonly Sample[]> => [
  { name: 'excel.xlsx', kind: 'zip', bytes: await workbook() },
  { name: 'bare.xlsx', kind: 'zip', bytes: bareWorkbook() },
  { name: 'liste.ods', kind: 'zip', bytes: openDocument() },
  { name: 'utf8.csv', kind: 'text', bytes: strToU8(separated(';', '\r\n')) },
  { name: 'bom.csv', kind: 'text', bytes: strToU8(`\uFEFF${separated(',', '\n')}`) },
  { name: 'windows.csv', kind: 'text', bytes: singleByte(separated(';', '\r\n'), WINDOWS) },
  { name: 'mac.csv', kind: 'text', bytes: singleByte(separated(';', '\r'), MAC) },
  { name: 'wide.txt', kind: 'text', bytes: wide(`\uFEFF${separated('\t', '\r\n')}`) },
  { name: 'upright.csv', kind: 'text', bytes: strToU8(`sep=|\n${separated('|', '\n')}`) },
  { name: 'profil.json', kind: 'text', bytes: new Uint8Array(readFileSync(PROFILE)) },
  { name: 'profil.xlsx', kind: 'zip', bytes: await profileWorkbook() },
];
