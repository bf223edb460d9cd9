import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { usePrintView } from '#print/print-views.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { START_TEXTS } from '#texts/start.ts';
import { ButtonLink } from '#ui/button.tsx';
import { FIRST_CHOICE, StartPage } from '../features/start/start-page.tsx';
import styles from './start-screen.module.css';

const HandbookPage = lazy(() =>
  import('../features/handbook/handbook-page.tsx').then(({ HandbookPage: page }) => ({ default: page })),
);

/** Before the user has chosen how to begin: that choice, and the handbook beside it. */
export const StartScreen = () => {
  const [location, go] = useLocation();
  const isBeginning = useRef(true);
  // Whoever removes the sample school while reading wants to begin.
  useLayoutEffect(() => {
    if (isBeginning.current && location.startsWith('/handbuch')) go('/', { replace: true });
    isBeginning.current = false;
  }, [location, go]);
  // Here, so that nobody types it twice who looks into the handbook.
  const [choice, setChoice] = useState(FIRST_CHOICE);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F1' || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      go('/handbuch/erster-tag');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [go]);
  return (
    <Switch>
      <Route path="/handbuch/:page?/:anchor?">
        {({ page = null, anchor = null }) => (
          <Handbook id={page} anchor={anchor === null ? null : decodeURIComponent(anchor)} />
        )}
      </Route>
      <Route>
        <StartPage choice={choice} onChoice={setChoice} />
      </Route>
    </Switch>
  );
};

const Handbook = ({ id, anchor }: { readonly id: string | null; readonly anchor: string | null }) => {
  usePrintView(null);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <b>{APP_TEXTS.name}</b>
        <ButtonLink href="#/">{START_TEXTS.backToStart}</ButtonLink>
      </header>
      <main className={styles.main}>
        <Suspense fallback={<p className={styles.loading}>{APP_TEXTS.loading}</p>}>
          <HandbookPage id={id} anchor={anchor} screen={null} onKeys={null} />
        </Suspense>
      </main>
    </div>
  );
};
