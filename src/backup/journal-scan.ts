import type { VaultAnswer } from '#bridge/contract.ts';
import type { ChangeSet } from '#core/history/change-set.ts';
import { DATA_VERSION } from '#core/history/data-versions.ts';
import { failed, ok } from '#core/shared/result.ts';
import type { KeyFinder } from './data-key.ts';
import {
  isWhole,
  JOURNAL_VERSION,
  readHead,
  readLine,
  splitLines,
  type JournalHead,
  type RawLine,
} from './journal-format.ts';
import type { VaultFiles } from './vault-files.ts';
import type { JournalFile } from './vault-names.ts';

/** One journal file, read and looked at. */
export type JournalScan = {
  readonly file: JournalFile;
  /** null: not even the head can be read. */
  readonly head: JournalHead | null;
  /** Lines of sets that can be believed, in ascending order without holes. */
  readonly lines: readonly RawLine[];
  /** So many bytes can be believed. */
  readonly validBytes: number;
  /**
   * `whole`; `torn`: the last line was cut off while it was written; `damaged`: something in it is not what was written;
   * `newer`: written by a version of the app that this one does not know.
   */
  readonly state: 'whole' | 'torn' | 'damaged' | 'newer';
};

/**
 * Reads one file of the journal.
 *
 * @param depth `all` verifies each line; `tail` only the head and the last line, which is enough to know where it ends
 */
export const scanJournal = async (
  files: VaultFiles,
  file: JournalFile,
  depth: 'all' | 'tail',
): Promise<VaultAnswer<JournalScan>> => {
  const read = await files.vaultRead({ name: file.name });
  if (!read.ok) return read;
  if (read.value === null) return failed({ failure: 'path-gone', detail: file.name });
  return ok(await scanBytes(file, read.value, depth));
};

export const scanBytes = async (
  file: JournalFile,
  bytes: Uint8Array,
  depth: 'all' | 'tail',
): Promise<JournalScan> => {
  const raw = splitLines(bytes);
  const [first, ...rest] = raw;
  const head = first !== undefined && (await isWhole(first)) ? readHead(first) : null;
  if (head === null) {
    // The very first write may have been cut off: nothing was acknowledged in it.
    const isTorn = raw.length === 0 && !bytes.includes(10);
    return { file, head, lines: [], validBytes: 0, state: isTorn ? 'torn' : 'damaged' };
  }
  if (head.version > JOURNAL_VERSION || head.dataVersion > DATA_VERSION)
    return { file, head, lines: [], validBytes: bytes.length, state: 'newer' };
  const lines: RawLine[] = [];
  for (const [index, line] of rest.entries()) {
    const isChecked = depth === 'all' || index === rest.length - 1;
    const follows = index === 0 || line.seq === (rest[index - 1]?.seq ?? 0) + 1;
    if (!follows || (isChecked && !(await isWhole(line)))) break;
    lines.push(line);
  }
  const validBytes = lines.at(-1)?.end ?? first?.end ?? 0;
  if (validBytes === bytes.length) return { file, head, lines, validBytes, state: 'whole' };
  // Only one line can be under way, and only its end can be missing.
  const isTorn = lines.length === rest.length && bytes.indexOf(10, validBytes) === -1;
  return { file, head, lines, validBytes, state: isTorn ? 'torn' : 'damaged' };
};

export type JournalSets = {
  /** Ascending. Where lines were damaged there are holes; each set says what things became, so that later ones still hold. */
  readonly sets: readonly ChangeSet[];
  readonly damaged: readonly JournalFile[];
};

/** Every set with a number above `after` that the journal still holds, each line verified. */
export const readJournal = async (
  files: VaultFiles,
  all: readonly JournalFile[],
  after: number,
  findKey: KeyFinder,
): Promise<VaultAnswer<JournalSets>> => {
  const bySeq = new Map<number, ChangeSet>();
  const damaged: JournalFile[] = [];
  for (const [index, file] of all.entries()) {
    const next = all[index + 1]?.first;
    // A file ends where the next one begins, at the latest.
    if (next !== undefined && next <= after + 1 && next > file.first) continue;
    const scanned = await scanJournal(files, file, 'all');
    if (!scanned.ok) return scanned;
    const { head, lines, state } = scanned.value;
    if (state === 'damaged') damaged.push(file);
    const wanted = lines.filter(({ seq }) => seq > after);
    if (head === null || wanted.length === 0) continue;
    const dataKey = head.key === null ? null : await findKey(head.key);
    for (const line of wanted) {
      const set = await readLine(line, head.dataVersion, dataKey);
      if (set.ok) bySeq.set(line.seq, set.value);
      else if (set.error === 'damaged') damaged.push(file);
    }
  }
  return ok({
    sets: [...bySeq.values()].toSorted((a, b) => a.seq - b.seq),
    damaged: [...new Set(damaged)],
  });
};
