import { browserVault, canPickFolders } from './browser-vault.ts';
import { maxOpenBytes } from './file-names.ts';
import { mailtoUrl } from './mail.ts';
import type { FileKind, HostBridge, OpenFileOutcome, OpenFileRequest, SaveFileRequest } from './contract.ts';

/** Version of the app, put in by the build. */
declare const __APP_VERSION__: string;

const MIME_TYPES = {
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  backup: 'application/octet-stream',
  csv: 'text/csv',
  picture: 'image/png',
  pdf: 'application/pdf',
  mail: 'message/rfc822',
  zip: 'application/zip',
} as const satisfies Record<FileKind, string>;

const ACCEPTED = {
  list: '.xlsx,.xlsm,.csv,.tsv,.txt,.ods',
  profile: '.json,.xlsx,.ods',
  backup: '.akbak',
} as const satisfies Record<OpenFileRequest['kinds'][number], string>;

/** The browser reads the bytes of a download after the click; how long it takes it does not say. */
const KEEP_DOWNLOAD_MS = 60_000;

/** The host of the browser edition: files come and go through the browser's own dialogs and its download folder. */
export const browserBridge = (): HostBridge => ({
  appInfo: async () => ({
    version: __APP_VERSION__,
    host: 'browser',
    capabilities: {
      receivesCtrlN: false,
      canRevealFile: false,
      canSavePdf: false,
      hasNativeMenu: false,
      hasSecondPlace: canPickFolders(),
      canChooseVault: canPickFolders(),
      asksBeforeClosing: false,
      canOpenMailDraft: false,
    },
  }),
  saveFile: async (request) => {
    download(request);
    return { kind: 'saved', name: request.suggestedName, path: null };
  },
  savePdf: async () => ({ kind: 'cancelled' }),
  openFile: pickFile,
  revealFile: async () => undefined,
  openMailDraft: async () => ({ kind: 'failed', detail: 'a browser opens no files' }),
  openMailto: async (request) => {
    const link = document.createElement('a');
    link.href = mailtoUrl(request);
    link.click();
    return { kind: 'opened' };
  },
  ...browserVault(),
  vaultReveal: async () => undefined,
  answerClose: async () => undefined,
  onMenuCommand: () => () => undefined,
  onCloseRequested: () => () => undefined,
});

const download = ({ suggestedName, bytes, kind }: SaveFileRequest): void => {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: MIME_TYPES[kind] }));
  const link = document.createElement('a');
  link.href = url;
  link.download = suggestedName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_DOWNLOAD_MS);
};

const pickFile = ({ kinds }: OpenFileRequest): Promise<OpenFileOutcome> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = kinds.map((kind) => ACCEPTED[kind]).join(',');
    input.addEventListener('cancel', () => resolve({ kind: 'cancelled' }));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) resolve({ kind: 'cancelled' });
      else void readFile(file, maxOpenBytes(kinds)).then(resolve);
    });
    input.click();
  });

const readFile = async (file: File, maxBytes: number): Promise<OpenFileOutcome> => {
  if (file.size > maxBytes) return { kind: 'failed', failure: 'too-large', detail: file.name };
  try {
    return { kind: 'opened', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    // The file was moved, deleted or locked between choosing and reading.
    return {
      kind: 'failed',
      failure: 'not-found',
      detail: error instanceof Error ? error.message : file.name,
    };
  }
};
