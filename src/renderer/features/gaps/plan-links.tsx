import type { Device } from '#core/inventory/device.ts';
import type { Room } from '#core/inventory/room.ts';

/** Kind and model in words; the number stands before it. */
const modelOf = (device: Device): string =>
  [device.manufacturer, device.model ?? device.name].filter(Boolean).join(' ');

/** `RSM-0077 Acer H6522`, as text. */
export const deviceText = (device: Device): string =>
  [device.assetTag, modelOf(device)].filter(Boolean).join(' ') || device.id;

export const DeviceLink = ({ device }: { readonly device: Device }) => {
  const model = modelOf(device);
  return (
    <a href={`#/geraete/${encodeURIComponent(device.id)}`}>
      {device.assetTag !== null && <b>{device.assetTag} </b>}
      {model === '' && device.assetTag === null ? device.id : model}
    </a>
  );
};

export const RoomLink = ({ room }: { readonly room: Room }) => (
  <a href={`#/raeume/${encodeURIComponent(room.id)}`}>
    <b>{room.roomNumber}</b> {room.name}
  </a>
);
