import { FIRST_NAMES } from './first-names.ts';

/** Words before a surname. */
const TITLES =
  'frau|fr\\.|herrn?|hr\\.|dr\\.|prof\\.|familie|fam\\.|schülerin|schüler|lehrerin|lehrer|kollegin|kollege';
/** Words that may stand between title and surname. */
const BETWEEN = '(?:dr\\.|prof\\.|von|van|de|zu|der)';
const SURNAME = "\\p{Lu}[\\p{Ll}’']+(?:-\\p{Lu}[\\p{Ll}’']+)?";

/** „Frau Müller“, „Herrn Dr. Meier“; the title's first letter may be either. */
const TITLED = new RegExp(
  `(?<![\\p{L}])(?:${eitherCase(TITLES)})\\s+(?:${eitherCase(BETWEEN)}\\s+)*(${SURNAME})(?![\\p{L}])`,
  'u',
);
/** Behind „Lehrer“ stands as often a thing as a person: „Lehrer Notebook“ names nobody. */
const ROLE = /^(?:schüler|lehrer|kolleg)/i;

const MAIL = /(?<![\p{L}\d.])[\p{L}\d][\p{L}\d._+-]*@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*/u;
/** Mailboxes of an office. */
const OFFICE =
  /^(?:info|post|poststelle|schule|schulleitung|sekretariat|verwaltung|kontakt|support|service|hotline|it|edv|admin|noreply|rechnung|bestellung|vertrieb|office|mail)(?:[._-]|@|$)/i;

/** Words with their separators, as they stand in a text: „Müller, Anna“, „iPad-Anna“, „ipad_schmidt“. */
const WORD = /[\p{L}][\p{L}’']*\.?/gu;

/** Streets, schools and houses are called after people, and stay what they are. */
const CALLED_AFTER =
  /(?:straße|strasse|str\.|platz|weg|allee|schule|gymnasium|haus|halle|saal|kita|heim|stiftung|gmbh|kg|ag|verlag|ring|kirche|bibliothek|bücherei|raum|zimmer)$/i;

/** Brands that are a first name with an s. */
const BRANDS: ReadonlySet<string> = new Set(['philips', 'jacobs']);

const isFirstName = (word: string): boolean => {
  const plain = word.toLowerCase().replace(/\.$/, '');
  return FIRST_NAMES.has(plain) || (!BRANDS.has(plain) && FIRST_NAMES.has(plain.replace(/[’']?s$/, '')));
};
const isCapital = (word: string): boolean => /^\p{Lu}[\p{Ll}’']+$/u.test(word);
/** In names of computers there are no capitals to go by, and three letters may stand for anything. */
const mayBeWritten = (word: string, text: string): boolean =>
  isCapital(word) || (word.length > 3 && (/^\p{Lu}+$/u.test(word) || !/\s/.test(text)));

/** `a|b` → `[aA]|[bB]`, for the first letter of each alternative only. */
function eitherCase(alternatives: string): string {
  return alternatives.replace(
    /(^|[|(:])(\p{Ll})/gu,
    (_all, before: string, letter: string) => `${before}[${letter}${letter.toUpperCase()}]`,
  );
}

const titled = (text: string): string | null => {
  const found = TITLED.exec(text);
  if (found === null) return null;
  const [whole, surname = ''] = found;
  return ROLE.test(whole) && !isFirstName(surname) ? null : whole;
};

const mailed = (text: string): string | null => {
  const found = MAIL.exec(text)?.[0] ?? null;
  return found === null || OFFICE.test(found) ? null : found;
};

/** „Anna Schmidt“, „Schmidt, Anna“, „Anna S.“, and „Anna“ alone. */
const named = (text: string): string | null => {
  const words = [...text.matchAll(WORD)];
  for (const [index, { 0: word, index: at }] of words.entries()) {
    if (!isFirstName(word) || !mayBeWritten(word, text)) continue;
    // „Anne-Frank-Raum“, „Grundschule Karl Reuter“: the whole is called after a person.
    const around = [...words.slice(Math.max(0, index - 1), index), ...words.slice(index + 1, index + 4)];
    if (around.some(([near]) => CALLED_AFTER.test(near))) return null;
    const [before, after] = [words[index - 1], words[index + 1]];
    const gapAfter = after === undefined ? '' : text.slice(at + word.length, after.index);
    const gapBefore = before === undefined ? '' : text.slice(before.index + before[0].length, at);
    if (after !== undefined && /^[ \u00a0-]$/.test(gapAfter) && /^\p{Lu}(?:[\p{Ll}’']+|\.)$/u.test(after[0]))
      return `${word}${gapAfter}${after[0]}`;
    if (before !== undefined && isCapital(before[0]) && /^,\s*$/.test(gapBefore))
      return `${before[0]}${gapBefore}${word}`;
    return word;
  }
  return null;
};

/**
 * Whether a text names a person, as far as that can be seen: a title with a surname, a first name, or the mail address of
 * a person. It asks for a look and decides nothing: it knows no surname that stands alone, and a rare first name escapes it.
 *
 * @returns the words that look like a name; null = none do
 */
export const looksLikeName = (text: string): string | null => mailed(text) ?? titled(text) ?? named(text);
