import { useMemo } from 'react';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import { withOwnChanges, type OwnChange } from '#core/targets/own-changes.ts';
import type { ProfileIssue } from '#core/targets/parse-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useSettled } from './use-settled.ts';

/** So long nothing was changed: the comparison of a large school takes a moment, which typing must not wait for. */
const SETTLE_MS = 300;

export type Outlook =
  | { readonly kind: 'pending' }
  /** The profile with these changes contradicts itself; they would be left out. */
  | { readonly kind: 'refused'; readonly issue: ProfileIssue }
  | { readonly kind: 'ready'; readonly analysis: GapAnalysis };

/**
 * The comparison as it would be with these changes of the school; null where there is nothing to look at.
 *
 * @param changes the same object as long as nothing was changed
 */
export const useOutlook = (changes: readonly OwnChange[] | null): Outlook | null => {
  const issued = useAppState((state) => state.issuedProfile);
  const leftOutToday = useAppState((state) => state.leftOutChanges);
  const inventory = useAppState((state) => state.inventory);
  const view = useAppState((state) => state.view);
  const settled = useSettled(changes, SETTLE_MS);
  const outlook = useMemo((): Outlook | null => {
    if (settled === null) return null;
    const { profile, leftOut } = withOwnChanges(issued, settled);
    const refused = leftOut.find(
      ({ change: { list, id } }) =>
        !leftOutToday.some((known) => known.change.list === list && known.change.id === id),
    );
    if (refused !== undefined) return { kind: 'refused', issue: refused.issue };
    return { kind: 'ready', analysis: analyzeGaps(inventory, profile, view) };
  }, [settled, issued, leftOutToday, inventory, view]);
  if (changes === null) return null;
  return settled === changes ? outlook : { kind: 'pending' };
};
