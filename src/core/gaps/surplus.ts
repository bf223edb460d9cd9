import type { Room } from '../inventory/room.ts';
import type { DeviceCategory } from '../targets/target-profile.ts';
import type { Surplus } from './gap-analysis.ts';
import type { Line } from './lines.ts';
import { NO_PLACE, sumUnits, type DeviceUnits, type UnitGroup } from './units.ts';

export type SurplusAt = Surplus & { readonly place: number; readonly category: number };

/** Counting units assigned to nothing, per room and category; what is on loan stands in no room. */
export const surplusOf = (
  groups: readonly UnitGroup[],
  left: readonly (readonly DeviceUnits[])[],
  rooms: readonly Room[],
  categories: readonly DeviceCategory[],
): readonly SurplusAt[] => {
  const byKey = new Map<number, { place: number; category: number; devices: DeviceUnits[] }>();
  groups.forEach((group, index) => {
    const devices = left[index];
    if (devices === undefined || devices.length === 0) return;
    const place = group.onLoan ? NO_PLACE : group.place;
    const key = (place === NO_PLACE ? rooms.length : place) * categories.length + group.category;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { place, category: group.category, devices: [...devices] });
    else known.devices.push(...devices);
  });
  return [...byKey]
    .sort(([a], [b]) => a - b)
    .map(([, { place, category, devices }]) => ({
      place,
      category,
      roomId: rooms[place]?.id ?? null,
      categoryId: categories[category]?.id ?? '',
      units: sumUnits(devices),
      devices,
    }));
};

/** Answers for each line of a room, asked in order, its surplus: each surplus unit stands on one line only. */
export const surplusByLine = (surplus: readonly SurplusAt[]): ((line: Line) => number) => {
  const byPlace = new Map<number, Map<string, number>>();
  for (const { place, categoryId, units } of surplus) {
    const inPlace = byPlace.get(place) ?? new Map<string, number>();
    byPlace.set(place, inPlace.set(categoryId, units));
  }
  return ({ place, requirement }) => {
    const inPlace = byPlace.get(place);
    if (inPlace === undefined) return 0;
    let sum = 0;
    for (const category of requirement.categories) {
      sum += inPlace.get(category) ?? 0;
      inPlace.delete(category);
    }
    return sum;
  };
};
