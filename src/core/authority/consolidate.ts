import { chooseReports, type ChosenReport, type FileIssue } from './choose-reports.ts';
import { compareByCategory, compareByGroup, inCommonOrder, type ComparedLine } from './compared-gaps.ts';
import { comparePurchases, type SchoolPurchase } from './compared-purchases.ts';
import { compareReplacement, type ComparedReplacement } from './compared-replacement.ts';
import { proposeExchange, type SchoolExchange } from './school-exchange.ts';
import { addFigures, figuresOf, type SchoolFigures } from './school-figures.ts';
import type { SchoolReport } from './school-report.ts';

export type AuthoritySchool = {
  /** Dienststellennummer, without one the name; unique among the schools. */
  readonly id: string;
  readonly name: string;
  readonly report: SchoolReport;
  readonly figures: SchoolFigures;
};

/** How a school differs from the others, so that its figures are read with care. All sums are made nevertheless. */
export type SchoolIssue = {
  readonly code: 'OTHER_PROFILE' | 'OTHER_STAGE' | 'OTHER_YEAR' | 'COUNTED_OTHERWISE';
  readonly school: number;
  /** What most schools have. */
  readonly usual: string;
  readonly own: string;
};

/** The reports of many schools put together: the Trägeransicht. Every sum is the sum of the schools. */
export type Consolidation = {
  /** By name. „Side by side with the schools“ and positions of schools elsewhere mean this list. */
  readonly schools: readonly AuthoritySchool[];
  readonly totals: SchoolFigures;
  readonly byGroup: readonly ComparedLine[];
  readonly byCategory: readonly ComparedLine[];
  readonly purchases: readonly SchoolPurchase[];
  readonly exchange: SchoolExchange;
  readonly replacement: ComparedReplacement;
  /** Every category of every profile, with the name by which most schools call it. */
  readonly categories: readonly { readonly id: string; readonly name: string; readonly shortName: string }[];
  readonly fileIssues: readonly FileIssue[];
  readonly schoolIssues: readonly SchoolIssue[];
};

export type ConsolidateOptions = {
  /** Told after each school has been looked at for the exchange, which takes longest. */
  readonly onSchool?: (done: number, of: number) => void;
};

/**
 * Puts the reports of many schools together. Pure: the same reports give the same result in whatever order they come.
 *
 * @param reports any number, also several of one school
 */
export const consolidate = (
  reports: readonly SchoolReport[],
  { onSchool }: ConsolidateOptions = {},
): Consolidation => {
  const { schools: chosen, issues } = chooseReports(reports.toSorted(byFileName));
  const schools = chosen.map(({ id, report }): AuthoritySchool => ({
    id,
    name: report.inventory.school.name.trim() === '' ? id : report.inventory.school.name.trim(),
    report,
    figures: figuresOf(report),
  }));
  const exchange = proposeExchange(chosen, onSchool);
  return {
    schools,
    totals: addFigures(schools.map(({ figures }) => figures)),
    byGroup: compareByGroup(chosen),
    byCategory: compareByCategory(chosen),
    purchases: comparePurchases(chosen, exchange),
    exchange,
    replacement: compareReplacement(chosen),
    categories: inCommonOrder(chosen, ({ report }) => report.profile.categories).map(
      ({ id, name, shortName }) => ({ id, name, shortName }),
    ),
    fileIssues: issues,
    schoolIssues: schoolIssues(chosen),
  };
};

const byFileName = (a: SchoolReport, b: SchoolReport): number =>
  a.fileName < b.fileName ? -1 : a.fileName > b.fileName ? 1 : 0;

const schoolIssues = (schools: readonly ChosenReport[]): readonly SchoolIssue[] => [
  ...differing(
    'OTHER_PROFILE',
    schools,
    ({ profile }) => `${profile.title}, ${profile.edition}`,
    // A school may have changed targets of its own under the same edition.
    ({ profile }) => JSON.stringify([profile.id, profile.edition, profile.requirements]),
  ),
  ...differing('OTHER_STAGE', schools, ({ analysis }) => String(analysis.stage)),
  ...differing('OTHER_YEAR', schools, ({ analysis }) => analysis.asOf.slice(0, 4)),
  ...schools.flatMap(({ report }, school): readonly SchoolIssue[] =>
    report.saysTheSame ? [] : [{ code: 'COUNTED_OTHERWISE', school, usual: '', own: report.appVersion }],
  ),
];

/** The schools that do not have what most have; of two kinds that are equally many, the one that comes first is usual. */
const differing = (
  code: SchoolIssue['code'],
  schools: readonly ChosenReport[],
  textOf: (report: SchoolReport) => string,
  keyOf: (report: SchoolReport) => string = textOf,
): readonly SchoolIssue[] => {
  const counts = new Map<string, { readonly text: string; count: number }>();
  for (const { report } of schools) {
    const known = counts.get(keyOf(report));
    if (known === undefined) counts.set(keyOf(report), { text: textOf(report), count: 1 });
    else known.count += 1;
  }
  const [usual] = [...counts].toSorted((a, b) => b[1].count - a[1].count);
  return schools.flatMap(({ report }, school) =>
    usual === undefined || keyOf(report) === usual[0]
      ? []
      : [{ code, school, usual: usual[1].text, own: textOf(report) }],
  );
};
