import { fits } from '../gaps/requirements-in-force.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { SchoolType } from '../inventory/school.ts';
import { findContradictions, requirementFaults, type ProfileIssueCode } from './parse-profile.ts';
import { checkNumbers, checkQuantity } from './check-quantity.ts';
import type { StructureFault } from './structure-fault.ts';
import type { Requirement, TargetProfile } from './target-profile.ts';

/**
 * What is wrong (`error`: it cannot be saved) or doubtful (`hint`) about a requirement. `field` says where it is mended;
 * `names` are the ids or values that the sentence names.
 */
export type RequirementIssue = {
  readonly code: RequirementIssueCode;
  readonly severity: 'error' | 'hint';
  readonly field:
    | 'name'
    | 'categories'
    | 'appliesTo'
    | 'schoolTypes'
    | 'quantity'
    | 'stage'
    | 'dueYear'
    | 'group'
    | 'ladder'
    | 'waivedBy'
    | 'coveredBy'
    | 'basis';
  /** Ids of requirements, categories or room types, grades, or numbers as text; by the code. */
  readonly names: readonly string[];
  /** Only of `UNFIT`. */
  readonly fault?: StructureFault;
};

export type RequirementIssueCode =
  | 'NAME_MISSING'
  | 'CATEGORIES_MISSING'
  | 'ROOM_TYPES_MISSING'
  | 'BASES_MISSING'
  /** No profile can hold it: a text that is too long, an empty grade, too many terms. */
  | 'UNFIT'
  | 'NAMED_TWICE'
  | 'UNKNOWN_CATEGORY'
  | 'UNKNOWN_ROOM_TYPE'
  | 'UNKNOWN_GROUP'
  | 'UNKNOWN_REQUIREMENT'
  | 'UNKNOWN_STAGE'
  | 'QUANTITY_NEEDS_ROOM'
  | 'QUANTITY_NEEDS_SCHOOL'
  | 'CIRCULAR'
  | 'NUMBER_OUT_OF_RANGE'
  | 'NUMBER_ABSURD'
  | 'DEPENDS_ON_NOTHING_IN_FORCE'
  | 'BASE_UNKNOWN'
  | 'GRADES_UNKNOWN'
  | 'LADDER_STEP_DOUBLED'
  | 'LADDER_FALLS'
  | 'LADDER_MIXED'
  | 'SAME_GROUP'
  | 'SAME_CATEGORIES'
  | 'WAIVED_BY_ITSELF'
  | 'ONLY_FOR_ROOMS'
  | 'DUE_BEFORE_STAGE'
  | 'YEAR_ABSURD'
  | 'NO_ROOM_OF_TYPE'
  | 'OTHER_SCHOOL_TYPE'
  | 'SCHOOL_TYPE_UNKNOWN';

export type FindIssue = (
  code: RequirementIssueCode,
  severity: RequirementIssue['severity'],
  field: RequirementIssue['field'],
  names?: readonly string[],
) => void;

/** What `findContradictions` says of a requirement, and the field it is about. */
const CONTRADICTIONS: Partial<Record<ProfileIssueCode, RequirementIssueCode>> = {
  NAMED_TWICE: 'NAMED_TWICE',
  UNKNOWN_GROUP: 'UNKNOWN_GROUP',
  UNKNOWN_REQUIREMENT: 'UNKNOWN_REQUIREMENT',
  UNKNOWN_CATEGORY: 'UNKNOWN_CATEGORY',
  UNKNOWN_ROOM_TYPE: 'UNKNOWN_ROOM_TYPE',
  UNKNOWN_STAGE: 'UNKNOWN_STAGE',
  QUANTITY_NEEDS_ROOM: 'QUANTITY_NEEDS_ROOM',
  QUANTITY_NEEDS_SCHOOL: 'QUANTITY_NEEDS_SCHOOL',
  CIRCULAR: 'CIRCULAR',
};
const FIELDS: Readonly<Record<string, RequirementIssue['field']>> = {
  categories: 'categories',
  schoolTypes: 'schoolTypes',
  waivedBy: 'waivedBy',
  group: 'group',
  stage: 'stage',
  appliesTo: 'appliesTo',
  quantity: 'quantity',
};

/**
 * Holds an edited requirement against the profile that it belongs to and against this school.
 *
 * @param profile the one in force; an entry with the same id is the one before the edit and does not count
 * @returns errors first; empty = nothing to say
 */
