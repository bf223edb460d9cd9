import type { School } from '../inventory/school.ts';
import type { RequirementId } from '../shared/ids.ts';
import type { PupilTerm, Requirement } from '../targets/target-profile.ts';

/** null = nicht berechenbar: a base that it needs is unknown. */
export type SchoolTarget = { readonly units: number | null; readonly base: number | null };

const UNKNOWN: SchoolTarget = { units: null, base: null };

/** 0 counts as unknown: an empty field is often saved as 0. */
const known = (value: number | null): number | null => (value === null || value <= 0 ? null : value);

/**
 * How many units a school-wide requirement asks for.
 *
 * @param targetOf sum of the targets in force of a requirement over rooms or school; 0 when it is not in force, null
 *   when it is not computable
 */
export const schoolTarget = (
  { quantity }: Requirement,
  school: School,
  targetOf: (id: RequirementId) => number | null,
): SchoolTarget => {
  switch (quantity.kind) {
    case 'fixed':
      return { units: quantity.units, base: null };
    case 'per-pupils':
      return perPupils(quantity.terms, school);
    case 'per-teachers':
      return perBase(known(school.teachers), quantity.teachersPerUnit);
    case 'per-classes':
      return perBase(known(school.classes), quantity.classesPerUnit);
    case 'dependent': {
      let base = 0;
      for (const id of quantity.of) {
        const units = targetOf(id);
        if (units === null) return UNKNOWN;
        base += units;
      }
      return { units: Math.ceil((base * quantity.multiply) / quantity.divide), base };
    }
    case 'conditional': {
      const base = known(school[quantity.value]);
      return base === null ? UNKNOWN : { units: base < quantity.below ? quantity.units : 0, base };
    }
    case 'per-seats':
      // parseProfile refuses it.
      throw new Error('seats of a school-wide requirement');
  }
};

const perBase = (base: number | null, perUnit: number): SchoolTarget =>
  base === null ? UNKNOWN : { units: Math.ceil(base / perUnit), base };

/** Terms are summed as a fraction of whole numbers and rounded up once: 1/3 + 2/3 is exactly 1. */
const perPupils = (terms: readonly PupilTerm[], school: School): SchoolTarget => {
  let numerator = 0;
  let denominator = 1;
  let base = 0;
  for (const { pupilsPerUnit, grades } of terms) {
    const pupils = grades === null ? school.pupils : pupilsInGrades(grades, school);
    if (pupils === null) return UNKNOWN;
    numerator = numerator * pupilsPerUnit + pupils * denominator;
    denominator *= pupilsPerUnit;
    base += pupils;
  }
  return base <= 0 ? UNKNOWN : { units: Math.ceil(numerator / denominator), base };
};

/** One missing grade makes the sum unknown. */
const pupilsInGrades = (grades: readonly string[], { pupilsByGrade }: School): number | null => {
  let sum = 0;
  for (const grade of grades) {
    const pupils = pupilsByGrade?.[grade];
    if (pupils === undefined) return null;
    sum += pupils;
  }
  return sum;
};
