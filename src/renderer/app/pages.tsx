import { lazy, type ComponentType } from 'react';
import { OverviewPage } from '../features/overview/overview-page.tsx';
import { APP_TEXTS } from '#texts/app.ts';

const RoomsPage = lazy(() =>
  import('../features/rooms/rooms-page.tsx').then(({ RoomsPage: page }) => ({ default: page })),
);
const DevicesPage = lazy(() =>
  import('../features/devices/devices-page.tsx').then(({ DevicesPage: page }) => ({ default: page })),
);
const GapsPage = lazy(() =>
  import('../features/gaps/gaps-page.tsx').then(({ GapsPage: page }) => ({ default: page })),
);
const TargetsPage = lazy(() =>
  import('../features/targets/targets-page.tsx').then(({ TargetsPage: page }) => ({ default: page })),
);
const ImportPage = lazy(() =>
  import('../features/import/import-page.tsx').then(({ ImportPage: page }) => ({ default: page })),
);
const StocktakePage = lazy(() =>
  import('../features/stocktake/stocktake-page.tsx').then(({ StocktakePage: page }) => ({ default: page })),
);
const ReportsPage = lazy(() =>
  import('../features/reports/reports-page.tsx').then(({ ReportsPage: page }) => ({ default: page })),
);
const HistoryPage = lazy(() =>
  import('../features/history/history-page.tsx').then(({ HistoryPage: page }) => ({ default: page })),
);
const SettingsPage = lazy(() =>
  import('../features/settings/settings-page.tsx').then(({ SettingsPage: page }) => ({ default: page })),
);

export type PageEntry = {
  readonly path: string;
  readonly label: string;
  readonly page: ComponentType;
  /** A line of the navigation goes above it. */
  readonly startsGroup: boolean;
  readonly count: 'rooms' | 'devices' | null;
};

/** The screens in the order of the navigation and of Strg 1 … 9. */
export const PAGES: readonly PageEntry[] = [
  { path: '/', label: APP_TEXTS.pages.overview, page: OverviewPage, startsGroup: false, count: null },
  { path: '/raeume', label: APP_TEXTS.pages.rooms, page: RoomsPage, startsGroup: false, count: 'rooms' },
  {
    path: '/geraete',
    label: APP_TEXTS.pages.devices,
    page: DevicesPage,
    startsGroup: false,
    count: 'devices',
  },
  { path: '/soll-ist', label: APP_TEXTS.pages.gaps, page: GapsPage, startsGroup: false, count: null },
  { path: '/ziele', label: APP_TEXTS.pages.targets, page: TargetsPage, startsGroup: false, count: null },
  { path: '/import', label: APP_TEXTS.pages.import, page: ImportPage, startsGroup: true, count: null },
  {
    path: '/inventur',
    label: APP_TEXTS.pages.stocktake,
    page: StocktakePage,
    startsGroup: false,
    count: null,
  },
  { path: '/berichte', label: APP_TEXTS.pages.reports, page: ReportsPage, startsGroup: false, count: null },
  { path: '/verlauf', label: APP_TEXTS.pages.history, page: HistoryPage, startsGroup: true, count: null },
  {
    path: '/einstellungen',
    label: APP_TEXTS.pages.settings,
    page: SettingsPage,
    startsGroup: false,
    count: null,
  },
];

/** The screen that a page of the handbook tells of; null = none. */
export const screenOf = (handbookPage: string): string | null => {
  const path = handbookPage === 'uebersicht' ? '/' : `/${handbookPage}`;
  return ['/traeger', '/etiketten'].includes(path) || PAGES.some((entry) => entry.path === path)
    ? path
    : null;
};
