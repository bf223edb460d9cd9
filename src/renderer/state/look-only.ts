import type { HostBridge } from '#bridge/contract.ts';
import type { Backups } from '#backup/backups.ts';
import type { KeyFinder } from '#backup/data-key.ts';
import { lookAtVault } from '#backup/look-at-vault.ts';
import { rebuildState } from '#backup/rebuild.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { readAsItIs, readOnlyStorage } from '#storage/open-storage.ts';
import type { StoredData } from '#storage/storage.ts';
import type { OpenedSchool, OpenSchoolFailure } from './open-school.ts';

/**
 * The school as the folder has it while somebody else works with it: read from backup and journal, with nothing written
 * anywhere. Where the folder cannot be read, what this PC knew last.
 */
export const lookOnly = async ({
  host,
  backups,
  findKey,
  databaseName,
}: {
  readonly host: HostBridge;
  readonly backups: Backups;
  readonly findKey: KeyFinder;
  readonly databaseName: string;
}): Promise<Result<OpenedSchool, OpenSchoolFailure>> => {
  const data = (await fromFolder(host, backups, findKey)) ?? (await readAsItIs(databaseName));
  if (data === null) return failed({ code: 'vault-damaged', detail: 'nothing could be read' });
  return ok({
    storage: readOnlyStorage(data, 'folder-in-use'),
    data,
    vault: null,
    notices: [],
    dueBackup: null,
  });
};

const fromFolder = async (
  host: HostBridge,
  backups: Backups,
  findKey: KeyFinder,
): Promise<StoredData | null> => {
  const looked = await lookAtVault(host);
  if (!looked.ok || looked.value.top === 0) return null;
  const rebuilt = await rebuildState(host, backups, looked.value, findKey);
  if (!rebuilt.ok) return null;
  const { state, sets, lastSeq } = rebuilt.value;
  return { ...state, lastSeq, headers: sets };
};
