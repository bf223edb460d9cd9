import { useEffect, useRef } from 'react';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { Icon } from '#ui/icons.tsx';
import styles from './history.module.css';

/** The search above a list: Strg F goes there, ↓ leads into the list, Escape empties it. */
export const SearchBox = ({
  label,
  value,
  onChange,
  onLeave,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className={styles.search}>
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="searchbox"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onLeave();
          } else if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            onChange('');
          }
        }}
      />
      <kbd aria-hidden="true">{DEVICE_TEXTS.searchKeys}</kbd>
    </div>
  );
};
