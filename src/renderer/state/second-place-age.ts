import type { SecondPlace } from '#bridge/contract.ts';

/** Older copies at the second place are told of. */
const WARN_FROM_DAYS = 8;
const DAY_MS = 86_400_000;

/** Days since the last copy was made at the second place, when they are too many; null when all is well or there is none. */
export const overdueDays = ({ copiedAt }: SecondPlace, now: Date): number | null => {
  if (copiedAt === null) return null;
  const days = Math.floor((now.getTime() - new Date(copiedAt).getTime()) / DAY_MS);
  return days >= WARN_FROM_DAYS ? days : null;
};
