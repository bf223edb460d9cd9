import { useCombobox } from 'downshift';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import styles from './combobox.module.css';

export type ComboboxOption = {
  readonly value: string;
  readonly label: string;
  /** A second line or a count, to the right. */
  readonly detail?: string;
};

/** A long list with a search: type, arrow keys, Enter. The first hit is selected. */
export const Combobox = ({
  label,
  value,
  options,
  onChange,
  emptyText,
  isLabelHidden = false,
  maxShown = 60,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly ComboboxOption[];
  readonly onChange: (value: string) => void;
  /** Shown where nothing fits. */
  readonly emptyText: string;
  readonly isLabelHidden?: boolean;
  readonly maxShown?: number;
}) => {
  const selected = options.find((option) => option.value === value) ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = useMemo(() => {
    const wanted = (typed ?? '').trim().toLowerCase();
    const fitting =
      wanted === ''
        ? options
        : options.filter((option) => `${option.label} ${option.detail ?? ''}`.toLowerCase().includes(wanted));
    return fitting.slice(0, maxShown);
  }, [options, typed, maxShown]);
  const box = useCombobox<ComboboxOption>({
    items: [...shown],
    itemToString: (option) => option?.label ?? '',
    // By value: options made anew while somebody types must not put the old text back.
    itemToKey: (option) => option?.value ?? null,
    selectedItem: selected,
    defaultHighlightedIndex: 0,
    // A list that gets shorter slips away under a resting pointer; Enter must still take the hit that is marked.
    stateReducer: ({ highlightedIndex }, { type, changes }) =>
      type === useCombobox.stateChangeTypes.MenuMouseLeave ? { ...changes, highlightedIndex } : changes,
    onInputValueChange: ({ inputValue, type }) => {
      if (type === useCombobox.stateChangeTypes.InputChange) setTyped(inputValue);
    },
    onSelectedItemChange: ({ selectedItem }) => {
      setTyped(null);
      if (selectedItem !== null && selectedItem !== undefined) onChange(selectedItem.value);
    },
    onIsOpenChange: ({ isOpen }) => {
      if (isOpen === false) setTyped(null);
    },
  });
  const frame = useRef<HTMLDivElement>(null);
  // Fixed to the window: a dialog or panel that scrolls would cut the list off.
  useLayoutEffect(() => {
    const place = (): void => {
      const list = frame.current?.querySelector('ul');
      const field = frame.current?.querySelector('input')?.getBoundingClientRect();
      if (list === null || list === undefined || field === undefined) return;
      const below = window.innerHeight - field.bottom - 8;
      const isAbove = below < Math.min(list.scrollHeight, 160) && field.top > below;
      list.style.left = `${field.left}px`;
      list.style.width = `${field.width}px`;
      list.style.maxHeight = `${Math.min(260, isAbove ? field.top - 8 : below)}px`;
      list.style.top = isAbove ? 'auto' : `${field.bottom}px`;
      list.style.bottom = isAbove ? `${window.innerHeight - field.top}px` : 'auto';
    };
    if (!box.isOpen) return undefined;
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [box.isOpen, shown]);
  return (
    <div ref={frame} className={styles.box}>
      <label {...box.getLabelProps()} className={isLabelHidden ? styles.hidden : styles.label}>
        {label}
      </label>
      <input {...box.getInputProps()} className={styles.input} />
      <ul {...box.getMenuProps()} className={styles.list} data-open={box.isOpen || undefined}>
        {box.isOpen &&
          shown.map((option, index) => (
            <li
              key={option.value}
              {...box.getItemProps({ item: option, index })}
              data-active={box.highlightedIndex === index || undefined}
            >
              <span>{option.label}</span>
              {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
            </li>
          ))}
        {box.isOpen && shown.length === 0 && <li className={styles.none}>{emptyText}</li>}
      </ul>
    </div>
  );
};
