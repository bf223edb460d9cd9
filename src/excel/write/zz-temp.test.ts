import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { buildReport, buildSheet } from '#core/report/build-report.ts';
import { aReportInput, sampleInventory } from '#core/testing/sample-report.ts';
import { VISIBLE_SHEETS } from '#core/report/report-model.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { writeWorkbook } from './write-workbook.ts';
import { largeSchool } from '../../../tests/bench/large-school.ts';
it('writes', { timeout: 200_000 }, async () => {
  for (const [name, inventory] of [
    ['klein', sampleInventory()],
    ['gross', largeSchool(120, 2000)],
    ['tausend', largeSchool(60, 1000)],
  ] as const) {
    const input = aReportInput(inventory, {
      programmeSums: name === 'klein' ? {} : { 'DIGITALPAKT-1': 700_000_00 },
    });
    const t = performance.now();
    const model = buildReport(input, REPORT_TEXTS);
    const t2 = performance.now();
    const bytes = await writeWorkbook(model);
    console.log(name, 'build', Math.round(t2 - t), 'write', Math.round(performance.now() - t2), bytes.length);
    for (const id of VISIBLE_SHEETS) {
      const s = performance.now();
      buildSheet(input, REPORT_TEXTS, id);
      const d = performance.now() - s;
      if (d > 5) console.log('  ', id, Math.round(d));
    }
    writeFileSync(`/tmp/sheets/${name}.xlsx`, bytes);
  }
});
