import type { IsoDate } from '#core/shared/iso-date.ts';
import type { Result } from '#core/shared/result.ts';
import {
  acceptChanges,
  planEntryChange,
  planEntryReset,
  type EntryBase,
  type EntryIssue,
} from '#core/targets/check-entry.ts';
import { changeEntry, resetEntry, type OwnChange } from '#core/targets/own-changes.ts';
import type { Requirement, RequirementGroup, TargetProfile } from '#core/targets/target-profile.ts';

/** At most so many letters fit into the head of a column. */
const SHORT_NAME = 12;

/** The column that a target of the school brings along, when it stands in none of the profile's: it has the target's id. */
export const ownGroup = ({ id, name }: Requirement): RequirementGroup => ({
  id,
  name,
  shortName: name.slice(0, SHORT_NAME).trim(),
});

type Note = { readonly reason: string; readonly changedOn: IsoDate };

/**
 * The school's changes with this target as it is wanted, and with the column that it needs.
 *
 * @param issued the profile without the school's changes
 */
export const withTarget = (
  issued: TargetProfile,
  changes: readonly OwnChange[],
  requirement: Requirement,
  note: Note,
): readonly OwnChange[] => {
  const before = withoutOwnGroup(changes, requirement.id);
  const withGroup =
    requirement.group === requirement.id && !issued.groups.some(({ id }) => id === requirement.group)
      ? changeEntry(issued, before, {
          list: 'groups',
          id: requirement.group,
          own: ownGroup(requirement),
          ...note,
        })
      : before;
  return changeEntry(issued, withGroup, {
    list: 'requirements',
    id: requirement.id,
    own: requirement,
    ...note,
  });
};

/** The school's changes with this target out of force; one of the school's own is forgotten. */
export const withoutTarget = (
  issued: TargetProfile,
  changes: readonly OwnChange[],
  id: string,
  note: Note,
): readonly OwnChange[] =>
  changeEntry(issued, withoutOwnGroup(changes, id), { list: 'requirements', id, own: null, ...note });

/** The school's changes without the one of this target: it is as issued again. */
export const withTargetAsIssued = (changes: readonly OwnChange[], id: string): readonly OwnChange[] =>
  resetEntry(withoutOwnGroup(changes, id), 'requirements', id);

/** The changes after a step, or what stands against it: nothing is stored that would be lost or left out afterwards. */
type Planned = Result<readonly OwnChange[], EntryIssue>;

export const planTarget = (base: EntryBase, requirement: Requirement, note: Note): Planned =>
  acceptChanges(base, withTarget(base.issued, base.changes, requirement, note));

export const planWithoutTarget = (base: EntryBase, id: string, note: Note): Planned => {
  const planned = planEntryChange(base, { list: 'requirements', id, own: null, ...note });
  return planned.ok ? acceptChanges(base, withoutTarget(base.issued, base.changes, id, note)) : planned;
};

export const planTargetAsIssued = (base: EntryBase, id: string): Planned => {
  const planned = planEntryReset(base, 'requirements', id);
  return planned.ok ? acceptChanges(base, withTargetAsIssued(base.changes, id)) : planned;
};

/** A column goes with its target, unless another target has moved into it. */
const withoutOwnGroup = (changes: readonly OwnChange[], id: string): readonly OwnChange[] =>
  changes.some(
    (change) =>
      change.list === 'requirements' && change.id !== id && change.own !== null && change.own.group === id,
  )
    ? changes
    : changes.filter((change) => change.list !== 'groups' || change.id !== id || change.issued !== null);

/** An id that neither the profile nor a change has: `S-1`, `S-2`, … */
export const newTargetId = (
  issued: TargetProfile,
  changes: readonly OwnChange[],
  drafts: Iterable<string>,
): string => {
  const taken = new Set([
    ...issued.requirements.map(({ id }) => id),
    ...issued.groups.map(({ id }) => id),
    ...changes.map(({ id }) => id),
    ...drafts,
  ]);
  let number = 1;
  while (taken.has(`S-${number}`)) number += 1;
  return `S-${number}`;
};

/** What a new target starts from: one unit of the first category in every room of the first type, in a column of its own. */
export const newTarget = (id: string, profile: TargetProfile): Requirement => ({
  id,
  name: '',
  categories: profile.categories.slice(0, 1).map((category) => category.id),
  appliesTo:
    profile.roomTypes.length === 0
      ? { kind: 'school' }
      : { kind: 'rooms', roomTypes: profile.roomTypes.slice(0, 1).map((type) => type.id) },
  schoolTypes: null,
  quantity: { kind: 'fixed', units: 1 },
  priority: 'should',
  stage: profile.stages[0]?.stage ?? 1,
  dueYear: null,
  ladder: null,
  group: id,
  waivedBy: [],
  coveredBy: null,
  basis: '',
  origin: 'school',
});
