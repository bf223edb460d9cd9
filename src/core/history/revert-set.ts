import { EMPTY_SCHOOL } from '../inventory/school.ts';
import type { Room } from '../inventory/room.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { ITEMS_PER_STEP, runSteps, type Steps } from '../shared/steps.ts';
import type { StoredState } from './apply-changes.ts';
import type {
  Change,
  ChangeOf,
  ChangeSet,
  ChangeSetHeader,
  Entities,
  EntityKind,
  SettingRecord,
} from './change-set.ts';
import { fieldChanges } from './field-changes.ts';
import { findById } from './keyed-list.ts';
import { isSameValue } from './same-value.ts';
import { thingKey } from './thing-key.ts';

/**
 * Why a past set cannot be taken back: what it wrote was overwritten; what it made or changed is gone; what it deleted
 * is there again; a device would stand in a room that is gone; a room that would go has devices in it.
 */
export type RevertConflictCode =
  'CHANGED_SINCE' | 'DELETED_SINCE' | 'EXISTS_AGAIN' | 'ROOM_GONE' | 'ROOM_IN_USE';

export type RevertConflict = {
  readonly code: RevertConflictCode;
  /** The change of the past set that cannot be taken back: names the thing. */
  readonly change: Change;
  /** The fields that stand against it, where it is about fields. */
  readonly fields: readonly string[];
  /** `thingKey` of what was changed since: the thing itself, the room that is gone, or a device in the room. */
  readonly about: string;
  /** The newest later set that stands against it; null where the given ones do not hold it. */
  readonly by: ChangeSetHeader | null;
};

/** A later change of other fields of the same thing: it stays. */
export type KeptChange = {
  readonly change: Change;
  readonly fields: readonly string[];
  readonly by: ChangeSetHeader | null;
};

export type Reverted = {
  /** What leads back; empty when everything is as before already. */
  readonly changes: readonly Change[];
  readonly kept: readonly KeptChange[];
};

type LaterSets = readonly ChangeSet[];
type Outcome = {
  readonly change: Change | null;
  readonly conflict: Omit<RevertConflict, 'by'> | null;
  readonly keptFields: readonly string[];
};

/**
 * Takes back one past set on today's state, field by field: what others changed later in other fields stays. All or
 * nothing: one thing that stands against it refuses the whole set. `laterSets`, in any order, only serve to name what
 * does; those that touch none of its things may be left out.
 */
export const revertSet = (
  state: StoredState,
  set: ChangeSet,
  laterSets: LaterSets,
): Result<Reverted, readonly RevertConflict[]> => runSteps(revertSetInSteps(state, set, laterSets));

export function* revertSetInSteps(
  state: StoredState,
  set: ChangeSet,
  laterSets: LaterSets,
): Steps<Result<Reverted, readonly RevertConflict[]>> {
  const changes: Change[] = [];
  const conflicts: Omit<RevertConflict, 'by'>[] = [];
  const kept: Omit<KeptChange, 'by'>[] = [];
  let count = 0;
  for (const change of set.changes.toReversed()) {
    if ((count += 1) % ITEMS_PER_STEP === 0) yield;
    const outcome = revertChange(state, change);
    if (outcome.conflict !== null) conflicts.push(outcome.conflict);
    else if (outcome.change !== null) {
      changes.push(outcome.change);
      if (outcome.keptFields.length > 0) kept.push({ change, fields: outcome.keptFields });
    }
  }
  // Only where all else goes back: a thing that stays as it is would be named a second time, as its own obstacle.
  if (conflicts.length === 0) conflicts.push(...(yield* brokenReferences(state, changes)));
  const latest = laterSets.toSorted((left, right) => right.seq - left.seq);
  if (conflicts.length > 0) {
    return failed(
      conflicts.map((conflict) => ({ ...conflict, by: standsAgainst(latest, set.seq, conflict) })),
    );
  }
  return ok({
    changes,
    kept: kept.map((entry) => ({
      ...entry,
      by: standsAgainst(latest, set.seq, { ...entry, about: thingKey(entry.change) }),
    })),
  });
}

