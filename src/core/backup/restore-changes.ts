import type { StoredState } from '../history/apply-changes.ts';
import { SCHOOL_ID, type Change, type Entities, type EntityKind } from '../history/change-set.ts';
import { isSameValue } from '../history/same-value.ts';
import { EMPTY_SCHOOL } from '../inventory/school.ts';
import { ITEMS_PER_STEP, runSteps, type Steps } from '../shared/steps.ts';

/** `replace`: afterwards everything is as in the backup. `merge`: what either of them has is there. */
export type RestoreMode = 'replace' | 'merge';
/** What holds in a merge where both have a thing and the two differ. */
export type OnDifference = 'keep-current' | 'take-backup';
export type RestoreOptions = { readonly mode: RestoreMode; readonly onDifference: OnDifference };

export type RestoreCounts = {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Differs, and stays as it is today. */
  readonly kept: number;
};
export type RestoreSummary = Readonly<Record<EntityKind, RestoreCounts>>;
export type RestorePlan = { readonly changes: readonly Change[]; readonly summary: RestoreSummary };

/**
 * What has to change so that a backup is back, as changes for the one door, and how much that is.
 *
 * Replacing takes the backup as it is. Merging goes by id: what was deleted since the backup comes back; lists in settings
 * whose entries have an id (own categories, saved views, reports) are united; what comes in never stands in a room that
 * does not exist. The order of rooms and devices is no part of the state.
 */
export const restoreChanges = (
  current: StoredState,
  backup: StoredState,
  options: RestoreOptions,
): RestorePlan => runSteps(restoreChangesInSteps(current, backup, options));

export function* restoreChangesInSteps(
  current: StoredState,
  backup: StoredState,
  options: RestoreOptions,
): Steps<RestorePlan> {
  const changes: Change[] = [];
  const rooms = yield* byId(current.inventory.rooms);
  const roomsThen = yield* byId(backup.inventory.rooms);
  const devices = yield* byId(current.inventory.devices);
  const devicesThen = yield* byId(
    options.mode === 'merge'
      ? yield* withKnownRooms(backup.inventory.devices, rooms, roomsThen)
      : backup.inventory.devices,
  );
  const summary = {
    school: decideSchool(current, backup, options, changes),
    room: yield* decideAll(rooms, roomsThen, options, (id, before, after) =>
      changes.push({ entity: 'room', id, before, after }),
    ),
    device: yield* decideAll(devices, devicesThen, options, (id, before, after) =>
      changes.push({ entity: 'device', id, before, after }),
    ),
    profile: yield* decideAll(current.profiles, backup.profiles, options, (id, before, after) =>
      changes.push({ entity: 'profile', id, before, after }),
    ),
    setting: yield* decideAll(
      settingsOf(current),
      settingsOf(backup),
      options,
      (id, before, after) => changes.push({ entity: 'setting', id, before, after }),
      mergeSetting,
    ),
  };
  return { changes, summary };
}

const NOTHING: RestoreCounts = { added: 0, changed: 0, removed: 0, kept: 0 };

/** There is always one: a school of which nothing is known counts as none. */
const decideSchool = (
  current: StoredState,
  backup: StoredState,
  { mode, onDifference }: RestoreOptions,
  changes: Change[],
): RestoreCounts => {
  const before = current.inventory.school;
  const after = backup.inventory.school;
  if (isSameValue(before, after)) return NOTHING;
  const isNew = isSameValue(before, EMPTY_SCHOOL);
  const isGone = isSameValue(after, EMPTY_SCHOOL);
  if (mode === 'merge' && isGone) return NOTHING;
  if (mode === 'merge' && !isNew && onDifference === 'keep-current') return { ...NOTHING, kept: 1 };
  changes.push({ entity: 'school', id: SCHOOL_ID, before, after });
  return { ...NOTHING, ...(isNew ? { added: 1 } : isGone ? { removed: 1 } : { changed: 1 }) };
};

/** Both have it and the two differ: what holds, and whether something of today was put last. */
type Decide<Thing> = (
  before: Thing,
  after: Thing,
  onDifference: OnDifference,
) => { readonly value: Thing; readonly isKept: boolean };

const asChosen = <Thing>(before: Thing, after: Thing, onDifference: OnDifference) =>
  onDifference === 'take-backup' ? { value: after, isKept: false } : { value: before, isKept: true };

function* decideAll<Thing>(
  current: ReadonlyMap<string, Thing>,
  backup: ReadonlyMap<string, Thing>,
  { mode, onDifference }: RestoreOptions,
  push: (id: string, before: Thing | null, after: Thing | null) => void,
  decide: Decide<Thing> = asChosen,
): Steps<RestoreCounts> {
  const counts = { ...NOTHING };
  let seen = 0;
  for (const [id, after] of backup) {
    if ((seen += 1) % ITEMS_PER_STEP === 0) yield;
    const before = current.get(id);
    if (before === undefined) {
      counts.added += 1;
      push(id, null, after);
      continue;
    }
    if (isSameValue(before, after)) continue;
    const { value, isKept } =
      mode === 'replace' ? { value: after, isKept: false } : decide(before, after, onDifference);
    if (isKept) counts.kept += 1;
    if (isSameValue(before, value)) continue;
    // A list that was united: it changes, whatever became of single entries.
    if (!isKept) counts.changed += 1;
    push(id, before, value);
  }
  if (mode === 'merge') return counts;
  for (const [id, before] of current) {
    if ((seen += 1) % ITEMS_PER_STEP === 0) yield;
    if (backup.has(id)) continue;
    counts.removed += 1;
    push(id, before, null);
  }
  return counts;
}

function* byId<Thing extends { readonly id: string }>(
  things: readonly Thing[],
): Steps<ReadonlyMap<string, Thing>> {
  const map = new Map<string, Thing>();
  for (const thing of things) {
    if (map.size % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
    map.set(thing.id, thing);
  }
  return map;
}

/** The devices of the backup; one whose room neither of the two has stands in none. */
function* withKnownRooms(
  devices: readonly Entities['device'][],
  ...known: readonly ReadonlyMap<string, Entities['room']>[]
): Steps<readonly Entities['device'][]> {
  const placed: Entities['device'][] = [];
  for (const device of devices) {
    if (placed.length % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
    const { roomId } = device;
    const isPlaced = roomId === null || known.some((rooms) => rooms.has(roomId));
    placed.push(isPlaced ? device : { ...device, roomId: null });
  }
  return placed;
}

const settingsOf = ({ settings }: StoredState): ReadonlyMap<string, Entities['setting']> =>
  new Map([...settings].map(([id, value]) => [id, { id, value }]));

type WithId = { readonly id: string };
const isListOfIds = (value: unknown): value is readonly WithId[] =>
  Array.isArray(value) &&
  value.every(
    (entry) => typeof entry === 'object' && entry !== null && typeof Reflect.get(entry, 'id') === 'string',
  );

/** A choice that was never made (null) gives way; lists with ids are united, those of today first. */
const mergeSetting: Decide<Entities['setting']> = (before, after, onDifference) => {
  if (before.value === null) return { value: after, isKept: false };
  if (after.value === null) return { value: before, isKept: false };
  if (!isListOfIds(before.value) || !isListOfIds(after.value)) return asChosen(before, after, onDifference);
  const entries = new Map(before.value.map((entry) => [entry.id, entry]));
  for (const entry of after.value)
    if (onDifference === 'take-backup' || !entries.has(entry.id)) entries.set(entry.id, entry);
  const value: Entities['setting'] = { id: before.id, value: [...entries.values()] };
  return { value, isKept: isSameValue(value, before) && onDifference === 'keep-current' };
};
