import { useAppStore } from '#state/use-app-state.ts';
import { useSafety, useSafetyState } from '#state/use-safety.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { BACKUP_TEXTS as TEXTS } from '#texts/backup.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import styles from './app.module.css';

/** The end of the window: a moment for the last backup, or a question where something is not saved. */
export const ClosingGuard = () => {
  const safety = useSafety();
  const store = useAppStore();
  const closing = useSafetyState((state) => state.closing);
  if (closing === 'backup')
    return (
      <div className={styles.closing} role="alert">
        {TEXTS.closing}
      </div>
    );
  if (closing !== 'unsaved') return null;
  return (
    <Dialog
      title={TEXTS.unsavedTitle}
      closeLabel={APP_TEXTS.close}
      onClose={safety.stayOpen}
      actions={
        <>
          <Button variant="primary" onClick={safety.stayOpen}>
            {TEXTS.stay}
          </Button>
          <Button variant="danger" onClick={safety.closeAnyway}>
            {TEXTS.closeAnyway}
          </Button>
        </>
      }
    >
      <p>{TEXTS.unsaved(store.unsavedCount())}</p>
    </Dialog>
  );
};
