import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';
import { SelectField, TextField } from '#ui/field.tsx';
import { ManyDialog } from './many-dialog.tsx';
import type { EntryField } from './entry-field.ts';
import { focusCell, type Step } from './cell-focus.ts';
import styles from './catalogue.module.css';

export type EditCellProps<Entry> = {
  readonly field: EntryField<Entry>;
  readonly entry: Entry;
  /** Names the row. */
  readonly rowName: string;
  /** Where the school says otherwise than the issued profile: what that says, and why; else null. */
  readonly note: string | null;
  /** Stores the entry; answers why it does not. */
  readonly onSave: (entry: Entry) => string | null;
};

/** `typed` begins with what the key brought, in place of what was there. */
type Editing = { readonly typed: string | null };

/** A cell that is looked at, and edited in its place. It keeps what it is doing to itself: typing draws nothing else anew. */
export const EditCell = <Entry extends object>(props: EditCellProps<Entry>) => {
  const { field, entry, rowName, note } = props;
  const [editing, setEditing] = useState<Editing | null>(null);
  const shown = field.show(entry);
  const name = CATALOGUE_TEXTS.editCell(field.label, rowName, shown === '' ? CATALOGUE_TEXTS.empty : shown);
  if (editing !== null) {
    const close = (): void => setEditing(null);
    if (field.edit.kind === 'text')
      return <TextEditor {...props} edit={field.edit} typed={editing.typed} onClose={close} />;
    if (field.edit.kind === 'choice') return <ChoiceEditor {...props} edit={field.edit} onClose={close} />;
  }
  const { edit } = field;
  return (
    <>
      <button
        type="button"
        data-cell
        tabIndex={-1}
        className={styles.cell}
        data-width={field.width}
        data-changed={note !== null || undefined}
        aria-label={note === null ? name : `${name}. ${note}`}
        title={note ?? shown}
        onClick={() => setEditing({ typed: null })}
        onKeyDown={(event) => {
          const typed = typedLetter(event);
          if (typed === null && event.key !== 'F2') return;
          event.preventDefault();
          setEditing({ typed });
        }}
      >
        {shown === '' ? CATALOGUE_TEXTS.empty : shown}
      </button>
      {editing !== null && edit.kind === 'many' && (
        <ManyDialog
          title={`${field.label}: ${rowName}`}
          options={edit.options}
          values={edit.values(entry)}
          onSave={(values) => props.onSave(edit.set(entry, values))}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
};
const typedLetter = (event: KeyboardEvent): string | null =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    ? event.key
    : null;

type EditorProps<Entry, Kind extends EntryField<Entry>['edit']['kind']> = EditCellProps<Entry> & {
  readonly edit: Extract<EntryField<Entry>['edit'], { readonly kind: Kind }>;
  readonly onClose: () => void;
};

/** Where to go once the value is taken: Enter goes down, Tab on, both back with Umschalt. */
const stepOf = ({ key, shiftKey }: KeyboardEvent): Step | null =>
  key === 'Enter' ? (shiftKey ? 'up' : 'down') : key === 'Tab' ? (shiftKey ? 'left' : 'right') : null;

const TextEditor = <Entry extends object>({
  field,
  entry,
  rowName,
  edit,
  typed,
  onSave,
  onClose,
}: EditorProps<Entry, 'text'> & { readonly typed: string | null }) => {
  const before = edit.text(entry);
  const [text, setText] = useState(typed ?? before);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  // Once the cell is left by a key, its blur is not another leaving.
  const isDone = useRef(false);
  useLayoutEffect(() => {
    input.current?.focus();
    if (typed === null) input.current?.select();
  }, [typed]);

  const save = (): boolean => {
    const trimmed = text.trim();
    if (trimmed === before) return true;
    const read = edit.read(entry, trimmed);
    const message = !read.ok ? read.message : read.value === null ? null : onSave(read.value);
    setError(message);
    return message === null;
  };
  const leave = (step: Step): void => {
    const cell = input.current?.closest<HTMLElement>('td, th') ?? null;
    isDone.current = true;
    onClose();
    focusCell(cell, step);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      leave('stay');
      return;
    }
    const step = stepOf(event);
    if (step === null) return;
    event.preventDefault();
    if (save()) leave(step);
  };
  return (
    <div className={styles.editor} data-width={field.width} data-right={field.align === 'right' || undefined}>
      <TextField
        ref={input}
        label={`${field.label}, ${rowName}`}
        isLabelHidden
        error={error}
        value={text}
        spellCheck={field.width === 'text'}
        onChange={(value) => {
          setText(value);
          setError(null);
        }}
        onKeyDown={onKey}
        onBlur={() => {
          if (!isDone.current && error === null && save()) onClose();
        }}
      />
    </div>
  );
};

const ChoiceEditor = <Entry extends object>({
  field,
  entry,
  rowName,
  edit,
  onSave,
  onClose,
}: EditorProps<Entry, 'choice'>) => {
  const [error, setError] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const select = frame.current?.querySelector('select');
    select?.focus();
    // Refused where no key and no click led here, as in a test; the list then opens by the next key.
    if (navigator.userActivation.isActive) select?.showPicker();
  }, []);
  const leave = (step: Step): void => {
    const cell = frame.current?.closest<HTMLElement>('td, th') ?? null;
    onClose();
    focusCell(cell, step);
  };
  return (
    <div
      ref={frame}
      className={styles.editor}
      data-width={field.width}
      onKeyDown={(event) => {
        event.stopPropagation();
        const step = event.key === 'Escape' ? 'stay' : stepOf(event);
        if (step === null) return;
        event.preventDefault();
        leave(step);
      }}
      onBlur={(event: FocusEvent) => {
        if (!frame.current?.contains(event.relatedTarget)) onClose();
      }}
    >
      <SelectField
        label={`${field.label}, ${rowName}`}
        isLabelHidden
        error={error}
        value={edit.value(entry)}
        options={edit.options}
        onChange={(value) => {
          const message = onSave(edit.set(entry, value));
          setError(message);
          if (message === null) leave('stay');
        }}
      />
    </div>
  );
};
