import { isSameValue } from '../history/same-value.ts';
import { findEntry, withOwnChanges, type OwnChange, type ProfileEntry } from './own-changes.ts';
import type { ProfileIssue } from './parse-profile.ts';
import type { TargetProfile } from './target-profile.ts';

/** A field that the new edition and the school both changed, differently. */
export type FieldConflict = {
  readonly field: string;
  readonly issued: unknown;
  readonly next: unknown;
  readonly own: unknown;
};

export type RebaseConflict = {
  readonly kind: 'conflict';
  /** As the school made it. */
  readonly change: OwnChange;
  /**
   * `same-field`: both changed the same field. `removed`: the new edition no longer has the entry. `also-added`: both added
   * an entry of this id. `contradicts`: with it the new edition could not be compared with.
   */
  readonly reason: 'same-field' | 'removed' | 'also-added' | 'contradicts';
  /** The entry of the new edition; null = it has none. */
  readonly next: ProfileEntry | null;
  readonly fields: readonly FieldConflict[];
  /** Only of `contradicts`. */
  readonly issue: ProfileIssue | null;
  /** What stands when the own is kept … */
  readonly keep: OwnChange;
  /** … and when the new is taken: what of the change is not in conflict; null = nothing. */
  readonly take: OwnChange | null;
};

export type RebaseOutcome =
  /** Goes on, on top of the new edition. */
  | { readonly kind: 'kept'; readonly change: OwnChange; readonly result: OwnChange }
  /** The new edition says the same: nothing of it is left to do. */
  | { readonly kind: 'adopted'; readonly change: OwnChange }
  | RebaseConflict;

/** One outcome per change, in their order: none is lost without a word. */
export type Rebased = readonly RebaseOutcome[];

/**
 * Carries the school's changes over to a new edition: three ways per field, between the entry as it was issued when the
 * school changed it, the entry of the new edition, and what the school wants.
 *
 * @param next the new edition, without changes of the school
 */
export const rebaseOwnChanges = (next: TargetProfile, changes: readonly OwnChange[]): Rebased => {
  const outcomes = changes.map((change) => rebaseOne(next, change));
  const kept = outcomes.flatMap((outcome) => (outcome.kind === 'kept' ? [outcome.result] : []));
  const { leftOut } = withOwnChanges(next, kept);
  return outcomes.map((outcome) => {
    if (outcome.kind !== 'kept') return outcome;
    const against = leftOut.find(({ change }) => change === outcome.result);
    if (against === undefined) return outcome;
    return {
      kind: 'conflict',
      change: outcome.change,
      reason: 'contradicts',
      next: findEntry(next, outcome.change.list, outcome.change.id) ?? null,
      fields: [],
      issue: against.issue,
      keep: outcome.result,
      take: null,
    };
  });
};

/** The changes after every conflict is decided. What still contradicts the edition, `withOwnChanges` leaves out and names. */
export const resolveRebase = (
  rebased: Rebased,
  choiceOf: (conflict: RebaseConflict) => 'own' | 'new',
): readonly OwnChange[] =>
  rebased.flatMap((outcome) => {
    switch (outcome.kind) {
      case 'kept':
        return [outcome.result];
      case 'adopted':
        return [];
      case 'conflict': {
        const result = choiceOf(outcome) === 'own' ? outcome.keep : outcome.take;
        return result === null ? [] : [result];
      }
    }
  });

