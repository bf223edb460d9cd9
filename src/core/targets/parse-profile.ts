import { z } from '../shared/zod.ts';
import { SCHOOL_TYPES } from '../inventory/school.ts';
import { isIsoDate } from '../shared/iso-date.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { findCircles } from './find-circles.ts';
import { findDoubles } from './find-doubles.ts';
import type { OwnChange, ProfileEntry, ProfileList } from './own-changes.ts';
import { PROFILE_LIMITS as LIMITS } from './profile-limits.ts';
import { structureFaultOf, type StructureFault } from './structure-fault.ts';
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
  'NAMED_TWICE',
  'UNKNOWN_CATEGORY',
  'UNKNOWN_ROOM_TYPE',
  'UNKNOWN_GROUP',
  'UNKNOWN_REQUIREMENT',
  'UNKNOWN_STAGE',
  'STAGES_NOT_ASCENDING',
  'QUANTITY_NEEDS_ROOM',
  'QUANTITY_NEEDS_SCHOOL',
  'CIRCULAR',
  'UNREACHABLE',
] as const;
export type ProfileIssueCode = (typeof PROFILE_ISSUE_CODES)[number];

export type ProfileIssue = {
  readonly code: ProfileIssueCode;
  /** From outside in, with the id of the entry where it has one: `['requirements', 'Q5', 'quantity']`. */
  readonly path: readonly string[];
  /** The offending value, or what was expected; for the German sentence. */
  readonly detail: string;
  /** Only for `STRUCTURE`: what is wrong with the field. */
  readonly fault?: StructureFault;
};

const id = z.string().min(1).max(LIMITS.idLength);
const text = z.string().min(1).max(LIMITS.textLength);
const count = z.int().positive().max(LIMITS.units);
const ratio = z.int().positive().max(LIMITS.ratio);
const cents = z.int().nonnegative().max(LIMITS.priceCents);
const year = z.int().min(LIMITS.firstYear).max(LIMITS.lastYear);
const years = z.int().positive().max(LIMITS.years);
const stageNumber = z.int().positive().max(LIMITS.stages);
const unit = z.string().max(LIMITS.idLength);
const ids = z.array(id).max(LIMITS.entries);
const someIds = ids.min(1);
const origin = z.enum(ORIGINS);
const schoolTypes = z.array(z.enum(SCHOOL_TYPES)).min(1).nullable();
const provenance = { basis: text, origin };

const quantity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), units: count }),
  z.strictObject({
    kind: z.literal('per-seats'),
    multiply: ratio,
    divide: ratio,
    fallbackUnits: z.int().nonnegative().max(LIMITS.units),
  }),
  z.strictObject({
    kind: z.literal('per-pupils'),
    terms: z
      .array(z.strictObject({ pupilsPerUnit: ratio, grades: someIds.max(LIMITS.grades).nullable() }))
      .min(1)
      .max(LIMITS.grades),
  }),
  z.strictObject({ kind: z.literal('per-teachers'), teachersPerUnit: ratio }),
  z.strictObject({ kind: z.literal('per-classes'), classesPerUnit: ratio }),
  z.strictObject({
    kind: z.literal('dependent'),
    of: someIds,
    multiply: ratio,
    divide: ratio,
  }),
  z.strictObject({
    kind: z.literal('conditional'),
    value: z.literal('bandwidthMbit'),
    below: ratio,
    units: count,
  }),
]);

const requirement = z.strictObject({
  id,
  name: text,
  categories: someIds,
  appliesTo: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rooms'), roomTypes: someIds }),
    z.strictObject({ kind: z.literal('school') }),
  ]),
  schoolTypes,
  quantity,
  priority: z.enum(PRIORITIES),
  stage: stageNumber,
  dueYear: year.nullable(),
  ladder: id.nullable(),
  group: id,
  waivedBy: ids,
  coveredBy: z.enum(['lan-sockets', 'power-groups', 'wlan-full']).nullable(),
  ...provenance,
});

const checkBase = {
  id,
  name: text,
  schoolTypes,
  stage: stageNumber,
  dueYear: year.nullable(),
  ladder: id.nullable(),
  ...provenance,
};
const check = z.discriminatedUnion('kind', [
  z.strictObject({
    ...checkBase,
    kind: z.literal('bandwidth'),
    atLeast: z.int().nonnegative().max(LIMITS.ratio),
    perPupil: z.strictObject({ multiply: ratio, divide: ratio }).nullable(),
  }),
  z.strictObject({
    ...checkBase,
    kind: z.literal('room-share'),
    roomTypes: someIds,
    has: z.enum(['wlan', 'lan']),
    wanted: z.number().min(0).max(1),
  }),
  z.strictObject({
    ...checkBase,
    kind: z.literal('room-count'),
    roomTypes: someIds,
    atLeast: z.int().nonnegative().max(LIMITS.units),
    classesPerRoom: ratio.nullable(),
    orUnits: z.strictObject({ categories: someIds, units: count }).nullable(),
  }),
]);

const figureBase = { id, name: text, schoolTypes, ...provenance };
const figure = z.discriminatedUnion('kind', [
  z.strictObject({
    ...figureBase,
    kind: z.literal('constant'),
    value: z.number().min(-LIMITS.value).max(LIMITS.value),
    unit,
  }),
  z.strictObject({
    ...figureBase,
    kind: z.literal('units-per'),
    categories: someIds,
    divide: ratio,
    unit,
  }),
  z.strictObject({ ...figureBase, kind: z.literal('per-pupil-cents'), cents, unit }),
]);

