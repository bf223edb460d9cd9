import { useEffect, useState } from 'react';
import type { ReportInput } from '#core/report/report-input.ts';
import type { ProposedMove } from '#core/plan/redistribution.ts';
import { openPlanWorker } from '#state/plan-client.ts';
import { useAppState } from '#state/use-app-state.ts';

export type Moves = {
  readonly moves: readonly ProposedMove[];
  /** Why nothing is proposed, in the words of the program; null = what is proposed is all there is. */
  readonly failure: string | null;
};

const NO_MOVES: Moves = { moves: [], failure: null };

/**
 * What could be moved from room to room, worked out in a worker that ends with the component.
 *
 * @returns null = not known yet
 */
export const useMoves = ({ inventory, profile, analysis }: ReportInput): Moves | null => {
  const view = useAppState((state) => state.view);
  const isAsked = analysis.totals.roomGap > 0;
  const [moves, setMoves] = useState<Moves | null>(isAsked ? null : NO_MOVES);
  useEffect(() => {
    if (!isAsked) return undefined;
    const worker = openPlanWorker(() => undefined);
    worker.redistribution({ inventory, profile, view }).then(
      (plan) => setMoves({ moves: plan.moves, failure: null }),
      (error: unknown) =>
        setMoves({ moves: [], failure: error instanceof Error ? error.message : String(error) }),
    );
    return () => worker.close();
  }, [isAsked, inventory, profile, view]);
  return moves;
};
