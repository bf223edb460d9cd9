import { z } from '#core/shared/zod.ts';
import type { StoredState } from '#core/history/apply-changes.ts';
import { DATA_VERSION } from '#core/history/data-versions.ts';
import { readStoredThing, storedThing } from '#core/history/stored-things.ts';
import type { Device } from '#core/inventory/device.ts';
import type { Room } from '#core/inventory/room.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { ITEMS_PER_STEP, type Steps } from '#core/shared/steps.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { bytesOf, checksumOf, joinBytes, packBytes, textOf, unpackBytes } from './bytes.ts';
import { keyEnvelope, open, seal, type DataKey } from './data-key.ts';

/**
 * A backup file (`.akbak`, docs/data-format.md): a line with format, version and the SHA-256 of everything behind it; a
 * line of JSON that says what is inside; then the business objects as JSON, packed, and encrypted where a password is set.
 */
export const BACKUP_FORMAT = 'ausstattungskompass-sicherung';
export const BACKUP_VERSION = 1;

export const BACKUP_REASONS = [
  'start',
  'daily',
  'quit',
  'before-import',
  'before-bulk',
  'before-restore',
  'before-upgrade',
  'before-update',
  'recovered',
  'manual',
] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

const count = z.int().nonnegative();
const backupHeader = z.object({
  dataVersion: z.int().positive(),
  appVersion: z.string(),
  /** The last change set that is in it. */
  seq: count,
  /** When that change was made; null when there was none. */
  changedAt: z.string().nullable(),
  writtenAt: z.string(),
  reason: z.enum(BACKUP_REASONS).catch('manual'),
  counts: z.object({ rooms: count, devices: count, profiles: count, settings: count }),
  /** Not said where the rest is encrypted. */
  school: z.string().nullable(),
  key: keyEnvelope.nullable(),
});
export type BackupHeader = z.infer<typeof backupHeader>;

/** What the writer knows besides the state itself. */
export type BackupAbout = Pick<BackupHeader, 'appVersion' | 'seq' | 'changedAt' | 'writtenAt' | 'reason'>;

export type BackupFailure =
  | { readonly code: 'not-a-backup' }
  /** Bytes were changed or are missing. */
  | { readonly code: 'damaged' }
  | { readonly code: 'newer-version'; readonly dataVersion: number; readonly appVersion: string | null }
  /** Encrypted, and no key that fits was given. */
  | { readonly code: 'locked' };

/** The objects as pieces of JSON text, in steps: the state of a large school would hold the window up. */
export function* textOfState({ inventory, profiles, settings }: StoredState): Steps<readonly string[]> {
  const pieces: string[] = ['{"school":', JSON.stringify(storedThing('school', inventory.school))];
  let items: string[] = [];
  const flush = (): void => {
    if (items.length === 0) return;
    pieces.push(items.join(','));
    items = [];
  };
  const lists: readonly (readonly [
    name: string,
    kind: 'room' | 'device',
    things: readonly (Room | Device)[],
  ])[] = [
    ['rooms', 'room', inventory.rooms],
    ['devices', 'device', inventory.devices],
  ];
  for (const [name, kind, things] of lists) {
    pieces.push(`,"${name}":[`);
    for (const [index, thing] of things.entries()) {
      if (items.length === ITEMS_PER_STEP) {
        flush();
        pieces.push(',');
        yield;
      }
      items.push(JSON.stringify(storedThing(kind, thing as Room & Device)));
      if (index === things.length - 1) flush();
    }
    pieces.push(']');
  }
  pieces.push(`,"profiles":${JSON.stringify([...profiles])},"settings":${JSON.stringify([...settings])}}`);
  return pieces;
}

/** The bytes of a backup, from its text. What was written is read again and compared before it is handed out. */
export const encodeBackup = async (
  pieces: readonly string[],
  about: BackupAbout & { readonly counts: BackupHeader['counts']; readonly school: string },
  dataKey: DataKey | null,
): Promise<Uint8Array> => {
  const content = joinBytes(pieces.map(bytesOf));
  const packed = await packBytes(content);
  const header: BackupHeader = {
    dataVersion: DATA_VERSION,
    appVersion: about.appVersion,
    seq: about.seq,
    changedAt: about.changedAt,
    writtenAt: about.writtenAt,
    reason: about.reason,
    counts: about.counts,
    school: dataKey === null ? about.school : null,
    key: dataKey?.envelope ?? null,
  };
  const headerLine = JSON.stringify(header);
  const payload = dataKey === null ? packed : await seal(dataKey.key, packed, headerLine);
  const rest = joinBytes([bytesOf(`${headerLine}\n`), payload]);
  const bytes = joinBytes([bytesOf(`${BACKUP_FORMAT} ${BACKUP_VERSION} ${await checksumOf(rest)}\n`), rest]);
  const back = await openContent(bytes, dataKey);
  if (!back.ok || textOf(back.value) !== textOf(content)) throw new Error('a backup reads back differently');
  return bytes;
};

const FIRST_LINE = /^ausstattungskompass-sicherung ([1-9]\d{0,5}) ([0-9a-f]{64})$/;
const NEW_LINE = 10;
/** Header lines are short; more is no backup. */
const MAX_LINE = 16 * 1024;

type Opened = { readonly header: BackupHeader; readonly headerLine: string; readonly payload: Uint8Array };

const lineEnd = (bytes: Uint8Array, from: number): number => {
  const at = bytes.subarray(from, from + MAX_LINE).indexOf(NEW_LINE);
  return at === -1 ? -1 : from + at;
};

