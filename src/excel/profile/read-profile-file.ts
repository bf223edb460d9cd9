import { findJsonError, findJsonPlace } from '#core/shared/json-text.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { placeInProfile } from '#core/targets/profile-place.ts';
import { readProfileTables } from '#core/targets/read-profile-tables.ts';
import { readProfileValue } from '#core/targets/repair-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { readFailureText } from '#texts/import.ts';
import { PROFILE_FILE_TEXTS } from '#texts/profile-file.ts';
import { PROFILE_GUIDE, PROFILE_TABLE_TEXTS } from '#texts/profile-table.ts';
import { isWorkbook, readList } from '../read/read-list.ts';
import { decodeText } from '../read/read-text.ts';

/** The issued profile has 60 kB; nobody writes 10 MB by hand. */
export const MAX_PROFILE_BYTES = 10_000_000;
/** So many sentences are made; each costs a walk through the file. */
const MAX_SENTENCES = 50;

export type ReadProfileFile = {
  readonly profile: TargetProfile;
  /** What was mended or left out: a sentence with the place each. */
  readonly adapted: readonly string[];
};

/**
 * Reads a profile that somebody sent: .json in any encoding of ours, or the workbook that `writeProfile` writes, also as
 * .ods. What it is is decided by the bytes.
 *
 * @returns the profile, or sentences that name place and remedy
 */
export const readProfileFile = (
  bytes: Uint8Array,
  fileName: string,
): Result<ReadProfileFile, readonly string[]> => {
  if (bytes.length === 0) return failed([PROFILE_FILE_TEXTS.empty]);
  if (bytes.length > MAX_PROFILE_BYTES)
    return failed([PROFILE_FILE_TEXTS.tooLarge(bytes.length, MAX_PROFILE_BYTES)]);
  return isWorkbook(bytes) ? readBook(bytes, fileName) : readJson(bytes);
};

const readBook = (bytes: Uint8Array, fileName: string): Result<ReadProfileFile, readonly string[]> => {
  const book = readList(bytes, fileName);
  if (!book.ok) return failed([readFailureText(book.error)]);
  const read = readProfileTables(book.value.sheets, PROFILE_TABLE_TEXTS, [PROFILE_GUIDE.sheet]);
  if (!read.ok) return failed(someOf(read.error, PROFILE_FILE_TEXTS.tableIssue));
  const { profile, notes } = read.value;
  return ok({ profile, adapted: someOf(notes, PROFILE_FILE_TEXTS.tableNote) });
};

const readJson = (bytes: Uint8Array): Result<ReadProfileFile, readonly string[]> => {
  const decoded = decodeText(bytes, null);
  if (!decoded.ok) return failed([PROFILE_FILE_TEXTS.noText]);
  const text = decoded.value.text.replace(/^\uFEFF/, '');
  const error = findJsonError(text);
  if (error !== null)
    return failed([
      // A letter or a list by mistake: its first sign is not worth a line.
      /^\s*[{[]/.test(text) ? PROFILE_FILE_TEXTS.jsonError(error) : PROFILE_FILE_TEXTS.noProfile,
    ]);
  const value: unknown = JSON.parse(text);
  const read = readProfileValue(value);
  if (!read.ok)
    return failed(
      someOf(read.error, (issue) =>
        PROFILE_FILE_TEXTS.jsonIssue(findJsonPlace(text, placeInProfile(value, issue)), issue),
      ),
    );
  const { profile, repairs } = read.value;
  return ok({
    profile,
    adapted: someOf(repairs, (repair) =>
      PROFILE_FILE_TEXTS.jsonRepair(findJsonPlace(text, repair.path), repair),
    ),
  });
};

const someOf = <Entry>(entries: readonly Entry[], sentence: (entry: Entry) => string): readonly string[] => {
  const sentences = entries.slice(0, MAX_SENTENCES).map(sentence);
  const rest = entries.length - sentences.length;
  return rest > 0 ? [...sentences, PROFILE_FILE_TEXTS.more(rest)] : sentences;
};
