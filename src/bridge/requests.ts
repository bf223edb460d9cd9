import type { HostMethods, OpenFileRequest, SaveFileRequest } from './contract.ts';
import { isFileKind, isNameOfKind } from './file-names.ts';

/** The channel of each method; `menu-command` runs the other way. */
export const channelOf = (method: keyof HostMethods): string => `ausstattungskompass:${method}`;
export const MENU_CHANNEL = 'ausstattungskompass:menu-command';

/** So many kinds of files there are to open. */
const MAX_KINDS = 3;

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
    isFileKind(value['kind']) &&
    isNameOfKind(value['suggestedName'], value['kind']) &&
    value['bytes'] instanceof Uint8Array,
  openFile: (value: unknown): value is OpenFileRequest =>
    isRecord(value) &&
    Array.isArray(value['kinds']) &&
    value['kinds'].length > 0 &&
    value['kinds'].length <= MAX_KINDS &&
    // Spread, because `every` passes over holes.
    [...value['kinds']].every((kind) => kind === 'list' || kind === 'profile' || kind === 'backup'),
  revealFile: (value: unknown): value is { readonly path: string } =>
    isRecord(value) && typeof value['path'] === 'string',
} as const satisfies { readonly [Method in keyof HostMethods]: (value: unknown) => value is Request<Method> };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
