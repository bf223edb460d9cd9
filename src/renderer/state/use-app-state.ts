import {
  createContext,
  createElement,
  useCallback,
  useContext,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Room } from '#core/inventory/room.ts';
import type { RoomId } from '#core/shared/ids.ts';
import type { DeviceCategory, RoomType } from '#core/targets/target-profile.ts';
import type { KnownChangeLabel } from '#texts/change-labels.ts';
import { COMMIT_TEXTS } from '#texts/commit.ts';
import { useToast } from '#ui/toast.tsx';
import type { AppActions, AppState, AppStore } from './app-state.ts';
import { categoriesById, findRoom, roomsById, roomTypesById } from './derived.ts';
import { readSetting, settingChange, type Setting } from './settings.ts';

const StoreContext = createContext<AppStore | null>(null);

/** Gives the one store to everything below. */
export const AppStoreProvider = ({ store, children }: { store: AppStore; children: ReactNode }) =>
  createElement(StoreContext, { value: store }, children);

/** The store itself, for code outside rendering (event handlers, shortcuts). */
export const useAppStore = (): AppStore => {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('useAppStore needs an AppStoreProvider above it');
  return store;
};

/**
 * One part of the state; the component renders again when that part changes identity. The selector must return
 * something that exists in the state or is memoised on it, never a new object each time.
 */
export const useAppState = <Selected>(selector: (state: AppState) => Selected): Selected => {
  const store = useAppStore();
  return useSyncExternalStore(store.subscribe, () => selector(store.getState()));
};

/** Stable for the life of the app. */
export const useActions = (): AppActions => useAppStore();

export const useRoomsById = (): ReadonlyMap<RoomId, Room> =>
  useAppState((state) => roomsById(state.inventory.rooms));

export const useCategoriesById = (): ReadonlyMap<string, DeviceCategory> =>
  useAppState((state) => categoriesById(state.profile));

export const useRoomTypesById = (): ReadonlyMap<string, RoomType> =>
  useAppState((state) => roomTypesById(state.profile));

/** One room; undefined when it is gone. */
export const useRoom = (id: RoomId | null): Room | undefined =>
  useAppState((state) => findRoom(state.inventory.rooms, id));

/** Whether nothing can be changed here, for example in a second window. */
export const useIsReadOnly = (): boolean => useAppState((state) => state.save.kind === 'read-only');

/** A setting and the function that stores it, as one undoable change; says so where only reading is possible. */
export const useSetting = <Value>(
  setting: Setting<Value>,
): readonly [Value, (value: Value, label?: KnownChangeLabel) => void] => {
  const store = useAppStore();
  const { show } = useToast();
  const value = useAppState((state) => readSetting(state.settings, setting));
  const change = useCallback(
    (next: Value, label: KnownChangeLabel = { code: 'setting-changed', params: {} }) => {
      void store.commit(label, [settingChange(store.getState().settings, setting, next)]).then((outcome) => {
        if (!outcome.ok && outcome.error.code === 'read-only')
          show({ text: COMMIT_TEXTS.readOnly, kind: 'error' });
      });
    },
    [store, show, setting],
  );
  return [value, change];
};