export const checkRequirement = (
  requirement: Requirement,
  profile: TargetProfile,
  inventory: Inventory,
): readonly RequirementIssue[] => {
  const issues: RequirementIssue[] = [];
  const find: FindIssue = (code, severity, field, names = []) => {
    issues.push({ code, severity, field, names });
  };
  const others = profile.requirements.filter(({ id }) => id !== requirement.id);
  checkStructure(requirement, profile, others, find);
  checkNumbers(requirement, find);
  addUnfit(requirement, issues);
  // What cannot be compared with cannot be doubted either.
  if (issues.length > 0) return issues;
  checkQuantity(requirement, others, inventory, find);
  checkNeighbours(requirement, others, find);
  checkYear(requirement, profile, find);
  checkReach(requirement, inventory, find);
  return issues;
};

const checkStructure = (
  requirement: Requirement,
  profile: TargetProfile,
  others: readonly Requirement[],
  find: FindIssue,
): void => {
  const { name, categories, appliesTo, quantity, id } = requirement;
  if (name.trim() === '') find('NAME_MISSING', 'error', 'name');
  if (categories.length === 0) find('CATEGORIES_MISSING', 'error', 'categories');
  if (appliesTo.kind === 'rooms' && appliesTo.roomTypes.length === 0)
    find('ROOM_TYPES_MISSING', 'error', 'appliesTo');
  if (quantity.kind === 'dependent' && quantity.of.length === 0) find('BASES_MISSING', 'error', 'quantity');
  for (const { code, path, detail } of findContradictions({
    ...profile,
    requirements: [...others, requirement],
    standards: [],
    checks: [],
    figures: [],
    programmes: [],
  })) {
    const [list, entry, field = ''] = path;
    const known = CONTRADICTIONS[code];
    if (list === 'requirements' && entry === id && known !== undefined)
      find(known, 'error', FIELDS[field] ?? 'name', [detail]);
  }
};

/** What would be dropped when the change is read again. A field with an error of its own is not named twice. */
const addUnfit = (requirement: Requirement, issues: RequirementIssue[]): void => {
  for (const { path, fault } of requirementFaults(requirement)) {
    const [key = ''] = path;
    const field =
      key === 'name' || key === 'basis' || key === 'ladder' || key === 'dueYear' ? key : FIELDS[key];
    // A new target has no basis yet; it is missed when it comes to saving. Years have a check of their own.
    const isMissedLater = field === 'basis' && fault.kind === 'empty';
    if (field === undefined || field === 'dueYear' || isMissedLater) continue;
    if (!issues.some((issue) => issue.field === field))
      issues.push({ code: 'UNFIT', severity: 'error', field, names: [], fault });
  }
};

const shares = (left: readonly string[], right: readonly string[]): boolean =>
  left.some((id) => right.includes(id));
const sharesSchoolType = (left: Requirement, right: Requirement): boolean =>
  left.schoolTypes === null || right.schoolTypes === null || shares(left.schoolTypes, right.schoolTypes);
/** Room types in which both hold; the school as a whole counts as one place. */
const sharesPlace = ({ appliesTo: left }: Requirement, { appliesTo: right }: Requirement): boolean =>
  left.kind === 'school' || right.kind === 'school'
    ? left.kind === right.kind
    : shares(left.roomTypes, right.roomTypes);
const isSameSet = (left: readonly string[], right: readonly string[]): boolean =>
  left.every((id) => right.includes(id)) && right.every((id) => left.includes(id));

