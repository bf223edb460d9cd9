import { useEffect, useRef, useState } from 'react';
import type { StageCoverage } from '#core/gaps/coverage-by-stage.ts';
import { useAppState } from '#state/use-app-state.ts';
import type { CoverageAnswer, CoverageRequest } from './stage-coverage-worker.ts';

export type CoverageState =
  | { readonly kind: 'computing' }
  | { readonly kind: 'done'; readonly coverage: readonly StageCoverage[] }
  | { readonly kind: 'failed' };

/**
 * Today's inventory against every stage, worked out beside the window: one comparison per stage would hold a large school
 * up. While it is worked out anew, the figures before stay.
 */
export const useStageCoverage = (): CoverageState => {
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const asOf = useAppState((state) => state.view.asOf);
  const [state, setState] = useState<CoverageState>({ kind: 'computing' });
  const worker = useRef<Worker | null>(null);
  const sent = useRef<{ number: number; school: CoverageRequest['school'] }>({ number: 0, school: null });
  useEffect(() => {
    const made = new Worker(new URL('./stage-coverage-worker.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<CoverageAnswer>) => {
      if (data.number === sent.current.number) setState({ kind: 'done', coverage: data.coverage });
    };
    made.onerror = () => setState({ kind: 'failed' });
    made.onmessageerror = () => setState({ kind: 'failed' });
    worker.current = made;
    sent.current = { number: 0, school: null };
    return () => made.terminate();
  }, []);
  useEffect(() => {
    const { number, school } = sent.current;
    const isKnown = school !== null && school.inventory === inventory && school.profile === profile;
    const request: CoverageRequest = {
      number: number + 1,
      asOf,
      school: isKnown ? null : { inventory, profile },
    };
    sent.current = { number: request.number, school: request.school ?? school };
    worker.current?.postMessage(request);
  }, [inventory, profile, asOf]);
  return state;
};
