import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every process whose command line names this folder as its profile: the browser and its children. Linux only. */
export const processesOf = (profile: string): readonly number[] =>
  readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      return readFileSync(join('/proc', entry, 'cmdline'), 'utf8').includes(`--user-data-dir=${profile}`)
        ? [Number(entry)]
        : [];
    } catch {
      // It ended meanwhile.
      return [];
    }
  });

export const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
};
