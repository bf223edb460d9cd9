import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { foldWord } from '#core/inventory/cell-input.ts';
import {
  columnKind,
  parseCell,
  type DeviceColumnId,
  type DeviceLookup,
} from '#core/inventory/device-columns.ts';
import type { Device } from '#core/inventory/device.ts';
import { useAppStore } from '#state/use-app-state.ts';
import type { AppState } from '#state/app-state.ts';
import { cellIssueText, DEVICE_COLUMN_LABELS } from '#texts/devices.ts';
import { useRefuseDouble } from '#device-editor/refuse-double.ts';
import { roomOptions } from '#device-editor/room-options.ts';
import styles from './device-grid.module.css';

type Choice = {
  readonly text: string;
  readonly name: string;
  readonly detail: string;
  /** Folded words by which it is found. */
  readonly keys: readonly string[];
};

/** Where to go once the value is taken. */
export type AfterEdit = 'down' | 'up' | 'right' | 'left' | 'stay';

const plain = (text: string, detail = ''): Choice => ({
  text,
  name: '',
  detail,
  keys: [foldWord(text), foldWord(detail)],
});

const choicesFor = (
  device: Device,
  column: DeviceColumnId,
  lookup: DeviceLookup,
  state: AppState,
): readonly Choice[] => {
  const words = (record: Readonly<Record<string, readonly [string, ...string[]]>>): readonly Choice[] =>
    Object.values(record).map(([text]) => plain(text));
  switch (columnKind(column)) {
    case 'room':
      return roomOptions(state, lookup, device.categoryId, lookup.roomOf(device)?.id ?? null).map(
        ({ room, text, name, detail }) => ({
          text,
          name,
          detail,
          keys: [foldWord(room.roomNumber), foldWord(text), foldWord(name)],
        }),
      );
    case 'category':
      return [...lookup.categories.values()].map(({ name, shortName }) => plain(name, shortName));
    case 'status':
      return words(lookup.words.status);
    case 'user-group':
      return words(lookup.words.userGroup);
    case 'owner':
      return words(lookup.words.owner);
    default:
      return [];
  }
};

const SHOWN = 40;

/** The field inside a cell: free text, with the fitting values below where the column has a closed list. */
export const CellEditor = ({
  device,
  column,
  lookup,
  initialText,
  isTyped,
  onSave,
  onCancel,
}: {
  readonly device: Device;
  readonly column: DeviceColumnId;
  readonly lookup: DeviceLookup;
  readonly initialText: string;
  /** Begun by typing: the text replaces the old one, and the list is filtered at once. */
  readonly isTyped: boolean;
  readonly onSave: (device: Device, after: AfterEdit) => void;
  readonly onCancel: () => void;
}) => {
  const store = useAppStore();
  const refuse = useRefuseDouble();
  const [text, setText] = useState(initialText);
  const [isFiltering, setIsFiltering] = useState(isTyped);
  const [active, setActive] = useState(-1);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const errorId = useId();
  const listId = useId();
  const all = useMemo(
    () => choicesFor(device, column, lookup, store.getState()),
    [device, column, lookup, store],
  );
  const shown = useMemo(() => {
    const wanted = isFiltering ? foldWord(text) : '';
    if (wanted === '') return all.slice(0, SHOWN);
    const begins = all.filter((choice) => choice.keys.some((key) => key.startsWith(wanted)));
    const holds = all.filter(
      (choice) => !begins.includes(choice) && choice.keys.some((key) => key.includes(wanted)),
    );
    return [...begins, ...holds].slice(0, SHOWN);
  }, [all, text, isFiltering]);

  useEffect(() => {
    input.current?.focus();
    if (!isTyped) input.current?.select();
  }, [isTyped]);

  // Above the cell where there is no room below it.
  useLayoutEffect(() => {
    const box = list.current;
    const field = input.current;
    const scroller = field?.closest('[role=grid]');
    if (box === null || field === null || scroller === null || scroller === undefined) return;
    const below = scroller.getBoundingClientRect().bottom - field.getBoundingClientRect().bottom;
    box.dataset['above'] = String(below < Math.min(box.scrollHeight, 240) + 8);
  });

  const save = (value: string, after: AfterEdit): void => {
    const parsed = parseCell(device, column, value, lookup);
    const issue = parsed.ok ? refuse(device, parsed.value) : cellIssueText(parsed.error);
    if (parsed.ok && issue === null) onSave(parsed.value, after);
    else setError(issue);
  };
  const chosen = shown[active];
  // The first hit is taken when the typed text itself is not a value of the list.
  const valueOf = (): string => {
    if (chosen !== undefined) return chosen.text;
    const [first] = shown;
    if (!isFiltering || text.trim() === '' || first === undefined) return text;
    return parseCell(device, column, text, lookup).ok ? text : first.text;
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    const done = (after: AfterEdit): void => {
      event.preventDefault();
      save(valueOf(), after);
    };
    if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter') done(event.shiftKey ? 'up' : 'down');
    else if (event.key === 'Tab') done(event.shiftKey ? 'left' : 'right');
    else if (shown.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + shown.length) % shown.length);
    }
  };
  return (
    <div className={styles.editor}>
      <input
        ref={input}
        className={styles.editorInput}
        value={text}
        aria-label={DEVICE_COLUMN_LABELS[column]}
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : errorId}
        autoComplete="off"
        spellCheck={false}
        {...(all.length > 0 && {
          role: 'combobox',
          'aria-expanded': shown.length > 0,
          'aria-controls': listId,
          'aria-autocomplete': 'list' as const,
          'aria-activedescendant': chosen === undefined ? undefined : `${listId}-${active}`,
        })}
        onChange={(event) => {
          setText(event.target.value);
          setIsFiltering(true);
          setActive(-1);
          setError(null);
        }}
        onKeyDown={onKey}
        onBlur={() => {
          if (error === null) save(text, 'stay');
        }}
      />
      {error !== null && (
        <p id={errorId} className={styles.editorError} role="alert">
          {error}
        </p>
      )}
      {error === null && all.length > 0 && (
        <ul
          ref={list}
          id={listId}
          role="listbox"
          aria-label={DEVICE_COLUMN_LABELS[column]}
          className={styles.choices}
        >
          {shown.map((choice, at) => (
            <li
              key={`${choice.text} ${choice.name}`}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === active}
              data-active={at === active || (active < 0 && isFiltering && at === 0) || undefined}
              onMouseDown={(event) => {
                event.preventDefault();
                save(choice.text, 'stay');
              }}
            >
              <span>
                <b>{choice.text}</b> {choice.name}
              </span>
              <span>{choice.detail}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
