import type { BackupFile } from '#backup/vault-names.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import type { OpenFileOutcome } from '#bridge/contract.ts';

/** Where the backup comes from: a file that was chosen, or one of the app's own list. */
export type RestoreSource =
  | { readonly kind: 'file'; readonly opened: OpenFileOutcome }
  | { readonly kind: 'listed'; readonly file: BackupFile };

/** Asks for a backup file; null = the user chose none. */
export const chooseBackupFile = async (): Promise<RestoreSource | null> => {
  const opened = await hostBridge().openFile({ kinds: ['backup'] });
  return opened.kind === 'cancelled' ? null : { kind: 'file', opened };
};

/** Each source starts a dialog of its own. */
export const keyOfSource = (source: RestoreSource): string =>
  source.kind === 'listed'
    ? source.file.name
    : source.opened.kind === 'opened'
      ? `${source.opened.name} ${source.opened.bytes.length}`
      : '';
