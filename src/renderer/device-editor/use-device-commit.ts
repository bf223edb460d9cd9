import { useCallback } from 'react';
import type { Change } from '#core/history/change-set.ts';
import { withFollowers, type DeviceChange } from '#core/inventory/device-actions.ts';
import { useAppStore } from '#state/use-app-state.ts';
import { changeLabelText, type KnownChangeLabel } from '#texts/change-labels.ts';
import { COMMIT_TEXTS } from '#texts/commit.ts';
import { useToast } from '#ui/toast.tsx';

export type Commit = (label: KnownChangeLabel, changes: readonly Change[]) => void;

/**
 * Commits changes as one undoable step and says so, with „Rückgängig“. Not for single cells: an edit in the table is
 * seen where it happens.
 */
export const useCommitWithToast = (): Commit => {
  const store = useAppStore();
  const { show } = useToast();
  return useCallback(
    (label, changes) => {
      void store.commit(label, changes).then((outcome) => {
        if (!outcome.ok && outcome.error.code === 'read-only')
          show({ text: COMMIT_TEXTS.readOnly, kind: 'error' });
      });
      const header = store.getState().undoable;
      if (header === null || header.label !== label) return;
      show({
        text: `${changeLabelText(label)}.`,
        actionLabel: COMMIT_TEXTS.undo,
        onAction: () => {
          if (store.getState().undoable?.seq === header.seq) void store.undo();
          else show({ text: COMMIT_TEXTS.changedSince });
        },
      });
    },
    [store, show],
  );
};

/**
 * For sets of any size: a large one shows only a moment later, so the message waits for the outcome. Resolves with
 * whether it was taken.
 */
export const useCommitOfMany = (): ((
  label: KnownChangeLabel,
  changes: readonly Change[],
) => Promise<boolean>) => {
  const store = useAppStore();
  const { show } = useToast();
  return useCallback(
    async (label, changes) => {
      const outcome = await store.commit(label, changes);
      if (outcome.ok) {
        const { seq } = outcome.value;
        show({
          text: `${changeLabelText(label)}.`,
          actionLabel: COMMIT_TEXTS.undo,
          onAction: () => {
            if (store.getState().undoable?.seq === seq) void store.undo();
            else show({ text: COMMIT_TEXTS.changedSince });
          },
        });
      } else if (outcome.error.code === 'read-only') show({ text: COMMIT_TEXTS.readOnly, kind: 'error' });
      return outcome.ok;
    },
    [store, show],
  );
};

/** Commits without a message: for cells and fields. */
export const useQuietCommit = (): Commit => {
  const store = useAppStore();
  const { show } = useToast();
  return useCallback(
    (label, changes) => {
      void store.commit(label, changes).then((outcome) => {
        if (!outcome.ok && outcome.error.code === 'read-only')
          show({ text: COMMIT_TEXTS.readOnly, kind: 'error' });
      });
    },
    [store, show],
  );
};

/** Adds what contents of containers have to follow, from the state of this moment. */
export const useFollowers = (): ((changes: readonly DeviceChange[]) => readonly DeviceChange[]) => {
  const store = useAppStore();
  return useCallback((changes) => withFollowers(changes, store.getState().inventory.devices), [store]);
};
