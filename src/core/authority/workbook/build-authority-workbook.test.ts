import { describe, expect, it } from 'vitest';
import { AUTHORITY_TEXTS } from '#texts/authority.ts';
import { FIVE_SCHOOLS } from '../../../../tests/harness/school-reports.ts';
import { summarizeGaps } from '../../report/gaps-summary.ts';
import { schoolIdOf } from '../../report/report-input.ts';
import type { ReportModel, TableSheet } from '../../report/report-model.ts';
import { generatedSchool } from '../../testing/generated-school.ts';
import { aReportInput } from '../../testing/sample-report.ts';
import { consolidate } from '../consolidate.ts';
import { analyzeReport, type SchoolReport } from '../school-report.ts';
import { AUTHORITY_SHEETS } from './authority-texts.ts';
import { buildAuthorityWorkbook, MAX_LIST_CELLS } from './build-authority-workbook.ts';

const INPUT = {
  hints: [],
  writtenAt: '2026-11-25T09:30:00.000Z',
  writtenOn: '2026-11-25',
  appVersion: '0.1.0',
} as const;
const reports = FIVE_SCHOOLS.map((options, at): SchoolReport => {
  const { inventory, analysis, profile } = aReportInput(generatedSchool(options));
  // Free texts, so that there are columns that only one school has.
  const devices = inventory.devices.map((device) =>
    at === 2 ? { ...device, extra: { Regal: 'A' } } : device,
  );
  return analyzeReport(`${at}.xlsx`, {
    schoolId: schoolIdOf(inventory.school),
    writtenAt: '2026-11-24T09:30:00.000Z',
    appVersion: '0.1.0',
    asOf: analysis.asOf,
    stage: analysis.stage,
    includesFreeTexts: true,
    inventory: { ...inventory, devices },
    profile,
    gaps: summarizeGaps(inventory, analysis),
  });
});
const tableOf = ({ sheets }: ReportModel, id: string): TableSheet => {
  const sheet = sheets.find((entry) => entry.id === id);
  if (sheet?.kind !== 'table') throw new Error(id);
  return sheet;
};

describe('buildAuthorityWorkbook', () => {
  const consolidation = consolidate(reports);
  const model = buildAuthorityWorkbook(consolidation, INPUT, AUTHORITY_TEXTS);

  it('has every sheet in its order, each row as wide as its head', () => {
    expect(model.sheets.map(({ id }) => id)).toEqual(AUTHORITY_SHEETS);
    for (const sheet of model.sheets)
      if (sheet.kind === 'table')
        for (const row of sheet.rows)
          expect(row.length, sheet.name).toBeLessThanOrEqual(sheet.columns.length);
  });

  it('joins the lists of the schools, each row under its school and its own headings', () => {
    const devices = tableOf(model, 'authority-devices');
    const at = (key: string): number => devices.columns.findIndex((column) => column.key === key);
    expect(devices.columns[0]?.heading).toBe('Schule-ID');
    expect(devices.rows.length).toBe(
      reports.reduce((sum, { inventory }) => sum + inventory.devices.length, 0),
    );
    for (const { id, report } of consolidation.schools) {
      const rows = devices.rows.filter(([school]) => school === id);
      expect(rows.map((row) => row[at('id')]).sort()).toEqual(
        report.inventory.devices.map((entry) => entry.id).sort(),
      );
      const hasShelf = report.inventory.devices[0]?.extra['Regal'] === 'A';
      for (const row of rows) expect(row[at('extra:Regal')] ?? null).toBe(hasShelf ? 'A' : null);
    }
    const gaps = tableOf(model, 'authority-room-gaps');
    expect(gaps.columns.map(({ heading }) => heading).slice(0, 2)).toEqual(['Schule-ID', 'Raum-ID']);
    expect(gaps.rows.length).toBe(reports.reduce((sum, { analysis }) => sum + analysis.rooms.length, 0));
  });

  it('leaves out a list that would make it too large, and says so', () => {
    const [first] = reports;
    const [device] = first!.inventory.devices;
    const many = Array.from({ length: MAX_LIST_CELLS / 30 }, () => device!);
    const large = consolidate([{ ...first!, inventory: { ...first!.inventory, devices: many } }]);
    const sheets = buildAuthorityWorkbook(large, INPUT, AUTHORITY_TEXTS);
    const devices = tableOf(sheets, 'authority-devices');
    expect(devices.rows).toEqual([[AUTHORITY_TEXTS.leftOut(many.length)]]);
    expect(tableOf(sheets, 'authority-rooms').rows.length).toBe(first!.inventory.rooms.length);
  });
});
