import { useCallback, useEffect, useRef, useState } from 'react';
import { openPlanWorker, type PlanWorker } from '#state/plan-client.ts';
import type { PlanProgress } from '#state/plan-worker.ts';

/** How a piece of planning stands. The worker stays open while its result is shown, for questions about it. */
export type PlanWork<Value> =
  | { readonly kind: 'working'; readonly progress: PlanProgress | null }
  | { readonly kind: 'done'; readonly value: Value; readonly worker: PlanWorker }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: string };

/** What to ask the worker; a new function is a new question, so it must be memoised. */
type Ask<Value> = (worker: PlanWorker) => Promise<Value>;

type State<Value> = { readonly ask: Ask<Value>; readonly attempt: number; readonly work: PlanWork<Value> };

/** Asks a worker of its own, and anew whenever the question changes; what is under way then is given up. */
export const usePlanWork = <Value>(
  ask: Ask<Value>,
): {
  readonly work: PlanWork<Value>;
  readonly cancel: () => void;
  readonly again: () => void;
} => {
  const [state, setState] = useState<State<Value> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const worker = useRef<PlanWorker | null>(null);
  useEffect(() => {
    const show = (work: PlanWork<Value>): void => setState({ ask, attempt, work });
    let isGivenUp = false;
    const opened = openPlanWorker((progress) => {
      if (!isGivenUp) show({ kind: 'working', progress });
    });
    worker.current = opened;
    ask(opened).then(
      (value) => {
        if (!isGivenUp) show({ kind: 'done', value, worker: opened });
      },
      (error: unknown) => {
        if (!isGivenUp)
          show({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      isGivenUp = true;
      opened.close();
    };
  }, [ask, attempt]);
  const isCurrent = state !== null && state.ask === ask && state.attempt === attempt;
  return {
    // The answer to another question is none.
    work: isCurrent ? state.work : { kind: 'working', progress: null },
    cancel: useCallback(() => {
      worker.current?.close();
      setState({ ask, attempt, work: { kind: 'cancelled' } });
    }, [ask, attempt]),
    again: useCallback(() => setAttempt((before) => before + 1), []),
  };
};
