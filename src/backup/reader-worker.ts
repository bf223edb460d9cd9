import type { Device } from '#core/inventory/device.ts';
import type { Room } from '#core/inventory/room.ts';
import type { School } from '#core/inventory/school.ts';
import type { Result } from '#core/shared/result.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { readBackup, type BackupFailure, type BackupHeader } from './backup-format.ts';
import type { DataKey } from './data-key.ts';

export type ReadRequest = { readonly bytes: Uint8Array; readonly dataKey: DataKey | null };

/** Rooms and devices first, in parts: all of them in one message would hold the window up. */
export type ReadAnswer =
  | { readonly kind: 'rooms'; readonly things: readonly Room[] }
  | { readonly kind: 'devices'; readonly things: readonly Device[] }
  | {
      readonly kind: 'done';
      readonly result: Result<
        {
          readonly header: BackupHeader;
          readonly school: School;
          readonly profiles: ReadonlyMap<string, TargetProfile>;
          readonly settings: ReadonlyMap<string, unknown>;
        },
        BackupFailure
      >;
    };

const THINGS_PER_PART = 400;

const post = (answer: ReadAnswer): void => self.postMessage(answer);

const read = async ({ bytes, dataKey }: ReadRequest): Promise<void> => {
  const backup = await readBackup(bytes, dataKey);
  if (!backup.ok) return post({ kind: 'done', result: backup });
  const { header, state } = backup.value;
  const { school, rooms, devices } = state.inventory;
  for (let at = 0; at < rooms.length; at += THINGS_PER_PART)
    post({ kind: 'rooms', things: rooms.slice(at, at + THINGS_PER_PART) });
  for (let at = 0; at < devices.length; at += THINGS_PER_PART)
    post({ kind: 'devices', things: devices.slice(at, at + THINGS_PER_PART) });
  const { profiles, settings } = state;
  post({ kind: 'done', result: { ok: true, value: { header, school, profiles, settings } } });
};

self.onmessage = ({ data }: MessageEvent<ReadRequest>): void => {
  void read(data).catch((error: unknown) => {
    // A bug: told to the page as the worker's error.
    setTimeout(() => {
      throw error;
    });
  });
};
