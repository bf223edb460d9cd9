import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useAppState } from '#state/use-app-state.ts';
import type { PrintList, PrintTables } from './print-list.ts';

/** A layout of its own, on one sheet of paper or several. */
export type PrintSheet = { readonly kind: 'sheet'; readonly title: string; readonly content: ReactNode };
export type PrintView = PrintList | PrintTables | PrintSheet;

/** What is printed, and for whom. `view` null = the screen as it is. */
export type PrintJob = {
  readonly view: PrintView | null;
  readonly school: string;
  /** Stichtag. */
  readonly asOf: string;
};

type Entry = {
  /** Of a dialog: it stands before the screens. */
  readonly isInDialog: boolean;
  readonly hasView: () => boolean;
  readonly job: () => PrintJob;
};
const entries: Entry[] = [];
const isDialogOpen = (): boolean => document.querySelector('#root dialog[open]') !== null;

/**
 * Says what is printed while this component is shown. It is asked only when somebody prints; of several the one that came
 * last counts, so that a dialog prints before the screen behind it.
 *
 * @param make null = the screen prints as it is
 */
export const usePrintView = (make: (() => PrintView) | null): void => {
  const school = useAppState((state) => state.inventory.school.name);
  const asOf = useAppState((state) => state.view.asOf);
  const latest = useRef({ make, school, asOf });
  useLayoutEffect(() => {
    latest.current = { make, school, asOf };
  });
  useEffect(() => {
    const entry: Entry = {
      isInDialog: isDialogOpen(),
      hasView: () => latest.current.make !== null,
      job: () => ({ ...latest.current, view: latest.current.make?.() ?? null }),
    };
    entries.push(entry);
    return () => void entries.splice(entries.indexOf(entry), 1);
  }, []);
};

/** What would be printed now: of a dialog only what it says itself, else it prints as it is. null = there is no screen yet. */
export const currentJob = (): PrintJob | null => {
  const isModal = isDialogOpen();
  const entry = entries.findLast(({ isInDialog, hasView }) => (isInDialog || !isModal) && hasView());
  const job = (entry ?? entries.at(-1))?.job() ?? null;
  return entry === undefined && job !== null ? { ...job, view: null } : job;
};
