import { useMemo, useSyncExternalStore } from 'react';
import { deletedThings, type Deletion } from '#core/history/deleted-things.ts';
import { takenBack } from '#core/history/taken-back.ts';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { derivedOnce } from './derived.ts';
import { historyIndexOf, type IndexedHistory } from './history-index.ts';
import { useAppState, useAppStore } from './use-app-state.ts';

/** All change sets, newest first; more of them come while the reading goes on. */
export const useIndexedHistory = (): IndexedHistory => {
  const store = useAppStore();
  const index = historyIndexOf(store);
  return useSyncExternalStore(index.subscribe, index.current);
};

/** Which sets are taken back today, and by which. */
export const takenBackOf = derivedOnce((entries: readonly HistoryEntry[]) =>
  takenBack(entries.map(({ header }) => header)),
);

/** The recycle bin: what was deleted and is gone today, newest first. */
export const useDeletedThings = (): readonly Deletion[] => {
  const { entries } = useIndexedHistory();
  const inventory = useAppState((state) => state.inventory);
  return useMemo(
    () =>
      deletedThings(
        { inventory },
        entries.flatMap(({ deletions }) => deletions),
      ),
    [entries, inventory],
  );
};
