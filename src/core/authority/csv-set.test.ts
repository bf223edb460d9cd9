import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../../../tests/harness/temporary-postgres.ts';
import { FIVE_SCHOOLS } from '../../../tests/harness/school-reports.ts';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import { generatedSchool } from '../testing/generated-school.ts';
import { defaultProfile } from '../testing/sample-report.ts';
import { csvSet, type CsvSchool } from './csv-set.ts';
import { csvText, decimalOf, type CsvTable } from './csv-table.ts';

const SCHEMA = resolve('docs/sql/traeger-schema.sql');
const LOAD = resolve('docs/sql/traeger-laden.sql');

const profile = defaultProfile();
/** What a database and a spreadsheet would misread. */
const AWKWARD = [
  '=SUM(A1:A9)',
  'Haus "B", links',
  ' mit Rand ',
  '',
  'zwei\nZeilen\r\nund eine',
  '0012',
  'NULL',
  'Größe 😀',
  '\\N',
] as const;

const schools: readonly CsvSchool[] = FIVE_SCHOOLS.map((options) => {
  const inventory = generatedSchool(options);
  const awkward = {
    ...inventory,
    devices: inventory.devices.map((device, at) => ({ ...device, note: AWKWARD[at] ?? null })),
  };
  return {
    id: inventory.school.schoolNumber ?? '',
    report: {
      fileName: `${inventory.school.name}.xlsx`,
      writtenAt: '2026-11-24T09:30:00.000Z',
      appVersion: '0.1.0',
      inventory: awkward,
      profile,
      analysis: analyzeGaps(awkward, profile, { asOf: '2026-11-24', stage: 1 }),
    },
  };
});
const tables = csvSet(schools);
const tableNamed = (name: string): CsvTable => {
  const table = tables.find((entry) => entry.name === name);
  if (table === undefined) throw new Error(name);
  return table;
};

describe('csvText', () => {
  const text = (value: string | number | boolean | null): string =>
    csvText({
      columns: [
        { name: 'a', type: 'text' },
        { name: 'b', type: 'text' },
      ],
      rows: [[value, null]],
    });

  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['"', '""""'],
    ['', '""'],
    [null, ''],
    [' x', '" x"'],
    ['=1+1', '=1+1'],
    ['a\nb', '"a\nb"'],
    ['a\0b', 'a\uFFFDb'],
    [true, 'true'],
    [1.5, '1.5'],
  ])('writes %j', (value, cell) => expect(text(value)).toBe(`a,b\n${cell},\n`));

  it('keeps `\\.` alone on a line from ending the data', () =>
    expect(text('a\n\\.\nb')).toBe('a,b\n"a\n\\ .\nb",\n'));

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-1990, '-19.90'],
    [123_456_789_01, '123456789.01'],
    [null, null],
  ])('%j cents are %j', (cents, decimal) => expect(decimalOf(cents)).toBe(decimal));
});

describe('csvSet', () => {
  it('has the tables and columns of the documented schema, in its order', () => {
    const documented = [...readFileSync(SCHEMA, 'utf8').matchAll(/CREATE TABLE (\w+) \((.*?)\n\);/gs)].map(
      ([, name, body = '']) => ({
        name,
        columns: [...body.matchAll(/^ {2}([a-z]\w*) +([a-z]+)/gm)].map(([, column, type]) => ({
          name: column,
          type,
        })),
      }),
    );
    expect(tables.map(({ name, columns }) => ({ name, columns }))).toEqual(documented);
    const loaded = [...readFileSync(LOAD, 'utf8').matchAll(/^\\copy (\w+) FROM '(\w+)\.csv'/gm)];
    expect(loaded.map(([, table]) => table)).toEqual(tables.map(({ name }) => name));
    expect(loaded.map(([, , file]) => file)).toEqual(tables.map(({ name }) => name));
  });

  it('has a cell for every column', () => {
    for (const { columns, rows } of tables) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.length).toBe(columns.length);
    }
  });
});

describe('the CSV set in PostgreSQL', () => {
  const startPostgres = findPostgres();
  if (startPostgres === null)
    process.stderr.write('LEFT OUT: loading the CSV set into PostgreSQL. Install a PostgreSQL server.\n');
  const folder = mkdtempSync(join(tmpdir(), 'csv-set-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.skipIf(startPostgres === null)('loads with the documented lines and says what the reports say', () => {
    for (const table of tables) writeFileSync(join(folder, `${table.name}.csv`), csvText(table), 'utf8');
    const server = startPostgres?.();
    if (server === undefined) return;
    try {
      server.psql(['-f', SCHEMA]);
      // Twice: the second load replaces the first one.
      server.psql(['-f', LOAD], folder);
      server.psql(['-f', LOAD], folder);
      const query = (sql: string): unknown =>
        JSON.parse(server.psql(['-c', 'SET search_path TO ausstattungskompass', '-c', sql]));

      for (const { name, rows } of tables)
        expect(query(`SELECT count(*) FROM ${name}`), name).toBe(rows.length);

      const perSchool = `SELECT json_object_agg(s.school_id, json_build_object(
        'gap', (SELECT coalesce(sum(units), 0) FROM purchases p WHERE p.school_id = s.school_id),
        'cents', (SELECT coalesce(sum(cost), 0) * 100 FROM purchases p WHERE p.school_id = s.school_id)::bigint,
        'lines', (SELECT coalesce(sum(gap), 0) FROM room_gaps g WHERE g.school_id = s.school_id AND scored)
               + (SELECT coalesce(sum(gap), 0) FROM school_gaps g WHERE g.school_id = s.school_id),
        'overAge', (SELECT count(*) FROM devices d WHERE d.school_id = s.school_id AND over_age),
        'backlog', (SELECT count(*) FROM replacements r WHERE r.school_id = s.school_id AND due = 'backlog'),
        'pieces', (SELECT sum(quantity) FROM devices d WHERE d.school_id = s.school_id),
        'total', s.gap, 'totalCents', (s.cost * 100)::bigint)) FROM schools s`;
      expect(query(perSchool)).toEqual(
        Object.fromEntries(
          schools.map(({ id, report: { analysis, inventory } }) => [
            id,
            {
              gap: analysis.totals.gap,
              cents: analysis.totals.costCents,
              lines: analysis.totals.gap,
              overAge: analysis.overAgeDevices.length,
              backlog: analysis.overAgeDevices.length,
              pieces: inventory.devices.reduce((sum, { quantity }) => sum + quantity, 0),
              total: analysis.totals.gap,
              totalCents: analysis.totals.costCents,
            },
          ]),
        ),
      );

      // Every text as it was, an empty one apart from an unknown one, leading zeros kept.
      const { columns, rows } = tableNamed('devices');
      const noteAt = columns.findIndex(({ name }) => name === 'note');
      expect(
        query(
          `SELECT json_agg(json_build_array(school_id, device_id, note) ORDER BY school_id, device_id) FROM devices`,
        ),
      ).toEqual(
        rows.map((row) => [row[0], row[1], row[noteAt]]).toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
      );
      expect(query(`SELECT json_agg(school_id ORDER BY school_id) FROM schools`)).toEqual(
        schools.map(({ id }) => id).toSorted(),
      );
    } finally {
      server.stop();
    }
  });
});
