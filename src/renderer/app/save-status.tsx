import { useActions, useAppState } from '#state/use-app-state.ts';
import { APP_TEXTS, saveFailureText } from '#texts/app.ts';
import { formatTime } from '#texts/format.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icons.tsx';
import styles from './app.module.css';

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
      {save.kind === 'read-only' && save.reason === 'other-window-closed' && (
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
