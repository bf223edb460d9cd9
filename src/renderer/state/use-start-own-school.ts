import { useCallback } from 'react';
import type { Change } from '#core/history/change-set.ts';
import { SCHOOL_ID } from '#core/history/change-set.ts';
import { EMPTY_SCHOOL } from '#core/inventory/school.ts';
import { settingChange, SETTINGS } from './settings.ts';
import { useAppStore } from './use-app-state.ts';

/** Removes the sample school, in one undoable step, and shows the first screen again. */
export const useStartOwnSchool = (): (() => void) => {
  const store = useAppStore();
  return useCallback(() => {
    const { inventory, settings } = store.getState();
    const changes: Change[] = [
      { entity: 'school', id: SCHOOL_ID, before: inventory.school, after: EMPTY_SCHOOL },
      ...inventory.devices.map((device): Change => ({
        entity: 'device',
        id: device.id,
        before: device,
        after: null,
      })),
      ...inventory.rooms.map((room): Change => ({ entity: 'room', id: room.id, before: room, after: null })),
      settingChange(settings, SETTINGS.start, null),
      { ...settingChange(settings, SETTINGS.ownCategories, []), after: null } as Change,
    ];
    void store.commit({ code: 'sample-removed', params: {} }, changes);
  }, [store]);
};
