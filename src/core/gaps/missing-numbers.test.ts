import { describe, expect, it } from 'vitest';
import defaultProfile from '../../../resources/profiles/mv-vorschlag-2026.json';
import type { School } from '../inventory/school.ts';
import { parseProfile } from '../targets/parse-profile.ts';
import { anInventory, aProfile, aRequirement, aSchool } from '../testing/builders.ts';
import type { Quantity, TargetProfile } from '../targets/target-profile.ts';
import { analyzeGaps } from './analyze-gaps.ts';
import { missingNumbers, type SchoolNumber } from './missing-numbers.ts';

const OPTIONS = { asOf: '2026-11-25', stage: 3 };
const missing = (profile: TargetProfile, school: Partial<School>) => {
  const inventory = anInventory({ school: aSchool(school) });
  return missingNumbers(analyzeGaps(inventory, profile, OPTIONS), profile, inventory.school);
};
const schoolWide = (id: string, quantity: Quantity) =>
  aRequirement({ id, quantity, appliesTo: { kind: 'school' } });
const plain = (numbers: readonly SchoolNumber[] | undefined) =>
  numbers?.map(({ field, grade }) => (grade === null ? field : `${field} ${grade}`));

describe('missingNumbers', () => {
  const byGrade = schoolWide('G', {
    kind: 'per-pupils',
    terms: [
      { pupilsPerUnit: 5, grades: ['1', '2'] },
      { pupilsPerUnit: 2, grades: ['3'] },
    ],
  });
  const profile = aProfile({
    requirements: [
      byGrade,
      schoolWide('T', { kind: 'per-teachers', teachersPerUnit: 1 }),
      schoolWide('D', { kind: 'dependent', of: ['G', 'T', 'F'], multiply: 1, divide: 16 }),
      schoolWide('F', { kind: 'fixed', units: 1 }),
      schoolWide('C', { kind: 'conditional', value: 'bandwidthMbit', below: 50, units: 1 }),
    ],
  });

  it('names each number of a target that is not computable, of dependent ones those behind it', () => {
    const { byRequirement, all } = missing(profile, { pupilsByGrade: { 1: 20, 3: 20 } });
    expect(plain(byRequirement.get('G'))).toEqual(['pupilsByGrade 2']);
    expect(plain(byRequirement.get('T'))).toEqual(['teachers']);
    expect(plain(byRequirement.get('D'))).toEqual(['pupilsByGrade 2', 'teachers']);
    expect(byRequirement.has('F')).toBe(false);
    expect(plain(all)).toEqual(['pupilsByGrade 2', 'teachers', 'bandwidthMbit']);
  });

  it('asks for all grades where all of them are 0', () => {
    expect(plain(missing(profile, { pupilsByGrade: { 1: 0, 2: 0, 3: 0 } }).byRequirement.get('G'))).toEqual([
      'pupilsByGrade 1',
      'pupilsByGrade 2',
      'pupilsByGrade 3',
    ]);
  });

  it('leaves nothing incalculable once everything it asks for is entered, in the default profile', () => {
    const issued = parseProfile(defaultProfile);
    if (!issued.ok) throw new Error('the default profile does not parse');
    for (const schoolType of ['primary', 'regional', 'grammar', 'comprehensive'] as const) {
      const { all } = missing(issued.value, { schoolType });
      expect(all.length).toBeGreaterThan(0);
      const entered = all.reduce<Partial<School>>(
        (school, { field, grade }) => ({
          ...school,
          [field]: grade === null ? 30 : { ...school.pupilsByGrade, [grade]: 30 },
        }),
        { schoolType },
      );
      const after = missing(issued.value, entered);
      expect(after.all).toEqual([]);
      expect([...after.byRequirement.keys()]).toEqual([]);
    }
  });
});
