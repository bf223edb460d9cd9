import type { CheckResult } from '../gaps/gap-analysis.ts';

/** The checks that are met before and not met afterwards, by id, as the profile orders them. */
export const lostChecks = (
  before: readonly CheckResult[],
  after: readonly CheckResult[],
): readonly CheckResult['checkId'][] => {
  const failing = new Set(after.flatMap(({ checkId, met }) => (met === false ? [checkId] : [])));
  return before.flatMap(({ checkId, met }) => (met === true && failing.has(checkId) ? [checkId] : []));
};
