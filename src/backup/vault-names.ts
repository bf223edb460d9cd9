import type { VaultFile } from '#bridge/contract.ts';
import { newestFirst, type BackupName } from '#core/backup/rotation.ts';
import { BACKUP_REASONS, type BackupReason } from './backup-format.ts';

export type JournalFile = VaultFile & {
  /** Sequence number of the first set that it was made for. */
  readonly first: number;
};
export type BackupFile = VaultFile &
  BackupName & {
    readonly reason: BackupReason;
    /** The same for all backups of one vault, so that two schools can share a stick. */
    readonly mark: string;
  };

const SEQ_DIGITS = 9;
const seqText = (seq: number): string => String(seq).padStart(SEQ_DIGITS, '0');

export const journalName = (first: number, taken: ReadonlySet<string>): string => {
  let name = `protokoll/${seqText(first)}.akj`;
  for (let number = 2; taken.has(name); number += 1) name = `protokoll/${seqText(first)}-${number}.akj`;
  return name;
};

/** `sicherungen/20261124-104207-000000123-daily-1f0a77c2.akbak` */
export const backupName = (at: Date, seq: number, reason: BackupReason, mark: string): string => {
  const [day = '', time = ''] = at.toISOString().split('T');
  const clock = time.slice(0, 8).replaceAll(':', '');
  return `sicherungen/${day.replaceAll('-', '')}-${clock}-${seqText(seq)}-${reason}-${mark}.akbak`;
};

const JOURNAL = /^protokoll\/(\d{9})(?:-(\d+))?\.akj$/;
const BACKUP = /^sicherungen\/(\d{8}-\d{6})-(\d{9})-([a-z-]+)-([0-9a-f]{8})\.akbak$/;
const isReason = (text: string): text is BackupReason => (BACKUP_REASONS as readonly string[]).includes(text);

/** The journal in its order, oldest first; files that are none are left alone. */
export const journalFiles = (files: readonly VaultFile[]): readonly JournalFile[] =>
  files
    .flatMap((file) => {
      const match = JOURNAL.exec(file.name);
      return match === null ? [] : [{ ...file, first: Number(match[1]), number: Number(match[2] ?? 1) }];
    })
    .toSorted((a, b) => a.first - b.first || a.number - b.number)
    .map(({ number: _number, ...file }) => file);

/** The backups, newest first. */
export const backupFiles = (files: readonly VaultFile[]): readonly BackupFile[] =>
  newestFirst(
    files.flatMap((file) => {
      const [, time = '', seq = '', reason = '', mark = ''] = BACKUP.exec(file.name) ?? [];
      return time !== '' && isReason(reason) ? [{ ...file, time, seq: Number(seq), reason, mark }] : [];
    }),
  );

/** The moment in a backup's name. */
export const timeOf = ({ time }: BackupName): Date =>
  new Date(time.replace(/^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3T$4:$5:$6Z'));
