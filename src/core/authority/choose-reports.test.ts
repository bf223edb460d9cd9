import { describe, expect, it } from 'vitest';
import { aProfile, aSchool, anInventory } from '../testing/builders.ts';
import type { School } from '../inventory/school.ts';
import { schoolIdOf } from '../report/report-input.ts';
import { analyzeReport, type SchoolReport } from './school-report.ts';
import { chooseReports } from './choose-reports.ts';

const report = (
  fileName: string,
  school: Partial<School>,
  { asOf = '2026-11-24', writtenAt = '2026-11-24T09:30:00.000Z' } = {},
): SchoolReport => {
  const inventory = anInventory({ school: aSchool(school) });
  return analyzeReport(fileName, {
    schoolId: schoolIdOf(inventory.school),
    writtenAt,
    appVersion: '0.1.0',
    asOf,
    stage: 1,
    includesFreeTexts: false,
    inventory,
    profile: aProfile(),
    gaps: {
      roomsMeetingStandard: { met: 0, of: 0 },
      fulfilment: null,
      costCents: 0,
      rooms: [],
      school: [],
      checks: [],
    },
  });
};
const told = (reports: readonly SchoolReport[]) => {
  const { schools, issues } = chooseReports(reports);
  return {
    schools: schools.map(({ id, report: { fileName } }) => [id, fileName]),
    issues: issues.map(({ code, fileName, otherFile }) => [code, fileName, otherFile]),
  };
};
const WEST = { name: 'Grundschule West', schoolNumber: '01' };

describe('chooseReports', () => {
  it('counts the report with the later Stichtag, whatever was written last', () => {
    const old = report('alt.xlsx', WEST, { asOf: '2025-11-24', writtenAt: '2026-11-25T09:00:00.000Z' });
    expect(told([old, report('neu.xlsx', WEST)])).toEqual({
      schools: [['01', 'neu.xlsx']],
      issues: [['OLDER_REPORT', 'alt.xlsx', 'neu.xlsx']],
    });
  });

  it('counts what was written later for the same Stichtag', () => {
    const later = report('b.xlsx', WEST, { writtenAt: '2026-11-24T10:00:00.000Z' });
    expect(told([report('a.xlsx', WEST), later]).schools).toEqual([['01', 'b.xlsx']]);
  });

  it('names a copy of the same report', () => {
    expect(told([report('b.xlsx', { ...WEST, name: 'grundschule  west ' }), report('a.xlsx', WEST)])).toEqual(
      {
        schools: [['01', 'a.xlsx']],
        issues: [['SAME_REPORT', 'b.xlsx', 'a.xlsx']],
      },
    );
  });

  it('keeps two schools with one number apart by their names, and names both files', () => {
    const other = report('goethe.xlsx', { name: 'Goethe-Schule', schoolNumber: '01' });
    expect(told([report('west.xlsx', WEST), other])).toEqual({
      schools: [
        ['01 (Goethe-Schule)', 'goethe.xlsx'],
        ['01 (Grundschule West)', 'west.xlsx'],
      ],
      issues: [
        ['NUMBER_OF_OTHER_SCHOOL', 'west.xlsx', 'goethe.xlsx'],
        ['NUMBER_OF_OTHER_SCHOOL', 'goethe.xlsx', 'west.xlsx'],
      ],
    });
  });

  it('takes schools without a number by their names', () => {
    const nameless = { ...WEST, schoolNumber: null };
    expect(told([report('ohne.xlsx', nameless), report('mit.xlsx', WEST)])).toEqual({
      schools: [
        ['01', 'mit.xlsx'],
        ['Grundschule West', 'ohne.xlsx'],
      ],
      issues: [
        ['NO_SCHOOL_NUMBER', 'ohne.xlsx', null],
        ['NAME_OF_OTHER_SCHOOL', 'ohne.xlsx', 'mit.xlsx'],
      ],
    });
  });

  it('never takes two nameless schools for one', () => {
    const nobody = { name: '', schoolNumber: null };
    expect(told([report('a.xlsx', nobody), report('b.xlsx', nobody)]).schools).toEqual([
      ['a.xlsx', 'a.xlsx'],
      ['b.xlsx', 'b.xlsx'],
    ]);
  });
});
