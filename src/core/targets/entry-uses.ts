import type { Inventory } from '../inventory/inventory.ts';
import type { ProfileList } from './own-changes.ts';
import type { TargetProfile } from './target-profile.ts';

/** What names an entry of a profile: other entries of it by name, rooms and devices of the school. */
export type EntryUse = {
  readonly by: 'requirements' | 'standards' | 'checks' | 'figures' | 'programmes' | 'rooms' | 'devices';
  /** Names of entries, numbers of rooms; of devices only how many there are. */
  readonly names: readonly string[];
  readonly count: number;
};

/** Everything that needs the entry and would lose its sense without it; empty = it can go. */
export const usesOf = (
  profile: TargetProfile,
  inventory: Inventory,
  list: ProfileList,
  id: string,
): readonly EntryUse[] => {
  const { requirements, standards, checks, figures, programmes } = profile;
  switch (list) {
    case 'categories':
      return present([
        named(
          'requirements',
          requirements.filter(({ categories, waivedBy }) => categories.includes(id) || waivedBy.includes(id)),
        ),
        named(
          'checks',
          checks.filter(
            (check) => check.kind === 'room-count' && check.orUnits?.categories.includes(id) === true,
          ),
        ),
        named(
          'figures',
          figures.filter((figure) => figure.kind === 'units-per' && figure.categories.includes(id)),
        ),
        named(
          'programmes',
          programmes.filter(({ categories }) => categories.includes(id)),
        ),
        {
          by: 'devices',
          names: [],
          count: inventory.devices.filter(({ categoryId }) => categoryId === id).length,
        },
      ]);
    case 'roomTypes':
      return present([
        {
          by: 'rooms',
          ...counted(
            inventory.rooms
              .filter(({ roomTypes }) => roomTypes.includes(id))
              .map(({ roomNumber }) => roomNumber),
          ),
        },
        named(
          'requirements',
          requirements.filter(
            ({ appliesTo }) => appliesTo.kind === 'rooms' && appliesTo.roomTypes.includes(id),
          ),
        ),
        named(
          'standards',
          standards.filter(({ roomTypes }) => roomTypes.includes(id)),
        ),
        named(
          'checks',
          checks.filter((check) => check.kind !== 'bandwidth' && check.roomTypes.includes(id)),
        ),
      ]);
    case 'stages':
      return present([
        named(
          'requirements',
          requirements.filter(({ stage }) => String(stage) === id),
        ),
        named(
          'checks',
          checks.filter(({ stage }) => String(stage) === id),
        ),
      ]);
    case 'groups':
      return present([
        named(
          'requirements',
          requirements.filter(({ group }) => group === id),
        ),
        named(
          'standards',
          standards.filter(({ parts }) => parts.some(({ group }) => group === id)),
        ),
      ]);
    case 'requirements':
      return present([
        named(
          'requirements',
          requirements.filter(({ quantity }) => quantity.kind === 'dependent' && quantity.of.includes(id)),
        ),
        named(
          'standards',
          standards.filter(({ parts }) => parts.some(({ replaceableBy }) => replaceableBy === id)),
        ),
      ]);
    default:
      return [];
  }
};

const present = (uses: readonly EntryUse[]): readonly EntryUse[] => uses.filter(({ count }) => count > 0);

/** The same name several times (one per stage) is told once. */
const named = (by: EntryUse['by'], entries: readonly { readonly name: string }[]): EntryUse => ({
  by,
  ...counted(entries.map(({ name }) => name)),
});

const counted = (names: readonly string[]): Pick<EntryUse, 'names' | 'count'> => ({
  names: [...new Set(names)],
  count: names.length,
});
