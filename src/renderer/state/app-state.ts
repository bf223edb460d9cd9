import type { BackupSource } from '#backup/backups.ts';
import type { Change, ChangeSet, ChangeSetHeader } from '#core/history/change-set.ts';
import type { Deletion } from '#core/history/deleted-things.ts';
import type { RevertConflict, Reverted } from '#core/history/revert-set.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { IsoDate, Timestamp } from '#core/shared/iso-date.ts';
import type { Result } from '#core/shared/result.ts';
import type { ReadOnlyReason, WriteFailure } from '#storage/storage.ts';
import type { ChangedProfile } from '#core/targets/own-changes.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import type { LiveMessage } from './live-windows.ts';
import type { KnownChangeLabel } from '#texts/change-labels.ts';
import type { HistoryLog } from './history-log.ts';

/** What the top bar says. `saved`: database and journal both have it on the disk. `failed` keeps the change in memory and offers to try again. */
export type SaveStatus =
  | { readonly kind: 'saved'; readonly at: Timestamp | null }
  | { readonly kind: 'saving' }
  | {
      readonly kind: 'failed';
      readonly failure: SaveFailureCode;
      /** The place that did not take the change; the other one has it, or none has. */
      readonly place: 'database' | 'journal' | 'both';
    }
  | { readonly kind: 'read-only'; readonly reason: ReadOnlyReason };

export type SaveFailureCode = WriteFailure | 'no-permission' | 'file-locked' | 'path-gone' | 'in-use';

/**
 * The one in-memory state: loaded once at start, patched by each change set. Arrays keep their identity while
 * nothing in them changes, so that memoised derivations hold.
 */
export type AppState = {
  readonly inventory: Inventory;
  /** Issued profiles that come with the app and those taken in by the user. */
  readonly profiles: readonly TargetProfile[];
  /** The chosen one as it was issued, the school's own categories behind its own. */
  readonly issuedProfile: TargetProfile;
  /** The one that is compared with: the issued one with the school's own changes laid over it. */
  readonly profile: TargetProfile;
  /** Own changes that contradict the chosen edition and are therefore left out. */
  readonly leftOutChanges: ChangedProfile['leftOut'];
  /** Setting records by id; see `settings.ts` for the known ids and their types. */
  readonly settings: ReadonlyMap<string, unknown>;
  /** What Strg+Z would take back, Strg+Y repeat. */
  readonly undoable: ChangeSetHeader | null;
  readonly redoable: ChangeSetHeader | null;
  readonly save: SaveStatus;
  /** Stichtag and Ausbaustufe of every comparison on screen; not stored. */
  readonly view: { readonly asOf: IsoDate; readonly stage: number | null };
};

export type CommitFailure = {
  readonly code: SaveFailureCode | 'read-only' | 'nothing-to-do' | 'cancelled';
};

/** What taking one past set back would do today, or what stands against it. */
export type RevertPlan = {
  readonly set: ChangeSet;
  readonly outcome: Result<Reverted, readonly RevertConflict[]>;
};

/** Why one past set was not taken back: besides what can go wrong with any change, what stands against it. */
export type RevertFailure =
  CommitFailure | { readonly code: 'stands-against'; readonly conflicts: readonly RevertConflict[] };

export type CommitOptions = {
  /** Told while an import of many rows is written: changes written so far, of all. */
  readonly onProgress?: (written: number, of: number) => void;
  /**
   * Gives the set up while it is being written: everything is as before, and the outcome is `cancelled`. Too late once the
   * last row is written or another change has followed; then the set is saved and the outcome says so.
   */
  readonly signal?: AbortSignal;
};

/** The one door through which anything changes. */
export type AppActions = {
  /**
   * Shows at once (hundreds of changes: a moment later, so that the window keeps answering), is stored in order; resolves
   * when it is durable. Changes whose before equals after are dropped.
   */
  readonly commit: (
    label: KnownChangeLabel,
    changes: readonly Change[],
    options?: CommitOptions,
  ) => Promise<Result<ChangeSet, CommitFailure>>;
  readonly undo: () => Promise<Result<ChangeSet, CommitFailure>>;
  readonly redo: () => Promise<Result<ChangeSet, CommitFailure>>;
  /** Takes back one past set, as a new step of its own; what was changed later in other places stays. */
  readonly revertSet: (seq: number) => Promise<Result<ChangeSet, RevertFailure>>;
  /** What that would do today, or what stands against it; null when the set is not there any more. */
  readonly planRevert: (seq: number) => Promise<RevertPlan | null>;
  /** Takes back everything from the newest set down to this one, as one new step. */
  readonly rollBackTo: (seq: number) => Promise<Result<ChangeSet, CommitFailure>>;
  /** Brings deleted things back, as one new step. */
  readonly restore: (deletions: readonly Deletion[]) => Promise<Result<ChangeSet, CommitFailure>>;
  readonly retrySave: () => Promise<void>;
  readonly setView: (view: Partial<AppState['view']>) => void;
};

export type AppStore = AppActions & {
  readonly history: HistoryLog;
  /** The state as it is stored, and the number and time of the change set that led to it. */
  readonly current: () => BackupSource;
  /** When the change set with this number was made; null where that is not known any more. */
  readonly changedAt: (seq: number) => Timestamp | null;
  /** Changes that one of the two places has not acknowledged yet. */
  readonly unsavedCount: () => number;
  /** Resolves when nothing is on its way any more: saved, or failed. */
  readonly whenSettled: () => Promise<void>;
  /** Takes over what another window, which may write, has done. */
  readonly follow: (message: LiveMessage) => Promise<void>;
  readonly getState: () => AppState;
  readonly subscribe: (listener: () => void) => () => void;
};
