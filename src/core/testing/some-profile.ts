import fc from 'fast-check';
import { SCHOOL_TYPES } from '../inventory/school.ts';
import {
  CATEGORY_KINDS,
  ORIGINS,
  PRIORITIES,
  SCOPES,
  type Check,
  type Figure,
  type PupilTerm,
  type Quantity,
  type Requirement,
  type TargetProfile,
} from '../targets/target-profile.ts';

/** Texts with everything that tables and files trip over; as the app keeps them: no blanks at the ends. */
const PIECES = [
  'a',
  'Ü',
  '7',
  ' ',
  ';',
  '|',
  '"',
  '=',
  '-',
  '–',
  'alle',
  ',',
  "'",
  '<b>',
  '\n',
  '_x0041_',
  '😀',
  '@',
  '.',
];
const someText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength })
    .map((pieces) => pieces.join('').trim())
    .filter((text) => text !== '');
const text = someText(8);
const someIds = (max: number): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(someText(3), { minLength: 1, maxLength: max });
const count = fc.integer({ min: 1, max: 10_000 });
const year = fc.integer({ min: 1990, max: 2100 });
const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { nil: null });
const provenance = { basis: text, origin: fc.constantFrom(...ORIGINS) };
const schoolTypes = orNull(fc.uniqueArray(fc.constantFrom(...SCHOOL_TYPES), { minLength: 1 }));
/** At most ten digits, some behind the comma. */
const decimal = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((value) => value / 1000);

type Ids = {
  readonly categories: readonly string[];
  readonly roomTypes: readonly string[];
  readonly groups: readonly string[];
  readonly requirements: readonly string[];
  readonly stages: readonly number[];
};
const oneOf = (ids: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...ids);
const some = (ids: readonly string[], minLength = 1): fc.Arbitrary<readonly string[]> =>
  fc.shuffledSubarray([...ids], { minLength });

/** A grade of two terms would count twice. */
const eachGradeOnce = (terms: readonly PupilTerm[]): readonly PupilTerm[] => {
  const seen = new Set<string>();
  return terms.map((term) => {
    const grades = term.grades?.filter((grade) => !seen.has(grade)) ?? [];
    for (const grade of grades) seen.add(grade);
    return { ...term, grades: grades.length === 0 ? null : grades };
  });
};

const quantityOf = (earlier: readonly string[], isSchool: boolean): fc.Arbitrary<Quantity> => {
  const fixed = fc.record({ kind: fc.constant('fixed' as const), units: count });
  if (!isSchool)
    return fc.oneof(
      fixed,
      fc.record({
        kind: fc.constant('per-seats' as const),
        multiply: count,
        divide: count,
        fallbackUnits: fc.integer({ min: 0, max: 10_000 }),
      }),
    );
  return fc.oneof(
    fixed,
    fc.record({
      kind: fc.constant('per-pupils' as const),
      terms: fc
        .array(fc.record({ pupilsPerUnit: count, grades: orNull(someIds(4)) }), {
          minLength: 1,
          maxLength: 3,
        })
        .map(eachGradeOnce),
    }),
    fc.record({ kind: fc.constant('per-teachers' as const), teachersPerUnit: count }),
    fc.record({ kind: fc.constant('per-classes' as const), classesPerUnit: count }),
    fc.record({
      kind: fc.constant('conditional' as const),
      value: fc.constant('bandwidthMbit' as const),
      below: count,
      units: count,
    }),
    ...(earlier.length === 0
      ? []
      : [
          fc.record({
            kind: fc.constant('dependent' as const),
            of: some(earlier),
            multiply: count,
            divide: count,
          }),
        ]),
  );
};

const requirementOf = (id: string, ids: Ids, earlier: readonly string[]): fc.Arbitrary<Requirement> =>
  fc.boolean().chain((isSchool) =>
    fc.record<Requirement>({
      id: fc.constant(id),
      name: text,
      categories: some(ids.categories),
      appliesTo: isSchool
        ? fc.constant({ kind: 'school' as const })
        : fc.record({ kind: fc.constant('rooms' as const), roomTypes: some(ids.roomTypes) }),
      // Without a school type no dependent quantity is out of reach.
      schoolTypes: isSchool ? fc.constant(null) : schoolTypes,
      quantity: quantityOf(earlier, isSchool),
      priority: fc.constantFrom(...PRIORITIES),
      stage: fc.constantFrom(...ids.stages),
      dueYear: orNull(year),
      ladder: orNull(text),
      group: oneOf(ids.groups),
      waivedBy: some(ids.categories, 0),
      coveredBy: fc.constantFrom(null, 'lan-sockets' as const, 'power-groups' as const, 'wlan-full' as const),
      ...provenance,
    }),
  );

