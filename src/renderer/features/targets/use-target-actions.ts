import { useCallback, useMemo } from 'react';
import type { OwnChange } from '#core/targets/own-changes.ts';
import type { Requirement } from '#core/targets/target-profile.ts';
import { today } from '#device-editor/device-lookup.ts';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import { readSetting, settingChange, SETTINGS } from '#state/settings.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import type { KnownChangeLabel } from '#texts/change-labels.ts';
import { keepDraft } from './drafts.ts';
import { withoutTarget, withTarget, withTargetAsIssued } from './target-changes.ts';

const NO_CHANGES: readonly OwnChange[] = [];

/** The school's changes to the profile that is compared with. */
export const useOwnChanges = (): readonly OwnChange[] => {
  const profileId = useAppState((state) => state.issuedProfile.id);
  const all = useAppState((state) => readSetting(state.settings, SETTINGS.ownChanges));
  return all[profileId] ?? NO_CHANGES;
};

export type TargetActions = {
  readonly save: (requirement: Requirement, reason: string, isNew: boolean) => void;
  readonly suspend: (requirement: Requirement, reason: string) => void;
  /** As issued again; a target of the school's own goes. */
  readonly reset: (requirement: Requirement) => void;
  readonly remove: (requirement: Requirement) => void;
  /** Takes back whichever change, named as people call its entry. */
  readonly resetChange: (change: OwnChange, entry: string) => void;
};

/** Each is one undoable step, told with „Rückgängig“. */
export const useTargetActions = (): TargetActions => {
  const store = useAppStore();
  const commit = useCommitWithToast();
  const write = useCallback(
    (
      label: KnownChangeLabel,
      change: (
        changes: readonly OwnChange[],
        state: ReturnType<typeof store.getState>,
      ) => readonly OwnChange[],
    ) => {
      const state = store.getState();
      const all = readSetting(state.settings, SETTINGS.ownChanges);
      const { id } = state.issuedProfile;
      const changes = change(all[id] ?? NO_CHANGES, state);
      commit(label, [settingChange(state.settings, SETTINGS.ownChanges, { ...all, [id]: changes })]);
    },
    [store, commit],
  );
  return useMemo(() => {
    const dropDraft = ({ id }: Requirement): void => keepDraft(store.getState().issuedProfile.id, id, null);
    const params = ({ name }: Requirement): { readonly target: string } => ({ target: name });
    return {
      save: (requirement, reason, isNew) => {
        write(
          { code: isNew ? 'target-added' : 'target-changed', params: params(requirement) },
          (changes, state) =>
            withTarget(state.issuedProfile, changes, requirement, { reason, changedOn: today() }),
        );
        dropDraft(requirement);
      },
      suspend: (requirement, reason) => {
        write({ code: 'target-suspended', params: params(requirement) }, (changes, state) =>
          withoutTarget(state.issuedProfile, changes, requirement.id, { reason, changedOn: today() }),
        );
        dropDraft(requirement);
      },
      reset: (requirement) => {
        write({ code: 'target-reset', params: params(requirement) }, (changes) =>
          withTargetAsIssued(changes, requirement.id),
        );
        dropDraft(requirement);
      },
      remove: (requirement) => {
        write({ code: 'target-removed', params: params(requirement) }, (changes) =>
          withTargetAsIssued(changes, requirement.id),
        );
        dropDraft(requirement);
      },
      resetChange: (change, entry) =>
        write({ code: 'own-change-reset', params: { entry } }, (changes) =>
          changes.filter(({ list, id }) => list !== change.list || id !== change.id),
        ),
    };
  }, [store, write]);
};
