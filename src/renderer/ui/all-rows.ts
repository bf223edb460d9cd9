import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** How many ask for all rows at the moment. */
let asking = 0;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Whether a table has to draw each of its rows, also those that are out of sight: it is being printed. */
export const useAllRows = (): boolean => useSyncExternalStore(subscribe, () => asking > 0);

/**
 * Has every table on the screen drawn whole, at once.
 *
 * @returns lets them be as they were
 */
export const drawAllRows = (): (() => void) => {
  const ask = (by: 1 | -1): void =>
    flushSync(() => {
      asking += by;
      for (const listener of listeners) listener();
    });
  ask(1);
  return () => ask(-1);
};
