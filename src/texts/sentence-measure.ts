import type { PupilTerm, Quantity } from '#core/targets/target-profile.ts';
import { readGrades } from './sentence-grades.ts';
import type { Report } from './sentence-issues.ts';
import { addOnce, readName } from './sentence-name-list.ts';
import { numberIn, readCount, TYPED_NUMBER } from './sentence-number.ts';
import { SENTENCE_END, type SentenceReader, type Taken } from './sentence-reader.ts';
import type { SentenceBooks } from './sentence-words.ts';

const END = String.raw`(?=$|[\s,.;])`;
const PER = String.raw`(?:je|pro|für je|für jede[nrs]?)(?:\s+(${TYPED_NUMBER}))?\s+`;
const per = (words: string): RegExp => new RegExp(`,?\\s*${PER}(?:${words})${END}`, 'iuy');

const PER_SEATS = per('sitzplätze|sitzplatz|plätze|platz');
const PER_PUPILS = per(
  'schülerinnen und schülern?|schülerinnen/schüler|schülerin oder schüler|schüler(?:innen|in|n)?|sus|kinder|kind',
);
const PER_TEACHERS = per('lehrkräfte|lehrkraft|lehrer(?:innen|in)?|lehrpersonen|lehrperson');
const PER_CLASSES = per('klassen|klasse');
const PER_UNITS = per('(?:einheiten|einheit|geräte|gerät|stück)?\\s*(?:im|des) solls? (?:von|der)');
/** „wenn 50 Mbit/s zur Verfügung stehen“ says the opposite: what it is compared by must be said. */
const BELOW_BANDWIDTH = new RegExp(
  String.raw`,?\s*(?:bei|wenn|sofern) (?:weniger als|unter) (${TYPED_NUMBER}) mbit(?:\/s)?(?: zur verfügung stehen)?${END}`,
  'iuy',
);
const MORE_PUPILS = new RegExp(String.raw`je (${TYPED_NUMBER})(?= (?:der|des)\s)`, 'iuy');
const FALLBACK = /,?\s*(?:\(?bei unbekannter platzzahl|ohne (?:bekannte )?platzzahl|sonst)(?=\s)/iuy;
const MORE_TERMS = /(?:,\s*)?(?:sowie|und)(?=\s+je\s)|,(?=\s*je\s)/iuy;
const OTHER = /,?\s*(?:je|pro|bei|wenn|sofern)(?=\s)/iuy;

/**
 * What stands behind the categories: nothing (so many, fixed), or what the number is measured by.
 *
 * @param units the number in front of the categories
 * @returns null when it was not understood, which is reported
 */
export const readMeasure = (
  reader: SentenceReader,
  units: number,
  books: SentenceBooks,
  report: Report,
): Quantity | null => {
  const start = reader.at();
  const seats = reader.take(PER_SEATS);
  if (seats !== null) {
    const divide = numberIn(seats, report);
    if (reader.take(FALLBACK) === null) {
      report('FALLBACK_MISSING', seats);
      return null;
    }
    const fallbackUnits = readCount(reader, report, 0);
    reader.take(/\)/iuy);
    return divide === null || fallbackUnits === null
      ? null
      : { kind: 'per-seats', multiply: units, divide, fallbackUnits };
  }
  if (reader.sees(PER_PUPILS)) return readPupils(reader, units, report);
  const single = reader.take(PER_TEACHERS) ?? reader.take(PER_CLASSES);
  if (single !== null) {
    const perUnit = onePer(units, single, report);
    if (perUnit === null) return null;
    return /klasse/iu.test(single.text)
      ? { kind: 'per-classes', classesPerUnit: perUnit }
      : { kind: 'per-teachers', teachersPerUnit: perUnit };
  }
  const dependent = reader.take(PER_UNITS);
  if (dependent !== null) {
    const divide = numberIn(dependent, report);
    const of = readRequirements(reader, books, report);
    return divide === null || of.length === 0 ? null : { kind: 'dependent', of, multiply: units, divide };
  }
  const slow = reader.take(BELOW_BANDWIDTH);
  if (slow !== null) {
    const below = numberIn(slow, report);
    return below === null ? null : { kind: 'conditional', value: 'bandwidthMbit', below, units };
  }
  if (reader.sees(OTHER)) {
    report('UNKNOWN_QUANTITY', { start, end: reader.takeUntil(SENTENCE_END).end });
    return null;
  }
  return { kind: 'fixed', units };
};

/** `2 je 10` is `1 je 5`; what does not divide cannot be written in a profile. */
const onePer = (units: number, per: Taken, report: Report): number | null => {
  const count = numberIn(per, report);
  if (count === null) return null;
  if (count % units === 0) return count / units;
  report('ONE_EACH', per);
  return null;
};

const readPupils = (reader: SentenceReader, units: number, report: Report): Quantity | null => {
  const terms: PupilTerm[] = [];
  let isFine = true;
  do {
    const term = reader.take(PER_PUPILS) ?? reader.take(MORE_PUPILS);
    if (term === null) {
      report('UNKNOWN_QUANTITY', reader.takeUntil(SENTENCE_END));
      return null;
    }
    const pupilsPerUnit = onePer(units, term, report);
    const grades = readGrades(reader, report);
    if (pupilsPerUnit === null) isFine = false;
    else terms.push({ pupilsPerUnit, grades });
  } while (reader.take(MORE_TERMS) !== null);
  return isFine ? { kind: 'per-pupils', terms } : null;
};

const REQUIREMENT = { unknown: 'UNKNOWN_REQUIREMENT', stop: /[“”"«]|\.(?:\s|$)/u } as const;

/** `„Mobile Geräte, 1 je 5“ und „Reserve“`. The quotation marks may be missing where the name is clear. */
const readRequirements = (
  reader: SentenceReader,
  { requirements }: SentenceBooks,
  report: Report,
): readonly string[] => {
  const ids: string[] = [];
  do {
    reader.take(/[„“"»]/iuy);
    const named = readName(reader, requirements, report, REQUIREMENT);
    if (named !== null) addOnce(ids, [named.id], named, report);
    reader.take(/[“”"«]/iuy);
  } while (reader.take(/(?:,\s*)?(?:und|oder|sowie)(?=\s)|,/iuy) !== null);
  return ids;
};
