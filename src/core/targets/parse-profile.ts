import { z } from 'zod';
import { SCHOOL_TYPES } from '../inventory/school.ts';
import { isIsoDate } from '../shared/iso-date.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { OwnChange, ProfileEntry, ProfileList } from './own-changes.ts';
import {
  CATEGORY_KINDS,
  ORIGINS,
  PRIORITIES,
  SCOPES,
  type Requirement,
  type TargetProfile,
} from './target-profile.ts';

/** What is wrong with a profile file. `STRUCTURE`: a field is missing or of the wrong kind; the rest are contradictions. */
export const PROFILE_ISSUE_CODES = [
  'STRUCTURE',
  'NEWER_FORMAT',
  'DOUBLED_ID',
  'UNKNOWN_CATEGORY',
  'UNKNOWN_ROOM_TYPE',
  'UNKNOWN_GROUP',
  'UNKNOWN_REQUIREMENT',
  'UNKNOWN_STAGE',
  'STAGES_NOT_ASCENDING',
  'QUANTITY_NEEDS_ROOM',
  'QUANTITY_NEEDS_SCHOOL',
  'CIRCULAR',
] as const;
export type ProfileIssueCode = (typeof PROFILE_ISSUE_CODES)[number];

export type ProfileIssue = {
  readonly code: ProfileIssueCode;
  /** From outside in, with the id of the entry where it has one: `['requirements', 'Q5', 'quantity']`. */
  readonly path: readonly string[];
  /** The offending value, or what was expected; for the German sentence. */
  readonly detail: string;
};

const id = z.string().min(1).max(60);
const text = z.string().min(1).max(2000);
const positive = z.int().positive().max(1_000_000);
const origin = z.enum(ORIGINS);
const schoolTypes = z.array(z.enum(SCHOOL_TYPES)).min(1).nullable();
const provenance = { basis: text, origin };

const quantity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), units: positive }),
  z.strictObject({
    kind: z.literal('per-seats'),
    multiply: positive,
    divide: positive,
    fallbackUnits: z.int().nonnegative().max(10_000),
  }),
  z.strictObject({
    kind: z.literal('per-pupils'),
    terms: z.array(z.strictObject({ pupilsPerUnit: positive, grades: z.array(id).min(1).nullable() })).min(1),
  }),
  z.strictObject({ kind: z.literal('per-teachers'), teachersPerUnit: positive }),
  z.strictObject({ kind: z.literal('per-classes'), classesPerUnit: positive }),
  z.strictObject({
    kind: z.literal('dependent'),
    of: z.array(id).min(1),
    multiply: positive,
    divide: positive,
  }),
  z.strictObject({
    kind: z.literal('conditional'),
    value: z.literal('bandwidthMbit'),
    below: positive,
    units: positive,
  }),
]);

const requirement = z.strictObject({
  id,
  name: text,
  categories: z.array(id).min(1),
  appliesTo: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rooms'), roomTypes: z.array(id).min(1) }),
    z.strictObject({ kind: z.literal('school') }),
  ]),
  schoolTypes,
  quantity,
  priority: z.enum(PRIORITIES),
  stage: positive,
  dueYear: z.int().nullable(),
  ladder: id.nullable(),
  group: id,
  waivedBy: z.array(id),
  coveredBy: z.enum(['lan-sockets', 'power-groups', 'wlan-full']).nullable(),
  ...provenance,
});

const checkBase = {
  id,
  name: text,
  schoolTypes,
  stage: positive,
  dueYear: z.int().nullable(),
  ladder: id.nullable(),
  ...provenance,
};
const check = z.discriminatedUnion('kind', [
  z.strictObject({
    ...checkBase,
    kind: z.literal('bandwidth'),
    atLeast: z.int().nonnegative(),
    perPupil: z.strictObject({ multiply: positive, divide: positive }).nullable(),
  }),
  z.strictObject({
    ...checkBase,
    kind: z.literal('room-share'),
    roomTypes: z.array(id).min(1),
    has: z.enum(['wlan', 'lan']),
    wanted: z.number().min(0).max(1),
  }),
  z.strictObject({
    ...checkBase,
    kind: z.literal('room-count'),
    roomTypes: z.array(id).min(1),
    atLeast: z.int().nonnegative(),
    classesPerRoom: positive.nullable(),
    orUnits: z.strictObject({ categories: z.array(id).min(1), units: positive }).nullable(),
  }),
]);

const figureBase = { id, name: text, schoolTypes, ...provenance };
const figure = z.discriminatedUnion('kind', [
  z.strictObject({ ...figureBase, kind: z.literal('constant'), value: z.number(), unit: z.string() }),
  z.strictObject({
    ...figureBase,
    kind: z.literal('units-per'),
    categories: z.array(id).min(1),
    divide: positive,
    unit: z.string(),
  }),
  z.strictObject({ ...figureBase, kind: z.literal('per-pupil-cents'), cents: z.int(), unit: z.string() }),
]);

