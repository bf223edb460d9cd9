import type { Device } from '../inventory/device.ts';
import type { Room } from '../inventory/room.ts';
import type { RoomId } from '../shared/ids.ts';
import type { StoredState } from './apply-changes.ts';
import type { Change, ChangeSetHeader } from './change-set.ts';
import { findById } from './keyed-list.ts';
import { thingKey } from './thing-key.ts';

/** A device or room as it was when it was deleted, and by which set. */
export type Deletion = { readonly by: ChangeSetHeader } & (
  | { readonly entity: 'device'; readonly id: string; readonly thing: Device }
  | { readonly entity: 'room'; readonly id: string; readonly thing: Room }
);

/**
 * What a set deletes. Nothing where it only takes a creation back, which is repeated rather than restored, and nothing
 * of the made-up school: it would fill the bin of every real one.
 */
export const deletionsOf = (by: ChangeSetHeader, changes: readonly Change[]): readonly Deletion[] => {
  if (by.action.kind === 'undo' || by.label.code === SAMPLE_REMOVED_CODE) return [];
  const found: Deletion[] = [];
  for (const { entity, id, before, after } of changes) {
    if (after !== null || before === null) continue;
    if (entity === 'device') found.push({ by, entity, id, thing: before });
    if (entity === 'room') found.push({ by, entity, id, thing: before });
  }
  return found;
};

const SAMPLE_REMOVED_CODE = 'sample-removed';

/** Of deletions, newest first, those whose thing is gone today: the last shape of each. */
export const deletedThings = (
  { inventory }: Pick<StoredState, 'inventory'>,
  newestFirst: Iterable<Deletion>,
): readonly Deletion[] => {
  const latest = new Map<string, Deletion>();
  for (const deletion of newestFirst) {
    const key = thingKey(deletion);
    if (latest.has(key)) continue;
    const known = deletion.entity === 'device' ? inventory.devices : inventory.rooms;
    if (findById<Device | Room>(known, deletion.id) === undefined) latest.set(key, deletion);
  }
  return [...latest.values()];
};

export type Restored = {
  readonly changes: readonly Change[];
  /** Devices whose room is gone: they come back without one. */
  readonly withoutRoom: readonly Device[];
};

/** Brings deleted things back; rooms that come back with their devices count as there. */
export const restoreDeleted = (
  { inventory }: Pick<StoredState, 'inventory'>,
  deletions: readonly Deletion[],
): Restored => {
  const gone = deletedThings({ inventory }, deletions);
  const restoredRooms = new Set<string>(gone.filter(({ entity }) => entity === 'room').map(({ id }) => id));
  const isThere = (id: RoomId): boolean =>
    restoredRooms.has(id) || findById<Room>(inventory.rooms, id) !== undefined;
  const withoutRoom: Device[] = [];
  const changes = gone.map((deletion): Change => {
    if (deletion.entity === 'room')
      return { entity: 'room', id: deletion.id, before: null, after: deletion.thing };
    const { thing } = deletion;
    if (thing.roomId === null || isThere(thing.roomId))
      return { entity: 'device', id: deletion.id, before: null, after: thing };
    const after = { ...thing, roomId: null };
    withoutRoom.push(after);
    return { entity: 'device', id: deletion.id, before: null, after };
  });
  return { changes, withoutRoom };
};
