import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { focusCell, keepTabStop, type Step } from './cell-focus.ts';
import styles from './catalogue.module.css';

/** Around a table whose cells are edited: one tab stop, arrows between the cells. */
export const CellFrame = ({ children }: { readonly children: ReactNode }) => {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => keepTabStop(frame.current, null));
  return (
    <div
      ref={frame}
      className={styles.table}
      onFocus={(event) => keepTabStop(frame.current, event.target)}
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('td, th') : null;
        if (step === undefined || cell === null || hasModifier(event)) return;
        event.preventDefault();
        focusCell(cell, step);
      }}
    >
      {children}
    </div>
  );
};

const STEPS: Readonly<Record<string, Step | undefined>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};
const hasModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
