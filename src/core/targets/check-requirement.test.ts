import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../inventory/inventory.ts';
import {
  aCategory,
  anInventory,
  aProfile,
  aRequirement,
  aRoom,
  aRoomType,
  aSchool,
} from '../testing/builders.ts';
import { checkRequirement } from './check-requirement.ts';
import { parseProfile } from './parse-profile.ts';
import type { Requirement, TargetProfile } from './target-profile.ts';

const SCHOOL = aSchool({
  schoolType: 'primary',
  pupils: 200,
  pupilsByGrade: { '1': 50, '2': 50 },
  teachers: 15,
  classes: 8,
  bandwidthMbit: 100,
});
const INVENTORY = anInventory({ school: SCHOOL, rooms: [aRoom({ roomTypes: ['KR'] })] });
const BASE = aProfile({
  categories: [aCategory({ id: 'BEAM' }), aCategory({ id: 'TAB' }), aCategory({ id: 'KOF' })],
  roomTypes: [aRoomType({ id: 'KR' }), aRoomType({ id: 'AU' })],
  groups: ['A', 'B', 'NEW'].map((id) => ({ id, name: id, shortName: id })),
});
const found = (
  requirement: Partial<Requirement>,
  others: readonly Requirement[] = [],
  inventory: Inventory = INVENTORY,
  profile: TargetProfile = BASE,
): readonly string[] =>
  checkRequirement(
    aRequirement({ id: 'NEW', ...requirement }),
    { ...profile, requirements: others },
    inventory,
  ).map(({ code, severity, field, names, fault }) =>
    [severity, code, ...names, ...(fault === undefined ? [] : [field, fault.kind])].join(' '),
  );
const SCHOOL_WIDE = { appliesTo: { kind: 'school' as const } };

