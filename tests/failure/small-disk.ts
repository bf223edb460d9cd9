import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A small disk of its own in the place of a folder; needs Linux and the right to mount. */
export type SmallDisk = {
  /** Takes all room but so many bytes. */
  readonly fill: (leftBytes?: number) => void;
  readonly free: () => void;
  readonly setReadOnly: (isReadOnly: boolean) => void;
  readonly unmount: () => void;
};

const mount = (args: readonly string[]): boolean =>
  spawnSync('mount', [...args], { stdio: 'ignore' }).status === 0;

/** null where this machine does not allow it. */
export const mountSmallDisk = (folder: string, megabytes: number): SmallDisk | null => {
  if (process.platform !== 'linux') return null;
  mkdirSync(folder, { recursive: true });
  if (!mount(['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])) return null;
  const filler = join(folder, 'voll');
  return {
    fill: (leftBytes = 0) => {
      const { bavail, bsize } = statfsSync(folder);
      const file = openSync(filler, 'a');
      try {
        for (let left = bavail * bsize - leftBytes; left > 0; left -= 4096)
          writeSync(file, Buffer.alloc(Math.min(4096, left)));
      } catch {
        // Full.
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    setReadOnly: (isReadOnly) => {
      if (!mount(['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder])) throw new Error('no remount');
    },
    unmount: () => {
      spawnSync('umount', ['-l', folder], { stdio: 'ignore' });
    },
  };
};
