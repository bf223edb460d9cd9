import type { DataKey, KeyEnvelope } from '#backup/data-key.ts';
import { UnlockForm } from '#restore/unlock-form.tsx';
import { BACKUP_TEXTS as TEXTS } from '#texts/backup.ts';
import { Button } from '#ui/button.tsx';
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
}) => (
  <main className={styles.fullPage}>
    <h1>{TEXTS.unlockTitle}</h1>
    <UnlockForm
      text={isOptional ? TEXTS.unlockKey : TEXTS.unlockLost}
      envelope={envelope}
      onOpened={onDone}
      otherWay={isOptional && <Button onClick={() => onDone(null)}>{TEXTS.withoutPassword}</Button>}
    />
  </main>
);
