import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readList } from '#excel/read/read-list.ts';
import { editedWorkbook } from '../../tests/harness/edit-workbook.ts';
import { FIVE_SCHOOLS, schoolReportFile, type SchoolReportFile } from '../../tests/harness/school-reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'konsolidieren-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let reports: readonly SchoolReportFile[] = [];
let older: SchoolReportFile;
let namesake: SchoolReportFile;
beforeAll(async () => {
  const made: SchoolReportFile[] = [];
  for (const options of FIVE_SCHOOLS) made.push(await schoolReportFile(options));
  reports = made;
  older = await schoolReportFile(FIVE_SCHOOLS[0]!, '2025-11-24');
  const { bytes } = await schoolReportFile({ seed: 1, kind: 'primary', name: 'Schule im Park' });
  namesake = { name: 'park.xlsx', bytes };
}, 60_000);

let input = '';
let count = 0;
beforeEach(() => {
  input = join(folder, String((count += 1)));
  mkdirSync(input);
});
const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(input, name), bytes);

type Run = { readonly status: number | null; readonly out: string; readonly errors: string };
const run = (...args: readonly string[]): Run => {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/konsolidieren.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, npm_lifecycle_event: 'konsolidieren', INIT_CWD: folder },
  });
  return { status, out: stdout, errors: stderr };
};

/** Rows of a sheet of the workbook as records by heading. */
const rowsOf = (path: string, sheet: string): readonly Readonly<Record<string, unknown>>[] => {
  const book = readList(new Uint8Array(readFileSync(path)), 'gesamt.xlsx');
  if (!book.ok) throw new Error(book.error.code);
  const [head, ...rows] = book.value.sheets.find(({ name }) => name === sheet)!.rows;
  return rows.map(({ cells }) =>
    Object.fromEntries(head!.cells.map((heading, at) => [String(heading), cells[at] ?? null])),
  );
};
const sum = (rows: readonly Readonly<Record<string, unknown>>[], heading: string): number =>
  rows.reduce((all, row) => all + Number(row[heading] ?? 0), 0);

