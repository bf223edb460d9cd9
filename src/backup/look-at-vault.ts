import type { VaultFailure } from '#bridge/contract.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { readBackupHeader, type BackupHeader } from './backup-format.ts';
import type { KeyEnvelope } from './data-key.ts';
import { scanJournal, type JournalScan } from './journal-scan.ts';
import type { VaultFiles } from './vault-files.ts';
import { backupFiles, journalFiles, type BackupFile, type JournalFile } from './vault-names.ts';

/** What lies outside of the database, at start: read just far enough to compare. */
export type VaultLook = {
  /** The newest backup whose checksum is right. */
  readonly backup: { readonly file: BackupFile; readonly header: BackupHeader } | null;
  readonly damagedBackups: readonly BackupFile[];
  /** Files of the journal of which not even the head can be read. */
  readonly damagedJournal: readonly JournalFile[];
  readonly backups: readonly BackupFile[];
  readonly journal: readonly JournalFile[];
  /** The last file of the journal. */
  readonly end: JournalScan | null;
  /** The number of the newest change set that journal or backup hold. */
  readonly top: number;
  /** Set where the newest file is encrypted. */
  readonly envelope: KeyEnvelope | null;
};
export type VaultLookFailure =
  | ({ readonly code: 'unreadable' } & VaultFailure)
  | { readonly code: 'newer-version'; readonly dataVersion: number };

export const lookAtVault = async (files: VaultFiles): Promise<Result<VaultLook, VaultLookFailure>> => {
  const listed = await files.vaultList();
  if (!listed.ok) return failed({ code: 'unreadable', ...listed.error });
  const backups = backupFiles(listed.value);
  const journal = journalFiles(listed.value);
  const damagedBackups: BackupFile[] = [];
  let backup: VaultLook['backup'] = null;
  for (const file of backups) {
    const read = await files.vaultRead({ name: file.name });
    // Held by another program for a moment: an older one and the journal say as much.
    if (!read.ok) continue;
    const header = read.value === null ? null : await readBackupHeader(read.value);
    if (header?.ok === true) {
      backup = { file, header: header.value };
      break;
    }
    if (header?.error.code === 'newer-version')
      return failed({ code: 'newer-version', dataVersion: header.error.dataVersion });
    damagedBackups.push(file);
  }
  const end = await endOf(files, journal);
  if (!end.ok) return end;
  const { scan } = end.value;
  const journalSeq = scan === null ? 0 : lastSeqOf(scan);
  const head = scan?.head ?? null;
  return ok({
    backup,
    damagedBackups,
    damagedJournal: end.value.damaged,
    backups,
    journal,
    end: scan,
    top: Math.max(backup?.header.seq ?? 0, journalSeq),
    // On the same number the backup is the newer one: it is taken when the password changes.
    envelope: backup !== null && backup.header.seq >= journalSeq ? backup.header.key : (head?.key ?? null),
  });
};

const lastSeqOf = ({ file, lines }: JournalScan): number => lines.at(-1)?.seq ?? file.first - 1;

/** The last file of the journal that can be read at all, and those behind it that cannot. */
const endOf = async (
  files: VaultFiles,
  journal: readonly JournalFile[],
): Promise<
  Result<{ readonly scan: JournalScan | null; readonly damaged: readonly JournalFile[] }, VaultLookFailure>
> => {
  const damaged: JournalFile[] = [];
  for (const file of journal.toReversed()) {
    const scanned = await scanJournal(files, file, 'tail');
    if (!scanned.ok) return failed({ code: 'unreadable', ...scanned.error });
    const scan = scanned.value;
    if (scan.state === 'newer')
      return failed({ code: 'newer-version', dataVersion: scan.head?.dataVersion ?? 0 });
    if (scan.head !== null) return ok({ scan, damaged });
    if (scan.state === 'damaged') damaged.push(file);
  }
  return ok({ scan: null, damaged });
};
