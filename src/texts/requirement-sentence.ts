import type { PupilTerm, Quantity, TargetProfile } from '#core/targets/target-profile.ts';
import { PRIORITY_LABELS } from './fields.ts';
import { formatNumber } from './format.ts';
import { joined } from './german-list.ts';
import {
  COVER_WORDS,
  NO_GRADE,
  NUMBERED_GRADE,
  PLAIN_GRADE,
  SCHOOL_TYPE_WORDS,
  sentenceBooks,
  type SentenceBooks,
  type SentenceFields,
} from './sentence-words.ts';

/**
 * A requirement as one German sentence, which `parseRequirement` reads back to the same fields:
 *
 *     Je Klassenraum und Musikraum 1 Interaktives Display (bevorzugt), Beamer oder Großbildmonitor. Pflicht, ab Stufe 1 (2027).
 *     Für die ganze Schule 1 Tabletkoffer je 16 Einheiten im Soll von „Mobile Geräte, 1 je 5“. Empfehlung, ab Stufe 1, bis 2028.
 *
 * @param profile gives the names; what it does not know is named by its id
 */
export const formatRequirement = (fields: SentenceFields, profile: TargetProfile): string => {
  const books = sentenceBooks(profile);
  return [
    `${scopeText(fields, books)} ${formatNumber(unitsOf(fields.quantity))} ${categoriesText(fields, books)}${measureText(fields.quantity, books)}.`,
    ...(fields.schoolTypes === null
      ? []
      : [
          `Nur für ${joined(
            fields.schoolTypes.map((type) => SCHOOL_TYPE_WORDS[type].text),
            'und',
          )}.`,
        ]),
    ...(fields.waivedBy.length === 0
      ? []
      : [`Entfällt, wenn ${joined(fields.waivedBy.map(books.categories.spell), 'oder')} im Raum steht.`]),
    ...(fields.coveredBy === null ? [] : [`Auch erfüllt durch ${COVER_WORDS[fields.coveredBy].text}.`]),
    bindingText(fields, profile),
  ].join(' ');
};

const scopeText = ({ appliesTo }: SentenceFields, { roomTypes }: SentenceBooks): string =>
  appliesTo.kind === 'school'
    ? 'Für die ganze Schule'
    : `Je ${joined(appliesTo.roomTypes.map(roomTypes.spell), 'und')}`;

/** The number in front of the categories; what is divided by something asks for 1 each. */
const unitsOf = (quantity: Quantity): number => {
  switch (quantity.kind) {
    case 'fixed':
    case 'conditional':
      return quantity.units;
    case 'per-seats':
    case 'dependent':
      return quantity.multiply;
    case 'per-pupils':
    case 'per-teachers':
    case 'per-classes':
      return 1;
  }
};

const categoriesText = ({ categories }: SentenceFields, books: SentenceBooks): string => {
  const [first = '', ...others] = categories.map(books.categories.spell);
  return joined(others.length === 0 ? [first] : [`${first} (bevorzugt)`, ...others], 'oder');
};

const per = (count: number, one: string, many: string): string =>
  count === 1 ? `je ${one}` : `je ${formatNumber(count)} ${many}`;

const measureText = (quantity: Quantity, { requirements }: SentenceBooks): string => {
  switch (quantity.kind) {
    case 'fixed':
      return '';
    case 'per-seats':
      return ` ${per(quantity.divide, 'Platz', 'Plätze')}, bei unbekannter Platzzahl ${formatNumber(quantity.fallbackUnits)}`;
    case 'per-pupils':
      return ` ${joinedTerms(quantity.terms.map(termText))}`;
    case 'per-teachers':
      return ` ${per(quantity.teachersPerUnit, 'Lehrkraft', 'Lehrkräfte')}`;
    case 'per-classes':
      return ` ${per(quantity.classesPerUnit, 'Klasse', 'Klassen')}`;
    case 'dependent':
      return ` ${per(quantity.divide, 'Einheit', 'Einheiten')} im Soll von ${joined(
        quantity.of.map((id) => `„${requirements.spell(id)}“`),
        'und',
      )}`;
    case 'conditional':
      return ` bei weniger als ${formatNumber(quantity.below)} Mbit/s`;
  }
};

const joinedTerms = (terms: readonly string[]): string =>
  terms.length < 2 ? terms.join('') : `${terms.slice(0, -1).join(', ')} sowie ${terms.at(-1) ?? ''}`;

const termText = ({ pupilsPerUnit, grades }: PupilTerm): string => {
  const pupils = per(pupilsPerUnit, 'Schülerin oder Schüler', 'Schülerinnen und Schüler');
  if (grades === null) return pupils;
  return `${pupils} ${grades.length === 1 ? 'des Jahrgangs' : 'der Jahrgänge'} ${joined(gradeRuns(grades), 'und')}`;
};

/** `7, 8, 9, 10` → `7 bis 10`; shorter runs stay single. */
const gradeRuns = (grades: readonly string[]): readonly string[] => {
  const runs: string[] = [];
  for (let at = 0; at < grades.length;) {
    let end = at;
    while (isNext(grades[end], grades[end + 1])) end += 1;
    const first = grades[at] ?? '';
    if (end - at >= 2) runs.push(`${first} bis ${grades[end] ?? ''}`);
    else runs.push(...grades.slice(at, end + 1).map(gradeText));
    at = end + 1;
  }
  return runs;
};

const isNext = (grade: string | undefined, next: string | undefined): boolean =>
  grade !== undefined &&
  next !== undefined &&
  NUMBERED_GRADE.test(grade) &&
  NUMBERED_GRADE.test(next) &&
  Number(next) === Number(grade) + 1;

const gradeText = (grade: string): string =>
  PLAIN_GRADE.test(grade) && !NO_GRADE.test(grade) ? grade : `„${grade}“`;

/** `(2027)` is the year of the stage; `bis 2028` a year of its own. */
const bindingText = ({ priority, stage, dueYear }: SentenceFields, profile: TargetProfile): string => {
  const stageYear = profile.stages.find((entry) => entry.stage === stage)?.dueYear;
  const year = dueYear !== null ? `, bis ${dueYear}` : stageYear === undefined ? '' : ` (${stageYear})`;
  return `${PRIORITY_LABELS[priority]}, ab Stufe ${formatNumber(stage)}${year}.`;
};
