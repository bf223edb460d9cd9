import { isSameValue } from '../history/same-value.ts';
import { entryId, PROFILE_LISTS, type ProfileEntry, type ProfileList } from './own-changes.ts';
import type { TargetProfile } from './target-profile.ts';

export type FieldDifference = {
  /** Name of the field in the data. */
  readonly field: string;
  /** undefined = the entry has no such field. */
  readonly before: unknown;
  readonly after: unknown;
};

/** One entry that is not the same in both editions. */
export type EntryDifference = {
  readonly list: ProfileList;
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** null = added. */
  readonly before: ProfileEntry | null;
  /** null = removed. */
  readonly after: ProfileEntry | null;
  /** Only of what was changed. */
  readonly fields: readonly FieldDifference[];
};

export type EditionDifference = {
  /** What differs in the facts about the profile itself. */
  readonly facts: readonly FieldDifference[];
  /** By list, in the order of the later edition; removed entries stand behind. */
  readonly entries: readonly EntryDifference[];
  /** Lists that hold their common entries in another order. */
  readonly reordered: readonly ProfileList[];
};

const FACTS = ['id', 'edition', 'title', 'note', 'issuedOn', 'origin'] as const;

/** Everything in which two profiles differ, entry by entry and field by field. Nothing = they compare alike. */
export const compareEditions = (before: TargetProfile, after: TargetProfile): EditionDifference => ({
  facts: FACTS.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  ),
  entries: PROFILE_LISTS.flatMap((list) => compareLists(list, before[list], after[list])),
  reordered: PROFILE_LISTS.filter((list) => isReordered(before[list], after[list])),
});

const byId = (entries: readonly ProfileEntry[]): ReadonlyMap<string, ProfileEntry> =>
  new Map(entries.map((entry) => [entryId(entry), entry]));

const compareLists = (
  list: ProfileList,
  before: readonly ProfileEntry[],
  after: readonly ProfileEntry[],
): readonly EntryDifference[] => {
  const left = byId(before);
  const right = byId(after);
  const known = after.flatMap((entry): readonly EntryDifference[] => {
    const id = entryId(entry);
    const old = left.get(id) ?? null;
    if (old === null) return [{ list, id, kind: 'added', before: null, after: entry, fields: [] }];
    const fields = compareFields(old, entry);
    return fields.length === 0 ? [] : [{ list, id, kind: 'changed', before: old, after: entry, fields }];
  });
  const removed = before.flatMap((entry): readonly EntryDifference[] => {
    const id = entryId(entry);
    return right.has(id) ? [] : [{ list, id, kind: 'removed', before: entry, after: null, fields: [] }];
  });
  return [...known, ...removed];
};

/** The fields in which two entries differ, in the order of the first. */
export const compareFields = (before: object, after: object): readonly FieldDifference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const left: unknown = Reflect.get(before, field);
    const right: unknown = Reflect.get(after, field);
    return isSameValue(left, right) ? [] : [{ field, before: left, after: right }];
  });

const isReordered = (before: readonly ProfileEntry[], after: readonly ProfileEntry[]): boolean => {
  const left = byId(before);
  const right = byId(after);
  const common = before.map(entryId).filter((id) => right.has(id));
  return !isSameValue(
    common,
    after.map(entryId).filter((id) => left.has(id)),
  );
};
