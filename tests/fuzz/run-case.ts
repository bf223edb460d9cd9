import { planImport } from '#core/import/plan/plan-import.ts';
import { proposeMapping } from '#core/import/columns/propose-mapping.ts';
import type { RawBook, ReadFailure, ReadFailureCode } from '#core/import/types.ts';
import { EMPTY_INVENTORY } from '#core/inventory/inventory.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { readProfileFile } from '#excel/profile/read-profile-file.ts';
import { readList } from '#excel/read/read-list.ts';
import { importIssueText, readFailureText } from '#texts/import.ts';

export type Outcome =
  | { readonly kind: 'read' }
  | { readonly kind: 'refused'; readonly code: ReadFailureCode | 'PROFILE' }
  /** Refused, but the sentence would not help anyone. */
  | { readonly kind: 'mute'; readonly detail: string };

const isSentence = (text: string, fileName: string): boolean =>
  text.includes(fileName) &&
  text.length > 40 &&
  text.endsWith('.') &&
  !/undefined|NaN|null|\[object/.test(text);

const refused = (failure: ReadFailure): Outcome => {
  const text = readFailureText(failure);
  return isSentence(text, failure.fileName)
    ? { kind: 'refused', code: failure.code }
    : { kind: 'mute', detail: `${failure.code}: ${text}` };
};

/** What every book promises to those who work with it. */
const checkBook = ({ sheets }: RawBook): void => {
  for (const { name, rows, merges } of sheets) {
    let last = 0;
    for (const { row, cells } of rows) {
      if (row <= last) throw new Error(`row ${row} of ${name} follows row ${last}`);
      if (cells.length === 0 || cells.at(-1) === null || cells.at(-1) === undefined)
        throw new Error(`row ${row} of ${name} does not end with a cell`);
      last = row;
    }
    for (const { firstRow, lastRow } of merges)
      if (lastRow < firstRow || lastRow > last) throw new Error(`a merge of ${name} leaves the sheet`);
  }
};

/** What is accepted must be a profile that can be compared with; what is not must say why. */
const runProfile = (bytes: Uint8Array, name: string): Outcome => {
  const read = readProfileFile(bytes, name);
  const sentences = read.ok ? read.value.adapted : read.error;
  const mute = sentences.find((text) => text.length < 15 || /undefined|NaN|\[object/.test(text));
  if (mute !== undefined) return { kind: 'mute', detail: mute };
  if (!read.ok)
    return read.error.length > 0 ? { kind: 'refused', code: 'PROFILE' } : { kind: 'mute', detail: '' };
  const parsed = parseProfile(read.value.profile);
  if (!parsed.ok) throw new Error(`a contradictory profile was taken: ${JSON.stringify(parsed.error[0])}`);
  return { kind: 'read' };
};

/** The whole way of a list, from bytes to a plan, or of a profile. Throws where the app would. */
export const runCase = (bytes: Uint8Array, name: string, profile: TargetProfile): Outcome => {
  if (name.startsWith('profil.')) return runProfile(bytes, name);
  const book = readList(bytes, name);
  if (!book.ok) return refused(book.error);
  checkBook(book.value);
  const mapping = proposeMapping(book.value, { profile, remembered: [] });
  if (!mapping.ok) return refused(mapping.error);
  let next = 0;
  const id = (): string => `id-${(next += 1)}`;
  const { counts, issues } = planImport(book.value, mapping.value, {
    inventory: EMPTY_INVENTORY,
    profile,
    ids: { device: id, room: id },
    defaultRoomType: null,
  });
  const { rowsRead, newRows, changedRows, sameRows, rejectedRows } = counts;
  if (newRows + changedRows + sameRows + rejectedRows !== rowsRead)
    throw new Error(`the counts do not add up: ${JSON.stringify(counts)}`);
  for (const issue of issues.slice(0, 200))
    if (/undefined|NaN|\[object/.test(importIssueText({ ...issue, value: '' })))
      throw new Error(`no sentence for ${issue.code}`);
  return { kind: 'read' };
};
