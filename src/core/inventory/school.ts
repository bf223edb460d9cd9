import type { IsoDate } from '../shared/iso-date.ts';
import { ownValue } from '../shared/own-value.ts';

export const SCHOOL_TYPES = [
  'primary',
  'regional',
  'grammar',
  'comprehensive',
  'special',
  'vocational',
] as const;
export type SchoolType = (typeof SCHOOL_TYPES)[number];

/** One number per grade, keyed `"1"`…`"13"`. A grade that is not a key is unknown, not 0. */
export type ByGrade = Readonly<Record<string, number>>;

/** The first and last grade that a school of this type has; all where the type is not known. */
const GRADES: Readonly<Record<SchoolType | 'unknown', readonly [first: number, last: number]>> = {
  primary: [1, 4],
  regional: [5, 10],
  grammar: [7, 12],
  comprehensive: [5, 12],
  special: [1, 10],
  vocational: [10, 13],
  unknown: [1, 13],
};

/** The grades of a school, as keys of `ByGrade`. */
export const gradesOf = (schoolType: SchoolType | null): readonly string[] => {
  const [first, last] = GRADES[schoolType ?? 'unknown'];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
};

/** With the number of one grade. A grade without a number is no key: unknown, not 0. */
export const withGrade = (before: ByGrade | null, grade: string, count: number | null): ByGrade | null => {
  const { [grade]: _before, ...others } = before ?? {};
  const after = count === null ? others : { ...others, [grade]: count };
  return Object.keys(after).length === 0 ? null : after;
};

/** The sum over all grades; null while one of them is unknown. */
export const sumOfGrades = (byGrade: ByGrade | null, grades: readonly string[]): number | null => {
  let sum = 0;
  for (const grade of grades) {
    const count = ownValue(byGrade, grade);
    if (count === undefined) return null;
    sum += count;
  }
  return sum;
};

export type School = {
  readonly name: string;
  /** Dienststellennummer: text, leading zeros kept. */
  readonly schoolNumber: string | null;
  readonly schoolType: SchoolType | null;
  readonly schoolAuthority: string | null;
  /** As people write it, `2026/27`. */
  readonly schoolYear: string | null;
  readonly pupils: number | null;
  readonly pupilsByGrade: ByGrade | null;
  readonly classes: number | null;
  readonly classesByGrade: ByGrade | null;
  /** Heads. */
  readonly teachers: number | null;
  readonly bandwidthMbit: number | null;
  /** The day on which pupils, classes and teachers were counted. */
  readonly countedOn: IsoDate | null;
};

export const EMPTY_SCHOOL: School = {
  name: '',
  schoolNumber: null,
  schoolType: null,
  schoolAuthority: null,
  schoolYear: null,
  pupils: null,
  pupilsByGrade: null,
  classes: null,
  classesByGrade: null,
  teachers: null,
  bandwidthMbit: null,
  countedOn: null,
};

/**
 * The sum of the grades, where it contradicts the total or the total is not known; null where there is nothing to say. As
 * long as a grade is missing the sum is none, and only too many are a contradiction.
 *
 * @param grades those that the school has; null = not known, so those that are entered
 */
export const sumToOffer = (
  total: number | null,
  byGrade: ByGrade | null,
  grades: readonly string[] | null,
): number | null => {
  const wanted = grades ?? Object.keys(byGrade ?? {});
  const counts = wanted.flatMap((grade) => ownValue(byGrade, grade) ?? []);
  const sum = counts.reduce((all, count) => all + count, 0);
  if (sum === 0 || sum === total) return null;
  return counts.length === wanted.length || (total !== null && sum > total) ? sum : null;
};
