import { PROFILE_LIMITS } from '#core/targets/profile-limits.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';

const texts = TARGETS_TEXTS.fields;

/** What is wrong with the reason of a change, in German; null = it can be stored. */
export const reasonFault = (reason: string): string | null => {
  const length = reason.trim().length;
  if (length === 0) return texts.reasonMissing;
  return length > PROFILE_LIMITS.textLength ? texts.tooLong(PROFILE_LIMITS.textLength) : null;
};
