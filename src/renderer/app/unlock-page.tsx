import { useState } from 'react';
import { openDataKey, type DataKey, type KeyEnvelope } from '#backup/data-key.ts';
import { BACKUP_TEXTS as TEXTS } from '#texts/backup.ts';
import { PASSWORD_FIELD_TEXTS } from '#texts/password.ts';
import { Button } from '#ui/button.tsx';
import { PasswordField } from '#ui/field.tsx';
import styles from './app.module.css';

/** Asks for the password before anything is opened. `isOptional`: the data are here, only the key to go on with is not. */
export const UnlockPage = ({
  envelope,
  isOptional,
  onDone,
}: {
  readonly envelope: KeyEnvelope;
  readonly isOptional: boolean;
  readonly onDone: (dataKey: DataKey | null) => void;
}) => {
  const [secret, setSecret] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const open = async (): Promise<void> => {
    setIsBusy(true);
    const opened = await openDataKey(envelope, secret);
    setIsBusy(false);
    if (opened.ok) onDone(opened.value);
    else setIsWrong(true);
  };
  return (
    <main className={styles.fullPage}>
      <h1>{TEXTS.unlockTitle}</h1>
      <p>{isOptional ? TEXTS.unlockKey : TEXTS.unlockLost}</p>
      <form
        className={styles.unlock}
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <PasswordField
          label={TEXTS.secret}
          autoComplete="current-password"
          toggleLabels={PASSWORD_FIELD_TEXTS}
          value={secret}
          onChange={(text) => {
            setSecret(text);
            setIsWrong(false);
          }}
          error={isWrong ? TEXTS.wrongSecret : null}
        />
        <div className={styles.unlockButtons}>
          <Button variant="primary" type="submit" disabled={isBusy || secret === ''}>
            {isBusy ? TEXTS.unlocking : TEXTS.unlock}
          </Button>
          {isOptional && <Button onClick={() => onDone(null)}>{TEXTS.withoutPassword}</Button>}
        </div>
      </form>
    </main>
  );
};
