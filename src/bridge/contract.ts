/**
 * What the renderer may ask of its host, the Electron main process or a plain browser. A feature asks for a
 * capability, never "is this Electron?". Channel names are the keys of `HostMethods`.
 */
export type HostCapabilities = {
  /** Ctrl+N reaches the page; a browser keeps it for itself. */
  readonly receivesCtrlN: boolean;
  readonly canRevealFile: boolean;
  readonly hasNativeMenu: boolean;
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
export type FileKind = 'workbook' | 'json' | 'backup' | 'csv' | 'picture' | 'pdf';

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

/** Request and answer of each call. Everything travels by structured clone. */
export type HostMethods = {
  readonly appInfo: () => Promise<AppInfo>;
  readonly saveFile: (request: SaveFileRequest) => Promise<SaveFileOutcome>;
  readonly openFile: (request: OpenFileRequest) => Promise<OpenFileOutcome>;
  /** Shows the last saved file in the file manager; only with `canRevealFile`. */
  readonly revealFile: (request: { readonly path: string }) => Promise<void>;
};

/** Commands of the native menu that the page carries out. */
export type MenuCommand =
  'undo' | 'redo' | 'search' | 'new' | 'print' | 'import' | 'report' | 'settings' | 'about' | 'keys';

export type HostBridge = HostMethods & {
  /** Returns the function that stops listening. */
  readonly onMenuCommand: (listener: (command: MenuCommand) => void) => () => void;
};

declare global {
  interface Window {
    /** Set by the preload script; absent in a plain browser. */
    readonly ausstattungskompass?: HostBridge;
  }
}
