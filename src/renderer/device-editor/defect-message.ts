import { isBroken } from '#core/inventory/defect.ts';
import type { Device } from '#core/inventory/device.ts';
import type { DeviceLookup } from '#core/inventory/device-columns.ts';
import type { School } from '#core/inventory/school.ts';
import type { DefectLine, DefectMessage } from '#texts/defects.ts';
import { DEVICE_TEXTS } from '#texts/devices.ts';

const lineOf = (device: Device, pieces: number, { categories, roomOf }: DeviceLookup): DefectLine => {
  const room = roomOf(device);
  const category = device.categoryId === null ? undefined : categories.get(device.categoryId);
  const { serialNumber, assetTag } = device;
  return {
    kind: category?.name ?? device.name ?? DEVICE_TEXTS.unnamed,
    model: [device.manufacturer, device.model].filter(Boolean).join(' ') || null,
    serialNumber,
    assetTag,
    place:
      room === undefined
        ? null
        : [room.building, room.floor, [room.roomNumber, room.name].filter(Boolean).join(' ')]
            .filter(Boolean)
            .join(', '),
    pieces,
    openSince: isBroken(device) ? (device.defect?.since ?? null) : null,
    ticket: isBroken(device) ? (device.defect?.ticket ?? null) : null,
  };
};

/**
 * What KSM is told: of each device what it asks first, and nothing besides.
 *
 * @param pieces of the only device; null = all of each
 */
export const defectMessage = (
  devices: readonly Device[],
  pieces: number | null,
  school: School,
  report: { readonly text: string; readonly since: string | null; readonly contact: string },
  lookup: DeviceLookup,
): DefectMessage => ({
  school: school.name,
  schoolNumber: school.schoolNumber,
  text: report.text.trim(),
  since: report.since,
  contact: report.contact.trim(),
  lines: devices.map((device) => lineOf(device, pieces ?? device.quantity, lookup)),
});
