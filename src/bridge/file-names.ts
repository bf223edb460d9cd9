import type { FileKind, OpenFileRequest } from './contract.ts';

/** The ending of each kind: what a page proposes for saving is never, say, a program. */
const ENDINGS = {
  workbook: '.xlsx',
  json: '.json',
  backup: '.akbak',
  csv: '.csv',
  picture: '.png',
  pdf: '.pdf',
  mail: '.eml',
  zip: '.zip',
} as const satisfies Record<FileKind, string>;

/** What is larger is refused before it is read: no list or backup that the app could take, and no profile. */
const MAX_OPEN_BYTES = {
  list: 200 * 1024 * 1024,
  backup: 200 * 1024 * 1024,
  profile: 10_000_000,
} as const satisfies Record<OpenFileRequest['kinds'][number], number>;

export const maxOpenBytes = (kinds: OpenFileRequest['kinds']): number =>
  Math.max(...kinds.map((kind) => MAX_OPEN_BYTES[kind]));

export const isFileKind = (value: unknown): value is FileKind =>
  typeof value === 'string' && Object.hasOwn(ENDINGS, value);

/** Leaves room for a folder below the 260 characters that Windows takes. */
const MAX_LENGTH = 200;
/** Folders, drives, streams (`a:b`), wildcards, controls. */
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f]/;
/** Devices of Windows, whatever stands behind the first dot: `NUL.xlsx` is the device, not a file. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i;

/** A bare name that each system stores as it stands: no folder, no drive, no device, no stream. */
export const isFileName = (name: string): boolean =>
  name.length > 0 &&
  name.length <= MAX_LENGTH &&
  !FORBIDDEN.test(name) &&
  !DEVICE.test(name) &&
  // Windows drops dots and spaces at the end: the file would be another one than the checked one.
  !/[. ]$/.test(name) &&
  !/\p{Surrogate}/u.test(name);

/** A name under which a file of that kind may be proposed. */
export const isNameOfKind = (name: string, kind: FileKind): boolean =>
  isFileName(name) && name.toLowerCase().endsWith(ENDINGS[kind]);
