import { describe, expect, it } from 'vitest';
import { consolidate } from '#core/authority/consolidate.ts';
import { analyzeReport, profileShare, type SchoolReport } from '#core/authority/school-report.ts';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { buildReport } from '#core/report/build-report.ts';
import { withoutFreeTexts } from '#core/report/report-input.ts';
import { generatedSchool } from '#core/testing/generated-school.ts';
import { aReportInput, sampleInventory } from '#core/testing/sample-report.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { FIVE_SCHOOLS } from '../../tests/harness/school-reports.ts';
import { checkReport } from './check-report.ts';
import { writeWorkbook } from './write/write-workbook.ts';

const shareProfile = profileShare();
const readBack = async (input: ReturnType<typeof aReportInput>, fileName: string): Promise<SchoolReport> => {
  const checked = checkReport(await writeWorkbook(buildReport(input, REPORT_TEXTS)), fileName);
  if (!checked.ok) throw new Error(checked.error.kind);
  expect(checked.value.edits).toEqual({ cells: [], rows: [], columns: [], missingSheets: [] });
  return analyzeReport(fileName, checked.value.data, shareProfile);
};

describe('a report in the Trägeransicht', () => {
  it('is the same inventory with the same gaps, but for the free texts', async () => {
    const inputs = [sampleInventory(), ...FIVE_SCHOOLS.map(generatedSchool)].map((inventory) =>
      aReportInput(inventory),
    );
    const reports: SchoolReport[] = [];
    for (const [at, input] of inputs.entries()) reports.push(await readBack(input, `${at}.xlsx`));
    const { schools } = consolidate(reports);
    expect(schools.length).toBe(inputs.length);
    for (const { report } of schools) {
      const input = inputs[Number.parseInt(report.fileName, 10)]!;
      expect(report.inventory).toEqual(withoutFreeTexts(input.inventory));
      expect(report.analysis).toEqual(
        analyzeGaps(withoutFreeTexts(input.inventory), input.profile, { asOf: '2026-11-24', stage: 1 }),
      );
      expect(report.analysis).toEqual(input.analysis);
      expect(report.saysTheSame).toBe(true);
    }
    // One profile is kept, not six.
    expect(new Set(reports.map(({ profile }) => profile)).size).toBe(1);
  });

  it('is all of the inventory when the free texts are ticked', async () => {
    const input = aReportInput(sampleInventory(), { includeFreeTexts: true });
    const report = await readBack(input, 'bericht.xlsx');
    expect(report.inventory).toEqual(input.inventory);
    expect(report.analysis).toEqual(input.analysis);
    expect(report.includesFreeTexts).toBe(true);
  });

  it('tells when its gaps were counted otherwise', async () => {
    const report = buildReport(aReportInput(), REPORT_TEXTS);
    const checked = checkReport(await writeWorkbook(report), 'bericht.xlsx');
    if (!checked.ok) throw new Error(checked.error.kind);
    const { data } = checked.value;
    const counted = { ...data, gaps: { ...data.gaps, costCents: data.gaps.costCents + 1 } };
    const { schoolIssues } = consolidate([analyzeReport('bericht.xlsx', counted)]);
    expect(schoolIssues).toEqual([{ code: 'COUNTED_OTHERWISE', school: 0, usual: '', own: data.appVersion }]);
  });
});
