import type { KeyFinder } from '#backup/data-key.ts';
import { isWhole, readLine } from '#backup/journal-format.ts';
import type { JournalScan } from '#backup/journal-scan.ts';
import { lastSeqOf, type VaultLook } from '#backup/look-at-vault.ts';
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
  if (look.end !== null && !(await isSameHistory(look.end, data, findKey))) {
    const journalAt = await momentOf(look.end, lastSeqOf(look.end), findKey);
    return journalAt !== null && journalAt > (data.headers.at(-1)?.at ?? '')
      ? 'other-history'
      : 'keep-database';
  }
  return lastSeq < look.top ? 'fill' : 'nothing';
};

/** Whether the newest set that both have is the same one. */
const isSameHistory = async (
  end: JournalScan,
  { headers, lastSeq }: StoredData,
  findKey: KeyFinder,
): Promise<boolean> => {
  const seq = Math.min(lastSeqOf(end), lastSeq);
  const ours = headers.find((header) => header.seq === seq);
  const theirs = await momentOf(end, seq, findKey);
  return ours === undefined || theirs === null || theirs === ours.at;
};

/** When the journal says that a set was made; null where it does not hold it, or not legibly. */
const momentOf = async (end: JournalScan, seq: number, findKey: KeyFinder): Promise<string | null> => {
  const line = end.lines.find((candidate) => candidate.seq === seq);
  if (end.head === null || line === undefined || !(await isWhole(line))) return null;
  const set = await readLine(
    line,
    end.head.dataVersion,
    end.head.key === null ? null : await findKey(end.head.key),
  );
  return set.ok ? set.value.at : null;
};
