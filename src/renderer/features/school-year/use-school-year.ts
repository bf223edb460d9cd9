import { useDeferredValue, useMemo } from 'react';
import { locator } from '#core/gaps/units.ts';
import { findById } from '#core/history/keyed-list.ts';
import type { Device } from '#core/inventory/device.ts';
import { planSchoolYear, type SchoolYearOutcome } from '#core/plan/school-year.ts';
import type { RoomId } from '#core/shared/ids.ts';
import { derivedOnce } from '#state/derived.ts';
import { useAppState, useCategoriesById } from '#state/use-app-state.ts';
import type { ProblemNames } from '#texts/school-year.ts';
import { useDeviceLookup } from '#device-editor/device-lookup.ts';
import { deviceName } from '#device-editor/device-panel.tsx';
import { planOf, useDraft } from './draft.ts';

/** What the draft comes to, worked out behind what is typed; `isCurrent` once it has caught up. */
export const useOutcome = (): { readonly outcome: SchoolYearOutcome; readonly isCurrent: boolean } => {
  const typed = useDraft();
  const draft = useDeferredValue(typed);
  const inventory = useAppState((state) => state.inventory);
  const categories = useCategoriesById();
  const outcome = useMemo(
    () =>
      planSchoolYear(
        inventory,
        planOf(draft, inventory),
        (categoryId) => categories.get(categoryId)?.movable === false,
      ),
    [inventory, draft, categories],
  );
  return { outcome, isCurrent: draft === typed };
};

/** How many devices stand in each room, with what lies in their cases. */
export const deviceCounts = derivedOnce((devices: readonly Device[]): ReadonlyMap<RoomId, number> => {
  const locate = locator(devices);
  const counts = new Map<RoomId, number>();
  for (const device of devices) {
    const id = device.status === 'decommissioned' ? null : locate(device);
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
});

export const useNames = (): ProblemNames => {
  const lookup = useDeviceLookup();
  const categories = useCategoriesById();
  const devices = useAppState((state) => state.inventory.devices);
  const rooms = useAppState((state) => state.inventory.rooms);
  return useMemo(
    () => ({
      room: (id) => {
        const room = findById(rooms, id);
        return room === undefined ? id : lookup.finder.textOf(room);
      },
      device: (id) => {
        const device = findById(devices, id);
        if (device === undefined) return id;
        const kind = categories.get(device.categoryId ?? '')?.name ?? '';
        return [deviceName(device), kind].filter((part) => part !== '').join(' · ');
      },
    }),
    [lookup, categories, devices, rooms],
  );
};
