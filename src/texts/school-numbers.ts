import type { SchoolNumber } from '#core/gaps/missing-numbers.ts';
import { formatCount, formatNumber } from './format.ts';

const LIST = new Intl.ListFormat('de-DE', { type: 'conjunction' });

const NAMES = {
  pupils: 'Zahl der Schülerinnen und Schüler',
  teachers: 'Zahl der Lehrkräfte',
  classes: 'Zahl der Klassen',
  bandwidthMbit: 'Internet-Bandbreite in Mbit/s',
} as const satisfies Record<Exclude<SchoolNumber['field'], 'pupilsByGrade'>, string>;

/** `Zahl der Lehrkräfte`, `Schülerinnen und Schüler im Jahrgang 3`. */
export const schoolNumberName = ({ field, grade }: SchoolNumber): string =>
  field === 'pupilsByGrade' ? `Schülerinnen und Schüler im Jahrgang ${grade ?? ''}` : NAMES[field];

/** `Zahl der Lehrkräfte fehlt`, `Schülerinnen und Schüler der Jahrgänge 1 und 3 fehlen`. */
export const missingNumbersText = (numbers: readonly SchoolNumber[]): string => {
  const grades = numbers.flatMap(({ grade }) => grade ?? []);
  const names = [
    ...numbers.filter(({ grade }) => grade === null).map(schoolNumberName),
    ...(grades.length === 0
      ? []
      : [
          grades.length === 1
            ? `Schülerinnen und Schüler im Jahrgang ${grades[0] ?? ''}`
            : `Schülerinnen und Schüler der Jahrgänge ${LIST.format(grades)}`,
        ]),
  ];
  return `${LIST.format(names)} ${names.length === 1 && grades.length === 0 ? 'fehlt' : 'fehlen'}`;
};

/** Words of the numbers of the school that targets lack. */
export const SCHOOL_NUMBER_TEXTS = {
  title: 'Diese Zahlen fehlen',
  fact: (targets: number, checks: number) =>
    `Ohne sie ${targets + checks === 1 ? 'ist' : 'sind'} ${[
      targets > 0 && formatCount(targets, 'Ziel', 'Ziele'),
      checks > 0 && formatCount(checks, 'Prüfung', 'Prüfungen'),
    ]
      .filter(Boolean)
      .join(' und ')} nicht berechenbar.`,
  enter: 'Eintragen',
  enterFor: (what: string) => `${what}: eintragen`,
  countError: 'Bitte eine ganze Zahl ab 1 eingeben; 0 gilt als unbekannt.',
  gradeError: 'Bitte eine ganze Zahl eingeben, zum Beispiel 48.',
  gradeSum: (sum: number, total: number | null) =>
    total === null
      ? `Summe der Jahrgänge ${formatNumber(sum)}`
      : `Summe der Jahrgänge ${formatNumber(sum)}, eingetragen ${formatNumber(total)}`,
  takeSum: (sum: number) => `${formatNumber(sum)} übernehmen`,
} as const;
