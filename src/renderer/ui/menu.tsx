import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, type ButtonVariant } from './button.tsx';
import styles from './menu.module.css';

export type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly onSelect: () => void;
  readonly isDisabled?: boolean;
};

/** A button that opens a list of commands. Arrow keys, Home, End and Escape work as everywhere. */
export const Menu = ({
  label,
  items,
  variant = 'secondary',
  isSmall = false,
}: {
  readonly label: ReactNode;
  readonly items: readonly MenuItem[];
  readonly variant?: ButtonVariant;
  readonly isSmall?: boolean;
}) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    const menu = list.current;
    if (menu === null) return undefined;
    const onToggle = (event: Event): void => {
      const opened = (event as ToggleEvent).newState === 'open';
      setIsOpen(opened);
      if (opened) menu.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    };
    menu.addEventListener('toggle', onToggle);
    return () => menu.removeEventListener('toggle', onToggle);
  }, []);

  const open = (): void => {
    const anchor = button.current?.getBoundingClientRect();
    const menu = list.current;
    if (anchor === undefined || menu === null) return;
    menu.showPopover();
    const { width, height } = menu.getBoundingClientRect();
    const below = anchor.bottom + 4;
    menu.style.left = `${Math.max(8, Math.min(anchor.left, window.innerWidth - width - 8))}px`;
    menu.style.top = `${below + height > window.innerHeight - 8 ? Math.max(8, anchor.top - height - 4) : below}px`;
  };

  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = entries.findIndex((entry) => entry === document.activeElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    entries.at(target >= entries.length ? 0 : target)?.focus();
  };

  return (
    <>
      <Button
        ref={button}
        variant={variant}
        isSmall={isSmall}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={open}
      >
        {label}
      </Button>
      <div ref={list} id={id} role="menu" popover="auto" className={styles.menu} onKeyDown={onKey}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            disabled={item.isDisabled}
            onClick={() => {
              list.current?.hidePopover();
              button.current?.focus();
              item.onSelect();
            }}
          >
            {item.label}
            {item.keys !== undefined && <span>{item.keys}</span>}
          </button>
        ))}
      </div>
    </>
  );
};
