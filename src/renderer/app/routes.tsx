import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { roomId } from '#core/shared/ids.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState, PageHead } from '#ui/layout.tsx';
import { PAGES, screenOf } from './pages.tsx';

const RoomPage = lazy(() =>
  import('../features/rooms/room-page.tsx').then(({ RoomPage: page }) => ({ default: page })),
);
const SchoolYearPage = lazy(() =>
  import('../features/school-year/school-year-page.tsx').then(({ SchoolYearPage: page }) => ({
    default: page,
  })),
);
const AuthorityPage = lazy(() =>
  import('../features/authority/authority-page.tsx').then(({ AuthorityPage: page }) => ({ default: page })),
);
const LabelsPage = lazy(() =>
  import('../features/labels/labels-page.tsx').then(({ LabelsPage: page }) => ({ default: page })),
);
const HandbookPage = lazy(() =>
  import('../features/handbook/handbook-page.tsx').then(({ HandbookPage: page }) => ({ default: page })),
);
const GapsPage = PAGES.find(({ path }) => path === '/soll-ist')?.page;
const RoomsPage = PAGES.find(({ path }) => path === '/raeume')?.page;
const HistoryPage = PAGES.find(({ path }) => path === '/verlauf')?.page;

/** Screens whose address says what is chosen on them. */
const WITH_PARTS: ReadonlySet<string> = new Set(['/geraete', '/ziele', '/inventur', '/einstellungen']);

export const Routes = ({ onKeys }: { readonly onKeys: () => void }) => (
  <Switch>
    {PAGES.map(({ path, page: Page }) => (
      // One route for all of its addresses: a second one would make the page anew, and what was chosen would be gone.
      <Route key={path} path={WITH_PARTS.has(path) ? `${path}/*?` : path}>
        <Page />
      </Route>
    ))}
    <Route path="/raeume/schuljahr">
      <SchoolYearPage />
    </Route>
    {RoomsPage !== undefined && (
      <Route path="/raeume/klaeren/:check">
        <RoomsPage />
      </Route>
    )}
    <Route path="/raeume/:id/*?">
      {({ id, '*': part = '' }) => (
        <RoomPage key={id} id={roomId(decodeURIComponent(id))} part={decodeURIComponent(part)} />
      )}
    </Route>
    {GapsPage !== undefined && (
      <Route path="/soll-ist/*">
        <GapsPage />
      </Route>
    )}
    {HistoryPage !== undefined && (
      <Route path="/verlauf/*">
        <HistoryPage />
      </Route>
    )}
    <Route path="/etiketten">
      <LabelsPage />
    </Route>
    <Route path="/traeger">
      <AuthorityPage />
    </Route>
    <Route path="/handbuch/:page?/:anchor?">
      {({ page = null, anchor = null }) => (
        <HandbookPage
          id={page}
          anchor={anchor === null ? null : decodeURIComponent(anchor)}
          screen={page === null ? null : screenOf(page)}
          onKeys={onKeys}
        />
      )}
    </Route>
    <Route>
      <PageHead title={APP_TEXTS.notFound.title} />
      <EmptyState
        text={APP_TEXTS.notFound.text}
        action={<ButtonLink href="#/">{APP_TEXTS.notFound.back}</ButtonLink>}
      />
    </Route>
  </Switch>
);
