import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type {
  ChooseOutcome,
  HostMethods,
  VaultAnswer,
  VaultFailure,
  VaultFile,
  VaultPlace,
} from '../bridge/contract.ts';
import type { LeaseOwner } from '../bridge/lease-entry.ts';
import { createLease, type Lease } from './lease.ts';
import { createVault, type Vault } from './vault.ts';
import { failureOf, syncFolder, writeFileAtomically } from './write-file.ts';

export type DataFolder = Pick<HostMethods, 'vaultPlace' | 'vaultLock' | 'vaultChoose' | 'vaultReset'> & {
  /** The files of the folder that is used now; they are written only while the lease is ours. */
  readonly vault: Vault;
  readonly path: () => string;
  /** The next sign of life of this run. */
  readonly beat: () => Promise<void>;
  /** The window is gone: others may have the folder. */
  readonly release: () => void;
};

export type DataFolderHost = {
  /** Where the choice is remembered. */
  readonly settingsFile: string;
  /** Used until another one is chosen. */
  readonly ownFolder: string;
  /** null = cancelled. */
  readonly askForFolder: () => Promise<string | null>;
  readonly owner: LeaseOwner;
  readonly isShared: boolean;
  readonly chosen: string | null;
  readonly newId: () => string;
};

/** Of our own, so that nothing of the user's is ever touched; and missing where a drive is not there. */
const FOLDER = 'Ausstattungskompass-Daten';
const STAGING = `.${FOLDER}-umzug`;

type Used = { readonly root: string; readonly isOwn: boolean; readonly files: Vault; readonly lease: Lease };

/**
 * The folder of journal, backups and reports: one of the user's profile, or another one that the user has chosen in a
 * dialog. The page never names it.
 */
