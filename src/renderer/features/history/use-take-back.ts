import { useCallback } from 'react';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import type { RevertFailure } from '#state/app-state.ts';
import { useAppStore } from '#state/use-app-state.ts';
import { changeLabelText } from '#texts/change-labels.ts';
import { HISTORY_TEXTS, ROLL_BACK_TEXTS, takenBackText } from '#texts/history.ts';
import { useToast } from '#ui/toast.tsx';

/** Takes back one set, or all down to one, and says so with „Rückgängig“. */
export const useTakeBack = () => {
  const store = useAppStore();
  const { show } = useToast();

  const undoOf = useCallback(
    (seq: number) => () => {
      if (store.getState().undoable?.seq === seq) void store.undo();
      else show({ text: HISTORY_TEXTS.changedSince });
    },
    [store, show],
  );
  const sayFailure = useCallback(
    (code: RevertFailure['code'], what: string) => {
      const texts: Readonly<Record<RevertFailure['code'], string>> = {
        'stands-against': HISTORY_TEXTS.refused(what),
        'nothing-to-do': HISTORY_TEXTS.nothingToDo,
        'read-only': HISTORY_TEXTS.readOnly,
        cancelled: HISTORY_TEXTS.nothingToDo,
        'disk-full': HISTORY_TEXTS.notSaved,
        'storage-gone': HISTORY_TEXTS.notSaved,
        'no-permission': HISTORY_TEXTS.notSaved,
        'file-locked': HISTORY_TEXTS.notSaved,
        'path-gone': HISTORY_TEXTS.notSaved,
        'in-use': HISTORY_TEXTS.notSaved,
        unknown: HISTORY_TEXTS.notSaved,
      };
      show({ text: texts[code], kind: code === 'nothing-to-do' ? 'info' : 'error' });
    },
    [show],
  );

  /** false when something stands against it. */
  const takeBack = useCallback(
    async ({ header: { seq, label } }: Pick<HistoryEntry, 'header'>): Promise<boolean> => {
      const what = changeLabelText(label);
      // The newest step is undone, so that it can be repeated.
      if (store.getState().undoable?.seq === seq) {
        const undone = await store.undo();
        if (!undone.ok) sayFailure(undone.error.code, what);
        else
          show({
            text: takenBackText({ label }),
            actionLabel: HISTORY_TEXTS.redo,
            onAction: () => {
              if (store.getState().redoable?.seq === seq) void store.redo();
              else show({ text: HISTORY_TEXTS.changedSince });
            },
          });
        return undone.ok;
      }
      const outcome = await store.revertSet(seq);
      if (!outcome.ok) {
        sayFailure(outcome.error.code, what);
        return outcome.error.code !== 'stands-against';
      }
      show({
        text: changeLabelText(outcome.value.label),
        actionLabel: HISTORY_TEXTS.undo,
        onAction: undoOf(outcome.value.seq),
      });
      return true;
    },
    [store, show, sayFailure, undoOf],
  );

  const rollBack = useCallback(
    async (seq: number, count: number): Promise<void> => {
      const outcome = await store.rollBackTo(seq);
      if (!outcome.ok) sayFailure(outcome.error.code, '');
      else
        show({
          text: ROLL_BACK_TEXTS.done(count),
          actionLabel: HISTORY_TEXTS.undo,
          onAction: undoOf(outcome.value.seq),
        });
    },
    [store, show, sayFailure, undoOf],
  );
  return { takeBack, rollBack, undoOf };
};
