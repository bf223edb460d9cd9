import type { Report } from './sentence-issues.ts';
import { addOnce } from './sentence-name-list.ts';
import type { SentenceReader, Span } from './sentence-reader.ts';
import { NO_GRADE, NUMBERED_GRADE } from './sentence-words.ts';

/** `der Jahrgänge 5, 6 und 8 bis 10` or `8-10`; null = all pupils. What is not understood is reported. */
export const readGrades = (reader: SentenceReader, report: Report): readonly string[] | null => {
  if (reader.take(/(?:der|des) (?:jahrgänge|jahrgangs|jahrgangsstufen?|klassenstufen?)(?=\s)/iuy) === null)
    return null;
  const grades: string[] = [];
  for (;;) {
    const run = readRun(reader, report);
    if (run === null) return grades;
    addOnce(grades, run.grades, run, report);
    const before = reader.at();
    if (reader.take(/(?:,\s*)?(?:und|sowie)(?=\s)|,/iuy) === null) return grades;
    if (reader.sees(/je\s/iuy)) {
      reader.goBackTo(before);
      return grades;
    }
  }
};

type Grade = Span & {
  readonly name: string;
  /** Quotation marks make a name of it. */
  readonly isQuoted: boolean;
};

/** One grade, `7 bis 10` or `5/6`; null where nothing is named. */
const readRun = (
  reader: SentenceReader,
  report: Report,
): (Span & { readonly grades: readonly string[] }) | null => {
  const first = readGrade(reader, report);
  if (first === null) return null;
  const { start, end } = first;
  const joint = reader.take(/bis(?=[\s.]|$)|[-–/]/iuy);
  if (joint === null) return { grades: [first.name], start, end };
  const last = readGrade(reader, report);
  if (last === null) return null;
  const span = { start, end: last.end };
  const from = numberOf(first);
  const to = numberOf(last);
  if (from === null || to === null || from >= to) {
    report('NO_GRADE_RANGE', span);
    return { grades: [], ...span };
  }
  if (joint.text === '/') return { grades: [first.name, last.name], ...span };
  return { grades: Array.from({ length: to - from + 1 }, (_, index) => String(from + index)), ...span };
};

const numberOf = ({ name, isQuoted }: Grade): number | null =>
  !isQuoted && NUMBERED_GRADE.test(name) ? Number(name) : null;

const readGrade = (reader: SentenceReader, report: Report): Grade | null => {
  const word = reader.take(/„([^“]*)“|([\p{L}\p{N}]+)/iuy);
  const [quoted, plain] = word?.groups ?? [];
  const name = quoted ?? plain;
  if (word === null || name === undefined || (quoted === undefined && NO_GRADE.test(name))) {
    report('GRADES_MISSING', word ?? { start: reader.at(), end: reader.at() });
    return null;
  }
  return { name, isQuoted: quoted !== undefined, start: word.start, end: word.end };
};
