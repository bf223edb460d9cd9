import { describe, expect, it } from 'vitest';
import { missingNumbersText } from './school-numbers.ts';

const grade = (number: string) => ({ field: 'pupilsByGrade' as const, grade: number });

describe('missingNumbersText', () => {
  it.each([
    [[{ field: 'teachers' as const, grade: null }], 'Zahl der Lehrkräfte fehlt'],
    [[grade('3')], 'Schülerinnen und Schüler im Jahrgang 3 fehlen'],
    [[grade('1'), grade('2'), grade('3')], 'Schülerinnen und Schüler der Jahrgänge 1, 2 und 3 fehlen'],
    [
      [{ field: 'classes' as const, grade: null }, grade('1')],
      'Zahl der Klassen und Schülerinnen und Schüler im Jahrgang 1 fehlen',
    ],
  ])('names what is missing, %#', (numbers, text) => expect(missingNumbersText(numbers)).toBe(text));
});
