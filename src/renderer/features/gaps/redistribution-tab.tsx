import { useCallback, useMemo, useRef } from 'react';
import type { ProposedMove } from '#core/plan/redistribution.ts';
import { repairsOf } from '#core/plan/repairs.ts';
import type { PlanWorker } from '#state/plan-client.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { REDISTRIBUTION_TEXTS as TEXTS } from '#texts/planning.ts';
import pageStyles from './gaps-page.module.css';
import { MoveSection } from './move-section.tsx';
import { PlanWorkPlane } from './plan-work-plane.tsx';
import styles from './planning.module.css';
import { RepairSection } from './repair-section.tsx';
import { usePlanWork } from './use-plan-work.ts';

const unitsOf = (moves: readonly ProposedMove[], scored: boolean): number =>
  moves.reduce((sum, move) => sum + (move.scored === scored ? move.units : 0), 0);

/** What closes gaps without buying: repairs first, then surplus that other rooms need. */
export const RedistributionTab = () => {
  const analysis = useGapAnalysis();
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const view = useAppState((state) => state.view);
  const repairs = useMemo(() => repairsOf(inventory, analysis), [inventory, analysis]);
  const ask = useCallback(
    (worker: PlanWorker) => worker.redistribution({ inventory, profile, view }),
    [inventory, profile, view],
  );
  const { work, cancel, again } = usePlanWork(ask);
  const answer = useRef<HTMLParagraphElement>(null);
  const { repairable } = analysis.totals;
  const notScored = work.kind === 'done' ? unitsOf(work.value.moves, false) : 0;
  return (
    <div className={pageStyles.sections} tabIndex={0}>
      <div>
        <p ref={answer} tabIndex={-1} className={styles.answer}>
          {work.kind === 'done'
            ? TEXTS.answer(repairable, unitsOf(work.value.moves, true))
            : TEXTS.repairsOnly(repairable)}
        </p>
        {notScored > 0 && <p className={styles.quiet}>{TEXTS.notScoredMoves(notScored)}</p>}
      </div>
      <RepairSection repairs={repairs} repairable={repairable} />
      <PlanWorkPlane work={work} label={TEXTS.working} onCancel={cancel} onAgain={again} />
      {work.kind === 'done' && (
        <MoveSection
          redistribution={work.value}
          worker={work.worker}
          // The button that was used is gone with its proposals.
          onAccepted={() => answer.current?.focus()}
        />
      )}
    </div>
  );
};
