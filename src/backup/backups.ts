import type { HostMethods, VaultFailure } from '#bridge/contract.ts';
import { backupsToKeep } from '#core/backup/rotation.ts';
import type { StoredState } from '#core/history/apply-changes.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import {
  readBackup,
  readBackupHeader,
  type Backup,
  type BackupFailure,
  type BackupReason,
} from './backup-format.ts';
import type { DataKey, KeyFinder } from './data-key.ts';
import type { Encoder } from './encoder.ts';
import type { VaultFiles } from './vault-files.ts';
import { backupFiles, backupName, type BackupFile } from './vault-names.ts';

export type BackupsOptions = {
  readonly files: VaultFiles & Pick<HostMethods, 'secondPlaceCopy'>;
  readonly encoder: Encoder;
  readonly dataKey: () => DataKey | null;
  readonly appVersion: string;
  readonly now: () => Date;
  /** Eight hexadecimal digits by chance, for the first backup of a vault. */
  readonly newMark: () => string;
};

/** The state and the change set that led to it. */
export type BackupSource = {
  readonly state: StoredState;
  readonly seq: number;
  readonly changedAt: string | null;
};

export type Backups = {
  readonly list: () => Promise<Result<readonly BackupFile[], VaultFailure>>;
  /** The bytes of a backup, for a file that the user keeps elsewhere; with the key of the vault unless another is given. */
  readonly encode: (
    source: BackupSource,
    reason: BackupReason,
    ownKey?: DataKey | null,
  ) => Promise<Uint8Array>;
  /** Writes a backup, verifies it, and removes those that are no longer kept. */
  readonly take: (source: BackupSource, reason: BackupReason) => Promise<Result<BackupFile, VaultFailure>>;
  readonly read: (
    file: BackupFile,
    findKey: KeyFinder,
  ) => Promise<Result<Backup, BackupFailure | ({ readonly code: 'unreadable' } & VaultFailure)>>;
  /** Copies a backup to the second place. */
  readonly copyAway: (file: BackupFile) => Promise<Result<null, VaultFailure>>;
};

export const createBackups = ({
  files,
  encoder,
  dataKey,
  appVersion,
  now,
  newMark,
}: BackupsOptions): Backups => {
  const list = async (): Promise<Result<readonly BackupFile[], VaultFailure>> => {
    const listed = await files.vaultList();
    return listed.ok ? ok(backupFiles(listed.value)) : listed;
  };

  const encodeAt = (
    { state, seq, changedAt }: BackupSource,
    reason: BackupReason,
    at: Date,
    key: DataKey | null,
  ): Promise<Uint8Array> =>
    encoder.backup(state, { appVersion, seq, changedAt, writtenAt: at.toISOString(), reason }, key);

  const take: Backups['take'] = async (source, reason) => {
    const { seq } = source;
    const before = await list();
    if (!before.ok) return before;
    const at = now();
    const bytes = await encodeAt(source, reason, at, dataKey());
    const name = backupName(at, seq, reason, before.value[0]?.mark ?? newMark());
    const written = await files.vaultWrite({ name, bytes });
    if (!written.ok) return written;
    // The host compared the bytes; that they are a whole backup is asked of the file itself.
    const back = await files.vaultRead({ name });
    if (!back.ok) return back;
    const header = back.value === null ? null : await readBackupHeader(back.value);
    if (header?.ok !== true || header.value.seq !== seq)
      return failed({ failure: 'unknown', detail: `${name} reads back differently` });
    const after = await list();
    if (!after.ok) return after;
    const made = after.value.find((file) => file.name === name);
    if (made === undefined) return failed({ failure: 'path-gone', detail: name });
    const kept = new Set(backupsToKeep(after.value));
    for (const file of after.value)
      if (!kept.has(file) && file.name !== name) await files.vaultRemove({ name: file.name });
    return ok(made);
  };

  return {
    list,
    encode: (source, reason, ownKey = dataKey()) => encodeAt(source, reason, now(), ownKey),
    take,
    read: async (file, findKey) => {
      const read = await files.vaultRead({ name: file.name });
      if (!read.ok) return failed({ code: 'unreadable', ...read.error });
      if (read.value === null) return failed({ code: 'unreadable', failure: 'path-gone', detail: file.name });
      const header = await readBackupHeader(read.value);
      if (!header.ok) return header;
      return readBackup(read.value, header.value.key === null ? null : await findKey(header.value.key));
    },
    copyAway: async (file) => {
      const listed = await list();
      if (!listed.ok) return listed;
      return files.secondPlaceCopy({
        name: file.name,
        keep: backupsToKeep(listed.value).map(({ name }) => name),
      });
    },
  };
};
