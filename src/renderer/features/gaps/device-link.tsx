import type { Device } from '#core/inventory/device.ts';

const deviceName = (device: Device): string =>
  [device.manufacturer, device.model ?? device.name].filter(Boolean).join(' ') || (device.name ?? device.id);

/** Leads to the device. */
export const DeviceLink = ({ device }: { readonly device: Device }) => (
  <a href={`#/geraete/${encodeURIComponent(device.id)}`}>
    {device.assetTag !== null && <b>{device.assetTag} </b>}
    {deviceName(device)}
  </a>
);