export const createDataFolder = ({
  settingsFile,
  ownFolder,
  askForFolder,
  owner,
  isShared,
  chosen,
  newId,
}: DataFolderHost): DataFolder => {
  const use = (root: string): Used => {
    const isOwn = root === ownFolder;
    return {
      root,
      isOwn,
      // A missing drive must not become a folder on the disk.
      files: createVault(root, { mustExist: !isOwn }),
      lease: createLease({ folder: root, owner, id: newId(), isPrivate: isOwn }),
    };
  };
  let used = use(chosen ?? ownFolder);
  /** Taken after the page had looked: it has to look again before its journal goes on. */
  let isLookOld = false;
  let isLocked = false;
  /** Somebody else works in it: what lies there is theirs, and half-written at any moment. */
  let isTheirs = false;

  const mayWrite = async (): Promise<VaultFailure | null> => {
    const problem = await used.lease.check();
    if (problem === null && !isLocked) [isLocked, isLookOld] = [true, true];
    return problem;
  };
  const guarded = async <Value>(write: () => Promise<VaultAnswer<Value>>): Promise<VaultAnswer<Value>> => {
    const problem = await mayWrite();
    return problem === null ? write() : { ok: false, error: problem };
  };

  const remember = (path: string | null): ReturnType<typeof writeFileAtomically> =>
    writeFileAtomically(settingsFile, Buffer.from(JSON.stringify({ path, place: owner.place })));

  const failure = async (error: unknown, path: string): Promise<ChooseOutcome> => ({
    kind: 'failed',
    failure: await failureOf(error, path),
    detail: String(error),
  });

  /** Every file of the vault into a folder beside its place, each read back, and only then under its name. */
  const copyTo = async (root: string): Promise<ChooseOutcome> => {
    const staging = join(dirname(root), STAGING);
    try {
      await rm(staging, { recursive: true, force: true });
      await mkdir(staging);
      const target = createVault(staging);
      const listed: VaultAnswer<readonly VaultFile[]> = isTheirs
        ? { ok: true, value: [] }
        : await used.files.vaultList();
      // A folder that is not there any more has nothing to copy; the database has everything but the reports.
      const names = listed.ok ? listed.value.map(({ name }) => name) : [];
      if (!listed.ok && listed.error.failure !== 'path-gone' && listed.error.failure !== 'no-permission')
        return { kind: 'failed', ...listed.error };
      for (const name of names) {
        const read = await used.files.vaultRead({ name });
        if (!read.ok) return { kind: 'failed', ...read.error };
        if (read.value === null) continue;
        const written = await target.vaultWrite({ name, bytes: read.value });
        if (!written.ok) return { kind: 'failed', ...written.error };
      }
      await rename(staging, root);
      await syncFolder(dirname(root));
      return { kind: 'chosen' };
    } catch (error) {
      return failure(error, staging);
    } finally {
      await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    }
  };

  /** Into a folder that has data of the same school already: reports that only this one has. */
  const takeReportsAlong = async (next: Used): Promise<void> => {
    const [here, there] = [await used.files.vaultList(), await next.files.vaultList()];
    if (!here.ok || !there.ok) return;
    const marks = marksOf(here.value);
    if (![...marksOf(there.value)].some((mark) => marks.has(mark))) return;
    const known = new Set(there.value.map(({ name }) => name));
    for (const { name } of here.value) {
      if (!name.startsWith('berichte/') || known.has(name)) continue;
      const read = await used.files.vaultRead({ name });
      if (read.ok && read.value !== null) await next.files.vaultWrite({ name, bytes: read.value });
    }
  };

  const goTo = async (root: string): Promise<ChooseOutcome> => {
    if (root === used.root) return { kind: 'cancelled' };
    const next = use(root);
    const hasData = await isThere(root);
    if (hasData) {
      const lock = await next.lease.acquire(false);
      if (lock.kind === 'failed') return { kind: 'failed', failure: lock.failure, detail: lock.detail };
      // Where somebody else has it open, the next start says who.
      if (lock.kind === 'held' && !isTheirs) await takeReportsAlong(next);
    } else {
      const copied = await copyTo(root);
      if (copied.kind !== 'chosen') return copied;
    }
    const remembered = await remember(next.isOwn ? null : root);
    if (!remembered.ok) {
      next.lease.release();
      if (!hasData) await rm(root, { recursive: true, force: true }).catch(() => undefined);
      return { kind: 'failed', failure: remembered.failure, detail: remembered.detail };
    }
    const before = used;
    before.lease.release();
    used = next;
    isLocked = false;
    isTheirs = false;
    // All of it is in the other place, and must not pass for newer data some day. A folder elsewhere may be another PC's, too.
    if (before.isOwn && !hasData) await putAside(before.root);
    return { kind: 'chosen' };
  };

  return {
    vault: {
      pathOf: (name) => used.files.pathOf(name),
      vaultList: () => used.files.vaultList(),
      vaultRead: (request) => used.files.vaultRead(request),
      vaultAppend: (request) =>
        guarded(async () => {
          if (!isLookOld) return used.files.vaultAppend(request);
          isLookOld = false;
          return { ok: false, error: { failure: 'file-locked', detail: 'the folder is back: look again' } };
        }),
      vaultWrite: (request) => guarded(() => used.files.vaultWrite(request)),
      vaultRemove: (request) => guarded(() => used.files.vaultRemove(request)),
      vaultSetAside: (request) => guarded(() => used.files.vaultSetAside(request)),
    },
    path: () => used.root,
    beat: () => used.lease.beat(),
    release: () => {
      isLocked = false;
      used.lease.release();
    },
    vaultPlace: async (): Promise<VaultPlace> => ({
      kind: used.isOwn ? 'app-folder' : 'chosen-folder',
      label: used.root,
      isPersistent: null,
      waitingFolder: null,
      owner: { account: owner.account, computer: owner.computer, isShared },
    }),
    vaultLock: async ({ takeOver }) => {
      const lock = await used.lease.acquire(takeOver);
      isLocked = lock.kind === 'held';
      isTheirs = lock.kind === 'taken';
      isLookOld = false;
      return lock;
    },
    vaultChoose: async () => {
      const path = await askForFolder();
      if (path === null) return { kind: 'cancelled' };
      const root = basename(path) === FOLDER ? path : join(path, FOLDER);
      // Not into itself: what is copied would be set aside with it.
      if (isWithin(root, used.root) || isWithin(root, ownFolder))
        return { kind: 'failed', failure: 'no-permission', detail: `${root} lies in ${used.root}` };
      return goTo(root);
    },
    vaultReset: () => goTo(ownFolder),
  };
};

const isThere = async (path: string): Promise<boolean> => {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
};

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && way !== path;
};

/** The ends of the names of backups: the same in each copy of one vault. */
const marksOf = (files: readonly VaultFile[]): ReadonlySet<string> =>
  new Set(
    files.flatMap(({ name }) =>
      name.startsWith('sicherungen/') ? [name.slice(name.lastIndexOf('-') + 1)] : [],
    ),
  );

/** Best effort: a file that is held open keeps the folder where it is, and the next start compares. */
const putAside = async (folder: string): Promise<void> => {
  for (let number = 1; number < 1000; number += 1) {
    const free = `${folder}-bisher${number === 1 ? '' : `-${number}`}`;
    if (await isThere(free)) continue;
    await rename(folder, free).catch(() => undefined);
    return;
  }
};

/** What was chosen, and the mark of this profile; both null where nothing is remembered. */
export const readDataFolderSettings = async (
  settingsFile: string,
): Promise<{ readonly path: string | null; readonly place: string | null }> => {
  try {
    const value: unknown = JSON.parse(await readFile(settingsFile, 'utf8'));
    const field = (key: string): string | null => {
      const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
      return typeof found === 'string' && found !== '' ? found : null;
    };
    return { path: field('path'), place: field('place') };
  } catch {
    return { path: null, place: null };
  }
};
