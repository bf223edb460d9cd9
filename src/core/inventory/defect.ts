import { daysBetween, isIsoDate, type IsoDate } from '../shared/iso-date.ts';
import type { Defect, Device, DeviceStatus } from './device.ts';

const BROKEN: ReadonlySet<DeviceStatus> = new Set(['defective', 'in-repair']);

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
