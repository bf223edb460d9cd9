import { lazy, type ComponentType } from 'react';
import { TARGETS_TEXTS } from '#texts/targets.ts';

export type TargetTab = {
  readonly id: string;
  /** Behind `/ziele/` in the address; '' = the first one. */
  readonly path: string;
  readonly label: string;
  readonly component: ComponentType;
};

/** The tabs of the screen in their order: adding one is one line. */
export const TARGET_TABS: readonly TargetTab[] = [
  {
    id: 'targets',
    path: '',
    label: TARGETS_TEXTS.tabs.targets,
    component: lazy(() => import('./targets-tab.tsx').then(({ TargetsTab }) => ({ default: TargetsTab }))),
  },
  {
    id: 'categories',
    path: 'kategorien',
    label: TARGETS_TEXTS.tabs.categories,
    component: lazy(() =>
      import('./catalogue/categories-tab.tsx').then(({ CategoriesTab }) => ({ default: CategoriesTab })),
    ),
  },
  {
    id: 'room-types',
    path: 'raumtypen',
    label: TARGETS_TEXTS.tabs.roomTypes,
    component: lazy(() =>
      import('./catalogue/room-types-tab.tsx').then(({ RoomTypesTab }) => ({ default: RoomTypesTab })),
    ),
  },
  {
    id: 'stages',
    path: 'ausbaustufen',
    label: TARGETS_TEXTS.tabs.stages,
    component: lazy(() =>
      import('./catalogue/stages-tab.tsx').then(({ StagesTab }) => ({ default: StagesTab })),
    ),
  },
  {
    id: 'programmes',
    path: 'foerderprogramme',
    label: TARGETS_TEXTS.tabs.programmes,
    component: lazy(() =>
      import('./catalogue/programmes-tab.tsx').then(({ ProgrammesTab }) => ({ default: ProgrammesTab })),
    ),
  },
  {
    id: 'checks',
    path: 'pruefungen',
    label: TARGETS_TEXTS.tabs.checks,
    component: lazy(() =>
      import('./catalogue/checks-tab.tsx').then(({ ChecksTab }) => ({ default: ChecksTab })),
    ),
  },
  {
    id: 'editions',
    path: 'editionen',
    label: TARGETS_TEXTS.tabs.editions,
    component: lazy(() =>
      import('./editions/editions-tab.tsx').then(({ EditionsTab }) => ({ default: EditionsTab })),
    ),
  },
];
