import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { columnKind, type DeviceColumnId } from '#core/inventory/device-columns.ts';
import {
  columnValues,
  type ColumnFilter,
  type DeviceIndex,
  type SortDirection,
} from '#core/inventory/device-query.ts';
import { DEVICE_COLUMN_LABELS, DEVICE_TEXTS } from '#texts/devices.ts';
import { formatNumber } from '#texts/format.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, TextField } from '#ui/field.tsx';
import styles from './devices.module.css';

/** A small plane beside the thing that opened it; closes by Escape or a click elsewhere. */
export const Popover = ({
  label,
  anchor,
  onClose,
  children,
}: {
  readonly label: string;
  readonly anchor: DOMRect;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const ref = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null) return undefined;
    const before = document.activeElement;
    box.showPopover();
    const { width, height } = box.getBoundingClientRect();
    box.style.left = `${Math.max(8, Math.min(anchor.left, window.innerWidth - width - 8))}px`;
    box.style.top = `${Math.max(8, Math.min(anchor.bottom + 4, window.innerHeight - height - 8))}px`;
    box.querySelector<HTMLElement>('input, button')?.focus();
    const onToggle = (event: Event): void => {
      if (event instanceof ToggleEvent && event.newState === 'closed') {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
        close.current();
      }
    };
    box.addEventListener('toggle', onToggle);
    return () => box.removeEventListener('toggle', onToggle);
  }, [anchor]);
  return (
    <div ref={ref} popover="auto" role="dialog" aria-label={label} className={styles.popover}>
      {children}
    </div>
  );
};

const SHOWN_VALUES = 200;

/** Sorting and filter of one column. The filter works while it is set: the list below is the preview. */
export const ColumnMenu = ({
  column,
  anchor,
  index,
  filter,
  onFilter,
  onSort,
  onClose,
}: {
  readonly column: DeviceColumnId;
  readonly anchor: DOMRect;
  readonly index: DeviceIndex;
  readonly filter: ColumnFilter | undefined;
  readonly onFilter: (filter: ColumnFilter | undefined) => void;
  readonly onSort: (direction: SortDirection) => void;
  readonly onClose: () => void;
}) => {
  const [text, setText] = useState(typeof filter === 'string' ? filter : '');
  const all = useMemo(() => columnValues(index, column), [index, column]);
  const chosen = useMemo(() => new Set(typeof filter === 'object' ? filter : []), [filter]);
  const wanted = text.trim().toLowerCase();
  const fitting = all.filter(({ value }) => value.toLowerCase().includes(wanted) || chosen.has(value));
  const isNumeric = ['money', 'count', 'years', 'date', 'day'].includes(columnKind(column));
  const choose = (value: string, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(value);
    else next.delete(value);
    onFilter(next.size === 0 ? undefined : [...next]);
  };
  const name = DEVICE_COLUMN_LABELS[column];
  return (
    <Popover label={DEVICE_TEXTS.filterTitle(name)} anchor={anchor} onClose={onClose}>
      <h2>{name}</h2>
      <TextField
        label={DEVICE_TEXTS.filterText}
        {...(isNumeric && { hint: DEVICE_TEXTS.filterTextHint })}
        value={text}
        onChange={(next) => {
          setText(next);
          onFilter(next.trim() === '' ? undefined : next);
        }}
      />
      <fieldset className={styles.values}>
        <legend>{DEVICE_TEXTS.filterValuesTitle}</legend>
        <ul>
          {fitting.slice(0, SHOWN_VALUES).map(({ value, count }) => (
            <li key={value}>
              <Checkbox
                label={value === '' ? DEVICE_TEXTS.emptyValue : value}
                isChecked={chosen.has(value)}
                onChange={(isOn) => choose(value, isOn)}
              />
              <span>{formatNumber(count)}</span>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className={styles.popoverActions}>
        <Button isSmall onClick={() => onSort('ascending')}>
          {DEVICE_TEXTS.sortAscending}
        </Button>
        <Button isSmall onClick={() => onSort('descending')}>
          {DEVICE_TEXTS.sortDescending}
        </Button>
        <Button
          isSmall
          variant="quiet"
          disabled={filter === undefined}
          onClick={() => {
            setText('');
            onFilter(undefined);
          }}
        >
          {DEVICE_TEXTS.filterClear}
        </Button>
      </div>
    </Popover>
  );
};
