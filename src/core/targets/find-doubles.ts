import type { ProfileEntry, ProfileList } from './own-changes.ts';
import type { TargetProfile } from './target-profile.ts';

/** What one entry of a profile names twice, where once is meant: `path` from the list on, by id. */
export type DoubledName = { readonly path: readonly string[]; readonly name: string };

/** One list of names in an entry; what stands in several of the same `at` counts as one list. */
type Names = { readonly at: string; readonly path: readonly string[]; readonly names: readonly string[] };

/**
 * Ids, grades and school types that an entry names twice: pupils would count twice, a target twice as a base. The lists
 * that are searched are those of `namesIn`.
 *
 * @returns in the order of the profile; a name that stands there three times is given twice
 */
export const findDoubles = (profile: TargetProfile): readonly DoubledName[] =>
  LISTS.flatMap((list) =>
    (profile[list] as readonly (ProfileEntry & { readonly id: string })[]).flatMap((entry) => {
      const seen = new Set<string>();
      return namesIn(entry).flatMap(({ at, path, names }) =>
        names.flatMap((name) => {
          const key = `${at}\n${name}`;
          if (!seen.has(key)) {
            seen.add(key);
            return [];
          }
          return [{ path: [list, entry.id, ...path], name }];
        }),
      );
    }),
  );

const LISTS = [
  'requirements',
  'standards',
  'checks',
  'figures',
  'programmes',
] as const satisfies readonly ProfileList[];

const namesIn = (entry: ProfileEntry): readonly Names[] => {
  const lists: Names[] = [];
  const add = (path: readonly string[], names: readonly string[] | null, at = path.join('.')): void => {
    if (names !== null && names.length > 0) lists.push({ at, path, names });
  };
  if ('categories' in entry) add(['categories'], entry.categories);
  if ('roomTypes' in entry) add(['roomTypes'], entry.roomTypes);
  if ('schoolTypes' in entry) add(['schoolTypes'], entry.schoolTypes);
  if ('waivedBy' in entry) add(['waivedBy'], entry.waivedBy);
  if ('appliesTo' in entry && entry.appliesTo.kind === 'rooms')
    add(['appliesTo', 'roomTypes'], entry.appliesTo.roomTypes);
  if ('quantity' in entry && entry.quantity.kind === 'dependent') add(['quantity', 'of'], entry.quantity.of);
  if ('quantity' in entry && entry.quantity.kind === 'per-pupils')
    // A grade of two terms counts twice as well: they are added.
    entry.quantity.terms.forEach(({ grades }, index) =>
      add(['quantity', 'terms', String(index), 'grades'], grades, 'grades'),
    );
  if ('orUnits' in entry) add(['orUnits', 'categories'], entry.orUnits?.categories ?? null);
  return lists;
};