describe('checkRequirement', () => {
  it('has nothing to say about a plain requirement', () => {
    expect(found({})).toEqual([]);
  });
  it('leaves a basis that is not there yet to the moment of saving', () => {
    expect(found({ basis: '' })).toEqual([]);
  });
  it('does not hold a requirement against its own earlier version', () => {
    expect(found({}, [aRequirement({ id: 'NEW' })])).toEqual([]);
  });
  it.each<[string, Partial<Requirement>, string]>([
    ['no name', { name: ' ' }, 'error NAME_MISSING'],
    ['no category', { categories: [] }, 'error CATEGORIES_MISSING'],
    ['no room type', { appliesTo: { kind: 'rooms', roomTypes: [] } }, 'error ROOM_TYPES_MISSING'],
    ['an unknown category', { categories: ['GONE'] }, 'error UNKNOWN_CATEGORY GONE'],
    [
      'an unknown room type',
      { appliesTo: { kind: 'rooms', roomTypes: ['XX'] } },
      'error UNKNOWN_ROOM_TYPE XX',
    ],
    ['an unknown stage', { stage: 9 }, 'error UNKNOWN_STAGE 9'],
    [
      'more units than a profile holds',
      { quantity: { kind: 'fixed', units: 20_000 } },
      'error NUMBER_OUT_OF_RANGE 20000 1 10000',
    ],
    [
      'too many units without seats',
      { quantity: { kind: 'per-seats', multiply: 1, divide: 1, fallbackUnits: 20_000 } },
      'error NUMBER_OUT_OF_RANGE 20000 0 10000',
    ],
    ['a basis that is too long', { basis: 'x'.repeat(2001) }, 'error UNFIT basis too-long'],
    ['a name that is too long', { name: 'x'.repeat(2001) }, 'error UNFIT name too-long'],
    ['a ladder that is too long', { ladder: 'x'.repeat(61) }, 'error UNFIT ladder too-long'],
    [
      'no base',
      { ...SCHOOL_WIDE, quantity: { kind: 'dependent', of: [], multiply: 1, divide: 2 } },
      'error BASES_MISSING',
    ],
    [
      'a grade without a name',
      { ...SCHOOL_WIDE, quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit: 2, grades: [''] }] } },
      'error UNFIT quantity empty',
    ],
    [
      'a grade of a long name',
      {
        ...SCHOOL_WIDE,
        quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit: 2, grades: ['x'.repeat(61)] }] },
      },
      'error UNFIT quantity too-long',
    ],
    ['a category twice', { categories: ['BEAM', 'BEAM'] }, 'error NAMED_TWICE BEAM'],
    [
      'a grade twice',
      { ...SCHOOL_WIDE, quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit: 2, grades: ['1', '1'] }] } },
      'error NAMED_TWICE 1',
    ],
    ['an unknown group', { group: 'none' }, 'error UNKNOWN_GROUP none'],
    [
      'seats of the school',
      { ...SCHOOL_WIDE, quantity: { kind: 'per-seats', multiply: 1, divide: 1, fallbackUnits: 1 } },
      'error QUANTITY_NEEDS_ROOM per-seats',
    ],
    [
      'teachers of a room',
      { quantity: { kind: 'per-teachers', teachersPerUnit: 1 } },
      'error QUANTITY_NEEDS_SCHOOL per-teachers',
    ],
    [
      'itself as base',
      { ...SCHOOL_WIDE, quantity: { kind: 'dependent', of: ['NEW'], multiply: 1, divide: 16 } },
      'error CIRCULAR NEW',
    ],
    ['zero units', { quantity: { kind: 'fixed', units: 0 } }, 'error NUMBER_OUT_OF_RANGE 0 1 10000'],
    ['half a unit', { quantity: { kind: 'fixed', units: 0.5 } }, 'error NUMBER_OUT_OF_RANGE 0.5 1 10000'],
    ['400 in each room', { quantity: { kind: 'fixed', units: 400 } }, 'hint NUMBER_ABSURD 400'],
    [
      '10,000 for 200 pupils',
      { ...SCHOOL_WIDE, quantity: { kind: 'fixed', units: 10_000 } },
      'hint NUMBER_ABSURD 10000',
    ],
    [
      '1 for 500 of 200 pupils',
      { ...SCHOOL_WIDE, quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit: 500, grades: null }] } },
      'hint NUMBER_ABSURD 500',
    ],
    [
      'a grade without a number',
      { ...SCHOOL_WIDE, quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit: 2, grades: ['2', '3'] }] } },
      'hint GRADES_UNKNOWN 3',
    ],
    ['a category that waives itself', { waivedBy: ['BEAM'] }, 'error WAIVED_BY_ITSELF BEAM'],
    ['a waiver for the whole school', { ...SCHOOL_WIDE, waivedBy: ['TAB'] }, 'hint ONLY_FOR_ROOMS'],
    ['a year before its stage', { stage: 2, dueYear: 2027 }, 'hint DUE_BEFORE_STAGE 2027 2028'],
    ['a year of another age', { dueYear: 207 }, 'error YEAR_ABSURD 207'],
    [
      'a room type that the school does not have',
      { appliesTo: { kind: 'rooms', roomTypes: ['AU'] } },
      'hint NO_ROOM_OF_TYPE AU',
    ],
    ['another school type', { schoolTypes: ['regional'] }, 'hint OTHER_SCHOOL_TYPE regional'],
  ])('finds %s', (_what, requirement, issue) => {
    expect(found(requirement)).toEqual([issue]);
  });
  it('says which number of the school is missing', () => {
    const unknown = anInventory({ ...INVENTORY, school: aSchool({ schoolType: null }) });
    const byTeachers = { ...SCHOOL_WIDE, quantity: { kind: 'per-teachers' as const, teachersPerUnit: 1 } };
    expect(found({ ...byTeachers, schoolTypes: ['primary'] }, [], unknown)).toEqual([
      'hint BASE_UNKNOWN teachers',
      'hint SCHOOL_TYPE_UNKNOWN primary',
    ]);
  });
  it('finds a circle over several requirements', () => {
    const other = aRequirement({
      id: 'A',
      ...SCHOOL_WIDE,
      quantity: { kind: 'dependent', of: ['NEW'], multiply: 1, divide: 2 },
    });
    expect(
      found({ ...SCHOOL_WIDE, quantity: { kind: 'dependent', of: ['A'], multiply: 1, divide: 2 } }, [other]),
    ).toEqual(['error CIRCULAR NEW']);
  });
  it('finds a base that is not in force at the stage', () => {
    const later = aRequirement({ id: 'A', ...SCHOOL_WIDE, categories: ['TAB'], stage: 3 });
    const dependent = {
      ...SCHOOL_WIDE,
      categories: ['KOF'],
      quantity: { kind: 'dependent' as const, of: ['A'], multiply: 1, divide: 16 },
    };
    expect(found(dependent, [later])).toEqual(['hint DEPENDS_ON_NOTHING_IN_FORCE A']);
    expect(found({ ...dependent, stage: 3 }, [later])).toEqual([]);
  });
  it('finds the same asked for elsewhere in the same rooms', () => {
    expect(found({ group: 'A' }, [aRequirement({ id: 'A', categories: ['TAB'] })])).toEqual([
      'hint SAME_GROUP A',
    ]);
    expect(found({}, [aRequirement({ id: 'A', categories: ['TAB', 'BEAM'] })])).toEqual([
      'hint SAME_CATEGORIES A',
    ]);
    expect(found({}, [aRequirement({ id: 'A', appliesTo: { kind: 'rooms', roomTypes: ['AU'] } })])).toEqual(
      [],
    );
    expect(
      found({ schoolTypes: ['primary'] }, [aRequirement({ id: 'A', schoolTypes: ['regional'] })]),
    ).toEqual([]);
  });
  it('finds steps of a ladder that do not rise, stand on one stage, or are of another kind', () => {
    const step = (id: string, pupilsPerUnit: number, stage: number): Requirement =>
      aRequirement({
        id,
        ...SCHOOL_WIDE,
        ladder: 'L',
        stage,
        quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit, grades: null }] },
      });
    expect(found(step('NEW', 4, 2), [step('A', 5, 1), step('B', 2, 3)])).toEqual([]);
    expect(found(step('NEW', 6, 2), [step('A', 5, 1)])).toEqual(['hint LADDER_FALLS A']);
    expect(found(step('NEW', 5, 1), [step('A', 4, 1)])).toEqual(['hint LADDER_STEP_DOUBLED A']);
    expect(found({ ladder: 'L', stage: 2 }, [step('A', 5, 1)])).toEqual(['hint LADDER_MIXED A']);
  });
  it('finds no error in the default profile, and only hints that fit the school', () => {
    const parsed = parseProfile(
      JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')) as unknown,
    );
    if (!parsed.ok) throw new Error('the default profile does not parse');
    const profile = parsed.value;
    const rooms = profile.roomTypes.map(({ id }) => aRoom({ id, roomNumber: id, roomTypes: [id] }));
    const codes = profile.requirements.flatMap((requirement) =>
      checkRequirement(requirement, profile, anInventory({ school: SCHOOL, rooms })).map(
        ({ code, severity }) => `${severity} ${code}`,
      ),
    );
    expect([...new Set(codes)].toSorted()).toEqual(['hint GRADES_UNKNOWN', 'hint OTHER_SCHOOL_TYPE']);
  });
});
