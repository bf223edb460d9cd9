import { createStore, del, get, set } from 'idb-keyval';
import { failed, ok } from '#core/shared/result.ts';
import {
  VAULT_FOLDERS,
  type ChooseOutcome,
  type HostMethods,
  type SaveFailure,
  type SecondPlace,
  type VaultAnswer,
  type VaultFile,
  type VaultLock,
} from './contract.ts';
import { entryOf, holderOf, LEASE_FILE, STALE_MS } from './lease-entry.ts';
import { isVaultName } from './requests.ts';

type Folder = FileSystemDirectoryHandle;
export type BrowserVault = Pick<
  HostMethods,
  | 'vaultPlace'
  | 'vaultLock'
  | 'vaultChoose'
  | 'vaultReset'
  | 'vaultAllow'
  | 'vaultList'
  | 'vaultRead'
  | 'vaultAppend'
  | 'vaultWrite'
  | 'vaultRemove'
  | 'vaultSetAside'
  | 'secondPlace'
  | 'secondPlaceChoose'
  | 'secondPlaceForget'
  | 'secondPlaceCopy'
>;

/** What TypeScript's DOM does not know yet (File System Access). */
type PermissionState = 'granted' | 'denied' | 'prompt';
type Permitted = {
  readonly queryPermission?: (descriptor: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
  readonly requestPermission?: (descriptor: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
};
type WithPicker = {
  readonly showDirectoryPicker?: (options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }) => Promise<Folder>;
};

/** Remembered folders lie apart from the school's data: they must be there when those are lost. */
const handles = createStore('ausstattungskompass-ordner', 'handles');
const VAULT = 'vault';
const SECOND_PLACE = 'second-place';
const COPIED_AT = 'second-place-copied-at';
const READ_WRITE = { mode: 'readwrite' } as const;

export const canPickFolders = (): boolean =>
  typeof (globalThis as unknown as WithPicker).showDirectoryPicker === 'function';

/**
 * The vault of the browser edition: a folder that the user has chosen, else the origin's private files. Each write
 * goes into a copy that takes the file's place when it is complete.
 */
export const browserVault = (): BrowserVault => {
  let opened: Promise<{ readonly root: Folder; readonly kind: 'chosen-folder' | 'browser' }> | null = null;
  const open = () =>
    (opened ??= openRoot().catch((error: unknown) => {
      opened = null;
      throw error;
    }));
  const attempt = async <Value>(run: (root: Folder) => Promise<Value>): Promise<VaultAnswer<Value>> => {
    try {
      return ok(await run((await open()).root));
    } catch (error) {
      return failed({ failure: failureOf(error), detail: String(error) });
    }
  };
  return {
    vaultPlace: async () => {
      const { root, kind } = await open();
      const chosen = await remembered(VAULT);
      return {
        kind,
        label: kind === 'browser' ? '' : root.name,
        isPersistent: kind === 'browser' ? await askToPersist() : null,
        waitingFolder: kind === 'browser' && chosen !== null ? chosen.name : null,
        owner: null,
      };
    },
    // A page knows neither account nor PC and cannot take its mark away when it is closed: it sets none, and respects others.
    vaultLock: async ({ takeOver }) => {
      const looked = await attempt((root) => lockOf(root, takeOver));
      return looked.ok ? looked.value : { kind: 'failed', ...looked.error };
    },
    vaultChoose: async () => {
      const outcome = await choose(VAULT);
      if (outcome.kind === 'chosen') await takeReportsAlong(await open());
      return outcome;
    },
    vaultReset: async () => {
      await del(VAULT, handles);
      return { kind: 'chosen' };
    },
    vaultAllow: async () => {
      const chosen = await remembered(VAULT);
      if (chosen === null) return { kind: 'cancelled' };
      if (!(await mayWrite(chosen, 'requestPermission'))) return { kind: 'cancelled' };
      await takeReportsAlong(await open());
      return { kind: 'chosen' };
    },
    vaultList: () => attempt(listVault),
    vaultRead: ({ name }) =>
      attempt(async (root) => {
        const handle = await fileHandle(root, name, false);
        return handle === null ? null : new Uint8Array(await (await handle.getFile()).arrayBuffer());
      }),
    vaultAppend: ({ name, offset, knownSize, bytes }) =>
      attempt(async (root) => {
        const handle = await fileHandle(root, name, knownSize === 0);
        if (handle === null || (await handle.getFile()).size !== knownSize) return 'moved';
        const stream = await handle.createWritable({ keepExistingData: true });
        try {
          await stream.truncate(offset);
          await stream.write({ type: 'write', position: offset, data: new Uint8Array(bytes) });
        } catch (error) {
          await stream.abort().catch(() => undefined);
          throw error;
        }
        await stream.close();
        return 'written';
      }),
    vaultWrite: ({ name, bytes }) =>
      attempt(async (root) => {
        await writeChecked(root, name, bytes);
        return null;
      }),
    vaultRemove: ({ name }) =>
      attempt(async (root) => {
        await removeFile(root, name);
        return null;
      }),
    vaultSetAside: ({ name }) =>
      attempt(async (root) => {
        const handle = await fileHandle(root, name, false);
        if (handle === null) return null;
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        await writeChecked(root, await freeName(root, name.slice(name.indexOf('/') + 1)), bytes);
        await removeFile(root, name);
        return null;
      }),
    secondPlace: async (): Promise<SecondPlace | null> => {
      const folder = await remembered(SECOND_PLACE);
      if (folder === null) return null;
      const copiedAt = (await get<string>(COPIED_AT, handles)) ?? null;
      const label = folder.name;
      if (!(await mayWrite(folder, 'queryPermission'))) return { label, state: 'needs-permission', copiedAt };
      return { label, state: (await isThere(folder)) ? 'present' : 'absent', copiedAt };
    },
    secondPlaceChoose: async () => {
      const known = await remembered(SECOND_PLACE);
      // The folder is known and only waits for its permission: no need to look for it again.
      if (
        known !== null &&
        !(await mayWrite(known, 'queryPermission')) &&
        (await mayWrite(known, 'requestPermission'))
      )
        return { kind: 'chosen' };
      return choose(SECOND_PLACE);
    },
    secondPlaceForget: () => del(SECOND_PLACE, handles),
    secondPlaceCopy: async ({ name, keep }) => {
      const place = await remembered(SECOND_PLACE);
      if (place === null) return failed({ failure: 'path-gone', detail: 'none was chosen' });
      return attempt(async (root) => {
        const handle = await fileHandle(root, name, false);
        if (handle === null) throw new DOMException(name, 'NotFoundError');
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        await writeChecked(place, name, bytes);
        await set(COPIED_AT, new Date().toISOString(), handles);
        const kept = new Set([name, ...keep]);
        const mark = markOf(name);
        for (const { name: other } of await listVault(place))
          if (other.startsWith('sicherungen/') && !kept.has(other) && markOf(other) === mark)
            await removeFile(place, other);
        return null;
      });
    },
  };
};

const openRoot = async (): Promise<{ readonly root: Folder; readonly kind: 'chosen-folder' | 'browser' }> => {
  const chosen = await remembered(VAULT);
  if (chosen !== null && (await mayWrite(chosen, 'queryPermission')) && (await isThere(chosen)))
    return { root: chosen, kind: 'chosen-folder' };
  return { root: await navigator.storage.getDirectory(), kind: 'browser' };
};

const remembered = async (key: string): Promise<Folder | null> =>
  (await get<Folder>(key, handles).catch(() => undefined)) ?? null;

const choose = async (key: string): Promise<ChooseOutcome> => {
  const pick = (globalThis as unknown as WithPicker).showDirectoryPicker;
  if (pick === undefined) return { kind: 'failed', failure: 'unknown', detail: 'no folder picker' };
  try {
    const folder = await pick({ id: `ausstattungskompass-${key}`, mode: 'readwrite' });
    // Chosen for good only once it takes a file.
    await folder.getDirectoryHandle('sicherungen', { create: true });
    await set(key, folder, handles);
    return { kind: 'chosen' };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return { kind: 'cancelled' };
    return { kind: 'failed', failure: failureOf(error), detail: String(error) };
  }
};

/**
 * Journal and backups are made anew in another folder; reports that were written are not, so their files are copied. One
 * that cannot be is said to be missing in the list of reports, where the user can choose it again.
 */
const takeReportsAlong = async ({ root: from }: { readonly root: Folder }): Promise<void> => {
  const to = await remembered(VAULT);
  if (to === null || (await from.isSameEntry(to))) return;
  try {
    for (const { name } of await listVault(from)) {
      if (!name.startsWith('berichte/') || (await fileHandle(to, name, false)) !== null) continue;
      const handle = await fileHandle(from, name, false);
      if (handle !== null)
        await writeChecked(to, name, new Uint8Array(await (await handle.getFile()).arrayBuffer()));
    }
  } catch {
    // The folder itself was chosen all the same.
  }
};

const mayWrite = async (folder: Folder, how: 'queryPermission' | 'requestPermission'): Promise<boolean> => {
  const ask = (folder as Permitted)[how];
  // Folders of the origin itself need no permission and have no such method everywhere.
  return ask === undefined || (await ask.call(folder, READ_WRITE)) === 'granted';
};

const isThere = async (folder: Folder): Promise<boolean> => {
  try {
    for await (const _entry of folder.keys()) break;
    return true;
  } catch {
    return false;
  }
};

const askToPersist = async (): Promise<boolean> => {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
};

/** By the clock of this PC: another one is not to be had. Where the two disagree, the journal itself finds out. */
const lockOf = async (root: Folder, takeOver: boolean): Promise<VaultLock> => {
  try {
    const file = await (await root.getFileHandle(LEASE_FILE)).getFile();
    const isStale = Date.now() - file.lastModified > STALE_MS;
    if (!isStale || !takeOver)
      return { kind: 'taken', holder: holderOf(entryOf(await file.text())), isStale };
    // Whoever comes back finds it gone, and writes nothing more.
    await root.removeEntry(LEASE_FILE);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  return { kind: 'held' };
};

const split = (name: string): readonly [folder: string, file: string] => {
  const at = name.indexOf('/');
  return [name.slice(0, at), name.slice(at + 1)];
};
const markOf = (name: string): string => name.slice(name.lastIndexOf('-') + 1);

const isNotFound = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';

const fileHandle = async (
  root: Folder,
  name: string,
  create: boolean,
): Promise<FileSystemFileHandle | null> => {
  const [folder, file] = split(name);
  try {
    const inside = await root.getDirectoryHandle(folder, { create });
    return await inside.getFileHandle(file, { create });
  } catch (error) {
    if (!create && isNotFound(error)) return null;
    throw error;
  }
};

const listVault = async (root: Folder): Promise<readonly VaultFile[]> => {
  const files: VaultFile[] = [];
  for (const folder of VAULT_FOLDERS) {
    try {
      const inside = await root.getDirectoryHandle(folder);
      for await (const [name, handle] of inside.entries()) {
        if (handle.kind !== 'file' || !isVaultName(`${folder}/${name}`)) continue;
        files.push({
          name: `${folder}/${name}`,
          size: (await (handle as FileSystemFileHandle).getFile()).size,
        });
      }
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  return files;
};

const writeChecked = async (root: Folder, name: string, bytes: Uint8Array): Promise<void> => {
  const handle = await fileHandle(root, name, true);
  if (handle === null) throw new DOMException(name, 'NotFoundError');
  const stream = await handle.createWritable();
  try {
    await stream.write(new Uint8Array(bytes));
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
  await stream.close();
  const back = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  if (back.length !== bytes.length || back.some((byte, index) => byte !== bytes[index]))
    throw new Error('read back other bytes than were written');
};

const removeFile = async (root: Folder, name: string): Promise<void> => {
  const [folder, file] = split(name);
  try {
    await (await root.getDirectoryHandle(folder)).removeEntry(file);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
};

const freeName = async (root: Folder, file: string): Promise<string> => {
  const dot = file.lastIndexOf('.');
  let name = `beiseite/${file}`;
  for (let number = 2; (await fileHandle(root, name, false)) !== null; number += 1)
    name = `beiseite/${file.slice(0, dot)}-${number}${file.slice(dot)}`;
  return name;
};

const failureOf = (error: unknown): SaveFailure => {
  switch (error instanceof DOMException ? error.name : null) {
    case 'QuotaExceededError':
      return 'disk-full';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'no-permission';
    case 'NoModificationAllowedError':
    case 'InvalidStateError':
      return 'file-locked';
    case 'NotFoundError':
      return 'path-gone';
    default:
      return 'unknown';
  }
};