const programme = z.strictObject({
  id,
  name: text,
  categories: someIds,
  maxPerSchoolCents: z.int().nonnegative().max(LIMITS.programmeCents).nullable(),
  maxPercentOfAuthority: z.number().min(0).max(100).nullable(),
  fromYear: year.nullable(),
  untilYear: year.nullable(),
  earmarkYears: years.nullable(),
  ...provenance,
});

export const deviceCategorySchema = z.strictObject({
  id,
  name: text,
  shortName: text,
  kind: z.enum(CATEGORY_KINDS),
  serviceLifeYears: years,
  guidePriceCents: cents,
  minimumFeatures: z.string().max(LIMITS.textLength).nullable(),
  movable: z.boolean(),
  piecesPerUnit: count.nullable(),
  ...provenance,
});

/** One entry of each list, for what keeps single entries: the changes that a school makes. */
const entrySchemas = {
  stages: z.strictObject({ stage: stageNumber, name: text, dueYear: year }),
  categories: deviceCategorySchema,
  roomTypes: z.strictObject({ id, name: text, scope: z.enum(SCOPES) }),
  groups: z.strictObject({ id, name: text, shortName: text }),
  requirements: requirement,
  standards: z.strictObject({
    id,
    name: text,
    roomTypes: someIds,
    parts: z
      .array(z.strictObject({ group: id, replaceableBy: id.nullable() }))
      .min(1)
      .max(LIMITS.entries),
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
  note: z.string().max(LIMITS.textLength),
  issuedOn: z.string().refine(isIsoDate),
  origin,
  stages: z.array(entrySchemas.stages).min(1).max(LIMITS.stages),
  categories: z.array(entrySchemas.categories).max(LIMITS.entries),
  roomTypes: z.array(entrySchemas.roomTypes).max(LIMITS.entries),
  groups: z.array(entrySchemas.groups).max(LIMITS.entries),
  requirements: z.array(entrySchemas.requirements).max(LIMITS.entries),
  standards: z.array(entrySchemas.standards).max(LIMITS.entries),
  checks: z.array(entrySchemas.checks).max(LIMITS.entries),
  figures: z.array(entrySchemas.figures).max(LIMITS.entries),
  // Not in files of the first editions.
  programmes: z.array(entrySchemas.programmes).max(LIMITS.entries).default([]),
});

const ownChange = <List extends ProfileList>(list: List) => {
  // List and entry belong together, which the compiler does not follow through the lookup.
  const entry = entrySchemas[list] as unknown as z.ZodType<ProfileEntry<List>>;
  return (
    z
      .strictObject({
        list: z.literal(list),
        id,
        issued: entry.nullable(),
        own: entry.nullable(),
        reason: z.string().max(LIMITS.textLength),
        changedOn: z.string().refine(isIsoDate),
      })
      // An entry of another id would stand in the profile without the change being found for it.
      .refine((change) => isOfEntry(change.id, change.issued) && isOfEntry(change.id, change.own))
  );
};

const isOfEntry = (wanted: string, entry: ProfileEntry | null): boolean =>
  entry === null || ('id' in entry ? entry.id : String(entry.stage)) === wanted;

/** What keeps a requirement from any profile, apart from the other entries: texts too long, numbers out of bounds. Empty = it fits. */
export const requirementFaults = (
  value: Requirement,
): readonly { readonly path: readonly string[]; readonly fault: StructureFault }[] =>
  requirement.safeParse(value).error?.issues.map((issue) => ({
    path: issue.path.map(String),
    fault: structureFaultOf(issue, value),
  })) ?? [];

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
        fault: structureFaultOf(issue, value),
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

/** What a structure alone cannot say: ids that name nothing, twice the same id or name, quantities that cannot be computed. Empty = the profile can be compared with. */
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
  for (const { path, name } of findDoubles(profile)) report('NAMED_TWICE', path, name);
  for (const circle of findCircles(dependencies(profile)))
    report('CIRCULAR', ['requirements', circle, 'quantity'], circle);
  for (const name of findUnreachable(profile))
    report('UNREACHABLE', ['requirements', name, 'quantity'], name);
  return issues;
};

const idsOf = (entries: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(entries.map((entry) => entry.id));

const dependencies = ({ requirements }: TargetProfile): ReadonlyMap<string, readonly string[]> =>
  new Map(
    requirements.map(({ id: own, quantity }) => [own, quantity.kind === 'dependent' ? quantity.of : []]),
  );

/** Dependent quantities that no school could ever compute: all they depend on holds for other school types only. */
const findUnreachable = ({ requirements }: TargetProfile): readonly string[] => {
  const byId = new Map(requirements.map((entry) => [entry.id, entry]));
  return requirements
    .filter(({ quantity, schoolTypes: own }) => {
      if (quantity.kind !== 'dependent' || own === null) return false;
      const named = quantity.of.flatMap((name) => byId.get(name) ?? []);
      const isApart = named.every(
        ({ schoolTypes: others }) => others !== null && !others.some((type) => own.includes(type)),
      );
      return named.length > 0 && isApart;
    })
    .map(({ id: own }) => own);
};
