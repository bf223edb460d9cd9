import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import type { AppState } from './app-state.ts';
import { useAppState } from './use-app-state.ts';

type Analyzed = {
  readonly profile: TargetProfile;
  readonly view: AppState['view'];
  readonly analysis: GapAnalysis;
};
/** The last analysis of each inventory: header, tabs, panels and pages all read the same one. */
const lastAnalysis = new WeakMap<Inventory, Analyzed>();

/** The comparison that the screens show. Computed once per inventory, profile and view, whoever asks first. */
export const gapAnalysisOf = ({
  inventory,
  profile,
  view,
}: Pick<AppState, 'inventory' | 'profile' | 'view'>): GapAnalysis => {
  const known = lastAnalysis.get(inventory);
  if (known !== undefined && known.profile === profile && known.view === view) return known.analysis;
  const analysis = analyzeGaps(inventory, profile, view);
  lastAnalysis.set(inventory, { profile, view, analysis });
  return analysis;
};

/**
 * Computed while rendering, not while the store tells of a change: a screen that is about to go (the preview of an
 * import) would pay for a comparison that nobody sees.
 */
export const useGapAnalysis = (): GapAnalysis => {
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const view = useAppState((state) => state.view);
  return gapAnalysisOf({ inventory, profile, view });
};
