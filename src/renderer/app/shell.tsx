import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { hostBridge } from '#bridge/host-bridge.ts';
import { readPartialDate } from '#core/inventory/cell-input.ts';
import { printScreen } from '#print/print-screen.ts';
import { usePrintView } from '#print/print-views.ts';
import { SETTINGS } from '#state/settings.ts';
import { useActions, useAppState, useSetting } from '#state/use-app-state.ts';
import { useSafetyState } from '#state/use-safety.ts';
import { useStartOwnSchool } from '#state/use-start-own-school.ts';
import { APP_TEXTS, saveFailureText } from '#texts/app.ts';
import { changeLabelText } from '#texts/change-labels.ts';
import { formatDate, formatNumber, UNKNOWN } from '#texts/format.ts';
import { backupMoment } from '#texts/backup.ts';
import { Button } from '#ui/button.tsx';
import { ParsedField } from '#ui/field.tsx';
import { Icon } from '#ui/icons.tsx';
import { Notice } from '#ui/layout.tsx';
import { AboutDialog, KeysDialog } from './about.tsx';
import styles from './app.module.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { handbookPathOf } from './handbook-path.ts';
import { PAGES } from './pages.tsx';
import type { Command } from './palette.tsx';
import { Routes } from './routes.tsx';
import { SaveStatusLine } from './save-status.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { useUndo } from './use-undo.ts';

const loadPalette = () => import('./palette.tsx');
const Palette = lazy(() => loadPalette().then(({ Palette: palette }) => ({ default: palette })));
/** Most starts have nothing to tell. */
const StartNotices = lazy(() =>
  import('./start-notices.tsx').then(({ StartNotices: notices }) => ({ default: notices })),
);
/** After the first screen is drawn, and before anybody asks for it. */
const LOAD_MORE_AFTER_MS = 1500;

type OpenDialog = 'palette' | 'keys' | 'about' | null;

