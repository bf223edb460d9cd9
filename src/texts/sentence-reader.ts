import type { NameBook, NameHit } from './sentence-names.ts';

/** A stretch of the sentence, end exclusive. */
export type Span = { readonly start: number; readonly end: number };
export type Taken = Span & { readonly text: string; readonly groups: readonly (string | undefined)[] };

/** Reads a text from left to right; white space between words does not count. */
export type SentenceReader = {
  /** What fits here, in any case, and is read; null = nothing was. A constant pattern with the flags `iuy`; a space in it is any white space. */
  readonly take: (pattern: RegExp) => Taken | null;
  readonly sees: (pattern: RegExp) => boolean;
  /** A known name; the longest wins. */
  readonly takeName: (book: NameBook) => (NameHit & Span) | null;
  /** Everything up to what `stop` matches, at least one letter. */
  readonly takeUntil: (stop: RegExp) => Taken;
  readonly isAtEnd: () => boolean;
  /** Place of the next word. */
  readonly at: () => number;
  readonly goBackTo: (place: number) => void;
};

/** For `takeUntil`: a full stop that is none of a number. */
export const SENTENCE_END = /\.(?:\s|$)/u;

const loosened = new Map<RegExp, RegExp>();
/** The same pattern, in which a space stands for any white space. */
const loose = (pattern: RegExp): RegExp => {
  const made =
    loosened.get(pattern) ?? new RegExp(pattern.source.replaceAll(' ', String.raw`\s+`), pattern.flags);
  loosened.set(pattern, made);
  return made;
};

export const sentenceReader = (text: string): SentenceReader => {
  let place = 0;
  const skipSpace = (): void => {
    while (place < text.length && /\s/u.test(text[place] ?? '')) place += 1;
  };
  const exec = (pattern: RegExp): RegExpExecArray | null => {
    skipSpace();
    const anySpace = loose(pattern);
    anySpace.lastIndex = place;
    return anySpace.exec(text);
  };
  const takeUntil = (stop: RegExp): Taken => {
    skipSpace();
    const start = place;
    const found = text.slice(start + 1).search(stop);
    place = found < 0 ? text.length : start + 1 + found;
    const words = text.slice(start, place).trimEnd();
    return { start, end: start + words.length, text: words, groups: [] };
  };
  return {
    take: (pattern) => {
      const found = exec(pattern);
      if (found === null) return null;
      const start = place;
      place += found[0].length;
      return { start, end: place, text: found[0], groups: found.slice(1) };
    },
    sees: (pattern) => exec(pattern) !== null,
    takeName: (book) => {
      skipSpace();
      const hit = book.match(text, place);
      if (hit === null) return null;
      const start = place;
      place = hit.end;
      return { ...hit, start };
    },
    takeUntil,
    isAtEnd: () => {
      skipSpace();
      return place >= text.length;
    },
    at: () => {
      skipSpace();
      return place;
    },
    goBackTo: (to) => {
      place = to;
    },
  };
};
