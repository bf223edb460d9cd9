/**
 * Terms of a dictionary and how they are found in a text. A term is written folded (lower case, umlauts as ae oe ue, only
 * letters, digits and spaces): `dokumentenkamera`. A space may be missing in the text (`access point`, `accesspoint`);
 * `*` stands for any letters and digits of the same word (`*drucker`, `promethean*`), alone at the end for one more word
 * (`ap *`), `#` for one digit (`eb ###*`). Plural endings need not be listed.
 *
 * Looked up by whole words instead of one pattern after the other: a list of 10,000 rows has thousands of different
 * texts, and the dictionary thousands of terms.
 */
export type Hit<Value> = {
  readonly value: Value;
  /** Words of the text that the term covers; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Letters that the term itself gives: a longer term says more. */
  readonly weight: number;
};

export type TermIndex<Value> = { readonly find: (words: readonly string[]) => readonly Hit<Value>[] };

type Entry<Value> = {
  readonly value: Value;
  readonly needsNext: boolean;
  /** The fixed part with its own digits, where `#` stands for others; null = no `#` in it. */
  readonly digits: string | null;
};
/** Terms of one kind by their fixed part. */
type Table<Value> = { readonly entries: Map<string, Entry<Value>[]>; readonly lengths: Set<number> };

/** No term has more words. */
const MOST_WORDS = 5;
const PLURALS = ['', 's', 'e', 'n', 'en', 'er'] as const;

const newTable = <Value>(): Table<Value> => ({ entries: new Map(), lengths: new Set() });

const addTo = <Value>({ entries, lengths }: Table<Value>, key: string, entry: Entry<Value>): void => {
  const list = entries.get(key);
  if (list === undefined) entries.set(key, [entry]);
  else list.push(entry);
  lengths.add(key.length);
};

const withoutDigits = (text: string): string => text.replace(/\d/g, '#');

/** Builds the index; a later term never hides an earlier one. */
export const indexTerms = <Value>(
  terms: Iterable<readonly [term: string, value: Value]>,
): TermIndex<Value> => {
  const exact = newTable<Value>();
  const starts = newTable<Value>();
  const ends = newTable<Value>();
  const inner = newTable<Value>();
  for (const [term, value] of terms) {
    const needsNext = term.endsWith(' *');
    const fixed = term
      .replace(/ \*$/, '')
      .replace(/^\*|\*$/g, '')
      .replace(/ /g, '');
    const opensLeft = term.startsWith('*');
    const opensRight = term.endsWith('*') && !needsNext;
    const table = opensLeft ? (opensRight ? inner : ends) : opensRight ? starts : exact;
    const hasMark = fixed.includes('#');
    addTo(table, hasMark ? withoutDigits(fixed) : fixed, {
      value,
      needsNext,
      digits: hasMark ? fixed : null,
    });
  }
  return {
    find: (words) => {
      const hits: Hit<Value>[] = [];
      for (let from = 0; from < words.length; from += 1) {
        let joined = '';
        for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to += 1) {
          const before = joined.length;
          const last = words[to - 1] ?? '';
          joined += last;
          const first = words[from] ?? '';
          const report = (entries: readonly Entry<Value>[] | undefined, fixed: string): void => {
            for (const { value, needsNext, digits } of entries ?? [])
              if ((!needsNext || to < words.length) && (digits === null || hasDigits(fixed, digits)))
                hits.push({ value, from, to, weight: fixed.length });
          };
          for (const single of withoutPlural(joined)) {
            lookUp(exact, single, report);
            // The open side lies within one word, or "beamer*" would swallow the word behind.
            for (const length of ends.lengths)
              if (length > single.length - first.length && length <= single.length)
                lookUp(ends, single.slice(-length), report);
          }
          for (const length of starts.lengths)
            if (length > before && length <= joined.length) lookUp(starts, joined.slice(0, length), report);
          if (to === from + 1)
            for (const [fixed, entries] of inner.entries) if (joined.includes(fixed)) report(entries, fixed);
        }
      }
      return hits;
    },
  };
};

/** As written, and without each plural ending that it could have. */
const withoutPlural = (joined: string): readonly string[] =>
  PLURALS.filter((plural) => joined.endsWith(plural)).map((plural) =>
    joined.slice(0, joined.length - plural.length),
  );

/** By the text as written, and with every digit made a `#`. */
const lookUp = <Value>(
  { entries }: Table<Value>,
  text: string,
  report: (entries: readonly Entry<Value>[] | undefined, fixed: string) => void,
): void => {
  report(entries.get(text), text);
  const masked = withoutDigits(text);
  if (masked !== text) report(entries.get(masked), text);
};

/** Whether the digits that the term names stand in the text: `p1###` is in `p1502`, not in `p2502`. */
const hasDigits = (text: string, term: string): boolean => {
  for (let at = 0; at < term.length; at += 1) if (term[at] !== '#' && term[at] !== text[at]) return false;
  return true;
};
