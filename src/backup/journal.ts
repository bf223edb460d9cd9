import type { VaultFailure } from '#bridge/contract.ts';
import type { ChangeSet } from '#core/history/change-set.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { joinBytes } from './bytes.ts';
import type { DataKey } from './data-key.ts';
import type { Encoder } from './encoder.ts';
import { encodeHead, readLine } from './journal-format.ts';
import { scanJournal, type JournalScan } from './journal-scan.ts';
import type { VaultFiles } from './vault-files.ts';
import { journalFiles, journalName, type JournalFile } from './vault-names.ts';

/** A file that is longer is not continued: the start reads the last one. */
const FULL_BYTES = 1024 * 1024;
/** Of what is copied from the database; a set that is larger goes alone. */
const CHANGES_AT_ONCE = 500;

export type JournalOptions = {
  readonly files: VaultFiles;
  readonly encoder: Encoder;
  readonly dataKey: () => DataKey | null;
  /** What the database has stored of a set that the journal lacks; null where it has no such set. */
  readonly readSet: (seq: number) => Promise<ChangeSet | null>;
  /** The first set from this number on that the database still has. */
  readonly nextStored: (from: number) => Promise<number | null>;
  /**
   * Told when the journal cannot be continued without a hole (it was damaged or removed, and the database no longer has
   * the sets either): only a backup closes it.
   */
  readonly onHole: () => void;
};

export type Journal = {
  /** Resolves when the set is durable. Sets come in their order; the same one again is accepted and changes nothing. */
  readonly append: (set: ChangeSet) => Promise<Result<null, VaultFailure>>;
  /** Makes sure that the journal holds everything up to this set, with the help of the database. */
  readonly catchUp: (seq: number) => Promise<Result<null, VaultFailure>>;
  /** false: what the files tell under our numbers are other changes. Looked up anew; where nothing can be compared, true. */
  readonly isOurs: () => Promise<boolean>;
  /** The next set goes into a new file. */
  readonly startFile: () => void;
  /** Removes the files of which every set is at most this one. */
  readonly cut: (upTo: number) => Promise<void>;
};

type Position = {
  readonly name: string;
  readonly first: number;
  /** So much of the file can be believed; the next line goes there. */
  readonly size: number;
  /** So long it is, with what a write that was cut off has left. */
  readonly knownSize: number;
  readonly lastSeq: number;
  /** The key that its head names: only lines of this one may follow. */
  readonly keyId: string | null;
};

