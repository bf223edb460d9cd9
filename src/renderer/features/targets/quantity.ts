import type { PupilTerm, Quantity, Requirement, TargetProfile } from '#core/targets/target-profile.ts';

type Scope = Requirement['appliesTo']['kind'];

/** What a profile can ask for by place; see `findContradictions`. */
export const QUANTITY_KINDS: Readonly<Record<Scope, readonly Quantity['kind'][]>> = {
  rooms: ['fixed', 'per-seats'],
  school: ['fixed', 'per-pupils', 'per-teachers', 'per-classes', 'dependent', 'conditional'],
};

/** A quantity of another kind to start from; the units stay where they mean the same. */
export const quantityOfKind = (
  kind: Quantity['kind'],
  before: Quantity,
  profile: TargetProfile,
  ownId: string,
): Quantity => {
  const units = 'units' in before ? before.units : 1;
  switch (kind) {
    case 'fixed':
      return { kind, units };
    case 'per-seats':
      return { kind, multiply: 1, divide: 1, fallbackUnits: 24 };
    case 'per-pupils':
      return { kind, terms: [{ pupilsPerUnit: 5, grades: null }] };
    case 'per-teachers':
      return { kind, teachersPerUnit: 1 };
    case 'per-classes':
      return { kind, classesPerUnit: 1 };
    case 'dependent':
      return {
        kind,
        of: profile.requirements
          .filter(({ id }) => id !== ownId)
          .slice(0, 1)
          .map(({ id }) => id),
        multiply: 1,
        divide: 16,
      };
    case 'conditional':
      return { kind, value: 'bandwidthMbit', below: 50, units };
  }
};

/** Room or school; a quantity that the new place does not know becomes a fixed number. */
export const withScope = (
  requirement: Requirement,
  kind: Scope,
  profile: TargetProfile,
): Pick<Requirement, 'appliesTo' | 'quantity'> => {
  const { quantity } = requirement;
  return {
    appliesTo:
      kind === 'school' ? { kind } : { kind, roomTypes: profile.roomTypes.slice(0, 1).map(({ id }) => id) },
    quantity: QUANTITY_KINDS[kind].includes(quantity.kind)
      ? quantity
      : quantityOfKind('fixed', quantity, profile, requirement.id),
  };
};

/** `5, 6 und 8-10` → the grades, each once; empty = null, all of them. */
export const readGrades = (text: string): readonly string[] | null => {
  const grades = text
    .split(/[,;]|\s+und\s+/u)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      const range = /^(\d{1,2})\s*(?:-|–|bis)\s*(\d{1,2})$/u.exec(part);
      if (range === null) return [part];
      const [first, last] = [Number(range[1]), Number(range[2])];
      return first > last
        ? [part]
        : Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
    });
  return grades.length === 0 ? null : [...new Set(grades)];
};

export const gradesText = ({ grades }: PupilTerm): string => grades?.join(', ') ?? '';
