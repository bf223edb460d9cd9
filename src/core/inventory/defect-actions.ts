import type { DeviceId } from '../shared/ids.ts';
import type { IsoDate, PartialDate } from '../shared/iso-date.ts';
import { isBroken } from './defect.ts';
import { repaired, type StatusAfterRepair } from './repair.ts';
import { deviceChange, splitDevice, type DeviceChange } from './device-actions.ts';
import { NO_DEFECT, type Device } from './device.ts';

/** Why a device is not reported as it is. */
export type ReportState =
  /** Nothing stands against it. */
  | 'new'
  /** Broken already, but nobody was told: the report completes it. */
  | 'unreported'
  /** Told on a day: a second report would be a double. */
  | 'reported'
  /** Out of service: nothing to mend. */
  | 'decommissioned';

export const reportState = (device: Device): ReportState => {
  if (device.status === 'decommissioned') return 'decommissioned';
  if (!isBroken(device)) return 'new';
  return (device.defect?.reportedOn ?? null) === null ? 'unreported' : 'reported';
};

export type DefectReport = {
  readonly text: string;
  readonly since: PartialDate | null;
  readonly reportedOn: IsoDate;
};

/**
 * The device as it is once its defect was reported. What is open already keeps its first day, its state and its
 * ticket; of a report that was made before, its day.
 */
export const reportedDevice = (device: Device, { text, since, reportedOn }: DefectReport): Device => {
  const open = isBroken(device) ? device.defect : null;
  const words = text.trim();
  return {
    ...device,
    status: isBroken(device) ? device.status : 'defective',
    defect: {
      ...NO_DEFECT,
      ...open,
      since: open?.since ?? since,
      text: words === '' ? (open?.text ?? null) : words,
      reportedOn: open?.reportedOn ?? reportedOn,
      repairedOn: null,
    },
  };
};

/**
 * Reports devices as broken, in one set of changes.
 *
 * @param pieces of the only device, where it is a Sammelposten of which not all are broken: they become a line of their own
 */
export const reportDefects = (
  devices: readonly Device[],
  report: DefectReport,
  pieces: number | null,
  newId: () => DeviceId,
): readonly DeviceChange[] => {
  const [only] = devices;
  if (devices.length === 1 && only !== undefined && pieces !== null && pieces < only.quantity) {
    const { status, defect } = reportedDevice(only, report);
    const split = splitDevice(only, pieces, { status, defect }, newId);
    if (split.ok) return split.value;
  }
  return devices.map((device) => deviceChange(device, reportedDevice(device, report)));
};

/** Puts broken devices back to work; others stay as they are. */
export const repairDevices = (
  devices: readonly Device[],
  on: IsoDate,
  status: StatusAfterRepair,
): readonly DeviceChange[] =>
  devices.filter(isBroken).map((device) => deviceChange(device, repaired(device, on, status)));
