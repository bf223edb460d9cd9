import { describe, expect, it } from 'vitest';
import { nextSchoolYear, nextYearsUse, readClass, readClasses } from './school-classes.ts';

describe('readClass', () => {
  it.each([
    ['5a', 5, '5a'],
    ['Klasse 5a', 5, '5a'],
    ['Kl. 10 C', 10, '10c'],
    ['klasse 3', 3, '3'],
    ['7.2', 7, '7.2'],
    ['7/2', 7, '7.2'],
    ['13b', 13, '13b'],
  ])('%s is of grade %i', (text, grade, key) => {
    expect(readClass(text)).toMatchObject({ grade, key });
  });

  it.each([null, '', '5', '14a', '0a', 'Musik', 'Hort, Gruppe 1', '5ab', '5a, 5b', 'A5', '2026'])(
    '%s names no class',
    (text) => {
      expect(readClass(text)).toBeNull();
    },
  );

  it('tells several classes of one room apart', () => {
    expect(readClasses('5a, 5b').map(({ key }) => key)).toEqual(['5a', '5b']);
    expect(readClasses('Klasse 5a/5b').map(({ key }) => key)).toEqual(['5a', '5b']);
    expect(readClasses('5a und Kl. 6b').map(({ key }) => key)).toEqual(['5a', '6b']);
    expect(readClasses('7/2').map(({ key }) => key)).toEqual(['7.2']);
    expect(readClasses('Musik').map(({ key }) => key)).toEqual([]);
  });
});

describe('nextYearsUse', () => {
  it.each([
    ['5a', 'regional', '6a'],
    ['Klasse 9 B', 'regional', 'Klasse 10 B'],
    ['10a', 'regional', null],
    ['4c', 'primary', null],
    ['7.2', 'regional', '8.2'],
    ['Musik', 'regional', 'Musik'],
    ['5a, 5b', 'regional', '6a, 6b'],
    ['Klasse 5a/5b', 'regional', 'Klasse 6a/6b'],
    ['9a und 10a', 'regional', '10a'],
    ['10a, 9a;9b', 'regional', '10a;10b'],
    ['10a + 10b', 'regional', null],
    ['10a, Hort', 'regional', 'Hort'],
    ['7/2', 'regional', '8/2'],
    [null, 'regional', null],
  ] as const)('%s at a %s school becomes %s', (use, type, next) => {
    expect(nextYearsUse(use, type)).toBe(next);
  });
});

it.each([
  ['2026/27', '2027/28'],
  ['2026/2027', '2027/2028'],
  ['2098/99', '2099/00'],
  [' 2026 / 27 ', '2027/28'],
  ['26', null],
  [null, null],
])('the school year after %s is %s', (year, next) => {
  expect(nextSchoolYear(year)).toBe(next);
});
