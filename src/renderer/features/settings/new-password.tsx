import { useState, type ReactNode } from 'react';
import { createDataKey, type DataKey } from '#backup/data-key.ts';
import { PASSWORD_FIELD_TEXTS, PASSWORD_TEXTS as TEXTS } from '#texts/password.ts';
import { PasswordField } from '#ui/field.tsx';
import styles from './backup-section.module.css';

const MIN_LENGTH = 8;

export type MadeKey = { readonly dataKey: DataKey; readonly recoveryCode: string };

/** A new password, typed twice; a button elsewhere submits the form by its id. */
export const NewPasswordForm = ({
  id,
  onBusy,
  onMade,
  children,
}: {
  readonly id: string;
  /** The key takes half a second. */
  readonly onBusy: () => void;
  readonly onMade: (made: MadeKey) => void;
  /** What the password means. */
  readonly children: ReactNode;
}) => {
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [error, setError] = useState<'too-short' | 'differs' | null>(null);
  const make = async (): Promise<void> => {
    if ([...password].length < MIN_LENGTH) return setError('too-short');
    if (password !== repeated) return setError('differs');
    onBusy();
    onMade(await createDataKey(password));
  };
  return (
    <form
      id={id}
      className={styles.parts}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      {children}
      <PasswordField
        label={TEXTS.password}
        hint={TEXTS.passwordHint}
        autoComplete="new-password"
        toggleLabels={PASSWORD_FIELD_TEXTS}
        value={password}
        error={error === 'too-short' ? TEXTS.tooShort : null}
        onChange={(text) => {
          setPassword(text);
          setError(null);
        }}
      />
      <PasswordField
        label={TEXTS.repeat}
        autoComplete="new-password"
        toggleLabels={PASSWORD_FIELD_TEXTS}
        value={repeated}
        error={error === 'differs' ? TEXTS.differs : null}
        onChange={(text) => {
          setRepeated(text);
          setError(null);
        }}
      />
    </form>
  );
};