describe('npm run konsolidieren', () => {
  it('puts five schools together into one workbook and a set of CSV files', () => {
    for (const { name, bytes } of reports) put(name, bytes);
    const aus = join(input, 'gesamt.xlsx');
    const { status, out, errors } = run('--aus', aus, '--csv', join(input, 'csv'), input);
    expect(errors).toBe('');
    expect(status).toBe(0);
    expect(out).toContain('Zusammengeführt: 5 Schulen');
    const schools = rowsOf(aus, 'Schulen').slice(0, 5);
    const total = rowsOf(aus, 'Schulen')[5]!;
    expect(schools.map((row) => row['Schule-ID']).sort()).toEqual(
      [...new Set(schools.map((row) => row['Schule-ID']))].sort(),
    );
    for (const heading of ['Soll', 'Ist', 'Lücke', 'Räume', 'Geräte (Stück)', 'Kosten (€, geschätzt)'])
      expect(total[heading]).toBeCloseTo(sum(schools, heading), 6);
    // Every sheet says the same of each school.
    for (const school of schools) {
      const of = (sheet: string) =>
        rowsOf(aus, sheet).filter((row) => row['Schule-ID'] === school['Schule-ID']);
      const scored = of('Soll-Ist je Raum').filter((row) => row['gewertet'] === 'ja');
      expect(sum(of('Beschaffungsliste'), 'Fehlende Menge')).toBe(school['Lücke']);
      expect(sum(of('Lücken nach Kategorie'), 'Lücken gesamt')).toBe(school['Lücke']);
      expect(sum(scored, 'Lücke')).toBeLessThanOrEqual(Number(school['Lücke']));
      expect(of('Räume').length).toBe(school['Räume']);
      expect(
        sum(
          of('Geräte').filter((row) => row['Zustand'] !== 'ausgesondert'),
          'Anzahl',
        ),
      ).toBe(school['Geräte (Stück)']);
    }
    expect(readdirSync(join(input, 'csv'))).toContain('devices.csv');
    expect(
      readFileSync(join(input, 'csv', 'schools.csv'), 'utf8')
        .trimEnd()
        .split('\n').length,
    ).toBe(6);
  });

  it('names each file that is no report or is doubtful, and counts the others', async () => {
    const [first, second, third] = reports;
    put('a.xlsx', first!.bytes);
    put('alt.xlsx', older.bytes);
    put('kopie.xlsx', first!.bytes);
    put('abgeschnitten.xlsx', second!.bytes.slice(0, 20_000));
    put('leer.xlsx', '');
    put(
      'alt-excel.xls',
      new Uint8Array([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...new TextEncoder().encode('W\0o\0r\0k\0b\0o\0o\0k\0'),
      ]),
    );
    put(
      'kennwort.xlsx',
      new Uint8Array([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
      ]),
    );
    put('park.xlsx', namesake.bytes);
    put(
      'liste.xlsx',
      await editedWorkbook(null, (book) => void book.addWorksheet('Liste').addRow(['Raum', 'Gerät'])),
    );
    put(
      'neuer.xlsx',
      await editedWorkbook(second!.bytes, (book) => {
        book.getWorksheet('_Daten')!.getCell('B1').value = 99;
      }),
    );
    put(
      'daten.xlsx',
      await editedWorkbook(second!.bytes, (book) => {
        const cell = book.getWorksheet('_Daten')!.getCell('A2');
        cell.value = String(cell.value).replace('"stage":1', '"stage":2');
      }),
    );
    put(
      'zelle.xlsx',
      await editedWorkbook(third!.bytes, (book) => {
        book.getWorksheet('Räume')!.getCell('F3').value = 99;
      }),
    );
    const aus = join(input, 'gesamt.xlsx');
    const { status, out, errors } = run('--aus', aus, input, 'gibt-es-nicht.xlsx');
    expect(status).toBe(0);
    expect(out).toContain('Zusammengeführt: 3 Schulen');
    const lineOf = (file: string, what = ''): string =>
      errors.split('\n').find((line) => line.includes(`„${file}“`) && line.includes(what)) ?? '';
    expect(lineOf('alt.xlsx')).toContain('zählt nicht: „a.xlsx“ ist ein neuerer Bericht derselben Schule');
    expect(lineOf('kopie.xlsx')).toContain('zählt nicht: „a.xlsx“ ist derselbe Bericht');
    for (const file of ['abgeschnitten.xlsx', 'leer.xlsx'])
      expect(lineOf(file)).toContain('noch einmal zu senden');
    expect(lineOf('alt-excel.xls')).toContain('im alten Excel-Format');
    expect(lineOf('kennwort.xlsx')).toContain('Kennwort');
    expect(lineOf('liste.xlsx')).toContain('Das ist kein Bericht');
    expect(lineOf('neuer.xlsx')).toContain('neuere Version');
    expect(lineOf('daten.xlsx')).toContain('Blatt „_Daten“ wurde von Hand geändert');
    expect(lineOf('zelle.xlsx')).toContain(
      'Blatt „Räume“: Diese Zelle wurde von Hand geändert: F3 (Plätze) jetzt „99“',
    );
    expect(lineOf('park.xlsx')).toContain('ACHTUNG');
    expect(lineOf('gibt-es-nicht.xlsx')).toContain('gibt es nicht');
    // The same sentences stand in the workbook.
    const hints = rowsOf(aus, 'Hinweise').map((row) => String(row['Hinweis']));
    expect(hints.sort()).toEqual(errors.trimEnd().split('\n').sort());
  });

  it('writes nothing when no file is a report', () => {
    put('leer.xlsx', '');
    const aus = join(input, 'gesamt.xlsx');
    const { status, errors } = run('--aus', aus, input);
    expect(status).toBe(1);
    expect(errors).toContain('Es wurde nichts geschrieben.');
    expect(existsSync(aus)).toBe(false);
  });

  it('says how it is called', () => {
    expect(run('--hilfe')).toMatchObject({ status: 0, errors: '' });
    expect(run('a.xlsx')).toMatchObject({ status: 2, out: '' });
    expect(run('--aus', 'gesamt.xlsx').errors).toContain('Es ist kein Bericht angegeben.');
    expect(run('--aus', 'gesamt.xlsx', '--unsinn', 'a.xlsx').errors).toContain(
      '„--unsinn“ ist hier nicht bekannt.',
    );
  });

  it('ends with 3 where it cannot write', () => {
    put('a.xlsx', reports[0]!.bytes);
    const { status, errors } = run('--aus', join(input, 'fehlt', 'gesamt.xlsx'), join(input, 'a.xlsx'));
    expect(status).toBe(3);
    expect(errors).toContain('Den Ordner gibt es nicht.');
  });
});
