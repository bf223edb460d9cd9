import type { FileKind, HostMethods, OpenFileRequest, SaveFileRequest } from './contract.ts';

/** The channel of each method; `menu-command` runs the other way. */
export const channelOf = (method: keyof HostMethods): string => `ausstattungskompass:${method}`;
export const MENU_CHANNEL = 'ausstattungskompass:menu-command';

type Request<Method extends keyof HostMethods> = Parameters<HostMethods[Method]>[0];

/**
 * One guard per method: whatever arrives over a channel is of this shape, or the call is refused. The table lists
 * every method, so that a new one does not compile without a guard.
 */
export const REQUEST_GUARDS = {
  appInfo: (value: unknown): value is undefined => value === undefined,
  saveFile: (value: unknown): value is SaveFileRequest =>
    isRecord(value) &&
    typeof value['suggestedName'] === 'string' &&
    isFileName(value['suggestedName']) &&
    value['bytes'] instanceof Uint8Array &&
    isFileKind(value['kind']),
  openFile: (value: unknown): value is OpenFileRequest =>
    isRecord(value) &&
    Array.isArray(value['kinds']) &&
    value['kinds'].length > 0 &&
    value['kinds'].every((kind) => kind === 'list' || kind === 'profile' || kind === 'backup'),
  revealFile: (value: unknown): value is { readonly path: string } =>
    isRecord(value) && typeof value['path'] === 'string',
} as const satisfies { readonly [Method in keyof HostMethods]: (value: unknown) => value is Request<Method> };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A bare name: no folder, no drive, nothing that Windows refuses. */
const isFileName = (name: string): boolean =>
  name.length > 0 && name.length <= 200 && !/[\\/:*?"<>|\u0000-\u001f]/.test(name) && !/^\.+$/.test(name);

const FILE_KINDS: Readonly<Record<FileKind, true>> = {
  workbook: true,
  json: true,
  backup: true,
  csv: true,
  picture: true,
  pdf: true,
};
const isFileKind = (value: unknown): value is FileKind =>
  typeof value === 'string' && Object.hasOwn(FILE_KINDS, value);
