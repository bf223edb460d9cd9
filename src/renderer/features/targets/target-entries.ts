import { isSameValue } from '#core/history/same-value.ts';
import type { OwnChange } from '#core/targets/own-changes.ts';
import type { Requirement, TargetProfile } from '#core/targets/target-profile.ts';
import type { TargetDrafts } from './drafts.ts';

export type TargetState = 'issued' | 'changed' | 'added' | 'suspended' | 'new';
export type RequirementChange = Extract<OwnChange, { readonly list: 'requirements' }>;

/** One target as the screen shows it. */
export type TargetEntry = {
  /** As it is in force; a suspended one as it was issued, a new one as it is drafted. */
  readonly requirement: Requirement;
  readonly state: TargetState;
  readonly issued: Requirement | null;
  readonly change: RequirementChange | null;
  readonly isUnsaved: boolean;
};

export const isRequirementChange = (change: OwnChange): change is RequirementChange =>
  change.list === 'requirements';

/**
 * All targets in the order of the profile: suspended ones at their place, then the school's own, then new ones.
 *
 * @param issued the profile without, `profile` with the school's changes
 */
export const targetEntries = (
  issued: TargetProfile,
  profile: TargetProfile,
  changes: readonly OwnChange[],
  drafts: TargetDrafts,
): readonly TargetEntry[] => {
  const inForce = new Map(profile.requirements.map((entry) => [entry.id, entry]));
  const own = new Map(changes.filter(isRequirementChange).map((change) => [change.id, change]));
  const entryOf = (
    requirement: Requirement,
    state: TargetState,
    issuedEntry: Requirement | null,
  ): TargetEntry => ({
    requirement,
    state,
    issued: issuedEntry,
    change: own.get(requirement.id) ?? null,
    isUnsaved: isUnsaved(requirement, drafts),
  });
  const known = issued.requirements.map((entry) => {
    const current = inForce.get(entry.id);
    if (current === undefined) return entryOf(entry, 'suspended', entry);
    return entryOf(current, current === entry ? 'issued' : 'changed', entry);
  });
  const issuedIds = new Set(issued.requirements.map(({ id }) => id));
  const added = profile.requirements
    .filter(({ id }) => !issuedIds.has(id))
    .map((entry) => entryOf(entry, 'added', null));
  const fresh = [...drafts]
    .filter(([id]) => !inForce.has(id) && !issuedIds.has(id))
    .map(([, { requirement }]) => ({ ...entryOf(requirement, 'new', null), isUnsaved: true }));
  return [...known, ...added, ...fresh];
};

const isUnsaved = (requirement: Requirement, drafts: TargetDrafts): boolean => {
  const draft = drafts.get(requirement.id);
  return draft !== undefined && (draft.text !== null || !isSameValue(draft.requirement, requirement));
};
