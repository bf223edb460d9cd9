import { describe, expect, it } from 'vitest';
import { buildReport } from '#core/report/build-report.ts';
import { MAX_CELL_CHARACTERS } from '#core/report/report-data.ts';
import { withoutFreeTexts } from '#core/report/report-input.ts';
import type { ReportModel } from '#core/report/report-model.ts';
import { aReportInput } from '#core/testing/sample-report.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { readReport } from './read-report.ts';
import { writeWorkbook } from './write/write-workbook.ts';

const report = buildReport(aReportInput(), REPORT_TEXTS);
const failureOf = async (model: ReportModel): Promise<unknown> => {
  const read = readReport(await writeWorkbook(model), 'bericht.xlsx');
  return read.ok ? null : read.error;
};
const withData = (change: (head: (string | number)[], parts: string[]) => void): ReportModel => ({
  ...report,
  sheets: report.sheets.map((sheet) => {
    if (sheet.kind !== 'data') return sheet;
    const head = [...sheet.head];
    const parts = [...sheet.parts];
    change(head, parts);
    return { ...sheet, head, parts };
  }),
});

describe('readReport', () => {
  it('gives back what the report was made from', async () => {
    const input = aReportInput();
    const read = readReport(await writeWorkbook(report), 'bericht.xlsx');
    expect(read).toMatchObject({ ok: true });
    if (!read.ok) return;
    expect(read.value.data.inventory).toEqual(withoutFreeTexts(input.inventory));
    expect(read.value.data.profile).toEqual(input.profile);
    expect(read.value.data).toMatchObject({ asOf: input.analysis.asOf, stage: input.analysis.stage });
    expect(read.value.book.sheets.length).toBe(report.sheets.length);
  });

  it('reads what the first version wrote, which had no checksum', async () => {
    const model = withData((head) => head.splice(1, 4, 1, head[2] ?? 0, head[3] ?? 0));
    expect(await failureOf(model)).toBeNull();
  });

  it.each([
    [
      'a changed figure',
      'EDITED',
      (_: (string | number)[], parts: string[]) => {
        parts[0] = (parts[0] ?? '').replace('"stage":1', '"stage":2');
      },
    ],
    [
      'a part that is gone',
      'DAMAGED',
      (_: (string | number)[], parts: string[]) => {
        parts.pop();
      },
    ],
    [
      'a later version',
      'NEWER_VERSION',
      (head: (string | number)[]) => {
        head[1] = 99;
      },
    ],
    [
      'another program',
      'NOT_A_REPORT',
      (head: (string | number)[]) => {
        head[0] = 'anders';
      },
    ],
  ] as const)('refuses %s', async (_, code, change) => {
    expect(report.sheets.find(({ kind }) => kind === 'data')).toMatchObject({
      parts: expect.arrayContaining([expect.stringMatching(new RegExp(`^.{${MAX_CELL_CHARACTERS}}$`))]),
    });
    expect(await failureOf(withData(change))).toEqual({ kind: 'data', failure: code });
  });

  it('says what a file is that is no workbook', () => {
    const read = readReport(new TextEncoder().encode('%PDF-1.7'), 'bericht.pdf');
    expect(read).toMatchObject({
      ok: false,
      error: { kind: 'unreadable', failure: { code: 'NOT_A_WORKBOOK' } },
    });
  });
});
