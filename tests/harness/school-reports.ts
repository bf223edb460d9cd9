import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { buildReport } from '#core/report/build-report.ts';
import { generatedSchool, type GeneratedSchoolOptions } from '#core/testing/generated-school.ts';
import { defaultProfile } from '#core/testing/sample-report.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { writeWorkbook } from '#excel/write/write-workbook.ts';

/** Three primary and two regional schools of one town, as KSM's first authority has them. */
export const FIVE_SCHOOLS: readonly GeneratedSchoolOptions[] = [
  { seed: 1, kind: 'primary' },
  { seed: 2, kind: 'primary' },
  { seed: 3, kind: 'primary' },
  { seed: 4, kind: 'regional' },
  { seed: 5, kind: 'regional' },
];

export type SchoolReportFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * The report of a made-up school, written as the app writes it.
 *
 * @param on Stichtag and day of writing; a later report of the same school has a later one
 */
export const schoolReportFile = async (
  options: GeneratedSchoolOptions,
  on = '2026-11-24',
): Promise<SchoolReportFile> => {
  const inventory = generatedSchool(options);
  const profile = defaultProfile();
  const model = buildReport(
    {
      inventory,
      profile,
      analysis: analyzeGaps(inventory, profile, { asOf: on, stage: 1 }),
      programmeSums: {},
      includeFreeTexts: false,
      writtenAt: `${on}T09:30:00.000Z`,
      writtenOn: on,
      appVersion: '0.1.0',
      previous: null,
    },
    REPORT_TEXTS,
  );
  return { name: `MEP-Bericht_${inventory.school.name}_${on}.xlsx`, bytes: await writeWorkbook(model) };
};
