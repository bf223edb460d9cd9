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
];
