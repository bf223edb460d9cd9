import { constants } from 'node:fs';
import { access, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { HostMethods, SecondPlace, VaultAnswer } from '../bridge/contract.ts';
import { isVaultName } from '../bridge/requests.ts';
import type { Vault } from './vault.ts';
import { failureOf, writeFileAtomically } from './write-file.ts';

export type SecondPlaceMethods = Pick<
  HostMethods,
  'secondPlace' | 'secondPlaceChoose' | 'secondPlaceForget' | 'secondPlaceCopy'
>;

export type SecondPlaceHost = {
  /** Where the chosen folder is remembered. */
  readonly settingsFile: string;
  readonly vault: Vault;
  /** null = cancelled. */
  readonly askForFolder: () => Promise<string | null>;
  readonly now?: () => Date;
};

type Stored = { readonly path: string; readonly copiedAt: string | null };

/** Backups lie in a folder of their own there, so that nothing of the user's is ever touched. */
const FOLDER = 'Ausstattungskompass-Sicherungen';

/** A folder outside of this PC's disk, chosen by the user in a dialog: the page never names it. */
export const createSecondPlace = ({
  settingsFile,
  vault,
  askForFolder,
  now = () => new Date(),
}: SecondPlaceHost): SecondPlaceMethods => {
  const stored = async (): Promise<Stored | null> => {
    try {
      const value: unknown = JSON.parse(await readFile(settingsFile, 'utf8'));
      const field = (key: string): unknown =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
      const [path, copiedAt] = [field('path'), field('copiedAt')];
      if (typeof path !== 'string' || path === '') return null;
      return { path, copiedAt: typeof copiedAt === 'string' ? copiedAt : null };
    } catch {
      // None was chosen, or the note of it is damaged: the user is asked for it again.
      return null;
    }
  };
  const store = (value: Stored) => writeFileAtomically(settingsFile, Buffer.from(JSON.stringify(value)));
  return {
    secondPlace: async (): Promise<SecondPlace | null> => {
      const place = await stored();
      if (place === null) return null;
      const { path, copiedAt } = place;
      return { label: path, state: (await isThere(path)) ? 'present' : 'absent', copiedAt };
    },
    secondPlaceChoose: async () => {
      const path = await askForFolder();
      if (path === null) return { kind: 'cancelled' };
      try {
        await mkdir(join(path, FOLDER), { recursive: true });
        await access(join(path, FOLDER), constants.W_OK);
      } catch (error) {
        return { kind: 'failed', failure: await failureOf(error, join(path, FOLDER)), detail: String(error) };
      }
      const written = await store({ path, copiedAt: null });
      return written.ok
        ? { kind: 'chosen' }
        : { kind: 'failed', failure: written.failure, detail: written.detail };
    },
    secondPlaceForget: async () => {
      await rm(settingsFile, { force: true });
    },
    secondPlaceCopy: async ({ name, keep }): Promise<VaultAnswer<null>> => {
      const place = await stored();
      if (place === null) return { ok: false, error: { failure: 'path-gone', detail: 'none was chosen' } };
      const folder = join(place.path, FOLDER);
      try {
        // Not made with its parents: a missing drive must not become a folder on the disk.
        if (!(await isThere(place.path)))
          throw Object.assign(new Error(`${place.path} is missing`), { code: 'ENOENT' });
        await mkdir(folder, { recursive: true });
        const written = await writeFileAtomically(
          join(folder, basename(name)),
          await readFile(vault.pathOf(name)),
        );
        if (!written.ok) return { ok: false, error: written };
        await store({ ...place, copiedAt: now().toISOString() });
        await removeOthers(folder, new Set([name, ...keep].map((kept) => basename(kept))));
        return { ok: true, value: null };
      } catch (error) {
        return { ok: false, error: { failure: await failureOf(error, folder), detail: String(error) } };
      }
    },
  };
};

const isThere = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.F_OK);
    return true;
  } catch {
    return false;
  }
};

/** Only backups of the same vault (its mark ends the name): another school's may lie beside them. */
const removeOthers = async (folder: string, keep: ReadonlySet<string>): Promise<void> => {
  const marks = new Set([...keep].map(markOf));
  for (const entry of await readdir(folder)) {
    if (keep.has(entry) || !isVaultName(`sicherungen/${entry}`) || !marks.has(markOf(entry))) continue;
    await rm(join(folder, entry), { force: true });
  }
};
const markOf = (file: string): string => file.slice(file.lastIndexOf('-') + 1);
