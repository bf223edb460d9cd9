import type { Separator } from '#core/import/types.ts';
import { MAX_COLUMNS } from './read-stop.ts';
import { detached } from './xml.ts';

/** A quote that spans more lines or characters was never meant as one: an inch mark, a forgotten second quote. */
const MAX_QUOTED_LINES = 30;
const MAX_QUOTED_LENGTH = 100_000;
/** After so many quotes without an end, quotes are just characters: looking further each time would take for ever. */
const MAX_LOOSE_QUOTES = 1000;

type Quoted = { readonly text: string; readonly end: number };

/**
 * The field that begins with the quote at `start`, or null when the quote does not mean what it seems: it has no end, or
 * only one that makes it swallow lines that have quoted fields of their own.
 */
const readQuoted = (text: string, start: number, separator: Separator): Quoted | null => {
  const limit = Math.min(text.length, start + MAX_QUOTED_LENGTH);
  let lines = 0;
  let hasDoubled = false;
  let opensInside = false;
  let nextLine = text.indexOf('\n', start);
  for (let at = text.indexOf('"', start + 1); at >= 0 && at < limit; at = text.indexOf('"', at + 1)) {
    for (; nextLine >= 0 && nextLine < at; nextLine = text.indexOf('\n', nextLine + 1)) {
      lines += 1;
      if (lines > MAX_QUOTED_LINES) return null;
    }
    if (text.charCodeAt(at + 1) === 34) {
      hasDoubled = true;
      at += 1;
      continue;
    }
    let end = at + 1;
    while (text.charCodeAt(end) === 32) end += 1;
    if (end >= text.length || text[end] === separator || text.charCodeAt(end) === 10) {
      if (opensInside && lines > 0) return null;
      const inner = text.slice(start + 1, at);
      return { text: hasDoubled ? inner.replaceAll('""', '"') : inner, end };
    }
    const before = text[at - 1];
    if (before === separator || before === '\n') opensInside = true;
  }
  return null;
};

/** The end of the text when it is not there. */
const positionOf = (text: string, wanted: string, from: number): number => {
  const at = text.indexOf(wanted, from);
  return at < 0 ? text.length : at;
};

/**
 * Calls `onRecord` with the fields of each record and where it ends, until it answers false. Line ends are `\n`. Quotes
 * count only at the start of a field, so that `24" Monitor` stays as it is.
 */
export const parseRecords = (
  text: string,
  separator: Separator,
  onRecord: (fields: readonly string[], end: number) => boolean,
): void => {
  let looseQuotes = 0;
  let at = 0;
  let fields: string[] = [];
  // Both are looked for once and kept until passed: a file without separators would else be searched at each line.
  let lineEnd = positionOf(text, '\n', 0);
  let nextSeparator = positionOf(text, separator, 0);
  while (at < text.length) {
    let end = -1;
    if (text.charCodeAt(at) === 34 && looseQuotes < MAX_LOOSE_QUOTES) {
      const quoted = readQuoted(text, at, separator);
      if (quoted === null) looseQuotes += 1;
      else {
        fields.push(detached(quoted.text));
        end = quoted.end;
      }
    }
    if (end < 0) {
      if (lineEnd < at) lineEnd = positionOf(text, '\n', at);
      if (nextSeparator < at) nextSeparator = positionOf(text, separator, at);
      end = Math.min(lineEnd, nextSeparator);
      fields.push(detached(text.slice(at, end)));
    }
    at = end + 1;
    const isAtSeparator = text[end] === separator;
    if (isAtSeparator && at < text.length && fields.length <= MAX_COLUMNS) continue;
    if (isAtSeparator) fields.push('');
    if (!onRecord(fields, at)) return;
    fields = [];
  }
};

/** The first records, for a look at their shape. */
export const recordsOf = (
  text: string,
  separator: Separator,
  count: number,
): readonly (readonly string[])[] => {
  const records: (readonly string[])[] = [];
  parseRecords(text, separator, (fields) => {
    records.push(fields);
    return records.length < count;
  });
  return records;
};
