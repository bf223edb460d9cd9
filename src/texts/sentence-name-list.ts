import type { Report, SentenceIssueCode } from './sentence-issues.ts';
import type { NameBook } from './sentence-names.ts';
import type { SentenceReader, Span, Taken } from './sentence-reader.ts';

type NameRules = {
  readonly unknown: Extract<SentenceIssueCode, `UNKNOWN_${string}`>;
  /** Where a name that is not known ends. */
  readonly stop: RegExp;
};

/** Adds what is named for the first time; what is named again would count twice, and is reported. */
export const addOnce = <Named>(
  list: Named[],
  named: readonly Named[],
  span: Span,
  report: Report,
  isPreferred = false,
): void => {
  if (named.some((one) => list.includes(one))) report('NAMED_TWICE', span);
  else if (isPreferred) list.unshift(...named);
  else list.push(...named);
};

/**
 * `A, B oder C`. Names that are not known are reported and left out.
 *
 * @param isOneOf any of them does, in order of preference: „und“ would ask for all of them, and a comma alone might
 */
export const readNames = (
  reader: SentenceReader,
  book: NameBook,
  report: Report,
  { isOneOf, ...rules }: NameRules & { readonly isOneOf: boolean },
): readonly string[] => {
  const ids: string[] = [];
  let comma: Taken | null = null;
  let isSaid = false;
  let hasPreferred = false;
  for (;;) {
    const name = readName(reader, book, report, rules);
    const preferred = reader.take(/\(bevorzugt\)/iuy);
    if (preferred !== null && hasPreferred) report('PREFERRED_TWICE', preferred);
    hasPreferred ||= preferred !== null;
    // Wherever it stands: what is preferred comes first.
    if (name !== null) addOnce(ids, [name.id], name, report, preferred !== null);
    const before = reader.at();
    const and = reader.take(/(?:,\s*)?(?:und|sowie)(?=\s)/iuy);
    if (and !== null) {
      if (isOneOf) report('AND_MEANS_TWO', and);
      isSaid = true;
      continue;
    }
    const next = reader.take(/(?:,\s*)?oder(?=\s)|[,/]/iuy);
    if (next === null) break;
    if (reader.isAtEnd() || reader.sees(/(?:je|bei|wenn|sonst|sofern)(?=\s)/iuy)) {
      reader.goBackTo(before);
      break;
    }
    if (next.text === ',') comma = next;
    else isSaid = true;
  }
  if (isOneOf && comma !== null && !isSaid && !hasPreferred) report('OR_MISSING', comma);
  return ids;
};

/** One name; null when it is not known or several have it, which is reported. */
export const readName = (
  reader: SentenceReader,
  book: NameBook,
  report: Report,
  { unknown, stop }: NameRules,
): (Span & { readonly id: string }) | null => {
  const hit = reader.takeName(book);
  if (hit !== null) {
    const [id, ...others] = hit.ids;
    if (others.length === 0 && id !== undefined) return { id, start: hit.start, end: hit.end };
    report('AMBIGUOUS_NAME', hit, hit.ids.map(book.spell));
    return null;
  }
  const words = reader.takeUntil(stop);
  const [begun] = book.beginning(words.text);
  if (begun !== undefined) return { id: begun, start: words.start, end: words.end };
  report(unknown, words, book.nearest(words.text));
  return null;
};
