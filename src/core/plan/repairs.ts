import type { GapAnalysis, RoomGap, SchoolGap } from '../gaps/gap-analysis.ts';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { RoomId } from '../shared/ids.ts';

/** So many units of a broken device that would close gaps of a line. */
export type Repair = {
  readonly line: RoomGap | SchoolGap;
  /** null = school-wide. */
  readonly roomId: RoomId | null;
  readonly device: Device;
  readonly units: number;
  readonly scored: boolean;
};

/**
 * What a repair would close, as the analysis attributed broken devices to open gaps: room by room as one walks, the
 * school-wide ones last. The scored units add up to `analysis.totals.repairable`.
 *
 * @param analysis of this inventory
 */
export const repairsOf = ({ devices }: Inventory, analysis: GapAnalysis): readonly Repair[] => {
  const byId = new Map(devices.map((device) => [device.id, device]));
  const repairs = (line: RoomGap | SchoolGap, roomId: RoomId | null, scored: boolean): readonly Repair[] =>
    line.unusable.flatMap(({ deviceId, units }) => {
      const device = byId.get(deviceId);
      return device === undefined || device.status === 'missing'
        ? []
        : [{ line, roomId, device, units, scored }];
    });
  return [
    ...analysis.rooms.flatMap((line) => repairs(line, line.roomId, line.scored)),
    ...analysis.school.flatMap((line) => repairs(line, null, true)),
  ];
};
