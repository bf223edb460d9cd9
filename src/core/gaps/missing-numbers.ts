import type { School } from '../inventory/school.ts';
import type { RequirementId } from '../shared/ids.ts';
import { ownValue } from '../shared/own-value.ts';
import type { Check, PupilTerm, Requirement, TargetProfile } from '../targets/target-profile.ts';
import type { GapAnalysis } from './gap-analysis.ts';

/** A number of the school that somebody can enter; `grade` only of `pupilsByGrade`. */
export type SchoolNumber = {
  readonly field: 'pupils' | 'pupilsByGrade' | 'teachers' | 'classes' | 'bandwidthMbit';
  readonly grade: string | null;
};

/** Of something not computable: each number whose entry makes it so, each once. Empty where no number of the school would. */
export type MissingNumbers = {
  readonly byRequirement: ReadonlyMap<RequirementId, readonly SchoolNumber[]>;
  readonly byCheck: ReadonlyMap<string, readonly SchoolNumber[]>;
  /** All of them, by requirements, then checks. */
  readonly all: readonly SchoolNumber[];
};

/** Why targets and checks of the school as a whole are „nicht berechenbar“. */
export const missingNumbers = (
  { school: lines, checks: results }: Pick<GapAnalysis, 'school' | 'checks'>,
  profile: TargetProfile,
  school: School,
): MissingNumbers => {
  const requirements = new Map(profile.requirements.map((requirement) => [requirement.id, requirement]));
  const checks = new Map(profile.checks.map((check) => [check.id, check]));
  const unknown = new Set(
    lines.filter(({ target }) => target === null).map(({ requirementId }) => requirementId),
  );
  /** Its own, or those of all that it depends on, each looked at once: chains are long and meet again in a stranger's profile. */
  const ofRequirement = (wanted: RequirementId): readonly SchoolNumber[] => {
    const numbers: SchoolNumber[] = [];
    const passed = new Set<RequirementId>();
    const open = [wanted];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const requirement = requirements.get(id);
      if (requirement === undefined || !unknown.has(id) || passed.has(id)) continue;
      passed.add(id);
      const { quantity } = requirement;
      if (quantity.kind === 'dependent') open.push(...quantity.of.toReversed());
      else numbers.push(...ownNumbers(requirement, school));
    }
    return distinct(numbers);
  };
  const byRequirement = new Map([...unknown].map((id) => [id, ofRequirement(id)]));
  const byCheck = new Map(
    results
      .filter(({ met }) => met === null)
      .map(({ checkId }) => [checkId, numbersOfCheck(checks.get(checkId), school)]),
  );
  return {
    byRequirement,
    byCheck,
    all: distinct([...byRequirement.values(), ...byCheck.values()].flat()),
  };
};

/** 0 counts as unknown, as in the comparison. */
const isKnown = (value: number | null): boolean => value !== null && value > 0;

const number = (field: Exclude<SchoolNumber['field'], 'pupilsByGrade'>): SchoolNumber => ({
  field,
  grade: null,
});

const ownNumbers = ({ quantity }: Requirement, school: School): readonly SchoolNumber[] => {
  switch (quantity.kind) {
    case 'per-pupils':
      return pupilNumbers(quantity.terms, school);
    case 'per-teachers':
      return [number('teachers')];
    case 'per-classes':
      return [number('classes')];
    case 'conditional':
      return [number(quantity.value)];
    default:
      return [];
  }
};

/** What is not entered at all; where everything is, but as 0, all of it. */
const pupilNumbers = (terms: readonly PupilTerm[], school: School): readonly SchoolNumber[] => {
  const asked = terms.flatMap(({ grades }): readonly SchoolNumber[] =>
    grades === null ? [number('pupils')] : grades.map((grade) => ({ field: 'pupilsByGrade', grade })),
  );
  const absent = asked.filter(
    ({ grade }) =>
      (grade === null ? school.pupils : (ownValue(school.pupilsByGrade, grade) ?? null)) === null,
  );
  return absent.length > 0 ? absent : asked;
};

const numbersOfCheck = (check: Check | undefined, school: School): readonly SchoolNumber[] => {
  if (check?.kind === 'bandwidth')
    return [
      ...(isKnown(school.bandwidthMbit) ? [] : [number('bandwidthMbit')]),
      ...(check.perPupil === null || isKnown(school.pupils) ? [] : [number('pupils')]),
    ];
  return check?.kind === 'room-count' && check.classesPerRoom !== null && !isKnown(school.classes)
    ? [number('classes')]
    : [];
};

const distinct = (numbers: readonly SchoolNumber[]): readonly SchoolNumber[] => [
  ...new Map(numbers.map((entry) => [`${entry.field} ${entry.grade ?? ''}`, entry])).values(),
];
