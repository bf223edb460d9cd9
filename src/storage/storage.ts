import type { StoredState } from '#core/history/apply-changes.ts';
import type { Change, ChangeSet, ChangeSetHeader } from '#core/history/change-set.ts';
import type { Timestamp } from '#core/shared/iso-date.ts';
import type { Result } from '#core/shared/result.ts';

/** Everything needed at start. */
export type StoredData = StoredState & {
  /** 0 when nothing was ever changed. */
  readonly lastSeq: number;
  /** The newest change sets, oldest first, without their changes: enough for more than 1,000 steps of undo. */
  readonly headers: readonly ChangeSetHeader[];
};

/** Why a change could not be made durable. `storage-gone`: the database was closed or deleted under the app. */
export type WriteFailure = 'disk-full' | 'storage-gone' | 'unknown';

/**
 * Why nothing may be written: another window holds the data (or held them until now: loading anew takes over), a newer version of the app has taken them over, the data were
 * written by a version that this one does not know, or another PC or account works with the data folder.
 */
export type ReadOnlyReason =
  'other-window' | 'other-window-closed' | 'newer-data' | 'needs-newer-app' | 'folder-in-use';

export type AppendOptions = {
  readonly onProgress?: (written: number, of: number) => void;
  /** Asked between any two parts of a set; true gives it up, and what was written of it is rolled back. */
  readonly isCancelled?: () => boolean;
  /** Only after a loss: the set before it is gone for good. */
  readonly mayFollowHole?: boolean;
};

/** A change set as it is read back, or a part of one with many changes. */
export type HistoryPiece = {
  readonly header: ChangeSetHeader;
  /** Of the whole set. */
  readonly changeCount: number;
  readonly changes: readonly Change[];
  /** No further piece of this set follows. */
  readonly isLast: boolean;
};

/** How many sets are gone, and the sequence number from which on they are kept. */
export type Forgotten = { readonly removed: number; readonly from: number };

/** Where the school's data lie. The only writer is `append`: one change set, whole or not at all. */
export type Storage = {
  /** null = this window may write. */
  readonly readOnly: ReadOnlyReason | null;
  readonly load: () => Promise<StoredData>;
  /** Resolves when the set and what it changes are durable. The same set again is accepted and changes nothing. */
  readonly append: (
    set: ChangeSet,
    options?: AppendOptions,
  ) => Promise<Result<null, WriteFailure | 'cancelled'>>;
  /** The changes of one stored set; null when there is no such set. */
  readonly readChanges: (seq: number) => Promise<readonly Change[] | null>;
  /** One stored set, whole; null when there is no such set. */
  readonly readSet: (seq: number) => Promise<ChangeSet | null>;
  /** The first stored set from this number on; null when there is none. */
  readonly nextStored: (from: number) => Promise<number | null>;
  /** Puts another state and history in the place of everything, whole or not at all: after a loss. */
  readonly replace: (data: ReplacementData) => Promise<Result<null, WriteFailure>>;
  /** Every row of every store as it is, as far as it can be read: kept aside before it is replaced. */
  readonly dump: () => Promise<Readonly<Record<string, readonly unknown[]>>>;
  /** Stored sets below a sequence number, newest first, a few at a time; stop reading and nothing more is read. */
  readonly readHistory: (before: number) => AsyncIterable<readonly HistoryPiece[]>;
  readonly countHistory: () => Promise<number>;
  /** Removes the sets below a sequence number, never one that the next 1,000 steps of undo or redo need. */
  readonly forgetHistory: (before: number) => Promise<Result<Forgotten, WriteFailure>>;
  /** Told once when another version of the app takes the database over; nothing can be written from then on. */
  readonly onTakenOver: (listener: () => void) => () => void;
  /** Told once when the window that held the data is gone; only where `readOnly` is `other-window`. */
  readonly onReleased: (listener: () => void) => void;
  readonly close: () => void;
};

/** A state and the history that led to it, as far as it is known. */
export type ReplacementData = {
  readonly state: StoredState;
  /** Ascending; may have holes and may end before `lastSeq`. */
  readonly sets: readonly ChangeSet[];
  readonly lastSeq: number;
  /** When the last change was made. */
  readonly changedAt: Timestamp;
};

export type OpenFailure =
  | { readonly code: 'newer-data'; readonly version: number }
  | { readonly code: 'blocked' }
  | { readonly code: 'unavailable'; readonly detail: string };
