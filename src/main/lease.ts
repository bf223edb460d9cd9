import { readFileSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VaultFailure, VaultLock } from '../bridge/contract.ts';
import { entryOf, holderOf, LEASE_FILE, STALE_MS, type LeaseOwner } from '../bridge/lease-entry.ts';
import { failureOf, writeFileAtomically } from './write-file.ts';

export const BEAT_MS = 30_000;
/** So long a look at the file is believed before a write. */
const TRUSTED_MS = 10_000;

export type LeaseOptions = {
  /** Where the file lies. */
  readonly folder: string;
  readonly owner: LeaseOwner;
  /** By chance, for each lease. */
  readonly id: string;
  /** A folder of one's own profile: it may be made, and whoever removed its file was nobody else. */
  readonly isPrivate: boolean;
  readonly now?: () => Date;
  /** Milliseconds that no change of the clock touches. */
  readonly ticks?: () => number;
};

/** The right to write to one data folder, as a file in it that is renewed while the app runs. */
export type Lease = {
  /** Takes the folder where nobody has it, or where its owner has given no sign of life and `takeOver` is set. */
  readonly acquire: (takeOver: boolean) => Promise<VaultLock>;
  /** Asked before each write: null = ours. Where it never was, it is acquired. */
  readonly check: () => Promise<VaultFailure | null>;
  /** The next sign of life. */
  readonly beat: () => Promise<void>;
  /** Synchronous: the process is about to end. */
  readonly release: () => void;
};

const LOST: VaultFailure = { failure: 'in-use', detail: 'another PC has used the folder meanwhile' };

export const createLease = ({
  folder,
  owner,
  id,
  isPrivate,
  now = () => new Date(),
  ticks = () => performance.now(),
}: LeaseOptions): Lease => {
  const file = join(folder, LEASE_FILE);
  const since = now().toISOString();
  let state: 'none' | 'held' | 'lost' = 'none';
  let beats = 0;
  let trusted: { readonly ticks: number; readonly time: number } | null = null;
  /** What was last seen of somebody else, and since when it has not changed. */
  let seen: { readonly text: string; readonly ticks: number } | null = null;

  // Of one length, so that it is written over in place and is whole at every moment.
  const text = (): string =>
    `${JSON.stringify({ format: 'ausstattungskompass-benutzung', version: 1, ...owner, id, since, beat: String(beats).padStart(9, '0') })}\n`;
  const trust = (): void => {
    state = 'held';
    trusted = { ticks: ticks(), time: now().getTime() };
  };
  const problem = async (error: unknown): Promise<VaultFailure> => ({
    failure: await failureOf(error, file),
    detail: String(error),
  });

  /** How long its owner has given no sign of life, by the clock of the folder itself: PCs disagree about the time. */
  const silence = async (content: string): Promise<number> => {
    if (seen?.text !== content) seen = { text: content, ticks: ticks() };
    const watched = ticks() - seen.ticks;
    const probe = join(folder, `.${LEASE_FILE}.${id}.tmp`);
    try {
      await writeFile(probe, '');
      const age = (await stat(probe)).mtimeMs - (await stat(file)).mtimeMs;
      return Math.max(age, watched);
    } catch {
      return watched;
    } finally {
      await rm(probe, { force: true }).catch(() => undefined);
    }
  };

  const create = async (): Promise<boolean> => {
    if (isPrivate) await mkdir(folder, { recursive: true });
    try {
      const handle = await open(file, 'wx');
      try {
        await handle.writeFile(text());
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
    return true;
  };

  const replace = async (): Promise<void> => {
    const written = await writeFileAtomically(file, Buffer.from(text()));
    if (!written.ok) throw Object.assign(new Error(written.detail), { code: codeFor(written.failure) });
    // Two may have taken it over in the same moment: the later one has it.
    if (entryOf(await readFile(file, 'utf8'))?.id !== id)
      throw Object.assign(new Error('taken by another'), { code: 'EBUSY' });
  };

  const acquire = async (takeOver: boolean): Promise<VaultLock> => {
    try {
      for (let tries = 0; tries < 3; tries += 1) {
        const content = await readOrNull(file);
        if (content === null) {
          if (await create()) return held();
          continue;
        }
        const entry = entryOf(content);
        if (entry !== null && entry.id === id) return held();
        // Two runs of one profile exclude each other: this one is left over from a crash.
        if (entry !== null && entry.place === owner.place && entry.computer === owner.computer) {
          await replace();
          return held();
        }
        const isStale = (await silence(content)) > STALE_MS;
        if (isStale && takeOver) {
          await replace();
          return held();
        }
        return { kind: 'taken', holder: holderOf(entry), isStale };
      }
      return { kind: 'taken', holder: holderOf(null), isStale: false };
    } catch (error) {
      return { kind: 'failed', ...(await problem(error)) };
    }
  };
  const held = (): VaultLock => {
    trust();
    return { kind: 'held' };
  };

  /** Whether the file still says so. Once it did not, others may have written: only a new start looks at everything anew. */
  const confirm = async (): Promise<VaultFailure | null> => {
    try {
      const content = await readOrNull(file);
      if (content !== null && entryOf(content)?.id === id) {
        trust();
        return null;
      }
      if (content === null && isPrivate && (await create())) {
        trust();
        return null;
      }
      // The whole folder is away, and with it the file: it may come back with both.
      if (content === null) await stat(folder);
      state = 'lost';
      return LOST;
    } catch (error) {
      trusted = null;
      return problem(error);
    }
  };

  return {
    acquire,
    check: async () => {
      if (state === 'lost') return LOST;
      if (state === 'none') {
        const lock = await acquire(false);
        if (lock.kind === 'taken') return LOST;
        return lock.kind === 'held' ? null : { failure: lock.failure, detail: lock.detail };
      }
      const isTrusted =
        trusted !== null &&
        ticks() - trusted.ticks < TRUSTED_MS &&
        // A PC that slept: some clocks of this kind stand still meanwhile.
        Math.abs(now().getTime() - trusted.time) < TRUSTED_MS;
      return isTrusted ? null : confirm();
    },
    beat: async () => {
      if (state !== 'held' || (await confirm()) !== null) return;
      beats += 1;
      try {
        const handle = await open(file, 'r+');
        try {
          await handle.write(Buffer.from(text()), 0, undefined, 0);
        } finally {
          await handle.close();
        }
      } catch {
        // The next one tells; before a write the file is looked at anyway.
      }
    },
    release: () => {
      if (state !== 'held') return;
      state = 'none';
      try {
        if (entryOf(readFileSync(file, 'utf8'))?.id === id) rmSync(file);
      } catch {
        // The folder is away. What is left of the file goes stale.
      }
    },
  };
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
const codeFor = (failure: string): string =>
  ({ 'disk-full': 'ENOSPC', 'no-permission': 'EROFS', 'path-gone': 'ENOENT' })[failure] ?? 'EBUSY';

/** null = there is no such file. Another PC may be writing it just now: an empty one is read again. */
const readOrNull = async (file: string): Promise<string | null> => {
  for (let tries = 0; ; tries += 1) {
    try {
      const content = await readFile(file, 'utf8');
      if (entryOf(content) !== null || tries === 3) return content;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
