import { useEffect, useState } from 'react';
import type { UnitMove } from '#core/plan/redistribution-changes.ts';
import type { PlanWorker } from '#state/plan-client.ts';
import type { PlanEffect } from '#state/plan-worker.ts';

type Known = {
  readonly moves: readonly UnitMove[];
  readonly effect: PlanEffect | null;
  readonly failure: string | null;
};

/**
 * What exactly these moves would do: the worker compares anew, because of some moves only, the comparison may close other
 * gaps than of all. While it is under way the last answer stays, marked as such.
 */
export const useMoveEffect = (
  worker: PlanWorker,
  moves: readonly UnitMove[],
): {
  readonly effect: PlanEffect | null;
  readonly isStale: boolean;
  readonly failure: string | null;
} => {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let isGivenUp = false;
    worker.effect(moves).then(
      (effect) => {
        if (!isGivenUp && effect !== null) setKnown({ moves, effect, failure: null });
      },
      (error: unknown) => {
        if (!isGivenUp)
          setKnown({
            moves,
            effect: null,
            failure: error instanceof Error ? error.message : String(error),
          });
      },
    );
    return () => {
      isGivenUp = true;
    };
  }, [worker, moves]);
  return {
    effect: known?.effect ?? null,
    isStale: known?.moves !== moves,
    failure: known?.moves === moves ? known.failure : null,
  };
};
