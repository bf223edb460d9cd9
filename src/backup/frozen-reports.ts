import type { VaultFailure } from '#bridge/contract.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { bytesOf, checksumOf, joinBytes, textOf } from './bytes.ts';
import { keyEnvelope, open, seal, type DataKey, type KeyEnvelope } from './data-key.ts';
import type { VaultFiles } from './vault-files.ts';

/**
 * Written reports, kept byte for byte in the vault (docs/data-format.md). A file is found by its checksum, so that what is
 * recorded of a report holds whether it was encrypted meanwhile or not:
 * `berichte/20261125-093000-<first 12 digits of the SHA-256>.xlsx`, encrypted `.akber`.
 */
const FOLDER = 'berichte';
const PLAIN = 'xlsx';
const SEALED = 'akber';
const MARK_DIGITS = 12;
const FORMAT = 'ausstattungskompass-bericht-verschluesselt 1';
const NEW_LINE = 10;
const NAME = /^berichte\/([0-9]{8}-[0-9]{6}-[0-9a-f]{12})\.(xlsx|akber)$/;

export type FrozenFailure =
  /** There is no file of that checksum. */
  | { readonly code: 'gone' }
  /** There is one, but it holds other bytes. */
  | { readonly code: 'damaged' }
  /** Encrypted with a password that is not open on this PC. */
  | { readonly code: 'locked' }
  | ({ readonly code: 'unreadable' } & VaultFailure);

type Files = Pick<VaultFiles, 'vaultList' | 'vaultRead' | 'vaultWrite' | 'vaultRemove'>;

/**
 * Keeps a report as it was saved.
 *
 * @param writtenAt ISO time, for people who look into the folder
 * @returns the SHA-256 of the bytes in hex, by which it is found again
 */
export const keepReport = async (
  files: Files,
  bytes: Uint8Array,
  writtenAt: string,
  dataKey: DataKey | null,
): Promise<Result<string, VaultFailure>> => {
  const checksum = await checksumOf(bytes);
  const time = writtenAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const stem = `${time}-${checksum.slice(0, MARK_DIGITS)}`;
  const written = await files.vaultWrite({
    name: nameOf(stem, dataKey),
    bytes: dataKey === null ? bytes : await sealReport(bytes, dataKey),
  });
  return written.ok ? ok(checksum) : written;
};

/** The bytes of a kept report, exactly those that were saved: its checksum is looked at first. */
export const readReportFile = async (
  files: Files,
  checksum: string,
  dataKey: DataKey | null,
): Promise<Result<Uint8Array, FrozenFailure>> => {
  const listed = await files.vaultList();
  if (!listed.ok) return failed({ code: 'unreadable', ...listed.error });
  let failure: FrozenFailure = { code: 'gone' };
  for (const { name } of listed.value) {
    if (markOf(name) !== checksum.slice(0, MARK_DIGITS)) continue;
    const read = await files.vaultRead({ name });
    if (!read.ok) return failed({ code: 'unreadable', ...read.error });
    if (read.value === null) continue;
    const opened = await openReport(name, read.value, dataKey);
    if (opened.ok && (await checksumOf(opened.value)) === checksum) return opened;
    failure = opened.ok ? { code: 'damaged' } : opened.error;
  }
  return failed(failure);
};

/** The first digits of the checksums of everything that is kept; whether it is whole is seen when it is read. */
export const keptMarks = async (files: Files): Promise<Result<ReadonlySet<string>, VaultFailure>> => {
  const listed = await files.vaultList();
  return listed.ok ? ok(new Set(listed.value.flatMap(({ name }) => markOf(name) ?? []))) : listed;
};

export const markOfChecksum = (checksum: string): string => checksum.slice(0, MARK_DIGITS);

/**
 * Writes every kept report anew under another key, when a password is set, changed or lifted. What cannot be opened stays
 * as it is.
 *
 * @returns how many could not be written anew
 */
