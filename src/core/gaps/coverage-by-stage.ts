import type { Inventory } from '../inventory/inventory.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { analyzeGaps } from './analyze-gaps.ts';
import type { GapAnalysis } from './gap-analysis.ts';

/** What is missing by the year of a stage when nothing is bought until then. */
export type StageCoverage = {
  readonly stage: number;
  readonly name: string;
  readonly dueYear: number;
  readonly target: number;
  readonly actual: number;
  readonly gap: number;
  readonly costCents: number;
  /** 0–1; null without any target in force. */
  readonly fulfilment: number | null;
  /** Rooms that meet the profile's first standard, of those that it names. */
  readonly standardMet: number;
  readonly standardOf: number;
};

/** The figures of one analysis, as those of its stage. */
export const stageCoverage = (
  { stage, name, dueYear }: TargetProfile['stages'][number],
  { totals, standards }: Pick<GapAnalysis, 'totals' | 'standards'>,
): StageCoverage => ({
  stage,
  name,
  dueYear,
  target: totals.target,
  actual: totals.actual,
  gap: totals.gap,
  costCents: totals.costCents,
  fulfilment: totals.fulfilment,
  standardMet: standards[0]?.met ?? 0,
  standardOf: standards[0]?.of ?? 0,
});

/** Today's inventory against the targets of each stage: „was fehlt bis 2028?“ One analysis per stage. */
export const coverageByStage = (
  inventory: Inventory,
  profile: TargetProfile,
  asOf: IsoDate,
): readonly StageCoverage[] =>
  profile.stages.map((stage) =>
    stageCoverage(stage, analyzeGaps(inventory, profile, { asOf, stage: stage.stage })),
  );
