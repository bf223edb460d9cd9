import { useState, type ReactNode } from 'react';
import type { ProfileList } from '#core/targets/own-changes.ts';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import styles from './catalogue.module.css';
import { useEditReason } from './edit-reason.ts';

/** The plane of one list: the reason for all changes, what can be added, and the list below. */
export const CatalogueFrame = ({
  add,
  note,
  children,
}: {
  readonly add?: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) => {
  const [reason, setReason] = useEditReason();
  return (
    <div className={styles.plane}>
      <div className={styles.bar}>
        <div className={styles.reason}>
          <TextField
            label={CATALOGUE_TEXTS.reason}
            value={reason}
            onChange={setReason}
            title={CATALOGUE_TEXTS.reasonHint}
          />
        </div>
        {add}
      </div>
      <p className={styles.note}>
        {note !== undefined && <>{note} </>}
        {CATALOGUE_TEXTS.keys}
      </p>
      {children}
    </div>
  );
};

/** A name and a button: what is created with it stands in the list at once, and can be undone. */
export const AddByName = ({
  list,
  onAdd,
}: {
  readonly list: ProfileList;
  /** Answers why it does not. */
  readonly onAdd: (name: string) => string | null;
}) => {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        const trimmed = name.trim();
        const message = trimmed === '' ? CATALOGUE_TEXTS.nameMissing : onAdd(trimmed);
        setError(message);
        if (message === null) setName('');
      }}
    >
      <div className={styles.name}>
        <TextField
          label={CATALOGUE_TEXTS.newName(list)}
          error={error}
          value={name}
          onChange={(value) => {
            setName(value);
            setError(null);
          }}
        />
      </div>
      <Button type="submit">{CATALOGUE_TEXTS.add(list)}</Button>
    </form>
  );
};
