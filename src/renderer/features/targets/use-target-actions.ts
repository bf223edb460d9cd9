import { useCallback, useMemo } from 'react';
import type { Result } from '#core/shared/result.ts';
import { acceptChanges, type EntryBase, type EntryIssue } from '#core/targets/check-entry.ts';
import { resetEntry, type OwnChange } from '#core/targets/own-changes.ts';
import type { Requirement } from '#core/targets/target-profile.ts';
import { today } from '#device-editor/device-lookup.ts';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import { readSetting, settingChange, SETTINGS } from '#state/settings.ts';
import { useAppStore } from '#state/use-app-state.ts';
import { entryIssueText } from '#texts/catalogue.ts';
import type { KnownChangeLabel } from '#texts/change-labels.ts';
import { useToast } from '#ui/toast.tsx';
import { keepDraft } from './drafts.ts';
import { entryBaseOf } from './entry-base.ts';
import { planTarget, planTargetAsIssued, planWithoutTarget } from './target-changes.ts';

/** Each answers whether it was done. */
export type TargetActions = {
  readonly save: (requirement: Requirement, reason: string, isNew: boolean) => boolean;
  readonly suspend: (requirement: Requirement, reason: string) => boolean;
  /** As issued again; a target of the school's own goes. */
  readonly reset: (requirement: Requirement) => boolean;
  readonly remove: (requirement: Requirement) => boolean;
  /** Takes back whichever change, named as people call its entry. */
  readonly resetChange: (change: OwnChange, entry: string) => void;
};

/**
 * Each is one undoable step, told with „Rückgängig“. What would be lost or left out afterwards is not done; a toast says
 * why.
 */
export const useTargetActions = (): TargetActions => {
  const store = useAppStore();
  const commit = useCommitWithToast();
  const { show } = useToast();
  const write = useCallback(
    (
      label: KnownChangeLabel,
      plan: (base: EntryBase) => Result<readonly OwnChange[], EntryIssue>,
    ): boolean => {
      const state = store.getState();
      const planned = plan(entryBaseOf(state));
      if (!planned.ok) {
        show({ text: entryIssueText(planned.error), kind: 'error' });
        return false;
      }
      const all = readSetting(state.settings, SETTINGS.ownChanges);
      const { id } = state.issuedProfile;
      commit(label, [settingChange(state.settings, SETTINGS.ownChanges, { ...all, [id]: planned.value })]);
      return true;
    },
    [store, commit, show],
  );
  return useMemo(() => {
    const writeOf = (
      code: 'target-added' | 'target-changed' | 'target-suspended' | 'target-reset' | 'target-removed',
      { id, name }: Requirement,
      plan: Parameters<typeof write>[1],
    ): boolean => {
      const isDone = write({ code, params: { target: name } }, plan);
      if (isDone) keepDraft(store.getState().issuedProfile.id, id, null);
      return isDone;
    };
    return {
      save: (requirement, reason, isNew) =>
        writeOf(isNew ? 'target-added' : 'target-changed', requirement, (base) =>
          planTarget(base, requirement, { reason, changedOn: today() }),
        ),
      suspend: (requirement, reason) =>
        writeOf('target-suspended', requirement, (base) =>
          planWithoutTarget(base, requirement.id, { reason, changedOn: today() }),
        ),
      reset: (requirement) =>
        writeOf('target-reset', requirement, (base) => planTargetAsIssued(base, requirement.id)),
      remove: (requirement) =>
        writeOf('target-removed', requirement, (base) => planTargetAsIssued(base, requirement.id)),
      resetChange: ({ list, id }, entry) => {
        write({ code: 'own-change-reset', params: { entry } }, (base) =>
          acceptChanges(base, resetEntry(base.changes, list, id)),
        );
      },
    };
  }, [store, write]);
};
