import type { ReadOnlyReason } from '#storage/storage.ts';
import { useActions, useAppState } from '#state/use-app-state.ts';
import { APP_TEXTS, saveFailureText } from '#texts/app.ts';
import { formatTime } from '#texts/format.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icons.tsx';
import styles from './app.module.css';

/** A new start may write, or says who else does. */
const MAY_BE_FREE: ReadonlySet<ReadOnlyReason> = new Set(['other-window-closed', 'folder-in-use']);

/** The four states of saving. Polite, so that a screen reader is not interrupted by each change. */
export const SaveStatusLine = () => {
  const save = useAppState((state) => state.save);
  const { retrySave } = useActions();
  return (
    <div className={styles.save} role="status">
      {save.kind === 'saved' && (
        <>
          <Icon name="tick" />{' '}
          {save.at === null ? APP_TEXTS.save.saved : APP_TEXTS.save.savedAt(formatTime(save.at))}
        </>
      )}
      {save.kind === 'saving' && APP_TEXTS.save.saving}
      {save.kind === 'read-only' && APP_TEXTS.save.readOnly[save.reason]}
      {save.kind === 'read-only' && MAY_BE_FREE.has(save.reason) && (
        <Button isSmall onClick={() => window.location.reload()}>
          {APP_TEXTS.save.takeOver}
        </Button>
      )}
      {save.kind === 'failed' && (
        <Button
          variant="danger"
          icon="warning"
          isSmall
          title={saveFailureText(save.place, save.failure)}
          onClick={() => void retrySave()}
        >
          {APP_TEXTS.save.failed}
        </Button>
      )}
    </div>
  );
};
