import type { IsoDate } from '../shared/iso-date.ts';
import { isBroken } from './defect.ts';
import type { Defect, Device, DeviceStatus } from './device.ts';

/** What a unit can come back to once it is repaired. */
export const STATUSES_AFTER_REPAIR = ['in-use', 'in-storage', 'on-loan'] as const;
export type StatusAfterRepair = (typeof STATUSES_AFTER_REPAIR)[number];

const WORKING: ReadonlySet<DeviceStatus> = new Set(['in-use', 'in-storage', 'on-loan']);

/**
 * What becomes of the defect when the state is set: coming back to work ends it on that day, breaking again begins a new
 * one, of which nothing is known yet; on the very day of the repair it is the same one. A broken device never has a day
 * of repair.
 */
export const settleDefect = (
  device: Pick<Device, 'status' | 'defect'>,
  status: DeviceStatus,
  today: IsoDate,
): Defect | null => {
  const { defect } = device;
  if (defect === null) return null;
  if (isBroken({ status })) {
    if (defect.repairedOn === null) return defect;
    return defect.repairedOn === today ? { ...defect, repairedOn: null } : null;
  }
  return isBroken(device) && WORKING.has(status) ? { ...defect, repairedOn: today } : defect;
};

/** The broken device as it comes back from repair; without a defect on record only its state says so. */
export const repaired = (device: Device, on: IsoDate, status: StatusAfterRepair = 'in-use'): Device => ({
  ...device,
  status,
  defect: device.defect === null ? null : { ...device.defect, repairedOn: on },
});
