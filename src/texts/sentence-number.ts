import type { Report } from './sentence-issues.ts';
import type { SentenceReader, Span, Taken } from './sentence-reader.ts';

/** No profile may ask for more. */
const MOST = 1_000_000;

/** For patterns: a number as it is typed, decimals included, so that they are refused as a whole. */
export const TYPED_NUMBER = String.raw`\d+(?:[.,]\d+)*`;
/** `2` or `1.000`. A full stop in front of other than three digits is a decimal point. */
const WHOLE = /^(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)$/;
const COUNT = new RegExp(String.raw`ein(?:e[nrms]?)?(?=\s)|${TYPED_NUMBER}`, 'iuy');

/** A whole number such as `2` or `1.000`; null when there is none, which is reported. */
export const readCount = (reader: SentenceReader, report: Report, least = 1): number | null => {
  const word = reader.take(COUNT);
  if (word === null) {
    report('NUMBER_MISSING', { start: reader.at(), end: reader.at() });
    return null;
  }
  return /^\d/u.test(word.text) ? wholeNumber(word.text, word, least, report) : 1;
};

/** The number in words whose first group it is; 1 where there is none („je Platz“), null when it is no whole number, which is reported. */
export const numberIn = (words: Taken, report: Report): number | null => {
  const [typed] = words.groups;
  if (typed === undefined) return 1;
  const start = words.start + words.text.indexOf(typed);
  return wholeNumber(typed, { start, end: start + typed.length }, 1, report);
};

const wholeNumber = (typed: string, span: Span, least: number, report: Report): number | null => {
  if (!WHOLE.test(typed)) {
    report('NUMBER_NOT_WHOLE', span);
    return null;
  }
  const count = Number(typed.replaceAll('.', ''));
  if (count >= least && count <= MOST) return count;
  report('NUMBER_OUT_OF_RANGE', span);
  return null;
};
