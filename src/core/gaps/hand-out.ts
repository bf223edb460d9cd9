import { sortDevices, type DeviceUnits, type UnitGroup } from './units.ts';

/** What a demand has been given. */
export type Fill = { readonly devices: DeviceUnits[]; units: number; overAge: number };

/** Hands out the devices of groups by device id, each unit once. Groups are named by their index. */
export type HandOut = {
  /** Gives up to `wanted` units of the group to the fill; returns how many it were. */
  readonly take: (group: number, wanted: number, fill: Fill) => number;
  /** What was not taken. */
  readonly rest: (group: number) => readonly DeviceUnits[];
};

export const handOut = (groups: readonly UnitGroup[]): HandOut => {
  /** Per group the first device that is not used up, and the units used of it. */
  const next = new Int32Array(groups.length);
  const used = new Float64Array(groups.length);

  const take: HandOut['take'] = (index, wanted, fill) => {
    const group = groups[index];
    if (group === undefined) return 0;
    const devices = sortDevices(group);
    let position = next[index] ?? 0;
    let usedOfDevice = used[index] ?? 0;
    let open = wanted;
    for (let entry = devices[position]; open > 0 && entry !== undefined; entry = devices[position]) {
      const units = Math.min(open, entry.units - usedOfDevice);
      fill.devices.push(units === entry.units ? entry : { deviceId: entry.deviceId, units });
      open -= units;
      usedOfDevice += units;
      if (usedOfDevice === entry.units) {
        position += 1;
        usedOfDevice = 0;
      }
    }
    next[index] = position;
    used[index] = usedOfDevice;
    const taken = wanted - open;
    fill.units += taken;
    if (group.overAge) fill.overAge += taken;
    return taken;
  };

  const rest: HandOut['rest'] = (index) => {
    const group = groups[index];
    const position = next[index] ?? 0;
    const usedOfFirst = used[index] ?? 0;
    if (group === undefined || position >= group.devices.length) return [];
    if (position === 0 && usedOfFirst === 0) return sortDevices(group);
    const [first, ...others] = sortDevices(group).slice(position);
    if (first === undefined) return [];
    return [{ deviceId: first.deviceId, units: first.units - usedOfFirst }, ...others];
  };

  return { take, rest };
};
