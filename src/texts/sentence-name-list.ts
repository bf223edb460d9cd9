import type { Report } from './sentence-issues.ts';
import type { NameBook } from './sentence-names.ts';
import type { SentenceReader } from './sentence-reader.ts';

type NameListRules = {
  readonly unknown: 'UNKNOWN_CATEGORY' | 'UNKNOWN_ROOM_TYPE';
  /** Where a name that is not known ends. */
  readonly stop: RegExp;
  /** Any of them does, in order of preference: „und“ would ask for all of them. */
  readonly isOneOf: boolean;
};

/** `A, B oder C`. Names that are not known are reported and left out. */
export const readNames = (
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

export const readName = (
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
