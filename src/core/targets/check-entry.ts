import { isSameValue } from '../history/same-value.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { usesOf, type EntryUse } from './entry-uses.ts';
import {
  changeEntry,
  entryId,
  findEntry,
  resetEntry,
  withOwnChanges,
  type ChangedProfile,
  type OwnChange,
  type ProfileEntry,
  type ProfileList,
} from './own-changes.ts';
import { ownChangeSchema, type ProfileIssue } from './parse-profile.ts';
import { PROFILE_LIMITS } from './profile-limits.ts';
import type { Stage, TargetProfile } from './target-profile.ts';

/**
 * Smallest and greatest sensible value of the numbers that a school may type; years, cents, shares 0–1, percent, counts.
 * Never wider than what a profile may hold (`PROFILE_LIMITS`), narrower where a slip is likelier than a plan.
 */
export const ENTRY_RANGES = {
  serviceLifeYears: [1, PROFILE_LIMITS.years],
  guidePriceCents: [0, PROFILE_LIMITS.priceCents],
  piecesPerUnit: [1, 1000],
  stage: [1, 99],
  dueYear: [2000, PROFILE_LIMITS.lastYear],
  fromYear: [2000, PROFILE_LIMITS.lastYear],
  untilYear: [2000, PROFILE_LIMITS.lastYear],
  maxPerSchoolCents: [0, PROFILE_LIMITS.programmeCents],
  maxPercentOfAuthority: [0, 100],
  earmarkYears: [1, PROFILE_LIMITS.years],
  atLeast: [0, 100_000],
  wanted: [0, 1],
  classesPerRoom: [1, 1000],
  value: [0, 1_000_000],
  divide: [1, PROFILE_LIMITS.ratio],
  cents: [0, PROFILE_LIMITS.priceCents],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type RangedField = keyof typeof ENTRY_RANGES;

/** Texts and lists that must not be empty. */
const NEEDED = ['name', 'shortName', 'categories', 'roomTypes', 'parts', 'basis'] as const;
export type NeededField = (typeof NEEDED)[number];

/** Why a change of the school is not stored. */
export type EntryIssue =
  | { readonly code: 'MISSING'; readonly field: NeededField }
  | { readonly code: 'NAME_DOUBLED'; readonly name: string }
  | { readonly code: 'OUT_OF_RANGE'; readonly field: RangedField; readonly min: number; readonly max: number }
  | { readonly code: 'STAGE_DOUBLED'; readonly stage: number }
  | { readonly code: 'YEARS_NOT_ASCENDING'; readonly isAfter: boolean; readonly other: Stage }
  | { readonly code: 'YEARS_REVERSED'; readonly fromYear: number; readonly untilYear: number }
  | { readonly code: 'LAST_STAGE' }
  | { readonly code: 'IN_USE'; readonly uses: readonly EntryUse[] }
  /** It fits no profile at all: a text that is too long, a number with decimals. */
  | { readonly code: 'STRUCTURE' }
  | { readonly code: 'CONTRADICTION'; readonly issue: ProfileIssue };

/** What a change is checked against. */
export type EntryBase = ChangedProfile & {
  /** Without the school's changes. */
  readonly issued: TargetProfile;
  readonly changes: readonly OwnChange[];
  readonly inventory: Inventory;
};

export type EntryWish = Pick<OwnChange, 'list' | 'id' | 'own' | 'reason' | 'changedOn'> & {
  /** The id must not be there yet. */
  readonly isNew?: boolean;
};

/** The school's changes after one more (`own: null` suspends the entry), or what stands against it; nothing is stored. */
export const planEntryChange = (
  base: EntryBase,
  { isNew = false, ...wish }: EntryWish,
): Result<readonly OwnChange[], EntryIssue> => {
  const current = findEntry(base.profile, wish.list, wish.id) ?? null;
  const issue =
    wish.own === null
      ? issueOfRemoval(base, wish.list, wish.id)
      : issueOfEntry(base.profile, wish.list, isNew, current, wish.own);
  if (issue !== null) return failed(issue);
  return acceptChanges(base, changeEntry(base.issued, base.changes, wish));
};

/** The school's changes without the one of this entry, or what stands against it: something of the school may need it. */
export const planEntryReset = (
  base: EntryBase,
  list: ProfileList,
  id: string,
): Result<readonly OwnChange[], EntryIssue> => {
  const issued = findEntry(base.issued, list, id);
  const issue =
    issued === undefined
      ? issueOfRemoval(base, list, id)
      : clashWithOthers(base.profile, list, findEntry(base.profile, list, id) ?? null, issued);
  return issue === null ? acceptChanges(base, resetEntry(base.changes, list, id)) : failed(issue);
};

/**
 * The changes, if they can be stored: what does not fit the schema would be dropped when it is read, and a change that the
 * profile would leave out must not be stored, nor one for which another of the school would be left out.
 *
 * @param changes the school's after some step; those that are the same object as before are not checked again
 */
export const acceptChanges = (
  base: EntryBase,
  changes: readonly OwnChange[],
): Result<readonly OwnChange[], EntryIssue> => {
  const stored = new Set(base.changes);
  const isUnfit = changes.some((change) => !stored.has(change) && !ownChangeSchema.safeParse(change).success);
  if (isUnfit) return failed({ code: 'STRUCTURE' });
  const before = new Set(base.leftOut.map(({ change }) => change));
  const added = withOwnChanges(base.issued, changes).leftOut.find(({ change }) => !before.has(change));
  return added === undefined ? ok(changes) : failed({ code: 'CONTRADICTION', issue: added.issue });
};

const issueOfRemoval = (base: EntryBase, list: ProfileList, id: string): EntryIssue | null => {
  if (list === 'stages' && base.profile.stages.length === 1) return { code: 'LAST_STAGE' };
  const uses = usesOf(base.profile, base.inventory, list, id);
  return uses.length === 0 ? null : { code: 'IN_USE', uses };
};

const fieldsOf = (entry: ProfileEntry | null): Readonly<Record<string, unknown>> => ({ ...entry });

/** Whether a field says something else than before. What a stranger's profile brought along must not stop the rest. */
const touches =
  (current: ProfileEntry | null, own: ProfileEntry) =>
  (field: string): boolean =>
    field in own && !isSameValue(fieldsOf(current)[field] ?? null, fieldsOf(own)[field]);

const issueOfEntry = (
  profile: TargetProfile,
  list: ProfileList,
  isNew: boolean,
  current: ProfileEntry | null,
  own: ProfileEntry,
): EntryIssue | null => {
  if (isNew && current !== null && list === 'stages')
    return { code: 'STAGE_DOUBLED', stage: Number(entryId(own)) };
  const isTouched = touches(current, own);
  const after = fieldsOf(own);
  for (const field of NEEDED)
    if (isTouched(field) && isEmpty(after[field])) return { code: 'MISSING', field };
  for (const [field, [min, max]] of Object.entries(ENTRY_RANGES)) {
    const value = after[field];
    if (typeof value === 'number' && isTouched(field) && !(value >= min && value <= max))
      return { code: 'OUT_OF_RANGE', field: field as RangedField, min, max };
  }
  if ('untilYear' in own && own.fromYear !== null && own.untilYear !== null && own.fromYear > own.untilYear)
    return { code: 'YEARS_REVERSED', fromYear: own.fromYear, untilYear: own.untilYear };
  return clashWithOthers(profile, list, current, own);
};

/** What is right in itself, but not beside the other entries of the list. */
const clashWithOthers = (
  profile: TargetProfile,
  list: ProfileList,
  current: ProfileEntry | null,
  own: ProfileEntry,
): EntryIssue | null => {
  const isTouched = touches(current, own);
  if (isTouched('name') && isNameTaken(profile, list, own)) return { code: 'NAME_DOUBLED', name: own.name };
  if (list === 'stages' && isTouched('dueYear')) return issueOfYear(profile.stages, own as Stage);
  return null;
};

const isEmpty = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

/** Where people choose by name, a name twice is a trap. Checks of one ladder and targets of one group share theirs. */
const NAMED_ONCE: ReadonlySet<ProfileList> = new Set(['categories', 'roomTypes', 'stages', 'programmes']);

const isNameTaken = (profile: TargetProfile, list: ProfileList, own: ProfileEntry): boolean => {
  if (!NAMED_ONCE.has(list)) return false;
  const wanted = own.name.trim().toLowerCase();
  return profile[list].some(
    (entry) => entryId(entry) !== entryId(own) && entry.name.trim().toLowerCase() === wanted,
  );
};

/** A later stage is due later: the stage of a Stichtag is found by the years. */
const issueOfYear = (stages: readonly Stage[], own: Stage): EntryIssue | null => {
  const earlier = stages.findLast(({ stage, dueYear }) => stage < own.stage && dueYear >= own.dueYear);
  if (earlier !== undefined) return { code: 'YEARS_NOT_ASCENDING', isAfter: true, other: earlier };
  const later = stages.find(({ stage, dueYear }) => stage > own.stage && dueYear <= own.dueYear);
  return later === undefined ? null : { code: 'YEARS_NOT_ASCENDING', isAfter: false, other: later };
};