const revertChange = (state: StoredState, change: Change): Outcome => {
  switch (change.entity) {
    case 'school':
      return revertUpdate(change, change.before ?? EMPTY_SCHOOL, change.after ?? EMPTY_SCHOOL, {
        today: state.inventory.school,
      });
    case 'room':
      return revertThing(change, findById(state.inventory.rooms, change.id) ?? null);
    case 'device':
      return revertThing(change, findById(state.inventory.devices, change.id) ?? null);
    case 'profile':
      return revertWhole(change, state.profiles.get(change.id) ?? null);
    case 'setting':
      return revertSetting(
        change,
        state.settings.has(change.id) ? { id: change.id, value: state.settings.get(change.id) } : null,
      );
  }
};

const NOTHING: Outcome = { change: null, conflict: null, keptFields: [] };

const refuse = (change: Change, code: RevertConflictCode, fields: readonly string[] = []): Outcome => ({
  ...NOTHING,
  conflict: { code, change, fields, about: thingKey(change) },
});

/** A thing that is created, changed or deleted as a record with fields. */
const revertThing = <Kind extends 'room' | 'device'>(
  change: ChangeOf<Kind> & Change,
  today: Entities[Kind] | null,
): Outcome => {
  const { before, after } = change;
  if (before === null || after === null) return revertWhole(change, today);
  return today === null ? refuse(change, 'DELETED_SINCE') : revertUpdate(change, before, after, { today });
};

/** One whose parts are not looked into: it goes back as a whole or not at all. */
const revertWhole = <Kind extends EntityKind>(
  change: ChangeOf<Kind> & Change,
  today: Entities[Kind] | null,
): Outcome => {
  const { before, after } = change;
  if (isSameValue(today, before)) return NOTHING;
  if (isSameValue(today, after))
    return { ...NOTHING, change: { ...change, before: today, after: before } as Change };
  if (today === null) return refuse(change, 'DELETED_SINCE');
  return after === null
    ? refuse(change, 'EXISTS_AGAIN')
    : refuse(change, 'CHANGED_SINCE', differingFields(after, today));
};

const revertUpdate = <Kind extends 'school' | 'room' | 'device'>(
  change: ChangeOf<Kind> & Change,
  before: Entities[Kind],
  after: Entities[Kind],
  { today }: { readonly today: Entities[Kind] },
): Outcome => {
  const old = recordOf(before);
  const written = recordOf(after);
  const now = recordOf(today);
  const reverted: Record<string, unknown> = {};
  const against: string[] = [];
  const changed = new Set(differingFields(before, after));
  for (const field of changed) {
    const value = takeBack(old[field], written[field], now[field]);
    if (!value.ok) against.push(field);
    else if (!isSameValue(value.value, now[field])) reverted[field] = value.value;
  }
  if (against.length > 0) return refuse(change, 'CHANGED_SINCE', against);
  if (Object.keys(reverted).length === 0) return NOTHING;
  return {
    conflict: null,
    keptFields: differingFields(after, today).filter((field) => !(field in reverted)),
    change: { ...change, before: today, after: { ...today, ...reverted } } as Change,
  };
};

/** Lists of records with an id (own categories, views, reports) are taken back entry by entry. */
const revertSetting = (change: ChangeOf<'setting'>, today: SettingRecord | null): Outcome => {
  const { before, after } = change;
  if (isSameValue(today, before)) return NOTHING;
  if (isSameValue(today, after)) return { ...NOTHING, change: { ...change, before: today, after: before } };
  if (today === null || after === null) return revertWhole(change, today);
  const value = takeBack(before?.value ?? [], after.value, today.value);
  return value.ok
    ? { ...NOTHING, change: { ...change, before: today, after: { id: change.id, value: value.value } } }
    : refuse(change, 'CHANGED_SINCE');
};

/**
 * The value that a field has when one past change of it is taken back: before and after are what the change did, today
 * what is there. Fails where a later change stands in the same place.
 */
const takeBack = (before: unknown, after: unknown, today: unknown): Result<unknown, null> => {
  if (isSameValue(before, after)) return ok(today);
  if (isSameValue(today, after)) return ok(before);
  if (isSameValue(today, before)) return ok(today);
  if (isKeyedList(before) && isKeyedList(after) && isKeyedList(today))
    return takeBackEntries(before, after, today);
  if (!isRecord(before) || !isRecord(after) || !isRecord(today)) return failed(null);
  const merged: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(today), ...Object.keys(before)])) {
    const value = takeBack(before[key], after[key], today[key]);
    if (!value.ok) return value;
    if (value.value !== undefined) merged[key] = value.value;
  }
  return ok(merged);
};

