import { useCombobox } from 'downshift';
import { useMemo, useState } from 'react';
import type { Device } from '#core/inventory/device.ts';
import { useAppState, useCategoriesById, useRoomsById } from '#state/use-app-state.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { Dialog } from '#ui/dialog.tsx';
import styles from './palette.module.css';

export type Command = {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
};

type Hit = {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly detail: string;
  readonly run: () => void;
};

const SHOWN_PER_GROUP = 8;

const deviceText = (device: Device): string =>
  [device.assetTag, device.name, device.manufacturer, device.model, device.serialNumber]
    .filter((part) => part !== null && part !== '')
    .join(' ');

/** Finds rooms, devices and commands by any part of their text. */
export const Palette = ({
  commands,
  onGo,
  onClose,
}: {
  readonly commands: readonly Command[];
  readonly onGo: (path: string) => void;
  readonly onClose: () => void;
}) => {
  const [typed, setTyped] = useState('');
  const inventory = useAppState((state) => state.inventory);
  const rooms = useRoomsById();
  const categories = useCategoriesById();
  const hits = useMemo((): readonly Hit[] => {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (text: string): boolean => {
      const lower = text.toLowerCase();
      return words.every((word) => lower.includes(word));
    };
    const found: Hit[] = commands
      .filter(({ label }) => fits(label))
      .slice(0, words.length === 0 ? 20 : SHOWN_PER_GROUP)
      .map(({ id, label, keys, run }) => ({
        id,
        group: APP_TEXTS.palette.commands,
        label,
        detail: keys ?? '',
        run,
      }));
    if (words.length === 0) return found;
    let count = 0;
    for (const room of inventory.rooms) {
      if (count >= SHOWN_PER_GROUP) break;
      const label = [room.roomNumber, room.name].filter(Boolean).join(' ');
      const detail = [room.building, room.floor].filter(Boolean).join(' · ');
      if (!fits(`${label} ${detail}`)) continue;
      count += 1;
      found.push({
        id: `room-${room.id}`,
        group: APP_TEXTS.palette.rooms,
        label,
        detail,
        run: () => onGo(`/raeume/${encodeURIComponent(room.id)}`),
      });
    }
    count = 0;
    for (const device of inventory.devices) {
      if (count >= SHOWN_PER_GROUP) break;
      const category = categories.get(device.categoryId ?? '')?.name ?? '';
      const label = deviceText(device);
      if (!fits(`${label} ${category} ${device.hostname ?? ''}`)) continue;
      count += 1;
      const room = device.roomId === null ? undefined : rooms.get(device.roomId);
      found.push({
        id: `device-${device.id}`,
        group: APP_TEXTS.palette.devices,
        label: label === '' ? category : label,
        detail: room === undefined ? APP_TEXTS.palette.noRoom : APP_TEXTS.palette.deviceIn(room.roomNumber),
        run: () => onGo(`/geraete/${encodeURIComponent(device.id)}`),
      });
    }
    return found;
  }, [typed, commands, inventory, rooms, categories, onGo]);

  const box = useCombobox<Hit>({
    items: [...hits],
    isOpen: true,
    inputValue: typed,
    itemToString: (hit) => hit?.label ?? '',
    defaultHighlightedIndex: 0,
    selectedItem: null,
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem === null || selectedItem === undefined) return;
      onClose();
      selectedItem.run();
    },
  });
  return (
    <Dialog title={APP_TEXTS.palette.title} closeLabel={APP_TEXTS.close} onClose={onClose}>
      <label {...box.getLabelProps()} className={styles.label}>
        {APP_TEXTS.palette.hint}
      </label>
      <input
        {...box.getInputProps({
          autoFocus: true,
          // At once, not through the combobox's own state: fast typing would lose letters.
          onChange: (event) => setTyped(event.currentTarget.value),
          onKeyDown: (event) => {
            if (event.key === 'Escape') onClose();
          },
        })}
        className={styles.input}
      />
      <ul {...box.getMenuProps()} className={styles.list}>
        {hits.map((hit, index) => (
          <li
            key={hit.id}
            {...box.getItemProps({ item: hit, index })}
            data-active={box.highlightedIndex === index || undefined}
            data-first={hits[index - 1]?.group !== hit.group || undefined}
          >
            <span className={styles.group}>{hits[index - 1]?.group === hit.group ? '' : hit.group}</span>
            <span className={styles.text}>{hit.label}</span>
            <span className={styles.detail}>{hit.detail}</span>
          </li>
        ))}
        {hits.length === 0 && <li className={styles.nothing}>{APP_TEXTS.palette.nothing}</li>}
      </ul>
    </Dialog>
  );
};
