import { DEVICE_STATUSES, type Device, type DeviceStatus } from '../inventory/device.ts';
import { deviceId, roomId, type CategoryId, type DeviceId, type RoomId } from '../shared/ids.ts';
import type { IsoDate, Timestamp } from '../shared/iso-date.ts';
import { z } from '../shared/zod.ts';

/** A device as it was in the moment it was counted: later changes must not rewrite a finished count. */
export type CountedDevice = Pick<
  Device,
  'id' | 'assetTag' | 'serialNumber' | 'categoryId' | 'quantity' | 'containerTag'
> & {
  /** What it is called, else maker and model. */
  readonly name: string | null;
  readonly status: DeviceStatus;
  /** Where it stood by the inventory, a contained one where its container stood; null = in no room. */
  readonly roomId: RoomId | null;
};

/** One Inventur: several rooms, several weeks, several sittings. */
export type Stocktake = {
  readonly id: string;
  readonly name: string;
  readonly startedOn: IsoDate;
  /** Role of who counts, for the protocol: no name is asked for. */
  readonly countedBy: string | null;
  /** When it was taken over into the inventory; null = it is running. */
  readonly finishedOn: IsoDate | null;
};

/** A room from the moment it was opened, with what was expected in it. */
export type CountedRoom = {
  readonly roomId: RoomId;
  readonly roomNumber: string;
  readonly name: string | null;
  readonly building: string | null;
  readonly floor: string | null;
  readonly openedAt: Timestamp;
  readonly expected: readonly CountedDevice[];
};

/** What is known of a device that is created of a code nobody knew. */
export type NewDevice = {
  readonly codeIs: 'assetTag' | 'serialNumber';
  readonly categoryId: CategoryId | null;
  readonly name: string | null;
};

/** One entry of the list that a count is made of; nothing in it is ever changed. */
export type Scan = {
  readonly roomId: RoomId;
  readonly at: Timestamp;
  /** The calendar day where it was counted. */
  readonly on: IsoDate;
} & ScanAction;

export type ScanAction =
  /** A code was read. `device`: what it meant then, by value; null = nobody knew it. */
  | { readonly kind: 'code'; readonly code: string; readonly device: CountedDevice | null }
  /** Ticked in the list, or the tick taken back. */
  | { readonly kind: 'by-hand'; readonly deviceId: DeviceId; readonly isFound: boolean }
  /** So many of a Sammelposten are there; null = not counted after all. */
  | { readonly kind: 'pieces'; readonly deviceId: DeviceId; readonly pieces: number | null }
  /** It belongs here from now on. */
  | { readonly kind: 'move-here'; readonly deviceId: DeviceId; readonly isMoved: boolean }
  /** What differs goes into the inventory: missing ones as missing, more pieces as more. */
  | { readonly kind: 'take-difference'; readonly deviceId: DeviceId; readonly isTaken: boolean }
  /** An unknown code is to become a device; null = not after all. */
  | { readonly kind: 'new-device'; readonly code: string; readonly device: NewDevice | null }
  | { readonly kind: 'room-done'; readonly isDone: boolean };

const device = z.string().transform(deviceId);
const room = z.string().transform(roomId);
const countedDevice: z.ZodType<CountedDevice> = z.object({
  id: device,
  assetTag: z.string().nullable(),
  serialNumber: z.string().nullable(),
  name: z.string().nullable(),
  categoryId: z.string().nullable(),
  quantity: z.number(),
  status: z.enum(DEVICE_STATUSES),
  containerTag: z.string().nullable(),
  roomId: room.nullable(),
});

export const stocktakeSchema: z.ZodType<Stocktake> = z.object({
  id: z.string(),
  name: z.string(),
  startedOn: z.string(),
  countedBy: z.string().nullable(),
  finishedOn: z.string().nullable(),
});

export const countedRoomSchema: z.ZodType<CountedRoom> = z.object({
  roomId: room,
  roomNumber: z.string(),
  name: z.string().nullable(),
  building: z.string().nullable(),
  floor: z.string().nullable(),
  openedAt: z.string(),
  expected: z.array(countedDevice),
});

const newDevice: z.ZodType<NewDevice> = z.object({
  codeIs: z.enum(['assetTag', 'serialNumber']),
  categoryId: z.string().nullable(),
  name: z.string().nullable(),
});
const scanBase = { roomId: room, at: z.string(), on: z.string() };

export const scanSchema: z.ZodType<Scan> = z.discriminatedUnion('kind', [
  z.object({ ...scanBase, kind: z.literal('code'), code: z.string(), device: countedDevice.nullable() }),
  z.object({ ...scanBase, kind: z.literal('by-hand'), deviceId: device, isFound: z.boolean() }),
  z.object({ ...scanBase, kind: z.literal('pieces'), deviceId: device, pieces: z.number().nullable() }),
  z.object({ ...scanBase, kind: z.literal('move-here'), deviceId: device, isMoved: z.boolean() }),
  z.object({ ...scanBase, kind: z.literal('take-difference'), deviceId: device, isTaken: z.boolean() }),
  z.object({ ...scanBase, kind: z.literal('new-device'), code: z.string(), device: newDevice.nullable() }),
  z.object({ ...scanBase, kind: z.literal('room-done'), isDone: z.boolean() }),
]);
