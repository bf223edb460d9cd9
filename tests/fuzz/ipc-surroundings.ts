import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { AttackGoals } from './ipc-requests.ts';

/** Stands in every file that no call may reach. */
const CANARY = 'KANARIENVOGEL-7f3a';
/**
 * Names that exist on no machine. A handler with a hole takes a path of the attack seriously, and a name that a
 * system has would then be the real file: the attack must not hurt whoever runs it.
 */
const OUTSIDE = [
  'kanarie-7f3a-oben.txt',
  'kanarie-7f3a-system/konten',
  'kanarie-7f3a-programme/start.cmd',
  'home/kim/kanarie-7f3a-schluessel/privat',
  'home/kim/kanarie-7f3a-bericht.xlsx',
  'home/kim/daten/kanarie-7f3a-fenster.json',
  'home/kim/Dokumente-privat/kanarie-7f3a-brief.txt',
];

/** A small world in a temporary folder: two folders that calls may use, and what lies around them. */
export type Surroundings = {
  readonly root: string;
  readonly documents: string;
  /** The app's own folder for its backups. */
  readonly backups: string;
  readonly goals: AttackGoals;
  readonly isAllowed: (path: string) => boolean;
  /** Where a path leads that starts in the documents; null where that is outside of this world. */
  readonly within: (path: string) => string | null;
  /** A line for each difference to the beginning: created, changed or removed outside of the allowed folders. */
  readonly differences: () => readonly string[];
  readonly holdsCanary: (value: unknown) => boolean;
};

export const makeSurroundings = (): Surroundings => {
  const root = mkdtempSync(join(tmpdir(), 'ipc-'));
  const documents = join(root, 'home/kim/Dokumente');
  const backups = join(root, 'home/kim/daten/sicherungen');
  const files = OUTSIDE.map((path) => join(root, path));
  for (const file of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${CANARY} ${file}`);
  }
  for (const folder of [documents, backups]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(documents, 'liste.csv'), 'Raum;Gerät\n9;Beamer\n');
  const isAllowed = (path: string): boolean =>
    [documents, backups].some((folder) => path === folder || path.startsWith(folder + sep));
  const before = checksums(root, isAllowed);
  return {
    root,
    documents,
    backups,
    goals: {
      files,
      relative: [documents, backups].flatMap((folder) =>
        [...files, join(root, 'kanarie-7f3a-neu.xlsx')].map((file) => relative(folder, file)),
      ),
    },
    isAllowed,
    within: (path) => {
      const target = resolve(documents, path);
      return target.startsWith(root + sep) ? target : null;
    },
    differences: () => {
      const after = checksums(root, isAllowed);
      return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) =>
        before.get(path) === after.get(path)
          ? []
          : [`${path}: ${before.get(path) ?? 'nothing'} → ${after.get(path) ?? 'nothing'}`],
      );
    },
    holdsCanary: (value) => holds(value, new Set()),
  };
};

/** Kind and content of everything below `root` that lies outside of the allowed folders. */
const checksums = (root: string, isAllowed: (path: string) => boolean): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (isAllowed(path)) continue;
      const stats = lstatSync(path);
      if (stats.isDirectory()) {
        found.set(path, 'folder');
        walk(path);
      } else if (stats.isSymbolicLink()) found.set(path, `link to ${readlinkSync(path)}`);
      else found.set(path, createHash('sha256').update(readFileSync(path)).digest('hex'));
    }
  };
  walk(root);
  return found;
};

const holds = (value: unknown, seen: Set<unknown>): boolean => {
  if (typeof value === 'string') return value.includes(CANARY);
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  if (value instanceof ArrayBuffer) return Buffer.from(value).includes(CANARY);
  if (ArrayBuffer.isView(value))
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).includes(CANARY);
  const parts: readonly unknown[] =
    value instanceof Map || value instanceof Set
      ? [...value].flat()
      : value instanceof Error
        ? [value.message]
        : Object.values(value);
  return parts.some((part) => holds(part, seen));
};
