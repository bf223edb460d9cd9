import type { Result } from '#core/shared/result.ts';

/**
 * What the renderer may ask of its host, the Electron main process or a plain browser. A feature asks for a
 * capability, never "is this Electron?". Channel names are the keys of `HostMethods`.
 */
export type HostCapabilities = {
  /** Ctrl+N reaches the page; a browser keeps it for itself. */
  readonly receivesCtrlN: boolean;
  readonly canRevealFile: boolean;
  /** The host makes a PDF of what the page prints; else the print dialog offers it. */
  readonly canSavePdf: boolean;
  readonly hasNativeMenu: boolean;
  /** A second place for backups (stick, network drive) can be chosen. */
  readonly hasSecondPlace: boolean;
  /** The folder of journal, backups and reports can be chosen; else it is a fixed one. */
  readonly canChooseVault: boolean;
  /** The host asks before it closes the window and waits for `answerClose`. */
  readonly asksBeforeClosing: boolean;
  /** A draft (.eml) can be handed to the user's mail program. */
  readonly canOpenMailDraft: boolean;
};

export type AppInfo = {
  readonly version: string;
  readonly host: 'electron' | 'browser';
  readonly capabilities: HostCapabilities;
};

export type SaveFileRequest = {
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
};
export type FileKind = 'workbook' | 'json' | 'backup' | 'csv' | 'picture' | 'pdf' | 'mail' | 'zip';

/** What went wrong, for a German sentence with a remedy. `detail` is for the curious, never shown alone. */
export type SaveFailure = 'disk-full' | 'no-permission' | 'file-locked' | 'path-gone' | 'unknown';

export type SaveFileOutcome =
  | { readonly kind: 'saved'; readonly name: string; readonly path: string | null }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'failed';
      readonly failure: SaveFailure;
      readonly path: string | null;
      readonly detail: string;
    };

export type OpenFileRequest = { readonly kinds: readonly ('list' | 'profile' | 'backup')[] };
export type OpenFileOutcome =
  | { readonly kind: 'opened'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'failed';
      readonly failure: 'too-large' | 'no-permission' | 'not-found' | 'unknown';
      readonly detail: string;
    };

/** A new mail with an address (`''` = none), a subject and a text. */
export type MailtoRequest = { readonly to: string; readonly subject: string; readonly text: string };
export type OpenMailOutcome =
  /** The system was asked to open it, and did not object. */
  { readonly kind: 'opened' } | { readonly kind: 'failed'; readonly detail: string };

/**
 * The vault: the folder of the app's own files outside of the browser's storage. A name is `folder/file`; no other path
 * can be said. `protokoll` holds the journal, `sicherungen` the backups, `berichte` the reports that were written, `beiseite` what was damaged.
 */
export const VAULT_FOLDERS = ['protokoll', 'sicherungen', 'berichte', 'beiseite'] as const;
export type VaultFile = { readonly name: string; readonly size: number };
/** `in-use`: another PC or account works with the folder, or has done so since this window looked at it. */
export type VaultFailure = { readonly failure: SaveFailure | 'in-use'; readonly detail: string };
export type VaultAnswer<Value> = Result<Value, VaultFailure>;
export type VaultAppendRequest = {
  readonly name: string;
  /** Where the bytes go. What stands beyond it is the rest of a write that was cut off. */
  readonly offset: number;
  /** So long the file is as far as the caller knows; 0 where it is to be made. */
  readonly knownSize: number;
  readonly bytes: Uint8Array;
};
export type VaultPlace = {
  /** `app-folder`: files of the user's profile. `chosen-folder`: in a browser, allowed by the user. `browser`: the origin's private files. */
  readonly kind: 'app-folder' | 'chosen-folder' | 'browser';
  /** Path or name of the folder, for people. */
  readonly label: string;
  /** The browser has promised not to clear it by itself; null where no promise is needed. */
  readonly isPersistent: boolean | null;
  /** A folder that was chosen and may be used again once the user says so. */
  readonly waitingFolder: string | null;
  /** Whose profile the database lies in; null where the host does not know. */
  readonly owner: {
    readonly account: string;
    readonly computer: string;
    /** Other accounts of this PC have a profile, too. */
    readonly isShared: boolean;
  } | null;
};
/** Who has the folder open, as far as it is known, and since when. */
export type VaultHolder = {
  readonly account: string | null;
  readonly computer: string | null;
  readonly since: string | null;
};
export type VaultLock =
  /** This window may write there. */
  | { readonly kind: 'held' }
  /** `isStale`: its holder has given no sign of life for minutes; it may be taken over. */
  | { readonly kind: 'taken'; readonly holder: VaultHolder; readonly isStale: boolean }
  /** The folder cannot be written to, or is not there. */
  | ({ readonly kind: 'failed' } & VaultFailure);
