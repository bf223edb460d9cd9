import type { RequirementId, RoomId, RoomTypeId } from '../shared/ids.ts';
import type { IsoDate } from '../shared/iso-date.ts';

export const WLAN_COVERAGES = ['none', 'partial', 'full'] as const;
export type WlanCoverage = (typeof WLAN_COVERAGES)[number];

/** This room needs none of the named requirement, because … Holds from `since` up to and including `until`. */
export type Exemption = {
  readonly requirement: RequirementId;
  readonly reason: string;
  readonly since: IsoDate;
  /** Last day, or null: without end. */
  readonly until: IsoDate | null;
  /** Kept out of the report unless free texts are ticked. */
  readonly isPrivate: boolean;
};

export type Room = {
  readonly id: RoomId;
  readonly roomNumber: string;
  readonly name: string | null;
  readonly building: string | null;
  readonly floor: string | null;
  /** From the profile; one or more. The first one names the room in lists. */
  readonly roomTypes: readonly RoomTypeId[];
  readonly seats: number | null;
  readonly areaM2: number | null;
  /** Class or subject that uses it: `9b`, `Musik`. */
  readonly use: string | null;
  /** Doppeldosen. */
  readonly lanSockets: number | null;
  readonly powerGroups: number | null;
  readonly wlanCoverage: WlanCoverage | null;
  readonly exemptions: readonly Exemption[];
  readonly note: string | null;
  /** Columns of an imported list that fit no field, by their heading. */
  readonly extra: Readonly<Record<string, string>>;
};

/** A room with nothing known but its number. */
export const emptyRoom = (id: RoomId, roomNumber: string): Room => ({
  id,
  roomNumber,
  name: null,
  building: null,
  floor: null,
  roomTypes: [],
  seats: null,
  areaM2: null,
  use: null,
  lanSockets: null,
  powerGroups: null,
  wlanCoverage: null,
  exemptions: [],
  note: null,
  extra: {},
});