const rebaseOne = (profile: TargetProfile, change: OwnChange): RebaseOutcome => {
  const { issued, own } = change;
  const next = findEntry(profile, change.list, change.id) ?? null;
  const conflict = (
    reason: RebaseConflict['reason'],
    fields: readonly FieldConflict[],
    keep: OwnChange,
    take: OwnChange | null,
  ): RebaseConflict => ({ kind: 'conflict', change, reason, next, fields, issue: null, keep, take });

  if (next === null) {
    if (own === null) return { kind: 'adopted', change };
    // Added by the school before, and nobody else added it: it stays.
    if (issued === null) return { kind: 'kept', change, result: change };
    return conflict('removed', [], withEntries(change, null, own), null);
  }
  // What is suspended stays so, whatever the new edition says about it.
  if (own === null) return { kind: 'kept', change, result: withEntries(change, next, null) };
  if (isSameEntry(next, own)) return { kind: 'adopted', change };
  if (issued === null) {
    const fields = fieldsOf([next, own]).flatMap(([field, [theirs, ours]]) =>
      isSameValue(theirs, ours) ? [] : [{ field, issued: undefined, next: theirs, own: ours }],
    );
    return conflict('also-added', fields, withEntries(change, next, own), null);
  }
  const merge = mergeFields(issued, next, own);
  const keep = withEntries(change, next, merge.keep);
  if (merge.conflicts.length > 0) {
    const take = isSameEntry(next, merge.take) ? null : withEntries(change, next, merge.take);
    return conflict('same-field', merge.conflicts, keep, take);
  }
  return isSameEntry(next, merge.keep) ? { kind: 'adopted', change } : { kind: 'kept', change, result: keep };
};

/** List and entries belong together, which the compiler does not follow. */
const withEntries = (change: OwnChange, issued: ProfileEntry | null, own: ProfileEntry | null): OwnChange =>
  ({ ...change, issued, own }) as OwnChange;

const isSameEntry = (left: object, right: object): boolean =>
  isSameValue({ ...left, origin: null }, { ...right, origin: null });

type Merge = {
  readonly conflicts: readonly FieldConflict[];
  /** With the school's word where both changed a field, and with the edition's. */
  readonly keep: ProfileEntry;
  readonly take: ProfileEntry;
};

const mergeFields = (issued: ProfileEntry, next: ProfileEntry, own: ProfileEntry): Merge => {
  const conflicts: FieldConflict[] = [];
  const keep: Record<string, unknown> = {};
  const take: Record<string, unknown> = {};
  for (const [field, [was, theirs, ours]] of fieldsOf([issued, next, own])) {
    const isOurs = !isSameValue(was, ours);
    const isTheirs = !isSameValue(was, theirs);
    put(keep, field, isOurs ? ours : theirs);
    put(take, field, isTheirs ? theirs : ours);
    if (isOurs && isTheirs && !isSameValue(theirs, ours))
      conflicts.push({ field, issued: was, next: theirs, own: ours });
  }
  const origin = 'origin' in own ? { origin: own.origin } : {};
  return {
    conflicts,
    keep: { ...keep, ...origin } as ProfileEntry,
    take: { ...take, ...origin } as ProfileEntry,
  };
};

/** Fields that entries of every kind have; the others go together with the kind. */
const COMMON = new Set(['id', 'name', 'schoolTypes', 'stage', 'dueYear', 'ladder', 'basis']);
/** Several fields that only make sense together. */
const WHOLE = 'kind';

/**
 * The fields of some versions of an entry, side by side; where it came from is no content. Where the versions are of
 * different kinds (a check of rooms became one of shares), what belongs to the kind is one field.
 */
const fieldsOf = (versions: readonly ProfileEntry[]): readonly (readonly [string, readonly unknown[]])[] => {
  const kinds = new Set(versions.map((entry) => ('kind' in entry ? entry.kind : null)));
  const parts = versions.map((entry) => (kinds.size > 1 ? byKind(entry) : new Map(Object.entries(entry))));
  const names = new Set(parts.flatMap((part) => [...part.keys()]));
  names.delete('origin');
  return [...names].map((name) => [name, parts.map((part) => part.get(name))]);
};

const byKind = (entry: ProfileEntry): ReadonlyMap<string, unknown> => {
  const fields = Object.entries(entry);
  const ofKind = fields.filter(([name]) => !COMMON.has(name) && name !== 'origin');
  return new Map([...fields.filter(([name]) => COMMON.has(name)), [WHOLE, Object.fromEntries(ofKind)]]);
};

const put = (entry: Record<string, unknown>, field: string, value: unknown): void => {
  if (field === WHOLE && typeof value === 'object' && value !== null) Object.assign(entry, value);
  else if (value !== undefined) entry[field] = value;
};
