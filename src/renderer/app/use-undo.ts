import { useMemo } from 'react';
import { useActions, useAppState, useAppStore } from '#state/use-app-state.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { changeLabelText } from '#texts/change-labels.ts';
import { useToast } from '#ui/toast.tsx';

/** Undo and redo with the message that names what was taken back. */
export const useUndo = () => {
  const store = useAppStore();
  const { undo, redo } = useActions();
  const undoable = useAppState((state) => state.undoable);
  const redoable = useAppState((state) => state.redoable);
  const { show } = useToast();
  return useMemo(() => {
    const runUndo = (): void => {
      const header = store.getState().undoable;
      if (header === null) return;
      void undo();
      show({
        text: APP_TEXTS.undone(changeLabelText(header.label)),
        actionLabel: APP_TEXTS.redo,
        onAction: () => void redo(),
      });
    };
    const runRedo = (): void => {
      const header = store.getState().redoable;
      if (header === null) return;
      void redo();
      show({
        text: APP_TEXTS.redone(changeLabelText(header.label)),
        actionLabel: APP_TEXTS.undo,
        onAction: () => void undo(),
      });
    };
    return { undoable, redoable, undo: runUndo, redo: runRedo };
  }, [store, undo, redo, undoable, redoable, show]);
};
