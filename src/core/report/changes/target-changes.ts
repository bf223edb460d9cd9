import {
  compareEditions,
  type EntryDifference,
  type FieldDifference,
} from '../../targets/compare-editions.ts';
import type { ReportState } from './compare-reports.ts';

/** What is different about the targets themselves, whatever it does to this school. */
export type TargetChanges = {
  /** Of title and edition only. */
  readonly profile: readonly FieldDifference[];
  /** null = the same one. */
  readonly stage: { readonly before: number; readonly after: number } | null;
  readonly requirements: readonly EntryDifference[];
};

/** Categories, room types and the like are told by what they do to gaps. */
export const targetChanges = (before: ReportState, after: ReportState): TargetChanges => {
  const { facts, entries } = compareEditions(before.profile, after.profile);
  return {
    profile: facts.filter(({ field }) => field === 'title' || field === 'edition'),
    stage: before.stage === after.stage ? null : { before: before.stage, after: after.stage },
    requirements: entries.filter(({ list }) => list === 'requirements'),
  };
};
