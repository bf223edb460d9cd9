import { profileKey } from '#core/history/change-set.ts';
import { withOwnCategories } from '#core/import/dictionary/own-categories.ts';
import { withOwnChanges } from '#core/targets/own-changes.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import type { AppState } from './app-state.ts';
import { ownChangesOf, readSetting, SETTINGS } from './settings.ts';

/**
 * Any of the known profiles as it would be compared with, were it the chosen one: with the school's own categories and
 * changes. null where no profile has this key.
 */
export const profileOfKey = (
  { profile, profiles, settings }: Pick<AppState, 'profile' | 'profiles' | 'settings'>,
  key: string,
): TargetProfile | null => {
  if (profileKey(profile) === key) return profile;
  const found = profiles.find((entry) => profileKey(entry) === key);
  if (found === undefined) return null;
  const issued = withOwnCategories(found, readSetting(settings, SETTINGS.ownCategories));
  return withOwnChanges(issued, ownChangesOf(settings, found.id)).profile;
};
