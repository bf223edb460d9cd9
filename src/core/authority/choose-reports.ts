import { groupBy } from '../shared/group-by.ts';
import type { SchoolReport } from './school-report.ts';

/** A school of the Trägeransicht under the name by which it is told apart from the others. */
export type ChosenReport = { readonly id: string; readonly report: SchoolReport };

/** What became of files, for a German sentence: `fileName` is the one that it is about. */
export type FileIssue = {
  readonly code:
    /** An older report of the school: left out, `otherFile` counts. */
    | 'OLDER_REPORT'
    /** The same report once more: left out. */
    | 'SAME_REPORT'
    /** Another school reports under this number: both count, told apart by their names. */
    | 'NUMBER_OF_OTHER_SCHOOL'
    /** A school of this name reports with a number: both count; they may be one and the same. */
    | 'NAME_OF_OTHER_SCHOOL'
    /** The report has no Dienststellennummer: the school goes by its name. */
    | 'NO_SCHOOL_NUMBER'
    /** Neither number nor name: the school goes by the name of the file. */
    | 'NO_NAME';
  readonly fileName: string;
  readonly otherFile: string | null;
  readonly schoolId: string;
};

/** Names are alike whatever the case and the blanks. */
const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('de-DE');

/** Newest first: by Stichtag, then by when it was written, then by file name, so that the order of the files never counts. */
const byAge = (a: SchoolReport, b: SchoolReport): number => {
  for (const [left, right] of [
    [b.analysis.asOf, a.analysis.asOf],
    [b.writtenAt, a.writtenAt],
    [a.fileName, b.fileName],
  ] as const)
    if (left !== right) return left < right ? -1 : 1;
  return 0;
};

const nameOf = ({ inventory }: SchoolReport): string => inventory.school.name.trim();

/**
 * Which report counts for which school. A school is the same when number and name are; of its reports the newest counts. Two
 * names under one number are two schools: leaving one out silently would be worse than counting a misspelt one twice, and
 * both are named.
 *
 * @returns the schools by name, then id; what was left out or is doubtful, by file
 */
export const chooseReports = (
  reports: readonly SchoolReport[],
): { readonly schools: readonly ChosenReport[]; readonly issues: readonly FileIssue[] } => {
  const issues: FileIssue[] = [];
  const schoolKey = (report: SchoolReport): string =>
    report.schoolId.trim() === ''
      ? report.fileName
      : JSON.stringify([report.schoolId.trim(), plain(nameOf(report))]);
  const chosen = [...groupBy(reports, schoolKey).values()].flatMap((same): readonly SchoolReport[] => {
    const [newest, ...older] = same.toSorted(byAge);
    if (newest === undefined) return [];
    for (const { fileName, schoolId, writtenAt, analysis } of older) {
      const isSame = writtenAt === newest.writtenAt && analysis.asOf === newest.analysis.asOf;
      const code = isSame ? 'SAME_REPORT' : 'OLDER_REPORT';
      issues.push({ code, fileName, otherFile: newest.fileName, schoolId });
    }
    return [newest];
  });

  const numbers = groupBy(chosen, ({ schoolId }) => schoolId.trim());
  const shared = new Set<SchoolReport>();
  for (const same of numbers.values()) {
    if (same.length < 2 || same[0]?.schoolId.trim() === '') continue;
    for (const report of same) {
      shared.add(report);
      const other = same.find((entry) => entry !== report)?.fileName ?? null;
      issues.push({
        code: 'NUMBER_OF_OTHER_SCHOOL',
        fileName: report.fileName,
        otherFile: other,
        schoolId: report.schoolId,
      });
    }
  }
  for (const report of chosen) {
    const { fileName, schoolId, inventory } = report;
    if (inventory.school.schoolNumber !== null) continue;
    const name = plain(nameOf(report));
    issues.push({ code: name === '' ? 'NO_NAME' : 'NO_SCHOOL_NUMBER', fileName, otherFile: null, schoolId });
    const other = chosen.find(
      (entry) => entry !== report && name !== '' && plain(nameOf(entry)) === name,
    )?.fileName;
    if (other !== undefined)
      issues.push({ code: 'NAME_OF_OTHER_SCHOOL', fileName, otherFile: other, schoolId });
  }

  const idOf = (report: SchoolReport): string => {
    const id = report.schoolId.trim();
    if (id === '') return report.fileName;
    return shared.has(report) ? `${id} (${nameOf(report)})` : id;
  };
  const schools = chosen
    .map((report) => ({ id: idOf(report), report }))
    .toSorted((a, b) => compareTexts(nameOf(a.report), nameOf(b.report)) || compareTexts(a.id, b.id));
  return { schools, issues };
};

const collator = new Intl.Collator('de-DE', { numeric: true });
const compareTexts = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
