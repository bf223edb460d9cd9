import type { SchoolType } from '../inventory/school.ts';
import { gradesOf } from '../inventory/school.ts';

/** A class by its name: `Klasse 5a` is of grade 5, in room lists under `5a`. */
export type SchoolClass = {
  readonly grade: number;
  /** Without what people write around it: `5a`, `10.2`; two spellings of one class have the same key. */
  readonly key: string;
  /** The same class in another grade, written as this one is. */
  readonly inGrade: (grade: number) => string;
};

const CLASS = /^(klassenstufe|klasse|kl\.?)?(\s*)(1[0-3]|[1-9])(?:(\s?)([a-zäöü])|([.\-/])(\d{1,2}))?$/i;

/** The class that a use names, or null: `Musik` and `Hort` are none, a bare `5` neither. */
export const readClass = (use: string | null): SchoolClass | null => {
  const text = (use ?? '').trim();
  const match = CLASS.exec(text);
  if (match === null) return null;
  const [, word = '', space = '', gradeText = '', gap = '', letter, sign = '', number] = match;
  if (word === '' && letter === undefined && number === undefined) return null;
  const grade = Number(gradeText);
  const rest = letter === undefined ? (number === undefined ? '' : `${sign}${number}`) : `${gap}${letter}`;
  return {
    grade,
    key: `${grade}${letter === undefined ? (number === undefined ? '' : `.${Number(number)}`) : letter.toLowerCase()}`,
    inGrade: (other) => `${word}${space}${other}${rest}`,
  };
};

/** The classes that a use names, one by one: `5a, 5b` and `5a/5b` are two. */
export const readClasses = (use: string | null): readonly SchoolClass[] => {
  const whole = readClass(use);
  if (whole !== null) return [whole];
  return partsOf(use ?? '').flatMap(({ text }) => readClass(text) ?? []);
};

const SEPARATOR = /(\s*(?:[,;/+&]|\bund\b)\s*)/;

/** What stands between the separators, each with the one before it. */
const partsOf = (use: string): readonly { readonly text: string; readonly separator: string }[] => {
  const pieces = use.trim().split(SEPARATOR);
  return pieces.flatMap((text, index) =>
    index % 2 === 0 ? [{ text, separator: pieces[index - 1] ?? '' }] : [],
  );
};

/**
 * What a use is called in the next school year: `5a` → `6a`, `5a, 5b` → `6a, 6b`. A class that leaves the school goes
 * from the list; null = nobody is left. What is no class stays as it is.
 */
export const nextYearsUse = (use: string | null, schoolType: SchoolType | null): string | null => {
  const whole = readClass(use);
  if (whole !== null) return nextYearsClass(whole, schoolType);
  if (use === null || readClasses(use).length === 0) return use;
  const staying = partsOf(use).flatMap(({ text, separator }) => {
    const found = readClass(text);
    const next = found === null ? text : nextYearsClass(found, schoolType);
    return next === null ? [] : [{ text: next, separator }];
  });
  return staying.length === 0
    ? null
    : staying.map(({ text, separator }, index) => (index === 0 ? text : separator + text)).join('');
};

const nextYearsClass = ({ grade, inGrade }: SchoolClass, schoolType: SchoolType | null): string | null =>
  gradesOf(schoolType).includes(String(grade + 1)) ? inGrade(grade + 1) : null;

/** The school year after one: `2026/27` → `2027/28`, `2026/2027` → `2027/2028`; null where the text is none. */
export const nextSchoolYear = (schoolYear: string | null): string | null => {
  const match = /^\s*(\d{4})\s*([/-])\s*(\d{2}|\d{4})\s*$/.exec(schoolYear ?? '');
  if (match === null) return null;
  const [, from = '', sign = '/', to = ''] = match;
  const next = Number(to) + 1;
  return `${Number(from) + 1}${sign}${to.length === 2 ? String(next % 100).padStart(2, '0') : next}`;
};
