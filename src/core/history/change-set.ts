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

/** One thing of one kind before and after: created (`before` null), changed, or deleted (`after` null). */
export type ChangeOf<Kind extends EntityKind> = {
  readonly entity: Kind;
  readonly id: string;
  readonly before: Entities[Kind] | null;
  readonly after: Entities[Kind] | null;
};
export type Change = { readonly [Kind in EntityKind]: ChangeOf<Kind> }[EntityKind];

/** The id of the one school record. */
export const SCHOOL_ID = 'school';
/** A profile's id among changes: editions of one profile are kept side by side. */
export const profileKey = (profile: { readonly id: string; readonly edition: string }): string =>
  `${profile.id}@${profile.edition}`;

/** What was done, as a code of the text catalogue with parameters: `{ code: 'devices-moved', params: { count: 5, room: '301' } }`. */
export type ChangeLabel = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
};

/**
 * `undo` and `redo` name the `do` set that they take back or repeat. `note` changes nothing and cannot be taken back: where a
 * history begins after a recovery.
 */
export type ChangeAction =
  | { readonly kind: 'note' }
  | { readonly kind: 'do' }
  | { readonly kind: 'undo'; readonly of: number }
  | { readonly kind: 'redo'; readonly of: number };

/** A change set without its changes: enough for lists and for the stacks of undo, small enough to load a thousand at start. */
export type ChangeSetHeader = {
  /** 1, 2, 3 … without holes: the sequence number. */
  readonly seq: number;
  readonly at: Timestamp;
  readonly label: ChangeLabel;
  readonly action: ChangeAction;
};

/**
 * The one unit of change: everything in it is stored together or not at all, and undone together.
 * Append-only: undoing appends a set with the inverse changes. Who did it is not recorded.
 */
export type ChangeSet = ChangeSetHeader & { readonly changes: readonly Change[] };
