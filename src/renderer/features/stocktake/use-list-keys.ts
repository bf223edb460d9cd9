import { useEffect, useRef, type KeyboardEvent as ReactKeyboardEvent, type RefObject } from 'react';

/** Letters of a scanner follow each other faster than those of any hand. */
const BURST_MS = 60;

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox');

const isLetter = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey;

const typeInto = (input: HTMLInputElement | null, text: string): void => {
  if (input === null) return;
  input.focus();
  input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
};

/**
 * The keys of a room: Alt N and Alt M everywhere; ↑ ↓ from the field into the list and in it, there also N and M alone.
 * Whatever else is typed, wherever the focus is but in another field, goes to the field, so that no scan is lost: also one that begins with N or M, which is
 * told from the key by what follows at once.
 *
 * @returns the handler of the list
 */
export const useListKeys = ({
  field,
  isOn,
  onNext,
  onMove,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly isOn: boolean;
  readonly onNext: () => void;
  /** With the device of the row, or null: the one that was scanned last. */
  readonly onMove: (device: string | null) => void;
}): ((event: ReactKeyboardEvent<HTMLElement>) => void) => {
  const actions = useRef({ onNext, onMove });
  useEffect(() => {
    actions.current = { onNext, onMove };
  });
  const waiting = useRef<{ readonly text: string; readonly timer: ReturnType<typeof setTimeout> } | null>(
    null,
  );
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const key = event.key.toLowerCase();
      if (event.altKey && !event.ctrlKey && !event.metaKey && (key === 'n' || key === 'm')) {
        event.preventDefault();
        if (key === 'n') actions.current.onNext();
        else actions.current.onMove(null);
      } else if (event.key === 'ArrowDown' && event.target === field.current) {
        event.preventDefault();
        document.querySelector<HTMLElement>('[data-row-box]:not(:disabled)')?.focus();
      } else if (!isTextField(event.target) && isLetter(event)) {
        event.preventDefault();
        typeInto(field.current, event.key);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
    };
  }, [isOn, field]);

  return (event) => {
    if (!isOn || event.ctrlKey || event.altKey || event.metaKey) return;
    const { target, currentTarget } = event;
    if (event.key === 'Escape') {
      field.current?.focus();
      return;
    }
    if (isTextField(target)) return;
    const boxes = [...currentTarget.querySelectorAll<HTMLElement>('[data-row-box]:not(:disabled)')];
    const at = target instanceof HTMLElement ? boxes.indexOf(target) : -1;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && at >= 0) {
      event.preventDefault();
      (boxes[at + step] ?? (step < 0 ? field.current : null))?.focus();
      return;
    }
    // Space ticks and presses what has the focus.
    if (event.key.length !== 1 || event.key === ' ') return;
    event.preventDefault();
    const before = waiting.current;
    if (before !== null) {
      clearTimeout(before.timer);
      waiting.current = null;
      typeInto(field.current, before.text + event.key);
      return;
    }
    const key = event.key.toLowerCase();
    if (key !== 'n' && key !== 'm') {
      typeInto(field.current, event.key);
      return;
    }
    const row = target instanceof HTMLElement ? (target.closest<HTMLElement>('[data-device]') ?? null) : null;
    const device = row?.dataset['device'] ?? null;
    waiting.current = {
      text: event.key,
      timer: setTimeout(() => {
        waiting.current = null;
        if (key === 'n') actions.current.onNext();
        else actions.current.onMove(device);
      }, BURST_MS),
    };
  };
};