type KeyedList = readonly { readonly id: string }[];

const takeBackEntries = (before: KeyedList, after: KeyedList, today: KeyedList): Result<KeyedList, null> => {
  const byId = (list: KeyedList) => new Map(list.map((entry) => [entry.id, entry]));
  const [old, written, now] = [byId(before), byId(after), byId(today)];
  const merged: { readonly id: string }[] = [];
  for (const id of new Set([...now.keys(), ...old.keys()])) {
    const value = takeBack(old.get(id), written.get(id), now.get(id));
    if (!value.ok) return value;
    if (hasId(value.value)) merged.push(value.value);
  }
  return ok(merged);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasId = (value: unknown): value is { readonly id: string } =>
  isRecord(value) && typeof value['id'] === 'string';

const isKeyedList = (value: unknown): value is KeyedList => Array.isArray(value) && value.every(hasId);

const recordOf = (thing: object): Readonly<Record<string, unknown>> => ({ ...thing });

const differingFields = (left: object, right: object): readonly string[] => {
  const [from, to] = [recordOf(left), recordOf(right)];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (field) => !isSameValue(from[field], to[field]),
  );
};

/** Devices that would stand in a room that is gone, and rooms that would go from under their devices. */
function* brokenReferences(
  state: StoredState,
  changes: readonly Change[],
): Steps<readonly Omit<RevertConflict, 'by'>[]> {
  const conflicts: Omit<RevertConflict, 'by'>[] = [];
  const devices = new Map<string, ChangeOf<'device'>>();
  const rooms = new Map<string, ChangeOf<'room'>>();
  const vanishing = new Map<string, ChangeOf<'room'>>();
  for (const change of changes) {
    if (change.entity === 'device') devices.set(change.id, change);
    if (change.entity === 'room') rooms.set(change.id, change);
    if (change.entity === 'room' && change.after === null) vanishing.set(change.id, change);
  }
  const isThere = (id: string): boolean => {
    const change = rooms.get(id);
    return change === undefined
      ? findById<Room>(state.inventory.rooms, id) !== undefined
      : change.after !== null;
  };
  let count = 0;
  for (const change of devices.values()) {
    if ((count += 1) % ITEMS_PER_STEP === 0) yield;
    const room = change.after?.roomId ?? null;
    const isMoved = room !== (change.before?.roomId ?? null);
    if (room === null || !isMoved || isThere(room)) continue;
    conflicts.push({ code: 'ROOM_GONE', change, fields: [], about: thingKey({ entity: 'room', id: room }) });
  }
  if (vanishing.size === 0) return conflicts;
  for (const device of state.inventory.devices) {
    if ((count += 1) % ITEMS_PER_STEP === 0) yield;
    const own = devices.get(device.id);
    const room = own === undefined ? device.roomId : (own.after?.roomId ?? null);
    const change = room === null ? undefined : vanishing.get(room);
    if (room === null || change === undefined) continue;
    vanishing.delete(room);
    const about = thingKey({ entity: 'device', id: device.id });
    conflicts.push({ code: 'ROOM_IN_USE', change, fields: ['roomId'], about });
  }
  return conflicts;
}

/** The newest later set that touched the place in question. */
const standsAgainst = (
  latestFirst: LaterSets,
  seq: number,
  { about, fields }: { readonly about: string; readonly fields: readonly string[] },
): ChangeSetHeader | null => {
  for (const set of latestFirst) {
    if (set.seq <= seq) return null;
    if (set.changes.some((change) => thingKey(change) === about && touches(change, fields))) {
      const { changes: _changes, ...header } = set;
      return header;
    }
  }
  return null;
};

const touches = (change: Change, fields: readonly string[]): boolean =>
  fields.length === 0 ||
  change.before === null ||
  change.after === null ||
  fieldChanges(change).some(({ field }) => fields.includes(field.split('.')[0] ?? field));
