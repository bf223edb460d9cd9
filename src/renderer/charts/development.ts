import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import type { WrittenReport } from '#state/settings.ts';

/** The state of the school at one report, or today; null = not kept by the version that wrote it. */
export type SchoolState = {
  readonly key: string;
  readonly asOf: string;
  readonly isToday: boolean;
  readonly stage: number;
  readonly profile: string;
  readonly target: number | null;
  readonly gaps: number;
  readonly costCents: number | null;
  readonly fulfilment: number | null;
  readonly standardMet: number | null;
  readonly standardOf: number | null;
};

/**
 * What the written reports said, by Stichtag and then as they were written, and today's analysis behind them.
 *
 * @param profile key of the profile that is compared with today
 */
export const development = (
  reports: readonly WrittenReport[],
  analysis: Pick<GapAnalysis, 'asOf' | 'stage' | 'totals' | 'standards'>,
  profile: string,
): readonly SchoolState[] => [
  ...reports
    .toSorted((a, b) => compare(a.asOf, b.asOf) || compare(a.writtenAt, b.writtenAt))
    .map((report) => ({
      key: report.id,
      asOf: report.asOf,
      isToday: false,
      stage: report.stage,
      profile: report.profile,
      target: report.target ?? null,
      gaps: report.gaps,
      costCents: report.costCents,
      fulfilment: report.fulfilment ?? null,
      standardMet: report.standardMet ?? null,
      standardOf: report.standardOf ?? null,
    })),
  {
    key: 'today',
    asOf: analysis.asOf,
    isToday: true,
    stage: analysis.stage,
    profile,
    target: analysis.totals.target,
    gaps: analysis.totals.gap,
    costCents: analysis.totals.costCents,
    fulfilment: analysis.totals.fulfilment,
    standardMet: analysis.standards[0]?.met ?? 0,
    standardOf: analysis.standards[0]?.of ?? 0,
  },
];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The share of rooms in the standard; null = not kept, or no room that it names. */
export const standardShare = ({
  standardMet,
  standardOf,
}: Pick<SchoolState, 'standardMet' | 'standardOf'>): number | null =>
  standardMet === null || standardOf === null || standardOf === 0 ? null : standardMet / standardOf;

/** Whether all of them were compared with the same targets. */
export const isComparable = (states: readonly SchoolState[]): boolean =>
  new Set(states.map(({ profile, stage }) => `${profile} ${stage}`)).size <= 1;
