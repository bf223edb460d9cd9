import { useState, type ReactNode } from 'react';
import { openDataKey, type DataKey, type KeyEnvelope } from '#backup/data-key.ts';
import { BACKUP_TEXTS } from '#texts/backup.ts';
import { Button } from '#ui/button.tsx';
import { PasswordField } from '#ui/field.tsx';
import { PASSWORD_FIELD_TEXTS } from '#texts/password.ts';
import styles from './restore.module.css';

/** Asks for password or recovery code until one fits. */
export const UnlockForm = ({
  text,
  envelope,
  onOpened,
  otherWay,
}: {
  readonly text: string;
  readonly envelope: KeyEnvelope;
  readonly onOpened: (dataKey: DataKey) => void;
  /** A button for whoever cannot or need not. */
  readonly otherWay?: ReactNode;
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
      <p>{text}</p>
      <PasswordField
        label={BACKUP_TEXTS.secret}
        autoComplete="current-password"
        toggleLabels={PASSWORD_FIELD_TEXTS}
        value={secret}
        onChange={(typed) => {
          setSecret(typed);
          setIsWrong(false);
        }}
        error={isWrong ? BACKUP_TEXTS.wrongSecret : null}
      />
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" disabled={isBusy || secret === ''}>
          {isBusy ? BACKUP_TEXTS.unlocking : BACKUP_TEXTS.unlock}
        </Button>
        {otherWay}
      </div>
    </form>
  );
};
