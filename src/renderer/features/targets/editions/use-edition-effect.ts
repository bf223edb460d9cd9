import { useEffect, useState } from 'react';
import type { EditionEffect } from '#core/gaps/edition-effect.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';

type Computed = {
  readonly before: TargetProfile;
  readonly after: TargetProfile;
  readonly effect: EditionEffect | null;
};

/**
 * What the later of two editions changes for this school; `pending` while a worker computes it, null where it could not.
 */
export const useEditionEffect = (
  before: TargetProfile,
  after: TargetProfile,
): EditionEffect | 'pending' | null => {
  const inventory = useAppState((state) => state.inventory);
  const view = useAppState((state) => state.view);
  const [computed, setComputed] = useState<Computed | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./effect-worker.ts', import.meta.url), { type: 'module' });
    const finish = (effect: EditionEffect | null): void => setComputed({ before, after, effect });
    worker.onmessage = ({ data }: MessageEvent<EditionEffect>) => finish(data);
    worker.onerror = () => finish(null);
    worker.postMessage({ inventory, before, after, view });
    return () => worker.terminate();
  }, [inventory, view, before, after]);
  return computed !== null && computed.before === before && computed.after === after
    ? computed.effect
    : 'pending';
};
