import { lazy, Suspense, useDeferredValue, useEffect, useSyncExternalStore } from 'react';
import { Router, type BaseLocationHook } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { SETTINGS } from '#state/settings.ts';
import { AppStoreProvider, useSetting } from '#state/use-app-state.ts';
import type { AppStore } from '#state/app-state.ts';
import type { Safety } from '#state/safety.ts';
import { SafetyProvider } from '#state/use-safety.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { ToastProvider } from '#ui/toast.tsx';
import { ClosingGuard } from './closing-guard.tsx';
import { Shell } from './shell.tsx';

/** Seen once in the life of a school: not fetched at every start. */
const StartScreen = lazy(() =>
  import('./start-screen.tsx').then(({ StartScreen: screen }) => ({ default: screen })),
);

export const App = ({ store, safety }: { readonly store: AppStore; readonly safety: Safety }) => (
  <AppStoreProvider store={store}>
    <SafetyProvider safety={safety}>
      <ToastProvider closeLabel={APP_TEXTS.close}>
        <Router hook={useDeferredLocation}>
          <Appearance />
          <StartOrShell />
          <ClosingGuard />
        </Router>
      </ToastProvider>
    </SafetyProvider>
  </AppStoreProvider>
);

/** The next screen is drawn in slices while the one before it still answers: a table of thousands takes its time. */
const useDeferredLocation: BaseLocationHook = () => {
  const [location, go] = useHashLocation();
  return [useDeferredValue(location), go];
};

/** Until the user has chosen how to begin there is nothing to show but that choice. */
const StartOrShell = () => {
  const [start] = useSetting(SETTINGS.start);
  return start === null ? (
    <Suspense>
      <StartScreen />
    </Suspense>
  ) : (
    <Shell />
  );
};

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');
const onSchemeChange = (listener: () => void): (() => void) => {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
};

/** Light, dark or as the system; the tokens do the rest. */
const Appearance = () => {
  const [appearance] = useSetting(SETTINGS.appearance);
  const [density] = useSetting(SETTINGS.density);
  const isDark = useSyncExternalStore(onSchemeChange, () => darkQuery.matches);
  useEffect(() => {
    document.documentElement.dataset['theme'] =
      appearance === 'system' ? (isDark ? 'dark' : 'light') : appearance;
    document.documentElement.dataset['density'] = density;
  }, [appearance, density, isDark]);
  return null;
};
