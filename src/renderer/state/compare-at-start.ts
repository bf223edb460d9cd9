import type { KeyFinder } from '#backup/data-key.ts';
import { isWhole, readLine } from '#backup/journal-format.ts';
import { scanJournal, type JournalScan } from '#backup/journal-scan.ts';
import type { VaultLook } from '#backup/look-at-vault.ts';
import type { VaultFiles } from '#backup/vault-files.ts';
import type { StoredData } from '#storage/storage.ts';

export type RebuildReason = 'missing' | 'damaged' | 'older' | 'chosen';
/** `two-histories`: database and vault tell different changes under the same numbers; only the user can choose. */
type Needed = 'nothing' | 'fill' | 'two-histories' | RebuildReason;

/** Nothing was ever stored in it. */
export const isEmpty = ({ lastSeq }: Pick<StoredData, 'lastSeq'>): boolean => lastSeq === 0;

/** Compares the database with what lies outside. */
export const whatIsNeeded = async (
  files: VaultFiles,
  look: VaultLook,
  data: StoredData | null,
  findKey: KeyFinder,
): Promise<Needed> => {
  if (data === null) return 'damaged';
  if (isEmpty(data)) return look.top > 0 ? 'missing' : 'nothing';
  const { inventory, lastSeq } = data;
  const relation = await relationOf(files, look, data, findKey);
  if (relation === 'other') return 'two-histories';
  // What is put on top of the database has to be known as its own continuation.
  if (lastSeq < look.top) return relation === 'same' ? 'fill' : 'two-histories';
  const header = look.backup?.header;
  if (header === undefined || header.seq !== lastSeq) return 'nothing';
  const isSame =
    header.counts.rooms === inventory.rooms.length && header.counts.devices === inventory.devices.length;
  return isSame ? 'nothing' : 'damaged';
};

/** Whether changes that both have under one number are the same ones; null where there is none to compare. */
const relationOf = async (
  files: VaultFiles,
  look: VaultLook,
  { headers, lastSeq }: StoredData,
  findKey: KeyFinder,
): Promise<'same' | 'other' | null> => {
  const ours = new Map(headers.map(({ seq, at }) => [seq, at]));
  const compared: boolean[] = [];
  const compare = (seq: number, theirs: string | null): void => {
    const known = ours.get(seq);
    if (known !== undefined && theirs !== null) compared.push(known === theirs);
  };
  const header = look.backup?.header;
  if (header !== undefined) compare(header.seq, header.changedAt);
  const scan = await scanWith(files, look, lastSeq);
  const line = scan?.lines.findLast(({ seq }) => seq <= lastSeq);
  if (scan !== null && line !== undefined) compare(line.seq, await momentOf(scan, line.seq, findKey));
  if (compared.length === 0) return null;
  return compared.every(Boolean) ? 'same' : 'other';
};

/** The part of the journal that reaches up to a set: the last file, or an earlier one that has to be read for it. */
const scanWith = async (files: VaultFiles, look: VaultLook, seq: number): Promise<JournalScan | null> => {
  if (look.end === null || look.end.file.first <= seq) return look.end;
  const file = look.journal.findLast(({ first }) => first <= seq);
  const scanned = file === undefined ? null : await scanJournal(files, file, 'all');
  return scanned?.ok === true ? scanned.value : null;
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
