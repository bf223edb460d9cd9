import { useState } from 'react';
import { openDataKey, type DataKey, type KeyEnvelope } from '#backup/data-key.ts';
import { BACKUP_TEXTS } from '#texts/backup.ts';
import { RESTORE_TEXTS as TEXTS } from '#texts/restore.ts';
import { Button } from '#ui/button.tsx';
import { PasswordField } from '#ui/field.tsx';
import { PASSWORD_FIELD_TEXTS } from '#texts/password.ts';
import styles from './restore.module.css';

/** Asks for password or recovery code of one backup; neither is kept. */
export const UnlockForm = ({
  envelope,
  onOpened,
}: {
  readonly envelope: KeyEnvelope;
  readonly onOpened: (dataKey: DataKey) => void;
}) => {
  const [secret, setSecret] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const open = async (): Promise<void> => {
    setIsBusy(true);
    const opened = await openDataKey(envelope, secret);
    setIsBusy(false);
    if (opened.ok) onOpened(opened.value);
    else setIsWrong(true);
  };
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <p>{TEXTS.locked}</p>
      <PasswordField
        label={BACKUP_TEXTS.secret}
        autoComplete="current-password"
        toggleLabels={PASSWORD_FIELD_TEXTS}
        value={secret}
        onChange={(text) => {
          setSecret(text);
          setIsWrong(false);
        }}
        error={isWrong ? BACKUP_TEXTS.wrongSecret : null}
      />
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" disabled={isBusy || secret === ''}>
          {isBusy ? BACKUP_TEXTS.unlocking : BACKUP_TEXTS.unlock}
        </Button>
      </div>
    </form>
  );
};
