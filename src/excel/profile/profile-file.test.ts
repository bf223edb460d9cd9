import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '#core/targets/parse-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { someProfile } from '#core/testing/some-profile.ts';
import { convertDocument, findLibreOffice } from '../../../tests/harness/libre-office.ts';
import { readList } from '../read/read-list.ts';
import { MAX_PROFILE_BYTES, readProfileFile } from './read-profile-file.ts';
import { writeProfile } from './write-profile.ts';

const RAW = readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8');
const parsed = parseProfile(JSON.parse(RAW));
if (!parsed.ok) throw new Error('profile');
const issued = parsed.value;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value, null, 2));
const sentences = (bytes: Uint8Array, name = 'profil.json'): readonly string[] => {
  const read = readProfileFile(bytes, name);
  return read.ok ? ['ok', ...read.value.adapted] : read.error;
};
const profileOf = (bytes: Uint8Array, name = 'profil.xlsx'): TargetProfile => {
  const read = readProfileFile(bytes, name);
  if (!read.ok) throw new Error(read.error.join('\n'));
  expect(read.value.adapted).toEqual([]);
  return read.value.profile;
};
/** The issued profile, changed in its text at the first place that fits. */
const edited = (from: string | RegExp, to: string): Uint8Array => {
  const text = RAW.replace(from, to);
  expect(text).not.toBe(RAW);
  return bytesOf(text);
};
/** The workbook of the issued profile, with some cells changed. */
const workbook = async (change: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeProfile(issued)).buffer as ArrayBuffer);
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
};
const cell = (book: ExcelJS.Workbook, sheet: string, heading: string, row: number): ExcelJS.Cell => {
  const target = book.getWorksheet(sheet);
  if (target === undefined) throw new Error(sheet);
  const values = target.getRow(1).values as readonly unknown[];
  return target.getRow(row).getCell(values.indexOf(heading));
};

