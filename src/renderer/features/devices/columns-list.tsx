import { useState, type KeyboardEvent } from 'react';
import { DEVICE_COLUMNS, type DeviceColumnId } from '#core/inventory/device-columns.ts';
import { DEVICE_COLUMN_LABELS, DEVICE_TEXTS } from '#texts/devices.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { Checkbox, TextField } from '#ui/field.tsx';
import { Popover } from './column-menu.tsx';
import { DEFAULT_COLUMNS } from './device-layout.ts';
import styles from './devices.module.css';

/** Which columns are shown, and in which order: shown ones first, as they stand. */
export const ColumnsList = ({
  columns,
  anchor,
  onChange,
  onClose,
}: {
  readonly columns: readonly DeviceColumnId[];
  readonly anchor: DOMRect;
  readonly onChange: (columns: readonly DeviceColumnId[]) => void;
  readonly onClose: () => void;
}) => {
  const [search, setSearch] = useState('');
  const hidden = DEVICE_COLUMNS.map(({ id }) => id).filter((id) => !columns.includes(id));
  const fits = (id: DeviceColumnId): boolean =>
    DEVICE_COLUMN_LABELS[id].toLowerCase().includes(search.trim().toLowerCase());
  const move = (id: DeviceColumnId, step: number): void => {
    const from = columns.indexOf(id);
    const to = from + step;
    if (from < 0 || to < 0 || to >= columns.length) return;
    onChange(columns.toSpliced(from, 1).toSpliced(to, 0, id));
  };
  const onKey = (id: DeviceColumnId) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(id, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <Popover label={DEVICE_TEXTS.columnsTitle} anchor={anchor} onClose={onClose}>
      <h2>{DEVICE_TEXTS.columnsTitle}</h2>
      <TextField
        label={DEVICE_TEXTS.columnsSearch}
        hint={DEVICE_TEXTS.columnsHint}
        value={search}
        onChange={setSearch}
      />
      <ul className={styles.columnList}>
        {[...columns, ...hidden].filter(fits).map((id) => {
          const at = columns.indexOf(id);
          return (
            <li key={id} onKeyDown={onKey(id)}>
              <Checkbox
                label={DEVICE_COLUMN_LABELS[id]}
                isChecked={at >= 0}
                isDisabled={at >= 0 && columns.length === 1}
                onChange={(isOn) =>
                  onChange(isOn ? [...columns, id] : columns.filter((other) => other !== id))
                }
              />
              {at >= 0 && (
                <span>
                  <IconButton
                    icon="up"
                    label={DEVICE_TEXTS.columnUp(DEVICE_COLUMN_LABELS[id])}
                    disabled={at === 0}
                    onClick={() => move(id, -1)}
                  />
                  <IconButton
                    icon="down"
                    label={DEVICE_TEXTS.columnDown(DEVICE_COLUMN_LABELS[id])}
                    disabled={at === columns.length - 1}
                    onClick={() => move(id, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <div className={styles.popoverActions}>
        <Button isSmall variant="quiet" onClick={() => onChange(DEFAULT_COLUMNS)}>
          {DEVICE_TEXTS.columnsReset}
        </Button>
      </div>
    </Popover>
  );
};
