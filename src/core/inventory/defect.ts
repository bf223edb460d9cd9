import { daysBetween, isIsoDate, type IsoDate } from '../shared/iso-date.ts';
import type { Defect, Device, DeviceStatus } from './device.ts';

const BROKEN: ReadonlySet<DeviceStatus> = new Set(['defective', 'in-repair']);
const WORKING: ReadonlySet<DeviceStatus> = new Set(['in-use', 'in-storage', 'on-loan']);

/** What a unit can come back to once it is repaired. */
export const STATUSES_AFTER_REPAIR = ['in-use', 'in-storage', 'on-loan'] as const;
export type StatusAfterRepair = (typeof STATUSES_AFTER_REPAIR)[number];

/** Whether the device has an open defect: whoever reads the state knows it, whatever else was entered. */
export const isBroken = ({ status }: Pick<Device, 'status'>): boolean => BROKEN.has(status);

/** The first day of a defect and what says it; where no day is known that of the report; null = neither. */
export const openSince = ({
  since,
  reportedOn,
}: Pick<Defect, 'since' | 'reportedOn'>): {
  readonly by: 'since' | 'reportedOn';
  readonly day: IsoDate;
} | null =>
  since !== null && isIsoDate(since)
    ? { by: 'since', day: since }
    : reportedOn !== null
      ? { by: 'reportedOn', day: reportedOn }
      : null;

/**
 * How long the device has been broken, in whole days.
 *
 * @returns null when it is not broken, when no day is known, and before the first day
 */
export const daysOpen = (device: Pick<Device, 'status' | 'defect'>, asOf: IsoDate): number | null => {
  const from = isBroken(device) && device.defect !== null ? openSince(device.defect) : null;
  const days = from === null ? null : daysBetween(from.day, asOf);
  return days === null || days < 0 ? null : days;
};

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
  if (BROKEN.has(status)) {
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

/** The open defects of a school at a glance. */
export type OpenDefects = {
  /** Devices, a Sammelposten once. */
  readonly count: number;
  /** Not told to KSM yet. */
  readonly unreported: number;
  /** Longest open first; those of an unknown day last. */
  readonly devices: readonly Device[];
};

export const openDefects = (devices: readonly Device[], asOf: IsoDate): OpenDefects => {
  const open = devices.filter(isBroken);
  const days = new Map(open.map((device) => [device, daysOpen(device, asOf) ?? -1]));
  return {
    count: open.length,
    unreported: open.filter(({ defect }) => (defect?.reportedOn ?? null) === null).length,
    devices: open.toSorted((a, b) => (days.get(b) ?? 0) - (days.get(a) ?? 0)),
  };
};
