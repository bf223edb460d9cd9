import { useCallback } from 'react';
import { nextTag, bearerOf } from '#core/inventory/tag-scheme.ts';
import type { Device } from '#core/inventory/device.ts';
import { readSetting } from '#state/settings.ts';
import { useAppStore } from '#state/use-app-state.ts';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { TAG_TEXTS } from '#texts/tag-scheme.ts';
import { deviceLookupOf } from './device-lookup.ts';
import { TAG_SCHEME } from './tag-scheme-setting.ts';

/**
 * Says why a typed inventory number is not taken: another device bears it, and where that stands. Lists that are read in
 * or pasted may hold doubles all the same, as the school's books do; they are shown as a task.
 *
 * @returns null = nothing speaks against it
 */
export const useRefuseDouble = (): ((before: Device, after: Device) => string | null) => {
  const store = useAppStore();
  return useCallback(
    (before, after) => {
      if (after.assetTag === before.assetTag) return null;
      const state = store.getState();
      const { devices } = state.inventory;
      const bearer = bearerOf(after.assetTag, after, devices);
      if (bearer === undefined) return null;
      const lookup = deviceLookupOf(state);
      const room = lookup.roomOf(bearer);
      const scheme = readSetting(state.settings, TAG_SCHEME);
      return TAG_TEXTS.refused(
        room === undefined ? DEVICE_TEXTS.noRoom : DEVICE_TEXTS.inRoom(lookup.finder.textOf(room)),
        scheme === null ? null : nextTag(scheme, after.categoryId, devices),
      );
    },
    [store],
  );
};
