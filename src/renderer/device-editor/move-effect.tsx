import { useMemo } from 'react';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import { applyChanges } from '#core/history/apply-changes.ts';
import type { Change } from '#core/history/change-set.ts';
import { useAppState } from '#state/use-app-state.ts';
import { gapAnalysisOf } from '#state/use-gap-analysis.ts';
import { BULK_TEXTS } from '#texts/devices.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import styles from './device-form.module.css';

const standardOf = ({ standards }: GapAnalysis): string => {
  const [first] = standards;
  return first === undefined ? '' : `${formatNumber(first.met)}/${formatNumber(first.of)}`;
};

/** What changes would do to gaps, rooms in the standard and costs; nothing is stored. */
export const MoveEffect = ({ changes }: { readonly changes: readonly Change[] }) => {
  const state = useAppState((whole) => whole);
  const before = gapAnalysisOf(state);
  const after = useMemo(() => {
    const { inventory } = applyChanges(
      { inventory: state.inventory, profiles: new Map(), settings: new Map() },
      changes,
    );
    return analyzeGaps(inventory, state.profile, state.view);
  }, [state.inventory, state.profile, state.view, changes]);
  const lines = [
    [BULK_TEXTS.effectGaps, formatNumber(before.totals.gap), formatNumber(after.totals.gap)] as const,
    [BULK_TEXTS.effectRooms, standardOf(before), standardOf(after)] as const,
    [
      BULK_TEXTS.effectCost,
      formatEuros(before.totals.costCents),
      formatEuros(after.totals.costCents),
    ] as const,
  ].filter(([, old, now]) => old !== now);
  return (
    <div className={styles.effect} role="status">
      {lines.length === 0 ? (
        <p>{BULK_TEXTS.effectNone}</p>
      ) : (
        lines.map(([text, old, now]) => <p key={now}>{text(old, now)}</p>)
      )}
    </div>
  );
};
