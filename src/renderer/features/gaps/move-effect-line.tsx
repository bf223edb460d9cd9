import { lostChecks } from '#core/plan/lost-checks.ts';
import type { UnitMove } from '#core/plan/redistribution-changes.ts';
import type { PlanWorker } from '#state/plan-client.ts';
import type { PlanEffect } from '#state/plan-worker.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { REDISTRIBUTION_TEXTS } from '#texts/planning.ts';
import { Notice } from '#ui/layout.tsx';
import styles from './redistribution.module.css';
import { useMoveEffect } from './use-move-effect.ts';

const TEXTS = REDISTRIBUTION_TEXTS.effect;

const roomsOf = ({ standard }: PlanEffect): string =>
  standard === null ? '' : `${formatNumber(standard.met)}/${formatNumber(standard.of)}`;

/** Gaps, rooms in the standard and cost: today, and after these moves, and the checks that these leave unmet. */
export const MoveEffectLine = ({
  worker,
  moves,
}: {
  readonly worker: PlanWorker;
  readonly moves: readonly UnitMove[];
}) => {
  const { totals, standards, checks } = useGapAnalysis();
  const known = useAppState((state) => state.profile.checks);
  const { effect, isStale, failure } = useMoveEffect(worker, moves);
  const before: PlanEffect = { totals, standard: standards[0] ?? null, checks };
  if (failure !== null) return <p role="status">{TEXTS.failed(failure)}</p>;
  if (moves.length === 0) return <p role="status">{TEXTS.nothingChosen}</p>;
  const after = effect ?? before;
  const lost = lostChecks(before.checks, after.checks).map(
    (lostId) => known.find(({ id }) => id === lostId)?.name ?? lostId,
  );
  const figures = [
    [TEXTS.gaps, formatNumber(before.totals.gap), formatNumber(after.totals.gap)],
    ...(before.standard === null ? [] : [[TEXTS.rooms, roomsOf(before), roomsOf(after)] as const]),
    [TEXTS.cost, formatEuros(before.totals.costCents), formatEuros(after.totals.costCents)],
  ] as const;
  return (
    <div role="status" aria-label={TEXTS.title}>
      <dl className={styles.effect} aria-busy={isStale}>
        {figures.map(([name, old, now]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{effect === null ? old : TEXTS.change(old, now)}</dd>
          </div>
        ))}
      </dl>
      {lost.length > 0 && <Notice kind="part">{TEXTS.lostChecks(lost)}</Notice>}
    </div>
  );
};
