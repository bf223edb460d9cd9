import { useEffect, useState } from 'react';
import type { Steps } from '#core/shared/steps.ts';
import { runInBackground } from '#state/run-in-slices.ts';

/**
 * What some long work comes to, worked out a few milliseconds at a time: typing and scrolling go on.
 *
 * @param start begins the work; a new function begins it anew, until then the former value stands
 * @returns null until it is done for the first time
 */
export const useInBackground = <Value>(start: () => Steps<Value>): Value | null => {
  const [value, setValue] = useState<Value | null>(null);
  useEffect(() => runInBackground(start(), setValue), [start]);
  return value;
};
