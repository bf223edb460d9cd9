import { SCHOOL_TYPES, type SchoolType } from '#core/inventory/school.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import {
  PRIORITIES,
  type Quantity,
  type Requirement,
  type TargetProfile,
} from '#core/targets/target-profile.ts';
import { readMeasure } from './sentence-measure.ts';
import type { NameBook } from './sentence-names.ts';
import { readCount, type Report, type SentenceIssue } from './sentence-issues.ts';
import { sentenceReader, type SentenceReader } from './sentence-reader.ts';
import {
  COVER_WORDS,
  PRIORITY_WORDS,
  SCHOOL_TYPE_WORDS,
  sentenceBooks,
  type SentenceBooks,
  type SentenceFields,
} from './sentence-words.ts';

/**
 * Reads the sentence of a requirement, as `formatRequirement` writes it or as people type it: any case, „oder“, „/“ or a
 * comma between names, the beginning of a name where it is clear which one is meant.
 *
 * @param profile whose names, stages and requirements may be named
 * @returns the fields, or everything that was not understood, each with its place in the text
 */
export const parseRequirement = (
  text: string,
  profile: TargetProfile,
): Result<SentenceFields, readonly SentenceIssue[]> => {
  const issues: SentenceIssue[] = [];
  const report: Report = (code, { start, end }, proposals = []) => {
    issues.push({ code, start, end, found: text.slice(start, end), proposals });
  };
  const reader = sentenceReader(text);
  const books = sentenceBooks(profile);
  const asked = readAsked(reader, books, report);
  const clauses = readClauses(reader, books, profile, report);
  if (issues.length > 0 || asked === null) return failed(issues);
  const { binding } = clauses;
  // Without it an issue was reported.
  if (binding === null) return failed(issues);
  return ok({
    ...asked,
    ...binding,
    schoolTypes: clauses.schoolTypes,
    waivedBy: clauses.waivedBy,
    coveredBy: clauses.coveredBy,
  });
};

const SENTENCE_END = /\.(?:\s|$)/u;
const AFTER_CATEGORY = /\s*(?:[,/„]|\.(?:\s|$)|\s(?:oder|und|sowie|je|bei)\s|\(bevorzugt\))/iu;
const AFTER_ROOM_TYPE = /\s*(?:[,/„]|\.(?:\s|$)|\s(?:oder|und|sowie|braucht|benötigt)\s|\s\d)/iu;
const AFTER_WAIVING = /\s*(?:[,/„]|\.(?:\s|$)|\s(?:oder|im|steht|vorhanden)(?=\s|\.|$))/iu;

type Asked = Pick<SentenceFields, 'appliesTo' | 'categories' | 'quantity'>;

/** „Je Klassenraum 1 Beamer oder Display je 4 Plätze.“ */
const readAsked = (reader: SentenceReader, books: SentenceBooks, report: Report): Asked | null => {
  const appliesTo = readScope(reader, books, report);
  if (appliesTo === null) return null;
  reader.take(/(?:braucht|brauchen|benötigt|benötigen)(?=\s)|:/iuy);
  const units = readCount(reader, report);
  if (units === null) {
    reader.takeUntil(SENTENCE_END);
    reader.take(/\./iuy);
    return null;
  }
  const categories = readNames(reader, books.categories, report, {
    unknown: 'UNKNOWN_CATEGORY',
    stop: AFTER_CATEGORY,
    isOneOf: true,
  });
  const quantity: Quantity | null = readMeasure(reader, units, books, report);
  if (reader.take(/[.;]/iuy) === null && !reader.isAtEnd()) {
    report('UNEXPECTED', reader.takeUntil(SENTENCE_END));
    reader.take(/\./iuy);
  }
  return quantity === null ? null : { appliesTo, categories, quantity };
};

