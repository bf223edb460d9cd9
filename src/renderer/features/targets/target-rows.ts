import { PRIORITIES, type Requirement, type TargetProfile } from '#core/targets/target-profile.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import type { TargetEntry } from './target-entries.ts';

export const GROUPINGS = ['roomType', 'category', 'priority'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type TargetRow =
  | { readonly kind: 'group'; readonly key: string; readonly name: string; readonly count: number }
  | { readonly kind: 'target'; readonly key: string; readonly entry: TargetEntry };

/** The group of the targets that hold once for the school; no room type has this id. */
const SCHOOL = ' school';

/**
 * The lines of the list: groups in the order of the profile, the whole school last, empty groups left out. By room type a
 * target stands under each of its types.
 */
export const targetRows = (
  entries: readonly TargetEntry[],
  profile: TargetProfile,
  grouping: Grouping,
  collapsed: ReadonlySet<string>,
  schoolName: string,
): readonly TargetRow[] => {
  const groups: readonly { readonly id: string; readonly name: string }[] =
    grouping === 'roomType'
      ? [...profile.roomTypes, { id: SCHOOL, name: schoolName }]
      : grouping === 'category'
        ? profile.categories
        : PRIORITIES.map((id) => ({ id, name: PRIORITY_LABELS[id] }));
  const members = new Map<string, TargetEntry[]>();
  for (const entry of entries)
    for (const key of keysOf(entry.requirement, grouping)) {
      const list = members.get(key);
      if (list === undefined) members.set(key, [entry]);
      else list.push(entry);
    }
  return groups.flatMap(({ id, name }): readonly TargetRow[] => {
    const list = members.get(id) ?? [];
    if (list.length === 0) return [];
    const key = groupKey(grouping, id);
    const head: TargetRow = { kind: 'group', key, name, count: list.length };
    return collapsed.has(key)
      ? [head]
      : [
          head,
          ...list.map((entry): TargetRow => ({
            kind: 'target',
            key: `${key} ${entry.requirement.id}`,
            entry,
          })),
        ];
  });
};

const groupKey = (grouping: Grouping, id: string): string => `${grouping} ${id}`;

const keysOf = ({ appliesTo, categories, priority }: Requirement, grouping: Grouping): readonly string[] => {
  if (grouping === 'priority') return [priority];
  if (grouping === 'category') return categories.slice(0, 1);
  return appliesTo.kind === 'school' ? [SCHOOL] : appliesTo.roomTypes;
};

/** Whether each typed word stands in the name, the id, or the name of a category. */
export const searchEntries = (
  entries: readonly TargetEntry[],
  profile: TargetProfile,
  search: string,
): readonly TargetEntry[] => {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return entries;
  const names = new Map(profile.categories.map(({ id, name }) => [id, name]));
  return entries.filter(({ requirement: { id, name, categories } }) => {
    const text = [id, name, ...categories.map((category) => names.get(category) ?? category)]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
