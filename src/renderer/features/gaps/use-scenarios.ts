import { useCallback, useDeferredValue, useMemo } from 'react';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import { profileKey, type Change } from '#core/history/change-set.ts';
import { findById } from '#core/history/keyed-list.ts';
import { applyScenario, scenarioChanges, type ScenarioPlan } from '#core/plan/apply-scenario.ts';
import type { ScenarioBase } from '#core/plan/scenario-terms.ts';
import type { Scenario, ScenarioStep } from '#core/plan/scenario.ts';
import type { AppState } from '#state/app-state.ts';
import { newDeviceId, newId } from '#state/new-id.ts';
import { profileOfKey } from '#state/profile-of-key.ts';
import { readSetting, settingChange, SETTINGS } from '#state/settings.ts';
import { SCENARIOS } from './plan-settings.ts';
import { useAppState, useAppStore, useCategoriesById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import type { KnownChangeLabel } from '#texts/change-labels.ts';
import { SCENARIO_TEXTS, type StepNames } from '#texts/scenarios.ts';
import { deviceName } from '#device-editor/device-panel.tsx';
import { today, useDeviceLookup } from '#device-editor/device-lookup.ts';
import { useCommitOfMany, useCommitWithToast, useQuietCommit } from '#device-editor/use-device-commit.ts';

/** Everything that can be done with the list of scenarios; each of it is one undoable change. */
export const useScenarios = () => {
  const store = useAppStore();
  const quietly = useQuietCommit();
  const withToast = useCommitWithToast();
  const commitMany = useCommitOfMany();
  const scenarios = useAppState((state) => readSetting(state.settings, SCENARIOS));

  const listChange = useCallback(
    (edit: (list: readonly Scenario[]) => readonly Scenario[]): Change => {
      const { settings } = store.getState();
      return settingChange(settings, SCENARIOS, edit(readSetting(settings, SCENARIOS)));
    },
    [store],
  );
  const create = useCallback(
    (name: string, steps: readonly ScenarioStep[] = [], note: string | null = null): string => {
      const id = newId();
      const scenario: Scenario = { id, name, createdOn: today(), note, steps };
      quietly({ code: 'scenario-created', params: { name } }, [listChange((list) => [...list, scenario])]);
      return id;
    },
    [quietly, listChange],
  );
  const change = useCallback(
    (id: string, fields: Partial<Pick<Scenario, 'name' | 'note' | 'steps'>>): void => {
      const before = readSetting(store.getState().settings, SCENARIOS).find((entry) => entry.id === id);
      if (before === undefined) return;
      quietly({ code: 'scenario-changed', params: { name: fields.name ?? before.name } }, [
        listChange((list) => list.map((entry) => (entry.id === id ? { ...entry, ...fields } : entry))),
      ]);
    },
    [store, quietly, listChange],
  );
  const discard = useCallback(
    ({ id, name }: Scenario): void =>
      withToast({ code: 'scenario-deleted', params: { name } }, [
        listChange((list) => list.filter((entry) => entry.id !== id)),
      ]),
    [withToast, listChange],
  );
  /** Makes it real and takes it off the list, in one step: undo brings both back. */
  const apply = useCallback(
    (scenario: Scenario): Promise<boolean> => {
      const state = store.getState();
      const plan = scenarioChanges(scenario.steps, baseOf(state), newDeviceId);
      const label: KnownChangeLabel = { code: 'scenario-applied', params: { name: scenario.name } };
      return commitMany(label, [
        ...plan.changes,
        ...(plan.profileKey === null
          ? []
          : [settingChange(state.settings, SETTINGS.activeProfile, plan.profileKey)]),
        listChange((list) => list.filter((entry) => entry.id !== scenario.id)),
      ]);
    },
    [store, commitMany, listChange],
  );
  return { scenarios, create, change, discard, apply };
};
export type ScenarioActions = ReturnType<typeof useScenarios>;

const baseOf = (
  state: Pick<AppState, 'inventory' | 'profile' | 'profiles' | 'settings' | 'view'>,
): ScenarioBase => ({
  inventory: state.inventory,
  profile: state.profile,
  view: state.view,
  profileOf: (key) => profileOfKey(state, key),
});

/** Today as scenarios start from it. The same object until something that matters to them changes. */
export const useScenarioBase = (): ScenarioBase => {
  const store = useAppStore();
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const profiles = useAppState((state) => state.profiles);
  const view = useAppState((state) => state.view);
  const ownChanges = useAppState((state) => readSetting(state.settings, SETTINGS.ownChanges));
  const ownCategories = useAppState((state) => readSetting(state.settings, SETTINGS.ownCategories));
  return useMemo(() => {
    // What the school has of its own is laid over every edition, and is all of the settings that matters here.
    void [ownChanges, ownCategories];
    return baseOf({ inventory, profile, profiles, view, settings: store.getState().settings });
  }, [store, inventory, profile, profiles, view, ownChanges, ownCategories]);
};

export type TriedOut = { readonly plan: ScenarioPlan | null; readonly analysis: GapAnalysis };

/**
 * A scenario compared with the targets; null = today. Worked out behind what is typed: at 30,000 devices it takes some
 * 70 ms.
 */
export const useTriedOut = (scenario: Scenario | null, base: ScenarioBase): TriedOut => {
  const present = useGapAnalysis();
  const steps = useDeferredValue(scenario?.steps ?? null);
  return useMemo(() => {
    if (steps === null) return { plan: null, analysis: present };
    const plan = applyScenario(steps, base);
    return { plan, analysis: analyzeGaps(plan.inventory, plan.profile, plan.view) };
  }, [steps, base, present]);
};

/** What steps name, as people call it. */
export const useStepNames = (): StepNames => {
  const lookup = useDeviceLookup();
  const rooms = useAppState((state) => state.inventory.rooms);
  const categories = useCategoriesById();
  const devices = useAppState((state) => state.inventory.devices);
  const profiles = useAppState((state) => state.profiles);
  return useMemo(() => {
    return {
      room: (id) => {
        const room = findById(rooms, id);
        return room === undefined ? null : lookup.finder.textOf(room);
      },
      category: (id) => categories.get(id)?.name ?? null,
      device: (id) => {
        const device = findById(devices, id);
        if (device === undefined) return null;
        const kind = categories.get(device.categoryId ?? '')?.name ?? '';
        return [deviceName(device), kind].filter((part) => part !== '').join(' · ');
      },
      profile: (key) => {
        const profile = profiles.find((entry) => profileKey(entry) === key);
        return profile === undefined ? null : SCENARIO_TEXTS.editionOption(profile.title, profile.edition);
      },
    };
  }, [lookup, rooms, categories, devices, profiles]);
};
