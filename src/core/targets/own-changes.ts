import { isSameValue } from '../history/same-value.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { findContradictions, type ProfileIssue } from './parse-profile.ts';
import type { TargetProfile } from './target-profile.ts';

/** The lists of a profile that a school may change, each entry by its id (a stage by its number). */
export const PROFILE_LISTS = [
  'stages',
  'categories',
  'roomTypes',
  'groups',
  'requirements',
  'standards',
  'checks',
  'figures',
  'programmes',
] as const;
export type ProfileList = (typeof PROFILE_LISTS)[number];
export type ProfileEntry<List extends ProfileList = ProfileList> = TargetProfile[List][number];

/**
 * One change that the school made to an issued profile. It is kept beside the profile, never in it: so it can be reset,
 * told apart, and carried over to the next edition.
 */
export type OwnChange = {
  readonly [List in ProfileList]: {
    readonly list: List;
    /** `entryId` of the entry. */
    readonly id: string;
    /** The entry as it was issued when it was changed; null = added by the school. */
    readonly issued: ProfileEntry<List> | null;
    /** The entry as the school wants it; null = suspended ("ausgesetzt"). */
    readonly own: ProfileEntry<List> | null;
    readonly reason: string;
    readonly changedOn: IsoDate;
  };
}[ProfileList];

/** By what an entry is found in its list: its id, of a stage its number. */
export const entryId = (entry: ProfileEntry): string => ('id' in entry ? entry.id : String(entry.stage));

export const findEntry = <List extends ProfileList>(
  profile: TargetProfile,
  list: List,
  id: string,
): ProfileEntry<List> | undefined =>
  (profile[list] as readonly ProfileEntry<List>[]).find((entry) => entryId(entry) === id);

/** The profile with the school's changes laid over it, and those of them that do not fit it. */
export type ChangedProfile = {
  readonly profile: TargetProfile;
  /** Left out because the profile could not be compared with otherwise, each with what stands against it. */
  readonly leftOut: readonly { readonly change: OwnChange; readonly issue: ProfileIssue }[];
};

/**
 * Lays the school's changes over a profile: a changed entry takes the place of the issued one and has the origin
 * `school`, a suspended one goes, an added one stands last. The same object where there are no changes.
 *
 * The result can always be compared with: a change that contradicts the profile (it names a category that a newer
 * edition no longer has) is left out and named.
 */
export const withOwnChanges = (issued: TargetProfile, changes: readonly OwnChange[]): ChangedProfile => {
  if (changes.length === 0) return { profile: issued, leftOut: [] };
  const leftOut: { change: OwnChange; issue: ProfileIssue }[] = [];
  let used = changes;
  let inherent: ReadonlySet<string> | null = null;
  for (;;) {
    const profile = layOver(issued, used);
    const found = findContradictions(profile);
    if (found.length === 0) return { profile, leftOut };
    // A profile that contradicts itself without any change of the school is not ours to mend.
    inherent ??= new Set(findContradictions(issued).map(issueKey));
    const known = inherent;
    const culprit = culpritOf(
      used,
      found.filter((issue) => !known.has(issueKey(issue))),
    );
    if (culprit === null) return { profile, leftOut };
    leftOut.push(culprit);
    used = used.filter((change) => change !== culprit.change);
  }
};

const issueKey = ({ code, path, detail }: ProfileIssue): string => [code, ...path, detail].join('\n');

const layOver = (issued: TargetProfile, changes: readonly OwnChange[]): TargetProfile => {
  const profile: Record<string, unknown> = { ...issued };
  for (const list of PROFILE_LISTS) {
    const ofList = new Map(
      changes.filter((change) => change.list === list).map((change) => [change.id, change]),
    );
    if (ofList.size === 0) continue;
    const entries: ProfileEntry[] = [];
    for (const entry of issued[list]) {
      const change = ofList.get(entryId(entry));
      if (change === undefined) entries.push(entry);
      else if (change.own !== null) entries.push(asOwn(change.own));
      ofList.delete(entryId(entry));
    }
    for (const { own } of ofList.values()) if (own !== null) entries.push(asOwn(own));
    profile[list] =
      list === 'stages'
        ? (entries as TargetProfile['stages'][number][]).toSorted((a, b) => a.stage - b.stage)
        : entries;
  }
  return profile as TargetProfile;
};

const asOwn = (entry: ProfileEntry): ProfileEntry =>
  'origin' in entry && entry.origin !== 'school' ? { ...entry, origin: 'school' } : entry;

/** The change that an issue is about; else the last one that takes something away or was made at all. */
const culpritOf = (
  changes: readonly OwnChange[],
  issues: readonly ProfileIssue[],
): ChangedProfile['leftOut'][number] | null => {
  for (const issue of issues) {
    const [list, id] = issue.path;
    const change =
      changes.find((known) => known.list === list && (id === undefined || known.id === id)) ??
      changes.find((known) => known.own === null && known.id === issue.detail);
    if (change !== undefined) return { change, issue };
  }
  const [issue] = issues;
  const last = changes.at(-1);
  return issue === undefined || last === undefined ? null : { change: last, issue };
};

/**
 * The changes after one more: the entry of a list becomes `own` (null = suspended). What is as issued again needs no
 * change any more; an added entry that is suspended goes.
 *
 * @param issued the profile without the school's changes
 */
export const changeEntry = (
  issued: TargetProfile,
  changes: readonly OwnChange[],
  wish: Pick<OwnChange, 'list' | 'id' | 'own' | 'reason' | 'changedOn'>,
): readonly OwnChange[] => {
  const others = resetEntry(changes, wish.list, wish.id);
  const known = findEntry(issued, wish.list, wish.id) ?? null;
  if (known === null && wish.own === null) return others;
  if (known !== null && wish.own !== null && isSameButOrigin(known, wish.own)) return others;
  // List and entry of a wish belong together: both come from one form.
  return [...others, { ...wish, issued: known } as OwnChange];
};

/** The changes without the one of this entry: it is as issued again. */
export const resetEntry = (
  changes: readonly OwnChange[],
  list: ProfileList,
  id: string,
): readonly OwnChange[] => changes.filter((change) => change.list !== list || change.id !== id);

const isSameButOrigin = (left: ProfileEntry, right: ProfileEntry): boolean =>
  isSameValue({ ...left, origin: null }, { ...right, origin: null });
