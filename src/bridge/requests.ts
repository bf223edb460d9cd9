import type {
  HostMethods,
  MailtoRequest,
  OpenFileRequest,
  SaveFileRequest,
  VaultAppendRequest,
} from './contract.ts';
import { isFileKind, isNameOfKind } from './file-names.ts';
import { isMailDraft, isMailtoRequest } from './mail.ts';

/** The channel of each method; `menu-command` runs the other way. */
export const channelOf = (method: keyof HostMethods): string => `ausstattungskompass:${method}`;
export const MENU_CHANNEL = 'ausstattungskompass:menu-command';
export const CLOSE_CHANNEL = 'ausstattungskompass:close-requested';

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
  savePdf: (value: unknown): value is { readonly suggestedName: string } =>
    isRecord(value) &&
    typeof value['suggestedName'] === 'string' &&
    isNameOfKind(value['suggestedName'], 'pdf'),
  openFile: (value: unknown): value is OpenFileRequest =>
    isRecord(value) &&
    Array.isArray(value['kinds']) &&
    value['kinds'].length > 0 &&
    value['kinds'].length <= MAX_KINDS &&
    // Spread, because `every` passes over holes.
    [...value['kinds']].every((kind) => kind === 'list' || kind === 'profile' || kind === 'backup'),
  revealFile: (value: unknown): value is { readonly path: string } =>
    isRecord(value) && typeof value['path'] === 'string',
  openMailDraft: (value: unknown): value is { readonly suggestedName: string; readonly bytes: Uint8Array } =>
    isRecord(value) &&
    typeof value['suggestedName'] === 'string' &&
    isNameOfKind(value['suggestedName'], 'mail') &&
    value['bytes'] instanceof Uint8Array &&
    isMailDraft(value['bytes']),
  openMailto: (value: unknown): value is MailtoRequest =>
    isRecord(value) && isMailtoRequest({ to: value['to'], subject: value['subject'], text: value['text'] }),
  vaultPlace: isNothing,
  vaultLock: (value: unknown): value is { readonly takeOver: boolean } =>
    isRecord(value) && typeof value['takeOver'] === 'boolean',
  vaultChoose: isNothing,
  vaultReset: isNothing,
  vaultAllow: isNothing,
  vaultList: isNothing,
  vaultRead: isNamed,
  vaultAppend: (value: unknown): value is VaultAppendRequest =>
    isNamed(value) &&
    isLength(value['offset']) &&
    isLength(value['knownSize']) &&
    value['bytes'] instanceof Uint8Array,
  vaultWrite: (value: unknown): value is { readonly name: string; readonly bytes: Uint8Array } =>
    isNamed(value) && value['bytes'] instanceof Uint8Array,
  vaultRemove: isRemovable,
  vaultSetAside: canBeSetAside,
  vaultReveal: isNothing,
  secondPlace: isNothing,
  secondPlaceChoose: isNothing,
  secondPlaceForget: isNothing,
  secondPlaceCopy: (value: unknown): value is { readonly name: string; readonly keep: readonly string[] } =>
    isNamed(value) &&
    value.name.startsWith('sicherungen/') &&
    Array.isArray(value['keep']) &&
    value['keep'].length <= MAX_KEPT &&
    [...value['keep']].every((name) => typeof name === 'string' && isVaultName(name)),
  answerClose: (value: unknown): value is { readonly mayClose: boolean } =>
    isRecord(value) && typeof value['mayClose'] === 'boolean',
} as const satisfies { readonly [Method in keyof HostMethods]: (value: unknown) => value is Request<Method> };

const MAX_KEPT = 1000;

/** The only names that exist in the vault: one of its folders, a number first (so never a device name of Windows), an ending. */
const VAULT_NAME =
  /^(?:(?:protokoll|sicherungen|beiseite)\/[0-9][0-9a-z-]{0,100}\.(?:akj|akbak|json)|berichte\/[0-9][0-9a-z-]{0,100}\.(?:xlsx|akber))$/;
export const isVaultName = (name: string): boolean => VAULT_NAME.test(name);

const isLength = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

function isNothing(value: unknown): value is undefined {
  return value === undefined;
}
function isNamed(value: unknown): value is { readonly name: string } & Readonly<Record<string, unknown>> {
  return isRecord(value) && typeof value['name'] === 'string' && isVaultName(value['name']);
}
/** What was set aside stays there. */
function isRemovable(value: unknown): value is { readonly name: string } {
  return isNamed(value) && !value.name.startsWith('beiseite/');
}
/** Of journal and backups only: a report that does not fit any more is of use to nobody. */
function canBeSetAside(value: unknown): value is { readonly name: string } {
  return isRemovable(value) && !value.name.startsWith('berichte/');
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
