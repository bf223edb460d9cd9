import { useCallback, useMemo } from 'react';
import { catalogueRows, type CatalogueRow } from '#core/targets/catalogue-rows.ts';
import { planEntryChange, planEntryReset, type EntryIssue } from '#core/targets/check-entry.ts';
import {
  entryId,
  findEntry,
  type OwnChange,
  type ProfileEntry,
  type ProfileList,
} from '#core/targets/own-changes.ts';
import type { Result } from '#core/shared/result.ts';
import { today } from '#device-editor/device-lookup.ts';
import { useCommitWithToast, useQuietCommit, type Commit } from '#device-editor/use-device-commit.ts';
import { readSetting, settingChange, SETTINGS } from '#state/settings.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { entryIssueText, entryText } from '#texts/catalogue.ts';
import type { KnownChangeLabel } from '#texts/change-labels.ts';
import { useToast } from '#ui/toast.tsx';
import { entryBaseOf, useOwnChanges } from '../entry-base.ts';
import { editReason } from './edit-reason.ts';

/** The lines of one list of the chosen profile, as issued and as the school has it. */
export const useCatalogueRows = <List extends ProfileList>(list: List): readonly CatalogueRow<List>[] => {
  const issued = useAppState((state) => state.issuedProfile);
  const profile = useAppState((state) => state.profile);
  const leftOut = useAppState((state) => state.leftOutChanges);
  const changes = useOwnChanges();
  return useMemo(
    () => catalogueRows(issued, { profile, leftOut }, changes, list),
    [issued, profile, leftOut, changes, list],
  );
};

export type CatalogueActions<List extends ProfileList> = {
  /** Stores an entry that is there already, `detail` says what became different; answers in German why it does not. */
  readonly save: (entry: ProfileEntry<List>, detail?: string) => string | null;
  /** The same for a new entry. */
  readonly add: (entry: ProfileEntry<List>) => string | null;
  /** Takes an entry out of the comparison, an added one for good; a toast says why it does not. */
  readonly suspend: (id: string) => void;
  /** The entry is as issued again. */
  readonly reset: (id: string) => void;
};

/** What can be done with the entries of a list. Each is one undoable change; the functions stay the same ones. */
export const useCatalogueActions = <List extends ProfileList>(list: List): CatalogueActions<List> => {
  const store = useAppStore();
  const commitQuietly = useQuietCommit();
  const commitWithToast = useCommitWithToast();
  const { show } = useToast();
  const commit = useCallback(
    (
      by: Commit,
      label: KnownChangeLabel,
      planned: Result<readonly OwnChange[], EntryIssue>,
    ): string | null => {
      if (!planned.ok) return entryIssueText(planned.error);
      const { settings, issuedProfile } = store.getState();
      const all = readSetting(settings, SETTINGS.ownChanges);
      by(label, [
        settingChange(settings, SETTINGS.ownChanges, { ...all, [issuedProfile.id]: planned.value }),
      ]);
      return null;
    },
    [store],
  );
  return useMemo(() => {
    const nameOf = (id: string): string => {
      const { profile, issuedProfile } = store.getState();
      return (findEntry(profile, list, id) ?? findEntry(issuedProfile, list, id))?.name ?? id;
    };
    const put = (entry: ProfileEntry<List>, isNew: boolean, detail: string): string | null => {
      const id = entryId(entry);
      const what = entryText(list, isNew ? entry.name : nameOf(id));
      const wish = { list, id, own: entry, reason: editReason(), changedOn: today(), isNew };
      const planned = planEntryChange(entryBaseOf(store.getState()), wish);
      return isNew
        ? commit(commitWithToast, { code: 'catalogue-added', params: { what } }, planned)
        : commit(commitQuietly, { code: 'catalogue-changed', params: { what, detail } }, planned);
    };
    const orTell = (message: string | null): void => {
      if (message !== null) show({ text: message, kind: 'error' });
    };
    return {
      save: (entry, detail = '') => put(entry, false, detail),
      add: (entry) => put(entry, true, ''),
      suspend: (id) => {
        const what = entryText(list, nameOf(id));
        const wish = { list, id, own: null, reason: editReason(), changedOn: today() };
        const planned = planEntryChange(entryBaseOf(store.getState()), wish);
        orTell(commit(commitWithToast, { code: 'catalogue-suspended', params: { what } }, planned));
      },
      reset: (id) => {
        const what = entryText(list, nameOf(id));
        const planned = planEntryReset(entryBaseOf(store.getState()), list, id);
        orTell(commit(commitWithToast, { code: 'catalogue-reset', params: { what } }, planned));
      },
    };
  }, [store, list, commit, commitQuietly, commitWithToast, show]);
};
