import { fieldChanges, type FieldChange } from '../../history/field-changes.ts';
import type { Room } from '../../inventory/room.ts';

/** In the order in which they are told. */
export const ROOM_CHANGE_KINDS = ['added', 'removed', 'renamed', 'type-changed', 'changed'] as const;
export type RoomChangeKind = (typeof ROOM_CHANGE_KINDS)[number];

/** One thing that happened to a room. */
export type RoomChange = {
  readonly kind: RoomChangeKind;
  /** As it is now; removed rooms as they were. */
  readonly room: Room;
  /** Of all but `added` and `removed`: at least one. */
  readonly fields: readonly FieldChange[];
};

/** By what people find a room. */
const NAMES: ReadonlySet<string> = new Set(['roomNumber', 'name', 'building', 'floor']);
const kindOf = (field: string): RoomChangeKind =>
  NAMES.has(field) ? 'renamed' : field === 'roomTypes' ? 'type-changed' : 'changed';

/** What happened to the rooms: those of the later list in its order, then those that were removed. */
export const roomChanges = (before: readonly Room[], after: readonly Room[]): readonly RoomChange[] => {
  const old = new Map(before.map((room) => [room.id, room]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((room): readonly RoomChange[] => {
      const was = old.get(room.id);
      if (was === undefined) return [{ kind: 'added', room, fields: [] }];
      const fields = fieldChanges({ entity: 'room', id: room.id, before: was, after: room });
      return ROOM_CHANGE_KINDS.flatMap((kind) => {
        const ofKind = fields.filter(({ field }) => kindOf(field) === kind);
        return ofKind.length === 0 ? [] : [{ kind, room, fields: ofKind }];
      });
    }),
    ...before.flatMap((room): readonly RoomChange[] =>
      kept.has(room.id) ? [] : [{ kind: 'removed', room, fields: [] }],
    ),
  ];
};
