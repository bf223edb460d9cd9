import {
  createContext,
  createElement,
  useContext,
  useEffect,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Safety, SafetyState } from './safety.ts';

const SafetyContext = createContext<Safety | null>(null);

/** Gives journal and backups to everything below. */
export const SafetyProvider = ({ safety, children }: { safety: Safety; children: ReactNode }) =>
  createElement(SafetyContext, { value: safety }, children);

export const useSafety = (): Safety => {
  const safety = useContext(SafetyContext);
  if (safety === null) throw new Error('useSafety needs a SafetyProvider above it');
  return safety;
};

/** One part of what is shown; the selector must return something that exists in the state. */
export const useSafetyState = <Selected>(selector: (state: SafetyState) => Selected): Selected => {
  const safety = useSafety();
  return useSyncExternalStore(safety.subscribe, () => selector(safety.getState()));
};

/** Looks again whether the places are there, now and whenever the window comes back: a stick is pulled out beside it. */
export const useRefreshedPlaces = (): void => {
  const { refreshPlaces } = useSafety();
  useEffect(() => {
    const refresh = (): void => void refreshPlaces();
    refresh();
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [refreshPlaces]);
};
