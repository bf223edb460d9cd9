import { describe, expect, it } from 'vitest';
import { sumOfGrades, sumToOffer, withGrade } from './school.ts';

describe('withGrade', () => {
  it('sets, replaces and takes away one grade', () => {
    expect(withGrade(null, '1', 24)).toEqual({ 1: 24 });
    expect(withGrade({ 1: 24, 2: 20 }, '2', 0)).toEqual({ 1: 24, 2: 0 });
    expect(withGrade({ 1: 24, 2: 20 }, '1', null)).toEqual({ 2: 20 });
    expect(withGrade({ 1: 24 }, '1', null)).toBeNull();
  });
});

describe('sumToOffer', () => {
  const grades = ['1', '2', '3'];
  it('offers the sum for an unknown or another total', () => {
    expect(sumToOffer(null, { 1: 70, 2: 60, 3: 50 }, grades)).toBe(180);
    expect(sumToOffer(400, { 1: 70, 2: 60, 3: 50 }, grades)).toBe(180);
    expect(sumToOffer(null, { 1: 70, 8: 30 }, null)).toBe(100);
  });
  it('says nothing where there is no contradiction', () => {
    expect(sumToOffer(180, { 1: 70, 2: 60, 3: 50 }, grades)).toBeNull();
    expect(sumToOffer(180, { 1: 70 }, grades)).toBeNull();
    expect(sumToOffer(null, { 1: 70 }, grades)).toBeNull();
    expect(sumToOffer(null, null, grades)).toBeNull();
    expect(sumToOffer(null, null, null)).toBeNull();
    expect(sumToOffer(null, { 1: 0 }, grades)).toBeNull();
  });
  it('sees more in the grades than there are in all, and only grades that the school has', () => {
    expect(sumToOffer(100, { 1: 70, 2: 60 }, grades)).toBe(130);
    expect(sumToOffer(70, { 1: 70, 9: 60 }, grades)).toBeNull();
  });
});

describe('sumOfGrades', () => {
  it('is unknown while a grade is, whatever it is called', () => {
    expect(sumOfGrades({ 1: 20, 2: 30 }, ['1', '2'])).toBe(50);
    expect(sumOfGrades({ 1: 20 }, ['1', '2'])).toBeNull();
    expect(sumOfGrades({ 1: 20 }, ['1', 'constructor'])).toBeNull();
    expect(sumOfGrades({ 1: 20 }, ['1', '__proto__'])).toBeNull();
  });
});