describe('a profile as a workbook', () => {
  it('gives the issued profile back', async () => {
    expect(profileOf(await writeProfile(issued))).toEqual(issued);
  });

  it('gives any profile back', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(someProfile, async (profile) => {
        expect(parseProfile(profile)).toEqual({ ok: true, value: profile });
        expect(profileOf(await writeProfile(profile))).toEqual(profile);
      }),
      { numRuns: 150, seed: 2026 },
    );
  });

  it('lies in the sheets as people read it', async () => {
    const book = readList(await writeProfile(issued), 'profil.xlsx');
    const sheets = book.ok ? book.value.sheets : [];
    expect(sheets.map(({ name }) => name)).toEqual([
      'Profil',
      'Ausbaustufen',
      'Kategorien',
      'Raumtypen',
      'Gruppen',
      'Ziele',
      'Standards',
      'Prüfungen',
      'Kennzahlen',
      'Förderprogramme',
      'Anleitung',
    ]);
    const rows = sheets.find(({ name }) => name === 'Ziele')?.rows ?? [];
    const line = rows.find(({ cells }) => cells[0] === 'Q3-RS')?.cells ?? [];
    expect(line).toContain('2 | 1');
    expect(line).toContain('5; 6 | 7; 8; 9; 10');
    expect(line.at(-1)).toMatch(/^Für die ganze Schule: 1 je 2 SuS/);
  });

  it('never writes a formula', async () => {
    const evil = { ...issued, title: '=1+1', note: '@SUM(A1)', edition: '-2+3' };
    const bytes = await writeProfile(evil);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const formulas: string[] = [];
    book.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((each) => each.formula && formulas.push(each.address))),
    );
    expect(formulas).toEqual([]);
    expect(profileOf(bytes)).toEqual(evil);
  });

  const office = findLibreOffice('profiles that LibreOffice saved again');
  it.skipIf(office === null).each(['xlsx', 'ods'])(
    'survives being saved by LibreOffice as .%s',
    { timeout: 120_000 },
    async (format) => {
      const folder = mkdtempSync(join(tmpdir(), 'profil-'));
      try {
        writeFileSync(join(folder, 'profil.xlsx'), await writeProfile(issued));
        const saved = convertDocument(
          office ?? '',
          folder,
          join(folder, 'profil.xlsx'),
          format,
          join(folder, 'aus'),
        );
        expect(profileOf(readFileSync(saved), `profil.${format}`)).toEqual(issued);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it('takes what people type: numbers as text, German signs, words in any case', async () => {
    const bytes = await workbook((book) => {
      cell(book, 'Kategorien', 'Richtpreis (€, brutto)', 2).value = '4.980,50 €';
      cell(book, 'Kategorien', 'Nutzungsdauer (Jahre)', 2).value = '9';
      cell(book, 'Kategorien', 'Beweglich', 2).value = 'Ja';
      cell(book, 'Ziele', 'Kategorien', 2).value = 'BEAM;DISP ; ';
      cell(book, 'Ziele', 'Schularten', 2).value = 'grundschule; Gymnasium';
      cell(book, 'Profil', 'Wert', 7).value = '25.11.2026';
      cell(book, 'Prüfungen', 'Anteil (%)', 7).value = '85 %';
    });
    const profile = profileOf(bytes);
    expect(profile.categories[0]).toMatchObject({
      guidePriceCents: 498050,
      serviceLifeYears: 9,
      movable: true,
    });
    expect(profile.requirements[0]).toMatchObject({
      categories: ['BEAM', 'DISP'],
      schoolTypes: ['primary', 'grammar'],
    });
    expect(profile.issuedOn).toBe('2026-11-25');
    expect(profile.checks[5]).toMatchObject({ wanted: 0.85 });
  });

  it.each<readonly [string, (book: ExcelJS.Workbook) => void, RegExp]>([
    [
      'an unknown category',
      (book) => (cell(book, 'Ziele', 'Kategorien', 14).value = 'BEAMR'),
      /^Blatt Ziele, Zeile 14, Spalte Kategorien: Die Kategorie „BEAMR“ gibt es im Profil nicht/,
    ],
    [
      'a word that there is not',
      (book) => (cell(book, 'Ziele', 'Verbindlichkeit', 3).value = 'Soll'),
      /^Blatt Ziele, Zeile 3, Spalte Verbindlichkeit: „Soll“ gibt es hier nicht. Möglich: Pflicht, Empfehlung, Wunsch/,
    ],
    [
      'a price beyond reason',
      (book) => (cell(book, 'Kategorien', 'Richtpreis (€, brutto)', 4).value = 1e12),
      /^Blatt Kategorien, Zeile 4, Spalte Richtpreis \(€, brutto\): Der Wert ist zu groß. Höchstens 1\.000\.000\s€/,
    ],
    [
      'no number',
      (book) => (cell(book, 'Kategorien', 'Nutzungsdauer (Jahre)', 4).value = 'acht'),
      /^Blatt Kategorien, Zeile 4, Spalte Nutzungsdauer \(Jahre\): „acht“ ist keine Zahl/,
    ],
    [
      'an empty cell',
      (book) => (cell(book, 'Ziele', 'Name', 5).value = null),
      /^Blatt Ziele, Zeile 5, Spalte Name: Die Angabe fehlt/,
    ],
    [
      'a missing quantity',
      (book) => (cell(book, 'Ziele', 'Menge', 5).value = null),
      /^Blatt Ziele, Zeile 5, Spalte Menge: Die Angabe fehlt/,
    ],
    [
      'what does not belong to the kind of quantity',
      (book) => (cell(book, 'Ziele', 'je', 2).value = 5),
      /^Blatt Ziele, Zeile 2, Spalte je: „5“ gehört nicht zur gewählten Art/,
    ],
    [
      'an error of Excel',
      (book) => (cell(book, 'Ziele', 'Menge', 2).value = { error: '#REF!' }),
      /^Blatt Ziele, Zeile 2, Spalte Menge: Die Zelle zeigt einen Fehler \(#REF!\)/,
    ],
    [
      'a doubled id',
      (book) => (cell(book, 'Gruppen', 'Kennung', 4).value = 'praesentation'),
      /^Blatt Gruppen, Zeile 4, Spalte Kennung: Die Kennung „praesentation“ kommt zweimal vor|^Blatt Gruppen, Zeile 4: Die Kennung/,
    ],
    ['a missing sheet', (book) => book.removeWorksheet('Gruppen'), /^Blatt Gruppen: Das Blatt fehlt/],
    [
      'a missing column',
      (book) => (cell(book, 'Ziele', 'Menge', 1).value = 'Anzahl'),
      /^Blatt Ziele, Zeile 1, Spalte Menge: Die Spalte fehlt/,
    ],
    [
      'grades that fit no quantity',
      (book) => (cell(book, 'Ziele', 'Jahrgänge', 60).value = '5; 6 | 7 | 8'),
      /^Blatt Ziele, Zeile \d+, Spalte Jahrgänge: Hier stehen 3 Einträge|gehört nicht zur gewählten Art/,
    ],
  ])('names sheet, row, column and remedy of %s', async (_what, change, message) => {
    const told = sentences(await workbook(change), 'profil.xlsx');
    expect(told[0]).toMatch(message);
  });

  it('leaves out columns and sheets of somebody’s own, and says so', async () => {
    const told = sentences(
      await workbook((book) => {
        const sheet = book.getWorksheet('Ziele');
        sheet!.getRow(1).getCell(40).value = 'Meine Notiz';
        sheet!.getRow(2).getCell(40).value = 'fragen';
        book.addWorksheet('Entwurf').addRow(['x']);
      }),
      'profil.xlsx',
    );
    expect(told).toEqual([
      'ok',
      'Blatt Ziele, Spalte Meine Notiz: Diese Spalte kennt die App nicht; sie wurde weggelassen.',
      'Blatt Entwurf: Dieses Blatt kennt die App nicht; es wurde weggelassen.',
    ]);
  });

  it('refuses another workbook', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Profil').addRow(['Art', 'Kennung']);
    expect(sentences(new Uint8Array(await book.xlsx.writeBuffer()), 'x.xlsx')[0]).toMatch(
      /^Blatt Profil: Die Überschriften eines Profils fehlen/,
    );
  });
});

describe('a profile as JSON', () => {
  it('gives the issued profile back, in any encoding', () => {
    expect(profileOf(bytesOf(RAW))).toEqual(issued);
    expect(profileOf(bytesOf(`\uFEFF${RAW}`))).toEqual(issued);
    expect(profileOf(new Uint8Array(Buffer.from(`\uFEFF${RAW}`, 'utf16le')))).toEqual(issued);
    expect(profileOf(new Uint8Array(Buffer.from(RAW, 'utf16le')))).toEqual(issued);
  });

  it.each<readonly [string, Uint8Array, RegExp]>([
    [
      'a service life of 1000 years',
      edited('"serviceLifeYears": 6', '"serviceLifeYears": 1000'),
      /^Zeile 45: Kategorien › BEAM › serviceLifeYears: Der Wert ist zu groß. Höchstens 50/,
    ],
    [
      'a negative price',
      edited('"guidePriceCents": 550000', '"guidePriceCents": -5'),
      /^Zeile 33: Kategorien › DISP › guidePriceCents: Der Wert ist zu klein. Mindestens 0\s€/,
    ],
    [
      '10^9 units',
      edited('"units": 1', '"units": 1000000000'),
      /^Zeile \d+: Ziele › PRAES › quantity › units: Der Wert ist zu groß. Höchstens 10000/,
    ],
    [
      'a comma too many',
      edited('"dueYear": 2029\n    }\n  ]', '"dueYear": 2029\n    },\n  ]'),
      /^Zeile 24, Spalte 6: Hinter dem letzten Eintrag steht ein Komma zu viel/,
    ],
    [
      'a missing field',
      edited('"shortName": "Display",\n', ''),
      /^Zeile \d+: Kategorien › DISP › shortName: Die Angabe fehlt/,
    ],
    [
      'an unknown version',
      edited('"formatVersion": 1', '"formatVersion": 2'),
      /^Zeile 2: formatVersion: Das Profil hat das Format 2/,
    ],
    [
      'an older version',
      edited('"formatVersion": 1', '"formatVersion": 0'),
      /^Zeile 2: formatVersion: Diesen Wert gibt es nicht. Möglich: 1/,
    ],
    [
      'an unknown category',
      edited(/"BEAM",\s+"DISPP"/, '"BEAMR", "DISPP"'),
      /^Zeile \d+: Ziele › PRAES › categories: Die Kategorie „BEAMR“/,
    ],
    ['no stage at all', json({ ...issued, stages: [] }), /^Zeile \d+: Ausbaustufen: Die Angabe ist leer/],
    ['half of a file', bytesOf(RAW.slice(0, 30_000)), /^Zeile \d+, Spalte \d+: D/],
    ['a letter', bytesOf('Sehr geehrte Damen und Herren'), /^Das ist kein Ausstattungsprofil/],
    ['an empty file', new Uint8Array(), /^Die Datei ist leer/],
    ['another JSON', bytesOf('[1, 2]'), /^Zeile 1: Hier gehört eine Gruppe von Angaben/],
    [
      'a file of 11 MB',
      new Uint8Array(MAX_PROFILE_BYTES + 1),
      /11 MB zu groß für ein Profil, höchstens 10 MB/,
    ],
    [
      'too many requirements',
      json({
        ...issued,
        requirements: Array.from({ length: 5001 }, (_, at) => ({ ...issued.requirements[0], id: `Z${at}` })),
      }),
      /^Zeile \d+: Ziele: Es sind zu viele Einträge. Höchstens 5\.000/,
    ],
    [
      'a circle',
      json({
        ...issued,
        requirements: issued.requirements.map((entry) =>
          entry.id === 'Q5'
            ? { ...entry, quantity: { kind: 'dependent', of: ['Q14'], multiply: 1, divide: 2 } }
            : entry.id === 'Q14'
              ? { ...entry, quantity: { kind: 'dependent', of: ['Q5'], multiply: 1, divide: 2 } }
              : entry,
        ),
      }),
      /^Zeile \d+: Ziele › Q5 › quantity: Das Ziel „Q5“ hängt von sich selbst ab/,
    ],
    [
      'what no school could compute',
      json({
        ...issued,
        requirements: issued.requirements.map((entry) =>
          entry.id === 'Q5'
            ? {
                ...entry,
                schoolTypes: ['vocational'],
                quantity: { kind: 'dependent', of: ['Q2-GS'], multiply: 1, divide: 2 },
              }
            : entry,
        ),
      }),
      /^Zeile \d+: Ziele › Q5 › quantity: Das Ziel „Q5“ ließe sich nie berechnen/,
    ],
  ])('names the line of %s', (_what, bytes, message) => {
    expect(sentences(bytes)[0]).toMatch(message);
  });

  it('mends what is harmless and says where', () => {
    const text = RAW.replace('"Interaktives Display"', '"Interaktives Display  "')
      .replace(
        '"formatVersion": 1,',
        '"formatVersion": 1,\n  "__proto__": { "polluted": true },\n  "autor": "KSM",',
      )
      .replace('"stage": 1,\n      "name"', '"stage": 4,\n      "name"');
    const read = readProfileFile(bytesOf(text.replaceAll('"stage": 1,', '"stage": 2,')), 'p.json');
    expect(read.ok && read.value.adapted).toEqual([
      expect.stringMatching(/^Zeile 31: Leerzeichen am Rand/),
      expect.stringMatching(/^Zeile 11: Die Ausbaustufen wurden aufsteigend geordnet/),
      expect.stringMatching(/^Zeile 3: Das Feld „__proto__“ kennt die App nicht/),
      expect.stringMatching(/^Zeile 4: Das Feld „autor“ kennt die App nicht/),
    ]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(read.ok && Object.keys(read.value.profile)).not.toContain('__proto__');
    expect(read.ok && read.value.profile.stages.map(({ stage }) => stage)).toEqual([2, 3, 4]);
  });

  it('takes scripts and formulas as the texts that they are', () => {
    const evil = { ...issued, title: '<img src=x onerror=alert(1)>', note: '=cmd|"/c calc"!A1' };
    expect(profileOf(json(evil))).toEqual(evil);
  });
});
