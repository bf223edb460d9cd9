import { plainName } from '../shared/plain-name.ts';
import {
  entryId,
  type ChangedProfile,
  type OwnChange,
  type ProfileEntry,
  type ProfileList,
} from './own-changes.ts';
import type { TargetProfile } from './target-profile.ts';

/** `left-out`: the school changed it, but the chosen edition contradicts that, so that the entry holds as issued. */
export type RowState = 'issued' | 'changed' | 'added' | 'suspended' | 'left-out';

/** One line of a list as the school edits it: what holds, what was issued, and why the two differ. */
export type CatalogueRow<List extends ProfileList = ProfileList> = {
  readonly id: string;
  /** As it holds; what does not hold (suspended, left out) as it would. */
  readonly entry: ProfileEntry<List>;
  readonly issued: ProfileEntry<List> | null;
  readonly change: OwnChange | null;
  readonly state: RowState;
};

/**
 * The lines of one list, suspended entries in their place, added ones behind; stages by number.
 *
 * @param issued the profile without the school's changes
 */
export const catalogueRows = <List extends ProfileList>(
  issued: TargetProfile,
  { profile, leftOut }: ChangedProfile,
  changes: readonly OwnChange[],
  list: List,
): readonly CatalogueRow<List>[] => {
  const own = new Map(
    changes.filter((change) => change.list === list).map((change) => [change.id, change] as const),
  );
  const unused = new Set(leftOut.map(({ change }) => change));
  const holding = new Map(entriesOf(profile, list).map((entry) => [entryId(entry), entry] as const));
  const rows = entriesOf(issued, list).map((entry): CatalogueRow<List> => {
    const id = entryId(entry);
    const change = own.get(id) ?? null;
    own.delete(id);
    const state = change === null ? 'issued' : unused.has(change) ? 'left-out' : stateOf(change);
    return { id, entry: holding.get(id) ?? entry, issued: entry, change, state };
  });
  for (const change of own.values()) {
    if (change.own === null) continue;
    // Entry and list belong together, which the compiler does not follow through the lookup.
    const entry = holding.get(change.id) ?? (change.own as ProfileEntry<List>);
    const state = unused.has(change) ? 'left-out' : 'added';
    rows.push({ id: change.id, entry, issued: null, change, state });
  }
  return list === 'stages' ? rows.toSorted((a, b) => Number(a.id) - Number(b.id)) : rows;
};

const stateOf = ({ own }: OwnChange): RowState => (own === null ? 'suspended' : 'changed');

const entriesOf = <List extends ProfileList>(
  profile: TargetProfile,
  list: List,
): readonly ProfileEntry<List>[] => profile[list] as readonly ProfileEntry<List>[];

/**
 * A readable id for an entry of the school that no list has yet: `S-Tafelkamera`, `S-Tafelkamera-2`. The beginning
 * keeps it apart from what a later edition may bring.
 *
 * @param taken ids of the list, those of suspended entries included
 */
export const freshEntryId = (name: string, taken: ReadonlySet<string>): string => {
  const base = `S-${plainName(name).slice(0, 40)}`;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
};
