import type { Device } from '../inventory/device.ts';
import type { Room } from '../inventory/room.ts';
import type { School } from '../inventory/school.ts';
import type { Timestamp } from '../shared/iso-date.ts';
import type { TargetProfile } from '../targets/target-profile.ts';

/** What is stored besides school, rooms and devices: choices, saved views and mappings, sent reports. Plain JSON by id. */
export type SettingRecord = { readonly id: string; readonly value: unknown };

/** The kinds of things that change, and their shapes. School is one record with the id `school`. */
export type Entities = {
  readonly school: School;
  readonly room: Room;
  readonly device: Device;
  readonly profile: TargetProfile;
  readonly setting: SettingRecord;
};
export type EntityKind = keyof Entities;

/** One thing before and after: created (`before` null), changed, or deleted (`after` null). */
export type Change = {
  readonly [Kind in EntityKind]: {
    readonly entity: Kind;
    readonly id: string;
    readonly before: Entities[Kind] | null;
    readonly after: Entities[Kind] | null;
  };
}[EntityKind];

/** What was done, as a code of the text catalogue with parameters: `{ code: 'devices-moved', params: { count: 5, room: '301' } }`. */
export type ChangeLabel = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
};

/**
 * The one unit of change: everything in it is stored together or not at all, and undone together.
 * Append-only: undoing appends a set with the inverse changes. Who did it is not recorded.
 */
export type ChangeSet = {
  /** 1, 2, 3 … without holes: the sequence number. */
  readonly seq: number;
  readonly at: Timestamp;
  readonly label: ChangeLabel;
  /** `undo` and `redo` name the set that they take back or repeat. */
  readonly action:
    | { readonly kind: 'do' }
    | { readonly kind: 'undo'; readonly of: number }
    | { readonly kind: 'redo'; readonly of: number };
  readonly changes: readonly Change[];
};
