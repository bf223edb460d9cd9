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
  /** Lines behind the first damage whose own checksum is right; only where all were looked at. */
  readonly later: readonly RawLine[];
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
  const [first, ...rest] = splitLines(bytes);
  const isHead = first !== undefined && first.start === 0 && (await isWhole(first));
  const head = isHead ? readHead(first) : null;
  if (first === undefined || head === null) {
    // The very first write may have been cut off: nothing was acknowledged in it.
    const state = bytes.includes(NEW_LINE) ? 'damaged' : 'torn';
    const later = depth === 'all' ? await wholeLines([first, ...rest]) : [];
    return { file, head: null, lines: [], later, validBytes: 0, state };
  }
  if (head.version > JOURNAL_VERSION || head.dataVersion > DATA_VERSION)
    return { file, head, lines: [], later: [], validBytes: bytes.length, state: 'newer' };
  const lines: RawLine[] = [];
  let before = first;
  for (const [index, line] of rest.entries()) {
    const isChecked = depth === 'all' || index === rest.length - 1;
    const follows = line.start === before.end && (index === 0 || line.seq === before.seq + 1);
    if (!follows || (isChecked && !(await isWhole(line)))) break;
    lines.push(line);
    before = line;
  }
  const validBytes = before.end;
  if (validBytes === bytes.length) return { file, head, lines, later: [], validBytes, state: 'whole' };
  // Only one line can be under way, and only its end can be missing.
  const isTorn = bytes.indexOf(NEW_LINE, validBytes) === -1;
  const later =
    isTorn || depth === 'tail' ? [] : await wholeLines(rest.filter(({ start }) => start >= validBytes));
  return { file, head, lines, later, validBytes, state: isTorn ? 'torn' : 'damaged' };
};

const wholeLines = async (lines: readonly (RawLine | undefined)[]): Promise<readonly RawLine[]> => {
  const whole: RawLine[] = [];
  for (const line of lines) if (line !== undefined && line.seq > 0 && (await isWhole(line))) whole.push(line);
  return whole;
};

const NEW_LINE = 10;

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
    const { head, lines, later, state } = scanned.value;
    if (state === 'damaged') damaged.push(file);
    const wanted = [...lines, ...later].filter(({ seq }) => seq > after);
    if (wanted.length === 0) continue;
    const envelope = head?.key ?? null;
    const dataKey = envelope === null ? null : await findKey(envelope);
    for (const line of wanted) {
      const set = await readLine(line, head?.dataVersion ?? DATA_VERSION, dataKey);
      if (set.ok) bySeq.set(line.seq, set.value);
      else if (set.error === 'damaged') damaged.push(file);
    }
  }
  return ok({
    sets: [...bySeq.values()].toSorted((a, b) => a.seq - b.seq),
    damaged: [...new Set(damaged)],
  });
};
