import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aCategory, aProfile, aRequirement } from '../testing/builders.ts';
import { parseProfile } from './parse-profile.ts';
import type { TargetProfile } from './target-profile.ts';

const FOLDER = join(import.meta.dirname, '../../../resources/profiles');
const issued = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const read = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));

const codesOf = (value: unknown): readonly string[] => {
  const parsed = parseProfile(value);
  return parsed.ok ? [] : parsed.error.map(({ code, path }) => `${code} ${path.join('.')}`);
};

describe('parseProfile', () => {
  it.each(issued)('accepts the issued profile %s', (file) => {
    expect(codesOf(read(file))).toEqual([]);
  });

  it('gives the profile back as it was read', () => {
    const profile = aProfile({ requirements: [aRequirement({ id: 'A' })] });
    expect(parseProfile(structuredClone(profile))).toEqual({ ok: true, value: profile });
  });

  it.each([null, 'text', 7, [], {}])('refuses %j without throwing', (value) => {
    expect(codesOf(value).length).toBeGreaterThan(0);
  });

  it('names the entry and the field that do not fit', () => {
    const profile = aProfile({ requirements: [aRequirement({ id: 'A' })] });
    const broken = structuredClone(profile) as unknown as {
      requirements: { priority: string; extra?: number }[];
    };
    broken.requirements[0]!.priority = 'soll';
    expect(codesOf(broken)).toEqual(['STRUCTURE requirements.A.priority']);
    broken.requirements[0]!.priority = 'must';
    broken.requirements[0]!.extra = 1;
    expect(codesOf(broken)).toEqual(['STRUCTURE requirements.A']);
  });

  it('refuses a newer format by its number', () => {
    expect(codesOf({ ...aProfile(), formatVersion: 2 })).toEqual(['NEWER_FORMAT formatVersion']);
  });

  const refused: readonly (readonly [string, Partial<TargetProfile>, string])[] = [
    [
      'an unknown category',
      { categories: [], requirements: [aRequirement({ id: 'A' })] },
      'UNKNOWN_CATEGORY requirements.A.categories',
    ],
    [
      'an unknown room type',
      { roomTypes: [], requirements: [aRequirement({ id: 'A' })] },
      'UNKNOWN_ROOM_TYPE requirements.A.appliesTo',
    ],
    [
      'an unknown group',
      { groups: [], requirements: [aRequirement({ id: 'A' })] },
      'UNKNOWN_GROUP requirements.A.group',
    ],
    [
      'an unknown stage',
      { requirements: [aRequirement({ id: 'A', stage: 9 })] },
      'UNKNOWN_STAGE requirements.A.stage',
    ],
    [
      'a doubled id',
      { categories: [aCategory({ id: 'X' }), aCategory({ id: 'X' })] },
      'DOUBLED_ID categories.X',
    ],
    [
      'stages in disorder',
      {
        stages: [
          { stage: 2, name: 'b', dueYear: 2028 },
          { stage: 1, name: 'a', dueYear: 2027 },
        ],
      },
      'STAGES_NOT_ASCENDING stages',
    ],
    [
      'a pupil ratio per room',
      {
        requirements: [
          aRequirement({
            id: 'A',
            quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit: 5, grades: null }] },
          }),
        ],
      },
      'QUANTITY_NEEDS_SCHOOL requirements.A.quantity',
    ],
    [
      'seats of a school',
      {
        requirements: [
          aRequirement({
            id: 'A',
            appliesTo: { kind: 'school' },
            quantity: { kind: 'per-seats', multiply: 1, divide: 2, fallbackUnits: 3 },
          }),
        ],
      },
      'QUANTITY_NEEDS_ROOM requirements.A.quantity',
    ],
  ];
  it.each(refused)('refuses %s', (_name, profile, code) => {
    expect(codesOf(aProfile(profile))).toContain(code);
  });

  const byGrades = (...grades: readonly (readonly string[])[]) =>
    aRequirement({
      id: 'A',
      appliesTo: { kind: 'school' },
      quantity: { kind: 'per-pupils', terms: grades.map((each) => ({ pupilsPerUnit: 5, grades: each })) },
    });
  const doubled: readonly (readonly [string, Partial<TargetProfile>, string])[] = [
    ['a grade of one term', { requirements: [byGrades(['5', '6', '5'])] }, 'quantity.terms.0.grades'],
    ['a grade of two terms', { requirements: [byGrades(['5', '6'], ['7', '5'])] }, 'quantity.terms.1.grades'],
    [
      'a base',
      {
        requirements: [
          aRequirement({ id: 'B' }),
          aRequirement({
            id: 'A',
            appliesTo: { kind: 'school' },
            quantity: { kind: 'dependent', of: ['B', 'B'], multiply: 1, divide: 2 },
          }),
        ],
      },
      'quantity.of',
    ],
    ['a category', { requirements: [aRequirement({ id: 'A', categories: ['X', 'Y', 'X'] })] }, 'categories'],
    [
      'a room type',
      { requirements: [aRequirement({ id: 'A', appliesTo: { kind: 'rooms', roomTypes: ['KR', 'KR'] } })] },
      'appliesTo.roomTypes',
    ],
  ];
  it.each(doubled)('refuses %s named twice', (_name, profile, field) => {
    expect(codesOf(aProfile(profile))).toEqual([`NAMED_TWICE requirements.A.${field}`]);
  });
  it('takes the same name in different lists', () => {
    expect(
      codesOf(
        aProfile({ requirements: [aRequirement({ id: 'KR', categories: ['KR'] }), byGrades(['5'], ['6'])] }),
      ),
    ).toEqual([]);
  });

  it('refuses quantities that depend on each other', () => {
    const dependent = (id: string, of: string) =>
      aRequirement({
        id,
        appliesTo: { kind: 'school' },
        quantity: { kind: 'dependent', of: [of], multiply: 1, divide: 1 },
      });
    expect(
      codesOf(aProfile({ requirements: [dependent('A', 'B'), dependent('B', 'A'), dependent('C', 'A')] })),
    ).toEqual(['CIRCULAR requirements.A.quantity', 'CIRCULAR requirements.B.quantity']);
  });
});

describe('mv-vorschlag-2026', () => {
  const parsed = parseProfile(read('mv-vorschlag-2026.json'));
  const profile = parsed.ok ? parsed.value : aProfile();
  it('holds what the proposal lists', () => {
    expect(profile.categories).toHaveLength(26);
    expect(profile.roomTypes).toHaveLength(17);
    expect(profile.stages.map(({ dueYear }) => dueYear)).toEqual([2027, 2028, 2029]);
    const rules = [...profile.requirements, ...profile.checks, ...profile.figures].map(
      ({ id }) => id.split('-')[0],
    );
    for (let rule = 1; rule <= 20; rule += 1) expect(rules, `Q${rule}`).toContain(`Q${rule}`);
  });
  it('gives each line a basis and says that it is a proposal', () => {
    const lines = [...profile.categories, ...profile.requirements, ...profile.checks, ...profile.figures];
    expect(lines.filter(({ basis }) => basis.length < 3)).toEqual([]);
    expect(new Set(lines.map(({ origin }) => origin))).toEqual(new Set(['proposal']));
    expect(profile.note).toContain('nicht der MEP');
  });
});
