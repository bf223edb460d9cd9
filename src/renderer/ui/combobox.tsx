import { useCombobox } from 'downshift';
import { useMemo, useState } from 'react';
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
    selectedItem: selected,
    defaultHighlightedIndex: 0,
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
  return (
    <div className={styles.box}>
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
