import type { Device } from '#core/inventory/device.ts';
import type { PreviousReport, ReportInput } from '#core/report/report-input.ts';
import type { Timestamp } from '#core/shared/iso-date.ts';
import { readReport } from './read-report.ts';

/** A report that was written before, as a file. */
export type ReportFile = {
  readonly fileName: string;
  readonly writtenAt: Timestamp;
  /** null = it is not there any more. */
  readonly bytes: Uint8Array | null;
};

/** What the worker is asked for: the earlier report goes there as bytes, because reading it takes longer than passing them. */
export type ReportRequest = Omit<ReportInput, 'previous'> & { readonly previous: ReportFile | null };

/** Thousands of devices at once would take the window longer than a frame to hand over: they come before the rest, in parts. */
export type ReportMessage =
  | { readonly kind: 'devices'; readonly devices: readonly Device[] }
  | { readonly kind: 'write'; readonly request: ReportRequest };

const DEVICES_IN_A_PART = 1000;

/** The request in parts, to be posted one after the other; {@link joinRequest} is the way back. */
export const requestParts = (request: ReportRequest): readonly ReportMessage[] => {
  const { devices } = request.inventory;
  const parts: ReportMessage[] = [];
  for (let at = 0; at < devices.length; at += DEVICES_IN_A_PART)
    parts.push({ kind: 'devices', devices: devices.slice(at, at + DEVICES_IN_A_PART) });
  const rest: ReportRequest = { ...request, inventory: { ...request.inventory, devices: [] } };
  return [...parts, { kind: 'write', request: rest }];
};

export const joinRequest = (request: ReportRequest, devices: readonly Device[]): ReportRequest => ({
  ...request,
  inventory: { ...request.inventory, devices },
});

/** The report is written even where the one before cannot be read; its sheet then says so. */
export const reportInputOf = ({ previous, ...rest }: ReportRequest): ReportInput => ({
  ...rest,
  previous: previous === null ? null : previousReport(previous),
});

const previousReport = ({ fileName, writtenAt, bytes }: ReportFile): PreviousReport => {
  const read = bytes === null ? null : readReport(bytes, fileName);
  return { fileName, writtenAt, data: read?.ok === true ? read.value.data : null };
};
