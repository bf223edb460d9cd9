import type { Device } from '#core/inventory/device.ts';
import type { Room } from '#core/inventory/room.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { derivedOnce } from '#state/derived.ts';

const count = (counts: Map<string, number>, ids: Iterable<string>, by = 1): void => {
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + by);
};

/** Pieces per category, without what was decommissioned. */
export const devicesPerCategory = derivedOnce((devices: readonly Device[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { categoryId, status, quantity } of devices)
    if (categoryId !== null && status !== 'decommissioned') count(counts, [categoryId], quantity);
  return counts;
});

export const roomsPerType = derivedOnce((rooms: readonly Room[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { roomTypes } of rooms) count(counts, new Set(roomTypes));
  return counts;
});

/** How many targets name each category, room type and stage. */
export const targetsPerEntry = derivedOnce(
  (
    profile: TargetProfile,
  ): {
    readonly categories: ReadonlyMap<string, number>;
    readonly roomTypes: ReadonlyMap<string, number>;
    readonly stages: ReadonlyMap<string, number>;
  } => {
    const categories = new Map<string, number>();
    const roomTypes = new Map<string, number>();
    const stages = new Map<string, number>();
    for (const { categories: accepted, waivedBy, appliesTo, stage } of profile.requirements) {
      count(categories, new Set([...accepted, ...waivedBy]));
      if (appliesTo.kind === 'rooms') count(roomTypes, appliesTo.roomTypes);
      count(stages, [String(stage)]);
    }
    return { categories, roomTypes, stages };
  },
);
