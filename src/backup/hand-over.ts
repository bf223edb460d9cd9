import { DATA_VERSION } from '#core/history/data-versions.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { z } from '#core/shared/zod.ts';
import type { VaultFailure } from '#bridge/contract.ts';
import type { BackupFailure } from './backup-format.ts';
import { bytesOf, checksumOf, joinBytes, textOf } from './bytes.ts';
import type { DataKey } from './data-key.ts';
import { isKeptReport, resealReport, type KeptReport } from './frozen-reports.ts';
import type { VaultFiles } from './vault-files.ts';

/**
 * The file for a successor or a new PC: a backup and the kept reports, all of it encrypted with one key or none
 * (docs/data-format.md, ADR 18). It takes the ending of a backup and is taken in where one is.
 */
const FORMAT = 'ausstattungskompass-uebergabe';
const VERSION = 1;
const FIRST_LINE = new RegExp(`^${FORMAT} ([1-9]\\d{0,5}) ([0-9a-f]{64})\n`, 'u');
/** The first line is shorter; the second one names each report. */
const MAX_FIRST_LINE = 128;
const MAX_REPORTS = 5000;
const NEW_LINE = 10;

const headSchema = z.object({
  appVersion: z.string(),
  dataVersion: z.int().positive(),
  backup: z.int().positive(),
  reports: z.array(z.object({ name: z.string(), size: z.int().positive() })).max(MAX_REPORTS),
});

export type HandOver = {
  readonly backup: Uint8Array;
  readonly reports: readonly KeptReport[];
  /** Not a mere backup. */
  readonly isHandOver: boolean;
};

export type WrittenHandOver = {
  readonly bytes: Uint8Array;
  readonly reports: number;
  /** Kept reports that could not be opened, and are not in it. */
  readonly left: number;
};

/**
 * Puts a backup and every kept report into one file.
 *
 * @param backup a whole backup file, encrypted with `to` where that is a key; the reports are encrypted exactly when it is
 * @param from the key of the vault
 * @param to the key of the file: the vault's, or one of its own
 * @returns the bytes, the number of reports in them and of those that cannot be opened here; the failure of the vault when a
 *   report that lies there cannot be read
 */
export const writeHandOver = async (
  files: Pick<VaultFiles, 'vaultList' | 'vaultRead'>,
  backup: Uint8Array,
  appVersion: string,
  from: DataKey | null,
  to: DataKey | null,
): Promise<Result<WrittenHandOver, VaultFailure>> => {
  const listed = await files.vaultList();
  if (!listed.ok) return listed;
  const reports: KeptReport[] = [];
  let left = 0;
  for (const { name } of listed.value) {
    if (!isKeptReport(name)) continue;
    const read = await files.vaultRead({ name });
    if (!read.ok) return read;
    if (read.value === null || read.value.length === 0) continue;
    const report = await resealReport({ name, bytes: read.value }, from, to);
    if (report === null) left += 1;
    // The vault may keep one both plain and encrypted.
    else if (!reports.some((other) => other.name === report.name)) reports.push(report);
  }
  const head: z.infer<typeof headSchema> = {
    appVersion,
    dataVersion: DATA_VERSION,
    backup: backup.length,
    reports: reports.map(({ name, bytes }) => ({ name, size: bytes.length })),
  };
  const rest = joinBytes([
    bytesOf(`${JSON.stringify(head)}\n`),
    backup,
    ...reports.map(({ bytes }) => bytes),
  ]);
  const first = bytesOf(`${FORMAT} ${VERSION} ${await checksumOf(rest)}\n`);
  return ok({ bytes: joinBytes([first, rest]), reports: reports.length, left });
};

const firstLineOf = (bytes: Uint8Array): string => {
  const end = bytes.subarray(0, MAX_FIRST_LINE).indexOf(NEW_LINE);
  try {
    return textOf(bytes.subarray(0, end + 1));
  } catch {
    return '';
  }
};

const headOf = (line: Uint8Array): unknown => {
  try {
    return JSON.parse(textOf(line));
  } catch {
    return null;
  }
};

/**
 * Takes a hand-over apart. Any other file is handed on as a backup without reports: whether it is one is for its reader.
 *
 * @returns `damaged` when the checksum over the whole file does not fit (half copied), `newer-version` for one of a newer app
 */
export const readHandOver = async (bytes: Uint8Array): Promise<Result<HandOver, BackupFailure>> => {
  const first = firstLineOf(bytes);
  const [, version, sum] = FIRST_LINE.exec(first) ?? [];
  if (version === undefined) return ok({ backup: bytes, reports: [], isHandOver: false });
  const rest = bytes.subarray(first.length);
  if ((await checksumOf(rest)) !== sum) return failed({ code: 'damaged' });
  const headEnd = rest.indexOf(NEW_LINE);
  const value = headOf(rest.subarray(0, Math.max(0, headEnd)));
  const head = headSchema.safeParse(value);
  if (Number(version) > VERSION) {
    const about = z.object({ appVersion: z.string(), dataVersion: z.number() }).safeParse(value).data;
    return failed({
      code: 'newer-version',
      appVersion: about?.appVersion ?? null,
      dataVersion: about?.dataVersion ?? DATA_VERSION,
    });
  }
  if (!head.success) return failed({ code: 'damaged' });
  let at = headEnd + 1;
  const next = (size: number): Uint8Array => rest.subarray(at, (at += size));
  const backup = next(head.data.backup);
  const reports = head.data.reports.map(({ name, size }) => ({ name, bytes: next(size) }));
  if (at !== rest.length || !reports.every(({ name }) => isKeptReport(name)))
    return failed({ code: 'damaged' });
  return ok({ backup, reports, isHandOver: true });
};