/** Overlap with other requirements, and steps of a ladder that do not fit each other. */
const checkNeighbours = (requirement: Requirement, others: readonly Requirement[], find: FindIssue): void => {
  const { ladder, waivedBy, coveredBy, appliesTo } = requirement;
  const near = others.filter((other) => sharesSchoolType(requirement, other));
  const steps = ladder === null ? [] : near.filter((other) => other.ladder === ladder);
  const mixed = steps.filter((other) => other.appliesTo.kind !== appliesTo.kind);
  if (mixed.length > 0) find('LADDER_MIXED', 'hint', 'ladder', idsOf(mixed));
  const doubled = steps.filter(
    (other) => other.stage === requirement.stage && sharesPlace(requirement, other),
  );
  if (doubled.length > 0) find('LADDER_STEP_DOUBLED', 'hint', 'ladder', idsOf(doubled));
  const falling = steps.filter((other) => falls(requirement, other));
  if (falling.length > 0) find('LADDER_FALLS', 'hint', 'ladder', idsOf(falling));

  const beside = near.filter(
    (other) => sharesPlace(requirement, other) && (ladder === null || other.ladder !== ladder),
  );
  const grouped = beside.filter(({ group }) => group === requirement.group);
  if (grouped.length > 0) find('SAME_GROUP', 'hint', 'group', idsOf(grouped));
  const alike = beside.filter(
    (other) =>
      other.group !== requirement.group &&
      // School-wide, tablets and a reserve of tablets are two wishes; only the very same choice is a slip.
      (appliesTo.kind === 'rooms'
        ? shares(other.categories, requirement.categories)
        : isSameSet(other.categories, requirement.categories)),
  );
  if (alike.length > 0) find('SAME_CATEGORIES', 'hint', 'categories', idsOf(alike));

  const own = waivedBy.filter((id) => requirement.categories.includes(id));
  if (own.length > 0) find('WAIVED_BY_ITSELF', 'error', 'waivedBy', own);
  if (appliesTo.kind === 'school' && (waivedBy.length > 0 || coveredBy !== null))
    find('ONLY_FOR_ROOMS', 'hint', waivedBy.length > 0 ? 'waivedBy' : 'coveredBy');
};

const idsOf = (requirements: readonly Requirement[]): readonly string[] => requirements.map(({ id }) => id);

/** The later step of a ladder asks for less than the earlier one, as far as both are counted the same way. */
const falls = (left: Requirement, right: Requirement): boolean => {
  if (left.stage === right.stage) return false;
  const [before, after] = left.stage < right.stage ? [left, right] : [right, left];
  const [less, more] = [shareOf(after), shareOf(before)];
  return less !== null && more !== null && less.of === more.of && less.units < more.units;
};

/** Units per one of what they are counted by. */
const shareOf = ({ quantity }: Requirement): { readonly of: string; readonly units: number } | null => {
  switch (quantity.kind) {
    case 'fixed':
      return { of: 'place', units: quantity.units };
    case 'per-seats':
      return { of: 'seats', units: quantity.multiply / quantity.divide };
    case 'per-pupils': {
      const [only, ...more] = quantity.terms;
      return only === undefined || more.length > 0
        ? null
        : { of: `pupils ${only.grades?.join(' ') ?? ''}`, units: 1 / only.pupilsPerUnit };
    }
    case 'per-teachers':
      return { of: 'teachers', units: 1 / quantity.teachersPerUnit };
    case 'per-classes':
      return { of: 'classes', units: 1 / quantity.classesPerUnit };
    case 'dependent':
    case 'conditional':
      return null;
  }
};

const YEARS = { first: 2000, last: 2100 };

const checkYear = ({ dueYear, stage }: Requirement, profile: TargetProfile, find: FindIssue): void => {
  if (dueYear === null) return;
  if (dueYear < YEARS.first || dueYear > YEARS.last)
    return find('YEAR_ABSURD', 'error', 'dueYear', [String(dueYear)]);
  const stageYear = profile.stages.find((entry) => entry.stage === stage)?.dueYear;
  if (stageYear !== undefined && dueYear < stageYear)
    find('DUE_BEFORE_STAGE', 'hint', 'dueYear', [String(dueYear), String(stageYear)]);
};

/** Whether this school has anything that it could hold for. */
const checkReach = (requirement: Requirement, { school, rooms }: Inventory, find: FindIssue): void => {
  const { appliesTo, schoolTypes } = requirement;
  if (schoolTypes !== null && !isForSchool(requirement, school.schoolType))
    find(
      school.schoolType === null ? 'SCHOOL_TYPE_UNKNOWN' : 'OTHER_SCHOOL_TYPE',
      'hint',
      'schoolTypes',
      schoolTypes,
    );
  if (appliesTo.kind === 'school' || rooms.length === 0) return;
  const there = new Set(rooms.flatMap(({ roomTypes }) => roomTypes));
  if (!appliesTo.roomTypes.some((id) => there.has(id)))
    find('NO_ROOM_OF_TYPE', 'hint', 'appliesTo', appliesTo.roomTypes);
};

const isForSchool = (requirement: Requirement, schoolType: SchoolType | null): boolean =>
  fits(requirement, requirement.stage, schoolType);