const readScope = (
  reader: SentenceReader,
  books: SentenceBooks,
  report: Report,
): Requirement['appliesTo'] | null => {
  if (reader.take(/(?:für die (?:ganze )?schule|schulweit|je schule)(?=[\s:,])/iuy) !== null) {
    reader.take(/[:,]/iuy);
    return { kind: 'school' };
  }
  if (reader.take(/(?:je|jede[rsmn]?|pro|in jede[rm]|für jede[nrs]?)(?=\s)/iuy) === null) {
    const start = reader.at();
    const { end } = reader.takeUntil(SENTENCE_END);
    report('SCOPE_MISSING', { start, end });
    reader.take(/\./iuy);
    return null;
  }
  const roomTypes = readNames(reader, books.roomTypes, report, {
    unknown: 'UNKNOWN_ROOM_TYPE',
    stop: AFTER_ROOM_TYPE,
    isOneOf: false,
  });
  return { kind: 'rooms', roomTypes };
};

type NameListRules = {
  readonly unknown: 'UNKNOWN_CATEGORY' | 'UNKNOWN_ROOM_TYPE';
  /** Where a name that is not known ends. */
  readonly stop: RegExp;
  /** Any of them does, in order of preference: „und“ would ask for all of them. */
  readonly isOneOf: boolean;
};

/** `A, B oder C`. Names that are not known are reported and left out. */
const readNames = (
  reader: SentenceReader,
  book: NameBook,
  report: Report,
  { unknown, stop, isOneOf }: NameListRules,
): readonly string[] => {
  const ids: string[] = [];
  for (;;) {
    const id = readName(reader, book, report, unknown, stop);
    const isPreferred = reader.take(/\(bevorzugt\)/iuy) !== null;
    if (id !== null) {
      // Wherever it stands: what is preferred comes first.
      if (isPreferred) ids.unshift(id);
      else ids.push(id);
    }
    const before = reader.at();
    const and = reader.take(/(?:,\s*)?(?:und|sowie)(?=\s)/iuy);
    if (and !== null) {
      if (isOneOf) report('AND_MEANS_TWO', and);
      continue;
    }
    if (reader.take(/(?:,\s*)?oder(?=\s)|[,/]/iuy) === null) return ids;
    if (reader.isAtEnd() || reader.sees(/(?:je|bei|wenn|sonst|sofern)(?=\s)/iuy)) {
      reader.goBackTo(before);
      return ids;
    }
  }
};

const readName = (
  reader: SentenceReader,
  book: NameBook,
  report: Report,
  unknown: NameListRules['unknown'],
  stop: RegExp,
): string | null => {
  const hit = reader.takeName(book);
  if (hit !== null) {
    const [id, ...others] = hit.ids;
    if (others.length === 0 && id !== undefined) return id;
    report('AMBIGUOUS_NAME', hit, hit.ids.map(book.spell));
    return null;
  }
  const words = reader.takeUntil(stop);
  const [begun] = book.beginning(words.text);
  if (begun !== undefined) return begun;
  report(unknown, words, book.nearest(words.text));
  return null;
};

type Clauses = Pick<SentenceFields, 'schoolTypes' | 'waivedBy' | 'coveredBy'> & {
  readonly binding: Pick<SentenceFields, 'priority' | 'stage' | 'dueYear'> | null;
};

/** „Nur für Grundschulen. Entfällt, wenn … im Raum steht. Pflicht, ab Stufe 1 (2027).“, in any order. */
const readClauses = (
  reader: SentenceReader,
  books: SentenceBooks,
  profile: TargetProfile,
  report: Report,
): Clauses => {
  let clauses: Clauses = { schoolTypes: null, waivedBy: [], coveredBy: null, binding: null };
  let hasBinding = false;
  while (!reader.isAtEnd()) {
    const start = reader.at();
    if (reader.take(/(?:(?:gilt )?nur )(?:für|an)(?=\s)/iuy) !== null) {
      clauses = { ...clauses, schoolTypes: readSchoolTypes(reader, report) };
    } else if (reader.take(/entfällt,?\s+(?:wenn|sofern)(?=\s)/iuy) !== null) {
      const rules = { unknown: 'UNKNOWN_CATEGORY', stop: AFTER_WAIVING, isOneOf: true } as const;
      clauses = { ...clauses, waivedBy: readNames(reader, books.categories, report, rules) };
      reader.take(
        /(?:im raum )?(?:steht|stehen|ist|vorhanden ist|vorhanden)(?=[\s.]|$)|im raum(?=[\s.]|$)/iuy,
      );
    } else if (reader.take(/(?:auch )?erfüllt durch(?=\s)/iuy) !== null) {
      clauses = { ...clauses, coveredBy: readCover(reader, report) };
    } else if (
      reader.take(/(?:das ist (?:eine?n? )?)?(?=(?:pflicht|empfehlung|wunsch)(?:[\s,.]|$))/iuy) !== null
    ) {
      if (hasBinding) report('SAID_TWICE', reader.takeUntil(SENTENCE_END));
      else clauses = { ...clauses, binding: readBinding(reader, profile, report) };
      hasBinding = true;
    } else {
      report('UNKNOWN_CLAUSE', reader.takeUntil(SENTENCE_END));
    }
    if (reader.take(/[.;]/iuy) === null && !reader.isAtEnd())
      report('UNEXPECTED', reader.takeUntil(SENTENCE_END));
    // Whatever was read: it goes on behind it.
    if (reader.at() === start) reader.takeUntil(SENTENCE_END);
    reader.take(/\./iuy);
  }
  if (!hasBinding) report('PRIORITY_MISSING', { start: reader.at(), end: reader.at() });
  return clauses;
};

