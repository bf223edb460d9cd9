import { describe, expect, it } from 'vitest';
import { anInventory, aProfile, aRequirement, aSchool } from '../testing/builders.ts';
import type { PupilTerm, Quantity } from '../targets/target-profile.ts';
import { analyzeGaps } from './analyze-gaps.ts';
import { missingNumbers } from './missing-numbers.ts';
import { schoolTarget } from './school-targets.ts';

const schoolWide = (id: string, quantity: Quantity) =>
  aRequirement({ id, quantity, appliesTo: { kind: 'school' } });
const unitsOf = (terms: readonly PupilTerm[], pupils: number): number | null =>
  schoolTarget(schoolWide('A', { kind: 'per-pupils', terms }), aSchool({ pupils }), () => null).units;
const all = (...ratios: readonly number[]): readonly PupilTerm[] =>
  ratios.map((pupilsPerUnit) => ({ pupilsPerUnit, grades: null }));

describe('a target by pupils', () => {
  it('is a number, however many terms it has', () => {
    expect(unitsOf(all(...Array.from({ length: 60 }, () => 1_000_000)), 500)).toBe(1);
    expect(unitsOf(all(...Array.from({ length: 60 }, () => 1_000_000)), 50_000)).toBe(3);
  });
  it('is exact where the fractions add up to whole units', () => {
    // 6000/30 + 6000/60 + … = 200 + 100 + …: each a whole number, over a denominator beyond what a double can hold.
    const ratios = [3, 6, 12, 15, 24, 30, 48, 60, 75, 96, 120, 125, 150, 160, 200, 240, 250, 300];
    const exact = ratios.reduce((sum, ratio) => sum + 12_000 / ratio, 0);
    expect(Number.isInteger(exact)).toBe(true);
    expect(unitsOf(all(...ratios), 12_000)).toBe(exact);
  });
  it('is rounded up once', () => {
    expect(unitsOf(all(3, 3, 3), 1)).toBe(1);
    expect(unitsOf(all(3, 3, 3), 2)).toBe(2);
    expect(unitsOf(all(5), 1901)).toBe(381);
  });
});

describe('a target by other targets', () => {
  const dependent = (id: string, of: string, multiply = 1) =>
    schoolWide(id, { kind: 'dependent', of: [of], multiply, divide: 1 });
  const chain = (length: number, first: Quantity, multiply = 1) => [
    ...Array.from({ length }, (_, index) => dependent(`D${index}`, `D${index + 1}`, multiply)),
    schoolWide(`D${length}`, first),
  ];
  const OPTIONS = { asOf: '2026-11-25', stage: 1 };

  it('is computed through a chain as long as the profile', () => {
    const profile = aProfile({ requirements: chain(20_000, { kind: 'fixed', units: 7 }) });
    const { school } = analyzeGaps(anInventory(), profile, OPTIONS);
    expect(school.map(({ target }) => target)).toEqual(Array.from({ length: 20_001 }, () => 7));
  });
  it('names the missing number at the end of a long chain', () => {
    const profile = aProfile({
      requirements: chain(4000, { kind: 'per-teachers', teachersPerUnit: 1 }),
    });
    const inventory = anInventory();
    const analysis = analyzeGaps(inventory, profile, OPTIONS);
    const { byRequirement } = missingNumbers(analysis, profile, inventory.school);
    expect(byRequirement.get('D0')).toEqual([{ field: 'teachers', grade: null }]);
  });
  it('names the missing number where ways meet again and again', () => {
    const ladder = Array.from({ length: 40 }, (_, index) =>
      schoolWide(`D${index}`, {
        kind: 'dependent',
        of: [`D${index + 1}`, `D${index + 2}`],
        multiply: 1,
        divide: 1,
      }),
    );
    const profile = aProfile({
      requirements: [
        ...ladder,
        schoolWide('D40', { kind: 'per-teachers', teachersPerUnit: 1 }),
        schoolWide('D41', { kind: 'per-classes', classesPerUnit: 1 }),
      ],
    });
    const inventory = anInventory();
    const analysis = analyzeGaps(inventory, profile, OPTIONS);
    const { byRequirement } = missingNumbers(analysis, profile, inventory.school);
    expect(byRequirement.get('D0')?.map(({ field }) => field)).toEqual(['teachers', 'classes']);
  });
  it('stays a number where a chain multiplies by a million each time', () => {
    const profile = aProfile({ requirements: chain(60, { kind: 'fixed', units: 1 }, 1_000_000) });
    const { school, totals } = analyzeGaps(anInventory(), profile, OPTIONS);
    expect(school.filter(({ target }) => !Number.isFinite(target))).toEqual([]);
    expect(Number.isFinite(totals.gap)).toBe(true);
  });
  it('is not computable in a circle', () => {
    const profile = aProfile({ requirements: [dependent('A', 'B'), dependent('B', 'A')] });
    const { school } = analyzeGaps(anInventory(), profile, OPTIONS);
    expect(school.map(({ target }) => target)).toEqual([null, null]);
  });
});

describe('grades with names that every object has', () => {
  it.each(['constructor', '__proto__', 'toString'])('%s is unknown, not a property', (grade) => {
    const inventory = anInventory({ school: aSchool({ pupilsByGrade: { 1: 20 } }) });
    const profile = aProfile({
      requirements: [
        schoolWide('A', { kind: 'per-pupils', terms: [{ pupilsPerUnit: 2, grades: ['1', grade] }] }),
      ],
    });
    const analysis = analyzeGaps(inventory, profile, { asOf: '2026-11-25', stage: 1 });
    expect(analysis.school[0]?.target).toBeNull();
    expect(missingNumbers(analysis, profile, inventory.school).all).toEqual([
      { field: 'pupilsByGrade', grade },
    ]);
  });
});
