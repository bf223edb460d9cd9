import { OUTSIDE_CATEGORY, ownCategories } from '#core/import/dictionary/own-categories.ts';
import type { CategoryId } from '#core/shared/ids.ts';
import type { DeviceCategory, TargetProfile } from '#core/targets/target-profile.ts';
import { derivedOnce } from '#state/derived.ts';
import { useAppState } from '#state/use-app-state.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import type { Option } from '#ui/field.tsx';

const GROUPS = IMPORT_TEXTS.values.groups;

const all = derivedOnce((profile: TargetProfile): readonly DeviceCategory[] => {
  const known = new Set(profile.categories.map(({ id }) => id));
  return [...profile.categories, ...ownCategories().filter(({ id }) => !known.has(id))];
});

const namesById = derivedOnce(
  (profile: TargetProfile): ReadonlyMap<CategoryId, string> =>
    new Map(all(profile).map(({ id, name }) => [id, name])),
);

const options = derivedOnce((profile: TargetProfile): readonly Option[] => {
  const own = new Set(ownCategories().map(({ id }) => id));
  const groupOf = (id: CategoryId): string =>
    id === OUTSIDE_CATEGORY ? GROUPS.outside : own.has(id) ? GROUPS.own : GROUPS.profile;
  const order = [GROUPS.profile, GROUPS.own, GROUPS.outside] as const;
  return order.flatMap((group) =>
    all(profile)
      .filter(({ id }) => groupOf(id) === group)
      .map(({ id, name }) => ({ value: id, label: name, group })),
  );
});

/** Every category that a device may get: those of the profile, the school's own, and outside of the equipment. */
export const useCategoryOptions = (): readonly Option[] => useAppState(({ profile }) => options(profile));
export const useCategoryNames = (): ReadonlyMap<CategoryId, string> =>
  useAppState(({ profile }) => namesById(profile));
