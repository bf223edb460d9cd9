import type { Inventory } from '../inventory/inventory.ts';
import { EMPTY_SCHOOL } from '../inventory/school.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { SCHOOL_ID, type Change, type ChangeOf, type Entities, type EntityKind } from './change-set.ts';
import { ITEMS_PER_STEP, runSteps, type Steps } from '../shared/steps.ts';
import { findById, patchListInSteps, type ItemChange } from './keyed-list.ts';
import { isSameValue } from './same-value.ts';

/** Everything that changes, by kind. Arrays and maps keep their identity while nothing in them changes. */
export type StoredState = {
  readonly inventory: Inventory;
  /** Profiles taken in by the user, by `profileKey`; those issued with the app are not stored. */
  readonly profiles: ReadonlyMap<string, TargetProfile>;
  /** Values by setting id. */
  readonly settings: ReadonlyMap<string, unknown>;
};

/** The state after the changes, applied in their order. Pure: the given state is left as it was. */
export const applyChanges = (state: StoredState, changes: readonly Change[]): StoredState =>
  runSteps(applyChangesInSteps(state, changes));

export function* applyChangesInSteps(state: StoredState, changes: readonly Change[]): Steps<StoredState> {
  const rooms: ItemChange<Entities['room']>[] = [];
  const devices: ItemChange<Entities['device']>[] = [];
  let { school } = state.inventory;
  let profiles: Map<string, TargetProfile> | null = null;
  let settings: Map<string, unknown> | null = null;
  for (const change of changes) {
    switch (change.entity) {
      case 'room':
        rooms.push(change);
        break;
      case 'device':
        devices.push(change);
        break;
      case 'school':
        school = change.after ?? EMPTY_SCHOOL;
        break;
      case 'profile':
        profiles ??= new Map(state.profiles);
        if (change.after === null) profiles.delete(change.id);
        else profiles.set(change.id, change.after);
        break;
      case 'setting':
        settings ??= new Map(state.settings);
        if (change.after === null) settings.delete(change.id);
        else settings.set(change.id, change.after.value);
        break;
    }
  }
  const touchesInventory = rooms.length > 0 || devices.length > 0 || school !== state.inventory.school;
  return {
    inventory: touchesInventory
      ? {
          school,
          rooms: yield* patchListInSteps(state.inventory.rooms, rooms),
          devices: yield* patchListInSteps(state.inventory.devices, devices),
        }
      : state.inventory,
    profiles: profiles ?? state.profiles,
    settings: settings ?? state.settings,
  };
}

/** The changes that lead back: last first, before and after exchanged. */
export const invertChanges = (changes: readonly Change[]): readonly Change[] =>
  changes.toReversed().map(invertChange);

const invertChange = (change: Change): Change => {
  switch (change.entity) {
    case 'school':
      return swap(change);
    case 'room':
      return swap(change);
    case 'device':
      return swap(change);
    case 'profile':
      return swap(change);
    case 'setting':
      return swap(change);
  }
};

const swap = <Kind extends EntityKind>(change: ChangeOf<Kind>): ChangeOf<Kind> => ({
  ...change,
  before: change.after,
  after: change.before,
});

/**
 * What is recorded of a wish to change: one change per thing, `before` taken from the state itself (a form may
 * have been opened before another change), and nothing where before equals after.
 */
export const normalizeChanges = (state: StoredState, wished: readonly Change[]): readonly Change[] =>
  runSteps(normalizeChangesInSteps(state, wished));

export function* normalizeChangesInSteps(
  state: StoredState,
  wished: readonly Change[],
): Steps<readonly Change[]> {
  const latest = new Map<string, Change>();
  let count = 0;
  for (const change of wished) {
    if ((count += 1) % ITEMS_PER_STEP === 0) yield;
    latest.set(`${change.entity} ${change.id}`, change);
  }
  const changes: Change[] = [];
  for (const change of latest.values()) {
    if ((count += 1) % ITEMS_PER_STEP === 0) yield;
    const known = withCurrentBefore(state, change);
    if (!isSameValue(known.before, known.after)) changes.push(known);
  }
  return changes;
}

const withCurrentBefore = (state: StoredState, change: Change): Change => {
  switch (change.entity) {
    case 'school':
      return { ...change, id: SCHOOL_ID, before: state.inventory.school };
    case 'room':
      return { ...change, before: findById(state.inventory.rooms, change.id) ?? null };
    case 'device':
      return { ...change, before: findById(state.inventory.devices, change.id) ?? null };
    case 'profile':
      return { ...change, before: state.profiles.get(change.id) ?? null };
    case 'setting':
      return {
        ...change,
        before: state.settings.has(change.id)
          ? { id: change.id, value: state.settings.get(change.id) }
          : null,
      };
  }
};
