import type { School } from '../inventory/school.ts';
import type { RequirementId } from '../shared/ids.ts';
import { ownValue } from '../shared/own-value.ts';
import type { PupilTerm, Requirement } from '../targets/target-profile.ts';

/** null = nicht berechenbar: a base that it needs is unknown. */
export type SchoolTarget = { readonly units: number | null; readonly base: number | null };

export const UNKNOWN_TARGET: SchoolTarget = { units: null, base: null };

/** A chain of a million each time would end at infinity, and every sum with it. */
const MOST_UNITS = Number.MAX_SAFE_INTEGER;

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
        if (units === null) return UNKNOWN_TARGET;
        base += units;
      }
      const units = Math.ceil((base * quantity.multiply) / quantity.divide);
      return { units: Math.min(units, MOST_UNITS), base };
    }
    case 'conditional': {
      const base = known(school[quantity.value]);
      return base === null ? UNKNOWN_TARGET : { units: base < quantity.below ? quantity.units : 0, base };
    }
    case 'per-seats':
      // parseProfile refuses it.
      throw new Error('seats of a school-wide requirement');
  }
};

const perBase = (base: number | null, perUnit: number): SchoolTarget =>
  base === null ? UNKNOWN_TARGET : { units: Math.ceil(base / perUnit), base };

/** Terms are summed as a fraction of whole numbers and rounded up once: 1/3 + 2/3 is exactly 1, however many terms there are. */
const perPupils = (terms: readonly PupilTerm[], school: School): SchoolTarget => {
  let numerator = 0n;
  let denominator = 1n;
  let base = 0;
  for (const { pupilsPerUnit, grades } of terms) {
    const pupils = grades === null ? school.pupils : pupilsInGrades(grades, school);
    if (pupils === null) return UNKNOWN_TARGET;
    const per = BigInt(pupilsPerUnit);
    // Half a pupil, stored by hand, asks for as much as a whole one.
    numerator = numerator * per + BigInt(Math.ceil(pupils)) * denominator;
    denominator *= per;
    base += pupils;
  }
  return base <= 0 ? UNKNOWN_TARGET : { units: roundedUp(numerator, denominator), base };
};

const roundedUp = (numerator: bigint, denominator: bigint): number =>
  Number(numerator / denominator) + (numerator % denominator > 0n ? 1 : 0);

/** One missing grade makes the sum unknown. */
const pupilsInGrades = (grades: readonly string[], { pupilsByGrade }: School): number | null => {
  let sum = 0;
  for (const grade of grades) {
    const pupils = ownValue(pupilsByGrade, grade);
    if (pupils === undefined) return null;
    sum += pupils;
  }
  return sum;
};
