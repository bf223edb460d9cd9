import type { KeyFinder } from '#backup/data-key.ts';
import { readJournal } from '#backup/journal-scan.ts';
import { lastSeqOf, type VaultLook } from '#backup/look-at-vault.ts';
import type { VaultFiles } from '#backup/vault-files.ts';
import type { StoredData } from '#storage/storage.ts';

export type RebuildReason = 'missing' | 'damaged' | 'older' | 'other-history';
/** `keep-database`: the journal tells another history, and the database the newer one. */
type Needed = 'nothing' | 'fill' | 'keep-database' | RebuildReason;

/** Nothing was ever stored in it. */
export const isEmpty = ({ lastSeq }: Pick<StoredData, 'lastSeq'>): boolean => lastSeq === 0;

/** Compares the database with what lies outside. */
export const whatIsNeeded = async (
  look: VaultLook,
  data: StoredData | null,
  files: VaultFiles,
  findKey: KeyFinder,
): Promise<Needed> => {
  if (data === null) return 'damaged';
  if (isEmpty(data)) return look.top > 0 ? 'missing' : 'nothing';
  const { header } = look.backup ?? { header: null };
  const { inventory, lastSeq } = data;
  if (header !== null && header.seq === lastSeq) {
    const isSame =
      header.counts.rooms === inventory.rooms.length && header.counts.devices === inventory.devices.length;
    if (!isSame) return 'damaged';
  }
  if (look.end !== null && !(await isSameHistory(look, data, files, findKey))) {
    const journalAt = await lastAtOf(look, files, findKey);
    return journalAt !== null && journalAt > (data.headers.at(-1)?.at ?? '')
      ? 'other-history'
      : 'keep-database';
  }
  return lastSeq < look.top ? 'fill' : 'nothing';
};

/** Whether the newest set that both have is the same one. */
const isSameHistory = async (
  look: VaultLook,
  { headers, lastSeq }: StoredData,
  files: VaultFiles,
  findKey: KeyFinder,
): Promise<boolean> => {
  if (look.end === null || look.end.lines.length === 0) return true;
  const seq = Math.min(lastSeqOf(look.end), lastSeq);
  const ours = headers.find((header) => header.seq === seq);
  if (ours === undefined || seq < look.end.file.first) return true;
  const journal = await readJournal(files, [look.end.file], seq - 1, findKey);
  const theirs = journal.ok ? journal.value.sets.find((set) => set.seq === seq) : undefined;
  return theirs === undefined || theirs.at === ours.at;
};

const lastAtOf = async (look: VaultLook, files: VaultFiles, findKey: KeyFinder): Promise<string | null> => {
  if (look.end === null) return null;
  const journal = await readJournal(files, [look.end.file], 0, findKey);
  return journal.ok ? (journal.value.sets.at(-1)?.at ?? null) : null;
};
