import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A PostgreSQL server of a test's own: no network, only a socket in its folder; gone when the test is over. */
export type TemporaryPostgres = {
  /** Runs psql in `folder` and gives what it prints; throws with its messages when it fails. */
  readonly psql: (args: readonly string[], folder?: string) => string;
  readonly stop: () => void;
};

const DEBIAN = '/usr/lib/postgresql';
const serverFolders = (): readonly string[] => [
  ...(process.env['PATH'] ?? '').split(delimiter),
  ...(existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, 'bin'))
    : []),
];
const find = (name: string): string | undefined =>
  serverFolders()
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(existsSync);

type ServerUser = { readonly uid?: number; readonly gid?: number };

/** The server refuses to run as root; then it runs as the user that its package brings. null = there is none. */
const serverUser = (): ServerUser | null => {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((option) =>
    Number.parseInt(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout, 10),
  );
  return uid === undefined || gid === undefined || Number.isNaN(uid) || Number.isNaN(gid)
    ? null
    : { uid, gid };
};

const run = (command: string, args: readonly string[], options: object = {}): string => {
  const done = spawnSync(command, args, { encoding: 'utf8', cwd: '/', ...options });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${done.stderr}${done.stdout}${done.error?.message ?? ''}`);
  return done.stdout;
};

/** @returns null where PostgreSQL is not installed, or none may be started */
export const findPostgres = (): (() => TemporaryPostgres) | null => {
  const initdb = find('initdb');
  const control = find('pg_ctl');
  const client = find('psql');
  const user = serverUser();
  if (initdb === undefined || control === undefined || client === undefined || user === null) return null;
  return () => {
    // Made by the user of the server: nobody else can have put something into it.
    const folder = run('mktemp', ['-d', '/tmp/postgres-XXXXXX'], user).trim();
    const data = join(folder, 'data');
    const remove = (): void => {
      if (user.uid !== undefined) run('rm', ['-rf', folder], user);
      else rmSync(folder, { recursive: true, force: true });
    };
    try {
      run(initdb, ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], user);
      const options = `-k ${folder} -c listen_addresses='' -c fsync=off`;
      run(control, ['-D', data, '-l', join(folder, 'log'), '-w', '-o', options, 'start'], {
        ...user,
        stdio: 'ignore',
      });
    } catch (error) {
      remove();
      throw error;
    }
    return {
      psql: (args, cwd = '/') =>
        run(
          client,
          ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', folder, '-U', 'test', ...args, 'postgres'],
          {
            cwd,
            env: { ...process.env, PGOPTIONS: '' },
          },
        ),
      stop: () => {
        run(control, ['-D', data, '-m', 'immediate', '-w', 'stop'], user);
        remove();
      },
    };
  };
};