export const rewriteReports = async (
  files: Files,
  before: DataKey | null,
  after: DataKey | null,
): Promise<Result<number, VaultFailure>> => {
  const listed = await files.vaultList();
  if (!listed.ok) return listed;
  let left = 0;
  for (const { name } of listed.value) {
    const stem = NAME.exec(name)?.[1];
    if (stem === undefined) continue;
    const next = nameOf(stem, after);
    // Plain and to stay so.
    if (next === name && after === null) continue;
    const read = await files.vaultRead({ name });
    const bytesNow = read.ok ? read.value : null;
    const opened = bytesNow === null ? null : await openReport(name, bytesNow, before);
    if (bytesNow === null || opened?.ok !== true) {
      const isDone = bytesNow !== null && (await openReport(name, bytesNow, after)).ok;
      if (!isDone) left += 1;
      continue;
    }
    const bytes = after === null ? opened.value : await sealReport(opened.value, after);
    const written = await files.vaultWrite({ name: next, bytes });
    if (!written.ok) left += 1;
    // Only behind the new one, which was read back.
    else if (next !== name) await files.vaultRemove({ name });
  }
  return ok(left);
};

/** A kept report as it lies in a vault. */
export type KeptReport = { readonly name: string; readonly bytes: Uint8Array };
export const isKeptReport = (name: string): boolean => NAME.test(name);

/**
 * Keeps reports of another vault here.
 *
 * @param from the key that opens those that are encrypted
 * @param to the key of this vault
 * @returns how many could not be taken in: not to be opened, other bytes than their name says, or not written
 */
export const takeInReports = async (
  files: Pick<Files, 'vaultWrite'>,
  reports: readonly KeptReport[],
  from: DataKey | null,
  to: DataKey | null,
): Promise<number> => {
  let left = 0;
  for (const report of reports) {
    const resealed = await resealReport(report, from, to);
    const written = resealed === null ? null : await files.vaultWrite(resealed);
    if (written?.ok !== true) left += 1;
  }
  return left;
};

/**
 * A kept report as another vault keeps it.
 *
 * @returns null where it cannot be opened, or holds other bytes than its name says
 */
export const resealReport = async (
  { name, bytes }: KeptReport,
  from: DataKey | null,
  to: DataKey | null,
): Promise<KeptReport | null> => {
  const stem = NAME.exec(name)?.[1];
  const opened = stem === undefined ? null : await openReport(name, bytes, from);
  const isWhole = opened?.ok === true && (await checksumOf(opened.value)).startsWith(markOf(name) ?? '-');
  if (!isWhole || stem === undefined) return null;
  return { name: nameOf(stem, to), bytes: to === null ? opened.value : await sealReport(opened.value, to) };
};

const nameOf = (stem: string, dataKey: DataKey | null): string =>
  `${FOLDER}/${stem}.${dataKey === null ? PLAIN : SEALED}`;

const markOf = (name: string): string | null => NAME.exec(name)?.[1]?.slice(-MARK_DIGITS) ?? null;

/** Format; the envelope of the key, which is authenticated; the sealed bytes. */
const sealReport = async (bytes: Uint8Array, { envelope, key }: DataKey): Promise<Uint8Array> => {
  const head = `${FORMAT}\n${JSON.stringify(envelope)}`;
  return joinBytes([bytesOf(`${head}\n`), await seal(key, bytes, head)]);
};

const openReport = async (
  name: string,
  bytes: Uint8Array,
  dataKey: DataKey | null,
): Promise<Result<Uint8Array, FrozenFailure>> => {
  if (name.endsWith(PLAIN)) return ok(bytes);
  const first = bytes.indexOf(NEW_LINE);
  const second = bytes.indexOf(NEW_LINE, first + 1);
  if (first === -1 || second === -1) return failed({ code: 'damaged' });
  try {
    const head = textOf(bytes.subarray(0, second));
    const envelope = envelopeOf(head);
    if (envelope === null) return failed({ code: 'damaged' });
    if (dataKey?.envelope.id !== envelope.id) return failed({ code: 'locked' });
    return ok(await open(dataKey.key, bytes.subarray(second + 1), head));
  } catch {
    return failed({ code: 'damaged' });
  }
};

const envelopeOf = (head: string): KeyEnvelope | null => {
  const [format = '', json = ''] = head.split('\n');
  if (format !== FORMAT) return null;
  return keyEnvelope.safeParse(JSON.parse(json)).data ?? null;
};
