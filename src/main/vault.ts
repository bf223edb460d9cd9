import { access, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { VAULT_FOLDERS, type HostMethods, type VaultAnswer, type VaultFile } from '../bridge/contract.ts';
import { isVaultName } from '../bridge/requests.ts';
import { appendToFile, failureOf, syncFolder, writeFileAtomically } from './write-file.ts';

export type Vault = Pick<
  HostMethods,
  'vaultList' | 'vaultRead' | 'vaultAppend' | 'vaultWrite' | 'vaultRemove' | 'vaultSetAside'
> & {
  /** The path of a name; only names that were checked. */
  readonly pathOf: (name: string) => string;
};

export type VaultOptions = {
  /** The folder itself is never made: where it is missing, a drive is. */
  readonly mustExist?: boolean;
};

/** The app's own files below one folder. Requests were checked before: a name cannot lead out of it. */
export const createVault = (root: string, { mustExist = false }: VaultOptions = {}): Vault => {
  const pathOf = (name: string): string => {
    if (!isVaultName(name)) throw new Error(`no name of the vault: ${name}`);
    return join(root, ...name.split('/'));
  };
  const attempt = async <Value>(path: string, run: () => Promise<Value>): Promise<VaultAnswer<Value>> => {
    try {
      return { ok: true, value: await run() };
    } catch (error) {
      const failure = await failureOf(error, path);
      // Windows has many words for a drive that is away.
      const isAway = failure === 'unknown' && mustExist && !(await isThere(root));
      return { ok: false, error: { failure: isAway ? 'path-gone' : failure, detail: String(error) } };
    }
  };
  const makeFolders = async (): Promise<void> => {
    for (const folder of VAULT_FOLDERS) await makeFolder(join(root, folder), !mustExist);
  };
  let isMade = false;
  const withFolders = async <Value>(
    path: string,
    run: () => Promise<VaultAnswer<Value>>,
  ): Promise<VaultAnswer<Value>> => {
    if (!isMade) {
      const made = await attempt(path, makeFolders);
      if (!made.ok) return made;
      isMade = true;
    }
    const outcome = await run();
    // Somebody removed a folder meanwhile: make it again next time.
    if (!outcome.ok && outcome.error.failure === 'path-gone') isMade = false;
    return outcome;
  };
  return {
    pathOf,
    vaultList: () =>
      attempt(root, async () => {
        if (mustExist) await access(root);
        return listVault(root);
      }),
    vaultRead: ({ name }) =>
      attempt(pathOf(name), async () => {
        try {
          return new Uint8Array(await readFile(pathOf(name)));
        } catch (error) {
          if (!isMissing(error)) throw error;
          if (mustExist) await access(root);
          return null;
        }
      }),
    vaultAppend: ({ name, ...request }) =>
      withFolders(pathOf(name), () => appendToFile(pathOf(name), request)),
    vaultWrite: ({ name, bytes }) =>
      withFolders(pathOf(name), async () => {
        const written = await writeFileAtomically(pathOf(name), bytes);
        return written.ok ? { ok: true, value: null } : { ok: false, error: written };
      }),
    vaultRemove: ({ name }) =>
      attempt(pathOf(name), async () => {
        await rm(pathOf(name), { force: true });
        return null;
      }),
    vaultSetAside: ({ name }) =>
      withFolders(pathOf(name), () =>
        attempt(pathOf(name), async () => {
          await rename(pathOf(name), await freeName(join(root, 'beiseite'), basename(name)));
          await syncFolder(join(root, 'beiseite'));
          return null;
        }),
      ),
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

const makeFolder = async (path: string, recursive: boolean): Promise<void> => {
  try {
    await mkdir(path, { recursive });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const listVault = async (root: string): Promise<readonly VaultFile[]> => {
  const files: VaultFile[] = [];
  for (const folder of VAULT_FOLDERS) {
    let names: readonly string[];
    try {
      names = await readdir(join(root, folder));
    } catch (error) {
      if (isMissing(error)) continue;
      throw error;
    }
    for (const entry of names) {
      const name = `${folder}/${entry}`;
      // What people put there, and temporary files of a write that was cut off, are not ours.
      if (!isVaultName(name)) continue;
      const found = await stat(join(root, folder, entry));
      if (found.isFile()) files.push({ name, size: found.size });
    }
  }
  return files;
};

/** Nothing that was set aside is ever overwritten. */
const freeName = async (folder: string, name: string): Promise<string> => {
  const taken = new Set(await readdir(folder));
  const dot = name.lastIndexOf('.');
  let free = name;
  for (let number = 2; taken.has(free); number += 1)
    free = `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
  return join(folder, free);
};
