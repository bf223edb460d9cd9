import { deviceId, roomId, type DeviceId, type RoomId } from '#core/shared/ids.ts';

/** Random ids (UUID 4): things made in two copies of the data never collide when they are merged. */
export const newId = (): string => crypto.randomUUID();
export const newDeviceId = (): DeviceId => deviceId(newId());
export const newRoomId = (): RoomId => roomId(newId());
