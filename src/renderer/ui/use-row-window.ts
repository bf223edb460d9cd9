import { useCallback, useEffect, useState, type RefObject } from 'react';

/** Rows are drawn this many at a time, so that most movements of the wheel draw nothing. */
const STEP = 10;

/**
 * Which rows of a long list in a scrolling box are in sight, with a few around them.
 *
 * @param top px of the box above the first row
 * @returns the first row to draw and the one behind the last
 */
export const useRowWindow = (
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  top = 0,
): readonly [first: number, end: number] => {
  const [range, setRange] = useState<readonly [number, number]>([0, STEP * 3]);
  const look = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    const first = Math.max(0, Math.floor((box.scrollTop - top) / rowHeight / STEP) * STEP - STEP);
    const inSight = Math.ceil(box.clientHeight / rowHeight);
    const end = Math.ceil((box.scrollTop / rowHeight + inSight) / STEP) * STEP + STEP;
    setRange((before) => (before[0] === first && before[1] === end ? before : [first, end]));
  }, [scroller, rowHeight, top]);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroller, look]);
  return [Math.min(range[0], Math.max(0, count - 1)), Math.min(range[1], count)];
};
