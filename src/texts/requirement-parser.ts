import { failed, ok, type Result } from '#core/shared/result.ts';
import type { Quantity, Requirement, TargetProfile } from '#core/targets/target-profile.ts';
import { readClauses } from './sentence-clauses.ts';
import { readMeasure } from './sentence-measure.ts';
import type { Report, SentenceIssue } from './sentence-issues.ts';
import { readNames } from './sentence-name-list.ts';
import { readCount } from './sentence-number.ts';
import { SENTENCE_END, sentenceReader, type SentenceReader } from './sentence-reader.ts';
import { sentenceBooks, type SentenceBooks, type SentenceFields } from './sentence-words.ts';

/**
 * Reads the sentence of a requirement, as `formatRequirement` writes it or as people type it: any case, „oder“ or „/“
 * between names, the beginning of a name where it is clear which one is meant. What is said twice is reported, never
 * overwritten or counted twice.
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

const AFTER_CATEGORY = /\s*(?:[,/„]|\.(?:\s|$)|\s(?:oder|und|sowie|je|bei)\s|\(bevorzugt\))/iu;
const AFTER_ROOM_TYPE = /\s*(?:[,/„]|\.(?:\s|$)|\s(?:oder|und|sowie|braucht|benötigt)\s|\s\d)/iu;

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
  const start = reader.at();
  // A room type may be called „Schule“ or „Schule für Kranke“.
  const isRoomType = reader.take(/je(?=\s)/iuy) !== null && reader.takeName(books.roomTypes) !== null;
  reader.goBackTo(start);
  if (!isRoomType && reader.take(/(?:für die (?:ganze )?schule|schulweit|je schule)(?=[\s:,])/iuy) !== null) {
    reader.take(/[:,]/iuy);
    return { kind: 'school' };
  }
  if (reader.take(/(?:je|jede[rsmn]?|pro|in jede[rm]|für jede[nrs]?)(?=\s)/iuy) === null) {
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
