import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from '#core/shared/zod.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { writeProfile } from '#excel/profile/write-profile.ts';
import { readList } from '#excel/read/read-list.ts';

const LIST = [
  'Inv.-Nr.;Gerät;Seriennummer;Gebäude;Raum;gekauft am;Preis;Zustand',
  '0001;Interaktives Display;LB1;Haus A;101;14.09.2022;4.980,00 €;ok',
  '0002;Dokumentenkamera;DK1;Haus A;101;2021;549,00;defekt',
  '0003;Beamer;B1;Haus A;102;31.02.2020;;ok',
  ';;;;;;;',
].join('\r\n');

const SCHOOL = {
  version: 1,
  name: 'Testschule',
  schoolType: 'primary',
  pupils: 50,
  classes: 2,
  teachers: 4,
  bandwidthMbit: 100,
  rooms: [
    { roomNumber: '101', building: 'Haus A', roomTypes: ['KR'], seats: 25, wlanCoverage: 'full' },
    { roomNumber: '102', building: 'Haus A', roomTypes: ['KR'], lanSockets: 2 },
  ],
};

const COLUMNS = ['Inv.-Nr.', 'Sache', 'Zimmer'];
const mapping = (change: object = {}, choices: object = {}): string =>
  JSON.stringify({
    format: 'ausstattungskompass-zuordnung',
    version: 1,
    name: 'Liste der Schule',
    tables: [
      {
        kind: 'devices',
        layout: 'row-per-device',
        included: true,
        columns: COLUMNS.map((header, index) => ({
          header,
          field: ['assetTag', 'categoryId', 'roomNumber'][index],
          categoryId: null,
          ...change,
        })),
      },
    ],
    choices: { categoryChoices: { Blinkding: 'DOK', Flimmerkiste: 'MONITOR' }, ...choices },
  });

const nullableNumber = z.number().nullable();
const analysisSchema = z.object({
  version: z.literal(1),
  import: z.object({
    rowsRead: z.number(),
    columns: z.array(
      z.object({
        sheet: z.string(),
        header: z.string(),
        field: z.string().nullable(),
        confidence: z.number().min(0).max(1),
        categoryId: z.string().nullable(),
      }),
    ),
    devices: z.array(
      z.object({
        source: z.object({ sheet: z.string(), row: z.number() }),
        assetTag: z.string().nullable(),
        categoryId: z.string().nullable(),
        categoryConfidence: nullableNumber,
        roomNumber: z.string().nullable(),
        building: z.string().nullable(),
        purchasedOn: z.string().nullable(),
        purchasePriceCents: nullableNumber,
        status: z.string(),
      }),
    ),
    rooms: z.array(z.object({ roomNumber: z.string(), roomTypes: z.array(z.string()) })),
    rejected: z.array(
      z.object({ sheet: z.string(), row: z.number(), code: z.string(), message: z.string() }),
    ),
    issues: z.array(
      z.object({
        sheet: z.string(),
        row: z.number(),
        column: z.string(),
        field: z.string(),
        value: z.string(),
        code: z.string(),
        message: z.string().min(1),
      }),
    ),
  }),
  gaps: z.object({
    roomsMeetingStandard: z.object({ met: z.number(), of: z.number() }),
    fulfilment: nullableNumber,
    costCents: z.number(),
    rooms: z.array(
      z.object({
        building: z.string().nullable(),
        room: z.string(),
        requirement: z.string(),
        priority: z.enum(['must', 'should', 'could']),
        stage: z.number(),
        scored: z.boolean(),
        exempt: z.boolean(),
        target: nullableNumber,
        actual: nullableNumber,
        gap: nullableNumber,
        defective: z.number(),
        missing: z.number(),
        overAge: z.number(),
        surplus: z.number(),
      }),
    ),
    school: z.array(
      z.object({
        requirement: z.string(),
        base: nullableNumber,
        priority: z.enum(['must', 'should', 'could']),
        stage: z.number(),
        target: nullableNumber,
        actual: nullableNumber,
        gap: nullableNumber,
      }),
    ),
    checks: z.array(
      z.object({
        check: z.string(),
        value: nullableNumber,
        wanted: nullableNumber,
        met: z.boolean().nullable(),
      }),
    ),
  }),
});

