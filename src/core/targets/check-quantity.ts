import type { Inventory } from '../inventory/inventory.ts';
import type { School } from '../inventory/school.ts';
import { ownValue } from '../shared/own-value.ts';
import type { FindIssue } from './check-requirement.ts';
import { PROFILE_LIMITS } from './profile-limits.ts';
import type { PupilTerm, Requirement } from './target-profile.ts';

/** What is above is more likely a slip of the finger than a plan; it can be saved all the same. */
const PLAUSIBLE = { unitsPerRoom: 60, unitsPerSeat: 3, unitsPerSchool: 5000, unitsPerPupil: 3 };

/** Numbers that no profile may hold, each with the least and the most that it may. */
export const checkNumbers = (requirement: Requirement, find: FindIssue): void => {
  for (const { value, least, most } of numbersOf(requirement))
    if (!Number.isSafeInteger(value) || value < least || value > most)
      find('NUMBER_OUT_OF_RANGE', 'error', 'quantity', [value, least, most].map(String));
};

/** Numbers that can hardly be, and what the school has not told yet. */
export const checkQuantity = (
  requirement: Requirement,
  others: readonly Requirement[],
  { school }: Inventory,
  find: FindIssue,
): void => {
  const { quantity } = requirement;
  const absurd = absurdNumber(requirement, school);
  if (absurd !== null) find('NUMBER_ABSURD', 'hint', 'quantity', [String(absurd)]);
  if (quantity.kind === 'per-pupils') checkPupils(quantity.terms, school, find);
  const base = baseOf(requirement);
  if (base !== null && isUnknown(school[base])) find('BASE_UNKNOWN', 'hint', 'quantity', [base]);
  if (quantity.kind === 'dependent') {
    const named = others.filter(({ id }) => quantity.of.includes(id));
    const isInForce = (other: Requirement): boolean =>
      other.stage <= requirement.stage &&
      (other.schoolTypes === null ||
        requirement.schoolTypes === null ||
        other.schoolTypes.some((type) => requirement.schoolTypes?.includes(type)));
    if (!named.some(isInForce)) find('DEPENDS_ON_NOTHING_IN_FORCE', 'hint', 'quantity', quantity.of);
  }
};

/** As in the comparison: an empty field is often saved as 0. */
const isUnknown = (value: number | null): boolean => value === null || value <= 0;

const baseOf = ({ quantity }: Requirement): 'pupils' | 'teachers' | 'classes' | 'bandwidthMbit' | null => {
  switch (quantity.kind) {
    case 'per-pupils':
      return quantity.terms.some(({ grades }) => grades === null) ? 'pupils' : null;
    case 'per-teachers':
      return 'teachers';
    case 'per-classes':
      return 'classes';
    case 'conditional':
      return quantity.value;
    default:
      return null;
  }
};

/** One missing grade makes the target incalculable. */
const checkPupils = (terms: readonly PupilTerm[], { pupilsByGrade }: School, find: FindIssue): void => {
  const missing = terms
    .flatMap(({ grades }) => grades ?? [])
    .filter((grade) => ownValue(pupilsByGrade, grade) === undefined);
  if (missing.length > 0) find('GRADES_UNKNOWN', 'hint', 'quantity', [...new Set(missing)]);
};

type BoundedNumber = { readonly value: number; readonly least: number; readonly most: number };

const numbersOf = ({ quantity }: Requirement): readonly BoundedNumber[] => {
  const ratios = (...values: readonly number[]): readonly BoundedNumber[] =>
    values.map((value) => ({ value, least: 1, most: PROFILE_LIMITS.ratio }));
  const units = (value: number, least = 1): BoundedNumber => ({ value, least, most: PROFILE_LIMITS.units });
  switch (quantity.kind) {
    case 'fixed':
      return [units(quantity.units)];
    case 'per-seats':
      return [...ratios(quantity.multiply, quantity.divide), units(quantity.fallbackUnits, 0)];
    case 'per-pupils':
      return ratios(...quantity.terms.map(({ pupilsPerUnit }) => pupilsPerUnit));
    case 'per-teachers':
      return ratios(quantity.teachersPerUnit);
    case 'per-classes':
      return ratios(quantity.classesPerUnit);
    case 'dependent':
      return ratios(quantity.multiply, quantity.divide);
    case 'conditional':
      return [...ratios(quantity.below), units(quantity.units)];
  }
};

/** The number that is out of all proportion; null = none. */
const absurdNumber = ({ quantity, appliesTo }: Requirement, school: School): number | null => {
  const above = (value: number, most: number): number | null => (value > most ? value : null);
  switch (quantity.kind) {
    case 'fixed':
    case 'conditional':
      return above(
        quantity.units,
        appliesTo.kind === 'rooms'
          ? PLAUSIBLE.unitsPerRoom
          : isUnknown(school.pupils)
            ? PLAUSIBLE.unitsPerSchool
            : (school.pupils ?? 0) * PLAUSIBLE.unitsPerPupil,
      );
    case 'per-seats':
      return quantity.multiply > quantity.divide * PLAUSIBLE.unitsPerSeat
        ? quantity.multiply
        : above(quantity.fallbackUnits, PLAUSIBLE.unitsPerRoom);
    case 'per-pupils':
      // One unit for more pupils than there are is one unit for the school, written in a roundabout way.
      return isUnknown(school.pupils)
        ? null
        : (quantity.terms.find(({ pupilsPerUnit }) => pupilsPerUnit > (school.pupils ?? 0))?.pupilsPerUnit ??
            null);
    case 'per-teachers':
      return isUnknown(school.teachers) ? null : above(quantity.teachersPerUnit, school.teachers ?? 0);
    case 'per-classes':
      return isUnknown(school.classes) ? null : above(quantity.classesPerUnit, school.classes ?? 0);
    case 'dependent':
      return above(quantity.multiply, quantity.divide * PLAUSIBLE.unitsPerSeat);
  }
};
