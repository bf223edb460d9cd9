/** Ids are opaque strings, branded so that a room's id never passes for a device's. New ids come in as arguments: the core has no chance. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type DeviceId = Branded<'device-id'>;
export type RoomId = Branded<'room-id'>;
/** Ids of profile entries are readable keys (`DISP`, `KR`, `Q1`) and stay plain strings: they are data, written by people. */
export type CategoryId = string;
export type RoomTypeId = string;
export type RequirementId = string;

export const deviceId = (text: string): DeviceId => text as DeviceId;
export const roomId = (text: string): RoomId => text as RoomId;
