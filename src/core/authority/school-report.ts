import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import type { GapAnalysis } from '../gaps/gap-analysis.ts';
import { isSameValue } from '../history/same-value.ts';
import { summarizeGaps } from '../report/gaps-summary.ts';
import type { ReportData } from '../report/report-data.ts';
import type { TargetProfile } from '../targets/target-profile.ts';

/** One report as the Trägeransicht keeps it: what it holds, compared once more. */
export type SchoolReport = Pick<
  ReportData,
  'schoolId' | 'writtenAt' | 'appVersion' | 'includesFreeTexts' | 'inventory' | 'profile'
> & {
  readonly fileName: string;
  /** For the Stichtag and stage of the report. */
  readonly analysis: GapAnalysis;
  /** The comparison of today says what the report said; false = another version of the app counted otherwise. */
  readonly saysTheSame: boolean;
};

/** Gives back one and the same object for profiles of the same content, so that 200 reports do not keep 200 of them. */
export type ShareProfile = (profile: TargetProfile) => TargetProfile;

export const profileShare = (): ShareProfile => {
  const known = new Map<string, TargetProfile>();
  return (profile) => {
    const key = JSON.stringify(profile);
    const found = known.get(key);
    if (found === undefined) known.set(key, profile);
    return found ?? profile;
  };
};

/**
 * Compares the inventory of a report with its profile once more: every figure of the Trägeransicht comes from here, so that
 * all schools are counted alike whatever wrote their reports.
 *
 * @param data as `parseReportData` gives it
 */
export const analyzeReport = (
  fileName: string,
  data: ReportData,
  shareProfile: ShareProfile = (profile) => profile,
): SchoolReport => {
  const { schoolId, writtenAt, appVersion, includesFreeTexts, inventory, asOf, stage } = data;
  const profile = shareProfile(data.profile);
  const analysis = analyzeGaps(inventory, profile, { asOf, stage });
  return {
    fileName,
    schoolId,
    writtenAt,
    appVersion,
    includesFreeTexts,
    inventory,
    profile,
    analysis,
    saysTheSame: isSameValue(summarizeGaps(inventory, analysis), data.gaps),
  };
};
