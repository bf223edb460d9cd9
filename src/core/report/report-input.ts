import type { GapAnalysis } from '../gaps/gap-analysis.ts';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Exemption, Room } from '../inventory/room.ts';
import type { School } from '../inventory/school.ts';
import type { IsoDate, Timestamp } from '../shared/iso-date.ts';
import type { StocktakeSummary } from '../stocktake/stocktake-summary.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import type { ReportData } from './report-data.ts';

/** The report before this one, for the sheet „Änderungen“. */
export type PreviousReport = {
  readonly fileName: string;
  readonly writtenAt: Timestamp;
  /** null = it is known that there is one, but its file cannot be read. */
  readonly data: ReportData | null;
};

export type ReportInput = {
  readonly inventory: Inventory;
  readonly profile: TargetProfile;
  /** Of exactly this inventory and profile. */
  readonly analysis: GapAnalysis;
  /** What the school authority got from each funding programme, in cents by the programme's id. */
  readonly programmeSums: Readonly<Record<string, number>>;
  /** The last stocktake that was taken over; null or absent = there is none, or nobody knows of it here. */
  readonly stocktake?: StocktakeSummary | null;
  /** Ticked: notes, texts of defects, extra columns and private reasons go into the report as well. */
  readonly includeFreeTexts: boolean;
  readonly writtenAt: Timestamp;
  /** The calendar day of `writtenAt` where the writer sits. */
  readonly writtenOn: IsoDate;
  readonly appVersion: string;
  /** null = this is the first one. */
  readonly previous: PreviousReport | null;
};

/** By what programs tell schools apart: the Dienststellennummer, without one the name. */
export const schoolIdOf = ({ schoolNumber, name }: School): string => schoolNumber ?? name;

const withoutTextOfDevice = (device: Device): Device => ({
  ...device,
  defect: device.defect === null ? null : { ...device.defect, text: null },
  note: null,
  extra: {},
});

const withoutPrivateReason = (exemption: Exemption): Exemption =>
  exemption.isPrivate ? { ...exemption, reason: '' } : exemption;

const withoutTextOfRoom = (room: Room): Room => ({
  ...room,
  exemptions: room.exemptions.map(withoutPrivateReason),
  note: null,
  extra: {},
});

/**
 * The inventory as it may leave the school: free texts can hold names of people. Every sheet is made from what this
 * returns, so that no sheet can forget it.
 */
export const withoutFreeTexts = ({ school, rooms, devices }: Inventory): Inventory => ({
  school,
  rooms: rooms.map(withoutTextOfRoom),
  devices: devices.map(withoutTextOfDevice),
});