const programme = z.strictObject({
  id,
  name: text,
  categories: z.array(id).min(1),
  maxPerSchoolCents: z.int().nonnegative().nullable(),
  maxPercentOfAuthority: z.number().min(0).max(100).nullable(),
  fromYear: z.int().nullable(),
  untilYear: z.int().nullable(),
  earmarkYears: positive.nullable(),
  ...provenance,
});

export const deviceCategorySchema = z.strictObject({
  id,
  name: text,
  shortName: text,
  kind: z.enum(CATEGORY_KINDS),
  serviceLifeYears: positive,
  guidePriceCents: z.int().nonnegative(),
  minimumFeatures: z.string().nullable(),
  movable: z.boolean(),
  piecesPerUnit: positive.nullable(),
  ...provenance,
});

/** One entry of each list, for what keeps single entries: the changes that a school makes. */
const entrySchemas = {
  stages: z.strictObject({ stage: positive, name: text, dueYear: z.int() }),
  categories: deviceCategorySchema,
  roomTypes: z.strictObject({ id, name: text, scope: z.enum(SCOPES) }),
  groups: z.strictObject({ id, name: text, shortName: text }),
  requirements: requirement,
  standards: z.strictObject({
    id,
    name: text,
    roomTypes: z.array(id).min(1),
    parts: z.array(z.strictObject({ group: id, replaceableBy: id.nullable() })).min(1),
    ...provenance,
  }),
  checks: check,
  figures: figure,
  programmes: programme,
};

const profileSchema = z.strictObject({
  formatVersion: z.literal(1),
  id,
  edition: id,
  title: text,
  note: z.string().max(2000),
  issuedOn: z.string().refine(isIsoDate),
  origin,
  stages: z.array(entrySchemas.stages).min(1),
  categories: z.array(entrySchemas.categories),
  roomTypes: z.array(entrySchemas.roomTypes),
  groups: z.array(entrySchemas.groups),
  requirements: z.array(entrySchemas.requirements),
  standards: z.array(entrySchemas.standards),
  checks: z.array(entrySchemas.checks),
  figures: z.array(entrySchemas.figures),
  // Not in files of the first editions.
  programmes: z.array(entrySchemas.programmes).default([]),
});

const ownChange = <List extends ProfileList>(list: List) => {
  // List and entry belong together, which the compiler does not follow through the lookup.
  const entry = entrySchemas[list] as unknown as z.ZodType<ProfileEntry<List>>;
  return z.strictObject({
    list: z.literal(list),
    id,
    issued: entry.nullable(),
    own: entry.nullable(),
    reason: z.string().max(2000),
    changedOn: z.string().refine(isIsoDate),
  });
};

/** One change of the school to a profile, as it is stored; what is typed by hand is checked by the same rules. */
export const ownChangeSchema: z.ZodType<OwnChange> = z.discriminatedUnion('list', [
  ownChange('stages'),
  ownChange('categories'),
  ownChange('roomTypes'),
  ownChange('groups'),
  ownChange('requirements'),
  ownChange('standards'),
  ownChange('checks'),
  ownChange('figures'),
  ownChange('programmes'),
]);

/**
 * Checks what was read from a profile file (`resources/profiles/*.json`, or one taken in by the user).
 *
 * @param value parsed JSON of any shape
 * @returns the profile, or everything that is wrong with it: first the structure, and only when that fits the references
 */
export const parseProfile = (value: unknown): Result<TargetProfile, readonly ProfileIssue[]> => {
  const version: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'formatVersion') : null;
  if (typeof version === 'number' && version > 1)
    return failed([{ code: 'NEWER_FORMAT', path: ['formatVersion'], detail: String(version) }]);
  const parsed = profileSchema.safeParse(value);
  if (!parsed.success)
    return failed(
      parsed.error.issues.map((issue) => ({
        code: 'STRUCTURE',
        path: namedPath(value, issue.path.map(String)),
        detail: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.message,
      })),
    );
  const issues = findContradictions(parsed.data);
  return issues.length === 0 ? ok(parsed.data) : failed(issues);
};

/** `['requirements', '17', 'quantity']` with the entry's id instead of its place, where it has one. */
const namedPath = (root: unknown, path: readonly string[]): readonly string[] => {
  let at: unknown = root;
  return path.map((key) => {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    const entryId: unknown = typeof at === 'object' && at !== null ? Reflect.get(at, 'id') : undefined;
    return typeof entryId === 'string' && /^\d+$/.test(key) ? entryId : key;
  });
};

