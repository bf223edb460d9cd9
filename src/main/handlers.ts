import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type {
  AppInfo,
  FileKind,
  HostMethods,
  OpenFileOutcome,
  OpenFileRequest,
  SaveFileOutcome,
  SaveFileRequest,
} from '../bridge/contract.ts';
import { maxOpenBytes } from '../bridge/file-names.ts';
import type { DataFolder } from './data-folder.ts';
import type { MailMethods } from './mail-drafts.ts';
import type { SecondPlaceMethods } from './second-place.ts';
import { DIALOG_TEXTS } from './texts.ts';
import { writeFileAtomically } from './write-file.ts';

export type FileFilter = { readonly name: string; readonly extensions: readonly string[] };

/** What the handlers need of Electron, so that they run in tests on real files. */
export type HandlerHost = {
  readonly version: string;
  /** Where a save dialog opens first. */
  readonly documentsFolder: string;
  /** null = cancelled. */
  readonly askWhereToSave: (options: {
    readonly defaultPath: string;
    readonly filters: readonly FileFilter[];
  }) => Promise<string | null>;
  readonly askWhatToOpen: (options: { readonly filters: readonly FileFilter[] }) => Promise<string | null>;
  /** The bytes of a PDF of what the page prints now; rejects when there is no page or it cannot be printed. */
  readonly printToPdf: () => Promise<Uint8Array>;
  readonly showInFolder: (path: string) => void;
  readonly mail: MailMethods;
  readonly dataFolder: DataFolder;
  readonly secondPlace: SecondPlaceMethods;
  readonly answerClose: (mayClose: boolean) => void;
};

const SAVE_FILTERS = {
  workbook: { name: DIALOG_TEXTS.workbook, extensions: ['xlsx'] },
  json: { name: DIALOG_TEXTS.json, extensions: ['json'] },
  backup: { name: DIALOG_TEXTS.backup, extensions: ['akbak'] },
  csv: { name: DIALOG_TEXTS.csv, extensions: ['csv'] },
  picture: { name: DIALOG_TEXTS.picture, extensions: ['png'] },
  pdf: { name: DIALOG_TEXTS.pdf, extensions: ['pdf'] },
  mail: { name: DIALOG_TEXTS.mail, extensions: ['eml'] },
  zip: { name: DIALOG_TEXTS.zip, extensions: ['zip'] },
} as const satisfies Record<FileKind, FileFilter>;

const OPEN_FILTERS = {
  list: { name: DIALOG_TEXTS.list, extensions: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt', 'ods'] },
  profile: { name: DIALOG_TEXTS.profile, extensions: ['json', 'xlsx', 'ods'] },
  backup: { name: DIALOG_TEXTS.backup, extensions: ['akbak'] },
} as const satisfies Record<OpenFileRequest['kinds'][number], FileFilter>;

/** The one table of what the page may call. Requests were checked before. */
export const createHandlers = (host: HandlerHost): HostMethods => {
  const saved = new Set<string>();
  const { vault, ...dataFolder } = host.dataFolder;
  /** Asks for a place first: whoever cancels has waited for nothing. */
  const save = async (
    suggestedName: string,
    kind: FileKind,
    bytesOf: () => Promise<Uint8Array>,
  ): Promise<SaveFileOutcome> => {
    const path = await host.askWhereToSave({
      defaultPath: join(host.documentsFolder, suggestedName),
      filters: [SAVE_FILTERS[kind]],
    });
    if (path === null) return { kind: 'cancelled' };
    let bytes;
    try {
      bytes = await bytesOf();
    } catch (error) {
      return { kind: 'failed', failure: 'unknown', path, detail: String(error) };
    }
    const written = await writeFileAtomically(path, bytes);
    if (!written.ok) return { kind: 'failed', failure: written.failure, path, detail: written.detail };
    saved.add(path);
    return { kind: 'saved', name: basename(path), path };
  };
  return {
    appInfo: async (): Promise<AppInfo> => ({
      version: host.version,
      host: 'electron',
      capabilities: {
        receivesCtrlN: true,
        canRevealFile: true,
        canSavePdf: true,
        hasNativeMenu: true,
        hasSecondPlace: true,
        canChooseVault: true,
        asksBeforeClosing: true,
        canOpenMailDraft: true,
      },
    }),
    saveFile: ({ suggestedName, bytes, kind }: SaveFileRequest) =>
      save(suggestedName, kind, async () => bytes),
    savePdf: ({ suggestedName }) => save(suggestedName, 'pdf', host.printToPdf),
    openFile: async ({ kinds }: OpenFileRequest): Promise<OpenFileOutcome> => {
      const path = await host.askWhatToOpen({ filters: kinds.map((kind) => OPEN_FILTERS[kind]) });
      return path === null ? { kind: 'cancelled' } : readChosen(path, maxOpenBytes(kinds));
    },
    revealFile: async ({ path }) => {
      // Only what this run has written: the page cannot make the file manager open just any folder.
      if (saved.has(path)) host.showInFolder(path);
    },
    openMailDraft: host.mail.openMailDraft,
    openMailto: host.mail.openMailto,
    vaultPlace: dataFolder.vaultPlace,
    vaultLock: dataFolder.vaultLock,
    vaultChoose: dataFolder.vaultChoose,
    vaultReset: dataFolder.vaultReset,
    vaultAllow: async () => ({ kind: 'cancelled' }),
    vaultList: vault.vaultList,
    vaultRead: vault.vaultRead,
    vaultAppend: vault.vaultAppend,
    vaultWrite: vault.vaultWrite,
    vaultRemove: vault.vaultRemove,
    vaultSetAside: vault.vaultSetAside,
    vaultReveal: async () => host.showInFolder(dataFolder.path()),
    ...host.secondPlace,
    answerClose: async ({ mayClose }) => host.answerClose(mayClose),
  };
};

const readChosen = async (path: string, maxBytes: number): Promise<OpenFileOutcome> => {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) return { kind: 'failed', failure: 'too-large', detail: `${size} bytes` };
    return { kind: 'opened', name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const failure =
      code === 'ENOENT' ? 'not-found' : code === 'EACCES' || code === 'EPERM' ? 'no-permission' : 'unknown';
    return { kind: 'failed', failure, detail: String(error) };
  }
};
