import { useEffect, useState } from 'react';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import type { RevertConflict, Reverted } from '#core/history/revert-set.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';

/** What taking a set back would do today. */
export type Outlook =
  | { readonly kind: 'none' | 'reading' | 'large' | 'gone' | 'nothing' }
  | { readonly kind: 'possible'; readonly reverted: Reverted }
  | { readonly kind: 'refused'; readonly conflicts: readonly RevertConflict[] };

/** A larger one is only looked at when it is taken back. */
const MOST_CHANGES = 2000;
/** The cursor may pass over many lines. */
const AFTER_MS = 120;

/** Worked out beside everything else, and anew when something has changed. */
export const useRevertPlan = ({ header, changeCount }: HistoryEntry, isWanted: boolean): Outlook => {
  const store = useAppStore();
  const inventory = useAppState((state) => state.inventory);
  const settings = useAppState((state) => state.settings);
  const [outlook, setOutlook] = useState<Outlook>({ kind: 'reading' });
  const { seq, action } = header;
  const isPlanned = isWanted && action.kind === 'do';
  useEffect(() => {
    if (!isPlanned || changeCount > MOST_CHANGES) return undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      void store.planRevert(seq).then((plan) => {
        if (isGone) return;
        if (plan === null) setOutlook({ kind: 'gone' });
        else if (!plan.outcome.ok) setOutlook({ kind: 'refused', conflicts: plan.outcome.error });
        else if (plan.outcome.value.changes.length === 0) setOutlook({ kind: 'nothing' });
        else setOutlook({ kind: 'possible', reverted: plan.outcome.value });
      });
    }, AFTER_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [store, seq, isPlanned, changeCount, inventory, settings]);
  if (!isPlanned) return { kind: 'none' };
  return changeCount > MOST_CHANGES ? { kind: 'large' } : outlook;
};