const readSchoolTypes = (reader: SentenceReader, report: Report): readonly SchoolType[] | null => {
  const types: SchoolType[] = [];
  do {
    const type = SCHOOL_TYPES.find((known) => reader.take(SCHOOL_TYPE_WORDS[known].typed) !== null);
    if (type !== undefined) types.push(type);
    else
      report(
        'UNKNOWN_SCHOOL_TYPE',
        reader.takeUntil(/\s*(?:,|\.(?:\s|$)|\s(?:und|oder|sowie)\s)/iu),
        SCHOOL_TYPES.map((known) => SCHOOL_TYPE_WORDS[known].text),
      );
  } while (reader.take(/(?:,\s*)?(?:und|oder|sowie)(?=\s)|[,/]/iuy) !== null);
  return types.length === 0 ? null : types;
};

const COVERS = ['lan-sockets', 'power-groups', 'wlan-full'] as const;
const readCover = (reader: SentenceReader, report: Report): Requirement['coveredBy'] => {
  const cover = COVERS.find((known) => reader.take(COVER_WORDS[known].typed) !== null);
  if (cover !== undefined) return cover;
  report(
    'UNKNOWN_COVER',
    reader.takeUntil(SENTENCE_END),
    COVERS.map((known) => COVER_WORDS[known].text),
  );
  return null;
};

/** „Pflicht, ab Stufe 1 (2027)“ or „…, bis 2028“. */
const readBinding = (reader: SentenceReader, profile: TargetProfile, report: Report): Clauses['binding'] => {
  const start = reader.at();
  const priority = PRIORITIES.find((known) => reader.take(PRIORITY_WORDS[known]) !== null);
  const wordEnd = reader.at();
  const stageWord = reader.take(/,?\s*ab (?:(?:ausbau)?stufe )?(\d+)/iuy);
  const stages = profile.stages.map(({ stage }) => String(stage));
  if (priority === undefined || stageWord === null) {
    const isEnd = reader.sees(/[.;]/iuy) || reader.isAtEnd();
    const end = isEnd ? wordEnd : reader.takeUntil(SENTENCE_END).end;
    report('STAGE_MISSING', { start, end }, stages);
    return null;
  }
  const stage = Number(stageWord.groups[0]);
  const known = profile.stages.find((entry) => entry.stage === stage);
  if (known === undefined)
    report(
      'UNKNOWN_STAGE',
      { start: stageWord.end - (stageWord.groups[0]?.length ?? 0), end: stageWord.end },
      stages,
    );
  const inBrackets = reader.take(/\((\d{4})\)/iuy);
  const until = reader.take(/,?\s*bis(?: (?:ende|zum jahr))? (\d{4})/iuy);
  const bracketYear = inBrackets === null ? null : Number(inBrackets.groups[0]);
  const dueYear =
    until !== null
      ? Number(until.groups[0])
      : // The year of the stage is only repeated; another one was meant as a year of its own.
        bracketYear === known?.dueYear
        ? null
        : bracketYear;
  return { priority, stage, dueYear };
};
