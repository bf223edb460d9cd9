import { useState } from 'react';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Checkbox, TextField, type Option } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './catalogue.module.css';

/** Longer lists get a search. */
const SEARCHED_FROM = 12;

/** Several of a list, ticked and taken over together; the order of the list stays. */
export const ManyDialog = ({
  title,
  options,
  values,
  onSave,
  onClose,
}: {
  readonly title: string;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  /** Answers why it does not store them. */
  readonly onSave: (values: readonly string[]) => string | null;
  readonly onClose: () => void;
}) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(values));
  const [search, setSearch] = useState('');
  const [error, setError] = useState<string | null>(null);
  const wanted = search.trim().toLowerCase();
  const shown = options.filter(({ label }) => label.toLowerCase().includes(wanted));
  const change = (value: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(value);
    else next.delete(value);
    setChosen(next);
    setError(null);
  };
  const save = (): void => {
    const message = onSave(options.flatMap(({ value }) => (chosen.has(value) ? [value] : [])));
    setError(message);
    if (message === null) onClose();
  };
  return (
    <Dialog
      title={title}
      closeLabel={CATALOGUE_TEXTS.dialogClose}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{CATALOGUE_TEXTS.cancel}</Button>
          <Button variant="primary" onClick={save}>
            {CATALOGUE_TEXTS.apply}
          </Button>
        </>
      }
    >
      {options.length > SEARCHED_FROM && (
        <TextField label={CATALOGUE_TEXTS.filter} value={search} onChange={setSearch} />
      )}
      {error !== null && (
        <Notice kind="gap" role="alert">
          {error}
        </Notice>
      )}
      <p className={styles.quiet}>{CATALOGUE_TEXTS.chosen(chosen.size)}</p>
      <ul className={styles.ticks} tabIndex={0} aria-label={title}>
        {shown.map(({ value, label }) => (
          <li key={value}>
            <Checkbox
              label={label}
              isChecked={chosen.has(value)}
              onChange={(isChosen) => change(value, isChosen)}
            />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className={styles.quiet}>{CATALOGUE_TEXTS.nothingFits}</p>}
    </Dialog>
  );
};