/** The frame of every screen: top bar, navigation, content. */
export const Shell = () => {
  const [location, go] = useLocation();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const { undo, redo, undoable, redoable } = useUndo();
  const startOwn = useStartOwnSchool();
  const [start] = useSetting(SETTINGS.start);
  const hasNotices = useSafetyState((state) => state.notices.length > 0);
  const close = useCallback(() => setDialog(null), []);
  const openKeys = useCallback(() => setDialog('keys'), []);
  const page = location.split('/')[1] ?? '';
  const openHandbook = useCallback(() => {
    close();
    go(handbookPathOf(page));
  }, [close, go, page]);

  const commands = useMemo((): readonly Command[] => {
    const pages = PAGES.map(({ path, label }, index): Command => ({
      id: path,
      label: APP_TEXTS.palette.goTo(label),
      ...(index < 9 && { keys: `Strg ${index + 1}` }),
      run: () => go(path),
    }));
    return [
      ...pages,
      { id: 'authority', label: APP_TEXTS.palette.authority, run: () => go('/traeger') },
      { id: 'undo', label: APP_TEXTS.undo, keys: 'Strg Z', run: undo },
      { id: 'redo', label: APP_TEXTS.redo, keys: 'Strg Y', run: redo },
      { id: 'handbook', label: APP_TEXTS.handbook, keys: 'F1', run: openHandbook },
      { id: 'keys', label: APP_TEXTS.keys.title, keys: 'Umschalt F1', run: openKeys },
      { id: 'about', label: APP_TEXTS.about.title, run: () => setDialog('about') },
    ];
  }, [go, undo, redo, openHandbook, openKeys]);

  useShortcuts(
    useMemo(
      () => ({
        undo,
        redo,
        search: () => setDialog('palette'),
        keys: openKeys,
        handbook: openHandbook,
        print: printScreen,
        goToPage: (index: number) => {
          const page = PAGES[index];
          if (page !== undefined) go(page.path);
        },
      }),
      [undo, redo, go, openHandbook, openKeys],
    ),
  );

  useEffect(
    () =>
      hostBridge().onMenuCommand((command) => {
        switch (command) {
          case 'undo':
            return undo();
          case 'redo':
            return redo();
          case 'search':
            return setDialog('palette');
          case 'keys':
            return openKeys();
          case 'handbook':
            return openHandbook();
          case 'about':
            return setDialog('about');
          case 'import':
            return go('/import');
          case 'report':
            return go('/berichte');
          case 'settings':
            return go('/einstellungen');
          case 'new':
            // The list that is open knows what is new there; it listens to the key.
            window.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', ctrlKey: true, cancelable: true }));
        }
      }),
    [undo, redo, go, openHandbook, openKeys],
  );

  useEffect(() => {
    const timer = setTimeout(() => {
      void loadPalette();
    }, LOAD_MORE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  usePrintView(null);

  const main = useRef<HTMLElement>(null);
  const isFirstPage = useRef(true);
  useEffect(() => {
    setIsMenuOpen(false);
    // Screen readers are told of a new screen by its title; the first one they read anyway.
    if (isFirstPage.current) isFirstPage.current = false;
    else main.current?.querySelector<HTMLElement>('[data-page-title]')?.focus();
  }, [page]);

  return (
    <div className={styles.app} data-menu={isMenuOpen || undefined}>
      <a
        href="#inhalt"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {APP_TEXTS.skipToContent}
      </a>
      <header className={styles.top}>
        <span className={styles.brand}>{APP_TEXTS.name}</span>
        <span className={styles.menuButton}>
          <Button isSmall aria-expanded={isMenuOpen} onClick={() => setIsMenuOpen(!isMenuOpen)}>
            {APP_TEXTS.menu}
          </Button>
        </span>
        <SchoolName />
        <span className={styles.grow} />
        <AsOfField />
        <button type="button" className={styles.seek} onClick={() => setDialog('palette')}>
          <Icon name="search" />
          <span>{APP_TEXTS.search}</span>
          <kbd>{APP_TEXTS.searchKeys}</kbd>
        </button>
        <Button
          variant="quiet"
          icon="undo"
          disabled={undoable === null}
          title={undoable === null ? undefined : APP_TEXTS.undoWhat(changeLabelText(undoable.label))}
          onClick={undo}
        >
          {APP_TEXTS.undo}
        </Button>
        {redoable !== null && (
          <Button
            variant="quiet"
            icon="redo"
            title={APP_TEXTS.redoWhat(changeLabelText(redoable.label))}
            onClick={redo}
          >
            {APP_TEXTS.redo}
          </Button>
        )}
        <SaveStatusLine />
      </header>
      {/* The reports of other schools are reached from the own ones. */}
      <Navigation current={page === 'traeger' ? '/berichte' : `/${page}`} />
      <main ref={main} id="inhalt" tabIndex={-1} className={styles.main}>
        <SaveFailure />
        {hasNotices && (
          <Suspense>
            <StartNotices />
          </Suspense>
        )}
        {start === 'sample' && (
          <div className={styles.sample}>
            <Notice>
              {APP_TEXTS.sample}{' '}
              <Button variant="quiet" isSmall onClick={startOwn}>
                {APP_TEXTS.startOwn}
              </Button>
            </Notice>
          </div>
        )}
        <ErrorBoundary resetKey={location}>
          <Suspense fallback={<Loading />}>
            <Routes onKeys={openKeys} />
          </Suspense>
        </ErrorBoundary>
      </main>
      {dialog === 'palette' && (
        <Suspense>
          <Palette commands={commands} onGo={go} onClose={close} />
        </Suspense>
      )}
      {dialog === 'keys' && <KeysDialog onClose={close} />}
      {dialog === 'about' && <AboutDialog onClose={close} />}
    </div>
  );
};

const SchoolName = () => {
  const school = useAppState((state) => state.inventory.school);
  return (
    <a href="#/einstellungen" className={styles.school}>
      <b>{school.name === '' ? APP_TEXTS.noSchool : school.name}</b>
      <span>
        {[
          school.schoolAuthority,
          APP_TEXTS.schoolFact(
            school.pupils === null ? UNKNOWN : formatNumber(school.pupils),
            school.classes === null ? UNKNOWN : formatNumber(school.classes),
          ),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </a>
  );
};

const AsOfField = () => {
  const asOf = useAppState((state) => state.view.asOf);
  const { setView } = useActions();
  return (
    <div className={styles.asOf}>
      <ParsedField
        label={APP_TEXTS.asOf}
        width="date"
        value={asOf}
        format={formatDate}
        parse={(text) => {
          const date = readPartialDate(text);
          return date !== null && date.length === 10
            ? { ok: true, value: date }
            : { ok: false, message: APP_TEXTS.asOfError };
        }}
        onCommit={(next) => {
          if (next !== null) setView({ asOf: next });
        }}
      />
    </div>
  );
};

const Navigation = ({ current }: { readonly current: string }) => {
  const rooms = useAppState((state) => state.inventory.rooms.length);
  const devices = useAppState((state) => state.inventory.devices.length);
  const [reports] = useSetting(SETTINGS.reports);
  const last = reports.at(-1);
  const backup = useSafetyState((state) => state.newest);
  const counts = { rooms, devices };
  return (
    <nav className={styles.side} aria-label={APP_TEXTS.navigation}>
      <ul>
        {PAGES.map(({ path, label, startsGroup, count }) => (
          <li key={path} data-starts-group={startsGroup || undefined}>
            <a href={`#${path}`} aria-current={path === current ? 'page' : undefined}>
              {label}
              {count !== null && <span>{formatNumber(counts[count])}</span>}
            </a>
          </li>
        ))}
        <li>
          <a href="#/handbuch" aria-current={current === '/handbuch' ? 'page' : undefined}>
            {APP_TEXTS.handbook}
            <span>F1</span>
          </a>
        </li>
      </ul>
      <p className={styles.foot}>
        {backup === null ? APP_TEXTS.noBackup : APP_TEXTS.lastBackup(backupMoment(backup.at))}
        <br />
        {last === undefined
          ? APP_TEXTS.noReport
          : APP_TEXTS.lastReport(formatDate(last.writtenAt.slice(0, 10)))}
      </p>
    </nav>
  );
};

/** Says what a failed save means; the button to try again stands in the top bar. */
const SaveFailure = () => {
  const save = useAppState((state) => state.save);
  const folder = useSafetyState((state) => state.place?.label);
  if (save.kind !== 'failed') return null;
  return (
    <div className={styles.sample}>
      <Notice kind="gap" role="alert">
        {saveFailureText(save.place, save.failure, folder)}
      </Notice>
    </div>
  );
};

const LOADING_SHOWN_AFTER_MS = 150;

/** Nothing at first: what loads at once must not flicker. */
const Loading = () => {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), LOADING_SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isShown ? (
    <p className={styles.loading} role="status">
      {APP_TEXTS.loading}
    </p>
  ) : null;
};