describe('bericht', { timeout: 60_000 }, () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bericht-'));
    writeFileSync(join(folder, 'liste.csv'), LIST);
    writeFileSync(join(folder, 'schule.json'), JSON.stringify(SCHOOL));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [resolve('scripts/bericht.mjs'), ...args], { cwd: folder, encoding: 'utf8' });
  const readJson = (name: string) =>
    analysisSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const files = (): readonly string[] => readdirSync(folder).toSorted();

  const FULL =
    '--liste liste.csv --schule schule.json --stichtag 2026-11-24 --stufe 1 --aus b.xlsx --json a.json';

  it('says on a sheet what changed since an earlier report, whatever the order of the list', () => {
    run(...FULL.split(' '));
    const [head = '', first = '', second = '', third = ''] = LIST.split('\r\n');
    writeFileSync(
      join(folder, 'liste.csv'),
      [
        head,
        third.replace(';102;', ';101;'),
        first.replace(';ok', ';defekt'),
        second,
        ';Beamer;B9;Haus A;102;;;ok',
      ].join('\r\n'),
    );
    const { status, stderr } = run(...FULL.replace('b.xlsx', 'c.xlsx').split(' '), '--bisher', 'b.xlsx');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const sheet = readList(readFileSync(join(folder, 'c.xlsx')), 'c.xlsx');
    if (!sheet.ok) throw new Error(sheet.error.code);
    const rows = sheet.value.sheets.find(({ name }) => name === 'Änderungen')?.rows ?? [];
    const told = rows.map(({ cells }) => [cells[2], cells[6], cells[10]]);
    expect(told.filter(([kind]) => String(kind).startsWith('Gerät '))).toEqual([
      ['Gerät neu', null, 'in Betrieb'],
      ['Gerät umgezogen', '0003', 'Haus A, 101'],
      ['Gerät defekt', '0001', 'defekt'],
    ]);
  });

  it('refuses an earlier report that is none, or of another school', () => {
    const none = run(...FULL.split(' '), '--bisher', 'liste.csv');
    expect(none.status).toBe(1);
    expect(none.stderr).toContain('„liste.csv“: Das ist kein Bericht von Ausstattungskompass');
    run(...FULL.split(' '));
    writeFileSync(join(folder, 'schule.json'), JSON.stringify({ ...SCHOOL, name: 'Andere Schule' }));
    const other = run(...FULL.replace('b.xlsx', 'c.xlsx').split(' '), '--bisher', 'b.xlsx');
    expect(other.status).toBe(1);
    expect(other.stderr).toContain('b.xlsx: Der frühere Bericht gehört zu einer anderen Schule');
    expect(existsSync(join(folder, 'c.xlsx'))).toBe(false);
  });

  it('writes the report and the analysis, and says what it did', () => {
    const { status, stdout, stderr } = run(...FULL.split(' '));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(files()).toEqual(['a.json', 'b.xlsx', 'liste.csv', 'schule.json']);
    const { import: imported, gaps } = readJson('a.json');
    expect(imported.devices.map(({ assetTag, source }) => [assetTag, source.row])).toEqual([
      ['0001', 2],
      ['0002', 3],
      ['0003', 4],
    ]);
    expect(imported.devices[0]).toMatchObject({
      categoryId: 'DISP',
      building: 'Haus A',
      roomNumber: '101',
      purchasedOn: '2022-09-14',
      purchasePriceCents: 498000,
    });
    // The rooms of the list and of schule.json are the same two.
    expect(imported.rooms.map(({ roomNumber }) => roomNumber)).toEqual(['101', '102']);
    expect(imported.issues).toContainEqual(
      expect.objectContaining({ row: 4, code: 'IMPOSSIBLE_DATE', value: '31.02.2020', field: 'purchasedOn' }),
    );
    expect(gaps.rooms.find(({ room, requirement }) => room === '101' && requirement === 'DOK')).toMatchObject(
      {
        target: 1,
        actual: 0,
        gap: 1,
        defective: 1,
      },
    );
    expect(gaps.school.find(({ requirement }) => requirement === 'Q1')).toMatchObject({
      base: 50,
      target: 10,
    });
    expect(stdout).toContain('liste.csv');
    expect(stdout).toContain('31.02.2020');
    expect(stdout).toContain('Geschrieben:');
  });

  it('writes a workbook whose figures are those of the analysis', () => {
    run(...FULL.split(' '));
    const { gaps } = readJson('a.json');
    const book = readList(new Uint8Array(readFileSync(join(folder, 'b.xlsx'))), 'b.xlsx');
    if (!book.ok) throw new Error(book.error.code);
    const sheet = book.value.sheets.find(({ name }) => name === 'Soll-Ist je Raum')!;
    const head = sheet.rows[0]!.cells;
    const lines = sheet.rows.slice(1, 1 + gaps.rooms.length).map(({ cells }) => ({
      room: cells[head.indexOf('Raum')],
      requirement: cells[head.indexOf('Ziel-ID')],
      gap: cells[head.indexOf('Lücke')],
    }));
    expect(lines).toEqual(gaps.rooms.map(({ room, requirement, gap }) => ({ room, requirement, gap })));
  });

  it('says without schule.json that targets of school types and ratios are left out', () => {
    const { status } = run('--liste', 'liste.csv', '--aus', 'b.xlsx', '--json', 'a.json');
    expect(status).toBe(0);
    const { import: imported, gaps } = readJson('a.json');
    const codes = imported.issues.map(({ code }) => code);
    expect(codes).toContain('SCHOOL_TYPE_UNKNOWN');
    expect(codes).toContain('BASE_UNKNOWN');
    expect(gaps.school.find(({ requirement }) => requirement === 'Q1')).toMatchObject({
      base: null,
      target: null,
      actual: null,
      gap: null,
    });
  });

  it('reads its own report back to the same devices and gaps', () => {
    const sample = resolve('resources/sample-school');
    const school = ['--schule', join(sample, 'schule.json'), '--stichtag', '2026-11-24'];
    run('--liste', join(sample, 'geraeteliste.xlsx'), ...school, '--aus', 'b.xlsx', '--json', 'a.json');
    run('--liste', 'b.xlsx', ...school, '--aus', 'c.xlsx', '--json', 'c.json');
    const first = readJson('a.json');
    const second = readJson('c.json');
    expect(first.import.devices).toHaveLength(395);
    const sorted = ({ import: { devices } }: z.infer<typeof analysisSchema>) =>
      devices
        .map(({ source: _source, categoryConfidence: _sureness, ...device }) => JSON.stringify(device))
        .toSorted();
    expect(sorted(second)).toEqual(sorted(first));
    expect(second.gaps).toEqual(first.gaps);
  });

  it('assigns columns and kinds as a saved mapping says, in every list', () => {
    writeFileSync(join(folder, 'zuordnung.json'), mapping());
    const head = COLUMNS.join(';');
    writeFileSync(join(folder, 'a.csv'), `${head}\n1;Blinkding;101\n2;Flimmerkiste;101\n`);
    writeFileSync(join(folder, 'b.csv'), `${head}\n3;Flimmerkiste;102\n`);
    const lists = ['--liste', 'a.csv', '--liste', 'b.csv'];
    const { status, stdout } = run(
      ...lists,
      '--zuordnung',
      'zuordnung.json',
      '--aus',
      'b.xlsx',
      '--json',
      'a.json',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Monitor (Computerbildschirm) (1)');
    const { import: imported, gaps } = readJson('a.json');
    expect(imported.columns.map(({ field, confidence }) => [field, confidence])).toEqual([
      ...[1, 2].flatMap(() => [
        ['assetTag', 1],
        ['categoryId', 1],
        ['roomNumber', 1],
      ]),
    ]);
    expect(
      imported.devices.map(({ assetTag, categoryId, categoryConfidence }) => [
        assetTag,
        categoryId,
        categoryConfidence,
      ]),
    ).toEqual([
      ['1', 'DOK', 1],
      ['2', 'MONITOR', 1],
      ['3', 'MONITOR', 1],
    ]);
    expect(gaps.rooms).toEqual([]);
    const book = readList(new Uint8Array(readFileSync(join(folder, 'b.xlsx'))), 'b.xlsx');
    const sheet = book.ok ? book.value.sheets.find(({ name }) => name === 'Geräte') : undefined;
    expect(JSON.stringify(sheet)).toContain('Monitor (Computerbildschirm)');
  });

  it('says when a mapping knows none of the headings', () => {
    writeFileSync(join(folder, 'zuordnung.json'), mapping());
    const { status, stdout } = run(
      '--liste',
      'liste.csv',
      '--zuordnung',
      'zuordnung.json',
      '--aus',
      'b.xlsx',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Die Zuordnung kennt die Überschriften von „liste“ nicht');
  });

  it('takes a profile by id and by file', () => {
    const profile = resolve('resources/profiles/mv-vorschlag-2026.json');
    expect(run('--liste', 'liste.csv', '--profil', 'mv-vorschlag-2026', '--aus', 'b.xlsx').status).toBe(0);
    expect(run('--liste', 'liste.csv', '--profil', profile, '--aus', 'c.xlsx').status).toBe(0);
  });

  /** The issued profile with more document cameras per classroom, as a school might edit it. */
  const edited = (): TargetProfile => {
    const parsed = parseProfile(
      JSON.parse(readFileSync(resolve('resources/profiles/mv-vorschlag-2026.json'), 'utf8')),
    );
    if (!parsed.ok) throw new Error('profile');
    return {
      ...parsed.value,
      edition: '2027-01',
      requirements: parsed.value.requirements.map((entry) =>
        entry.id === 'DOK' ? { ...entry, quantity: { kind: 'fixed', units: 3 } } : entry,
      ),
    };
  };

  it('compares with an edited profile, as JSON and as a workbook alike', async () => {
    const profile = edited();
    writeFileSync(join(folder, 'profil.json'), JSON.stringify(profile, null, 2));
    writeFileSync(join(folder, 'profil.xlsx'), await writeProfile(profile));
    const [issued = 0, json = 0, workbook = 0] = ['mv-vorschlag-2026', 'profil.json', 'profil.xlsx'].map(
      (given) => {
        const done = run(...FULL.split(' '), '--profil', given);
        expect(done.stderr).toBe('');
        return (
          readJson('a.json').gaps.rooms.find(
            ({ requirement, room }) => requirement === 'DOK' && room === '102',
          )?.gap ?? 0
        );
      },
    );
    expect([issued, json, workbook]).toEqual([1, 3, 3]);
  });

  it('says what it mended in a profile, and where', () => {
    const text = JSON.stringify({ ...edited(), autor: 'KSM' }, null, 2);
    writeFileSync(join(folder, 'profil.json'), text);
    const { status, stdout } = run('--liste', 'liste.csv', '--profil', 'profil.json', '--aus', 'b.xlsx');
    expect(status).toBe(0);
    const line = text.split('\n').findIndex((each) => each.includes('"autor"')) + 1;
    expect(stdout).toContain(`„profil.json“, angepasst: Zeile ${line}: Das Feld „autor“`);
  });

  it('names line or cell of what is wrong in a profile', async () => {
    const profile = edited();
    const [first, ...others] = profile.requirements;
    const broken = { ...profile, requirements: [{ ...first!, categories: ['GIBTSNICHT'] }, ...others] };
    const text = JSON.stringify(broken, null, 2);
    writeFileSync(join(folder, 'profil.json'), text);
    writeFileSync(join(folder, 'profil.xlsx'), await writeProfile(broken));
    writeFileSync(join(folder, 'komma.json'), text.replace('{', '{,'));
    const told = (name: string): string =>
      run('--liste', 'liste.csv', '--profil', name, '--aus', 'b.xlsx').stderr;
    const line = text.slice(0, text.indexOf('GIBTSNICHT')).split('\n').length - 1;
    expect(told('profil.json')).toContain(`„profil.json“: Zeile ${line}: Ziele › PRAES › categories`);
    expect(told('profil.xlsx')).toContain(
      '„profil.xlsx“: Blatt Ziele, Zeile 2, Spalte Kategorien: Die Kategorie',
    );
    expect(told('komma.json')).toContain('„komma.json“: Zeile 1, Spalte 2:');
    expect(files()).not.toContain('b.xlsx');
  });

  it.each([
    ['a list that is not there', ['--liste', 'fehlt.csv'], 'fehlt.csv'],
    ['one unusable list among others', ['--liste', 'liste.csv', '--liste', 'leer.csv'], 'leer.csv'],
    ['a list without heads', ['--liste', 'kopflos.csv'], 'kopflos.csv'],
    ['broken JSON', ['--liste', 'liste.csv', '--schule', 'kaputt.json'], 'kaputt.json'],
    [
      'a wrong value in schule.json',
      ['--liste', 'liste.csv', '--schule', 'falsch.json'],
      'rooms › 1 › seats',
    ],
    ['an unknown profile', ['--liste', 'liste.csv', '--profil', 'gibtesnicht'], 'mv-vorschlag-2026'],
    ['a profile that does not fit', ['--liste', 'liste.csv', '--profil', 'falsch.json'], 'falsch.json'],
    ['a mapping that is not there', ['--liste', 'liste.csv', '--zuordnung', 'fehlt.json'], 'fehlt.json'],
    ['a file that is no mapping', ['--liste', 'liste.csv', '--zuordnung', 'schule.json'], 'keine Zuordnung'],
    [
      'a mapping to an unknown field',
      ['--liste', 'liste.csv', '--zuordnung', 'feld.json'],
      'tables › 1 › columns › 2 › field',
    ],
    [
      'a mapping to an unknown category',
      ['--liste', 'liste.csv', '--zuordnung', 'kategorie.json'],
      'choices › categoryChoices › Ding',
    ],
  ])('refuses %s with exit 1 and writes nothing', (_name, args, named) => {
    writeFileSync(join(folder, 'leer.csv'), '');
    writeFileSync(join(folder, 'kopflos.csv'), 'a;b\n1;2\n');
    writeFileSync(join(folder, 'kaputt.json'), '{ "name": }');
    writeFileSync(join(folder, 'falsch.json'), '{ "rooms": [{ "roomNumber": "1", "seats": "viele" }] }');
    writeFileSync(join(folder, 'feld.json'), mapping({ field: 'farbe' }));
    writeFileSync(join(folder, 'kategorie.json'), mapping({}, { categoryChoices: { Ding: 'XYZ' } }));
    const before = files();
    const { status, stderr } = run(...args, '--aus', 'b.xlsx', '--json', 'a.json');
    expect(status).toBe(1);
    expect(stderr).toContain(named);
    expect(stderr).toContain('Es wurde nichts geschrieben.');
    expect(files()).toEqual(before);
  });

  it.each([
    ['no list', ['--aus', 'b.xlsx']],
    ['an unknown option', ['--liste', 'liste.csv', '--aus', 'b.xlsx', '--tempo', '3']],
    ['an impossible day', ['--liste', 'liste.csv', '--aus', 'b.xlsx', '--stichtag', '2026-02-30']],
    ['a stage that the profile lacks', ['--liste', 'liste.csv', '--aus', 'b.xlsx', '--stufe', '9']],
    ['one file for both', ['--liste', 'liste.csv', '--aus', 'b.xlsx', '--json', './b.xlsx']],
  ])('answers %s with exit 2', (_name, args) => {
    const before = files();
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
    expect(files()).toEqual(before);
  });

  it('keeps the old report when it cannot write everything, exit 3', () => {
    writeFileSync(join(folder, 'b.xlsx'), 'alt');
    const before = files();
    const missing = run('--liste', 'liste.csv', '--aus', 'b.xlsx', '--json', join('gibtesnicht', 'a.json'));
    expect(missing.status).toBe(3);
    expect(missing.stderr).toContain('gibtesnicht');
    mkdirSync(join(folder, 'ordner'));
    expect(run('--liste', 'liste.csv', '--aus', 'b.xlsx', '--json', 'ordner').status).toBe(3);
    expect(readFileSync(join(folder, 'b.xlsx'), 'utf8')).toBe('alt');
    expect(files()).toEqual([...before, 'ordner'].toSorted());
    expect(existsSync(join(folder, 'ordner', 'a.json'))).toBe(false);
  });
});
