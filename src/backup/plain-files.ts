import type { VaultFailure } from '#bridge/contract.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { readBackupHeader } from './backup-format.ts';
import { scanJournal } from './journal-scan.ts';
import type { VaultFiles } from './vault-files.ts';
import { backupFiles, journalFiles } from './vault-names.ts';

/** Files of the vault that anybody can read. */
export type PlainFiles = { readonly backups: readonly string[]; readonly journal: readonly string[] };

/** What was written before a password was set. A file that cannot be read is none of these: it is left alone. */
export const findPlainFiles = async (files: VaultFiles): Promise<Result<PlainFiles, VaultFailure>> => {
  const listed = await files.vaultList();
  if (!listed.ok) return listed;
  const backups: string[] = [];
  for (const { name } of backupFiles(listed.value)) {
    const read = await files.vaultRead({ name });
    if (!read.ok) return read;
    const header = read.value === null ? null : await readBackupHeader(read.value);
    if (header?.ok === true && header.value.key === null) backups.push(name);
  }
  const journal: string[] = [];
  for (const file of journalFiles(listed.value)) {
    const scanned = await scanJournal(files, file, 'tail');
    if (!scanned.ok) return scanned;
    if (scanned.value.head !== null && scanned.value.head.key === null) journal.push(file.name);
  }
  return ok({ backups, journal });
};

/**
 * Removes them. Only behind an encrypted backup of the newest state: what they hold is in it, in the database, and in the
 * history there, from which the journal is written anew where it lacks something.
 */
export const removePlainFiles = async (
  files: VaultFiles,
  { backups, journal }: PlainFiles,
): Promise<Result<null, VaultFailure>> => {
  for (const name of [...backups, ...journal]) {
    const removed = await files.vaultRemove({ name });
    if (!removed.ok) return failed(removed.error);
  }
  return ok(null);
};
