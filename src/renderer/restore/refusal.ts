import type { BackupFailure } from '#backup/backup-format.ts';
import { otherFileOf, type OtherFile } from '#backup/other-files.ts';
import type { VaultFailure } from '#bridge/contract.ts';

/** Why a file is not taken in. */
export type Refusal =
  | Exclude<BackupFailure, { readonly code: 'locked' | 'not-a-backup' }>
  | { readonly code: 'other-file'; readonly file: Exclude<OtherFile, 'cut-off'> }
  | { readonly code: 'too-large' | 'no-permission' | 'not-found' | 'unknown' }
  | { readonly code: 'unreadable'; readonly failure: VaultFailure }
  | { readonly code: 'crash'; readonly detail: string };

/** Why these bytes are refused; what is no backup is called by what it is. */
export const refusalOf = (error: BackupFailure, bytes: Uint8Array, name: string): Refusal => {
  if (error.code === 'locked') return { code: 'damaged' };
  if (error.code !== 'not-a-backup') return error;
  const file = otherFileOf(bytes, name);
  return file === 'cut-off' ? { code: 'damaged' } : { code: 'other-file', file };
};
