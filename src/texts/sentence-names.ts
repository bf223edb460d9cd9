import { groupBy } from '#core/shared/group-by.ts';

/** Something that a sentence can name. */
export type NamedEntry = { readonly id: string; readonly name: string; readonly shortName?: string };

/** What was found at a place of a text: usually one id; several where the name alone does not say which. */
export type NameHit = { readonly ids: readonly string[]; readonly end: number };

/** The names of one list of a profile, in both directions. */
export type NameBook = {
  /** The name; with its id in brackets where the name alone would be read as something else. An unknown id stays itself. */
  readonly spell: (id: string) => string;
  /** The longest known name that starts at this place and ends where a word ends. */
  readonly match: (text: string, at: number) => NameHit | null;
  /** Whose name begins with these words; empty where none or several do. */
  readonly beginning: (words: string) => readonly string[];
  /** At most three names that may have been meant, best first. */
  readonly nearest: (words: string) => readonly string[];
};

/** What a sentence may put behind a name: a longer name that goes on like this would be read instead of the shorter one. */
const GOES_ON = /^(?:\s*[,./]|\s*\(bevorzugt|\s+(?:oder|und|sowie|je|bei|im|steht|\d))/;
const WORD_END = String.raw`(?=$|[\s,.;:()\[\]„“”"/])`;
const PROPOSALS = 3;
/** A shorter name stands in too many words by chance. */
const PART_LETTERS = 4;

/** For capitals, too: „GROSSBILD“ is the „Großbild“. */
const keyOf = (name: string): string => name.trim().replace(/\s+/gu, ' ').toLowerCase().replaceAll('ß', 'ss');
const patternOf = (key: string): RegExp =>
  new RegExp(
    `${key
      .replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
      .replace(/ /gu, String.raw`\s+`)
      .replaceAll('ss', '(?:ß|ss)')}${WORD_END}`,
    'iuy',
  );

const lazily = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
};

/**
 * @param isQuoted the names stand in quotation marks, so that what follows them cannot be taken for a part of them
 */
export const nameBook = (entries: readonly NamedEntry[], isQuoted = false): NameBook => {
  const byKey = new Map<string, readonly string[]>();
  const addAll = (spellings: (entry: NamedEntry) => string | undefined): void => {
    const added = new Map<string, readonly string[]>();
    for (const entry of entries) {
      const spelling = spellings(entry);
      if (spelling === undefined || spelling.trim() === '') continue;
      const key = keyOf(spelling);
      // A better kind of name comes first: a short name that is another entry's name is no name of its own.
      if (!byKey.has(key)) added.set(key, [...(added.get(key) ?? []), entry.id]);
    }
    for (const [key, ids] of added) byKey.set(key, ids);
  };
  addAll(({ name }) => name);
  addAll(({ name, id }) => `${name} [${id}]`);
  addAll(({ shortName }) => shortName);
  addAll(({ id }) => id);
  const known = [...byKey]
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([key, ids]) => ({ key, ids, pattern: lazily(() => patternOf(key)) }));
  // Only names with the right first letter are looked at: hundreds of patterns take a while to make.
  const byLetter = groupBy(known, ({ key }) => key.slice(0, 1));

  const spelled = new Map(
    entries.map(({ id, name }): [string, string] => {
      const key = keyOf(name);
      const isClear =
        byKey.get(key)?.length === 1 &&
        (isQuoted ||
          !known.some((other) => other.key.startsWith(key) && GOES_ON.test(other.key.slice(key.length))));
      const shown = name.trim().replace(/\s+/gu, ' ');
      return [id, isClear ? shown : `${shown} [${id}]`];
    }),
  );
  const spell = (id: string): string => spelled.get(id) ?? id;

  return {
    spell,
    match: (text, at) => {
      for (const { ids, pattern } of byLetter.get(keyOf(text.slice(at, at + 1)).slice(0, 1)) ?? []) {
        const sticky = pattern();
        sticky.lastIndex = at;
        const found = sticky.exec(text);
        if (found !== null) return { ids, end: at + found[0].length };
      }
      return null;
    },
    beginning: (words) => {
      const key = keyOf(words);
      if (key === '') return [];
      const ids = new Set(known.filter((name) => name.key.startsWith(`${key} `)).flatMap((name) => name.ids));
      return ids.size === 1 ? [...ids] : [];
    },
    nearest: (words) => {
      const key = keyOf(words);
      const limit = Math.max(2, Math.floor(key.length * 0.4));
      const distances = new Map<string, number>();
      for (const { key: name, ids } of known) {
        const isPart = name.includes(key) || (name.length >= PART_LETTERS && key.includes(name));
        const distance = isPart ? 1 : editDistance(key, name, limit);
        if (distance > limit) continue;
        for (const id of ids) distances.set(id, Math.min(distance, distances.get(id) ?? Infinity));
      }
      return [...distances]
        .toSorted(([, a], [, b]) => a - b)
        .slice(0, PROPOSALS)
        .map(([id]) => spell(id));
    },
  };
};

/** Letters to add, drop or change to make one text of the other (Levenshtein); above `limit` only that it is more. */
const editDistance = (left: string, right: string, limit: number): number => {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[right.length] ?? limit + 1;
};
