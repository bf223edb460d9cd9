import type { Inventory } from '../inventory/inventory.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import type { LeftOutStep, ScenarioStep } from './scenario.ts';

export type ScenarioView = { readonly asOf: IsoDate; readonly stage: number | null };

/** What a scenario starts from: today as the screens show it. */
export type ScenarioBase = {
  readonly inventory: Inventory;
  readonly profile: TargetProfile;
  readonly view: ScenarioView;
  /** The profile of a `profileKey` as it would be compared with, the school's own changes included; null = there is none. */
  readonly profileOf: (profileKey: string) => TargetProfile | null;
};

/** With what and for when a scenario is compared: the last edition and the last view among its steps. */
export type ScenarioTerms = {
  readonly profile: TargetProfile;
  readonly profileKey: string | null;
  readonly view: ScenarioView;
  readonly leftOut: readonly LeftOutStep[];
};

export const planTerms = (steps: readonly ScenarioStep[], base: ScenarioBase): ScenarioTerms => {
  const leftOut: LeftOutStep[] = [];
  let { profile, view } = base;
  let profileKey: string | null = null;
  steps.forEach((step, index) => {
    if (step.kind !== 'edition') return;
    const other = base.profileOf(step.profileKey);
    if (other === null) leftOut.push({ index, step, reason: 'PROFILE_GONE' });
    else {
      profile = other;
      ({ profileKey } = step);
    }
  });
  // After the edition, because stages are those of its profile.
  steps.forEach((step, index) => {
    if (step.kind !== 'view') return;
    const { stage } = step;
    const isKnown = stage === null || profile.stages.some((known) => known.stage === stage);
    if (!isKnown) leftOut.push({ index, step, reason: 'STAGE_GONE' });
    view = {
      asOf: step.asOf ?? base.view.asOf,
      stage: isKnown ? (stage ?? base.view.stage) : base.view.stage,
    };
  });
  return { profile, profileKey, view, leftOut };
};
