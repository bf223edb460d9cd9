import { expect, it } from 'vitest';
import { buildReport } from '#core/report/build-report.ts';
import { aReportInput } from '#core/testing/sample-report.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { writeWorkbook, type WriteProgress } from './write-workbook.ts';

it('tells each sheet as its turn comes, then that the file is packed, and never goes back', async () => {
  const model = buildReport(aReportInput(), REPORT_TEXTS);
  const seen: WriteProgress[] = [];
  await writeWorkbook(model, (progress) => void seen.push(progress));
  expect(seen.map(({ sheet }) => sheet)).toEqual([...model.sheets.map(({ name }) => name), null]);
  const shares = seen.map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBeGreaterThan(0);
  expect(shares.at(-1)).toBeLessThan(1);
});
