import type { Device } from '#core/inventory/device.ts';
import type { Room } from '#core/inventory/room.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import type { Backup, BackupFailure } from './backup-format.ts';
import type { DataKey } from './data-key.ts';
import type { ReadAnswer, ReadRequest } from './reader-worker.ts';

/**
 * Reads a backup beside the window: unpacking and checking 100,000 devices takes seconds.
 *
 * @param signal gives it up; the promise then never settles
 */
export const readInWorker = (
  bytes: Uint8Array,
  dataKey: DataKey | null,
  signal: AbortSignal,
): Promise<Result<Backup, BackupFailure>> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' });
    signal.addEventListener('abort', () => worker.terminate());
    const rooms: Room[] = [];
    const devices: Device[] = [];
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
      if (data.kind === 'rooms') rooms.push(...data.things);
      else if (data.kind === 'devices') devices.push(...data.things);
      else {
        worker.terminate();
        if (!data.result.ok) return resolve(failed(data.result.error));
        const { header, school, profiles, settings } = data.result.value;
        resolve(ok({ header, state: { inventory: { school, rooms, devices }, profiles, settings } }));
      }
    };
    worker.onerror = ({ message }) => {
      worker.terminate();
      reject(new Error(message));
    };
    const request: ReadRequest = { bytes, dataKey };
    worker.postMessage(request);
  });
