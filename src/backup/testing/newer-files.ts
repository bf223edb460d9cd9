import { BACKUP_FORMAT, BACKUP_VERSION } from '../backup-format.ts';
import { bytesOf, checksumOf, joinBytes, textOf } from '../bytes.ts';

/** The same backup as a version of the app that does not exist yet would write it: one data version higher, the checksum right. */
export const newerBackup = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const first = bytes.indexOf(10);
  const second = bytes.indexOf(10, first + 1);
  const header = JSON.parse(textOf(bytes.subarray(first + 1, second))) as { readonly dataVersion: number };
  const newer = JSON.stringify({ ...header, dataVersion: header.dataVersion + 1, anew: { field: true } });
  const rest = joinBytes([bytesOf(`${newer}\n`), bytes.subarray(second + 1)]);
  return joinBytes([bytesOf(`${BACKUP_FORMAT} ${BACKUP_VERSION} ${await checksumOf(rest)}\n`), rest]);
};
