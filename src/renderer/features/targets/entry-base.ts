import type { EntryBase } from '#core/targets/check-entry.ts';
import type { OwnChange } from '#core/targets/own-changes.ts';
import type { AppState } from '#state/app-state.ts';
import { ownChangesOf } from '#state/settings.ts';
import { useAppState } from '#state/use-app-state.ts';

/** The school's changes to the profile that is compared with. */
export const useOwnChanges = (): readonly OwnChange[] =>
  useAppState((state) => ownChangesOf(state.settings, state.issuedProfile.id));

/** What a change to that profile is checked against. */
export const entryBaseOf = (state: AppState): EntryBase => ({
  issued: state.issuedProfile,
  profile: state.profile,
  leftOut: state.leftOutChanges,
  changes: ownChangesOf(state.settings, state.issuedProfile.id),
  inventory: state.inventory,
});
