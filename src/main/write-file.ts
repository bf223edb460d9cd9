import { constants } from 'node:fs';
import { access, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SaveFailure, VaultAnswer, VaultAppendRequest } from '../bridge/contract.ts';

export type WriteOutcome =
  { readonly ok: true } | { readonly ok: false; readonly failure: SaveFailure; readonly detail: string };

/**
 * Writes a file so that at every moment either the old or the whole new one is there: temporary file beside it,
 * flushed to the disk, read back and compared, renamed over it.
 */
export const writeFileAtomically = async (path: string, bytes: Uint8Array): Promise<WriteOutcome> => {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    // A bad stick or a network drive may take bytes and keep others.
    if (!(await readFile(temporary)).equals(bytes))
      throw new Error('read back other bytes than were written');
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return { ok: true };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return { ok: false, failure: await failureOf(error, path), detail: String(error) };
  }
};

/**
 * Appends at an offset and flushes. What stands beyond it, the rest of a write that was cut off, is cut first.
 *
 * @returns `moved` when the file has another length than `knownSize`: somebody else writes to it, or it was damaged
 */
export const appendToFile = async (
  path: string,
  { offset, knownSize, bytes }: Omit<VaultAppendRequest, 'name'>,
): Promise<VaultAnswer<'written' | 'moved'>> => {
  let file: FileHandle | null = null;
  try {
    const isNew = knownSize === 0 && !(await exists(path));
    file = await open(path, isNew ? 'wx+' : 'r+');
    const { size } = await file.stat();
    if (size !== knownSize) {
      // Not ours to cut.
      await file.close();
      file = null;
      return { ok: true, value: 'moved' };
    }
    if (size > offset) await file.truncate(offset);
    await writeAll(file, bytes, offset);
    await file.sync();
    if (isNew) await syncFolder(dirname(path));
    return { ok: true, value: 'written' };
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && knownSize > 0) return { ok: true, value: 'moved' };
    await file?.truncate(offset).catch(() => undefined);
    return { ok: false, error: { failure: await failureOf(error, path), detail: String(error) } };
  } finally {
    await file?.close().catch(() => undefined);
  }
};

const writeAll = async (file: FileHandle, bytes: Uint8Array, offset: number): Promise<void> => {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
};

/** Makes a new name in a folder durable; Windows does that by itself and refuses to open folders. */
export const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch {
    // Some network drives cannot; the file itself is flushed.
  } finally {
    await folder.close();
  }
};

const errorCode = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null;

export const failureOf = async (error: unknown, path: string): Promise<SaveFailure> => {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'disk-full';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'file-locked';
    case 'EACCES':
    case 'EPERM':
      // Windows says the same of a file that Excel holds open and of a folder that may not be written.
      return (await exists(path)) && (await isWritable(dirname(path))) ? 'file-locked' : 'no-permission';
    case 'EROFS':
      return 'no-permission';
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
    // What a network drive says that is away.
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
    case 'ECONNRESET':
    case 'ETIMEDOUT':
    case 'ESTALE':
      return 'path-gone';
    default:
      return 'unknown';
  }
};

const exists = async (path: string): Promise<boolean> => canAccess(path, constants.F_OK);
const isWritable = async (path: string): Promise<boolean> => canAccess(path, constants.W_OK);
const canAccess = async (path: string, mode: number): Promise<boolean> => {
  try {
    await access(path, mode);
    return true;
  } catch {
    return false;
  }
};
