import { useState } from 'react';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/field.tsx';

/** Asks for the name of a new view. */
export const SaveViewDialog = ({
  onSave,
  onClose,
}: {
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}) => {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const save = (): void => {
    if (name.trim() === '') setError(DEVICE_TEXTS.viewNameMissing);
    else onSave(name.trim());
  };
  return (
    <Dialog
      title={DEVICE_TEXTS.viewSaveTitle}
      closeLabel={DEVICE_TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{DEVICE_TEXTS.cancel}</Button>
          <Button variant="primary" onClick={save}>
            {DEVICE_TEXTS.viewSave}
          </Button>
        </>
      }
    >
      <p>{DEVICE_TEXTS.viewSaveText}</p>
      <TextField
        label={DEVICE_TEXTS.viewName}
        value={name}
        error={error}
        autoFocus
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // The focus goes back to the button that opened this, which would take the same key as a click.
          event.preventDefault();
          save();
        }}
      />
    </Dialog>
  );
};
