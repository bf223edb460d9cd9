import type { CategoryId } from '../../shared/ids.ts';
import type { CategoryKind, DeviceCategory, TargetProfile } from '../../targets/target-profile.ts';
import entries from './own-categories.json';

/** What is no IT equipment at all: kept apart, never compared. */
export const OUTSIDE_CATEGORY: CategoryId = 'AUSSERHALB';

type Entry = {
  readonly id: CategoryId;
  readonly name: string;
  readonly shortName: string;
  readonly kind: CategoryKind;
  readonly serviceLifeYears: number;
};

const OWN: ReadonlyMap<CategoryId, DeviceCategory> = new Map(
  (entries as readonly Entry[]).map((entry) => [
    entry.id,
    {
      ...entry,
      guidePriceCents: 0,
      minimumFeatures: null,
      movable: true,
      piecesPerUnit: null,
      basis: '–',
      origin: 'school',
    },
  ]),
);

/** IT equipment that schools keep and no plan asks for, such as monitors: a category of the school's own; undefined = none of these. */
export const ownCategory = (id: CategoryId): DeviceCategory | undefined => OWN.get(id);
export const ownCategories = (): readonly DeviceCategory[] => [...OWN.values()];

/** The profile with the school's own categories behind its own; the same object where there are none. */
export const withOwnCategories = (profile: TargetProfile, own: readonly DeviceCategory[]): TargetProfile => {
  const known = new Set(profile.categories.map(({ id }) => id));
  const added = own.filter(({ id }) => !known.has(id));
  return added.length === 0 ? profile : { ...profile, categories: [...profile.categories, ...added] };
};