const checkOf = (id: string, ids: Ids): fc.Arbitrary<Check> => {
  const base = {
    id: fc.constant(id),
    name: text,
    schoolTypes,
    stage: fc.constantFrom(...ids.stages),
    dueYear: orNull(year),
    ladder: orNull(text),
    ...provenance,
  };
  return fc.oneof(
    fc.record({
      ...base,
      kind: fc.constant('bandwidth' as const),
      atLeast: fc.nat(5000),
      perPupil: orNull(fc.record({ multiply: count, divide: count })),
    }),
    fc.record({
      ...base,
      kind: fc.constant('room-share' as const),
      roomTypes: some(ids.roomTypes),
      has: fc.constantFrom('wlan' as const, 'lan' as const),
      wanted: fc.integer({ min: 0, max: 1000 }).map((share) => share / 1000),
    }),
    fc.record({
      ...base,
      kind: fc.constant('room-count' as const),
      roomTypes: some(ids.roomTypes),
      atLeast: fc.nat(50),
      classesPerRoom: orNull(count),
      orUnits: orNull(fc.record({ categories: some(ids.categories), units: count })),
    }),
  );
};

const figureOf = (id: string, ids: Ids): fc.Arbitrary<Figure> => {
  const base = {
    id: fc.constant(id),
    name: text,
    schoolTypes,
    unit: fc.oneof(fc.constant(''), text),
    ...provenance,
  };
  return fc.oneof(
    fc.record({ ...base, kind: fc.constant('constant' as const), value: decimal }),
    fc.record({
      ...base,
      kind: fc.constant('units-per' as const),
      categories: some(ids.categories),
      divide: count,
    }),
    fc.record({ ...base, kind: fc.constant('per-pupil-cents' as const), cents: fc.nat(1_000_000) }),
  );
};

const each = <Entry>(
  ids: readonly string[],
  entry: (id: string, index: number) => fc.Arbitrary<Entry>,
): fc.Arbitrary<Entry[]> => fc.tuple(...ids.map(entry)) as fc.Arbitrary<Entry[]>;

/** Any profile that can be compared with, of a few entries each. */
export const someProfile: fc.Arbitrary<TargetProfile> = fc
  .record<Ids & { readonly others: readonly string[] }>({
    categories: someIds(4),
    roomTypes: someIds(3),
    groups: someIds(3),
    requirements: someIds(5),
    others: someIds(3),
    stages: fc
      .uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 })
      .map((stages) => stages.toSorted((a, b) => a - b)),
  })
  .chain(({ others, ...ids }) =>
    fc.record<TargetProfile>({
      formatVersion: fc.constant(1 as const),
      id: someText(3),
      edition: someText(3),
      title: text,
      note: fc.oneof(fc.constant(''), text),
      issuedOn: fc.constantFrom('2026-11-25', '2024-02-29', '1999-12-31'),
      origin: fc.constantFrom(...ORIGINS),
      stages: fc.tuple(
        ...ids.stages.map((stage) => fc.record({ stage: fc.constant(stage), name: text, dueYear: year })),
      ),
      categories: each(ids.categories, (id) =>
        fc.record({
          id: fc.constant(id),
          name: text,
          shortName: text,
          kind: fc.constantFrom(...CATEGORY_KINDS),
          serviceLifeYears: fc.integer({ min: 1, max: 50 }),
          guidePriceCents: fc.nat(100_000_000),
          minimumFeatures: orNull(text),
          movable: fc.boolean(),
          piecesPerUnit: orNull(count),
          ...provenance,
        }),
      ),
      roomTypes: each(ids.roomTypes, (id) =>
        fc.record({ id: fc.constant(id), name: text, scope: fc.constantFrom(...SCOPES) }),
      ),
      groups: each(ids.groups, (id) => fc.record({ id: fc.constant(id), name: text, shortName: text })),
      requirements: each(ids.requirements, (id, index) =>
        requirementOf(id, ids, ids.requirements.slice(0, index)),
      ),
      standards: each(others, (id) =>
        fc.record({
          id: fc.constant(id),
          name: text,
          roomTypes: some(ids.roomTypes),
          parts: fc.array(
            fc.record({ group: oneOf(ids.groups), replaceableBy: orNull(oneOf(ids.requirements)) }),
            { minLength: 1, maxLength: 3 },
          ),
          ...provenance,
        }),
      ),
      checks: each(others, (id) => checkOf(id, ids)),
      figures: each(others, (id) => figureOf(id, ids)),
      programmes: each(others, (id) =>
        fc.record({
          id: fc.constant(id),
          name: text,
          categories: some(ids.categories),
          maxPerSchoolCents: orNull(fc.nat(1_000_000_000)),
          maxPercentOfAuthority: orNull(fc.integer({ min: 0, max: 1000 }).map((share) => share / 10)),
          fromYear: orNull(year),
          untilYear: orNull(year),
          earmarkYears: orNull(fc.integer({ min: 1, max: 50 })),
          ...provenance,
        }),
      ),
    }),
  );
