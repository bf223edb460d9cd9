import { useLayoutEffect } from 'react';

export type Shortcuts = {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly search: () => void;
  readonly keys: () => void;
  readonly handbook: () => void;
  readonly print: () => void;
  /** 0 = first screen. */
  readonly goToPage: (index: number) => void;
};

/** Text fields have an undo of their own, which must not be taken from them. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)));

/** The keys that work on every screen. What a screen has handled (`preventDefault`) is left alone. */
export const useShortcuts = (shortcuts: Shortcuts): void => {
  // Before the first paint: what can be seen can be used.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const run = (action: () => void): void => {
        event.preventDefault();
        action();
      };
      if (event.key === 'F1') return run(event.shiftKey ? shortcuts.keys : shortcuts.handbook);
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'k') return run(shortcuts.search);
      if (key === 'p' && !event.shiftKey) return run(shortcuts.print);
      if (document.querySelector('dialog[open]') !== null) return;
      if (/^[1-9]$/.test(key)) return run(() => shortcuts.goToPage(Number(key) - 1));
      if (isTyping(event.target)) return;
      if (key === 'z' && !event.shiftKey) return run(shortcuts.undo);
      if (key === 'y' || (key === 'z' && event.shiftKey)) return run(shortcuts.redo);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shortcuts]);
};
