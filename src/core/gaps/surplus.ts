import type { Room } from '../inventory/room.ts';
import type { DeviceCategory } from '../targets/target-profile.ts';
import type { Surplus } from './gap-analysis.ts';
import type { Line } from './lines.ts';
import { NO_PLACE, placeRanges, sumUnits, type DeviceUnits, type UnitGroup } from './units.ts';

export type SurplusAt = Surplus & { readonly place: number; readonly category: number };

/** Counting units assigned to nothing, per room and category; what is on loan stands in no room. */
export const surplusOf = (
  groups: readonly UnitGroup[],
  left: readonly (readonly DeviceUnits[])[],
  rooms: readonly Room[],
  categories: readonly DeviceCategory[],
): readonly SurplusAt[] => {
  const found: SurplusAt[] = [];
  const loaned = new Map<number, DeviceUnits[]>();
  let open: { place: number; category: number; devices: readonly DeviceUnits[] } | null = null;
  const close = (): void => {
    if (open !== null) found.push(entryOf(open, rooms, categories));
    open = null;
  };
  groups.forEach(({ place, category, onLoan }, index) => {
    const devices = left[index] ?? [];
    if (devices.length === 0) return;
    if (onLoan || place === NO_PLACE) {
      const list = loaned.get(category) ?? [];
      // One by one: as arguments of a call, 100,000 of them are more than a worker's stack holds.
      for (const device of devices) list.push(device);
      loaned.set(category, list);
      return;
    }
    // Groups of one place and category stand together.
    if (open?.place === place && open.category === category) {
      open = { place, category, devices: [...open.devices, ...devices] };
      return;
    }
    close();
    open = { place, category, devices };
  });
  close();
  const withoutRoom = [...loaned].sort(([a], [b]) => a - b);
  return [
    ...found,
    ...withoutRoom.map(([category, devices]) =>
      entryOf({ place: NO_PLACE, category, devices }, rooms, categories),
    ),
  ];
};

const entryOf = (
  { place, category, devices }: { place: number; category: number; devices: readonly DeviceUnits[] },
  rooms: readonly Room[],
  categories: readonly DeviceCategory[],
): SurplusAt => ({
  place,
  category,
  roomId: rooms[place]?.id ?? null,
  categoryId: categories[category]?.id ?? '',
  units: sumUnits(devices),
  devices,
});

/** Answers for each line of a room, asked in order, its surplus: each surplus unit stands on one line only. */
export const surplusByLine = (surplus: readonly SurplusAt[], roomCount: number): ((line: Line) => number) => {
  const rangeOf = placeRanges(surplus, roomCount);
  const isTold = new Uint8Array(surplus.length);
  return ({ place, requirement }) => {
    const [from, to] = rangeOf(place);
    let sum = 0;
    for (let index = from; index < to; index += 1) {
      const entry = surplus[index];
      if (entry === undefined || isTold[index] === 1 || !requirement.categories.includes(entry.categoryId))
        continue;
      isTold[index] = 1;
      sum += entry.units;
    }
    return sum;
  };
};
