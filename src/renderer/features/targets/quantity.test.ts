import { describe, expect, it } from 'vitest';
import { aProfile, aRequirement } from '#core/testing/builders.ts';
import { gradesText, readGrades, withScope } from './quantity.ts';

describe('readGrades', () => {
  it.each([
    ['5, 6', ['5', '6']],
    ['5 und 6', ['5', '6']],
    ['7-10', ['7', '8', '9', '10']],
    ['E1; 11 bis 12', ['E1', '11', '12']],
    ['10-7', ['10-7']],
    ['  ', null],
  ])('%s', (text, grades) => {
    expect(readGrades(text)).toEqual(grades);
    expect(readGrades(gradesText({ pupilsPerUnit: 1, grades }))).toEqual(grades);
  });
});

describe('readGrades', () => {
  it('takes a grade that is named twice once', () => {
    expect(readGrades('5, 5-7 und 6')).toEqual(['5', '6', '7']);
  });
});

describe('withScope', () => {
  const profile = aProfile({ requirements: [aRequirement({ id: 'A' })] });
  it('keeps a quantity that the new place knows and replaces any other', () => {
    const perSeats = aRequirement({
      id: 'A',
      quantity: { kind: 'per-seats', multiply: 1, divide: 4, fallbackUnits: 6 },
    });
    expect(withScope(perSeats, 'school', profile)).toEqual({
      appliesTo: { kind: 'school' },
      quantity: { kind: 'fixed', units: 1 },
    });
    const two = aRequirement({ id: 'A', quantity: { kind: 'fixed', units: 2 } });
    expect(withScope(two, 'school', profile).quantity).toBe(two.quantity);
  });
});
