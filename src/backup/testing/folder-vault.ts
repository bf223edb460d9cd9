import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostMethods } from '#bridge/contract.ts';
import { createSecondPlace } from '../../main/second-place.ts';
import { createVault, type Vault } from '../../main/vault.ts';

/** A real vault in a folder of its own, for tests. */
export type FolderVault = Vault &
  Pick<
    HostMethods,
    'vaultPlace' | 'vaultLock' | 'secondPlace' | 'secondPlaceChoose' | 'secondPlaceForget' | 'secondPlaceCopy'
  > & {
    readonly root: string;
    readonly remove: () => Promise<void>;
  };

export const folderVault = async (): Promise<FolderVault> => {
  const root = await mkdtemp(join(tmpdir(), 'vault-'));
  const vault = createVault(join(root, 'Sicherung'));
  return {
    ...vault,
    ...createSecondPlace({
      settingsFile: join(root, 'zweiter-ort.json'),
      vault,
      askForFolder: () => Promise.resolve(join(root, 'stick')),
    }),
    vaultPlace: () =>
      Promise.resolve({
        kind: 'app-folder',
        label: root,
        isPersistent: null,
        waitingFolder: null,
        owner: null,
      }),
    vaultLock: () => Promise.resolve({ kind: 'held' }),
    root: join(root, 'Sicherung'),
    remove: () => rm(root, { recursive: true, force: true }),
  };
};