/** What a structure alone cannot say: ids that name nothing, twice the same id, quantities that cannot be computed. Empty = the profile can be compared with. */
export const findContradictions = (profile: TargetProfile): readonly ProfileIssue[] => {
  const issues: ProfileIssue[] = [];
  const report = (code: ProfileIssueCode, path: readonly string[], detail: string): void => {
    issues.push({ code, path, detail });
  };
  const known = {
    categories: idsOf(profile.categories),
    roomTypes: idsOf(profile.roomTypes),
    groups: idsOf(profile.groups),
    requirements: idsOf(profile.requirements),
    stages: new Set(profile.stages.map(({ stage }) => stage)),
  };
  const wantKnown = (
    ids: readonly string[],
    set: ReadonlySet<string>,
    code: ProfileIssueCode,
    path: readonly string[],
  ): void => {
    for (const name of ids) if (!set.has(name)) report(code, path, name);
  };

  for (const list of [
    'categories',
    'roomTypes',
    'groups',
    'requirements',
    'standards',
    'checks',
    'figures',
    'programmes',
  ] as const) {
    const seen = new Set<string>();
    for (const entry of profile[list]) {
      if (seen.has(entry.id)) report('DOUBLED_ID', [list, entry.id], entry.id);
      seen.add(entry.id);
    }
  }
  profile.stages.forEach(({ stage }, index) => {
    const previous = profile.stages[index - 1];
    if (previous !== undefined && previous.stage >= stage)
      report('STAGES_NOT_ASCENDING', ['stages'], String(stage));
  });
  for (const entry of profile.requirements) {
    const path = ['requirements', entry.id];
    wantKnown(entry.categories, known.categories, 'UNKNOWN_CATEGORY', [...path, 'categories']);
    wantKnown(entry.waivedBy, known.categories, 'UNKNOWN_CATEGORY', [...path, 'waivedBy']);
    wantKnown([entry.group], known.groups, 'UNKNOWN_GROUP', [...path, 'group']);
    if (!known.stages.has(entry.stage)) report('UNKNOWN_STAGE', [...path, 'stage'], String(entry.stage));
    const { appliesTo, quantity: wanted } = entry;
    if (appliesTo.kind === 'rooms') {
      wantKnown(appliesTo.roomTypes, known.roomTypes, 'UNKNOWN_ROOM_TYPE', [...path, 'appliesTo']);
      if (wanted.kind !== 'fixed' && wanted.kind !== 'per-seats')
        report('QUANTITY_NEEDS_SCHOOL', [...path, 'quantity'], wanted.kind);
    } else if (wanted.kind === 'per-seats') report('QUANTITY_NEEDS_ROOM', [...path, 'quantity'], wanted.kind);
    if (wanted.kind === 'dependent')
      wantKnown(wanted.of, known.requirements, 'UNKNOWN_REQUIREMENT', [...path, 'quantity']);
  }
  for (const standard of profile.standards) {
    const path = ['standards', standard.id];
    wantKnown(standard.roomTypes, known.roomTypes, 'UNKNOWN_ROOM_TYPE', [...path, 'roomTypes']);
    for (const part of standard.parts) {
      wantKnown([part.group], known.groups, 'UNKNOWN_GROUP', [...path, 'parts']);
      if (part.replaceableBy !== null)
        wantKnown([part.replaceableBy], known.requirements, 'UNKNOWN_REQUIREMENT', [...path, 'parts']);
    }
  }
  for (const entry of profile.checks) {
    const path = ['checks', entry.id];
    if (!known.stages.has(entry.stage)) report('UNKNOWN_STAGE', [...path, 'stage'], String(entry.stage));
    if (entry.kind !== 'bandwidth')
      wantKnown(entry.roomTypes, known.roomTypes, 'UNKNOWN_ROOM_TYPE', [...path, 'roomTypes']);
    if (entry.kind === 'room-count')
      wantKnown(entry.orUnits?.categories ?? [], known.categories, 'UNKNOWN_CATEGORY', [...path, 'orUnits']);
  }
  for (const entry of profile.figures)
    if (entry.kind === 'units-per')
      wantKnown(entry.categories, known.categories, 'UNKNOWN_CATEGORY', ['figures', entry.id, 'categories']);
  for (const entry of profile.programmes)
    wantKnown(entry.categories, known.categories, 'UNKNOWN_CATEGORY', ['programmes', entry.id, 'categories']);
  for (const circle of findCircles(profile.requirements))
    report('CIRCULAR', ['requirements', circle, 'quantity'], circle);
  return issues;
};

const idsOf = (entries: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(entries.map((entry) => entry.id));

/** Requirements whose dependent quantity leads back to themselves. */
const findCircles = (requirements: readonly Requirement[]): readonly string[] => {
  const byId = new Map(requirements.map((entry) => [entry.id, entry]));
  const leadsTo = (from: string, wanted: string, seen: Set<string>): boolean => {
    const entry = byId.get(from);
    if (entry?.quantity.kind !== 'dependent') return false;
    return entry.quantity.of.some((next) => {
      if (next === wanted) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return leadsTo(next, wanted, seen);
    });
  };
  return requirements.filter(({ id: own }) => leadsTo(own, own, new Set())).map(({ id: own }) => own);
};
