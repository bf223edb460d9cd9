import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseChart } from 'hucre/ooxml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '#core/report/build-report.ts';
import { aReportInput } from '#core/testing/sample-report.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { convertDocument, findLibreOffice } from '../../../../tests/harness/libre-office.ts';
import { writeWorkbook } from '../write-workbook.ts';

const office = findLibreOffice('charts that LibreOffice draws again');

const OVERVIEW = 'xl/worksheets/sheet2.xml';
const CHANGED = 987;

/** The values of each series of a chart as LibreOffice draws it; a category may be a number too and stands in front. */
const drawnSeries = (xml: string, count: number): readonly (readonly number[])[] => {
  const rows = [...xml.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/office:value-type="float" office:value="([^"]*)"/g)].map(([, value]) => Number(value)),
  );
  const full = rows.filter((row) => row.length >= count).map((row) => row.slice(-count));
  return Array.from({ length: count }, (_, at) => full.map((row) => row[at] ?? Number.NaN));
};

describe.skipIf(office === null)('the charts in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diagramme-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let drawn: readonly string[];
  let written: readonly string[];

  beforeAll(async () => {
    const parts = unzipSync(await writeWorkbook(buildReport(aReportInput(), REPORT_TEXTS)));
    written = Object.keys(parts)
      .filter((path) => path.startsWith('xl/charts/'))
      .map((path) => strFromU8(parts[path] ?? new Uint8Array()));
    // Somebody types another figure into the first cell of the first series.
    const cell = /\$([A-Z]+)\$(\d+):/.exec(parseChart(written[0] ?? '')?.series?.[0]?.valuesRef ?? '');
    const address = `${cell?.[1] ?? ''}${cell?.[2] ?? ''}`;
    const sheet = strFromU8(parts[OVERVIEW] ?? new Uint8Array());
    const changed = sheet.replace(new RegExp(`(<c r="${address}"[^>]*>)<v>\\d+</v>`), `$1<v>${CHANGED}</v>`);
    expect(changed).not.toBe(sheet);
    writeFileSync(join(folder, 'bericht.xlsx'), zipSync({ ...parts, [OVERVIEW]: strToU8(changed) }));
    const ods = convertDocument(office ?? '', folder, join(folder, 'bericht.xlsx'), 'ods', folder);
    const saved = unzipSync(new Uint8Array(readFileSync(ods)));
    drawn = Object.keys(saved)
      .filter((path) => /^Object \d+\/content\.xml$/.test(path))
      .toSorted((a, b) => a.localeCompare(b, 'de', { numeric: true }))
      .map((path) => strFromU8(saved[path] ?? new Uint8Array()));
  }, 120_000);

  it('are all there, with their titles, and leave out what a filter hides', () => {
    expect(drawn).toHaveLength(written.length);
    const titles = written.map((xml) => parseChart(xml)?.title ?? '');
    for (const [index, xml] of drawn.entries()) {
      expect(xml).toContain(titles[index]);
      expect(xml).toContain('chart:include-hidden-cells="false"');
    }
  });

  it('show the values that the report stores with them', () => {
    const stored = written.map((xml) =>
      [...xml.matchAll(/<c:numCache>.*?<\/c:numCache>/gs)].map(([cache]) =>
        [...cache.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value)),
      ),
    );
    const expected = stored.map((series, chart) =>
      series.map((values, at) => (chart === 0 && at === 0 ? [CHANGED, ...values.slice(1)] : values)),
    );
    expect(drawn.map((xml, chart) => drawnSeries(xml, expected[chart]?.length ?? 0))).toEqual(expected);
  });

  it('are drawn anew after an edit: the other figure stands in the chart, not the stored one', () => {
    expect(drawnSeries(drawn[0] ?? '', 2)[0]?.[0]).toBe(CHANGED);
    expect(written[0]).not.toContain(String(CHANGED));
  });
});
