import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failed, ok, type Result } from '#core/shared/result.ts';

export type OutputFile = { readonly path: string; readonly content: Uint8Array | string };
export type WriteFilesFailure = {
  readonly path: string;
  readonly reason: WriteReason;
  readonly detail: string;
};
export type WriteReason = 'no-folder' | 'no-permission' | 'disk-full' | 'in-use' | 'is-folder' | 'unknown';

const REASONS: Readonly<Record<string, WriteReason>> = {
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EBUSY: 'in-use',
  EISDIR: 'is-folder',
  EEXIST: 'is-folder',
  ENOTEMPTY: 'is-folder',
};

const failureOf = (path: string, error: unknown): WriteFilesFailure => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return {
    path,
    reason: REASONS[code] ?? 'unknown',
    detail: error instanceof Error ? error.message : String(error),
  };
};

/**
 * Writes all files or none: each one beside its place first, down to the disk, and only when all are written they take
 * their names. What stood there before is untouched until then.
 */
export const writeFiles = async (files: readonly OutputFile[]): Promise<Result<null, WriteFilesFailure>> => {
  const staged = files.map((file) => ({
    ...file,
    temporary: join(dirname(file.path), `.${basename(file.path)}.${randomUUID()}.tmp`),
  }));
  // Found out first, so that not one of two files is written.
  for (const { path } of files) {
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory() === true) return failed({ path, reason: 'is-folder', detail: path });
  }
  const clear = (): Promise<unknown> =>
    Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true }).catch(() => undefined)));
  for (const { path, content, temporary } of staged) {
    try {
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      await clear();
      return failed(failureOf(path, error));
    }
  }
  for (const { path, temporary } of staged) {
    try {
      await rename(temporary, path);
    } catch (error) {
      await clear();
      return failed(failureOf(path, error));
    }
  }
  return ok(null);
};
