import { constants } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SaveFailure } from '../bridge/contract.ts';

export type WriteOutcome =
  { readonly ok: true } | { readonly ok: false; readonly failure: SaveFailure; readonly detail: string };

/**
 * Writes a file so that at every moment either the old or the whole new one is there: temporary file beside it,
 * flushed to the disk, renamed over it.
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
    await rename(temporary, path);
    return { ok: true };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return { ok: false, failure: await failureOf(error, path), detail: String(error) };
  }
};

const failureOf = async (error: unknown, path: string): Promise<SaveFailure> => {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
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
