import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';

/** The Ausbaustufe that a print is about, in words. */
export const useStageFacts = (): readonly string[] => {
  const stages = useAppState((state) => state.profile.stages);
  const { stage } = useGapAnalysis();
  const current = stages.find((entry) => entry.stage === stage);
  return current === undefined ? [] : [GAPS_TEXTS.stageOption(stage, current.dueYear)];
};
