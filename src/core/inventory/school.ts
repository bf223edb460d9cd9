import type { IsoDate } from '../shared/iso-date.ts';

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

/** With the number of one grade; null takes it away: unknown, not 0. No grade at all is null. */
export const withGrade = (byGrade: ByGrade | null, grade: string, count: number | null): ByGrade | null => {
  const { [grade]: _before, ...others } = byGrade ?? {};
  const after = count === null ? others : { ...others, [grade]: count };
  return Object.keys(after).length === 0 ? null : after;
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
  const counts = wanted.flatMap((grade) => byGrade?.[grade] ?? []);
  const sum = counts.reduce((all, count) => all + count, 0);
  if (sum === 0 || sum === total) return null;
  return counts.length === wanted.length || (total !== null && sum > total) ? sum : null;
};
