import { useCallback, useEffect, useRef, useState } from 'react';
import type { LineFilter, PreviewLine } from '#core/import/plan/preview-lines.ts';
import type { PlanAnswer } from '#excel/import-session.ts';
import type { WorkerHandle } from './use-import-worker.ts';

const PAGE = 100;
/** Pages that are kept; 100,000 rows are never here at once. */
const MOST_PAGES = 12;

type Pages = Map<number, readonly PreviewLine[] | 'asked'>;

/**
 * The lines of the preview, fetched page by page as they come into sight. What the last plan said stays on screen until
 * the lines of the new one are there.
 */
export const useLines = (worker: WorkerHandle, answer: PlanAnswer, filter: LineFilter) => {
  const pages = useRef<Pages>(new Map());
  const shown = useRef<Pages>(new Map());
  const [, redraw] = useState(0);
  const from = useRef<{ readonly answer: PlanAnswer; readonly filter: LineFilter } | null>(null);

  if (from.current?.answer !== answer || from.current.filter !== filter) {
    shown.current = from.current?.filter === filter ? pages.current : new Map();
    pages.current = new Map();
    from.current = { answer, filter };
  }

  const { current: currentWorker } = worker;
  /** Asks for the pages of these rows, where they are not here yet. */
  const want = useCallback(
    (first: number, last: number) => {
      const here = pages.current;
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
        const known = here.get(page);
        if (known !== undefined) {
          // The last ones used go last.
          here.delete(page);
          here.set(page, known);
          continue;
        }
        const asked = currentWorker();
        if (asked === null) return;
        here.set(page, 'asked');
        void asked.lines({ filter, from: page * PAGE, to: (page + 1) * PAGE }).then(
          (lines) => {
            if (pages.current !== here) return;
            here.set(page, lines);
            for (const old of [...here.keys()].slice(0, -MOST_PAGES)) here.delete(old);
            redraw((count) => count + 1);
          },
          () => here.delete(page),
        );
      }
    },
    [filter, currentWorker],
  );

  useEffect(() => want(0, 0), [want, answer]);

  const lineAt = useCallback((index: number): PreviewLine | undefined => {
    const page = Math.floor(index / PAGE);
    const known = pages.current.get(page) ?? 'asked';
    const lines = known === 'asked' ? shown.current.get(page) : known;
    return lines === undefined || lines === 'asked' ? undefined : lines[index % PAGE];
  }, []);

  return { want, lineAt };
};
