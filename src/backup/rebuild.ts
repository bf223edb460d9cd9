import type { VaultFailure } from '#bridge/contract.ts';
import { applyChanges, type StoredState } from '#core/history/apply-changes.ts';
import type { ChangeSet } from '#core/history/change-set.ts';
import { EMPTY_INVENTORY } from '#core/inventory/inventory.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import type { Backup } from './backup-format.ts';
import type { Backups } from './backups.ts';
import type { KeyFinder } from './data-key.ts';
import { readJournal } from './journal-scan.ts';
import type { VaultLook } from './look-at-vault.ts';
import type { VaultFiles } from './vault-files.ts';
import type { BackupFile, JournalFile } from './vault-names.ts';

/** The state and history as backup and journal know them. */
export type Rebuilt = {
  readonly state: StoredState;
  /** Everything that the journal still holds, older than the backup too. */
  readonly sets: readonly ChangeSet[];
  readonly lastSeq: number;
  readonly changedAt: string | null;
  /** Numbers of sets that are in neither. */
  readonly missing: number;
  readonly damagedBackups: readonly BackupFile[];
  readonly damagedJournal: readonly JournalFile[];
};
export type RebuildFailure =
  | ({ readonly code: 'unreadable' } & VaultFailure)
  /** Neither a backup nor a journal could be read. */
  | { readonly code: 'nothing' };

const EMPTY_STATE: StoredState = { inventory: EMPTY_INVENTORY, profiles: new Map(), settings: new Map() };

/** Reads the newest whole backup and puts every later set of the journal on top. Writes nothing. */
export const rebuildState = async (
  files: VaultFiles,
  backups: Backups,
  look: VaultLook,
  findKey: KeyFinder,
): Promise<Result<Rebuilt, RebuildFailure>> => {
  const damagedBackups: BackupFile[] = [];
  let base: Backup | null = null;
  for (const file of look.backups) {
    const read = await backups.read(file, findKey);
    if (read.ok) {
      base = read.value;
      break;
    }
    if (read.error.code === 'unreadable') return failed(read.error);
    // One that stays closed is whole all the same.
    if (read.error.code !== 'locked') damagedBackups.push(file);
  }
  const journal = await readJournal(files, look.journal, 0, findKey);
  if (!journal.ok) return failed({ code: 'unreadable', ...journal.error });
  const { sets, damaged } = journal.value;
  const from = base?.header.seq ?? 0;
  const later = sets.filter(({ seq }) => seq > from);
  if (base === null && later.length === 0) return failed({ code: 'nothing' });
  const last = later.at(-1);
  const lastSeq = last?.seq ?? from;
  return ok({
    state: later.reduce((state, { changes }) => applyChanges(state, changes), base?.state ?? EMPTY_STATE),
    sets,
    lastSeq,
    changedAt: last?.at ?? base?.header.changedAt ?? null,
    missing: lastSeq - from - later.length,
    damagedBackups,
    damagedJournal: damaged,
  });
};