const openFile = async (bytes: Uint8Array): Promise<Result<Opened, BackupFailure>> => {
  const firstEnd = lineEnd(bytes, 0);
  if (firstEnd === -1) return failed({ code: 'not-a-backup' });
  const match = FIRST_LINE.exec(safeText(bytes.subarray(0, firstEnd)) ?? '');
  if (match === null) return failed({ code: 'not-a-backup' });
  const [, version, sum] = match;
  const rest = bytes.subarray(firstEnd + 1);
  // First of all: nothing of a damaged file is believed, not even its version.
  if ((await checksumOf(rest)) !== sum) return failed({ code: 'damaged' });
  const headerEnd = lineEnd(bytes, firstEnd + 1);
  const headerLine = headerEnd === -1 ? null : safeText(bytes.subarray(firstEnd + 1, headerEnd));
  if (headerLine === null) return failed({ code: 'damaged' });
  let value: unknown;
  try {
    value = JSON.parse(headerLine);
  } catch {
    return failed({ code: 'damaged' });
  }
  const versions = z
    .object({ dataVersion: z.int().positive(), appVersion: z.string().nullable().catch(null) })
    .safeParse(value);
  const isNewer = Number(version) > BACKUP_VERSION || (versions.data?.dataVersion ?? 0) > DATA_VERSION;
  if (versions.success && isNewer) return failed({ code: 'newer-version', ...versions.data });
  const header = backupHeader.safeParse(value);
  if (!header.success) return failed({ code: 'damaged' });
  return ok({ header: header.data, headerLine, payload: bytes.subarray(headerEnd + 1) });
};

const safeText = (bytes: Uint8Array): string | null => {
  try {
    return textOf(bytes);
  } catch {
    return null;
  }
};

/** What a backup says of itself. Its checksum was verified; the objects were not looked at. */
export const readBackupHeader = async (bytes: Uint8Array): Promise<Result<BackupHeader, BackupFailure>> => {
  const opened = await openFile(bytes);
  return opened.ok ? ok(opened.value.header) : opened;
};

const openContent = async (
  bytes: Uint8Array,
  dataKey: DataKey | null,
): Promise<Result<Uint8Array, BackupFailure>> => {
  const opened = await openFile(bytes);
  if (!opened.ok) return opened;
  const { header, headerLine, payload } = opened.value;
  if (header.key !== null && dataKey?.envelope.id !== header.key.id) return failed({ code: 'locked' });
  try {
    return ok(
      await unpackBytes(
        header.key === null || dataKey === null ? payload : await open(dataKey.key, payload, headerLine),
      ),
    );
  } catch {
    return failed({ code: 'damaged' });
  }
};

const content = z.object({
  school: z.unknown(),
  rooms: z.array(z.unknown()),
  devices: z.array(z.unknown()),
  profiles: z.array(z.tuple([z.string(), z.unknown()])),
  settings: z.array(z.tuple([z.string(), z.json()])),
});

export type Backup = { readonly header: BackupHeader; readonly state: StoredState };

/** The whole state of a backup, of any earlier version too. */
export const readBackup = async (
  bytes: Uint8Array,
  dataKey: DataKey | null,
): Promise<Result<Backup, BackupFailure>> => {
  const header = await readBackupHeader(bytes);
  if (!header.ok) return header;
  const unpacked = await openContent(bytes, dataKey);
  if (!unpacked.ok) return unpacked;
  let value: unknown;
  try {
    value = JSON.parse(textOf(unpacked.value));
  } catch {
    return failed({ code: 'damaged' });
  }
  const state = readState(value, header.value);
  return state === null ? failed({ code: 'damaged' }) : ok({ header: header.value, state });
};

/** null where anything in it is not what it says, or something is missing: a backup counts whole or not at all. */
const readState = (value: unknown, { dataVersion, counts }: BackupHeader): StoredState | null => {
  const parsed = content.safeParse(value);
  if (!parsed.success) return null;
  const { data } = parsed;
  const school = readStoredThing('school', data.school, dataVersion);
  const rooms = readAll('room', data.rooms, dataVersion);
  const devices = readAll('device', data.devices, dataVersion);
  const profiles = readAll(
    'profile',
    data.profiles.map(([, profile]) => profile),
    dataVersion,
  );
  if (school === null || rooms === null || devices === null || profiles === null) return null;
  const state: StoredState = {
    inventory: { school, rooms, devices },
    profiles: new Map(
      data.profiles.map(([key], index): [string, TargetProfile] => [key, profiles[index] as TargetProfile]),
    ),
    settings: new Map(data.settings),
  };
  const isComplete =
    rooms.length === counts.rooms &&
    devices.length === counts.devices &&
    state.profiles.size === counts.profiles &&
    state.settings.size === counts.settings &&
    new Set(rooms.map(({ id }) => id)).size === rooms.length &&
    new Set(devices.map(({ id }) => id)).size === devices.length;
  return isComplete ? state : null;
};

const readAll = <Kind extends 'room' | 'device' | 'profile'>(
  kind: Kind,
  values: readonly unknown[],
  from: number,
) => {
  const things = values.map((value) => readStoredThing(kind, value, from));
  return things.every((thing) => thing !== null) ? things : null;
};

export const countsOf = ({ inventory, profiles, settings }: StoredState): BackupHeader['counts'] => ({
  rooms: inventory.rooms.length,
  devices: inventory.devices.length,
  profiles: profiles.size,
  settings: settings.size,
});