export type SecondPlace = {
  readonly label: string;
  readonly state: 'present' | 'absent' | 'needs-permission';
  /** When the last backup was copied there; null = never. */
  readonly copiedAt: string | null;
};
export type ChooseOutcome =
  { readonly kind: 'chosen' | 'cancelled' } | ({ readonly kind: 'failed' } & VaultFailure);

/** Request and answer of each call. Everything travels by structured clone. */
export type HostMethods = {
  readonly appInfo: () => Promise<AppInfo>;
  readonly saveFile: (request: SaveFileRequest) => Promise<SaveFileOutcome>;
  /** Asks for a place and saves there what the page prints at that moment; only with `canSavePdf`. */
  readonly savePdf: (request: { readonly suggestedName: string }) => Promise<SaveFileOutcome>;
  readonly openFile: (request: OpenFileRequest) => Promise<OpenFileOutcome>;
  /** Shows the last saved file in the file manager; only with `canRevealFile`. */
  readonly revealFile: (request: { readonly path: string }) => Promise<void>;
  /** Opens a draft of ours in the user's mail program, which sends it or not; only with `canOpenMailDraft`. */
  readonly openMailDraft: (request: {
    readonly suggestedName: string;
    readonly bytes: Uint8Array;
  }) => Promise<OpenMailOutcome>;
  /** Opens a new mail without an attachment, in answer to a click. */
  readonly openMailto: (request: MailtoRequest) => Promise<OpenMailOutcome>;
  readonly vaultPlace: () => Promise<VaultPlace>;
  /** Takes the right to write to the folder, before anything is read. A stale one is taken over only where that is wanted. */
  readonly vaultLock: (request: { readonly takeOver: boolean }) => Promise<VaultLock>;
  /**
   * Only with `canChooseVault`, and in answer to a click. A folder that holds data is used as it is, to another one the
   * files are copied. The app has to start anew.
   */
  readonly vaultChoose: () => Promise<ChooseOutcome>;
  /** Back to the folder that needs no choice, in the same way. */
  readonly vaultReset: () => Promise<ChooseOutcome>;
  /** Asks for `waitingFolder` again, in answer to a click. */
  readonly vaultAllow: () => Promise<ChooseOutcome>;
  /** Every file in these folders; none yet = an empty list. */
  readonly vaultList: () => Promise<VaultAnswer<readonly VaultFile[]>>;
  /** null = there is no such file. */
  readonly vaultRead: (request: { readonly name: string }) => Promise<VaultAnswer<Uint8Array | null>>;
  /** Durable when it answers. `moved`: the file has another length than was known, so somebody else touched it; nothing was written. */
  readonly vaultAppend: (request: VaultAppendRequest) => Promise<VaultAnswer<'written' | 'moved'>>;
  /** Whole or not at all: temporary file, flushed, read back and compared, renamed. */
  readonly vaultWrite: (request: {
    readonly name: string;
    readonly bytes: Uint8Array;
  }) => Promise<VaultAnswer<null>>;
  readonly vaultRemove: (request: { readonly name: string }) => Promise<VaultAnswer<null>>;
  /** Moves a file to `beiseite`, where nothing is ever removed. */
  readonly vaultSetAside: (request: { readonly name: string }) => Promise<VaultAnswer<null>>;
  /** Opens the folder in the file manager; only with `canRevealFile`. */
  readonly vaultReveal: () => Promise<void>;
  /** null = none was chosen. */
  readonly secondPlace: () => Promise<SecondPlace | null>;
  readonly secondPlaceChoose: () => Promise<ChooseOutcome>;
  readonly secondPlaceForget: () => Promise<void>;
  /** Copies a backup of the vault there, whole or not at all, and removes what the list of names to keep does not have. */
  readonly secondPlaceCopy: (request: {
    readonly name: string;
    readonly keep: readonly string[];
  }) => Promise<VaultAnswer<null>>;
  /** The page's word on `onCloseRequested`: everything is saved and the window may go, or it stays. */
  readonly answerClose: (request: { readonly mayClose: boolean }) => Promise<void>;
};

/** Commands of the native menu that the page carries out. */
export type MenuCommand =
  | 'undo'
  | 'redo'
  | 'search'
  | 'new'
  | 'print'
  | 'import'
  | 'report'
  | 'settings'
  | 'about'
  | 'keys'
  | 'handbook';

export type HostBridge = HostMethods & {
  /** Returns the function that stops listening. */
  readonly onMenuCommand: (listener: (command: MenuCommand) => void) => () => void;
  /** The user wants to close the window, which waits a while for `answerClose`. Returns the function that stops listening. */
  readonly onCloseRequested: (listener: () => void) => () => void;
};

declare global {
  interface Window {
    /** Set by the preload script; absent in a plain browser. */
    readonly ausstattungskompass?: HostBridge;
  }
}