/** The writer of the journal. It remembers where the file ends, so that a write that failed half-way is overwritten by the next try. */
export const createJournal = ({
  files,
  encoder,
  dataKey,
  readSet,
  nextStored,
  onHole,
}: JournalOptions): Journal => {
  /** null = to be looked up before the next write. */
  let position: Position | null = null;
  let wantsNewFile = false;
  /** One write at a time. */
  let work: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(run: () => Promise<Value>): Promise<Value> => {
    const result = work.then(run);
    work = result.catch(() => undefined);
    return result;
  };

  const startAt = async (seq: number, key: DataKey | null): Promise<Result<Position, VaultFailure>> => {
    const listed = await files.vaultList();
    if (!listed.ok) return listed;
    const name = journalName(seq, new Set(listed.value.map((file) => file.name)));
    wantsNewFile = false;
    const head = await encodeHead(key?.envelope ?? null);
    const written = await files.vaultAppend({ name, offset: 0, knownSize: 0, bytes: head });
    if (!written.ok || written.value === 'moved') {
      wantsNewFile = true;
      return written.ok ? failed(notOurs(name)) : written;
    }
    const { length } = head;
    return ok({
      name,
      first: seq,
      size: length,
      knownSize: length,
      lastSeq: seq - 1,
      keyId: key?.envelope.id ?? null,
    });
  };

  /** Sets that follow each other, in one write. */
  const write = async (at: Position, sets: readonly ChangeSet[]): Promise<Result<Position, VaultFailure>> => {
    const [first] = sets;
    if (first === undefined) return ok(at);
    // One key for the file and its lines, also when the password is changed in this moment.
    const key = dataKey();
    const isUsable =
      !wantsNewFile &&
      at.keyId === (key?.envelope.id ?? null) &&
      (at.size < FULL_BYTES || at.lastSeq < at.first);
    const started = isUsable ? ok(at) : await startAt(first.seq, key);
    if (!started.ok) return started;
    const target = started.value;
    const lines: Uint8Array[] = [];
    for (const set of sets) lines.push(await encoder.line(set, key));
    const bytes = joinBytes(lines);
    const { name, size: offset, knownSize } = target;
    const written = await files.vaultAppend({ name, offset, knownSize, bytes });
    if (!written.ok) return written;
    if (written.value === 'moved') {
      // Somebody changed or removed the file under the app: what it holds is looked up anew.
      position = null;
      return failed(notOurs(name));
    }
    const end = offset + bytes.length;
    return ok({ ...target, size: end, knownSize: end, lastSeq: sets.at(-1)?.seq ?? target.lastSeq });
  };

  /** Where the journal ends, after setting aside what is damaged. null: there is none. */
  const findEnd = async (): Promise<Result<Position | null, VaultFailure>> => {
    const listed = await files.vaultList();
    if (!listed.ok) return listed;
    const last = journalFiles(listed.value).at(-1);
    if (last === undefined) return ok(null);
    const scanned = await scanJournal(files, last, 'all');
    if (!scanned.ok) return scanned;
    if (await isForeign(scanned.value)) return refuseOther(last.name);
    const { head, lines, validBytes, state } = scanned.value;
    const lastSeq = lines.at(-1)?.seq ?? last.first - 1;
    if (state === 'damaged') {
      const moved = await keepReadablePart(last, scanned.value.lines.length > 0 ? validBytes : 0);
      if (!moved.ok) return moved;
      wantsNewFile = true;
    }
    if (head === null) {
      wantsNewFile = true;
      // A file that never got its head has nothing in it.
      if (state === 'torn') await files.vaultRemove({ name: last.name });
    }
    return ok({
      name: last.name,
      first: last.first,
      size: validBytes,
      knownSize: state === 'damaged' ? validBytes : last.size,
      lastSeq,
      keyId: head?.key?.id ?? null,
    });
  };

  /** Whether the newest set that journal and database both have is another one there. */
  const isForeign = async ({ head, lines }: JournalScan): Promise<boolean> => {
    if (head === null) return false;
    for (const line of lines.toReversed()) {
      const known = await readSet(line.seq);
      if (known === null) continue;
      const stored = await readLine(line, head.dataVersion, dataKey());
      return stored.ok && !isSameSet(stored.value, known);
    }
    return false;
  };

  /** The damaged file goes aside whole; what can be read of it comes back under its name. */
  const keepReadablePart = async (
    file: JournalFile,
    validBytes: number,
  ): Promise<Result<null, VaultFailure>> => {
    const read = await files.vaultRead({ name: file.name });
    if (!read.ok) return read;
    const moved = await files.vaultSetAside({ name: file.name });
    if (!moved.ok || read.value === null || validBytes === 0) return moved;
    return files.vaultWrite({ name: file.name, bytes: read.value.slice(0, validBytes) });
  };

  const catchUp = async (seq: number): Promise<Result<null, VaultFailure>> => {
    if (position?.lastSeq === seq) return ok(null);
    const found = await findEnd();
    if (!found.ok) return found;
    let at = found.value;
    if (at !== null && at.lastSeq > seq) return handleSurplus(at, seq);
    while ((at?.lastSeq ?? 0) < seq) {
      const from: number = (at?.lastSeq ?? 0) + 1;
      const sets = await readSome(from, seq);
      if (sets.length === 0) {
        // Older sets are gone for good; from the next one that is there the journal goes on.
        onHole();
        wantsNewFile = true;
        const next = (await nextStored(from + 1)) ?? seq + 1;
        at = { ...EMPTY, first: next, lastSeq: Math.min(next - 1, seq) };
        continue;
      }
      const written = await write(at ?? EMPTY, sets);
      if (!written.ok) return written;
      at = written.value;
    }
    position = at ?? EMPTY;
    return ok(null);
  };

  /** The next sets of the database, as many as make one write; none where the database no longer has the first of them. */
  const readSome = async (from: number, to: number): Promise<readonly ChangeSet[]> => {
    const sets: ChangeSet[] = [];
    let changes = 0;
    for (let seq = from; seq <= to && changes < CHANGES_AT_ONCE; seq += 1) {
      const set = await readSet(seq);
      if (set === null) return sets;
      sets.push(set);
      changes += 1 + set.changes.length;
    }
    return sets;
  };

  /** The journal has more than the app knows: the set that was reported as failed arrived all the same. */
  const handleSurplus = async (at: Position, seq: number): Promise<Result<null, VaultFailure>> => {
    position = at;
    return at.lastSeq === seq + 1
      ? ok(null)
      : failed({ failure: 'in-use', detail: `journal is at ${at.lastSeq}, the app at ${seq}` });
  };

  const append = async (set: ChangeSet): Promise<Result<null, VaultFailure>> => {
    if (position === null || position.lastSeq < set.seq - 1) {
      const caught = await catchUp(set.seq - 1);
      if (!caught.ok) return caught;
    }
    if (position === null) throw new Error('catching up leaves a position');
    if (position.lastSeq >= set.seq) return (await holdsSame(set)) ? ok(null) : refuseOther(position.name);
    const written = await write(position, [set]);
    // Where it failed, nobody knows what is on the disk.
    position = written.ok ? written.value : null;
    return written.ok ? ok(null) : written;
  };

  /** Whether the set in the journal under this number is this one. */
  const holdsSame = async (set: ChangeSet): Promise<boolean> => {
    const listed = await files.vaultList();
    if (!listed.ok) return false;
    const file = journalFiles(listed.value).findLast(({ first }) => first <= set.seq);
    if (file === undefined) return false;
    const scanned = await scanJournal(files, file, 'all');
    if (!scanned.ok || scanned.value.head === null) return false;
    const line = scanned.value.lines.find(({ seq }) => seq === set.seq);
    if (line === undefined) return false;
    const stored = await readLine(line, scanned.value.head.dataVersion, dataKey());
    return stored.ok && isSameSet(stored.value, set);
  };

  /** Two histories met. Nothing is put away here: the next start sees both and asks. */
  const refuseOther = (name: string): { readonly ok: false; readonly error: VaultFailure } => {
    position = null;
    return failed({ failure: 'in-use', detail: `${name} holds other changes under these numbers` });
  };

  return {
    append: (set) => inTurn(() => append(set)),
    catchUp: (seq) => inTurn(() => catchUp(seq)),
    isOurs: () =>
      inTurn(async () => {
        const listed = await files.vaultList();
        const last = listed.ok ? journalFiles(listed.value).at(-1) : undefined;
        // As it was left by us, or found to be ours: no need to read it again.
        if (last !== undefined && last.name === position?.name && last.size === position.knownSize)
          return true;
        const scanned = last === undefined ? null : await scanJournal(files, last, 'all');
        return scanned?.ok !== true || !(await isForeign(scanned.value));
      }),
    startFile: () => {
      wantsNewFile = true;
    },
    cut: (upTo) =>
      inTurn(async () => {
        const listed = await files.vaultList();
        if (!listed.ok) return;
        const all = journalFiles(listed.value);
        for (const [index, file] of all.entries()) {
          const next = all[index + 1];
          if (next === undefined || next.first > upTo + 1 || file.name === position?.name) return;
          await files.vaultRemove({ name: file.name });
        }
      }),
  };
};

const isSameSet = (a: ChangeSet, b: ChangeSet): boolean => a.at === b.at && a.label.code === b.label.code;

/** No file yet: the first write makes one. */
const EMPTY: Position = {
  name: '',
  first: 0,
  size: FULL_BYTES,
  knownSize: FULL_BYTES,
  lastSeq: 0,
  keyId: null,
};

const notOurs = (name: string): VaultFailure => ({
  failure: 'file-locked',
  detail: `${name} has another length than was known: another program writes to it`,
});
